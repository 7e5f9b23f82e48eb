import uuid

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

import heed.cases.models.spine
import heed.rulebook.language
import heed.vault.fields
from heed.vault.tables import MadeTogether


class Migration(migrations.Migration):
    replaces = [
        ("incidents", "0001_considering_and_notifying"),
        ("incidents", "0002_enquiries_and_copies"),
    ]
    initial = True

    dependencies = [
        ("cases", "0001_all_the_tables"),
        ("documents", "0001_the_tables"),
        ("partnership", "0001_all_the_tables"),
        ("vault", "0001_the_tables"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        MadeTogether(
            [
                migrations.CreateModel(
                    name="Awareness",
                    fields=[
                        (
                            "id",
                            models.UUIDField(
                                default=uuid.uuid4,
                                editable=False,
                                primary_key=True,
                                serialize=False,
                            ),
                        ),
                        (
                            "public_id",
                            models.CharField(
                                default=heed.cases.models.spine.a_public_id,
                                max_length=32,
                                unique=True,
                            ),
                        ),
                        ("version", models.PositiveIntegerField(default=1)),
                        ("aware_at", models.DateTimeField()),
                        ("confirmed_at", models.DateTimeField()),
                        ("confirmed_by", models.CharField(max_length=200)),
                        (
                            "basis",
                            heed.vault.fields.Sealed(null=True, seal="awareness.basis"),
                        ),
                        (
                            "case",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="%(class)ss",
                                to="cases.case",
                            ),
                        ),
                        (
                            "data_key",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="vault.datakey",
                            ),
                        ),
                        (
                            "partnership",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="partnership.partnership",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["confirmed_at"],
                    },
                ),
                migrations.CreateModel(
                    name="Enquiry",
                    fields=[
                        (
                            "id",
                            models.UUIDField(
                                default=uuid.uuid4,
                                editable=False,
                                primary_key=True,
                                serialize=False,
                            ),
                        ),
                        (
                            "public_id",
                            models.CharField(
                                default=heed.cases.models.spine.a_public_id,
                                max_length=32,
                                unique=True,
                            ),
                        ),
                        ("version", models.PositiveIntegerField(default=1)),
                        (
                            "asked_by",
                            models.CharField(
                                choices=[
                                    ("panel", "The Panel"),
                                    ("ofsted", "Ofsted"),
                                    ("department", "The Department for Education"),
                                ],
                                max_length=20,
                            ),
                        ),
                        ("asked_at", models.DateTimeField()),
                        ("recorded_at", models.DateTimeField()),
                        ("recorded_by", models.CharField(max_length=200)),
                        (
                            "words",
                            heed.vault.fields.Sealed(null=True, seal="enquiry.words"),
                        ),
                        (
                            "case",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="%(class)ss",
                                to="cases.case",
                            ),
                        ),
                        (
                            "copy",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="documents.document",
                            ),
                        ),
                        (
                            "data_key",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="vault.datakey",
                            ),
                        ),
                        (
                            "partnership",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="partnership.partnership",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["asked_at"],
                    },
                ),
                migrations.CreateModel(
                    name="Notification",
                    fields=[
                        (
                            "id",
                            models.UUIDField(
                                default=uuid.uuid4,
                                editable=False,
                                primary_key=True,
                                serialize=False,
                            ),
                        ),
                        (
                            "public_id",
                            models.CharField(
                                default=heed.cases.models.spine.a_public_id,
                                max_length=32,
                                unique=True,
                            ),
                        ),
                        ("version", models.PositiveIntegerField(default=1)),
                        (
                            "kind",
                            models.CharField(
                                choices=[
                                    (
                                        "serious_incident",
                                        "Serious incident notification",
                                    ),
                                    (
                                        "death",
                                        "Notice of a death without abuse or neglect",
                                    ),
                                ],
                                max_length=20,
                            ),
                        ),
                        (
                            "national_reference",
                            models.CharField(blank=True, max_length=60),
                        ),
                        ("sent_at", models.DateTimeField()),
                        ("recorded_at", models.DateTimeField()),
                        ("recorded_by", models.CharField(max_length=200)),
                        ("made_outside", models.BooleanField(default=False)),
                        ("partners_told_at", models.DateTimeField(null=True)),
                        ("withdrawn_at", models.DateTimeField(null=True)),
                        ("panel_told_on", models.DateField(null=True)),
                        (
                            "late_reason",
                            heed.vault.fields.Sealed(
                                null=True, seal="notification.late_reason"
                            ),
                        ),
                        (
                            "withdrawn_because",
                            heed.vault.fields.Sealed(
                                null=True, seal="notification.withdrawn_because"
                            ),
                        ),
                        (
                            "case",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="%(class)ss",
                                to="cases.case",
                            ),
                        ),
                        (
                            "copy",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="documents.document",
                            ),
                        ),
                        (
                            "data_key",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="vault.datakey",
                            ),
                        ),
                        (
                            "partnership",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="partnership.partnership",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["sent_at"],
                    },
                ),
                migrations.CreateModel(
                    name="NotificationDecision",
                    fields=[
                        (
                            "id",
                            models.UUIDField(
                                default=uuid.uuid4,
                                editable=False,
                                primary_key=True,
                                serialize=False,
                            ),
                        ),
                        (
                            "public_id",
                            models.CharField(
                                default=heed.cases.models.spine.a_public_id,
                                max_length=32,
                                unique=True,
                            ),
                        ),
                        ("version", models.PositiveIntegerField(default=1)),
                        ("outcome", models.CharField(max_length=40)),
                        ("decided_at", models.DateTimeField()),
                        ("decided_by", models.CharField(max_length=200)),
                        ("concluded", models.CharField(blank=True, max_length=40)),
                        ("dissenting", models.JSONField(default=list)),
                        (
                            "reasons",
                            heed.vault.fields.Sealed(
                                seal="notification_decision.reasons"
                            ),
                        ),
                        (
                            "case",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="%(class)ss",
                                to="cases.case",
                            ),
                        ),
                        (
                            "data_key",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="vault.datakey",
                            ),
                        ),
                        (
                            "partnership",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="partnership.partnership",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["decided_at"],
                    },
                ),
                migrations.CreateModel(
                    name="PartnerView",
                    fields=[
                        (
                            "id",
                            models.UUIDField(
                                default=uuid.uuid4,
                                editable=False,
                                primary_key=True,
                                serialize=False,
                            ),
                        ),
                        (
                            "public_id",
                            models.CharField(
                                default=heed.cases.models.spine.a_public_id,
                                max_length=32,
                                unique=True,
                            ),
                        ),
                        ("version", models.PositiveIntegerField(default=1)),
                        (
                            "seat",
                            models.CharField(
                                choices=[
                                    (
                                        heed.rulebook.language.Seat["LOCAL_AUTHORITY"],
                                        heed.rulebook.language.Seat["LOCAL_AUTHORITY"],
                                    ),
                                    (
                                        heed.rulebook.language.Seat["ICB"],
                                        heed.rulebook.language.Seat["ICB"],
                                    ),
                                    (
                                        heed.rulebook.language.Seat["POLICE"],
                                        heed.rulebook.language.Seat["POLICE"],
                                    ),
                                ],
                                max_length=20,
                            ),
                        ),
                        (
                            "view",
                            models.CharField(
                                choices=[
                                    ("notify", "Notify"),
                                    ("do_not_notify", "Do not notify"),
                                    ("not_sure", "Not sure yet"),
                                ],
                                max_length=20,
                            ),
                        ),
                        ("given_at", models.DateTimeField()),
                        (
                            "reasons",
                            heed.vault.fields.Sealed(
                                null=True, seal="partner_view.reasons"
                            ),
                        ),
                        (
                            "case",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="%(class)ss",
                                to="cases.case",
                            ),
                        ),
                        (
                            "data_key",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="vault.datakey",
                            ),
                        ),
                        (
                            "partnership",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="partnership.partnership",
                            ),
                        ),
                        (
                            "person",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["given_at"],
                    },
                ),
            ]
        )
    ]
