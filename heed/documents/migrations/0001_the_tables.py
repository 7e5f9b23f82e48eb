import uuid

import django.db.models.deletion
from django.db import migrations, models

import heed.documents.models
import heed.vault.fields
from heed.vault.tables import MadeTogether


class Migration(migrations.Migration):
    replaces = [("documents", "0001_files_and_readings")]
    initial = True

    dependencies = [
        ("partnership", "0001_all_the_tables"),
        ("vault", "0001_the_tables"),
    ]

    operations = [
        MadeTogether(
            [
                migrations.CreateModel(
                    name="Document",
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
                                default=heed.documents.models.a_public_id,
                                max_length=32,
                                unique=True,
                            ),
                        ),
                        ("owner_kind", models.CharField(max_length=60)),
                        ("owner_id", models.UUIDField(db_index=True)),
                        ("purpose", models.CharField(max_length=40)),
                        ("kind", models.CharField(max_length=20)),
                        ("size", models.PositiveBigIntegerField()),
                        ("stored_as", models.CharField(max_length=64)),
                        (
                            "quarantine",
                            models.CharField(
                                choices=[
                                    ("not_scanned", "Not scanned for viruses"),
                                    ("clean", "Scanned: nothing found"),
                                    ("infected", "Scanned: a virus was found"),
                                    ("refused", "Kept aside: it cannot be read safely"),
                                ],
                                max_length=20,
                            ),
                        ),
                        ("received_at", models.DateTimeField()),
                        ("received_from", models.CharField(max_length=30)),
                        ("withdrawn_at", models.DateTimeField(null=True)),
                        ("name", heed.vault.fields.Sealed(seal="document.name")),
                        ("digest", heed.vault.fields.Sealed(seal="document.digest")),
                        (
                            "refused_because",
                            heed.vault.fields.Sealed(
                                null=True, seal="document.refused_because"
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
                            "supersedes",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                to="documents.document",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["received_at"],
                    },
                ),
                migrations.CreateModel(
                    name="Reading",
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
                        ("read_as", models.CharField(max_length=30)),
                        ("read_at", models.DateTimeField()),
                        (
                            "content",
                            heed.vault.fields.SealedJSON(
                                null=True, seal="reading.content"
                            ),
                        ),
                        (
                            "problem",
                            heed.vault.fields.Sealed(null=True, seal="reading.problem"),
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
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="readings",
                                to="documents.document",
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
                        "ordering": ["read_at"],
                    },
                ),
            ]
        )
    ]
