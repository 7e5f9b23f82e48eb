"""What a submission owes of each child and nothing asked for."""

from django.db import migrations

from heed.vault.fields import Sealed, SealedJSON


class Migration(migrations.Migration):
    dependencies = [("cases", "0006_when_it_happened")]

    operations = [
        migrations.AddField(
            model_name="child",
            name="religion",
            field=Sealed(null=True, seal="child.religion"),
        ),
        migrations.AddField(
            model_name="child",
            name="language",
            field=Sealed(null=True, seal="child.language"),
        ),
        migrations.AddField(
            model_name="child",
            name="disabled",
            field=Sealed(null=True, seal="child.disabled"),
        ),
        migrations.AddField(
            model_name="child",
            name="needs",
            field=Sealed(null=True, seal="child.needs"),
        ),
        migrations.AddField(
            model_name="child",
            name="plans",
            field=SealedJSON(null=True, seal="child.plans"),
        ),
        migrations.AddField(
            model_name="child",
            name="plan_words",
            field=Sealed(null=True, seal="child.plan_words"),
        ),
        migrations.AddField(
            model_name="child",
            name="education",
            field=Sealed(null=True, seal="child.education"),
        ),
    ]
