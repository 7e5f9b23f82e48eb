"""What stands between a label and its answer on a line of text where no colon does: a
row of dots, a dash, an equals sign; and the mark of a list before the label.
"""

import re
from typing import TYPE_CHECKING

from heed.papers.dates import dates_in
from heed.papers.patterns import later

if TYPE_CHECKING:
    from heed.papers.forms.labelled import Form

_DASHED = later(r"(?P<label>[^:?\n\t–]{2,60}?)\s[-–]\s++(?P<answer>[^\n]+)$")
"""A label with its answer behind a dash: "Child's name - Ava Pike"."""
_EQUALS = later(r"(?P<label>[^:=?\n\t]{2,40}?)\s*=\s*(?P<answer>[^=\n]+)$")
"""As people type in haste: "Mum = Jo Lark"."""
_BORN = later(
    r"(?P<label>d\.?o\.?b\.?|date of birth)\s+(?P<answer>\d[^:\n]*)$", re.IGNORECASE
)
_NHS = later(
    r"[,;]\s*(?P<label>NHS(?: ?(?:no|number))?\.?)\s*:?\s*(?=\d)", re.IGNORECASE
)
_SIGNED = later(
    r"(?P<label>Signature|Signed|SIGNED|SIGNATURE) (?!of\b|by\b|on\b)"
    r"(?P<name>[A-Z][\w.’'-]*(?: [A-Z][\w.’'-]*){0,4})"
)
_ON_DOTS = later(
    r"(?P<end>[:?])\s*[._…]{3,}[ \xa0]*(?=[^\s._…])(?![A-Z][^:.…_\n]{1,40}:)"
)
_ROW_OF_DOTS = later(r"\s*[._…]{3,}\s*")
_DOTS = later(r"[._…]{3,}|(?<=\s)[._…]{2}(?=\s|$)")
_PRINTED_CHOICE = later(
    r"(?P<dots>[._…]{2,}|[?:])\s*y(?:es)? ?/ ?n(?:o)?\s*:?\s*[._…]{2,}\s*(?=\w)",
    re.IGNORECASE,
)
"""The choice that is printed before the dots on which the answer was written."""
_MARK = later(r"\s*(?:[-*•·▪◦‣–]|o(?= [A-Z]))\s+(?=\w)")
_GAP = " " * 5
_FEW = 4
"""Words of a label behind the mark of a list."""


def with_colon(form: "Form", line: str) -> str:
    """A line as if a colon stood behind its label, and a wide gap before the next."""
    bare = _MARK.sub("", line, count=1) if _MARK.match(line) else ""
    if bare:
        made = _filled(form, bare)
        return made if _begins_with_label(form, made) else line.strip()
    return _filled(form, line)


def _begins_with_label(form: "Form", line: str) -> bool:
    label, colon, _ = line.partition(":")
    return bool(colon and len(label.split()) <= _FEW and form.asks(label))


def _filled(form: "Form", line: str) -> str:
    plain = line.strip()
    born = _BORN.match(plain)
    if born and any(not m.start() for m in dates_in(born["answer"])):
        said = _NHS.sub(rf"{_GAP}NHS number: ", born["answer"])
        return f"{born['label']}: {said}"
    dashed = _DASHED.match(plain)
    if dashed and form.asks_alone(dashed["label"]):
        return f"{dashed['label']}: {dashed['answer']}"
    equals = _EQUALS.match(plain)
    if equals and form.asks(equals["label"]):
        return f"{equals['label']}: {equals['answer']}"
    signed = _SIGNED.fullmatch(plain)
    if signed:
        return f"{signed['label']}: {signed['name']}"
    return _on_dots(form, _PRINTED_CHOICE.sub(r"\g<dots> ", line))


def _on_dots(form: "Form", line: str) -> str:
    if _ON_DOTS.search(line):
        # "Name: ....Jo Lark....  Post: ....Ward Sister....": written on the dots.
        return _ROW_OF_DOTS.sub(_GAP, _ON_DOTS.sub(r"\g<end> ", line)).strip()
    first, *rest = (each.strip() for each in _DOTS.split(line.strip()))
    if not rest or not (form.is_label(first) or form.asks_alone(first)):
        return line.strip()
    pairs = [[first.strip(" :"), ""]]
    for each in filter(None, rest):
        if pairs[-1][1] or _is_next_label(form, each):
            # "Signed: ......  Dated: ......": each is a label, and none answers.
            is_label = form.is_label(each) or form.asks_alone(each)
            if not is_label:
                pairs[-1][1] += f" {each}"
                continue
            pairs.append([each.strip(" :"), ""])
        else:
            pairs[-1][1] = each
    return _GAP.join(f"{label}: {said}".strip() for label, said in pairs)


def _is_next_label(form: "Form", words: str) -> bool:
    """Whether words behind a label without an answer are the next label: who somebody
    is ("Housing Officer") answers.
    """
    asks = form.vocabulary.exactly(words.rstrip(" :"))
    colon = words.rstrip().endswith(":")
    return form.is_label(words) and (
        colon or (bool(asks) and not asks.startswith(("worker:", "parent:")))
    )
