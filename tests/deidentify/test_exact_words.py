"""Ages, days told by another, quantities, traits: found, and only where they tell."""

import pytest

from heed.deidentify import Tier, scan_text
from heed.papers.dates.relative import Known, read_relative
from tests.deidentify.quillshire import a_register, found

NOBODY = a_register(records=[{"role": "Child", "pseudonym": "Whimbrel"}])

TOLD = {
    "age": [
        ("When she came he was 14.", "14"),
        ("They were fifteen when it began.", "fifteen"),
        ("Whimbrel was 13, and alone.", "13"),
        ("In the spring he turned nine.", "turned nine"),
        ("She was turning 15 that week.", "turning 15"),
        ("a nine-week-old baby", "nine-week-old"),
        ("a 22 month old child", "22 month old"),
        ("The 14yo was seen.", "14yo"),
        ("a 14 y/o girl", "14 y/o"),
        ("a 6 yr old brother", "6 yr old"),
        ("She was in Year 9 then.", "Year 9"),
        ("moved up into year nine", "year nine"),
        ("at 22 months of age", "22 months of age"),
        ("born at 28/40", "28/40"),
        ("born at 28+3 weeks", "28+3 weeks"),
        ("At 14, they moved away.", "14"),
    ],
    "date": [
        ("It was three days later that he rang.", "three days later"),
        ("She had left two weeks before.", "two weeks before"),
        ("A week later they met.", "A week later"),
        ("The next morning nobody came.", "next morning"),
        ("the day after the meeting", "the day after"),
        ("It happened on Boxing Day.", "Boxing Day"),
        ("on New Year’s Eve", "New Year’s Eve"),
        ("The call came at 03:40.", "03:40"),
        ("The call came at 2.15 am.", "2.15 am"),
    ],
    "rare_attribute": [
        ("She owed £4,250 by then.", "£4,250"),
        ("The baby weighed 2.3 kg.", "2.3 kg"),
        ("below the 9th centile", "9th centile"),
        ("He got 14 years’ imprisonment.", "14 years’ imprisonment"),
        ("There were 23 old fractures.", "23 old fractures"),
        ("after eleven house moves", "eleven house moves"),
        ("the youngest of five children", "youngest of five children"),
        ("Her mother is Lithuanian.", "Lithuanian"),
        ("They spoke Tigrinya at home.", "Tigrinya"),
        ("Whimbrel has cystic fibrosis.", "fibrosis"),
        ("Her father, a lighthouse keeper, was away.", "lighthouse"),
        ("A rare metabolic disorder was found.", "rare metabolic disorder"),
    ],
    "searchable_quote": [
        (
            "She posted “gone too soon my beautiful girl” that night.",
            "“gone too soon my beautiful girl”",
        ),
        (
            "The judge spoke of “a catalogue of cruelty behind closed curtains”.",
            "“a catalogue of cruelty behind closed curtains”",
        ),
        ("Operation Willowbank began.", "Operation Willowbank"),
    ],
    "address": [("They lived at Bramble Cottage.", "Bramble Cottage")],
    "place": [
        ("The family moved to Hobblethwaite.", "Hobblethwaite"),
        ("They lived near Saltern Bay then.", "Saltern Bay"),
        ("The child was on Ward 12.", "Ward 12"),
        ("seen on ward 4B that day", "ward 4B"),
        ("He went to Rainbow Ward 3 that night.", "Rainbow Ward 3"),
    ],
    "professional": [
        ("It was Mabry Pellowick from the team.", "Mabry Pellowick"),
        ("They rang Oriel Vantongeren, a nurse.", "Oriel Vantongeren"),
        ("her tutor, Vantongeren, knew", "Vantongeren"),
        ("PC 4432 attended.", "PC 4432"),
    ],
    "name": [
        ("It was Tobiah who told them.", "Tobiah"),
        ("They met Jasmine Okonjo that day.", "Jasmine Okonjo"),
    ],
}


