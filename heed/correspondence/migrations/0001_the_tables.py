import uuid

import django.db.models.deletion
from django.db import migrations, models

import heed.correspondence.models
import heed.vault.fields
from heed.vault.tables import MadeTogether


class Migration(migrations.Migration):
    replaces = [
        ("correspondence", "0001_emails"),
        ("correspondence", "0002_about_a_case"),
        ("correspondence", "0003_known_as_delivered"),
        ("correspondence", "0004_when_a_mailbox_was_read"),
    ]
    initial = True

    dependencies = [
        ("partnership", "0001_all_the_tables"),
        ("vault", "0001_the_tables"),
    ]

    operations = [
        MadeTogether(
            [
                migrations.CreateModel(
                    name="MailboxRead",
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
                        ("read_at", models.DateTimeField(null=True)),
                        ("failing_since", models.DateTimeField(null=True)),
                        ("failure", models.CharField(blank=True, max_length=60)),
                        (
                            "partnership",
                            models.OneToOneField(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="partnership.partnership",
                            ),
                        ),
                    ],
                ),
                migrations.CreateModel(
                    name="OutgoingEmail",
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
                                default=heed.correspondence.models.a_public_id,
                                max_length=32,
                                unique=True,
                            ),
                        ),
                        ("letter", models.CharField(max_length=60)),
                        ("once", models.CharField(max_length=120, unique=True)),
                        ("about_case", models.UUIDField(null=True)),
                        ("created_at", models.DateTimeField()),
                        ("next_try_at", models.DateTimeField(db_index=True)),
                        ("tries", models.PositiveSmallIntegerField(default=0)),
                        ("sent_at", models.DateTimeField(null=True)),
                        ("given_up_at", models.DateTimeField(null=True)),
                        ("failure", models.CharField(blank=True, max_length=60)),
                        (
                            "to_address",
                            heed.vault.fields.Sealed(seal="outgoing_email.to_address"),
                        ),
                        (
                            "fields",
                            heed.vault.fields.SealedJSON(seal="outgoing_email.fields"),
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
                        "ordering": ["created_at"],
                    },
                ),
                migrations.CreateModel(
                    name="IncomingEmail",
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
                                default=heed.correspondence.models.a_public_id,
                                max_length=32,
                                unique=True,
                            ),
                        ),
                        (
                            "state",
                            models.CharField(
                                choices=[
                                    ("waiting", "Waiting for a person"),
                                    ("became_referral", "Became a referral"),
                                    ("joined", "Joined to an existing reference"),
                                    ("duplicate", "Arrived before"),
                                    ("answered", "Dealt with by a person"),
                                ],
                                max_length=20,
                            ),
                        ),
                        ("arrived_at", models.DateTimeField()),
                        ("delivery_mark", models.CharField(blank=True, max_length=64)),
                        ("message_mark", models.CharField(max_length=64)),
                        ("content_mark", models.CharField(max_length=64)),
                        (
                            "sender_proven",
                            models.CharField(
                                choices=[
                                    ("proven", "Sender proven by our mail server"),
                                    ("failed", "Sender not proven: the check failed"),
                                    ("not_known", "Sender not proven: not checked"),
                                ],
                                max_length=20,
                            ),
                        ),
                        ("automatic", models.BooleanField(default=False)),
                        ("reference", models.CharField(blank=True, max_length=40)),
                        ("owner_kind", models.CharField(blank=True, max_length=60)),
                        ("owner_id", models.UUIDField(null=True)),
                        ("dealt_with_at", models.DateTimeField(null=True)),
                        ("dealt_with_by", models.CharField(blank=True, max_length=200)),
                        (
                            "sender",
                            heed.vault.fields.Sealed(
                                null=True, seal="incoming_email.sender"
                            ),
                        ),
                        (
                            "subject",
                            heed.vault.fields.Sealed(
                                null=True, seal="incoming_email.subject"
                            ),
                        ),
                        (
                            "body",
                            heed.vault.fields.Sealed(
                                null=True, seal="incoming_email.body"
                            ),
                        ),
                        (
                            "proof",
                            heed.vault.fields.Sealed(
                                null=True, seal="incoming_email.proof"
                            ),
                        ),
                        (
                            "why",
                            heed.vault.fields.Sealed(
                                null=True, seal="incoming_email.why"
                            ),
                        ),
                        (
                            "answer",
                            heed.vault.fields.Sealed(
                                null=True, seal="incoming_email.answer"
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
                            "same_as",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="copies",
                                to="correspondence.incomingemail",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["-arrived_at"],
                        "indexes": [
                            models.Index(
                                fields=["partnership", "state"],
                                name="corresponde_partner_d9eca3_idx",
                            ),
                            models.Index(
                                fields=["partnership", "delivery_mark"],
                                name="corresponde_partner_733f71_idx",
                            ),
                        ],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("partnership", "message_mark", "content_mark"),
                                name="one_email_a_message",
                            )
                        ],
                    },
                ),
            ]
        )
    ]
