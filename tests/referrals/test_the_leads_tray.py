"""Staff draft, their safeguarding lead decides, and nothing lies in a tray too long."""

from datetime import UTC, date, datetime, timedelta

import pytest
from django.test import Client
from django.urls import reverse

from heed.audit.actors import SystemActor
from heed.audit.models import Entry
from heed.cases.models import Deadline, StepTaken
from heed.cases.steps import Refused, Seen, Stale
from heed.correspondence.models import OutgoingEmail
from heed.referrals.actions import (
    decide_as_lead,
    escalate_refusal,
    offer_to_business_unit,
    offer_waiting_drafts,
    refer,
    save_answers,
)
from heed.referrals.models import ChildAtRisk, Referral
from heed.referrals.queries import (
    drafts_of_organisation,
    drafts_the_business_unit_sees,
    drafts_waiting_for,
    page_of_waiting,
)
from heed.rulebook.language import Role, Stage
from tests.cases.factories import NOON, the_people
from tests.partnership.factories import a_partnership, a_person, signed_in
from tests.referrals.factories import (
    ABOUT_PIPIT,
    a_draft_in_the_tray,
    a_nurses_draft,
    staff_of,
)
from tests.walked import about_now

pytestmark = pytest.mark.django_db
WORKER = SystemActor("waiting_drafts")
FRIDAY = datetime(2026, 3, 13, 12, 0, tzinfo=UTC)
AT_RISK = ABOUT_PIPIT | {"safety.at_risk": "yes"}


@pytest.fixture
def here():
    partnership = a_partnership(at=NOON)
    return (
        staff_of(partnership) | the_people(partnership) | {"partnership": partnership}
    )


def decide(draft, outcome, by, at=NOON, reasons="He needs to be seen as a whole."):
    return decide_as_lead(draft, outcome=outcome, reasons=reasons, by=by, at=at)


def letters_to(person):
    return [
        e.letter for e in OutgoingEmail.objects.all() if e.to_address == person.email
    ]


def test_a_draft_goes_to_the_lead_and_starts_no_clock_but_hers(here):
    draft = a_draft_in_the_tray(here["nurse"])

    assert draft.lead == here["lead"]
    assert draft.stage == Stage.CONCERN
    assert list(Deadline.objects.values_list("clock", flat=True)) == ["lead_decision"]
    assert letters_to(here["lead"]) == ["draft_waits"]
    assert drafts_waiting_for(here["lead"], at=NOON) == [draft]


def test_the_business_unit_sees_that_a_draft_waits_and_not_what_it_says(here):
    draft = a_draft_in_the_tray(here["nurse"])

    (seen,) = drafts_the_business_unit_sees(here["coordinator"], at=NOON)

    assert (seen.drafted_by, seen.waits_with) == (
        "Elspeth Norrington",
        "Oriel Vantongeren",
    )
    assert seen.organisation == "Quillshire Hospitals"
    assert seen.since == NOON
    assert "Tobiah" not in repr(seen)
    visible = Referral.objects.visible_to(here["coordinator"], at=NOON)
    assert draft not in visible


def test_a_draft_is_nobody_elses(here):
    draft = a_draft_in_the_tray(here["nurse"])
    elsewhere = staff_of(here["partnership"], name="Quillshire Minds")
    others = [
        elsewhere["lead"],
        elsewhere["nurse"],
        here["police"],
        a_person(
            Role.PRACTITIONER,
            organisation=here["organisation"],
            partnership=here["partnership"],
            at=NOON,
        ),
        a_person(Role.MANAGER, at=NOON),
    ]

    assert [p for p in others if draft in Referral.objects.visible_to(p, at=NOON)] == []
    assert draft in Referral.objects.visible_to(here["nurse"], at=NOON)
    assert draft in Referral.objects.visible_to(here["deputy"], at=NOON)


def test_what_is_still_being_written_is_not_the_leads_yet(here):
    a_nurses_draft(here["nurse"])

    assert drafts_of_organisation(here["lead"], at=NOON) == []
    assert drafts_waiting_for(here["lead"], at=NOON) == []


def test_the_lead_refers_with_reasons_and_it_is_received(here):
    draft = a_draft_in_the_tray(here["nurse"])

    referral = decide(draft, "refer", here["lead"])

    assert referral.stage == Stage.REFERRAL_RECEIVED
    assert referral.reference
    step = StepTaken.objects.get(step="lead_decides_to_refer")
    assert step.reasons == "He needs to be seen as a whole."
    assert Deadline.objects.get(clock="lead_decision").met_on == NOON.date()
    assert letters_to(here["nurse"]) == ["referral_received"]
    assert list(page_of_waiting(here["manager"], 1, at=NOON)) == [referral]


