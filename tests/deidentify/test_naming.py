"""With names off everybody is called as the case calls them, however they are written."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from heed.deidentify import Entry, Kind, Register, register_of
from heed.deidentify.by_their_work import named_beside
from heed.deidentify.naming import BETWEEN, Naming

PEOPLE = (
    ("Kestrel", "Orrin Brackenholt-Pellowick"),
    ("Mother", "Tamsin Pellowick"),
    ("Mother", "Tamsin Brackenholt"),
    ("Mother", "Tazzy"),
    ("Half-Sibling 1", "Elowen Pellowick"),
    ("Neighbour 1", "May Trelawn"),
    ("Social Worker 1", "Ada Ormond"),
    ("Health Visitor 1", "Gwen Ashdown"),
)
REGISTER = register_of(
    {"person": role, "role": role, "pseudonym": role, "kind": "name", "value": name}
    for role, name in PEOPLE
)
NAMING = Naming(REGISTER)
WAYS = (
    *("{0} {1}", "{1}, {0}", "{0}", "{0}’s", "Ms {1}", "SW {0} {1}", "{0[0]}. {1}"),
    *("{0}{1}", "({0})", "{0}-\n{1}"),
)


@pytest.mark.parametrize(
    ("typed", "stands"),
    [
        ("Tamsin told Ada Ormond that Elowen’s arm hurt.", None),
        ("Tazzy rang", "Mother rang"),
        ("Orrin's second birthday", "Kestrel's second birthday"),
        (
            "She may attend in May. May told us.",
            "She may attend in May. Neighbour 1 told us.",
        ),
        ("Ms Pellowick came", "Ms [Kestrel or Mother or Half-Sibling 1] came"),
        ("Pellowick Road", "[an address]"),
        ("HV Ruth Tolland and her uncle Jake", "HV [a name] and her uncle [a name]"),
        (
            "Her daughter Kestrel was seen by Mother.",
            "Her daughter Kestrel was seen by Mother.",
        ),
    ],
)
def test_who_is_named_stands_there_by_role(typed, stands):
    stands = stands or "Mother told Social Worker 1 that Half-Sibling 1’s arm hurt."
    assert NAMING.called(typed) == stands
    assert NAMING.called_in_each([typed, "", typed]) == {typed: stands, "": ""}


@given(
    st.lists(
        st.tuples(
            st.sampled_from([name.split() for _, name in PEOPLE if " " in name]),
            st.sampled_from(WAYS),
            st.sampled_from(["visited", "was not in", "; then", ", and", "\n\n"]),
        ),
        max_size=6,
    ),
    st.text(max_size=30),
)
def test_no_form_of_a_name_is_left(said, between):
    texts = [f"{between} {way.format(*name)} {more}" for name, way, more in said]
    called = NAMING.called_in_each([*texts, BETWEEN, " ".join(texts)])
    assert all(called[text] is not None for text in texts)
    letters = "".join(each or "" for each in called.values()).casefold()
    whole = " ".join(letters.split())
    for part in {part for name, _, _ in said for part in name} - {"May"}:
        assert not re.search(rf"\b{re.escape(part.casefold())}\b", whole)


@pytest.mark.parametrize(
    ("typed", "stands"),
    [
        ("Lives at 4 Larch Row, SQ1 2AB.", "Lives at [an address], [a postcode]."),
        (
            "Ring 07700 900123, a.b@example.org",
            "Ring [a telephone number], [an email address]",
        ),
        (
            "NHS number 943 476 5919; Elm Primary School",
            "NHS number [a number]; [a school]",
        ),
        (
            "Born on 7 March 2023 or 07/03/23",
            "Born on [a date of birth] or [a date of birth]",
        ),
        ("Log 1042, section 47, on 3 May 2025", "Log 1042, section 47, on 3 May 2025"),
        (
            "HV ASHDOWNER VISITED. PC KHAN, SW Łukasz Nowak",
            "HV [a name] VISITED. PC [a name], SW [a name]",
        ),
        (
            "HV Zoë; Dr José; SW DNA, HV to CAMHS",
            "HV [a name]; Dr [a name]; SW DNA, HV to CAMHS",
        ),
        ("Dr Ada Ormond rang", "Dr Social Worker 1 rang"),
    ],
)
def test_what_leads_to_somebody_and_names_in_any_letters_are_taken_out(typed, stands):
    born = Entry("Kestrel", "Kestrel", "Kestrel", Kind.DOB, "2023-03-07")
    naming = Naming(Register((*REGISTER.entries, born)))
    assert naming.called_in_each([typed]) == {typed: stands}


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("SW Ada Ormond and HV G. Ashdown", ["Social Worker", "Health Visitor"]),
        ("Ada Ormond (social worker); Mr Silvane", ["Social Worker", ""]),
        ("Social Worker Ada Ormond. Seen by Dr. A Khan", ["Social Worker", "Doctor"]),
        ("Ada Ormond Social Worker", ["Social Worker"]),
        ("GP Surgery closed; Health Visitor Team; sw Visit", []),
        ("Seen with mother. Xena rang the GP. Orrin and SW. Ada", []),
        ("The social worker. The plan. Mother. Said so", []),
    ],
)
def test_whoever_is_named_beside_their_work_is_told_by_it(words, found):
    beside = [*named_beside(words)]
    assert [each.role for each in beside] == found
    assert all(words[each.start : each.end] == each.name for each in beside)
