"""The people of an agency's return: whom it knows, and whom it does not."""

import re
from typing import Any

from heed.papers.dates import dates_in
from heed.papers.forms.agency_flags import is_unknown
from heed.papers.forms.answers import Answer, Answers
from heed.papers.forms.labels import Vocabulary
from heed.papers.forms.paper_dates import PaperDates
from heed.papers.forms.pieces import Records
from heed.papers.forms.told import looks_like_name, people_told
from heed.papers.patterns import later

Json = dict[str, Any]

VOCABULARY = Vocabulary("agency_labels.txt", people=False)


def asked_in(records: Records) -> list[str]:
    """What each column of a table asks."""
    return [VOCABULARY.asked(label.rstrip(": ")) for label in records.labels]


def take_people(records: Records, answers: Answers) -> None:
    """A table of people; what no column asks stays unread."""
    asks = asked_in(records)
    inners = _inners(records, asks)
    start = max([0, *answers.numbers("person")])
    for number, row in enumerate(records.rows, start + 1):
        for label, inner, text in zip(records.labels, inners, row, strict=True):
            if inner:
                answers.add(f"person.{number}.{inner}", text, label)
            elif text:
                answers.unread.append(Answer(text, label))


def _inners(records: Records, asks: list[str]) -> list[str]:
    """What each column asks; where none asks the name, the column of names does."""
    found = [_inner(a, b) for a, b in zip(records.labels, asks, strict=True)]
    if "name" not in found:
        for number, column in enumerate(zip(*records.rows, strict=True)):
            if not found[number] and all(map(looks_like_name, column)):
                found[number] = "name"
                break
    return found


def _inner(label: str, asks: str) -> str:
    """What a column asks about one person."""
    name = asks.rpartition(".")[2]
    if name in {"name", "dob", "relationship"}:
        return name
    if "relation" in label.lower():
        return "relationship"
    if asks == "people_not_known":
        return "not_known"
    known = re.search(r"known|involved|record", label, re.IGNORECASE)
    return "known" if known else ""


def people_known(answers: Answers, dates: PaperDates) -> list[Json]:
    """Everybody whom the agency knows; whom it does not is answered apart."""
    found = _listed_people(answers, dates)
    for number in answers.numbers("person"):
        said = answers.group("person", number)
        if not said.get("name"):
            continue
        if is_unknown(said):
            key = "people_not_known"
            answers.add(key, said["name"], answers.label(f"person.{number}.name"))
            continue
        found.append(
            {
                "name": said["name"],
                "dob": dates.born(said.get("dob", ""), f"people_known.{number}"),
                "relationship": said.get("relationship"),
            }
        )
    return found


def _listed_people(answers: Answers, dates: PaperDates) -> list[Json]:
    """The people of one answer; words that name nobody stay unread."""
    given = answers.by_key.get("people_known")
    if given is None:
        return []
    parts = [_ALSO.sub("", part) for part in _whole(given.text)]
    named = [each for each in parts if looks_like_name(_name_in(each))]
    told = people_told(given.text)
    if len(named) == len(parts) or not told:
        if len(named) < len(parts):
            answers.unread.append(given)
        return [_person(each, dates) for each in named]
    return [
        {
            "name": each.name,
            "dob": dates.json(each.dob, f"people_known.{each.name}"),
            "relationship": each.relationship,
        }
        for each in told
    ]


_ALSO = later(r"\s*[,;(]\s*(?:a\.?k\.?a\.?|also known as|known as|formerly|née)\b.*")
_BORN = later(r"\b(?:b|born|d\.?o\.?b)\.?:?\s*(?P<year>(?:19|20)\d\d)\b", re.IGNORECASE)


def _whole(words: str) -> list[str]:
    """The people of a list; where strokes of a semicolon part them, commas do not."""
    if ";" in words:
        return [part.strip(" •.") for part in words.split(";") if part.strip(" •.")]
    return listed(words)


def _name_in(words: str) -> str:
    match = _LISTED.fullmatch(words)
    name = _BORN.sub("", match["name"] if match else words)
    return re.sub(r"\b\d[\d/.-]{5,}\b", "", name).strip()


_LISTED = later(r"(?P<name>[^()–]+?)\s*(?:\((?P<in>[^)]*)\)|\s[–-]\s(?P<after>.+))?")


def _person(words: str, dates: PaperDates) -> Json:
    """One of a list: "Kay Fernwood (mother, dob 12/1/96)"."""
    match = _LISTED.fullmatch(words)
    beside = (match["in"] or match["after"] or "") if match else ""
    year = _BORN.search(words)
    born = year[0] if year else next((m[0] for m in dates_in(words)), "")
    related = re.sub(r"\b(d\.?o\.?b\.?|born)\b:?", "", beside.replace(born, ""))
    name = match["name"].replace(born, "").strip(" ,") if match else words
    return {
        "name": name,
        "dob": dates.json(born, f"people_known.{name}"),
        "relationship": related.strip(" ,;") or None,
    }


def listed(words: str) -> list[str]:
    """The entries of a list in one answer, without those that say nothing."""
    kept = re.sub(r"\([^)]*\)", lambda m: m[0].replace(",", "\x00"), words)
    parts = (p.replace("\x00", ",").strip(" •-.") for p in re.split(r"[;\n]|,\s", kept))
    return [part for part in parts if part and not _NOBODY.fullmatch(part)]


_NOBODY = later(
    r"(none|nil|n/?[ak]|no|not applicable|none known|(not |un)known|tbc|\?+|"
    r"(none )?not (stated|recorded)|don.?t know|no others?)",
    re.IGNORECASE,
)
