"""Nothing is read as its opposite, and nobody is made of the words beside a name."""

from datetime import date

import pytest

from heed.papers.forms import read_referral
from heed.papers.forms.adults import children_meant, is_said_to_be_suspected
from heed.papers.forms.agency_summary import read_agency_summary
from heed.papers.forms.boxes import chosen
from heed.papers.forms.chronology import read_chronology
from heed.papers.forms.pieces import is_guidance
from heed.papers.forms.signals import signals
from heed.papers.reading import read_blocks
from tests.papers.factories_in import a_docx, grid, para

ON = date(2026, 6, 1)


def referral(*rows):
    reading = read_blocks(a_docx(grid(*rows)), "form.docx")
    return read_referral(reading, on=ON)


def returned(*body):
    return read_agency_summary(read_blocks(a_docx(*body), "return.docx"), on=ON)


def flags(made) -> set[str]:
    return {flag["name"] for flag in made["flags"]}


NO = ["[  ] Yes      [X] No", "[ ] Yes [x] No", "( ) Yes  ( X ) No", "Yes [_] No [X]"]


@pytest.mark.parametrize("boxes", [*NO, "☐ Yes ☒ No", "{ } Yes {x} No"])
def test_boxes_typed_by_hand_are_boxes(boxes):
    assert chosen(boxes) == "No"
    assert not is_guidance(boxes)


@pytest.mark.parametrize("boxes", [*NO, "☐ Yes ☒ No", "No"])
def test_a_nil_return_that_its_own_words_contradict_is_no_nil_return(boxes):
    made = returned(
        para("Has your agency had any involvement with the child or family?"),
        para(boxes),
        para("Brief summary of involvement"),
        para("No involvement. Our officer called on the mother in May about arrears."),
        para("Completed by"),
        para("Gethin Pike"),
    )

    assert made["involvement"] == "unknown"
    assert "nil_return_contradicted" in flags(made)


def test_a_return_without_a_tick_is_contradicted_by_its_own_words_as_well():
    made = returned(
        grid(
            ["Agency", "Elm Homes"],
            ["Completed by", "Gethin Pike"],
            ["Summary of involvement", "No involvement. We visited twice in May."],
        )
    )

    assert made["involvement"] == "unknown"
    assert "nil_return_contradicted" in flags(made)


def test_a_nil_return_that_tells_of_its_search_stays_one():
    made = returned(
        grid(
            ["Agency", "Elm Homes"],
            ["Any involvement?", "[ ] Yes [X] No"],
            ["Summary", "No involvement. We searched our records under both names."],
        )
    )

    assert made["involvement"] == "no"
    assert "nil_return_contradicted" not in flags(made)


def test_words_beside_a_ticked_box_are_kept():
    made = referral(
        ["Name of child", "Leo Pike"],
        ["Date of birth", "3/4/2019"],
        ["Is any child at risk?", "☐ Yes   ☒ No\nAda is with her aunt."],
    )

    assert made["immediate_safety"]["open_risk"] is False
    assert "Ada is with her aunt." in made["immediate_safety"]["verbatim"]


def test_a_birth_told_otherwise_in_the_account_is_asked():
    made = referral(
        ["Name of child", "Micah Pike"],
        ["Date of birth", "27/03/2026"],
        ["What happened", "Micah, who was born here on 26/03/2026, was brought in."],
    )

    (child,) = made["children"]
    assert child["dob"]["conflicts_with"]["iso"] == "2026-03-26"
    assert "dob_conflict" in flags(made)


def test_a_birth_told_alike_in_the_account_is_not():
    made = referral(
        ["Name of child", "Micah Pike"],
        ["Date of birth", "27/03/2026"],
        ["What happened", "Micah (born 27 March 2026) was brought in."],
    )

    assert "dob_conflict" not in flags(made)


