"""A referral that tells of two incidents becomes two: nothing is lost, both count from
the same day, and until a case holds one of them it can be undone."""

from datetime import timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from heed.audit.actors import AnonymousReferrer
from heed.audit.models import Entry
from heed.cases.models import Child, Deadline, StepTaken
from heed.cases.steps import Refused
from heed.correspondence.models import OutgoingEmail
from heed.documents.queries import documents_of
from heed.documents.storage import content_of
from heed.referrals.actions import (
    add_information,
    add_paper,
    check_understood,
    confirm_child_safe,
    join_to_referral,
    open_case,
    refer,
    return_for_information,
    set_aside,
    split_referral,
    step_back,
)
from heed.referrals.models import ChildAtRisk, Referral, Referrer, SplitOff
from heed.referrals.queries import (
    found_by,
    possible_matches,
    put_right,
    reading_of,
    splits_of,
    status_of_referral,
    to_join,
)
from heed.referrals.splitting import BOTH, GOES, STAYS
from heed.rulebook.language import Stage
from tests.cases.factories import NOON, declared, the_people
from tests.partnership.factories import a_partnership, signed_in
from tests.referrals.factories import ABOUT_PIPIT, a_draft
from tests.walked import about_now, walked_once

LATER = NOON + timedelta(days=1)
JUNO = {
    "safety.at_risk": "not_known",
    "child.2.given": "Juno",
    "child.2.family": "Ashdown",
    "child.2.role": "index",
    "child.2.address": "3 Plover Row",
    "child.2.address_withheld": "yes",
    "child.4.given": "Kit",
    "child.4.family": "Marchwinter",
    "key_date.1.date": "2 March 2026",
    "key_date.1.event": "Juno was seen at the surgery.",
    "lead.name": "Oriel Vantongeren",
}
TWO = {"child-1": STAYS, "child-2": GOES, "child-3": STAYS, "key_date": GOES}


@walked_once
def one_of_two(*, told=None, at=NOON):
    """A referral that tells of Tobiah and of Juno, with a paper and an addition; and
    who works in the business unit."""
    partnership = a_partnership(at=at, reference_prefix="Q")
    people = the_people(partnership, at=at)
    draft = a_draft(partnership, answers=ABOUT_PIPIT | JUNO | (told or {}), at=at)
    by = AnonymousReferrer(str(draft.pk))
    paper = SimpleUploadedFile("Juno Ashdown.txt", b"What I saw of Juno.")
    add_paper(draft, file=paper, by=by, at=at)
    referral = refer(draft, by=by, at=at)
    add_information(referral, words="Juno was moved to her aunt.", by=by, at=at)
    return referral, people


def in_two(referral, people, parts=TWO, *, where=GOES, at=LATER):
    """The same, split: what came with it goes where it is said."""
    (paper,), added = documents_of(referral), referral.added.get()
    taken = split_referral(
        referral,
        parts=parts,
        papers={paper.public_id: where},
        added={added.public_id: where},
        reasons="Two families, and one weekend.",
        by=people["coordinator"],
        at=at,
    )
    return fresh(referral), fresh(taken)


def fresh(referral):
    return Referral.objects.get(pk=referral.pk)


def names(referral):
    return [child["given"] for child in reading_of(referral)["children"]]


def back(first, taken, people):
    reasons = {"reasons": "One after all.", "by": people["coordinator"], "at": LATER}
    join_to_referral(taken, first, **reasons)
    return fresh(first), fresh(taken)


@pytest.mark.django_db
def test_two_referrals_each_of_its_own_child():
    first, taken = in_two(*one_of_two())

    assert (names(first), names(taken)) == (["Tobiah", "Kit"], ["Juno"])
    assert "key_date.1.event" not in first.answers
    assert taken.answers["key_date.1.event"] == JUNO["key_date.1.event"]
    assert taken.answers["incident.what"] == first.answers["incident.what"]
    assert "child.2.given" not in first.answers
    assert taken.stage == first.stage == Stage.REFERRAL_RECEIVED
    assert taken.reference != first.reference
    assert taken.data_key_id != first.data_key_id


