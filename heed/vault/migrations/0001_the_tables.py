import uuid

import django.db.models.deletion
from django.db import migrations, models

from heed.vault.tables import MadeTogether


class Migration(migrations.Migration):
    replaces = [("vault", "0001_keys_wraps_and_blind_terms")]
    initial = True

    dependencies = []

    operations = [
        MadeTogether(
            [
                migrations.CreateModel(
                    name="DataKey",
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
                        ("partnership_id", models.UUIDField(db_index=True)),
                        ("purpose", models.CharField(max_length=60)),
                        ("created_at", models.DateTimeField()),
                        ("created_by", models.CharField(max_length=80)),
                    ],
                ),
                migrations.CreateModel(
                    name="BlindTerm",
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
                        ("partnership_id", models.UUIDField()),
                        ("kind", models.CharField(max_length=20)),
                        ("digest", models.BinaryField()),
                        ("row_id", models.UUIDField(db_index=True)),
                    ],
                    options={
                        "indexes": [
                            models.Index(
                                fields=["partnership_id", "digest"],
                                name="vault_blind_partner_df2c1f_idx",
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="KeyWrap",
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
                            "master_key_id",
                            models.CharField(blank=True, db_index=True, max_length=40),
                        ),
                        ("wrapped", models.BinaryField()),
                        ("wrapped_at", models.DateTimeField()),
                        ("wrapped_by", models.CharField(max_length=80)),
                        (
                            "data_key",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="wraps",
                                to="vault.datakey",
                            ),
                        ),
                        (
                            "parent",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="wraps_below",
                                to="vault.datakey",
                            ),
                        ),
                    ],
                    options={
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("master_key_id", ""), ("parent__isnull", False)
                                    ),
                                    models.Q(
                                        models.Q(("master_key_id", ""), _negated=True),
                                        ("parent__isnull", True),
                                    ),
                                    _connector="OR",
                                ),
                                name="wrapped_by_a_master_or_a_parent",
                            ),
                            models.UniqueConstraint(
                                fields=("data_key", "parent"), name="one_wrap_a_parent"
                            ),
                            models.UniqueConstraint(
                                condition=models.Q(("parent__isnull", True)),
                                fields=("data_key",),
                                name="one_master_wrap",
                            ),
                        ],
                    },
                ),
            ]
        )
    ]