def test_the_lead_may_decide_not_to_refer_and_says_why(here):
    draft = decide(a_draft_in_the_tray(here["nurse"]), "do_not_refer", here["lead"])

    assert draft.stage == Stage.CONCERN
    assert StepTaken.objects.get(outcome="do_not_refer").reasons
    assert letters_to(here["nurse"]) == ["lead_answered"]
    assert drafts_the_business_unit_sees(here["coordinator"], at=NOON) == []
    assert offer_waiting_drafts(by=WORKER, at=NOON + timedelta(days=30)) == 0


@pytest.mark.parametrize("outcome", ["refer", "do_not_refer", "ask"])
def test_no_decision_without_reasons(here, outcome):
    draft = a_draft_in_the_tray(here["nurse"])

    with pytest.raises(Refused, match="Please give your reasons"):
        decide(draft, outcome, here["lead"], reasons=" ")


def test_no_decision_starts_a_clock_of_the_local_authority(here):
    for outcome in ("ask", "do_not_refer"):
        decide(a_draft_in_the_tray(here["nurse"]), outcome, here["lead"])

    assert set(Deadline.objects.values_list("clock", flat=True)) == {"lead_decision"}


def test_a_question_of_the_lead_does_not_stop_the_time(here):
    decide(a_draft_in_the_tray(here["nurse"]), "ask", here["lead"])

    assert Deadline.objects.get(clock="lead_decision").met_on is None
    assert offer_waiting_drafts(by=WORKER, at=FRIDAY) == 1


def test_only_a_lead_of_the_same_organisation_decides(here):
    draft = a_draft_in_the_tray(here["nurse"])
    elsewhere = staff_of(here["partnership"], name="Quillshire Minds")

    with pytest.raises(Refused, match="not yours"):
        decide(draft, "refer", elsewhere["lead"])
    with pytest.raises(Refused, match="Only a safeguarding lead"):
        decide(draft, "refer", here["manager"])
    assert Entry.objects.filter(what="lead_decides_to_refer", result="refused").exists()


def test_a_stale_page_decides_nothing(here):
    draft = a_draft_in_the_tray(here["nurse"])
    save_answers(
        draft,
        keys=["incident.harm"],
        answers={"incident.harm": "Worse."},
        by=here["nurse"],
        at=NOON,
    )

    with pytest.raises(Stale):
        decide_as_lead(
            draft,
            outcome="refer",
            reasons="Yes.",
            by=here["lead"],
            at=NOON,
            seen=Seen(version=draft.version),
        )


def test_a_practitioner_may_ask_the_business_unit_although_the_lead_declined(here):
    draft = decide(a_draft_in_the_tray(here["nurse"]), "do_not_refer", here["lead"])

    referral = escalate_refusal(draft, reasons="", by=here["nurse"], at=NOON)

    assert referral.stage == Stage.REFERRAL_RECEIVED
    assert letters_to(here["lead"]) == ["draft_waits", "draft_sent_on"]


def test_a_lead_hears_that_what_was_before_them_was_sent_on(here):
    draft = a_draft_in_the_tray(here["nurse"])

    offer_to_business_unit(draft, by=here["nurse"], at=NOON)

    assert letters_to(here["lead"]) == ["draft_waits", "draft_sent_on"]


def test_the_business_unit_reads_at_once_that_the_lead_declined():
    partnership = a_partnership(at=(now := about_now()))
    staff, unit = staff_of(partnership, at=now), the_people(partnership, at=now)
    draft = a_draft_in_the_tray(staff["nurse"], at=now)
    by = {"by": staff["lead"], "at": now}
    decide_as_lead(draft, outcome="do_not_refer", reasons="Not now.", **by)
    referral = escalate_refusal(draft, reasons="Now.", by=staff["nurse"], at=now)

    browser = signed_in(Client(), unit["coordinator"])
    page = browser.get(reverse("referral", args=[referral.public_id]))
    assert "Oriel Vantongeren: Do not refer" in page.content.decode()


def test_a_child_at_risk_is_never_held_in_a_tray(here):
    referral = a_draft_in_the_tray(here["nurse"], answers=AT_RISK)

    assert referral.stage == Stage.REFERRAL_RECEIVED
    assert letters_to(here["lead"]) == ["draft_waits"]
    assert sorted(letters_to(here["manager"])) == ["child_at_risk", "referral_arrived"]
    assert Deadline.objects.get(clock="lead_decision").met_on == NOON.date()


def test_a_risk_said_later_takes_the_draft_out_of_the_tray(here):
    draft = a_draft_in_the_tray(here["nurse"])

    save_answers(
        draft,
        keys=["safety.at_risk"],
        answers={"safety.at_risk": "not_known"},
        by=here["nurse"],
        at=NOON,
    )

    draft.refresh_from_db()
    assert draft.stage == Stage.REFERRAL_RECEIVED
    assert ChildAtRisk.objects.filter(referral=draft).exists()


