"""What a form asks behind its boxes, in one answer: "☒ Yes ☐ No  Name: Jo Lark"."""

import re
from collections.abc import Iterator
from dataclasses import replace

from heed.papers.forms.boxes import has_boxes
from heed.papers.forms.labels import REFERRAL
from heed.papers.forms.pieces import Pair
from heed.papers.patterns import later

_LABEL = later(
    r"(?:(?<=\byes)|(?<=\bno)|(?<=known)|(?<=\bn/a)|(?<=  )|(?<=\n)|(?<=[;.] ))\s*"
    r"(?P<label>(?:if (?:yes|so|no)[,:]? )?[a-z][^:;☐☒☑□■\n]{2,40}):",
    re.IGNORECASE,
)


def behind_boxes(pair: Pair) -> Iterator[Pair]:
    """The pair with what its boxes choose, and each label behind them with its own
    answer; the pair itself, where no label stands there.
    """
    text = pair.answer.replace("\xa0", " ") if len(pair.answers) == 1 else ""
    found = [m for m in _LABEL.finditer(text) if REFERRAL.meaning(_bare(m["label"]))]
    if not found or not has_boxes(text[: found[0].start()]):
        yield pair
        return
    yield replace(pair, answers=(text[: found[0].start()].strip(),))
    ends = [match.start() for match in found[1:]] + [len(text)]
    for match, end in zip(found, ends, strict=True):
        label = _bare(match["label"])
        answer = text[match.end() : end].strip(" ;,\n")
        yield Pair(label, (answer,), REFERRAL.asked(label), pair.anchor)


_CHILDS = frozenset((".sex", ".ethnicity", ".language", ".dob", ".age"))


def both_asked(pair: Pair) -> Iterator[Pair]:
    """A pair for each of two things that are asked and answered with a stroke between:
    "Gender / Ethnicity: Female / Somali".
    """
    labels = [each.strip() for each in pair.label.split("/")]
    answers = [each.strip() for each in pair.answer.split("/", len(labels) - 1)]
    asks = [REFERRAL.meaning(label) for label in labels]
    two = len(labels) == len(answers) == len(set(asks)) and len(labels) > 1
    if not two or not set(asks) <= _CHILDS or has_boxes(pair.answer):
        yield pair
        return
    for label, answer, asked in zip(labels, answers, asks, strict=True):
        yield Pair(label, (answer,), asked, pair.anchor)


def _bare(label: str) -> str:
    return re.sub(r"^if (?:yes|so|no)[,:]? ", "", label.strip(), flags=re.IGNORECASE)
