from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("referrals", "0008_split_off")]

    operations = [
        migrations.AddField(
            model_name="splitoff",
            name="earliest_on",
            field=models.DateField(null=True),
        ),
    ]
