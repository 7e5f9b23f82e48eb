"""Whoever is not sure stays out only until somebody else has decided."""

from datetime import date

import pytest

from heed.cases.actions import (
    decide_on_interest,
    declare_interest,
    exclude_person,
    grant_access,
    lift_exclusion,
)
from heed.cases.history import history_of
from heed.cases.interests import interests_to_decide
from heed.cases.models import AccessGrant, Case, Exclusion, OpenItem, StepTaken
from heed.cases.queries import (
    running_deadlines,
    waiting_for_declaration,
)
from heed.cases.steps import Refused
from heed.correspondence.models import OutgoingEmail
from heed.correspondence.writing import letter
from heed.partnership.actions import name_alternate
from heed.partnership.models import RoleHeld
from heed.rulebook.language import Role
from heed.rulebook.outcomes import InterestDecision
from tests.cases.factories import (
    NOON,
    a_case,
    declared,
    it_is,
    the_people,
)
from tests.partnership.factories import a_partnership, a_person, signed_in

pytestmark = pytest.mark.django_db
MAY, OUT, REPLACED = InterestDecision


@pytest.fixture
def here():
    """A case whose police partner is not sure; everybody else is free of interest."""
    partnership = a_partnership(at=NOON)
    people = the_people(partnership)
    case = a_case(partnership)
    unsure = people["police"]
    declaration = declare_interest(
        case, answer="unsure", details="A cousin?", by=unsure, at=NOON
    )
    declared(case, *(each for each in people.values() if each != unsure))
    return people | {"case": case, "declaration": declaration}


def opens(person, case):
    return Case.objects.visible_to(person, at=NOON).filter(pk=case.pk).exists()


def decide(here, outcome, by="manager", **more):
    return decide_on_interest(
        here["declaration"],
        outcome=outcome,
        reason="A namesake, not kin.",
        by=here[by],
        at=NOON,
        **more,
    )


def let_in(here, first="manager", second="icb"):
    """Letting in takes two; `test_letting_in_takes_two.py` says which two."""
    for by in (first, second):
        decide(here, MAY, by=by)


def letters_to(person):
    kept = OutgoingEmail.objects.all()
    return [each.letter for each in kept if each.to_address == person.email]


def test_two_let_in_whoever_was_not_sure_and_they_are_told(here):
    let_in(here)

    assert opens(here["police"], here["case"])
    assert letters_to(here["police"]) == ["interest_cleared"]
    taken = StepTaken.objects.filter(step="decide_on_interest")
    assert [each.outcome for each in taken] == [MAY, MAY]


def test_who_stays_out_is_told_without_the_number_of_the_case(here):
    decide(here, OUT)

    assert not opens(here["police"], here["case"])
    email = OutgoingEmail.objects.get(letter="interest_stays_out")
    said = letter(email.letter).filled(email.fields)
    assert here["case"].reference not in " ".join(said)


def test_the_manager_is_told_that_a_declaration_waits_and_a_partner_is_not(here):
    assert "interest_declared" in letters_to(here["manager"])
    assert letters_to(here["icb"]) == []
    assert interests_to_decide(here["manager"], at=NOON) == [here["declaration"]]
    assert interests_to_decide(here["icb"], at=NOON) == []


def test_nobody_decides_on_their_own_interest(here):
    with pytest.raises(Refused):
        decide(here, MAY, by="police")

    assert not opens(here["police"], here["case"])


def test_what_is_not_decided_is_decided_and_not_lifted(here):
    exclusion = Exclusion.objects.get(person=here["police"])

    with pytest.raises(Refused, match="Nobody has decided"):
        lift_exclusion(
            exclusion, outcome=MAY, reason="Fine.", by=here["manager"], at=NOON
        )


def test_another_reason_to_keep_somebody_out_is_not_swept_away(here):
    let_in(here)
    exclude_person(
        here["case"],
        person=here["police"],
        reason="Named in it.",
        by=here["manager"],
        at=NOON,
    )

    assert not opens(here["police"], here["case"])
    with pytest.raises(Refused, match="already"):
        exclude_person(
            here["case"],
            person=here["police"],
            reason="Again.",
            by=here["manager"],
            at=NOON,
        )


def test_a_decision_needs_reasons_and_is_taken_once(here):
    with pytest.raises(Refused, match="Please give your reasons"):
        decide_on_interest(
            here["declaration"], outcome=MAY, reason=" ", by=here["manager"], at=NOON
        )
    decide(here, OUT)
    with pytest.raises(Refused, match="decided already"):
        decide(here, MAY, by="icb")


