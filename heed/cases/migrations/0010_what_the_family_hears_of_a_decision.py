"""What was agreed that a family hears of a decision, or why it hears nothing yet."""

from django.db import migrations, models

import heed.vault.fields


class Migration(migrations.Migration):
    dependencies = [("cases", "0009_running_by_day")]

    operations = [
        migrations.AddField(
            model_name="familyrecord",
            name="decision_held_back",
            field=models.BooleanField(default=False),
        ),
        migrations.AddField(
            model_name="familyrecord",
            name="decision_told_as",
            field=heed.vault.fields.Sealed(
                null=True, seal="family_record.decision_told_as"
            ),
        ),
        migrations.AddField(
            model_name="familyrecord",
            name="decision_untold_because",
            field=heed.vault.fields.Sealed(
                null=True, seal="family_record.decision_untold_because"
            ),
        ),
        migrations.AlterField(
            model_name="familycontact",
            name="about",
            field=models.CharField(
                blank=True,
                choices=[
                    ("review_begins", "That a review takes place, and what it is"),
                    ("taking_part", "How they may take part"),
                    ("decision", "What was decided, and why"),
                    ("draft_offered", "They were offered the draft report"),
                    ("draft_read", "They read the draft report"),
                    ("publication_date", "They were told the day of publication"),
                ],
                max_length=40,
            ),
        ),
    ]