@pytest.mark.django_db
def test_both_count_from_the_day_on_which_it_came():
    first, taken = in_two(*one_of_two())

    clocks = Deadline.objects.filter(superseded_at=None)
    due = {
        c.spine_id: (c.counted_from_on, c.due_on) for c in clocks.filter(clock="triage")
    }
    assert due[first.pk] == due[taken.pk]
    assert (taken.received_at, taken.stated_on) == (first.received_at, first.stated_on)
    answered = clocks.get(clock="acknowledgement", spine_id=taken.pk)
    assert answered.met_on


@pytest.mark.django_db
def test_the_sender_the_risk_and_what_is_withheld_go_with_it():
    first, taken = in_two(*one_of_two())

    identities = [
        Referrer.objects.get(referral=each).identity for each in (first, taken)
    ]
    assert identities[0] == identities[1]
    assert ChildAtRisk.objects.filter(confirmed_at=None).count() == 2
    assert taken.risk_now == first.risk_now == "not_known"
    assert (taken.withheld, list(first.withheld.values())) == (
        {"child-1": "3 Plover Row"},
        ["3 Plover Row"],  # of nobody here, and kept from view all the same
    )
    assert not taken.receipt_hash


@pytest.mark.django_db
def test_an_answered_risk_is_answered_on_both():
    referral, people = one_of_two()
    risk = ChildAtRisk.objects.get(referral=referral)
    confirm_child_safe(
        risk, outcome="Seen.", answer="no", by=people["manager"], at=NOON
    )

    _, taken = in_two(referral, people)

    assert ChildAtRisk.objects.get(referral=taken).outcome == "Seen."


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("where", "stays", "goes"), [(STAYS, 1, 0), (GOES, 0, 1), (BOTH, 1, 1)]
)
def test_papers_and_what_was_added_stand_where_somebody_says(where, stays, goes):
    first, taken = in_two(*one_of_two(), where=where)

    for each, count in ((first, stays), (taken, goes)):
        assert len(documents_of(each)) == each.added.count() == count
    for paper in documents_of(taken):
        assert paper.name == "Juno Ashdown.txt"
        assert b"".join(content_of(paper)) == b"What I saw of Juno."
    for one in taken.added.all():
        assert one.words == "Juno was moved to her aunt."


@pytest.mark.django_db
def test_each_is_found_by_its_own_child_alone():
    first, taken = in_two(*(made := one_of_two()))
    coordinator = made[1]["coordinator"]

    assert found_by(coordinator, "Juno Ashdown", at=LATER) == [taken]
    assert found_by(coordinator, "Tobiah Marchwinter", at=LATER) == [first]


@pytest.mark.django_db
def test_what_somebody_split_apart_is_not_suggested_to_be_one():
    referral, people = one_of_two()
    first, taken = in_two(referral, people, {"incident": GOES})
    coordinator = people["coordinator"]

    for one, other in ((first, taken), (taken, first)):
        assert possible_matches(one, coordinator, at=LATER).count == 0
        offered = to_join(one, coordinator, at=LATER)
        assert [each for each, _ in offered] == [other]  # by which it is undone


@pytest.mark.django_db
def test_what_was_put_right_goes_with_what_it_is_about():
    referral, people = one_of_two()
    said = [
        ("child-2.family", "corrected", "Ashdown-Bray", "Ashdown"),
        ("child-3.given", "corrected", "Christopher", "Kit"),
        ("incident.place", "corrected", "The quay", ""),
    ]
    check_understood(referral, answers=said, by=people["coordinator"], at=NOON)

    first, taken = in_two(fresh(referral), people)

    assert {(c.item, c.said) for c in put_right(first)} == {
        ("child-2.given", "Christopher"),
        ("incident.place", "The quay"),
    }
    assert {(c.item, c.said) for c in put_right(taken)} == {
        ("child-1.family", "Ashdown-Bray"),
        ("incident.place", "The quay"),
    }
    assert names(first) == ["Tobiah", "Christopher"]


