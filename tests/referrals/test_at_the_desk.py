"""The business unit asks, sets aside, opens a case, joins to one that there is."""

from datetime import UTC, date, datetime, timedelta

import pytest

from heed.audit.models import Entry
from heed.cases.actions import add_child, exclude_person
from heed.cases.deadlines import running_deadline
from heed.cases.history import history_of
from heed.cases.models import (
    AccessGrant,
    Child,
    Deadline,
    FamilyMember,
    OpenItem,
    ProtectedAddress,
    SafetyAction,
    StepTaken,
)
from heed.cases.steps import Refused
from heed.correspondence.models import OutgoingEmail
from heed.incidents.actions import settle_awareness
from heed.referrals.actions import (
    acknowledge,
    add_information,
    confirm_child_safe,
    give_new_secret,
    join_to_case,
    note_reading,
    open_case,
    refer,
    return_for_information,
    set_aside,
    show_withheld_address,
    type_in,
    withdraw_referral,
)
from heed.referrals.models import Channel, ChildAtRisk, Referral
from heed.referrals.queries import (
    children_at_risk,
    page_of_waiting,
    possible_matches,
    referral_of_secret,
    referrals_of_case,
    status_of_referral,
)
from heed.rulebook import process
from heed.rulebook.clocks import NOTIFICATION_DUE
from heed.rulebook.language import Role, Stage
from tests.cases.factories import NOON, a_case, declared, the_people
from tests.partnership.factories import a_partnership, a_person
from tests.referrals.factories import ABOUT_PIPIT, a_referral, written

pytestmark = pytest.mark.django_db
ASKED = "Which school does he go to? It decides who is asked."


@pytest.fixture
def here():
    partnership = a_partnership(at=NOON, reference_prefix="Q")
    return the_people(partnership) | {"partnership": partnership}


def letters():
    return [email.letter for email in OutgoingEmail.objects.all()]


def test_a_referral_is_returned_with_what_is_missing_and_why(here):
    referral = a_referral(here["partnership"])

    return_for_information(referral, reasons=ASKED, by=here["coordinator"], at=NOON)

    referral.refresh_from_db()
    assert referral.stage == Stage.RETURNED_FOR_INFORMATION
    sent = OutgoingEmail.objects.get(letter="more_wanted")
    assert "school" not in str(sent.fields)
    told = status_of_referral(referral)
    assert (told.words, told.has_question) == ("We have received it", True)


def test_what_is_added_brings_it_back(here):
    referral = a_referral(here["partnership"])
    return_for_information(referral, reasons=ASKED, by=here["coordinator"], at=NOON)

    add_information(referral, words="Thistlemere.", by=here["coordinator"], at=NOON)

    referral.refresh_from_db()
    assert referral.stage == Stage.REFERRAL_RECEIVED


def test_only_the_manager_sets_aside_and_the_referrer_is_told_in_neutral_words(here):
    referral = a_referral(here["partnership"])
    with pytest.raises(Refused, match="Only a manager"):
        set_aside(referral, reasons="An accident.", by=here["coordinator"], at=NOON)

    set_aside(referral, reasons="An accident.", by=here["manager"], at=NOON)

    referral.refresh_from_db()
    assert referral.stage == Stage.NOT_PURSUED
    assert "not_taken_further" in letters()
    assert Deadline.objects.get(clock="triage").met_on == NOON.date()
    assert list(page_of_waiting(here["manager"], 1, at=NOON)) == []


def test_a_referral_that_was_set_aside_may_still_become_a_case(here):
    referral = a_referral(here["partnership"])
    set_aside(referral, reasons="An accident.", by=here["manager"], at=NOON)

    assert (
        open_case(referral, by=here["manager"], at=NOON).stage == "under_consideration"
    )


def test_opening_a_case_puts_it_before_the_partners(here):
    referral = a_referral(here["partnership"])

    case = open_case(referral, by=here["coordinator"], at=NOON)

    referral.refresh_from_db()
    assert case.reference == referral.reference
    assert referral.case == case
    assert referral.stage == case.stage == Stage.UNDER_CONSIDERATION
    assert letters().count("case_opened") == 3
    assert AccessGrant.objects.filter(case=case).count() == 5
    assert referrals_of_case(case) == [referral]
    assert Deadline.objects.get(clock="triage").met_on == NOON.date()
    assert StepTaken.objects.get(step="open_case").case == case


