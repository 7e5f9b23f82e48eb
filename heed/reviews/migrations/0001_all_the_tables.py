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
        ("reviews", "0001_reviews_and_reports"),
        ("reviews", "0002_own_accounts_and_written_requests"),
        ("reviews", "0003_seal_what_people_type"),
        ("reviews", "0004_who_wrote_who_the_child_was"),
        ("reviews", "0005_her_own_declaration"),
        ("reviews", "0001_the_tables"),
        ("reviews", "0002_findings"),
        ("reviews", "0003_who_proposed"),
        ("reviews", "0004_decline"),
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
                    name="Appointment",
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
                        ("proposed_at", models.DateTimeField()),
                        ("proposed_by", models.CharField(blank=True, max_length=200)),
                        ("declared_at", models.DateTimeField(null=True)),
                        ("on_paper_of", models.DateField(null=True)),
                        ("recorded_by", models.CharField(blank=True, max_length=200)),
                        ("worked_in_area", models.BooleanField(null=True)),
                        ("knows_people", models.BooleanField(null=True)),
                        ("appointed_at", models.DateTimeField(null=True)),
                        ("appointed_by", models.CharField(blank=True, max_length=200)),
                        ("ended_at", models.DateTimeField(null=True)),
                        (
                            "qualities",
                            heed.vault.fields.Sealed(seal="appointment.qualities"),
                        ),
                        (
                            "declaration",
                            heed.vault.fields.Sealed(
                                null=True, seal="appointment.declaration"
                            ),
                        ),
                        (
                            "why_chosen",
                            heed.vault.fields.Sealed(
                                null=True, seal="appointment.why_chosen"
                            ),
                        ),
                        (
                            "why_ended",
                            heed.vault.fields.Sealed(
                                null=True, seal="appointment.why_ended"
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
                        "ordering": ["proposed_at"],
                    },
                ),
                migrations.CreateModel(
                    name="ChildPortrait",
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
                        ("written_at", models.DateTimeField()),
                        ("family_agreed", models.BooleanField(default=False)),
                        (
                            "words",
                            heed.vault.fields.Sealed(seal="child_portrait.words"),
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
                            "written_by",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["written_at"],
                    },
                ),
                migrations.CreateModel(
                    name="Event",
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
                        ("held_on", models.DateField()),
                        ("planned_at", models.DateTimeField()),
                        ("title", heed.vault.fields.Sealed(seal="event.title")),
                        ("recorded_at", models.DateTimeField(null=True)),
                        (
                            "what_was_said",
                            heed.vault.fields.Sealed(
                                null=True, seal="event.what_was_said"
                            ),
                        ),
                        (
                            "support_given",
                            heed.vault.fields.Sealed(
                                null=True, seal="event.support_given"
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
                        "ordering": ["held_on"],
                    },
                ),
                migrations.CreateModel(
                    name="Finding",
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
                        ("number", models.PositiveSmallIntegerField()),
                        ("written_at", models.DateTimeField()),
                        ("anchor", models.CharField(blank=True, max_length=120)),
                        ("taken_out_at", models.DateTimeField(null=True)),
                        ("words", heed.vault.fields.Sealed(seal="finding.words")),
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
                            "written_by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["number"],
                    },
                ),
                migrations.CreateModel(
                    name="Invitation",
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
                        ("organisation", models.CharField(max_length=200)),
                        ("invited_at", models.DateTimeField()),
                        ("support_offered", models.BooleanField(default=False)),
                        ("attended", models.BooleanField(null=True)),
                        (
                            "name",
                            heed.vault.fields.Sealed(seal="event_invitation.name"),
                        ),
                        (
                            "work",
                            heed.vault.fields.Sealed(
                                null=True, seal="event_invitation.work"
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
                            "event",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="invitations",
                                to="reviews.event",
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
                        "ordering": ["organisation"],
                    },
                ),
                migrations.CreateModel(
                    name="AccountRequest",
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
                        ("expires_on", models.DateField()),
                        ("link_hash", models.CharField(max_length=64, unique=True)),
                        ("code_hash", models.CharField(max_length=200)),
                        ("code_tries", models.PositiveSmallIntegerField(default=0)),
                        ("bound_to", models.CharField(blank=True, max_length=64)),
                        ("opened_at", models.DateTimeField(null=True)),
                        ("asked_at", models.DateTimeField()),
                        ("closed_at", models.DateTimeField(null=True)),
                        (
                            "to_address",
                            heed.vault.fields.Sealed(seal="account_request.to_address"),
                        ),
                        (
                            "code_to_read_out",
                            heed.vault.fields.Sealed(
                                null=True, seal="account_request.code_to_read_out"
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
                            "invitation",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="account_requests",
                                to="reviews.invitation",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["asked_at"],
                    },
                ),
                migrations.CreateModel(
                    name="MonitoringNote",
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
                        ("noted_at", models.DateTimeField()),
                        ("noted_by", models.CharField(max_length=200)),
                        (
                            "time",
                            models.CharField(
                                choices=[
                                    ("well", "Going well"),
                                    ("concern", "Of concern"),
                                    ("at_risk", "At risk"),
                                ],
                                max_length=20,
                            ),
                        ),
                        (
                            "quality",
                            models.CharField(
                                choices=[
                                    ("well", "Going well"),
                                    ("concern", "Of concern"),
                                    ("at_risk", "At risk"),
                                ],
                                max_length=20,
                            ),
                        ),
                        ("note", heed.vault.fields.Sealed(seal="monitoring_note.note")),
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
                        "ordering": ["noted_at"],
                    },
                ),
                migrations.CreateModel(
                    name="OwnAccount",
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
                        ("number", models.PositiveSmallIntegerField()),
                        ("given_at", models.DateTimeField()),
                        ("may_be_quoted", models.BooleanField(default=False)),
                        ("words", heed.vault.fields.Sealed(seal="own_account.words")),
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
                            "request",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="accounts",
                                to="reviews.accountrequest",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["given_at", "number"],
                    },
                ),
                migrations.CreateModel(
                    name="ReportVersion",
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
                        ("number", models.PositiveSmallIntegerField()),
                        ("lodged_at", models.DateTimeField()),
                        ("is_final_draft", models.BooleanField(default=False)),
                        ("content_hash", models.CharField(max_length=64)),
                        (
                            "title",
                            heed.vault.fields.Sealed(seal="report_version.title"),
                        ),
                        (
                            "blocks",
                            heed.vault.fields.SealedJSON(seal="report_version.blocks"),
                        ),
                        (
                            "hidden",
                            heed.vault.fields.SealedJSON(
                                null=True, seal="report_version.hidden"
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
                            "document",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="documents.document",
                            ),
                        ),
                        (
                            "lodged_by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "made_from",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                to="reviews.reportversion",
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
                        "ordering": ["number"],
                    },
                ),
                migrations.CreateModel(
                    name="Change",
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
                        ("anchor", models.CharField(max_length=120)),
                        ("proposed_at", models.DateTimeField()),
                        ("proposed_by", models.CharField(max_length=200)),
                        ("as_suggested", models.BooleanField(default=False)),
                        (
                            "answer",
                            models.CharField(
                                choices=[
                                    ("waiting", "Waiting for the reviewer"),
                                    ("accepted", "Accepted by the reviewer"),
                                    ("disputed", "Disputed by the reviewer"),
                                ],
                                default="waiting",
                                max_length=20,
                            ),
                        ),
                        ("answered_at", models.DateTimeField(null=True)),
                        (
                            "before",
                            heed.vault.fields.Sealed(seal="report_change.before"),
                        ),
                        ("after", heed.vault.fields.Sealed(seal="report_change.after")),
                        (
                            "reasons",
                            heed.vault.fields.Sealed(seal="report_change.reasons"),
                        ),
                        (
                            "answer_reasons",
                            heed.vault.fields.Sealed(
                                null=True, seal="report_change.answer_reasons"
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
                            "proposer",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "report",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="changes",
                                to="reviews.reportversion",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["proposed_at"],
                    },
                ),
                migrations.CreateModel(
                    name="AccuracyComment",
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
                        ("anchor", models.CharField(blank=True, max_length=120)),
                        ("given_at", models.DateTimeField()),
                        ("given_by", models.CharField(max_length=200)),
                        ("answered_at", models.DateTimeField(null=True)),
                        (
                            "words",
                            heed.vault.fields.Sealed(seal="accuracy_comment.words"),
                        ),
                        (
                            "answer",
                            heed.vault.fields.Sealed(
                                null=True, seal="accuracy_comment.answer"
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
                            "report",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="comments",
                                to="reviews.reportversion",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["given_at"],
                    },
                ),
                migrations.CreateModel(
                    name="Review",
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
                        ("started_at", models.DateTimeField()),
                        ("decided_on", models.DateField()),
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
                ),
                migrations.CreateModel(
                    name="Signature",
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
                            "answer",
                            models.CharField(
                                choices=[
                                    ("signs", "I sign this report for my body"),
                                    ("dissents", "I dissent"),
                                    ("declines", "I decline to sign it"),
                                ],
                                max_length=20,
                            ),
                        ),
                        ("signed_at", models.DateTimeField()),
                        (
                            "reasons",
                            heed.vault.fields.Sealed(seal="report_signature.reasons"),
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
                        (
                            "report",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="signatures",
                                to="reviews.reportversion",
                            ),
                        ),
                    ],
                ),
                migrations.CreateModel(
                    name="Terms",
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
                        ("number", models.PositiveSmallIntegerField()),
                        ("agreed_at", models.DateTimeField()),
                        ("agreed_by", models.CharField(max_length=200)),
                        ("method", models.CharField(max_length=40)),
                        ("covers_from", models.DateField(null=True)),
                        ("covers_to", models.DateField(null=True)),
                        (
                            "questions",
                            heed.vault.fields.SealedJSON(seal="terms.questions"),
                        ),
                        (
                            "scope",
                            heed.vault.fields.Sealed(null=True, seal="terms.scope"),
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
                        "ordering": ["number"],
                    },
                ),
                migrations.CreateModel(
                    name="WrittenRequest",
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
                        ("asked_at", models.DateTimeField()),
                        ("asked_by", models.CharField(max_length=200)),
                        ("due_on", models.DateField()),
                        ("answered_at", models.DateTimeField(null=True)),
                        (
                            "words",
                            heed.vault.fields.Sealed(seal="written_request.words"),
                        ),
                        (
                            "answer",
                            heed.vault.fields.Sealed(
                                null=True, seal="written_request.answer"
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
                        "ordering": ["asked_at"],
                    },
                ),
                migrations.AddConstraint(
                    model_name="reportversion",
                    constraint=models.UniqueConstraint(
                        fields=("case", "number"), name="one_report_version_a_number"
                    ),
                ),
                migrations.AddConstraint(
                    model_name="review",
                    constraint=models.UniqueConstraint(
                        fields=("case",), name="one_review_a_case"
                    ),
                ),
                migrations.AddConstraint(
                    model_name="signature",
                    constraint=models.UniqueConstraint(
                        fields=("report", "seat"), name="one_signature_a_seat"
                    ),
                ),
            ],
        ),
    ]
