"""What runs, by the day on which it is due: the board walks along it."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("cases", "0008_look_again_on")]

    operations = [
        migrations.AddIndex(
            model_name="deadline",
            index=models.Index(
                condition=models.Q(met_on=None, superseded_at=None),
                fields=["due_on", "id"],
                name="running_by_day",
            ),
        ),
    ]