def test_the_alternate_of_the_same_body_steps_in_by_herself():
    partnership = a_partnership(at=NOON)
    people = the_people(partnership)
    case = a_case(partnership)
    home = RoleHeld.objects.get(person=people["police"]).organisation
    alternate = a_person(
        Role.PRACTITIONER, partnership=partnership, organisation=home, at=NOON
    )
    name_alternate(
        RoleHeld.objects.get(person=people["police"]),
        person=alternate,
        by=people["manager"],
        at=NOON,
    )
    assert not AccessGrant.objects.filter(case=case, person=alternate).exists()

    declare_interest(case, answer="has", details="", by=people["police"], at=NOON)

    assert list(waiting_for_declaration(alternate, at=NOON)) == [case]
    assert letters_to(alternate) == ["you_step_in"]
    assert AccessGrant.objects.get(case=case, person=alternate).seat == "police"


def test_where_nobody_can_act_a_gap_says_so_until_somebody_can(here):
    gap = OpenItem.objects.get(case=here["case"], kind="nobody_for.police")
    assert gap.label.startswith("Nobody can act here as: Police")

    decide(here, MAY)
    gap.refresh_from_db()
    assert not gap.answered_at

    decide(here, MAY, by="icb")
    gap.refresh_from_db()
    assert gap.answered_at


def test_replaced_by_somebody_of_another_body_is_refused(here):
    with pytest.raises(Refused, match="not of the same body"):
        decide(here, REPLACED, alternate=here["icb"])
    with pytest.raises(Refused, match="who steps in"):
        decide(here, REPLACED)


def test_replaced_by_a_colleague_of_the_same_body(here):
    colleague = a_person(
        Role.DELEGATED_PARTNER,
        partnership=here["case"].partnership,
        seat="police",
        at=NOON,
    )
    decide(here, REPLACED, alternate=colleague)

    assert Exclusion.objects.get(person=here["police"]).replaced_by == colleague
    assert list(waiting_for_declaration(colleague, at=NOON)) == [here["case"]]


def test_the_reasons_are_read_in_the_history_by_those_who_decide_alone(here):
    decide(here, OUT)

    def told(person):
        past = history_of(here["case"], person, at=NOON)
        return next(p for p in past if p.taken.step == "decide_on_interest")

    assert told(here["icb"]).reasons == "A namesake, not kin."
    assert told(here["coordinator"]).reasons is None
    assert told(here["coordinator"]).reasons_kept_back


def test_who_is_kept_out_is_told_of_no_deadline_and_of_no_danger(here):
    from heed.cases.actions import note_earliest_awareness, raise_safety_action

    decide(here, OUT)
    note_earliest_awareness(
        here["case"], on=date(2026, 3, 2), by=here["manager"], at=NOON
    )
    raise_safety_action(
        here["case"],
        what="Visit tonight.",
        owner="",
        owner_organisation="Quillshire Council",
        due_at=NOON,
        by=here["manager"],
        at=NOON,
    )

    assert running_deadlines(here["police"], at=NOON) == []
    assert "safety_action" not in letters_to(here["police"])
    assert "safety_action" in letters_to(here["icb"])


def test_no_letter_about_a_publication_or_of_the_scrutineer_goes_to_who_stays_out(here):
    from heed.publications.actions import tell_of_withdrawal
    from heed.rapid_reviews.actions import comment_as_scrutineer

    case = here["case"]
    scrutineer = a_person(Role.SCRUTINEER, partnership=case.partnership, at=NOON)
    grant_access(
        case, person=scrutineer, role=Role.SCRUTINEER, by=here["manager"], at=NOON
    )
    declared(case, scrutineer)
    comment_as_scrutineer(
        case, kind="comment", about="", words="Why?", by=scrutineer, at=NOON
    )
    tell_of_withdrawal(case, by=here["manager"], at=NOON)

    assert letters_to(here["police"]) == []
    assert {"scrutineer_commented", "page_withdrawn"} <= set(letters_to(here["icb"]))


def test_the_page_of_interests_is_not_there_for_who_decides_nothing(here, client):
    with it_is(NOON):
        signed_in(client, here["coordinator"])
        for page in (
            f"/cases/{here['case'].public_id}/interests/",
            f"/interests/{here['declaration'].public_id}/",
        ):
            assert client.get(page).status_code == 404
