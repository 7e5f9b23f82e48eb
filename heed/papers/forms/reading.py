"""A referral from a paper: our own form exactly, any other by its labels."""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from typing import Any

from heed.papers.blocks import Block, Document, Table, cells
from heed.papers.dates import dates_in, read_date
from heed.papers.forms.account import take_from_account
from heed.papers.forms.answers import Answer, Answers
from heed.papers.forms.beside_form import (
    channel_of,
    letter_of,
    other_births,
    take_account_by_shape,
    take_day_of_call,
    take_letter,
    take_note,
    take_said_on_call,
)
from heed.papers.forms.boxes import standing
from heed.papers.forms.capitals import in_ordinary_letters, is_in_capitals
from heed.papers.forms.dropped import keep_dropped, lines_of
from heed.papers.forms.filling import Filling
from heed.papers.forms.flags import Flags
from heed.papers.forms.labelled import Form
from heed.papers.forms.labels import REFERRAL
from heed.papers.forms.misplaced import put_right
from heed.papers.forms.own_form import printed_answers, typed_beside
from heed.papers.forms.paper_flags import edges, flag_age, flag_paper, take_edges
from heed.papers.forms.pieces import Loose, Pair
from heed.papers.forms.referral import referral
from heed.papers.forms.tags import tagged_answers
from heed.papers.forms.tidying import tidy
from heed.papers.hidden import Reading
from heed.papers.limits import Kind
from heed.papers.patterns import later

_ENOUGH = 3
"""Answers under labels that we know: with fewer, the paper is not a form."""
_OF_A_SIGNATURE = later(
    r"referrer\.(email|phone|contact|address|role|organisation)|declaration|other\."
)
"""What stands under a letter as well: alone it makes no form."""


def read_referral(
    reading: Reading,
    *,
    channel: str = "other",
    on: date | None = None,
    places: dict[str, Any] | None = None,
) -> dict[str, Any]:
    """The referral that a paper holds. `on` is the day when it came. Where each answer
    stands in the paper is told in `places`, if they are asked for.
    """
    flags = Flags()
    if is_in_capitals(reading.document):
        reading = replace(reading, document=in_ordinary_letters(reading.document))
    answers = _of_our_form(reading)
    if answers is None:
        answers = _by_labels(reading, flags, on)
        other_births(answers, "\n".join(lines_of(reading.document)))
        tidy(answers, flags)
        put_right(answers, flags)
    else:
        tidy(answers, flags)
    flag_paper(reading, flags)
    channel = channel_of(reading.document, channel)
    if channel == "phone":
        flags.add("no_form", "document", "It is a note of a call, and no form.")
    if places is not None:
        places |= answers.places()
    made = referral(answers, channel=channel, on=on, flags=flags)
    if not answers.ours:
        labels = [given.label for given in answers.by_key.values()]
        keep_dropped(made, reading.document, REFERRAL.meaning, labels)
    return made | {"hidden": reading.hidden.to_json()}


def _of_our_form(reading: Reading) -> Answers | None:
    """By the names of its controls; what was typed beside them is kept as well."""
    tagged = tagged_answers(reading.document.fields)
    printed = printed_answers(reading.document, flat=reading.kind is Kind.PDF)
    if tagged and printed:
        tagged.unread += typed_beside(tagged, printed)
    return tagged or printed


def _by_labels(reading: Reading, flags: Flags, on: date | None) -> Answers:
    filling, document = Filling(), reading.document
    form = Form(flat=reading.kind is Kind.PDF)
    loose: list[str] = []
    for piece in form.pieces(document.blocks):
        filling.take(piece)
        loose += [piece.text] if isinstance(piece, Loose) else []
    filling.answers.at = ""
    if reading.kind is Kind.PDF:
        _take_fields(reading, form, filling)
    asked = {key for key in filling.asked if not _OF_A_SIGNATURE.match(key)}
    few = len(asked) == 1 and letter_of(document)
    if len(filling.asked) < _ENOUGH or not asked or few:
        return _in_prose(reading, flags, on, filling.answers)
    answers = filling.answers
    if letter := letter_of(document):
        take_letter(answers, letter, on)
    take_account_by_shape(answers)
    take_from_account(answers, on)
    if channel_of(document, "other") == "phone":
        take_said_on_call(answers, loose)
        take_day_of_call(answers)
    take_note(answers, read_date(answers.text("declaration.date"), near=on).day or on)
    _take_from_the_edge(document, answers)
    take_edges(document, answers, flags)
    _flag_age(document, answers, flags, on)
    return answers


def _flag_age(
    document: Document, answers: Answers, flags: Flags, on: date | None
) -> None:
    sent = read_date(answers.text("declaration.date"), near=on).day or on
    sent = sent or _latest(answers)
    flag_age(document, answers.text("form.version"), sent, flags)


def _latest(answers: Answers) -> date | None:
    """The latest day of what a paper tells: it was not filled in before."""
    told = [answers.text("incident.date"), answers.text("office.received")]
    told += [answers.text(f"child.{n}.date_of_death") for n in answers.numbers("child")]
    days = [read_date(match[0]).day for words in told for match in dates_in(words)]
    return max((day for day in days if day), default=None)


def _take_fields(reading: Reading, form: Form, filling: Filling) -> None:
    """What was typed into the fields of a PDF, by their labels."""
    for field in reading.document.fields:
        label = re.sub(r"[_.]+|(?<=[a-z])(?=[A-Z])", " ", field.label or field.tag)
        if field.checked is None:
            filling.take(Pair(label, (field.text.strip(),), form.asks(label)))


_INITIALS = later(
    r"(?i:initials)(?: of (?:the )?(?:child|subject|young person))?\s*:?\s*"
    r"(?P<said>[A-Z](?:[. ]*[A-Z]){0,3})\b"
)


def _take_from_the_edge(document: Any, answers: Answers) -> None:
    """The child's initials, that stand at the head of each page of some forms."""
    for said in edges(document):
        match = _INITIALS.search(said)
        if match and not answers.text("child.1.initials_in_header"):
            answers.add("child.1.initials_in_header", match["said"], "header")


def _alone(document: Document) -> Iterator[tuple[Block, ...]]:
    """Each block by itself, and each cell of a table."""
    for block in document.blocks:
        if isinstance(block, Table):
            yield from (cell.blocks for cell in cells(block))
        else:
            yield (block,)


def _in_prose(
    reading: Reading, flags: Flags, on: date | None, labelled: Answers
) -> Answers:
    """A letter: what its sentences state, and all its words kept."""
    from heed.papers.forms.prose import answers_in_prose, own_words

    flags.add("no_form", "document", "The paper is not a form that we know.")
    words = "\n\n".join(filter(None, map(standing, _alone(reading.document))))
    answers = answers_in_prose(words, on)
    own = own_words(words)
    for key, given in labelled.by_key.items():
        # "Caller: Joan Applegarth" says who it was, in a note as on a form.
        if given.text.split("\n")[0] in own and key.startswith(
            ("referrer.", "lead.", "declaration.")
        ):
            answers.add(key, given.text, given.label)
    answers.unread += [Answer(words, "")] if words else []
    return answers
