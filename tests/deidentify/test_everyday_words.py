"""A register with a May, a Grace and a Will in it; a report full of mays and wills."""

import pytest

from heed.deidentify import Tier, scan_text
from tests.deidentify.quillshire import a_person, a_register, confirmed, found

EVERYDAY = [
    "May",
    "Grace",
    "Mark",
    "Hope",
    "Rose",
    "Will",
    "Victoria",
    "Warwick",
    "Joy",
    "Faith",
    "Long",
    "Lane",
]
REGISTER = a_register(records=[a_person(name) for name in EVERYDAY])

NEGATIVE_CONTROLS = [
    "The meeting in May 2024 was late. In May the plan ended; by late May it had lapsed.",
    "Professionals may wish to note that this may change.",
    "The Grace period ended. A grace period applied.",
    "Mark the record as restricted. Please mark the record.",
    "She was referred to Hope (the service named Project Hope). Project Hope wrote.",
    "Rose to 40 % in the year. Rates rose to 40 %.",
    "Child A, in the review published in 2019, was aged under one.",
    "Report author: Dr Ilvy Kaczmarowicz",
    "Quillshire Constabulary, Tinderwick Surgery and Brackenholt Council replied.",
    "Will the plan hold? It will. Will be reviewed.",
    "The Children Act 1989 and the Adoption and Children Act 2002 apply.",
    "Laming (2003) The Victoria Climbié Inquiry. As with Victoria Climbié in 2000.",
    "The Warwick-Edinburgh Mental Wellbeing Scale was used.",
    "It was a long lane, and with joy and faith they went on.",
    "from March to May, 1 May, May-June, May half term, the end of May",
]


@pytest.mark.parametrize("text", NEGATIVE_CONTROLS)
def test_everyday_uses_of_a_name_raise_nothing_confirmed(text):
    assert found(confirmed(scan_text(text, REGISTER))) == []


@pytest.mark.parametrize(
    "text",
    [
        "The meeting in May 2024 was late. In May the plan ended.",
        "Professionals may wish to note that this may change.",
        "The Grace period ended.",
        "Mark the record as restricted.",
        "It was Project Hope that wrote.",
        "Rose to 40 % in the year.",
        "Will the plan hold? It will.",
        "The Victoria Climbié Inquiry (2003) said so.",
        "The Warwick-Edinburgh scale was used.",
    ],
)
def test_the_negative_controls_raise_nothing_at_all(text):
    assert found(scan_text(text, REGISTER)) == []


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Her sister Grace was there.", "Grace"),
        ("Grace told her teacher.", "Grace"),
        ("It was with Grace that he played.", "Grace"),
        ("Will’s bedroom was cold.", "Will"),
        ("The girl, called Hope, slept.", "Hope"),
        ("They met May and her mother.", "May"),
        ("R. Long wrote.", "Long"),
        ("Baby Rose, then four weeks old", "Rose"),
        ("Mr Lane refused entry.", "Lane"),
        ("Mark said that he was scared.", "Mark"),
    ],
)
def test_the_same_word_as_a_name_is_confirmed(text, name):
    assert ("name", name) in found(confirmed(scan_text(text, REGISTER)))


@pytest.mark.parametrize(
    "text",
    [
        "Grace needed a bath.",
        "Nobody asked what Hope thought of Joy.",
        "Faith\t14\tQuillshire",
        "the death of Rose.",
        "the report spoke of Victoria Okonjo at length",
        "what May remembers",
    ],
)
def test_where_the_sentence_does_not_tell_a_person_is_asked(text):
    assert scan_text(text, REGISTER) != []


def test_a_whole_name_of_everyday_words_is_confirmed_wherever_it_stands():
    register = a_register(records=[a_person("Grace May")])
    assert found(scan_text("so Grace May wrote", register)) == [("name", "Grace May")]
    assert scan_text("a grace may be given", register) == []


def test_a_name_that_is_hardly_ever_a_word_is_confirmed_by_its_capital():
    register = a_register(records=[a_person("Hazel")])
    assert found(confirmed(scan_text("Hazel was it", register))) == [("name", "Hazel")]
    (finding,) = scan_text("a hazel hedge", register)
    assert finding.tier is Tier.CHECK


def test_a_surname_in_the_name_of_a_public_body_is_not_a_person():
    register = a_register(records=[a_person("Orrin Brackenholt-Pellowick")])
    assert scan_text("Brackenholt Council Children's Services replied", register) == []
    road = scan_text("at Brackenholt Road", register)
    assert {f.tier for f in road} == {Tier.CHECK}
    cell = scan_text("Brackenholt\tCouncil tenant", register)
    assert [f.tier for f in cell] == [Tier.CONFIRMED]


def test_allowed_words_raise_nothing_save_what_must_never_print():
    register = a_register(
        a_person("Thistlemere"), a_person("Ashgrove", critical="yes"), records=[]
    )
    text = "Thistlemere Primary and Ashgrove House. But Thistlemere."
    allow = ["thistlemere primary", "Ashgrove House"]
    assert [f.text for f in scan_text(text, register, allow)] == [
        "Ashgrove",
        "Thistlemere",
    ]


@pytest.mark.parametrize(
    ("name", "text", "said"),
    [
        ("Grace", "A grace period passed. Grace Council replied.", ["Grace"]),
        ("Grace", "Mum wrote: grace told me that grace was cold.", ["grace", "grace"]),
        ("May", "In May 2024 and on 4 May it was May who may have come.", ["May"]),
        ("Odalys", "Odalis came alone.", ["Odalis"]),
        ("Ada Ashgrove", "At Ashgrove Road. Ashgrive came.", ["Ashgrove", "Ashgrive"]),
    ],
)
def test_what_must_never_print_is_sure_wherever_it_is_a_name(name, text, said):
    register = a_register(a_person(name, critical="yes"), records=[])
    found = scan_text(text, register)
    assert [finding.text for finding in found if finding.critical] == said
    assert [finding.text for finding in confirmed(found)] == said


def test_a_former_name_that_must_never_print_is_no_everyday_word_by_its_capital():
    register = a_register(a_person("Hope", critical="yes"), records=[])
    text = "She was referred to Project Hope. We hope that Hope was seen."
    sure = confirmed(scan_text(text, register))
    assert [finding.text for finding in sure] == ["Hope", "Hope"]
    assert all(finding.critical for finding in sure)
