"""A partner may decline to sign a report, which is neither a signature nor dissent."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("reviews", "0003_who_proposed"),
    ]

    operations = [
        migrations.AlterField(
            model_name="signature",
            name="answer",
            field=models.CharField(
                choices=[
                    ("signs", "I sign this report for my body"),
                    ("dissents", "I dissent"),
                    ("declines", "I decline to sign it"),
                ],
                max_length=20,
            ),
        ),
    ]
