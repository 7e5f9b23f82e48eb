"""Whether an area notifies serious harm to a child in care, whatever the cause."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("partnership", "0001_the_tables"),
    ]

    operations = [
        migrations.AddField(
            model_name="partnership",
            name="notifies_harm_in_care",
            field=models.BooleanField(
                default=False,
                help_text="Serious harm to a child in care is notified whatever the cause",
            ),
        ),
    ]
