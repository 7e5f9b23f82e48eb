"""What runs beside a review: police, coroner and courts, with their references."""

import re
from collections.abc import Iterable, Iterator
from typing import Any

from heed.papers.dates import dates_in
from heed.papers.forms.answers import Answers
from heed.papers.forms.boxes import has_boxes, options
from heed.papers.forms.choices import PARALLEL, YES_NO, choice, some
from heed.papers.forms.signals import sentences
from heed.papers.patterns import later

Json = dict[str, Any]

_REFERENCE = later(
    r"\b(?:(?:crime|police|incident|log|case|court|coroner\W?s?|niche|investigation|"
    r"occurrence|file|claim|inquest)\s+)?(?:ref(?:erence)?|number|no\b\.?|"
    r"log\b|nr\b)(?:\s?(?:no|number)\b)?[.:\s#-]*(?:is\s+)?"
    r"(?P<marked>[A-Z0-9][\w/.-]*\d[\w/.-]*)|"
    r"\b(?P<bare>(?:[A-Z0-9]{1,6}[/-]){1,3}\d{2,8}(?:[/-]\d{2,4})?)\b|"
    r"\b(?P<coded>(?:CRN|URN|CAD|PID|DASH)[\s:]*[\w/-]*\d[\w/-]*)|"
    r"\b(?P<operation>(?i:op(?:eration)?)\.? [A-Z][A-Za-z]+)\b"
)
_PART = later(
    r"[;\n]|[ \xa0]{3,}|,\s|\.\s|\s(?:and|&)\s(?=\w+ (?:court|inquest|coroner|police))"
)
_NOT_YET = later(
    r"\b(?:no|not|none|nil|awaited|tbc)\b[\w ]{0,12}\b(?:ref\w*|number)|"
    r"\b(?:ref\w*|number)\b (?:not|tbc|awaited|to follow)",
    re.IGNORECASE,
)


def parallel(answers: Answers) -> list[Json]:
    """Each process that is named, with the reference that stands beside it."""
    words, ref = answers.text("other.parallel"), answers.text("other.parallel_refs")
    types = [each for part in _PART.split(words) for each in _types(part)]
    if choice(YES_NO, words) == "no" and not types:
        words = ""
    made: list[Json] = [{"type": each} for each in dict.fromkeys(types)]
    if not answers.ours:
        _add_references(made, words)
    if ref and made:
        made[0]["ref"] = ref
    elif words and not made and choice(YES_NO, words) == "yes":
        # "Coroner told? Yes, HC/26/0311": the label says which.
        kinds = some(PARALLEL, answers.label("other.parallel")) or ["other"]
        said = re.sub(r"^\s*yes\b[\s,.;:–-]*", "", words, flags=re.IGNORECASE)
        said = "; ".join(_references(said)) or said
        made = [{"type": each} | ({"ref": said} if said else {}) for each in kinds]
    elif ref or (words and not made):
        made = [{"type": "other", "ref": ref or words}]
    asked = answers.ours or "other.parallel" in answers.printed
    return made or ([] if asked else list(_told(answers.texts())))


_TOLD = {
    "criminal": later(
        r"\bcrime (?:no|ref\w*|number)\b[.: ]*(?P<ref>\S*\d[\w/-]*)|"
        r"\b(?:arrested|charged|remanded|bailed) "
        r"(?:on suspicion of|with|in connection)|"
        r"\bcriminal investigation (?:is|has|was|into)|\bpolice are investigating",
        re.IGNORECASE,
    ),
    "coroner": later(
        r"\bcoroner (?:has |have |is |was |has been |had been )?(?:opened|informed|"
        r"notified|aware|involved|investigating)|\binquest (?:has been |was |is )?"
        r"opened|\bopened an inquest",
        re.IGNORECASE,
    ),
}
_NOT_SO = later(r"\b(?:no|not|never|nor|without|unless|if)\b|n't\b", re.IGNORECASE)


def _told(texts: Iterable[str]) -> Iterator[Json]:
    """The processes of which sentences tell, on a paper that does not ask for them."""
    said = [each for text in texts for each in sentences(text)]
    for kind, pattern in _TOLD.items():
        found = [m for s in said if (m := pattern.search(s)) and not _NOT_SO.search(s)]
        refs = [m.groupdict().get("ref") for m in found]
        ref = next((each for each in refs if each), "")
        if found:
            yield {"type": kind} | ({"ref": ref} if ref else {})


_DENIED = later(
    r"^\W*(?:no|none|nil)\b(?! further)|\bnot (?:yet )?(?:needed|required|involved|"
    r"applicable|informed|told|known|opened)\b",
    re.IGNORECASE,
)


def _types(part: str) -> list[str]:
    """Every process that one part of an answer names, and does not deny."""
    if _DENIED.search(part):
        return []
    if part.strip().lower() in PARALLEL:
        return [part.strip().lower()]
    said = part.strip(" .").lower()
    kinds = (kind for kind in PARALLEL if kind != "other")
    found = [kind for kind in kinds if re.fullmatch(PARALLEL[kind], said, re.DOTALL)]
    if re.search(r"\b(?i:op|operation)\.? [A-Z][a-z]+", part) and not found:
        found = ["criminal"]
    return found or some({"other": PARALLEL["other"]}, part)


def _references(part: str) -> list[str]:
    if _NOT_YET.search(part):
        return []
    found = _REFERENCE.finditer(part)
    refs = (m["coded"] or m["marked"] or m["bare"] or m["operation"] for m in found)
    return [each.strip(".") for each in refs if not any(dates_in(each))]


def _add_references(made: list[Json], words: str) -> None:
    """Give each process the references of its own part of the answer; what stands in
    a part without a process belongs to the one before.
    """
    by_type = {each["type"]: each for each in made}
    last: Json | None = None
    for part in _PART.split(words):
        named = [by_type[each] for each in _types(part) if each in by_type]
        last = named[0] if named else last
        refs = _references(part)
        if last is None and refs:
            last = made[0] if len(made) == 1 else None
        if last is not None and refs:
            before = [last["ref"]] if "ref" in last else []
            last["ref"] = "; ".join(dict.fromkeys([*before, *refs]))


_JUST_YES = later(r"y|yes|x|☒|✓", re.IGNORECASE)


def with_process(label: str, text: str) -> str:
    """An answer with the one process that its label names, where it names none itself
    and denies nothing: "Coroner: informed".
    """
    if _JUST_YES.fullmatch(text.strip()):
        return "\n".join(some(PARALLEL, label)) or text
    named = _types(label) if len(label.split()) == 1 else []
    plain = choice(YES_NO, text) in {"yes", "no"} or _DENIED.search(text)
    return (
        f"{label}: {text}"
        if named and text and not plain and not _types(text)
        else text
    )


def of_processes(text: str) -> bool:
    """Whether the boxes of a line each name a process, such as an inquest."""
    offered = [words for words, _ in options(text)] if has_boxes(text) else []
    named = [each for each in offered if set(_types(each)) - {"other"}]
    return len(named) > 1 and len(named) * 2 > len(offered)
