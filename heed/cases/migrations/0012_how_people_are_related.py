"""How the people of a case are related, and who lives with whom."""

import uuid

import django.db.models.deletion
from django.db import migrations, models

import heed.cases.models.spine
import heed.vault.fields


class Migration(migrations.Migration):
    dependencies = [
        ("cases", "0011_what_runs_beside"),
        ("partnership", "0003_verified_domains"),
        ("vault", "0001_keys_wraps_and_blind_terms"),
    ]

    operations = [
        migrations.CreateModel(
            name="Household",
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
                ("recorded_at", models.DateTimeField()),
                ("set_aside_at", models.DateTimeField(null=True)),
                ("people", heed.vault.fields.SealedJSON(seal="household.people")),
                ("since", heed.vault.fields.Sealed(null=True, seal="household.since")),
                ("until", heed.vault.fields.Sealed(null=True, seal="household.until")),
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
                "ordering": ["case", "number"],
            },
        ),
        migrations.CreateModel(
            name="Relation",
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
                    "kin",
                    models.CharField(
                        choices=[
                            ("mother", "mother"),
                            ("father", "father"),
                            ("parent", "parent"),
                            ("adoptive_parent", "adoptive_parent"),
                            ("step_parent", "step_parent"),
                            ("foster_carer", "foster_carer"),
                            ("guardian", "guardian"),
                            ("grandmother", "grandmother"),
                            ("grandfather", "grandfather"),
                            ("grandparent", "grandparent"),
                            ("aunt_or_uncle", "aunt_or_uncle"),
                            ("married", "married"),
                            ("partners", "partners"),
                            ("siblings", "siblings"),
                            ("half_siblings", "half_siblings"),
                            ("step_siblings", "step_siblings"),
                            ("cousins", "cousins"),
                            ("matters", "matters"),
                        ],
                        max_length=40,
                    ),
                ),
                ("number", models.PositiveSmallIntegerField()),
                ("recorded_at", models.DateTimeField()),
                ("set_aside_at", models.DateTimeField(null=True)),
                ("since", heed.vault.fields.Sealed(null=True, seal="relation.since")),
                ("until", heed.vault.fields.Sealed(null=True, seal="relation.until")),
                ("words", heed.vault.fields.Sealed(null=True, seal="relation.words")),
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
                    "one_child",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="cases.child",
                    ),
                ),
                (
                    "one_member",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="cases.familymember",
                    ),
                ),
                (
                    "other_child",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="cases.child",
                    ),
                ),
                (
                    "other_member",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="cases.familymember",
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
                "ordering": ["case", "number"],
            },
        ),
    ]