def test_an_organisation_without_a_lead_has_no_tray(here):
    nurse = a_person(
        Role.PRACTITIONER,
        partnership=here["partnership"],
        organisation=staff_of(here["partnership"], name="A small school")[
            "organisation"
        ],
        at=NOON,
    )
    for held in nurse.organisation.roles_held.filter(role=Role.SAFEGUARDING_LEAD):
        held.ends_on = NOON.date()
        held.save(update_fields=["ends_on"])

    assert a_draft_in_the_tray(nurse).stage == Stage.REFERRAL_RECEIVED


@pytest.mark.parametrize(
    ("handed_over", "looked_at", "offered"),
    [
        (
            datetime(2026, 3, 11, 12, tzinfo=UTC),
            datetime(2026, 3, 12, 23, 59, tzinfo=UTC),
            0,
        ),
        (
            datetime(2026, 3, 11, 12, tzinfo=UTC),
            datetime(2026, 3, 13, 0, 1, tzinfo=UTC),
            1,
        ),
        (FRIDAY, datetime(2026, 3, 16, 23, 0, tzinfo=UTC), 0),
        (FRIDAY, datetime(2026, 3, 17, 1, 0, tzinfo=UTC), 1),
    ],
)
def test_after_one_working_day_it_is_offered_to_the_deputy(
    here, handed_over, looked_at, offered
):
    draft = a_draft_in_the_tray(here["nurse"], at=handed_over)

    assert offer_waiting_drafts(by=WORKER, at=looked_at) == offered

    draft.refresh_from_db()
    assert draft.lead == (here["deputy"] if offered else here["lead"])


def test_how_long_a_draft_waits_is_a_setting():
    partnership = a_partnership(at=NOON, draft_to_deputy_after=3)
    staff = staff_of(partnership)
    a_draft_in_the_tray(staff["nurse"])

    assert offer_waiting_drafts(by=WORKER, at=NOON + timedelta(days=5)) == 0
    assert offer_waiting_drafts(by=WORKER, at=NOON + timedelta(days=6)) == 1


def test_the_deputy_decides_as_the_lead_would(here):
    draft = a_draft_in_the_tray(here["nurse"])
    offer_waiting_drafts(by=WORKER, at=FRIDAY)
    assert drafts_waiting_for(here["deputy"], at=FRIDAY) == [draft]

    assert decide(draft, "refer", here["deputy"], at=FRIDAY).reference


def test_after_the_deputy_it_is_offered_to_the_business_unit(here):
    draft = a_draft_in_the_tray(here["nurse"])

    offer_waiting_drafts(by=WORKER, at=FRIDAY)
    assert offer_waiting_drafts(by=WORKER, at=FRIDAY + timedelta(hours=3)) == 0
    offer_waiting_drafts(by=WORKER, at=FRIDAY + timedelta(days=4))

    draft.refresh_from_db()
    assert draft.stage == Stage.REFERRAL_RECEIVED
    assert StepTaken.objects.get(step="offer_to_business_unit").by_kind == "system"


def test_without_a_deputy_it_goes_to_the_business_unit_at_once():
    partnership = a_partnership(at=NOON)
    draft = a_draft_in_the_tray(staff_of(partnership, deputy=False)["nurse"])

    offer_waiting_drafts(by=WORKER, at=FRIDAY)

    draft.refresh_from_db()
    assert draft.stage == Stage.REFERRAL_RECEIVED


def test_offering_twice_at_the_same_moment_offers_once(here):
    a_draft_in_the_tray(here["nurse"])

    offer_waiting_drafts(by=WORKER, at=FRIDAY)
    offer_waiting_drafts(by=WORKER, at=FRIDAY)

    assert StepTaken.objects.filter(step="offer_to_deputy").count() == 1


def test_the_writer_need_not_wait(here):
    draft = a_draft_in_the_tray(here["nurse"])

    offer_to_business_unit(draft, by=here["nurse"], at=NOON)

    draft.refresh_from_db()
    assert draft.stage == Stage.REFERRAL_RECEIVED


def test_nobody_else_sends_somebodys_draft_on(here):
    draft = a_draft_in_the_tray(here["nurse"])
    elsewhere = staff_of(here["partnership"], name="Quillshire Minds")

    with pytest.raises(Refused, match="not yours"):
        offer_to_business_unit(draft, by=elsewhere["nurse"], at=NOON)


def test_a_lead_refers_what_she_has_drafted_herself(here):
    draft = a_nurses_draft(here["lead"])

    assert refer(draft, by=here["lead"], at=NOON).stage == Stage.REFERRAL_RECEIVED


def test_the_due_date_of_the_lead_is_a_local_target(here):
    a_draft_in_the_tray(here["nurse"])

    assert Deadline.objects.get().due_on == date(2026, 3, 12)


def test_a_draft_that_does_not_say_whether_a_child_is_at_risk_is_not_held(here):
    answers = {k: v for k, v in ABOUT_PIPIT.items() if k != "safety.at_risk"}

    referral = a_draft_in_the_tray(here["nurse"], answers=answers)

    assert (referral.stage, referral.risk_now) == (Stage.REFERRAL_RECEIVED, "not_known")
