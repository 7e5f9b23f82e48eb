"""Since when a referral is considered, and whether its referrer was asked something: of
those that are there already, as the record says."""

from django.db import migrations

from heed import clock

BUSINESS_UNIT = ("coordinator", "manager")


def considered(apps, _editor) -> None:
    """Opened first by somebody who worked in its business unit on that day."""
    referrals = apps.get_model("referrals", "Referral").objects
    unread = referrals.filter(considered_at=None).values_list("pk", "partnership_id")
    left = {str(pk): where for pk, where in unread}
    spans = _spans(apps)
    read = apps.get_model("audit", "Entry").objects.filter(what="read_referral")
    read = read.filter(result="done", actor_kind="person").order_by("sequence")
    for subject, who, at in read.values_list("subject_id", "actor_id", "at"):
        day = clock.london_date(at)
        held = spans.get((who, left.get(subject)), ())
        if any(first <= day and (end is None or day < end) for first, end in held):
            referrals.filter(pk=subject).update(considered_at=at)
            del left[subject]


def _spans(apps) -> dict[tuple, list]:
    """By person and partnership: from when to when they were of its business unit."""
    found: dict[tuple, list] = {}
    held = apps.get_model("partnership", "RoleHeld").objects
    held = held.filter(role__in=BUSINESS_UNIT)
    columns = ("person_id", "partnership_id", "starts_on", "ends_on")
    for person, where, first, end in held.values_list(*columns):
        found.setdefault((str(person), where), []).append((first, end))
    return found


def asked(apps, _editor) -> None:
    """Asked, as the last step that asked did, and not answered yet."""
    waiting = apps.get_model("referrals", "Referral").objects.filter(
        stage="returned_for_information", asked_at=None
    )
    steps = apps.get_model("cases", "StepTaken").objects.order_by("at")
    steps = steps.filter(step="return_for_information", spine_id__in=waiting)
    for spine, at in dict(steps.values_list("spine_id", "at")).items():
        waiting.filter(pk=spine).update(asked_at=at)


class Migration(migrations.Migration):
    dependencies = [
        ("audit", "0003_entries_about_one"),
        ("cases", "0008_look_again_on"),
        ("partnership", "0002_leads_who_are_away"),
        ("referrals", "0012_reasons_to_a_lead"),
    ]

    operations = [
        migrations.RunPython(considered, migrations.RunPython.noop),
        migrations.RunPython(asked, migrations.RunPython.noop),
    ]
