"""DR-1 on its page: the kinds of abuse or neglect, each known or suspected; what is
impaired, and how; when what is not known is looked at again."""

from datetime import date, timedelta

import pytest
from django.urls import reverse
from lxml import html

from heed.cases.actions import add_child
from heed.cases.models import AccessGrant, DecisionSheet, OpenItem
from heed.incidents.queries import conclusion_for
from heed.rulebook.criteria.harm import ABUSE_KINDS
from heed.rulebook.language import Role
from tests.cases.factories import NOON, a_case_with_people, it_is
from tests.incidents.asking import browser_of, press, text

pytestmark = pytest.mark.django_db
COORDINATOR, MANAGER = Role.COORDINATOR, Role.MANAGER
SAID = {
    "is_child": "yes",
    "abuse_or_neglect": "suspected",
    "abuse_or_neglect_known": ["neglect"],
    "abuse_or_neglect_suspected": ["physical", "domestic_abuse"],
    "died": "no",
    "seriously_harmed": "yes",
    "seriously_harmed_serious": ["physical_health"],
    "seriously_harmed_likely_long_term": ["emotional", "other"],
    "life_threatening": "yes",
    "recovered": "not_known",
    "place": "this_area",
}
AGAIN = {
    "look_again_on-day": "20",
    "look_again_on-month": "3",
    "look_again_on-year": "2026",
}


@pytest.fixture
def sheet():
    case, people = a_case_with_people()
    child = add_child(case, given_name="Lumi", by=people["coordinator"], at=NOON)
    with it_is(NOON):
        yield case, browser_of(people["coordinator"]), child


def filled_in(sheet, **more):
    _, client, child = sheet
    address = reverse("weigh_for_child", args=[child.public_id])
    return press(client, address, **SAID | more)


def open_gaps(case):
    found = OpenItem.objects.filter(case=case, answered_at=None)
    return set(found.values_list("kind", flat=True))


def test_each_kind_is_known_or_suspected_and_each_limb_has_its_degree(sheet):
    case, client, child = sheet

    filled_in(sheet, **AGAIN)

    kept = DecisionSheet.objects.get(case=case)
    assert kept.answers["abuse_or_neglect"]["ticks"] == {
        "known": ["neglect"],
        "suspected": ["physical", "domestic_abuse"],
    }
    assert kept.answers["seriously_harmed"]["ticks"] == {
        "serious": ["physical_health"],
        "long_term": [],
        "likely_long_term": ["emotional", "other"],
    }
    assert conclusion_for(case).duty == "notify"
    page = text(client.get(reverse("weigh_notification", args=[case.public_id])))
    assert (
        "Kinds that are suspected: physical abuse, living with domestic abuse" in page
    )
    assert "What is impaired: serious: physical health" in page
    again = text(client.get(reverse("weigh_for_child", args=[child.public_id])))
    assert 'value="domestic_abuse" checked' in again


def test_what_is_not_known_is_looked_at_again_on_a_day(sheet):
    case, client, _ = sheet

    filled_in(sheet)
    assert "dr_1_again.1" in open_gaps(case)

    with it_is(NOON + timedelta(hours=1)):
        filled_in(sheet, **AGAIN)
        page = text(client.get(reverse("weigh_notification", args=[case.public_id])))
    assert "dr_1_again.1" not in open_gaps(case)
    assert DecisionSheet.objects.last().look_again_on == date(2026, 3, 20)
    assert "looked at again on Friday 20 March 2026" in page


def test_where_all_is_known_no_day_is_asked_for(sheet):
    case, _, _ = sheet
    filled_in(sheet, recovered="yes")
    assert open_gaps(case) == set()


def test_what_is_ticked_and_a_no_do_not_stand_together(sheet):
    answer = filled_in(sheet, seriously_harmed="no")

    assert "speaks for serious harm" in text(answer)
    assert 'value="physical_health" checked' in text(answer)
    assert not DecisionSheet.objects.exists()


def test_what_is_impaired_stands_under_the_yes_that_it_belongs_to(sheet):
    """And is there without script: only a browser that runs it folds it away."""
    _, client, child = sheet
    page = client.get(reverse("weigh_for_child", args=[child.public_id]))
    drawn = html.fromstring(page.content)
    folded = {
        box.get("id").removeprefix("conditional-id_"): sorted(
            {field.get("name") for field in box.iter("input")}
        )
        for box in drawn.find_class("govuk-radios__conditional")
    }
    assert folded == {
        "abuse_or_neglect": ["abuse_or_neglect_known"],
        "seriously_harmed": [
            "seriously_harmed_likely_long_term",
            "seriously_harmed_long_term",
            "seriously_harmed_serious",
        ],
    }
    every = drawn.xpath('//input[@name="abuse_or_neglect_suspected"]')
    assert len(every) == len(ABUSE_KINDS)


def test_what_was_ticked_is_unfolded_when_the_sheet_is_filled_in_again(sheet):
    _, client, child = sheet
    filled_in(sheet, **AGAIN)
    page = client.get(reverse("weigh_for_child", args=[child.public_id]))
    boxes = html.fromstring(page.content).find_class("govuk-radios__conditional")
    hidden = {
        box.get("id"): "govuk-radios__conditional--hidden" in box.get("class")
        for box in boxes
    }
    assert hidden == {
        "conditional-id_abuse_or_neglect": True,
        "conditional-id_seriously_harmed": False,
    }


def test_each_limb_has_reasons_and_evidence_and_says_who_answered_it_and_when(sheet):
    case, client, child = sheet
    first, second = (on_the_list(case, role) for role in (COORDINATOR, MANAGER))
    why = {
        "died_why": "She lives.",
        "died_evidence": "Ward record of 9 March",
        "seriously_harmed_why": "Two fractures.",
    }
    filled_in(sheet, **why, **AGAIN)

    address = reverse("weigh_for_child", args=[child.public_id])
    with it_is(NOON + timedelta(days=1)):
        more = why | {"seriously_harmed_evidence": "X-ray of 9 March"}
        press(browser_of(second), address, **SAID | more | AGAIN)
        page = client.get(reverse("weigh_notification", args=[case.public_id]))

    said = row_by_row(page)
    died = said["Has the child died?"]
    harmed = said["Has the child been seriously harmed?"]
    assert "She lives. Evidence: Ward record of 9 March" in died
    assert f"{first.name}, 11 March 2026" in died
    assert "Two fractures. Evidence: X-ray of 9 March" in harmed
    assert second.name not in harmed
    assert f"Filled in by {second.name}, 12 March 2026" in text(page)
    assert said["Is this a child not yet born?"] == "Not answered yet"


def on_the_list(case, role):
    return AccessGrant.objects.get(case=case, role=role).person


def row_by_row(page) -> dict[str, str]:
    """What stands beside each question, with its white space made even."""
    rows = html.fromstring(page.content).find_class("govuk-summary-list__row")
    return {
        row[0].text_content().strip(): " ".join(" ".join(row[1].itertext()).split())
        for row in rows
    }
