"""What the Panel asks, what is replied, what it says of the quality."""

import uuid

import django.db.models.deletion
from django.db import migrations, models

import heed.cases.models.spine
import heed.vault.fields


class Migration(migrations.Migration):
    dependencies = [
        ("cases", "0002_what_the_family_calls_the_child"),
        ("partnership", "0001_people_and_partnerships"),
        ("rapid_reviews", "0012_how_many_were_told"),
        ("vault", "0001_keys_wraps_and_blind_terms"),
    ]

    operations = [
        migrations.AddField(
            model_name="panelletter",
            name="agreed_on",
            field=models.DateField(null=True),
        ),
        migrations.AddField(
            model_name="panelletter",
            name="feedback",
            field=models.JSONField(default=dict),
        ),
        migrations.AddField(
            model_name="panelletter",
            name="feedback_words",
            field=heed.vault.fields.Sealed(
                null=True, seal="panel_letter.feedback_words"
            ),
        ),
        migrations.CreateModel(
            name="AskedByPanel",
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
                ("words", heed.vault.fields.Sealed(seal="asked_by_panel.words")),
                (
                    "answered_in",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="answers",
                        to="rapid_reviews.submission",
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
                    "letter",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="asks",
                        to="rapid_reviews.panelletter",
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
                "ordering": ["letter__dated_on", "letter__recorded_at", "number"],
            },
        ),
        migrations.CreateModel(
            name="ReplyToPanel",
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
                ("written_by", models.CharField(max_length=200)),
                ("words", heed.vault.fields.Sealed(seal="reply_to_panel.words")),
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
                    "letter",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="replies",
                        to="rapid_reviews.panelletter",
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
                "ordering": ["written_at"],
            },
        ),
    ]
