"""A second person puts up what a manager wrote for a public page; an area has no naming
scheme until it chooses one."""

import uuid

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("partnership", "0003_own_pages"),
    ]

    operations = [
        migrations.AddField(
            model_name="ownpage",
            name="agreed_at",
            field=models.DateTimeField(null=True),
        ),
        migrations.AddField(
            model_name="ownpage",
            name="agreed_by",
            field=models.CharField(blank=True, max_length=200),
        ),
        migrations.AlterField(
            model_name="partnership",
            name="naming",
            field=models.CharField(
                choices=[
                    ("birds", "Birds"),
                    ("trees", "Trees"),
                    ("flowers", "Flowers"),
                    ("stones", "Gemstones"),
                    ("letters", "Letters"),
                    ("chosen", "A name chosen with the family"),
                ],
                default="chosen",
                max_length=20,
            ),
        ),
        migrations.CreateModel(
            name="WaitingPage",
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
                (
                    "partnership",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="waiting_pages",
                        to="partnership.partnership",
                    ),
                ),
                (
                    "written_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "ordering": ("slug",),
                "constraints": [
                    models.UniqueConstraint(
                        fields=("partnership", "slug"),
                        name="one_waiting_page_of_a_name",
                    )
                ],
            },
        ),
    ]
