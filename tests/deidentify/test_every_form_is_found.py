"""Recall: whatever the register holds is found however it is typed, and exactly there."""

import string
import unicodedata

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from heed.deidentify import Tier, scan_text
from heed.deidentify.everyday import is_everyday
from heed.deidentify.folding import fold
from tests.deidentify.quillshire import a_person, a_register, found

LETTERS = string.ascii_lowercase + "éüøłçñ"


def a_name_part():
    return (
        st.text(LETTERS, min_size=3, max_size=11)
        .map(str.title)
        .filter(lambda part: not is_everyday(fold(part).text))
    )


def the_same_name_typed_otherwise():
    """Ways to type a name that a reader would not notice, or would read the same."""
    return st.sampled_from(
        [
            str,
            str.upper,
            str.lower,
            lambda name: unicodedata.normalize("NFD", name),
            lambda name: name.replace(" ", "\u00a0"),
            lambda name: name.replace(" ", "  "),
            lambda name: name.replace(" ", "\n"),
            "\u00ad".join,
            "\u200b".join,
            lambda name: name.replace("a", "\u0430").replace("o", "\u043e"),
            lambda name: name.replace("e", "\u0435").replace("i", "\u0456"),
            lambda name: name.replace("fi", "ﬁ").replace("ff", "ﬀ"),
            lambda name: name.replace("-", "\u2011"),
            lambda name: name[:2] + "-\n" + name[2:],
            lambda name: name.replace("-", " "),
            lambda name: name.replace("-", ""),
            lambda name: name.replace(" ", ""),
            lambda name: "".join(
                chr(ord(c) + 0xFEE0) if c.isascii() and c.isalpha() else c for c in name
            ),
        ]
    )


AROUND = st.sampled_from(
    [
        ("The review heard that ", " was seen."),
        ("“", "”"),
        ("(", ")"),
        ("seen with ", "’s teacher"),
        ("", ""),
        ("Row 1\t", "\t14"),
        ("£5 – ", ", aged"),
    ]
)


@settings(max_examples=400)
@given(
    given_name=a_name_part(),
    family=a_name_part(),
    other=a_name_part(),
    typed=the_same_name_typed_otherwise(),
    around=AROUND,
    pick=st.sampled_from(["full", "given", "family", "half", "reversed"]),
)
def test_every_name_of_the_register_is_found_and_points_at_what_was_typed(
    given_name, family, other, typed, around, pick
):
    register = a_register(records=[a_person(f"{given_name} {family}-{other}")])
    written = typed(
        {
            "full": f"{given_name} {family}-{other}",
            "given": given_name,
            "family": f"{family}-{other}",
            "half": other,
            "reversed": f"{family}-{other} {given_name}",
        }[pick]
    )
    before, after = around
    text = before + written + after

    findings = scan_text(text, register)

    covered = [
        f
        for f in findings
        if f.person and f.start < len(before) + len(written) and f.end > len(before)
    ]
    assert covered, written
    assert all(finding.tier is Tier.CONFIRMED for finding in covered)
    assert min(f.start for f in covered) == len(before)
    assert max(f.end for f in covered) >= len(before) + len(written)
    assert all(text[f.start : f.end] == f.text for f in findings)


@given(st.data())
def test_a_name_with_one_letter_wrong_is_found(data):
    name = data.draw(st.text(string.ascii_lowercase, min_size=7, max_size=12))
    at = data.draw(st.integers(0, len(name) - 2))
    letter = data.draw(st.sampled_from(string.ascii_lowercase))
    wrong = data.draw(
        st.sampled_from(
            [
                name[:at] + name[at + 1 :],
                name[:at] + letter + name[at:],
                name[:at] + letter + name[at + 1 :],
                name[:at] + name[at + 1] + name[at] + name[at + 2 :],
            ]
        )
    )
    assume(not is_everyday(wrong) and not is_everyday(name))
    register = a_register(records=[a_person(name.title())])

    findings = scan_text(f"It is said that {wrong.title()} ran.", register)

    assert [f.text for f in findings if f.person == "P1"] == [wrong.title()]
    assert findings[0].class_ == (
        "name" if wrong in {name, name + "s"} else "fuzzy_name"
    )


CODES = [
    (
        "postcode",
        "ZZ99 4AB",
        ["ZZ99 4AB", "ZZ994AB", "zz99 4ab", "ZZ99\u00a04AB", "ZZ99-4AB"],
    ),
    (
        "identifier",
        "999 123 4560",
        ["9991234560", "999-123-4560", "999 1234560", "999.123.4560"],
    ),
    (
        "identifier",
        "QC/12/0045",
        ["QC120045", "qc 12 0045", "QC-12-0045", "QC/12/0045"],
    ),
    ("identifier", "Z999123456789", ["Z999123456789", "Z 999 123456789"]),
    (
        "phone",
        "01632 960123",
        ["01632960123", "+44 1632 960123", "(01632) 960 123", "0044 1632 960123"],
    ),
    ("email", "s.m@mail.quillshire.example", ["S.M@mail.quillshire.example"]),
]


@pytest.mark.parametrize(
    ("kind", "value", "typed"),
    [(kind, value, typed) for kind, value, ways in CODES for typed in ways],
)
def test_a_code_is_found_however_it_is_spaced(kind, value, typed):
    findings = scan_text(
        f"The number {typed} was on it.", a_register(records=[a_person(value, kind)])
    )
    mine = [f for f in findings if f.person == "P1"]
    assert [(f.class_, f.tier) for f in mine] == [(kind, Tier.CONFIRMED)]
    assert typed.strip("(+0") in mine[0].text or mine[0].text in typed