@pytest.mark.parametrize(
    "said",
    ["Steren Pike, dob n/k", "Steren Pike, not known", "Steren Pike (DOB unknown)"],
)
def test_an_unknown_birth_is_no_part_of_a_name(said):
    made = referral(
        ["Name of child", "Leo Pike"],
        ["Date of birth", "3/4/2019"],
        ["Father's name and date of birth", said],
    )

    (father,) = made["adults"]
    assert (father["name"], father["relationship"]) == ("Steren Pike", "father")
    assert father["dob"]["iso"] is None


def test_mother_or_carer_is_one_person():
    made = referral(
        ["Name of child", "Leo Pike"],
        ["Mother / carer", "Rima Pike"],
        ["Mother's date of birth", "21/06/1986"],
        ["Father/Carer", "Basel Hill"],
    )

    mother, father = made["adults"]
    assert (mother["name"], mother["dob"]["iso"]) == ("Rima Pike", "1986-06-21")
    assert (mother["relationship"], father["relationship"]) == ("mother", "father")


@pytest.mark.parametrize(
    ("words", "restricts"),
    [
        ("The bruise was not shared with the duty doctor.", False),
        ("Worries were not passed to the health visitor.", False),
        ("It had never been shared with the school.", False),
        ("They don't share information with us.", False),
        ("Not to be shared with father.", True),
        ("Please do not share with father.", True),
        ("This must not be disclosed outside the panel.", True),
        ("Not for disclosure to the family.", True),
        ("CONFIDENTIAL – DO NOT SHARE", True),
        ("Do not disclose this report.", True),
        ("Agencies do not share information.", False),
    ],
)
def test_what_agencies_failed_to_share_is_no_rule_for_this_paper(words, restricts):
    assert ("handling_restriction" in signals([words])) is restricts


def chronology(*body):
    events = [["Date", "Source", "Event"], ["3/4/2026", "EMIS", "Letter First sent."]]
    return read_chronology(read_blocks(a_docx(grid(*events), *body), "c.docx"))


def test_a_page_of_abbreviations_is_no_key():
    made = chronology(
        grid(
            ["Abbreviation", "Meaning"],
            ["HV", "Health visitor"],
            ["EMIS", "GP record system"],
            ["MASH", "Multi-Agency Safeguarding Hub"],
        )
    )

    assert "key" not in made
    assert not {"key_embedded", "name_leak", "uncoded_name_leak"} & flags(made)
    assert "Health visitor" in str(made["unread"])


def test_a_key_of_people_stays_one_beside_abbreviations():
    made = chronology(
        grid(["Code", "Name"], ["C1", "Leo Pike"], ["HV", "Health visitor"])
    )

    assert made["key"] == {"C1": "Leo Pike"}
    assert "key_embedded" in flags(made)


@pytest.mark.parametrize(
    ("remark", "suspected"),
    [
        ("arrested on suspicion of assault", True),
        ("the main suspect", True),
        ("no longer a suspect", False),
        ("not the suspect", False),
        ("not currently under investigation for this", False),
        ("arrested on suspicion of assault, no further action", False),
        ("arrested on suspicion of assault, later cleared", False),
    ],
)
def test_who_is_no_longer_suspected_is_not_said_to_be(remark, suspected):
    assert is_said_to_be_suspected(remark) is suspected


@pytest.mark.parametrize(
    ("words", "meant"),
    [
        ("Father of Jack (3)", []),
        ("aged 3", []),
        ("Child 3", ["child-3"]),
        ("children 1 and 2", ["child-1", "child-2"]),
        ("1, 3", ["child-1", "child-3"]),
        ("2 & 3", ["child-2", "child-3"]),
    ],
)
def test_the_age_of_a_child_is_not_the_number_of_another(words, meant):
    children = [
        {"ref": f"child-{n}", "role": "sibling", "given": name}
        for n, name in enumerate(("Leo", "Mina", "Ivo"), 1)
    ]
    assert children_meant(words, children, ours=False) == meant
