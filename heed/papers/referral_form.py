"""The referral form as a Word document, made from the questions, and filling it in.

Each answer stands in a content control whose tag is the key of its question, so that
a form that comes back by email is read exactly as it was filled in.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from heed.papers.blocks import document
from heed.papers.form_layout import HOW_TO_FILL_IN, Layout, fill_in
from heed.papers.questions import (
    FORM_VERSION,
    NOT_FOR,
    OWN_BEGINS,
    OWN_ENDS,
    PURPOSE,
    REFERRAL,
    START,
    VERSION_TAG,
    Section,
    Words,
    worded,
)
from heed.papers.word_blocks import WordWriter
from heed.papers.word_controls import Controls
from heed.papers.word_xml import Element, paragraph_of, text_run, w
from heed.papers.write_docx import bound

TITLE = "Referral for a child safeguarding practice review"
MARKING = "OFFICIAL-SENSITIVE when filled in"
NOT_A_PROTECTION_REFERRAL = "This form is not a child protection referral."
OWN_MARKS = dict.fromkeys(map(ord, OWN_BEGINS))
"""What stands around a partnership's own words, to be taken out where all is seen."""


@dataclass(frozen=True, kw_only=True, slots=True)
class SentTo:
    """Where the form is sent, and whom to call instead."""

    partnership: str
    mailbox: str
    telephone: str = ""
    front_door: str = ""
    """The telephone of children's social care."""
    out_of_hours: str = ""
    words: Words = field(default_factory=dict)
    """What the partnership says in place of our words."""


def referral_form(sent_to: SentTo) -> bytes:
    """The referral form of this partnership as .docx, empty, ready to be sent out."""
    writer = WordWriter(document(), ())
    body = form_body(sent_to)
    return bound(body, writer, title=TITLE, language="en-GB", marking=MARKING)


def form_body(sent_to: SentTo, *, how: str = HOW_TO_FILL_IN) -> Element:
    """What stands on the form, as the body of a Word document; `how` says how it is
    filled in."""
    form = Layout(_more_than_printed)
    body = w("body")
    body.extend(_opening(sent_to, how))
    for number, section in enumerate(sections_of(sent_to), 1):
        body.append(paragraph_of("Heading2", text_run(f"{number}. {section.title}")))
        if section.help:
            body.append(paragraph_of("Normal", text_run(section.help)))
        body.extend(form.section(section))
    body.extend(_ending(sent_to, form.controls))
    return body


def fill_referral_form(
    form: bytes, answers: Mapping[str, str | Sequence[str]]
) -> bytes:
    """The form with these answers, written and ticked as by a typist.

    Keys are those of the questions; ValueError for one that the form does not ask.
    """
    return fill_in(form, answers)


def sections_of(sent_to: SentTo) -> tuple[Section, ...]:
    """The sections with the words of the partnership, each marked where nobody sees it:
    a program that loses the controls must not have them taken for an answer."""
    own = sent_to.words.items()
    marked = {place: f"{OWN_BEGINS}{words}{OWN_ENDS}" for place, words in own}
    return tuple(worded(section, marked) for section in REFERRAL)


def _opening(sent_to: SentTo, how: str) -> Iterator[Element]:
    yield paragraph_of("Publisher", text_run(sent_to.partnership))
    yield paragraph_of("Heading1", text_run(TITLE))
    warning = f"{NOT_A_PROTECTION_REFERRAL} {NOT_FOR}{_numbers(sent_to)}"
    yield paragraph_of("Warning", text_run(warning))
    yield paragraph_of("Normal", text_run(sent_to.words.get(START) or PURPOSE))
    yield paragraph_of("Heading2", text_run("How to send this form"))
    yield paragraph_of("Normal", text_run(how))
    yield paragraph_of(
        "Normal",
        text_run("Send the form by email to "),
        text_run(sent_to.mailbox, w("b"), w("bCs")),
        text_run(". Use secure email if you have it. " + _by_telephone(sent_to)),
    )


def _numbers(sent_to: SentTo) -> str:
    parts = (
        sent_to.front_door and f"Children’s social care: {sent_to.front_door}",
        sent_to.out_of_hours and f"at night and at weekends: {sent_to.out_of_hours}",
    )
    said = "; ".join(part for part in parts if part)
    return f"\n{said}." if said else ""


def _by_telephone(sent_to: SentTo) -> str:
    if not sent_to.telephone:
        return ""
    return f"If you cannot send email, or want help, call {sent_to.telephone}."


def _ending(sent_to: SentTo, controls: Controls) -> Iterator[Element]:
    words = f"Thank you. Now save this form and send it to {sent_to.mailbox}. "
    words += "We will tell you that it has arrived."
    yield paragraph_of("BoxText", text_run(words))
    version = controls.fixed(VERSION_TAG, "Version of this form", FORM_VERSION)
    yield paragraph_of("Help", text_run("Form: "), version)


def _more_than_printed(section: Section) -> str:
    return (
        f"More than {section.printed}? Write about the others in the part “Anything "
        "else”. We will ask you for what is missing."
    )
