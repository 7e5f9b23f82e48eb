from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("publications", "0006_as_decided"),
    ]

    operations = [
        migrations.AlterField(
            model_name="keptword",
            name="reason",
            field=models.CharField(
                choices=[
                    ("everyday_word", "It is an everyday word here, and names nobody"),
                    ("family_wish", "The family wishes the real name to be used"),
                    ("already_public", "The real name is already public"),
                    ("another", "It means somebody or something else here"),
                ],
                max_length=20,
            ),
        ),
    ]
