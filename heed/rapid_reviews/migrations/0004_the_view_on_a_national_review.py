"""The answers on a national review are a list: state alone, no column changes."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("rapid_reviews", "0003_seal_what_people_type")]

    operations = [
        migrations.AlterField(
            model_name="rapidreview",
            name="national_view",
            field=models.CharField(
                blank=True,
                choices=[
                    ("yes", "Yes"),
                    ("no", "No"),
                    ("not_known", "We cannot say"),
                ],
                max_length=20,
            ),
        ),
    ]
