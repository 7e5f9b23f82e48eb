"""After a split each goes on by itself, and none of them forgets the other: who stepped
back, whose names are left out, what comes later, what its sender is told."""

from datetime import date, timedelta

import pytest
from django.db import connection
from django.test import Client
from django.urls import reverse

from heed.audit.actors import AnonymousReferrer
from heed.cases.access import is_excluded
from heed.cases.deadlines import running_deadline
from heed.cases.models import Child, OpenItem, StepTaken
from heed.cases.steps import Refused, Seen, Stale
from heed.correspondence.models import OutgoingEmail
from heed.documents import storage
from heed.documents.models import Quarantine
from heed.documents.queries import documents_of
from heed.documents.storage import content_of
from heed.publications.register import register_of_case
from heed.referrals import pages
from heed.referrals.actions import (
    add_information,
    check_understood,
    join_to_referral,
    open_case,
    separate,
    set_aside,
    split_referral,
    step_back,
)
from heed.referrals.actions.withheld import protect
from heed.referrals.files import may_read_email
from heed.referrals.models import Checked, Referral, SplitOff
from heed.referrals.queries import gaps_to_ask_about, reading_of, status_of_referral
from heed.referrals.queries.following import goes_on_beside
from heed.referrals.rendition import left_out, people_of
from heed.referrals.splitting import BOTH, GOES, STAYS
from heed.rulebook.clocks import NOTIFICATION_DUE
from tests.cases.factories import NOON, declared, the_people
from tests.partnership.factories import a_partnership, signed_in
from tests.referrals.factories import (
    ABOUT_PIPIT,
    a_referral,
    an_emailed_form,
    arrived,
)
from tests.referrals.test_splitting import (
    JUNO,
    LATER,
    TWO,
    back,
    fresh,
    in_two,
    one_of_two,
)
from tests.walked import about_now

pytestmark = pytest.mark.django_db


def test_what_is_joined_is_taken_out_before_anything_is_split():
    referral, people = one_of_two()
    other = a_referral(referral.partnership)
    by = {"by": people["coordinator"], "at": NOON}
    join_to_referral(other, referral, reasons="One.", **by)

    with pytest.raises(Refused, match="out again first, then split"):
        in_two(fresh(referral), people)
    assert not SplitOff.objects.exists()


@pytest.mark.parametrize("place", [0, 1])
def test_who_steps_back_from_either_afterwards_reads_neither(place):
    referral, people = one_of_two()
    pair = in_two(referral, people)
    desk = people["coordinator"]

    step_back(pair[place], details="My aunt.", by=desk, at=LATER)

    assert not Referral.objects.at_the_desk_of(desk, at=LATER).exists()
    case = open_case(fresh(pair[1 - place]), by=people["manager"], at=LATER)
    assert is_excluded(desk, case)


def test_who_steps_back_from_one_is_kept_out_of_the_case_of_the_other():
    referral, people = one_of_two()
    first, taken = in_two(referral, people)
    case = open_case(taken, by=people["manager"], at=LATER)

    step_back(first, details="", by=people["coordinator"], at=LATER)

    assert is_excluded(people["coordinator"], case)


def test_who_steps_back_from_one_reads_the_email_of_neither():
    partnership = a_partnership(at=NOON, reference_prefix="Q")
    people = the_people(partnership)
    arrived(an_emailed_form(partnership, answers=ABOUT_PIPIT | JUNO), partnership)
    first, desk = Referral.objects.get(), people["coordinator"]
    parts = {"child-1": STAYS, "child-2": GOES}
    more = {"reasons": "Two.", "by": people["manager"], "at": NOON}
    split_referral(first, parts=parts, papers={}, added={}, **more)
    assert may_read_email(first.email, desk, at=NOON)

    step_back(fresh(first), details="", by=desk, at=NOON)

    assert not may_read_email(first.email, desk, at=NOON)


