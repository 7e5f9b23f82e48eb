import uuid

import django.db.models.deletion
from django.db import migrations, models

import heed.cases.models.spine
import heed.vault.fields


class Migration(migrations.Migration):
    dependencies = [
        ("cases", "0016_history_in_order"),
        ("chronologies", "0004_tellings"),
        ("partnership", "0002_harm_in_care"),
        ("rapid_reviews", "0018_confirmed_again"),
        ("vault", "0001_the_tables"),
    ]

    operations = [
        migrations.CreateModel(
            name="RowQuestion",
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
                ("asked_by", models.CharField(max_length=200)),
                ("due_on", models.DateField()),
                ("closed_at", models.DateTimeField(null=True)),
                ("answered_at", models.DateTimeField(null=True)),
                ("asked", heed.vault.fields.Sealed(seal="row_question.asked")),
                (
                    "to_address",
                    heed.vault.fields.Sealed(seal="row_question.to_address"),
                ),
                (
                    "code_to_read_out",
                    heed.vault.fields.Sealed(
                        null=True, seal="row_question.code_to_read_out"
                    ),
                ),
                (
                    "answer",
                    heed.vault.fields.Sealed(null=True, seal="row_question.answer"),
                ),
                (
                    "answered_by",
                    heed.vault.fields.Sealed(
                        null=True, seal="row_question.answered_by"
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
                    "organisation",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="partnership.organisation",
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
                    "row",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="questions",
                        to="chronologies.row",
                    ),
                ),
            ],
            options={
                "ordering": ["asked_at"],
            },
        ),
    ]
