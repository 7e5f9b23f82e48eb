"""The public pages about reviews, in a partnership's own words."""

import uuid

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("partnership", "0002_harm_in_care"),
    ]

    operations = [
        migrations.CreateModel(
            name="OwnPage",
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
                    "slug",
                    models.CharField(
                        choices=[
                            ("what-is-a-review", "What is a review?"),
                            ("who-can-refer", "Who can refer"),
                            ("how-to-refer", "How to refer"),
                            ("support", "Find support"),
                            ("accessibility", "Accessibility"),
                            ("privacy", "Privacy"),
                        ],
                        max_length=60,
                    ),
                ),
                ("words", models.TextField()),
                ("written_at", models.DateTimeField()),
                ("written_by", models.CharField(max_length=200)),
                (
                    "partnership",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="own_pages",
                        to="partnership.partnership",
                    ),
                ),
            ],
            options={
                "ordering": ("slug",),
                "constraints": [
                    models.UniqueConstraint(
                        fields=("partnership", "slug"), name="one_own_page_of_a_name"
                    )
                ],
            },
        ),
    ]
