"""The day of the incident, or the days between which it was."""

from django.db import migrations

from heed.vault.fields import SealedDate


class Migration(migrations.Migration):
    dependencies = [("cases", "0005_two_to_let_in")]

    operations = [
        migrations.AddField(
            model_name="case",
            name="happened_on",
            field=SealedDate(null=True, seal="case.happened_on"),
        ),
        migrations.AddField(
            model_name="case",
            name="happened_until",
            field=SealedDate(null=True, seal="case.happened_until"),
        ),
    ]