def test_the_children_and_adults_of_a_case_are_those_who_were_understood(here):
    referral = a_referral(
        here["partnership"],
        child__1__sex="male",
        child__2__given="Junia",
        child__2__role="sibling",
        child__2__dob="about 2019",
    )

    case = open_case(referral, by=here["coordinator"], at=NOON)

    pipit, junia = Child.objects.filter(case=case)
    assert (pipit.given_name, pipit.family_name) == ("Tobiah", "Marchwinter")
    assert (pipit.born_on, pipit.sex, pipit.role) == (
        date(2010, 5, 14),
        "male",
        "subject",
    )
    assert (junia.role, junia.born_on) == ("sibling", None)
    assert "2019" in junia.born_as_typed
    mother = FamilyMember.objects.get(case=case)
    assert (mother.relationship, mother.name) == ("Mother", "Corisande Marchwinter")


def test_a_withheld_address_goes_where_addresses_are_protected(here):
    referral = a_referral(
        here["partnership"],
        child__1__address="14 Gannet Row",
        child__1__address_withheld="yes",
        adult__1__address="14 Gannet Row",
    )

    case = open_case(referral, by=here["coordinator"], at=NOON)

    child, mother = Child.objects.get(case=case), FamilyMember.objects.get(case=case)
    kept = {
        (p.of_child, p.of_member): p.address for p in ProtectedAddress.objects.all()
    }
    assert kept == {(child, None): "14 Gannet Row", (None, mother): "14 Gannet Row"}
    assert child.address is None
    assert mother.contact is None
    assert "Gannet" not in (child.notes or "")
    assert mother.must_not_be_told_address


def test_a_withheld_address_of_a_referral_is_opened_with_a_reason(here):
    referral = a_referral(
        here["partnership"],
        child__1__address="14 Gannet Row",
        child__1__address_withheld="yes",
    )

    with pytest.raises(Refused, match="give your reasons"):
        show_withheld_address(referral, reason=" ", by=here["manager"], at=NOON)
    with pytest.raises(Refused, match="Only a coordinator"):
        show_withheld_address(referral, reason="Why not", by=here["police"], at=NOON)
    shown = show_withheld_address(
        referral, reason="To ask for a welfare visit.", by=here["manager"], at=NOON
    )
    assert shown["child-1"] == "14 Gannet Row"
    opened = StepTaken.objects.get(step=process.OPEN_WITHHELD_ADDRESS.slug)
    assert opened.reasons == "To ask for a welfare visit."
    assert opened.by_name == here["manager"].name
    entries = Entry.objects.filter(what=process.OPEN_WITHHELD_ADDRESS.slug)
    assert [entry.refused for entry in entries] == [True, True, False]

    open_case(referral, by=here["coordinator"], at=NOON)
    referral.refresh_from_db()
    with pytest.raises(Refused, match="Only a manager"):
        show_withheld_address(
            referral, reason="To write", by=here["coordinator"], at=NOON
        )
    assert show_withheld_address(referral, reason="Why", by=here["manager"], at=NOON)


def test_what_a_referral_lacks_becomes_an_open_item_of_the_case(here):
    referral = a_referral(here["partnership"], answers={"safety.at_risk": "no"})

    case = open_case(referral, by=here["coordinator"], at=NOON)

    kinds = OpenItem.objects.filter(case=case).values_list("kind", flat=True)
    assert "referral.child" in kinds


def test_the_provisional_date_is_counted_from_the_earliest_known_day(here):
    referral = a_referral(here["partnership"], incident__date="6 March 2026")

    case = open_case(referral, by=here["coordinator"], at=NOON)

    deadline = running_deadline(case, NOTIFICATION_DUE)
    assert deadline.provisional
    assert deadline.counted_from_on == date(2026, 3, 6)
    assert deadline.due_on == date(2026, 3, 13)


def test_a_day_in_the_future_or_half_a_date_counts_for_nothing(here):
    for said in ("9 March 2062", "March 2026", "not known"):
        referral = a_referral(here["partnership"], incident__date=said)
        case = open_case(referral, by=here["coordinator"], at=NOON)
        assert running_deadline(case, NOTIFICATION_DUE).counted_from_on == NOON.date()


def test_a_risk_that_nobody_confirmed_stands_on_the_case(here):
    referral = a_referral(here["partnership"], safety__at_risk="yes")

    case = open_case(referral, by=here["coordinator"], at=NOON)

    assert SafetyAction.objects.get(case=case).is_open
    assert children_at_risk(here["coordinator"], at=NOON) == []