@pytest.mark.parametrize(
    ("class_", "text", "said"),
    [(class_, *each) for class_, some in TOLD.items() for each in some],
)
def test_what_tells_a_person_is_to_be_checked(class_, text, said):
    findings = scan_text(text, NOBODY)
    assert (class_, said) in found(findings)
    assert {finding.tier for finding in findings} == {Tier.CHECK}


@pytest.mark.parametrize(
    "text",
    [
        "There were 14 of them. It was 14 per cent. The answer was 12 (table 3).",
        "She was on the ward 10 days.",
        "Of the 30 children reviewed, 14 were in Year 2 of the programme.",
        "It was reviewed within three months, and no later than six weeks after that.",
        "The plan was reviewed at three months; within 15 working days; every 20 days.",
        "Three agencies met. Four recommendations follow. Two visits were missed.",
        "It cost £12.50, or £3 million a year; 40 % of 1,200 cases.",
        "a pilot of the new form; the pilot ran for a year; a councillor spoke",
        "“Working Together” says: “children should be seen and listened to”.",
        "Working Together to Safeguard Children, the Rapid Review and Section 47 apply.",
        "The Team Manager and the Named Nurse met the Designated Doctor on Tuesday.",
        "Quillshire Safeguarding Children Partnership and Quillshire Minds replied.",
        "Mid-Region Ambulance Service, Saltern Quay Homes and Quillshire Probation Delivery Unit.",
        "Brandon et al (2020) and Munro (2011) write of it; see the Laming report.",
        "Report author: Ilvy Kaczmarowicz. Chaired by Perrin Siddiquah-Noor.",
        "Ilvy Kaczmarowicz was commissioned as the independent reviewer.",
        "Tobias is a word that stands only here, where a sentence begins.",
        "Operation Encompass told the school; an operation on a farm and a ward round.",
        "A Graded Care Profile, a Genogram and a Safety Plan were used.",
    ],
)
def test_ordinary_words_of_a_report_raise_nothing(text):
    assert found(scan_text(text, NOBODY)) == []


def test_a_word_that_is_also_written_small_is_no_name():
    text = "They met Snargle there.\n\nA snargle is a sort of gate."
    assert found(scan_text(text, NOBODY)) == []


def test_a_name_is_found_at_the_beginning_of_a_sentence_too_where_another_has_it():
    text = "They met Tobiah there.\n\nTobiah ran."
    assert found(scan_text(text, NOBODY)) == [("name", "Tobiah"), ("name", "Tobiah")]


def test_the_name_of_an_area_that_names_its_council_is_public():
    text = "They live in Quillshire.\n\nQuillshire Constabulary replied."
    assert found(scan_text(text, NOBODY)) == []


@pytest.mark.parametrize(
    "words",
    [
        *("three days later", "two weeks before", "the next day", "the day after"),
        *("the following morning", "14th birthday", "fourteenth birthday"),
        *("6 weeks old", "at 14 years of age", "a month earlier"),
    ],
)
def test_every_relative_date_that_heed_reads_is_found_too(words):
    from datetime import date

    known = Known(last=date(2025, 9, 4), born=date(2011, 3, 12))
    assert read_relative(words, known)
    assert {f.class_ for f in scan_text(f"It was {words}.", NOBODY)} <= {"date", "age"}
    assert scan_text(f"It was {words}.", NOBODY)


@pytest.mark.parametrize(
    ("traits", "rarest"),
    [
        (["They are twins.", "Aged 14, they left.", "Foster carers came."], "twins"),
        (
            [
                "Her family is Eritrean.",
                "She has four sisters.",
                "They lived near Saltern Quay.",
            ],
            "Eritrean",
        ),
    ],
)
def test_traits_of_any_three_sections_are_one_combination(traits, rarest):
    (finding,) = [
        f for f in scan_text("\n\n".join(traits), NOBODY) if f.class_ == "combination"
    ]
    assert finding.text == rarest
    two = scan_text("\n\n".join(traits[:2]), NOBODY)
    assert "combination" not in {f.class_ for f in two}
