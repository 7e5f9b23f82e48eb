"""A review that was public before waits for a second person of another body."""

import uuid

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

import heed.cases.models.spine
import heed.vault.fields


class Migration(migrations.Migration):
    dependencies = [
        ("partnership", "0001_people_and_partnerships"),
        ("publications", "0003_everybody_who_wrote_a_text"),
        ("vault", "0001_keys_wraps_and_blind_terms"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="EarlierReview",
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
                ("proposed_at", models.DateTimeField()),
                ("content_hash", models.CharField(max_length=64)),
                ("entered_at", models.DateTimeField(null=True)),
                ("set_aside_at", models.DateTimeField(null=True)),
                ("entry", heed.vault.fields.SealedJSON(seal="earlier_review.entry")),
                (
                    "data_key",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="vault.datakey",
                    ),
                ),
                (
                    "entered_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
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
                    "proposed_by",
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
    ]
