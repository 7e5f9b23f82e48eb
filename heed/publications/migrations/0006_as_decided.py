from django.db import migrations, models

from heed.rulebook.outcomes import PublicationDecision


class Migration(migrations.Migration):
    dependencies = [("publications", "0005_gate")]

    operations = [
        migrations.AddField(
            model_name="release",
            name="decision",
            field=models.CharField(
                blank=True,
                choices=[(each, each) for each in PublicationDecision],
                max_length=30,
            ),
        ),
        migrations.AddField(
            model_name="paper",
            name="days_away",
            field=models.PositiveIntegerField(default=0),
        ),
    ]