@pytest.mark.django_db
def test_why_is_kept_with_both_and_both_are_on_the_record():
    first, taken = in_two(*one_of_two())

    for each in (first, taken):
        past = StepTaken.objects.get(spine_id=each.pk, step="split_referral")
        assert past.reasons == "Two families, and one weekend."
        entries = Entry.objects.filter(what=past.step, subject_id=str(each.pk))
        assert entries.count() == 1


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("parts", "why"),
    [
        ({}, "both would say the same"),
        ({"child-1": BOTH}, "both would say the same"),
        (dict.fromkeys(("child-1", "child-2", "child-3", "adult-1"), GOES), "nothing"),
    ],
)
def test_what_is_no_split_is_refused_with_a_sentence(parts, why):
    referral, people = one_of_two()
    if why == "nothing":
        parts |= dict.fromkeys(("incident", "criteria", "key_date"), GOES)

    with pytest.raises(Refused, match=why):
        in_two(referral, people, parts)
    assert Referral.objects.count() == 1


@pytest.mark.django_db
def test_only_the_business_unit_splits_and_not_in_a_case():
    referral, people = one_of_two()
    with pytest.raises(Refused, match="Only"):
        in_two(referral, people | {"coordinator": people["police"]})
    open_case(referral, by=people["manager"], at=NOON)
    with pytest.raises(Refused, match="Under consideration"):
        in_two(fresh(referral), people)


@pytest.mark.django_db
def test_who_stepped_back_reads_neither():
    referral, people = one_of_two()
    step_back(referral, details="", by=people["coordinator"], at=NOON)

    _, taken = in_two(referral, people | {"coordinator": people["manager"]})

    seen = Referral.objects.at_the_desk_of(people["coordinator"], at=LATER)
    assert not seen.exists()
    assert taken.is_closed_to(people["coordinator"])


@pytest.mark.django_db
def test_its_referrer_is_told_of_an_end_when_both_have_ended():
    referral, people = one_of_two()
    first, taken = in_two(referral, people)
    ended = {"reasons": "An accident.", "by": people["manager"], "at": LATER}
    letters = OutgoingEmail.objects.filter(letter="not_taken_further")
    set_aside(first, **ended)
    assert not status_of_referral(fresh(first)).has_ended
    assert not letters.exists()

    set_aside(taken, **ended)
    assert status_of_referral(fresh(first)).has_ended
    assert [each.fields["reference"] for each in letters] == [first.reference]


@pytest.mark.django_db
def test_a_question_about_either_is_one_about_the_reference_that_its_referrer_has():
    referral, people = one_of_two()
    first, taken = in_two(referral, people)

    return_for_information(taken, reasons="Where?", by=people["manager"], at=LATER)

    asked = OutgoingEmail.objects.get(letter="more_wanted")
    assert asked.fields["reference"] == first.reference
    assert status_of_referral(fresh(first)).has_question


# One again


@pytest.mark.django_db
def test_joined_again_the_first_says_all_that_it_said():
    referral, people = one_of_two()
    before = (referral.answers, referral.reading, referral.withheld)
    first, taken = in_two(referral, people)
    said = [("child-1.given", "corrected", "June", "Juno")]
    check_understood(taken, answers=said, by=people["coordinator"], at=LATER)
    assert splits_of(first, people["coordinator"], at=LATER)

    first, taken = back(first, fresh(taken), people)

    assert (first.answers, first.reading, first.withheld) == before
    assert names(first) == ["Tobiah", "June", "Kit"]
    assert (taken.stage, taken.joined_to) == (Stage.MERGED, first)
    assert splits_of(first, people["coordinator"], at=LATER) == []
    case = open_case(first, by=people["manager"], at=LATER)
    assert Child.objects.filter(case=case).count() == 3


