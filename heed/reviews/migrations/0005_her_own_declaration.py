"""A proposed reviewer declares for herself; a declaration on paper is shown as that."""

from django.db import migrations, models


class Migration(migrations.Migration):
    """Who proposed, and who recorded what was given on paper, and of which day."""

    dependencies = [("reviews", "0004_who_wrote_who_the_child_was")]

    operations = [
        migrations.AddField(
            "appointment",
            "proposed_by",
            models.CharField(blank=True, max_length=200, default=""),
            preserve_default=False,
        ),
        migrations.AddField("appointment", "on_paper_of", models.DateField(null=True)),
        migrations.AddField(
            "appointment",
            "recorded_by",
            models.CharField(blank=True, max_length=200, default=""),
            preserve_default=False,
        ),
    ]
