"""What an agency answers: what it knows, or that it knows nothing."""

import pytest

from heed.papers.forms.agency_summary import read_agency_summary
from heed.papers.reading import read_blocks
from tests.papers.factories_in import a_docx, grid, para, styles

FULL = {
    "Name of agency": "Quillshire Housing",
    "Report author": "Jo Fell",
    "Job title": "Housing officer",
    "Email": "jo.fell@housing.example",
    "Quality assured by": "Ms P Ivory",
    "Date signed off": "10/3/2026",
    "Date due": "9/3/2026",
    "Date returned": "11/3/2026",
    "Period of involvement": "January 2024 to 1/3/2026",
    "Was your agency involved?": "☒ Yes ☐ No",
    "Summary of involvement": "Two visits about damp.",
    "Learning identified": "We did not ask who lived there.",
    "Other agencies known to be involved": "Quillbury Surgery; Larkrise Academy",
    "Have records been secured?": "Yes",
}


def read(answers, *more):
    table = grid(*([label, answer] for label, answer in answers.items()))
    return read_agency_summary(read_blocks(a_docx(table, *more), "summary.docx"))


def flags(summary) -> set[str]:
    return {flag["name"] for flag in summary["flags"]}


def test_a_full_answer():
    summary = read(FULL)

    assert summary["agency"] == "Quillshire Housing"
    assert summary["author"]["name"] == "Jo Fell"
    assert summary["author"]["role"] == "Housing officer"
    assert summary["qa"]["by"] == "Ms P Ivory"
    assert summary["qa"]["on"]["iso"] == "2026-03-10"
    assert summary["period"]["from"]["iso"] == "2024-01"
    assert summary["period"]["to"]["iso"] == "2026-03-01"
    assert summary["involvement"] == "yes"
    assert summary["summary"] == "Two visits about damp."
    assert summary["other_agencies"] == ["Quillbury Surgery", "Larkrise Academy"]
    assert summary["records_secured"] == "yes"
    assert summary["late"] is True
    assert flags(summary) == {"late_return", "new_agency_named"}


@pytest.mark.parametrize(
    "said",
    [
        {"Was your agency involved?": "☐ Yes ☒ No"},
        {"Summary of involvement": "Nil return: no contact found."},
    ],
)
def test_a_nil_return_is_an_answer(said):
    blank = dict.fromkeys(("Was your agency involved?", "Summary of involvement"), "")

    assert read({**FULL, **blank, **said})["involvement"] == "no"


def test_no_involvement_beside_a_description_is_a_contradiction():
    summary = read({**FULL, "Was your agency involved?": "No"})

    assert summary["involvement"] == "unknown"
    assert summary["involvement_box"] == "No"
    assert "nil_return_contradicted" in flags(summary)


def test_knowing_only_an_adult_is_not_knowing_nobody():
    words = "The child was not known. Mother was a tenant."
    summary = read(
        {**FULL, "Was your agency involved?": "No", "Summary of involvement": words}
    )

    assert summary["involvement"] == "adult_only"
    assert "adult_only_involvement" in flags(summary)


def test_the_author_does_not_sign_their_own_work_off():
    assert "qa_same_as_author" in flags(read({**FULL, "Quality assured by": "Jo Fell"}))


def test_what_is_missing_is_flagged():
    blank = dict.fromkeys(("Quality assured by", "Date signed off"), "")
    summary = read({**FULL, **blank, "Have records been secured?": "No"})

    assert {"qa_missing", "records_not_secured"} <= flags(summary)


def test_two_opinions_cannot_both_be_meant():
    boxes = "☒ Local review ☒ No review ☐ Not sure"

    assert "two_opinions_ticked" in flags(read({**FULL, "Agency view": boxes}))


def test_the_people_known_stand_in_a_table():
    table = grid(
        ["Name", "Date of birth", "Relationship to child", "Notes"],
        ["Kay Fernwood", "12/1/96", "Mother", "Tenant"],
    )
    summary = read(FULL, para("People known"), table)

    assert summary["people_known"][0]["name"] == "Kay Fernwood"
    assert summary["people_known"][0]["dob"]["iso"] == "1996-01-12"
    assert summary["unread"] == [{"label": "Notes", "answer": "Tenant"}]


def test_a_summary_under_headings_goes_on_over_paragraphs():
    body = [
        para("Agency: Quillshire Police"),
        para("Author: PC Stone"),
        para("Summary of involvement:"),
        para("Called in May."),
        para("Called again in June."),
        para("Learning: none yet"),
    ]
    data = a_docx(*body, parts={"styles": styles()})
    summary = read_agency_summary(read_blocks(data, "summary.docx"))

    assert summary["summary"] == "Called in May.\nCalled again in June."
    assert summary["agency"] == "Quillshire Police"


def test_a_letter_is_no_summary():
    data = a_docx("Dear colleague, we have nothing to add.")

    assert "no_form" in flags(read_agency_summary(read_blocks(data, "letter.docx")))


def test_a_period_of_years_is_from_one_to_the_other():
    period = read(FULL | {"Period of involvement": "2021-2023"})["period"]

    assert (period["from"]["iso"], period["to"]["iso"]) == ("2021", "2023")


def test_records_without_issues_are_secured():
    words = "No known issues, all secured on 3/2/25"
    summary = read(FULL | {"Have records been secured?": words})

    assert summary["records_secured"] == "yes"
    assert "records_not_secured" not in flags(summary)


def test_no_records_of_one_thing_hide_no_involvement():
    told = {
        "Was your agency involved?": "☐ Yes ☒ No",
        "Summary of involvement": "We visited twice. There are no records of school.",
        "Other agencies known to be involved": "Not known",
    }
    summary = read(FULL | told)

    assert "nil_return_contradicted" in flags(summary)
    assert "new_agency_named" not in flags(summary)


def test_an_author_is_reached_at_an_extension():
    contact = {"Contact details": "jo.fell@housing.example, 01632 960123 ext 4"}
    told = {name: FULL[name] for name in FULL if name != "Email"}

    author = read(told | contact)["author"]
    assert author["email"] == "jo.fell@housing.example"
    assert author["phone"] == "01632 960123 ext 4"
