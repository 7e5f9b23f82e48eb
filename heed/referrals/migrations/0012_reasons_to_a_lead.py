"""Which organisation was told, through its leads, why a referral was set aside."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("partnership", "0002_leads_who_are_away"),
        ("referrals", "0011_where_it_came_from"),
    ]

    operations = [
        migrations.AddField(
            model_name="setaside",
            name="told",
            field=models.ForeignKey(
                null=True,
                on_delete=models.deletion.PROTECT,
                related_name="+",
                to="partnership.organisation",
            ),
        ),
    ]
