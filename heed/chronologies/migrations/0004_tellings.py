import uuid

import django.db.models.deletion
from django.db import migrations, models

import heed.cases.models.spine
import heed.vault.fields


class Migration(migrations.Migration):
    dependencies = [
        ("cases", "0016_history_in_order"),
        ("chronologies", "0003_key_of_names"),
        ("partnership", "0002_harm_in_care"),
        ("vault", "0001_the_tables"),
    ]

    operations = [
        migrations.CreateModel(
            name="Telling",
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
                            ("event", "One event, told by several"),
                            ("twice", "One row that is there twice"),
                        ],
                        max_length=10,
                    ),
                ),
                ("belongs", models.BooleanField()),
                ("said_at", models.DateTimeField()),
                ("said_by", models.CharField(max_length=200)),
                (
                    "agreed",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("agreed", "The agencies agree"),
                            ("disputed", "Disputed"),
                        ],
                        max_length=10,
                    ),
                ),
                (
                    "agreed_said",
                    heed.vault.fields.SealedJSON(null=True, seal="telling.agreed_said"),
                ),
                ("over_at", models.DateTimeField(null=True)),
                ("over_by", models.CharField(blank=True, max_length=200)),
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
                "ordering": ["said_at"],
            },
        ),
        migrations.CreateModel(
            name="Account",
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
                ("side", models.PositiveSmallIntegerField(default=0)),
                ("by_hand", models.BooleanField(default=False)),
                ("why", heed.vault.fields.Sealed(seal="account.why")),
                ("said", heed.vault.fields.Sealed(seal="account.said")),
                ("put_at", models.DateTimeField()),
                ("put_by", models.CharField(max_length=200)),
                ("left_at", models.DateTimeField(null=True)),
                ("left_by", models.CharField(blank=True, max_length=200)),
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
                    "row",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="accounts",
                        to="chronologies.row",
                    ),
                ),
                (
                    "telling",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="accounts",
                        to="chronologies.telling",
                    ),
                ),
            ],
            options={
                "ordering": ["put_at"],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("left_at", None)),
                        fields=("telling", "row"),
                        name="an_account_stands_once_in_an_event",
                    )
                ],
            },
        ),
    ]
