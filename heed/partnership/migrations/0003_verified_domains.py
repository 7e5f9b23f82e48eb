"""Who made sure that a mail domain is an agency's, when and how."""

import uuid

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("partnership", "0002_leads_who_are_away")]

    operations = [
        migrations.CreateModel(
            name="VerifiedDomain",
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
                ("domain", models.CharField(max_length=253)),
                (
                    "how",
                    models.CharField(
                        choices=[
                            ("rang", "I rang them on a number that I already had"),
                            (
                                "listed",
                                "It stands in a public list, as of schools or the NHS",
                            ),
                            (
                                "agreed",
                                "It stands in a letter or agreement that we have",
                            ),
                            (
                                "met",
                                "Somebody of theirs, whom I know, told me in person",
                            ),
                            ("not_theirs", "It is not theirs, or not any more"),
                        ],
                        max_length=20,
                    ),
                ),
                ("verified_at", models.DateTimeField()),
                (
                    "organisation",
                    models.ForeignKey(
                        on_delete=models.deletion.PROTECT,
                        related_name="verified_domains",
                        to="partnership.organisation",
                    ),
                ),
                (
                    "verified_by",
                    models.ForeignKey(
                        on_delete=models.deletion.PROTECT,
                        to="partnership.person",
                    ),
                ),
            ],
            options={"ordering": ("verified_at",)},
        ),
    ]
