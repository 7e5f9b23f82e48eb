"""Dates of birth, spellings, who saw the child when: shown side by side, never put
right."""

from hypothesis import given, settings
from hypothesis import strategies as st

from heed.rapid_reviews.differing import OUR_RECORD, Told, together


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
