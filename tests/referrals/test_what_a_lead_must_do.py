"""Each partnership says what a safeguarding lead does before staff refer; what is
missing is named and stops nothing."""

import pytest
from django.urls import reverse

from heed.cases.models import OpenItem
from heed.referrals.actions import decide_as_lead, escalate_refusal, refer
from heed.referrals.leads import missing_of_lead
from heed.rulebook.outcomes import LeadDecision
from tests.cases.factories import NOON
from tests.partnership.factories import a_partnership, signed_in
from tests.referrals.factories import (
    ABOUT_PIPIT,
    a_draft_in_the_tray,
    a_nurses_draft,
    a_referral,
    staff_of,
)


@pytest.mark.parametrize(
    ("asked", "said", "missing"),
    [
        ("none", None, ""),
        ("consulted", None, "not consulted"),
        ("consulted", {"endorsement": "none"}, "not consulted"),
        ("consulted", {"endorsement": "consulted"}, ""),
        ("named", {"endorsement": "consulted"}, "not named"),
        ("named", {"name": "Oriel", "endorsement": "none"}, ""),
        ("signed", {"endorsement": "consulted"}, "not signed"),
        ("signed", {"endorsement": "signed"}, ""),
        ("decided", {"endorsement": "signed"}, "not decided"),
        ("decided", {"endorsement": "decided"}, ""),
        ("decided", {"endorsement": "is_referrer"}, ""),
    ],
)
def test_what_is_asked_and_not_shown_is_named(asked, said, missing):
    found = missing_of_lead(asked, said)

    assert missing in found
    assert bool(found) == bool(missing)


def gaps_of(referral):
    found = OpenItem.objects.filter(spine_id=referral.pk, kind="referral.lead")
    return [each.label for each in found]


@pytest.mark.django_db
def test_staff_at_the_open_form_are_let_through_with_a_named_gap():
    here = a_partnership(lead_requirement="consulted")

    staff = a_referral(here, referrer__capacity="staff")
    neighbour = a_referral(here)

    assert gaps_of(staff) == ["The safeguarding lead was not consulted."]
    assert gaps_of(neighbour) == []


@pytest.mark.django_db
@pytest.mark.parametrize("outcome", [LeadDecision.REFER, LeadDecision.DO_NOT_REFER])
def test_a_lead_who_said_yes_or_no_has_done_what_is_asked(outcome):
    staff = staff_of(a_partnership())
    draft = a_draft_in_the_tray(staff["nurse"])
    by = {"by": staff["lead"], "at": NOON}

    decided = decide_as_lead(draft, outcome=outcome, reasons="So it is.", **by)
    if outcome == LeadDecision.DO_NOT_REFER:
        decided = escalate_refusal(decided, reasons="x", by=staff["nurse"], at=NOON)

    assert gaps_of(decided) == []


@pytest.mark.django_db
def test_a_lead_who_refers_is_asked_nothing_more():
    staff = staff_of(a_partnership())
    draft = a_nurses_draft(staff["lead"])

    assert gaps_of(refer(draft, by=staff["lead"], at=NOON)) == []


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("asked", "button"),
    [
        ("none", "Refer it"),
        ("consulted", "Refer it"),
        ("named", "Refer it"),
        ("signed", "Send it to my safeguarding lead"),
        ("decided", "Send it to my safeguarding lead"),
    ],
)
def test_staff_wait_for_their_lead_only_where_the_lead_signs_or_decides(
    client, asked, button
):
    staff = staff_of(a_partnership(lead_requirement=asked))
    draft = a_nurses_draft(staff["nurse"])
    signed_in(client, staff["nurse"])

    page = client.get(reverse("draft_check", args=[draft.public_id]))

    assert f">{button}</" in page.content.decode().replace("\n", "").replace("  ", "")


@pytest.mark.django_db
def test_children_who_were_named_are_ticked_and_not_typed_again(client):
    staff = staff_of(a_partnership())
    answers = ABOUT_PIPIT | {"child.2.given": "Juno"}
    draft = a_nurses_draft(staff["nurse"], answers=answers)
    signed_in(client, staff["nurse"])
    address = reverse("draft_page_of", args=[draft.public_id, "adult", 1, "name"])
    assert 'value="Juno"' in client.get(address).content.decode()

    client.post(address, {"name": "Corisande", "to": ["Tobiah", "Juno"]})

    draft.refresh_from_db()
    assert draft.answers["adult.1.to"] == "Tobiah; Juno"
    sent = refer(draft, by=staff["lead"], at=NOON)
    assert sent.reading["adults"][0]["to"] == ["child-1", "child-2"]
