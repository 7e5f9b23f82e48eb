"""Since when a referral is considered, and whether its referrer was asked something."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("referrals", "0009_earliest_day_of_a_split")]

    operations = [
        migrations.AddField(
            model_name="referral",
            name="asked_at",
            field=models.DateTimeField(null=True),
        ),
        migrations.AddField(
            model_name="referral",
            name="considered_at",
            field=models.DateTimeField(null=True),
        ),
    ]
