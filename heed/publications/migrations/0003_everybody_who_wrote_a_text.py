"""Everybody who ever wrote words of a text, so that none of them approves it."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("publications", "0002_seal_what_people_type")]

    operations = [
        migrations.AddField(
            model_name="paper",
            name="writers",
            field=models.JSONField(default=list),
        ),
    ]