@pytest.mark.django_db
def test_what_was_split_twice_is_put_together_the_last_first():
    referral, people = one_of_two()
    first, taken = in_two(referral, people)
    third = split_referral(
        first,
        parts={"child-1": STAYS, "child-2": GOES},
        papers={},
        added={},
        reasons="Three.",
        by=people["coordinator"],
        at=LATER + timedelta(hours=1),
    )
    with pytest.raises(Refused, match="split again since"):
        back(fresh(first), taken, people)
    with pytest.raises(Refused, match="instead"):
        back(fresh(third), fresh(first), people)

    back(fresh(first), fresh(third), people)
    first, _ = back(fresh(first), taken, people)

    assert names(first) == ["Tobiah", "Juno", "Kit"]
    assert SplitOff.objects.filter(back_at=None).count() == 0


# Its page


@pytest.mark.django_db
def test_it_is_split_on_its_page_and_each_page_names_the_other():
    referral, people = one_of_two(at=(now := about_now()))
    browser = signed_in(Client(), people["coordinator"])
    page = browser.get(where := reverse("split_referral", args=[referral.public_id]))
    form = page.context["form"]
    for words in ("Child 2: Juno Ashdown", "File: Juno Ashdown.txt", "Added by"):
        assert words in page.content.decode()
    assert "Plover Row" not in page.content.decode()
    sent = {name: form[name].initial for name in form.fields if name != "reasons"}
    wrong = browser.post(where, sent | {"reasons": "Two."})
    assert "both would say the same" in wrong.content.decode()

    sent |= {"parts-child-1": STAYS, "parts-child-2": GOES, "reasons": "Two."}
    for _ in range(2):  # pressed twice
        done = browser.post(where, sent)
        assert done.status_code == 302

    taken = (split := SplitOff.objects.get()).taken
    here = browser.get(done.url).content.decode()
    there = browser.get(reverse("referral", args=[taken.public_id])).content.decode()
    assert f"{taken.reference}</a> was taken out of this one" in here
    assert "Taken out of" in there
    for each in (referral, taken):
        before = browser.get(
            reverse("before_split", args=[each.public_id, split.public_id])
        )
        assert "Tobiah" in before.content.decode()
        assert "Juno" in before.content.decode()
        assert "Plover Row" not in before.content.decode()
        read = Entry.objects.filter(what="read_referral", subject_id=str(each.pk))
        assert read.filter(at__gte=now).count() >= 2


@pytest.mark.django_db
def test_what_it_said_before_is_read_by_who_may_read_both_with_names_on():
    referral, people = one_of_two(at=(now := about_now()))
    first, taken = in_two(referral, people, at=now)
    split = SplitOff.objects.get()
    where = reverse("before_split", args=[first.public_id, split.public_id])
    step_back(taken, details="", by=people["coordinator"], at=now)
    assert signed_in(Client(), people["coordinator"]).get(where).status_code == 404
    case = open_case(first, by=people["manager"], at=now)
    manager = signed_in(Client(), people["manager"])
    assert manager.get(where).status_code == 404  # has not declared an interest yet
    declared(case, people["manager"], at=now)
    assert manager.get(where).url == reverse("referral", args=[first.public_id])

    manager.post(reverse("case_names", args=[case.public_id]), {"names": "on"})
    assert "Juno" in manager.get(where).content.decode()


@pytest.mark.django_db
def test_the_page_is_nobody_elses():
    referral, people = one_of_two(at=about_now())
    where = reverse("split_referral", args=[referral.public_id])

    assert signed_in(Client(), people["police"]).get(where).status_code in {403, 404}
    manager = signed_in(Client(), people["manager"])
    assert manager.get(where).status_code == 200
    case = open_case(referral, by=people["manager"], at=about_now())
    declared(case, people["manager"], at=about_now())
    assert manager.get(where).status_code == 404
    page = reverse("referral", args=[referral.public_id])
    assert manager.get(page).status_code == 200