def test_a_risk_is_confirmed_once_by_whoever_made_sure(here):
    referral = a_referral(here["partnership"], safety__at_risk="yes")
    (kept,) = children_at_risk(here["manager"], at=NOON)

    confirm_child_safe(
        kept, outcome="Front door rang back.", by=here["manager"], at=NOON
    )

    assert children_at_risk(here["manager"], at=NOON) == []
    with pytest.raises(Refused, match="confirmed this already"):
        confirm_child_safe(kept, outcome="Again.", by=here["manager"], at=NOON)
    case = open_case(referral, by=here["manager"], at=NOON)
    assert not SafetyAction.objects.filter(case=case).exists()


@pytest.mark.parametrize(
    ("action", "rule", "more"),
    [
        (open_case, process.OPEN_CASE, {}),
        (return_for_information, process.RETURN_FOR_INFORMATION, {"reasons": "x"}),
        (set_aside, process.SET_ASIDE_REFERRAL, {"reasons": "x"}),
        (acknowledge, process.ACKNOWLEDGE_REFERRAL, {}),
    ],
)
def test_nobody_else_decides_about_a_referral(action, rule, more):
    referral = a_referral()
    for role in (Role.DELEGATED_PARTNER, Role.SAFEGUARDING_LEAD, Role.SCRUTINEER):
        assert role not in rule.by
        other = a_person(role, partnership=referral.partnership, at=NOON)
        with pytest.raises(Refused, match="Only"):
            action(referral, by=other, at=NOON, **more)
    stranger = a_person(Role.MANAGER, at=NOON)
    with pytest.raises(Refused, match="Only"):
        action(referral, by=stranger, at=NOON, **more)


def test_a_referral_opens_one_case(here):
    referral = a_referral(here["partnership"])
    open_case(referral, by=here["coordinator"], at=NOON)

    with pytest.raises(Refused):
        open_case(referral, by=here["coordinator"], at=NOON)


def test_once_a_case_holds_it_the_case_says_who_may_read_it(here):
    referral = a_referral(here["partnership"])
    case = open_case(referral, by=here["coordinator"], at=NOON)
    declared(case, here["police"], here["manager"])
    exclude_person(
        case,
        person=here["coordinator"],
        reason="His niece.",
        by=here["manager"],
        at=NOON,
    )

    def may_read(name):
        return referral in Referral.objects.visible_to(here[name], at=NOON)

    assert may_read("police")
    assert may_read("manager")
    assert not may_read("coordinator")
    assert not may_read("icb")


# The same child twice


def test_a_swapped_birthday_and_another_spelling_still_show_as_a_possible_match(here):
    first = a_referral(here["partnership"], child__1__dob="4 May 2010")
    second = a_referral(
        here["partnership"], child__1__given="Tobias", child__1__dob="5 April 2010"
    )

    found = possible_matches(second, here["coordinator"], at=NOON)

    assert (found.count, found.references) == (1, (first.reference,))


def test_a_child_of_the_same_family_name_alone_is_no_match(here):
    a_referral(here["partnership"])
    other = a_referral(
        here["partnership"],
        child__1__given="Junia",
        child__1__dob="1 July 2018",
        incident__date="1 March 2026",
    )

    assert possible_matches(other, here["coordinator"], at=NOON).count == 0


def test_a_match_in_a_case_is_named_only_to_who_stands_on_its_list(here):
    case = a_case(here["partnership"])
    add_child(
        case,
        by=here["coordinator"],
        at=NOON,
        given_name="Tobiah",
        family_name="Marchwinter",
        born_on=date(2010, 5, 14),
    )
    referral = a_referral(here["partnership"])
    newcomer = a_person(
        Role.COORDINATOR, partnership=here["partnership"], at=NOON + timedelta(days=1)
    )

    told = possible_matches(referral, here["manager"], at=NOON)
    untold = possible_matches(referral, newcomer, at=NOON + timedelta(days=1))

    assert (told.count, told.references) == (1, (case.reference,))
    assert (untold.count, untold.references) == (1, ())


def test_another_partnerships_children_match_nothing(here):
    a_referral()
    referral = a_referral(here["partnership"])

    assert possible_matches(referral, here["manager"], at=NOON).count == 0


def test_joining_keeps_both_histories_and_the_earliest_awareness(here):
    first = a_referral(here["partnership"])
    case = open_case(first, by=here["coordinator"], at=NOON)
    second = a_referral(here["partnership"], incident__date="2 March 2026")

    join_to_case(second, case, reasons="One boy.", by=here["coordinator"], at=NOON)

    second.refresh_from_db()
    assert second.stage == Stage.MERGED
    assert referrals_of_case(case) == [first, second]
    past = history_of(case, here["coordinator"], at=NOON)
    steps = [each.taken.step for each in past]
    assert steps.count("refer") == 2
    assert "merge_case" in steps
    assert running_deadline(case, NOTIFICATION_DUE).counted_from_on == date(2026, 3, 2)
    assert not Deadline.objects.filter(clock="triage", met_on=None).exists()


