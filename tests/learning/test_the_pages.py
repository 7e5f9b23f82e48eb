"""What people see of learning, and what their pages do."""

import re

import pytest
from django.urls import reverse

from heed.audit.models import Entry
from heed.learning.actions import make_briefing
from heed.learning.models import Action, Addressee, Briefing, Recommendation
from heed.rulebook.language import Stage
from tests.cases.factories import NOON, it_is
from tests.learning.factories import (
    LATER,
    a_briefing,
    a_case_that_learns,
    a_recommendation,
    an_action,
    done,
    tried_by_a_stranger,
)
from tests.partnership.factories import signed_in

pytestmark = pytest.mark.django_db(databases=["default", "library"])


def day(name, date):
    parts = zip(("day", "month", "year"), date.split("-")[::-1], strict=True)
    return {f"{name}-{part}": value for part, value in parts}


class Desk:
    """Somebody at the desk at a moment."""

    def __init__(self, client, person, at=NOON):
        self.browser, self.at = signed_in(client, person), at

    def get(self, name, *args):
        with it_is(self.at):
            return self.browser.get(reverse(name, args=args))

    def words(self, name, *args):
        page = self.get(name, *args)
        assert page.status_code == 200, (name, page.status_code)
        return re.sub(r"\s+", " ", page.content.decode())

    def send(self, name, *args, **said):
        with it_is(self.at):
            answer = self.browser.post(reverse(name, args=args), said)
        if answer.status_code != 302:
            found = re.findall(
                r"error-message[^>]*>(.*?)</p>", answer.content.decode(), re.DOTALL
            )
            raise AssertionError(f"{name}: {answer.status_code} {found}")
        return answer


def test_a_recommendation_is_made_answered_and_planned_for_in_the_browser(client):
    case, people = a_case_that_learns()
    coordinator = Desk(client, people["coordinator"])
    coordinator.send(
        "make_recommendation",
        case.public_id,
        kind="recommendation",
        text="Ask who lives with the baby.",
        intended_change="Babies go home to people whom somebody has met.",
        origin="review",
        addressees=[str(people["hospital"].pk)],
        multi_agency="no",
        scope="local",
        aim="practice",
        themes=["C02"],
        **day("due_on", "2026-9-1"),
    )
    made = Recommendation.objects.get()

    lead = Desk(client, people["lead"])
    assert "Ask who lives with the baby." in lead.words("my_actions")
    row = Addressee.objects.get()
    lead.send(
        "respond_to_recommendation",
        row.public_id,
        answer="accepted",
        reasons="The form changes in May.",
    )
    lead.send(
        "plan_action_for",
        made.public_id,
        text="Change the form.",
        owner=str(people["owner"].pk),
        measure="Twenty forms.",
        **day("due_on", "2026-5-4"),
    )

    page = lead.words("recommendation", made.public_id)
    assert "The form changes in May." in page
    assert "Goldcrest" not in page
    assert "last working day 1 May 2026" in page
    assert Action.objects.get().owner == people["owner"]


def test_the_owner_and_the_business_unit_carry_an_action_to_its_impact(client):
    case, people = a_case_that_learns()
    action = an_action(case, people, of=a_recommendation(case, people))
    at = action.public_id
    owner = Desk(client, people["owner"])
    owner.send("record_progress", at, status="on_track", words="The form is drafted.")
    page = owner.words("action", at)
    assert "Say how it goes" in page
    assert "Sign off that it was done" not in page

    manager = Desk(client, people["manager"], at=LATER)
    assert "30 days late" in manager.words("action", at)
    manager.send(
        "new_action_date",
        at,
        reason="Printing.",
        told="The executive.",
        **day("new_target_on", "2026-8-3"),
    )
    manager.send(
        "complete_action",
        at,
        what_was_done="The form has the question.",
        evidence="Form 12b.",
        **day("done_on", "2026-6-30"),
        **day("evidence_dated_on", "2025-11-30"),
    )
    page = manager.words("action", at)
    assert "dated before the action began" in page
    assert "First date" in page
    manager.send(
        "record_impact",
        at,
        method="dip_sample",
        measure="Twenty forms.",
        evidence="Nineteen name everybody.",
        judgement="some",
        **day("looked_on", "2026-6-30"),
    )
    partner = Desk(client, people["icb"], at=LATER)
    assert "Nineteen name everybody." in partner.words("assure_impact", case.public_id)
    partner.send("assure_impact", case.public_id, reason="The dip sample.")
    case.refresh_from_db()
    assert case.stage == Stage.IMPACT_ASSURED


def test_a_case_is_closed_archived_and_taken_up_again_in_the_browser(client):
    case, people = a_case_that_learns(stage=Stage.IMPACT_ASSURED)
    partner = Desk(client, people["police"])

    for name in ("close_case", "archive_case", "reopen_case"):
        assert reverse(name, args=[case.public_id]) in partner.words(
            "case", case.public_id
        )
        partner.send(name, case.public_id, reason="As it is.")

    case.refresh_from_db()
    assert case.stage == Stage.UNDER_CONSIDERATION


def test_an_action_is_ended_replaced_given_away_and_opened_again(client):
    case, people = a_case_that_learns()
    first, second, third = (an_action(case, people) for _ in range(3))
    manager = Desk(client, people["manager"])

    manager.send("end_action", first.public_id, reason="A new law does it.")
    manager.send(
        "replace_action",
        second.public_id,
        replaced_by=str(third.pk),
        reason="They are one.",
    )
    manager.send(
        "new_action_owner",
        third.public_id,
        owner=str(people["lead"].pk),
        reason="He is away.",
    )
    manager.send(
        "reopen_action",
        first.public_id,
        reason="The law fell.",
        **day("due_on", "2026-8-3"),
    )

    page = manager.words("learning", case.public_id)
    assert "Reopened: not started" in page
    assert "Replaced by another action" in page
    assert "Bryony Quayle" in page