@pytest.mark.parametrize(
    "typed",
    [
        *("12 March 2011", "12th March 2011", "12th of March, 2011", "Mar 12, 2011"),
        *("March 12th 2011", "Saturday 12 March 2011", "12/03/2011", "12.3.11"),
        *("12-Mar-11", "12 Mar '11", "2011-03-12", "12/3/11", "03/12/2011"),
        *("the twelfth of March 2011", "12032011", "20110312", "12 03 2011"),
        *("12 March", "March 12", "twelfth of March", "12\u00a0March\u00a02011"),
    ],
)
def test_a_date_of_birth_is_found_in_every_written_form(typed):
    register = a_register(records=[a_person("12/03/2011", "dob")])
    findings = scan_text(f"Born on {typed}; seen.", register)
    assert [(f.class_, f.tier, f.person) for f in findings] == [
        ("dob", Tier.CONFIRMED, "P1")
    ]
    assert findings[0].text in typed


@pytest.mark.parametrize(
    ("typed", "class_"),
    [
        ("14 Lanternfold Row, Saltern Quay", "address"),
        ("14 Lanternfold Row", "address"),
        ("14, Lanternfold Row", "address"),
        ("Lanternfold Row", "address"),
        ("LANTERNFOLD ROW", "address"),
        ("ZZ994AB", "postcode"),
        ("Farrowdene High School", "school"),
        ("Farrowdene High", "school"),
        ("Saltern Harbour Pilots", "rare_attribute"),
    ],
)
def test_an_address_a_school_and_an_employer_are_found_whole_and_in_part(typed, class_):
    findings = scan_text(f"They came from {typed} that day.", a_register())
    assert (class_, typed) in found(f for f in findings if f.is_confirmed)


def test_a_street_is_found_by_its_short_form():
    register = a_register(records=[a_person("2 Quince Road, Marrowby", "address")])
    assert found(scan_text("near Quince Rd. then", register)) == [
        ("address", "Quince Rd")
    ]


def test_the_town_of_an_address_is_only_to_be_checked():
    register = a_register(records=[a_person("2 Quince Road, Marrowby", "address")])
    (finding,) = scan_text("in Marrowby then", register)
    assert (finding.class_, finding.tier) == ("place", Tier.CHECK)


@pytest.mark.parametrize(
    "typed", ["E.M-W.", "E M-W", "EM-W", "E.M.W.", "EMW", "E. M. W."]
)
def test_initials_are_found_as_they_are_written(typed):
    findings = scan_text(f"It was {typed} there", a_register())
    assert found(findings) == [("initials", typed)]


@pytest.mark.parametrize("typed", ["SW", "DV", "It is emw", "don't m w"])
def test_abbreviations_are_not_initials(typed):
    register = a_register(a_person("Sorrel Wexcombe"), a_person("Dunstan Vexley"))
    assert scan_text(f"The {typed} report", register) == []


def test_dotted_initials_are_found_even_where_they_are_an_abbreviation_too():
    register = a_register(a_person("Sorrel Wexcombe"))
    assert found(scan_text("so S.W. said", register)) == [("initials", "S.W.")]


def test_the_longest_form_is_told_once_and_shorter_ones_on_request():
    text = "It was Elspeth Marchwinter-Wray."
    assert [f.text for f in scan_text(text, a_register())] == [
        "Elspeth Marchwinter-Wray"
    ]
    with_shorter = {f.text for f in scan_text(text, a_register(), overlaps=True)}
    assert {"Elspeth", "Marchwinter", "Wray", "Marchwinter-Wray"} <= with_shorter


def test_a_name_that_two_people_share_suggests_neither():
    (finding,) = scan_text("the Marchwinter home", a_register())
    assert finding.suggest is None
    assert "Child, Mother" in finding.why


def test_a_professional_is_named_by_role_only():
    (finding,) = scan_text("then Zephan Quennerstedt came", a_register())
    assert (finding.class_, finding.suggest) == ("professional", "Social Worker 1")


def test_a_critical_name_inside_a_longer_form_is_not_hidden_by_it():
    register = a_register(a_person("Rowena Ashgrove House", "place"))
    findings = scan_text("near Rowena Ashgrove House", register)
    assert any(finding.critical for finding in findings)


def test_ids_stay_when_other_words_of_the_paper_change():
    before = scan_text("Elspeth ran. Peepo ran. Elspeth slept.", a_register())
    after = scan_text("That day Elspeth ran. Peepo ran. Elspeth slept.", a_register())
    assert [f.id for f in before] == [f.id for f in after]
    assert len({f.id for f in before}) == 3


@pytest.mark.parametrize(
    ("value", "written"),
    [
        ("Ben van der Quill", "Ben"),
        ("Ben van der Quill", "van der Quill"),
        ("Ben van der Quill", "Quill"),
        ("Al Thackthorpe", "Al"),
        ("Tamsin McLochran", "Mc Lochran"),
        ("Jürgen Wättle", "Juergen Waettle"),
        ("Mrs Oriel Vantongeren", "Vantongeren, Oriel"),
        ("Oriel Vantongeren", "Vantongerens"),
        ("Oriel Vantongeren", "O. Vantongeren"),
        ("Oriel Vantongeren", "Oriel V"),
        ("O'Dellow", "ODellow"),
    ],
)
def test_names_are_found_as_people_shorten_and_spell_them(value, written):
    register = a_register(records=[a_person(value)])
    text = f"then {written} came"
    assert written in {f.text for f in scan_text(text, register) if f.is_confirmed}


def test_the_particle_of_a_surname_is_not_a_name():
    register = a_register(records=[a_person("Ben van der Quill")])
    assert scan_text("a van stood in the den", register) == []