def test_joining_leaves_a_confirmed_awareness_alone(here):
    case = open_case(a_referral(here["partnership"]), by=here["coordinator"], at=NOON)
    settle_awareness(
        case,
        aware_at=NOON - timedelta(days=1),
        basis="The hospital told the front door.",
        by=here["local_authority"],
        at=NOON,
    )
    second = a_referral(here["partnership"], incident__date="2 March 2026")

    join_to_case(second, case, reasons="One boy.", by=here["coordinator"], at=NOON)

    running = running_deadline(case, NOTIFICATION_DUE)
    assert (running.counted_from_on, running.provisional) == (date(2026, 3, 10), False)


def test_a_referral_is_not_joined_to_another_partnerships_case(here):
    with pytest.raises(Refused, match="own partnership"):
        join_to_case(
            a_referral(here["partnership"]),
            a_case(),
            reasons="x",
            by=here["coordinator"],
            at=NOON,
        )


# By telephone and post


def test_what_came_by_telephone_counts_from_the_day_it_came(here):
    draft = type_in(
        partnership=here["partnership"],
        channel=Channel.TELEPHONE,
        by=here["coordinator"],
        at=NOON,
    )
    answers = {k: v for k, v in ABOUT_PIPIT.items() if k != "referrer.email"}
    written(draft, answers, by=here["coordinator"])

    referral = refer(
        draft, by=here["coordinator"], at=NOON, effective_on=date(2026, 3, 9)
    )

    assert referral.stated_on == date(2026, 3, 9)
    due = Deadline.objects.get(spine_id=referral.pk, clock="triage")
    assert (due.counted_from_on, due.due_on) == (date(2026, 3, 9), date(2026, 3, 10))
    assert Deadline.objects.get(clock="acknowledgement").met_on is None
    acknowledge(referral, by=here["manager"], at=NOON)
    assert Deadline.objects.get(clock="acknowledgement").met_on == NOON.date()


def test_a_paper_form_that_was_handed_over_fills_the_draft_in(here):
    from django.core.files.uploadedfile import SimpleUploadedFile

    from tests.referrals.factories import a_filled_form

    form = a_filled_form(
        here["partnership"], ABOUT_PIPIT | {"other.parallel": ["coroner", "dhr"]}
    )
    draft = type_in(
        partnership=here["partnership"],
        channel=Channel.WORD_FORM,
        file=SimpleUploadedFile("form.docx", form),
        by=here["coordinator"],
        at=NOON,
    )

    assert draft.answers["child.1.given"] == "Tobiah"
    assert draft.answers["other.parallel"] == ["coroner", "dhr"]
    assert "form.version" not in draft.answers


# After it was sent


def test_the_referrer_follows_it_by_reference_and_secret_and_learns_little(here):
    referral = a_referral(here["partnership"])
    secret = give_new_secret(referral, by=here["coordinator"], at=NOON)

    assert referral_of_secret(referral.reference.lower(), secret) == referral
    assert referral_of_secret(referral.reference, "0000-1111") is None
    assert referral_of_secret("Q-26-999", secret) is None
    assert referral_of_secret("", "") is None


def test_the_status_tells_three_words_and_a_day(here):
    referral = a_referral(here["partnership"])
    assert status_of_referral(referral).words == "We have received it"

    opened = datetime(2026, 3, 12, 9, 0, tzinfo=UTC)
    note_reading(referral, by=here["coordinator"], at=opened)
    note_reading(referral, by=here["manager"], at=opened + timedelta(hours=1))
    referral.refresh_from_db()

    told = status_of_referral(referral)
    assert (told.words, told.since) == ("It is being considered", opened)


def test_a_referrer_who_takes_it_back_is_noted_and_nothing_stops(here):
    referral = a_referral(here["partnership"])

    withdraw_referral(
        referral, reasons="She is afraid of him.", by=here["coordinator"], at=NOON
    )

    referral.refresh_from_db()
    assert referral.stage == Stage.REFERRAL_RECEIVED
    assert Deadline.objects.get(clock="triage").met_on is None


def test_children_at_risk_come_first(here):
    calm = a_referral(here["partnership"])
    urgent = a_referral(
        here["partnership"], safety__at_risk="yes", at=NOON + timedelta(hours=1)
    )

    later = NOON + timedelta(hours=2)
    assert list(page_of_waiting(here["manager"], 1, at=later)) == [urgent, calm]
    assert ChildAtRisk.objects.get().referral == urgent