def test_with_names_off_the_people_of_the_other_one_are_left_out_too():
    told = {"incident.what": "Tobiah Marchwinter was found, and Juno Ashdown too."}
    referral, people = one_of_two(told=told)
    first, taken = in_two(referral, people)
    case = open_case(taken, by=people["manager"], at=LATER)

    assert "Tobiah" not in left_out(told["incident.what"], people_of(fresh(taken)))
    assert "Juno" not in left_out(told["incident.what"], people_of(first))
    values = {each.value for each in register_of_case(case).entries}
    assert {"Tobiah Marchwinter", "Corisande Marchwinter", "3 Plover Row"} <= values


def test_what_was_taken_out_of_what_was_taken_out_leaves_all_of_them_out():
    told = {"incident.what": "Tobiah Marchwinter was found."}
    referral, people = one_of_two(told=told)
    _, taken = in_two(referral, people, TWO | {"child-3": GOES})
    third = split_referral(
        taken,
        parts={"child-1": STAYS, "child-2": GOES},
        papers={},
        added={},
        reasons="Three.",
        by=people["coordinator"],
        at=LATER,
    )

    assert "Tobiah" not in left_out(told["incident.what"], people_of(fresh(third)))


def test_an_answer_to_a_doubt_stays_with_its_doubt_and_comes_back():
    referral, people = one_of_two()
    doubts = [("child-1", "Tobiah?"), ("child-2", "Juno?"), ("document", "Late?")]
    referral.reading |= {
        "flags": [{"name": "twins", "where": w, "why": why} for w, why in doubts]
    }
    referral.save(update_fields=["reading"])
    said = [(f"flag.{n}.twins", "right", f"Seen {n}", "") for n in (1, 3)]
    check_understood(referral, answers=said, by=people["coordinator"], at=NOON)

    first, taken = in_two(fresh(referral), people)

    assert answered(taken) == {"flag.2.twins": "Seen 3"}  # that of Juno is open
    assert answered(first) == {"flag.1.twins": "Seen 1", "flag.2.twins": "Seen 3"}
    said = [("flag.1.twins", "right", "Juno seen", "")]
    check_understood(taken, answers=said, by=people["coordinator"], at=LATER)
    first, _ = back(first, fresh(taken), people)
    assert answered(first) == {
        "flag.1.twins": "Seen 1",
        "flag.2.twins": "Juno seen",
        "flag.3.twins": "Seen 3",
    }


def answered(referral):
    return {c.item: c.said for c in Checked.objects.filter(referral=referral)}


def test_both_cases_count_from_the_earliest_day_that_either_speaks_of():
    referral, people = one_of_two(told={"incident.date": "2 March 2026"})
    first, taken = in_two(referral, people, TWO | {"incident": GOES})

    days = []
    for each in (first, taken):
        case = open_case(each, by=people["manager"], at=LATER)
        days.append(running_deadline(case, NOTIFICATION_DUE).counted_from_on)

    assert days == [date(2026, 3, 2)] * 2


def test_what_comes_later_to_the_first_is_a_gap_of_the_one_taken_out():
    referral, people = one_of_two()
    first, taken = in_two(referral, people)
    third = another_out_of(taken, people, {"child-1": BOTH, "criteria": GOES})
    case = open_case(fresh(taken), by=people["manager"], at=LATER)
    letters = OutgoingEmail.objects.filter(letter="information_added")
    before = letters.count()

    by = AnonymousReferrer(str(first.pk))
    add_information(first, words="Juno was hurt again.", by=by, at=LATER)

    for spine in (case, third):
        gap = OpenItem.objects.get(spine_id=spine.pk, kind__startswith="split.added")
        assert f"added to {first.reference}" in gap.label
        assert "Juno" not in gap.label
    assert gap not in gaps_to_ask_about(third)
    told = {each.fields["reference"] for each in letters}
    assert told >= {first.reference, taken.reference, third.reference}
    assert letters.count() > before


