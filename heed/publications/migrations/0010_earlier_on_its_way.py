"""What the library does not have yet of earlier reviews is known, and tried again."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("publications", "0009_attempts_beside"),
    ]

    operations = [
        migrations.AddField(
            model_name="earlierreview",
            name="is_on_its_way",
            field=models.BooleanField(default=False),
        ),
        migrations.AddField(
            model_name="earlierwithdrawal",
            name="is_on_its_way",
            field=models.BooleanField(default=False),
        ),
        migrations.AddField(
            model_name="earlierwithdrawal",
            name="number",
            field=models.PositiveIntegerField(default=0),
        ),
    ]
