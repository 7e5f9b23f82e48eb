import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("chronologies", "0005_marks"),
    ]

    operations = [
        migrations.AddField(
            model_name="telling",
            name="ended_by",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="ended",
                to="chronologies.telling",
            ),
        ),
    ]
