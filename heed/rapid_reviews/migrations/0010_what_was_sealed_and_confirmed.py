"""A view stays sealed as it was given, that views were opened early is kept, and so is
all that a partner confirmed."""

import uuid

import django.db.models.deletion
from django.db import migrations, models

import heed.cases.models.spine
import heed.vault.fields


class Migration(migrations.Migration):
    dependencies = [
        ("cases", "0010_what_the_family_hears_of_a_decision"),
        ("partnership", "0003_verified_domains"),
        ("rapid_reviews", "0009_what_was_sent_in_three_forms"),
        ("vault", "0001_keys_wraps_and_blind_terms"),
    ]

    operations = [
        migrations.AddField(
            model_name="confirmation",
            name="confirmed",
            field=heed.vault.fields.SealedJSON(
                null=True, seal="confirmation.confirmed"
            ),
        ),
        migrations.AddField(
            model_name="viewonreview",
            name="given_sealed",
            field=models.BooleanField(default=False),
        ),
        migrations.CreateModel(
            name="ViewsOpened",
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
                ("opened_at", models.DateTimeField()),
                ("opened_by", models.CharField(max_length=200)),
                (
                    "reasons",
                    heed.vault.fields.Sealed(null=True, seal="views_opened.reasons"),
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
                    "meeting",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="rapid_reviews.meeting",
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
                "ordering": ["opened_at"],
            },
        ),
    ]
