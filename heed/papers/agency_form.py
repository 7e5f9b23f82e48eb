"""The agency summary as a form to fill in: Word and OpenDocument, from the same list as
the pages on the web. `agency_form_read` reads it back."""

from collections.abc import Iterator
from dataclasses import dataclass

from heed.papers.blocks import document
from heed.papers.form_layout import HOW_TO_FILL_IN, Layout
from heed.papers.form_odt import as_open_document
from heed.papers.questions import VERSION_TAG, Section
from heed.papers.questions.agency import AGENCY_FORM_VERSION, AGENCY_SUMMARY
from heed.papers.word_blocks import WordWriter
from heed.papers.word_xml import Element, paragraph_of, text_run, w
from heed.papers.write_docx import bound

TITLE = "What our agency knows: summary for a rapid review"
MARKING = "OFFICIAL-SENSITIVE when filled in"
MOST_COLUMNS = 5
LEARNING = (
    "This is about learning, not about blame. Write “not known, because …” where you "
    "cannot say. Do not wait for facts that you do not have."
)
ENDING = (
    "Thank you. Now save this form and send it by the link that you were given. You "
    "see there how it was read before you send it."
)
HEAD = ("Name of agency", "Date due")
"""What the form says of itself, with what stands beside it."""
PRINTED = (TITLE, LEARNING, HOW_TO_FILL_IN, ENDING, "Question", "Answer")


@dataclass(frozen=True, kw_only=True, slots=True)
class AskedOf:
    """Who is asked by whom, and by when."""

    partnership: str
    agency: str
    due: str
    telephone: str = ""


def agency_form(asked_of: AskedOf) -> bytes:
    """The form for one agency as .docx, empty, ready to be filled in."""
    writer = WordWriter(document(), ())
    return bound(
        _body(asked_of), writer, title=TITLE, language="en-GB", marking=MARKING
    )


def open_agency_form(asked_of: AskedOf) -> bytes:
    """The same form as .odt."""
    return as_open_document(_body(asked_of), title=TITLE, marking=MARKING)


def _body(asked_of: AskedOf) -> Element:
    form = Layout(over_the_edge, in_rows=MOST_COLUMNS, explained="({})", space=" ")
    body = w("body", *_opening(asked_of, form))
    for number, section in enumerate(AGENCY_SUMMARY, 1):
        body.append(paragraph_of("Heading2", text_run(f"{number}. {section.title}")))
        if section.help:
            body.append(paragraph_of("Normal", text_run(f"({section.help})")))
        if section.each:
            body.extend(form.section(section))
        else:
            body.append(form.in_one_table(section))
            body.append(paragraph_of("AfterTable"))
    body.append(paragraph_of("BoxText", text_run(ENDING)))
    version = form.controls.fixed(
        VERSION_TAG, "Version of this form", AGENCY_FORM_VERSION
    )
    body.append(paragraph_of("Help", text_run("Form: "), version))
    return body


def _opening(asked_of: AskedOf, form: Layout) -> Iterator[Element]:
    yield paragraph_of("Publisher", text_run(asked_of.partnership))
    yield paragraph_of("Heading1", text_run(TITLE))
    yield paragraph_of("Normal", text_run(LEARNING))
    yield paragraph_of("Normal", text_run(HOW_TO_FILL_IN))
    if asked_of.telephone:
        words = f"If you cannot send it, or want help, call {asked_of.telephone}."
        yield paragraph_of("Normal", text_run(words))
    known = (asked_of.agency, asked_of.due)
    yield form.facts([*zip(HEAD, known, strict=True)])
    yield paragraph_of("AfterTable")


def over_the_edge(section: Section) -> str:
    """What to do with more than the paper has room for."""
    return f"(More than {section.printed}: write the others on a sheet of their own.)"