def test_what_comes_later_to_one_that_is_whole_again_is_no_gap_beside_it():
    referral, people = one_of_two()
    first, taken = back(*in_two(referral, people), people)
    gaps = OpenItem.objects.filter(kind__startswith="split.added")
    by = AnonymousReferrer(str(first.pk))

    add_information(first, words="More.", by=by, at=LATER)
    assert not gaps.exists()

    separate(taken, reasons="Two.", by=people["coordinator"], at=LATER)
    add_information(fresh(first), words="More.", by=by, at=LATER)
    assert gaps.get().spine_id == taken.pk


def another_out_of(referral, people, parts):
    return split_referral(
        referral,
        parts=parts,
        papers={},
        added={},
        reasons="Two again.",
        by=people["coordinator"],
        at=LATER,
    )


def test_put_together_is_a_step_of_the_first_and_stales_its_open_pages():
    referral, people = one_of_two()
    first, taken = in_two(referral, people)
    shown = Seen(version=first.version)

    back(first, taken, people)

    said = [("child-2.given", "corrected", "Christopher", "Kit")]
    with pytest.raises(Stale):
        check_understood(
            first, answers=said, by=people["coordinator"], at=LATER, seen=shown
        )
    past = StepTaken.objects.get(spine_id=first.pk, step="put_together_again")
    assert past.reasons == "One after all."


def test_what_was_put_right_on_either_of_what_stands_in_both_counts():
    referral, people = one_of_two()
    first, taken = in_two(referral, people)
    for each, where, later in ((first, "Quay", 1), (taken, "Boathouse", 2)):
        said = [("incident.place", "corrected", where, "")]
        at = LATER + timedelta(minutes=later)
        check_understood(each, answers=said, by=people["coordinator"], at=at)

    first, _ = back(fresh(first), fresh(taken), people)

    assert reading_of(first)["incident"]["place"] == "Boathouse"


def test_gaps_that_the_split_named_are_closed_when_it_is_whole_again():
    referral, people = one_of_two()
    first, taken = in_two(referral, people, TWO | {"incident": GOES})
    gaps = OpenItem.objects.filter(spine_id=first.pk, answered_at=None)
    assert {"referral.what", "referral.when"} <= {gap.kind for gap in gaps}

    back(first, taken, people)

    assert not gaps.filter(kind__in=["referral.what", "referral.when"]).exists()


def test_a_gap_that_was_answered_before_is_not_named_again():
    referral, people = one_of_two(told={"incident.date": ""})
    gap = OpenItem.objects.get(spine_id=referral.pk, kind="referral.when")
    gap.answered_at, gap.answered_by = NOON, "Somebody"
    gap.save(update_fields=["answered_at", "answered_by"])

    in_two(referral, people)

    assert not OpenItem.objects.filter(kind="referral.when", answered_at=None).exists()


def test_joined_by_way_of_another_it_is_whole_again_and_can_be_set_aside():
    referral, people = one_of_two()
    first, taken = in_two(referral, people)
    between = a_referral(referral.partnership)
    back(between, taken, people)
    first, _ = back(first, fresh(between), people)

    assert status_of_referral(first).words == "We have received it"
    assert SplitOff.objects.get().back_at
    assert "Juno" in [child["given"] for child in reading_of(first)["children"]]
    set_aside(first, reasons="An accident.", by=people["manager"], at=LATER)
    assert status_of_referral(fresh(first)).has_ended


def test_two_that_are_joined_to_what_came_out_of_each_other_have_a_status():
    referral, people = one_of_two()
    first, taken = in_two(referral, people)
    other = a_referral(referral.partnership, answers=ABOUT_PIPIT | JUNO)
    its = another_out_of(other, people, TWO)
    back(fresh(other), taken, people)
    back(first, its, people)

    assert status_of_referral(fresh(first)).words == "We have received it"
    assert goes_on_beside(fresh(first))


