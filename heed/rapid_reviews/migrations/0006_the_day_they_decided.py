"""The day on which the three decided, beside the day on which that was recorded."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("rapid_reviews", "0005_told_why_not_in_full")]

    operations = [
        migrations.AddField(
            model_name="rapidreview",
            name="proposed_decided_on",
            field=models.DateField(null=True),
        ),
        migrations.AddField(
            model_name="rapidreview",
            name="decision_recorded_on",
            field=models.DateField(null=True),
        ),
    ]
