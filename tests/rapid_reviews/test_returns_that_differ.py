"""Dates of birth, spellings, who saw the child when: shown side by side, never put
right."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from heed.cases.actions import amend_child, grant_access, name_family_member
from heed.partnership.models import Organisation
from heed.rapid_reviews.actions import (
    ask_agency,
    log_answer,
    save_answers,
    send_summary,
)
from heed.rapid_reviews.differing import OUR_RECORD, Told, together
from heed.rapid_reviews.pack import pack_of
from heed.rapid_reviews.queries import people_as_told
from heed.rulebook.language import Role
from tests.cases.factories import NOON, declared, it_is
from tests.partnership.factories import a_person, an_organisation, signed_in
from tests.rapid_reviews.answering import holder
from tests.rapid_reviews.factories import a_rapid_review, a_request


def of_case(name, born="", *, also=()):
    return Told(who=OUR_RECORD, name=name, born=born, also=also)


def by(who, name, born="", **more):
    return Told(who=who, name=name, born=born, **more)


LUMI = of_case("Lumi Ostrander-Vale", "18 November 2025")
TWIN = of_case("Sami Ostrander-Vale", "18 November 2025")


def test_two_dates_of_birth_stand_side_by_side_and_neither_is_lost():
    hospital = by("Quillshire Hospitals", "Lumi Ostrander-Vale", "11/18/2025")
    police = by("Quillshire Police", "Lumi Ostrander Vale", "8 November 2025")

    [person] = together([LUMI], [[hospital], [police]])

    assert person.said == (LUMI, hospital, police)
    assert person.births_differ
    assert not person.names_differ


def test_a_year_alone_contradicts_no_day_of_that_year():
    [person] = together([LUMI], [[by("School", "Lumi Ostrander-Vale", "2025")]])

    assert not person.differs


def test_not_known_is_no_date_of_birth():
    [person] = together([LUMI], [[by("School", "Lumi Ostrander-Vale", "Not known")]])

    assert not person.differs


def test_another_spelling_is_the_same_child_and_is_shown():
    [person] = together([LUMI], [[by("Surgery", "Lumie Ostrander-Vail")]])

    assert person.names_differ
    assert person.shown_as == "Lumi Ostrander-Vale"


def test_a_shorter_name_or_another_known_name_is_no_difference():
    known = of_case("Kay Fernwood", also=("Kay Vale",))

    [person] = together([known], [[by("Police", "Kay")], [by("Surgery", "Kay Vale")]])

    assert not person.names_differ


def test_twins_stay_two_though_they_were_born_on_one_day():
    both = [
        by("School", "Sami Ostrander-Vale", "18/11/2025"),
        by("School", "Lumi Ostrander-Vale", "18/11/2025"),
    ]

    lumi, sami = together([LUMI, TWIN], [both])

    assert [each.name for each in lumi.said] == ["Lumi Ostrander-Vale"] * 2
    assert [each.name for each in sami.said] == ["Sami Ostrander-Vale"] * 2


def test_whom_only_an_agency_names_stands_beside_the_others():
    _, other = together([LUMI], [[by("Police", "Jon Marsh", "1 May 1990")]])

    assert other.shown_as == "Jon Marsh"


def test_who_saw_the_child_when_is_told_the_latest_first():
    first = by("Surgery", LUMI.name, seen_on="2 December 2025", seen_by="The midwife")
    last = by("Hospital", LUMI.name, seen_on="23/12/2025", seen_by="Ward 4")
    unsure = by("School", LUMI.name, seen_on="", seen_by="Nobody can say")

    [person] = together([LUMI], [[first], [unsure], [last]])

    assert [each.who for each in person.seen] == ["Hospital", "Surgery", "School"]


NAMES = st.sampled_from(["Lumi Vale", "Lumy Vale", "Sami Vale", "Jon Marsh", "Kay"])
BORN = st.sampled_from(["", "2025", "18/11/2025", "8 November 2025", "not known"])
TOLD = st.builds(Told, who=st.just("X"), name=NAMES, born=BORN)


@settings(max_examples=40, deadline=None)
@given(st.lists(TOLD, max_size=4), st.lists(st.lists(TOLD, max_size=4), max_size=4))
def test_nothing_that_anybody_says_is_lost_or_said_twice(ours, returns):
    people = together(ours, returns)

    said = [each for person in people for each in person.said]
    given_ = [*ours, *(each for told in returns for each in told)]
    assert sorted(map(repr, said)) == sorted(map(repr, given_))


# On the pages of the case


def returned(request, name, born, **more):
    facts = {"author.name": "A. Nurse", "person.1.name": name, "person.1.dob": born}
    facts |= {f"person.1.{key}": said for key, said in more.items()}
    by = holder(request)
    save_answers(request, keys=facts.keys(), answers=facts, by=by, at=NOON)
    return send_summary(request, by=by, at=NOON)


def asked_too(review, people, name):
    kind = Organisation.Kind.COMMUNITY
    return ask_agency(
        review.case,
        organisation=an_organisation(review.partnership, kind, name=name, at=NOON),
        to_address="lead@police.quillshire.example",
        asked_for="Please tell us what you knew.",
        due_on=date(2026, 3, 20),
        by=people["coordinator"],
        at=NOON,
    )


@pytest.mark.django_db
def test_what_returns_say_stands_side_by_side_and_changes_nothing(client):
    review, people = a_rapid_review()
    child = review.case.childs.get()
    by = {"by": people["coordinator"], "at": NOON}
    amend_child(child, born_on=date(2025, 11, 18), **by)
    hospital, _ = a_request(review, people)
    returned(hospital, "Lumi Ostrander-Vale", "8/11/2025", seen_on="23 December 2025")
    police = asked_too(review, people, "Quillshire Police")
    returned(police, "Lumy Ostrander-Vail", "18/11/2025", seen_by="PC Stone")
    start = f"/cases/{review.case.public_id}/"
    signed_in(client, people["coordinator"])

    with it_is(NOON):
        case = client.get(start).content.decode()
        off = client.get(f"{start}agencies/differences/").content.decode()
        client.post(f"{start}names/")
        on = client.get(f"{start}agencies/differences/").content.decode()

    assert "dates of birth: Child 1; names: Child 1" in case
    assert "Lumy" not in off
    assert "PC Stone" not in off
    assert "Names and dates of birth differ" in off
    assert "23 December 2025" in off
    for said in ("18 November 2025", "8/11/2025", "18/11/2025", "Lumy", "PC Stone"):
        assert said in on
    child.refresh_from_db()
    assert (child.given_name, child.born_on) == ("Lumi", date(2025, 11, 18))


def a_member_of_the_group(case, people):
    role = Role.RAPID_REVIEW_MEMBER
    member = a_person(role, partnership=case.partnership, at=NOON)
    grant_access(case, person=member, role=role, by=people["manager"], at=NOON)
    declared(case, member)
    return member


@pytest.mark.django_db
def test_whoever_does_not_read_the_family_record_reads_no_adult_by_name(client):
    review, people = a_rapid_review()
    by = {"by": people["coordinator"], "at": NOON}
    born = date(1990, 5, 1)
    name_family_member(
        review.case, name="Kay Fernwood", relationship="mother", born_on=born, **by
    )
    request, _ = a_request(review, people)
    returned(request, "Lumi Ostrander-Vale", "8/11/2025")
    asked_of_police = asked_too(review, people, "Quillshire Police")
    returned(asked_of_police, "Kay Fernwoode", "1/5/1990", seen_by="PC Stone")
    member = a_member_of_the_group(review.case, people)
    start = f"/cases/{review.case.public_id}/"

    also = [f"{start}rapid-review/screen/", f"/requests/{asked_of_police.public_id}/"]

    def page(person):
        signed_in(client, person)
        with it_is(NOON):
            client.post(f"{start}names/")
            for path in also:
                by_name = "Fernwoode" in client.get(path).content.decode()
                assert by_name is (person == people["manager"])
            return client.get(f"{start}agencies/differences/").content.decode()

    adults = ("Kay", "Fernwood", "1 May 1990", "1/5/1990", "PC Stone")
    read = page(member)
    assert "Lumi Ostrander-Vale" in read
    assert "Mother 1" in read
    assert "Names differ" in read
    assert not [said for said in adults if said in read]
    whole = page(people["manager"])
    assert all(said in whole for said in adults)


@pytest.mark.django_db
def test_what_is_added_in_short_later_hides_nothing_of_what_was_said_in_full(client):
    review, people = a_rapid_review()
    request, _ = a_request(review, people)
    returned(request, "Lumy Ostrander-Vail", "8/11/2025")
    log_answer(
        request,
        kind="summary",
        author="B. Clerk",
        came_by="telephone",
        summary="They rang: the health visitor has left.",
        by=people["coordinator"],
        at=NOON,
    )

    with it_is(NOON):
        signed_in(client, people["coordinator"])
        path = f"/cases/{review.case.public_id}/rapid-review/screen/"
        screen = client.get(path).content.decode()

    assert "They rang: the health visitor has left." in screen
    assert "A. Nurse" in screen
    assert [person.names_differ for person in people_as_told(review.case)] == [True]


@pytest.mark.django_db
def test_before_anybody_tells_of_people_there_is_nothing_to_compare(client):
    review, people = a_rapid_review()
    a_request(review, people)
    signed_in(client, people["coordinator"])

    with it_is(NOON):
        case = client.get(f"/cases/{review.case.public_id}/").content.decode()

    assert "Where returns differ" not in case


@pytest.mark.django_db
def test_what_differs_of_the_family_is_disputed_on_page_one_without_a_name():
    review, people = a_rapid_review()
    by = {"by": people["coordinator"], "at": NOON}
    amend_child(review.case.childs.get(), born_on=date(2025, 11, 18), **by)
    hospital, _ = a_request(review, people)
    returned(hospital, "Lumy Ostrander-Vail", "8/11/2025")
    police = asked_too(review, people, "Quillshire Police")
    returned(police, "Somebody Else", "1/2/1999")

    [remark] = pack_of(review, at=NOON).disputed

    assert remark.words == (
        "Child 1: names and dates of birth differ between this case and Quillshire "
        "Hospitals."
    )
    assert "Lumy" not in str(pack_of(review, at=NOON))
