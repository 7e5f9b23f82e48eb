"""A reviewer is independent before she is appointed; the six months never restart."""

from datetime import date, timedelta

import pytest
from django.urls import reverse

from heed.cases.actions import exclude_person
from heed.cases.deadlines import running_deadline
from heed.cases.models import Case, StepTaken
from heed.cases.steps import Refused
from heed.correspondence.models import OutgoingEmail
from heed.reviews import actions
from heed.reviews.models import Appointment, Review
from heed.reviews.queries import current_terms
from heed.rulebook import process
from heed.rulebook.clocks import MONITORING, REPORT_DUE
from heed.rulebook.contents import REPORT_DUTIES, REVIEWER_QUALITIES
from heed.rulebook.language import Role, Stage
from tests.cases.factories import it_is
from tests.partnership.factories import a_person, signed_in
from tests.reviews.factories import (
    APRIL,
    a_review_at_work,
    a_started_review,
    declared_independent,
    lodged,
    proposed_reviewer,
)

pytestmark = pytest.mark.django_db


def appoint(appointment, people, who="icb", at=APRIL):
    return actions.appoint_reviewer(
        appointment, why_chosen="The best of three.", by=people[who], at=at
    )


def test_a_review_runs_from_the_day_of_the_partners_decision():
    case, _ = a_started_review()
    assert Review.objects.get(case=case).decided_on == APRIL.date()
    assert running_deadline(case, REPORT_DUE).due_on == date(2026, 10, 27)


def test_nobody_is_appointed_before_declaring_independence():
    case, people = a_started_review()
    appointment = proposed_reviewer(case, people)
    with pytest.raises(Refused, match="declared their independence"):
        appoint(appointment, people)

    appoint(declared_independent(appointment, people), people)

    case.refresh_from_db()
    assert case.stage == Stage.COMMISSIONING
    assert Case.objects.listed_for(people["reviewer"], at=APRIL).exists()
    assert OutgoingEmail.objects.filter(letter="reviewer_appointed").count() == 1


def test_a_tie_is_weighed_and_bars_nobody_by_itself():
    case, people = a_started_review()
    appointment = actions.declare_independence(
        proposed_reviewer(case, people),
        worked_in_area=True,
        knows_people=False,
        declaration="I taught here in 2009.",
        by=people["reviewer"],
        at=APRIL,
    )
    assert appoint(appointment, people).has_ties


def test_whoever_is_excluded_is_not_appointed():
    case, people = a_started_review()
    appointment = declared_independent(proposed_reviewer(case, people), people)
    exclude_person(
        case,
        person=people["reviewer"],
        reason="Her sister works there.",
        by=people["manager"],
        at=APRIL,
    )
    with pytest.raises(Refused, match="excluded"):
        appoint(appointment, people)


@pytest.mark.parametrize("role", [Role.MANAGER, Role.COORDINATOR])
def test_the_partners_alone_appoint(role):
    assert role not in process.APPOINT_REVIEWER.by
    case, people = a_started_review()
    appointment = declared_independent(proposed_reviewer(case, people), people)
    with pytest.raises(Refused, match="Only"):
        appoint(appointment, people, who=role.value)


def test_another_reviewer_does_not_restart_the_six_months():
    case, people = a_review_at_work()
    due = running_deadline(case, REPORT_DUE).due_on
    later = APRIL + timedelta(days=60)
    first = Appointment.objects.get(case=case)

    actions.replace_reviewer(first, reason="She is ill.", by=people["icb"], at=later)
    assert not Case.objects.listed_for(people["reviewer"], at=later).exists()
    people["reviewer"] = a_person(
        Role.LEAD_REVIEWER, partnership=case.partnership, at=later
    )
    second = declared_independent(
        proposed_reviewer(case, people, at=later), people, at=later
    )
    appoint(second, people, at=later)

    assert running_deadline(case, REPORT_DUE).due_on == due


def test_terms_agreed_later_are_a_new_version_beside_the_first():
    case, people = a_review_at_work()
    actions.agree_terms(
        case,
        questions=["And what of housing?"],
        method="hybrid",
        scope="",
        covers_from=None,
        covers_to=None,
        by=people["icb"],
        at=APRIL,
    )
    assert current_terms(case).number == 2
    assert running_deadline(case, MONITORING) is not None


def test_practitioners_are_invited_with_support_and_heard():
    case, people = a_review_at_work()
    event = actions.plan_event(
        case,
        held_on=date(2026, 6, 2),
        title="What it was like",
        by=people["coordinator"],
        at=APRIL,
    )
    invited = actions.invite_to_event(
        event,
        name="Wren Harrowgate",
        organisation="Quillshire Hospitals",
        work="Health visitor",
        support_offered=True,
        by=people["coordinator"],
        at=APRIL,
    )
    actions.record_attendance(
        event, came={str(invited.pk)}, by=people["coordinator"], at=APRIL
    )
    actions.record_event(
        event, what_was_said="Caseloads.", by=people["reviewer"], at=APRIL
    )
    invited.refresh_from_db()
    assert (invited.attended, invited.support_offered) == (True, True)


def test_a_proposal_answers_each_thing_that_a_reviewer_must_bring(client):
    case, people = a_started_review()
    signed_in(client, people["coordinator"])
    said = {slug: f"Of {slug}." for slug, _ in REVIEWER_QUALITIES}
    address = reverse("propose_reviewer", args=[case.public_id])
    with it_is(APRIL):
        person = str(people["reviewer"].pk)
        lacking = {"person": person, **said, "independence": ""}
        assert client.post(address, lacking).status_code == 200
        assert client.post(address, {"person": person, **said}).status_code == 302
        proposed = Appointment.objects.get()
        signed_in(client, people["icb"])
        page = client.get(reverse("appoint_reviewer", args=[proposed.public_id]))
    for slug, label in REVIEWER_QUALITIES:
        assert f"{label}: Of {slug}." in proposed.qualities
        assert f"Of {slug}." in page.content.decode()


def test_what_a_report_must_and_should_do_is_gone_through_and_bars_nobody(client):
    case, people = a_review_at_work()
    lodged(case, people)
    signed_in(client, people["manager"])
    address = reverse("quality_assure", args=[case.public_id])
    post = {"reason": "Checked with the agencies.", "met": ["improvements"]}
    with it_is(APRIL):
        shown = client.get(address).content.decode()
        assert client.post(address, post).status_code == 302
    done, not_done = REPORT_DUTIES[0].words, REPORT_DUTIES[1].words
    assert shown.count('name="met"') == len(REPORT_DUTIES)
    kept = StepTaken.objects.get(case=case, step="quality_assure").reasons
    assert kept.startswith("Checked with the agencies.")
    assert kept.index(done) < kept.index("Not done:") < kept.index(not_done)
