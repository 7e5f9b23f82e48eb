"""Since when a referral is considered, and whether its referrer was asked something: of
those that are there already, as the record says."""

from django.db import migrations, models


def as_the_record_says(apps, _editor) -> None:
    """Opened first, as the record tells; asked, as the last step that asked does."""
    referrals = apps.get_model("referrals", "Referral").objects
    opened: dict[str, object] = {}
    read = apps.get_model("audit", "Entry").objects.filter(what="read_referral")
    for subject, at in read.order_by("sequence").values_list("subject_id", "at"):
        opened.setdefault(subject, at)
    for subject, at in opened.items():
        referrals.filter(pk=subject).update(considered_at=at)
    steps = apps.get_model("cases", "StepTaken").objects
    asked = steps.filter(step="return_for_information").order_by("at")
    for spine, at in asked.values_list("spine_id", "at"):
        waiting = referrals.filter(pk=spine, stage="returned_for_information")
        waiting.update(asked_at=at)


class Migration(migrations.Migration):
    dependencies = [
        ("audit", "0003_entries_about_one"),
        ("cases", "0008_look_again_on"),
        ("referrals", "0009_earliest_day_of_a_split"),
    ]

    operations = [
        migrations.AddField(
            model_name="referral",
            name="asked_at",
            field=models.DateTimeField(null=True),
        ),
        migrations.AddField(
            model_name="referral",
            name="considered_at",
            field=models.DateTimeField(null=True),
        ),
        migrations.RunPython(as_the_record_says, migrations.RunPython.noop),
    ]