def test_joined_and_taken_out_again_its_sender_still_knows_the_first_alone():
    referral, people = one_of_two()
    first, taken = back(*in_two(referral, people), people)
    by = {"by": people["manager"], "at": LATER}
    separate(taken, reasons="Two.", **by)
    letters = OutgoingEmail.objects.filter(letter="not_taken_further")

    set_aside(fresh(first), reasons="An accident.", **by)
    assert not status_of_referral(fresh(first)).has_ended
    assert not letters.exists()

    set_aside(fresh(taken), reasons="An accident.", **by)
    assert [each.fields["reference"] for each in letters] == [first.reference]


def test_a_page_that_is_no_longer_right_is_asked_anew():
    referral, people = one_of_two(at=(now := about_now()))
    browser = signed_in(Client(), people["coordinator"])
    where = reverse("split_referral", args=[referral.public_id])
    form = browser.get(where).context["form"]
    sent = {name: form[name].value() for name in form.fields}
    sent |= {"parts-child-3": GOES, "reasons": "Kit is another."}
    in_two(referral, people, at=now)

    for _ in range(2):  # the same choices are not sent again by pressing again
        page = browser.post(where, sent)
        assert "counted anew" in page.content.decode()
        asked = page.context["form"]
        assert asked["reasons"].value() == "Kit is another."
        assert {asked[each.field].value() for each in asked.offered} == {BOTH}
    assert SplitOff.objects.count() == 1


def test_what_it_said_before_hides_where_either_must_not_be_found():
    open_then = {"child.2.address_withheld": ""}
    referral, people = one_of_two(told=open_then, at=(now := about_now()))
    _, taken = in_two(referral, people, at=now)
    case = open_case(taken, by=people["manager"], at=now)
    declared(case, people["manager"], at=now)
    row = SplitOff.objects.get()
    assert "Plover Row" in str(pages.before_split(row)["typed"])

    child = Child.objects.get(case=case)
    protect(case, "3 Plover Row", of_child=child, by=people["manager"], at=now)

    row = SplitOff.objects.get()
    assert "Plover Row" not in str(pages.before_split(row)["typed"])


def test_each_split_has_a_page_of_its_own():
    referral, people = one_of_two(at=(now := about_now()))
    first, taken = in_two(referral, people, at=now)
    again = split_referral(
        first,
        parts={"child-1": STAYS, "child-2": GOES},
        papers={},
        added={},
        reasons="Three.",
        by=people["coordinator"],
        at=now,
    )
    browser = signed_in(Client(), people["coordinator"])

    names = []
    for each in (taken, again):
        split = SplitOff.objects.get(taken=each)
        page = browser.get(
            reverse("before_split", args=[first.public_id, split.public_id])
        )
        names.append("Juno" in page.content.decode())
    assert names == [True, False]


def test_files_are_copied_before_the_step_opens_and_stay_as_they_came(monkeypatch):
    referral, people = one_of_two()
    (paper,) = documents_of(referral)
    paper.quarantine = Quarantine.CLEAN
    paper.save(update_fields=["quarantine"])
    outside, deep = len(connection.savepoint_ids), []
    sealed = storage.keep

    def keep(*said):
        deep.append(len(connection.savepoint_ids) - outside)
        return sealed(*said)

    monkeypatch.setattr(storage, "keep", keep)
    _, taken = in_two(referral, people)

    assert deep == [0]
    (copy,) = documents_of(taken)
    kept = ("quarantine", "received_at", "size", "digest", "purpose")
    for name in kept:
        assert getattr(copy, name) == getattr(paper, name)
    assert b"".join(content_of(copy)) == b"What I saw of Juno."


def test_nothing_is_copied_for_a_split_that_is_refused(monkeypatch):
    referral, people = one_of_two()
    copied = []
    monkeypatch.setattr(storage, "keep", lambda *said: copied.append(said))

    with pytest.raises(Refused):
        in_two(referral, people | {"coordinator": people["police"]})

    assert copied == []