def test_the_case_page_shows_what_wants_attention(client):
    case, people = a_case_that_learns()
    a_recommendation(case, people)
    an_action(case, people)
    fine = an_action(case, people)
    done(fine, people)
    done(an_action(case, people), people, evidence="", evidence_dated_on=None)

    page = Desk(client, people["police"], at=LATER).words("case", case.public_id)

    assert "3 in all: 2 complete, 1 overdue" in page
    assert "It was signed off without evidence." in page
    assert "no answer yet" in page


def test_a_briefing_is_written_on_one_page_that_says_how_long_it_is(client):
    case, people = a_case_that_learns()
    desk = Desk(client, people["coordinator"])
    desk.send("make_briefing", case.public_id)
    at = Briefing.objects.get().public_id
    assert desk.words("briefing", at).count("Still to write") > 7
    said = {f"heading_{n}": f"Point {n}" for n in range(1, 8)}
    said |= {f"body_{n}": "Ask who lives with the baby." for n in range(1, 8)}

    desk.send("briefing", at, title="Goldcrest", questions="One?\nTwo?", **said)

    page = desk.words("briefing", at)
    assert "8 words, 3 seconds as saved" in page
    assert "56 words, 19 seconds" in page
    assert "Still to write" not in page
    assert Briefing.objects.get().content["questions"] == ["One?", "Two?"]


def test_a_name_is_shown_to_whoever_writes_it(client):
    case, people = a_case_that_learns()
    briefing = a_briefing(case, people, next_steps=["We remember Lumi."])

    page = Desk(client, people["coordinator"]).words("briefing", briefing.public_id)

    assert "1 place that could identify somebody" in page


@pytest.mark.parametrize(
    ("form", "begins"),
    [("pdf", b"%PDF-"), ("docx", b"PK"), ("html", b"<!"), ("txt", b"Goldcrest")],
)
def test_a_briefing_is_downloaded_in_four_forms(client, form, begins):
    case, people = a_case_that_learns()
    briefing = a_briefing(case, people)
    desk = Desk(client, people["manager"])

    file = desk.get("download_briefing", briefing.public_id, form)

    assert file.content.lstrip().lower().startswith(begins.lower())
    assert desk.get("download_briefing", briefing.public_id, "exe").status_code == 404
    assert Entry.objects.filter(what="read_briefing").exists()


def test_two_people_approve_in_the_browser_and_one_withdraws(
    client, django_capture_on_commit_callbacks
):
    case, people = a_case_that_learns()
    at = a_briefing(case, people).public_id
    desk = Desk(client, people["police"])
    assert "nobody has tried to tell who it is about" in desk.words("briefing", at)
    assert "Read it as the public will" in desk.words("try_to_identify", case.public_id)
    tried_by_a_stranger(case, people)
    assert "nobody has tried" not in desk.words("briefing", at)
    for who in ("manager", "icb"):
        desk = Desk(client, people[who])
        assert "Pressing this approves exactly these words" in desk.words(
            "approve_briefing", at
        )
        with django_capture_on_commit_callbacks(execute=True):
            desk.send("approve_briefing", at)
    assert "Published" in desk.words("learning", case.public_id)

    with django_capture_on_commit_callbacks(execute=True):
        desk.send("withdraw_briefing", at, reason="A name.")
    Desk(client, people["police"]).send("confirm_briefing_withdrawn", at)
    assert "Withdrawn" in desk.words("learning", case.public_id)


def test_a_refusal_comes_back_as_a_sentence_and_nothing_typed_is_lost(client):
    case, people = a_case_that_learns()
    action = an_action(case, people)
    with it_is(NOON):
        answer = signed_in(client, people["manager"]).post(
            reverse("complete_action", args=[action.public_id]),
            {"what_was_done": "All of it.", **day("done_on", "2026-12-1")},
        )

    page = answer.content.decode()
    assert "It cannot have happened in the future." in page
    assert "All of it." in page


PAGES_OF_A_CASE = [
    "learning",
    "make_recommendation",
    "plan_action",
    "make_briefing",
    "open_actions",
    "assure_impact",
    "close_case",
    "archive_case",
    "reopen_case",
]


@pytest.mark.parametrize("name", PAGES_OF_A_CASE)
def test_who_may_not_open_the_case_gets_what_does_not_exist(client, name):
    case, people = a_case_that_learns()

    for who in ("owner", "lead"):
        desk = Desk(client, people[who])
        theirs = desk.get(name, case.public_id)
        nothing = desk.get(name, "0" * 32)
        assert theirs.status_code == nothing.status_code == 404


@pytest.mark.parametrize(
    "name", ["briefing", "preview_briefing", "approve_briefing", "withdraw_briefing"]
)
def test_a_draft_briefing_is_for_those_of_the_case(client, name):
    case, people = a_case_that_learns()
    briefing = make_briefing(case, by=people["manager"], at=NOON)

    assert Desk(client, people["lead"]).get(name, briefing.public_id).status_code == 404
    assert Desk(client, people["police"]).words(name, briefing.public_id)
    noted = Entry.objects.filter(what="read_briefing", subject_id=briefing.pk)
    assert noted.count() == (name != "withdraw_briefing")
