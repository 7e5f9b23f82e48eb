"""When somebody looks again at what a decision record does not know yet."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("cases", "0007_how_a_child_is_described")]

    operations = [
        migrations.AddField(
            model_name="decisionsheet",
            name="look_again_on",
            field=models.DateField(null=True),
        ),
    ]
