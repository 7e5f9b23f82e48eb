"""From which agency a referral came, or from what sort of sender."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("partnership", "0002_leads_who_are_away"),
        ("referrals", "0010_considered_and_asked"),
    ]

    operations = [
        migrations.AddField(
            model_name="referral",
            name="agency",
            field=models.ForeignKey(
                null=True,
                on_delete=models.deletion.PROTECT,
                related_name="+",
                to="partnership.organisation",
            ),
        ),
        migrations.AddField(
            model_name="referral",
            name="agency_kind",
            field=models.CharField(
                blank=True,
                choices=[
                    ("public", "Member of the public"),
                    ("elected", "Councillor or member of parliament"),
                    ("coroner", "Coroner"),
                    ("local_authority", "Local authority"),
                    ("icb", "Integrated care board"),
                    ("police", "Police"),
                    ("business_unit", "Partnership business unit"),
                    ("acute", "Hospital trust"),
                    ("community", "Community health"),
                    ("mental_health", "Mental health"),
                    ("gp", "General practice"),
                    ("ambulance", "Ambulance service"),
                    ("education", "Education service"),
                    ("school", "School or college"),
                    ("early_years", "Early years provider"),
                    ("probation", "Probation"),
                    ("youth_justice", "Youth justice"),
                    ("housing", "Housing"),
                    ("voluntary", "Voluntary organisation"),
                    ("national", "National body"),
                    ("elsewhere", "Local authority elsewhere"),
                    ("independent", "Independent reviewer or adviser"),
                    ("other", "Other"),
                ],
                max_length=20,
            ),
        ),
        migrations.AddField(
            model_name="referral",
            name="agency_settled_at",
            field=models.DateTimeField(null=True),
        ),
    ]
