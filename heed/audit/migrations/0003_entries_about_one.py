"""What was done with one thing is found by its number."""

from django.db import migrations, models


class Migration(migrations.Migration):
    """An index, and nothing else."""

    dependencies = [("audit", "0002_entries_of_a_day")]

    operations = [
        migrations.AddIndex(
            model_name="entry",
            index=models.Index(
                fields=["subject_id", "sequence"], name="entries_about_one"
            ),
        ),
    ]
