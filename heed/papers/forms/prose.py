"""Who and what a letter tells of that is no form: only what its sentences state.

A child is named as one ("my grandson Leo", "Leo Fernwood (DOB 3/4/19)"); whoever is
merely named stays in the words. The sender signs at the end.
"""

import re
from collections.abc import Iterator
from datetime import date

from heed.papers.dates import dates_in, read_date
from heed.papers.forms.answers import Answers
from heed.papers.forms.choices import CAPACITY, choice
from heed.papers.forms.letter_deaths import (
    ADULT_WORD,
    CHILD_WORD,
    a_child_died,
    has_died,
)

_WORD = r"[A-Z][a-zà-ÿ]+(?:[’'-][A-Z]?[a-zà-ÿ]+){0,3}"
_FULL = rf"{_WORD}(?: (?:van|de|der|da|al|bin)(?= [A-Z]))?(?: {_WORD}){{0,2}}"
_BORN = r"(?:d\.?o\.?b\.?|date of birth|born(?: on)?)[ :–-]*"
_DAY = (
    r"\d{1,2}(?:st|nd|rd|th)?[ /.-](?:of )?(?:\d{1,2}|[A-Z][a-z]{2,8})"
    r"[ /.,-]{1,2}\d{2,4}"
)
_YEARS = r"\d{1,2}(?: ?[-–] ?\d{1,2})?"
_UNIT = r"(?:years?|months?|weeks?|days?|yrs?|mths?|wks?)"
_AGE = re.compile(
    rf"\b(?:aged? )?(?P<age>{_YEARS}(?: ?{_UNIT})?(?:[ -]?old)?)(?![\d/.-])"
)
_TAIL = (
    rf"\([^)]{{1,60}}\)|,? (?:{_BORN}){_DAY}|,? aged? {_YEARS}(?: {_UNIT})?|"
    rf",? (?:who (?:is|was) |is |was )?{_YEARS}[ -]?{_UNIT}[ -]?old"
)
_BESIDE = re.compile(
    rf"(?P<who>(?:(?:{CHILD_WORD}|{ADULT_WORD}),? (?:is |was |called |named )?)?)"
    rf"(?P<name>{_FULL})\s?(?P<tail>{_TAIL})"
)
_CALLED = re.compile(
    rf"\b(?P<who>{CHILD_WORD}),? (?:(?:is |was )?(?:called |named )|,? ?)"
    rf"(?P<name>{_FULL})"
)
_ADULT = re.compile(
    rf"\b(?P<who>{ADULT_WORD}),? (?:(?:is |was )?(?:called |named )|"
    rf"\()?(?P<name>{_FULL})|"
    rf"(?P<before>{_FULL})[,(] ?(?:is )?(?:the |her |his |their )?(?:\w+'s )?"
    rf"(?P<after>{ADULT_WORD})\b"
)
_CLOSING = re.compile(
    r"^\s*((yours|kind|kindest|best|many|with|warm)\b.{0,25}|regards|thanks|thank you|"
    r"sincerely|faithfully|cheers)[,.!]?\s*$",
    re.IGNORECASE | re.MULTILINE,
)
_EMAIL = re.compile(r"[\w.+'-]+@[\w-]+(?:\.[\w-]+)+")
_PHONE = re.compile(r"(?:\+44\s?|\(?0)[\d\s()-]{8,14}\d")
_QUOTED = re.compile(
    r"^(>|-{2,} ?original message|on .{5,80} wrote:|from: .*@)", re.IGNORECASE
)
_NOT_NAMES = frozenset(
    (
        *(
            "i",
            "the",
            "this",
            "that",
            "he",
            "she",
            "they",
            "we",
            "it",
            "my",
            "our",
            "her",
        ),
        *("his", "dear", "please", "on", "in", "at", "when", "as", "police", "social"),
        *("services", "school", "monday", "tuesday", "wednesday", "thursday", "friday"),
        *("saturday", "sunday", "january", "february", "march", "april", "may", "june"),
        *(
            "july",
            "august",
            "september",
            "october",
            "november",
            "december",
            "mum",
            "dad",
        ),
        *(
            "hospital",
            "children",
            "child",
            "a",
            "an",
            "no",
            "yes",
            "re",
            "subject",
            "who",
        ),
        *(
            "and",
            "but",
            "if",
            "there",
            "what",
            "both",
            "section",
            "dob",
            "nhs",
            "mr",
            "mrs",
        ),
        *("ms", "miss", "dr", "sir", "madam", "grandma", "nan", "baby", "unborn"),
    )
)
_ADULT_YEARS = 18
_HAPPENED = re.compile(
    r"\b(died|death|dead|found|injur\w+|collaps\w+|admitted|harm\w+|attack\w+|stab\w+|"
    r"assault\w+|fell|drown\w+|incident|happened|hurt|burn\w*|hospital|hung|"
    r"overdose\w*|"
    r"bruis\w+|unresponsive|killed|seen|pronounced)\b",
    re.IGNORECASE,
)
_DUE = re.compile(r"\b(?:edd|due|expected)\b", re.IGNORECASE)
_EXPECTED = re.compile(
    rf"\b(?i:unborn|baby|child)(?: (?i:baby|child|sibling))?(?: (?P<name>{_WORD}))?,? ?"
    rf"[(]?(?:(?:is|was) )?(?i:edd|due|expected)\b[^\d.;]{{0,20}}(?P<day>{_DAY})"
)
_PREGNANT = re.compile(
    r"\b(?:is|was|currently|now) (?:\w+ )?(?:pregnant|expecting)\b|\b[Uu]nborn\b"
)
_KIN = re.compile(r"brother|sister|sibling")
_OF_AN_ADULT = re.compile(
    rf"\b(?:{ADULT_WORD}|nan|gran(?:dma|ny)?|grandpa)'s (?:\w+ )?$", re.IGNORECASE
)


def answers_in_prose(words: str, near: date | None) -> Answers:
    """The answers that a letter's own sentences give."""
    text = _own_words(words).replace("’", "'")
    # A line that only the width of the letter broke is no new line.
    text = re.sub(r"(?<=[^\n]{55})\n(?=\S)", " ", text)
    body, signed = _parted(text)
    answers = Answers()
    _take_sender(answers, signed, body)
    _take_children(answers, body, near)
    _take_adults(answers, body)
    _take_incident(answers, body)
    answers.add("incident.what", body)
    return answers


def _own_words(words: str) -> str:
    """Without what a reply quotes of an earlier message."""
    kept: list[str] = []
    for line in words.split("\n"):
        if _QUOTED.match(line.strip()) and len("".join(kept)) > 80:  # noqa: PLR2004
            break
        kept.append(line)
    return "\n".join(kept).strip()


def _parted(text: str) -> tuple[str, list[str]]:
    """The letter, and the lines under its closing."""
    closings = list(_CLOSING.finditer(text))
    if not closings:
        return text, []
    lines = [line.strip() for line in text[closings[-1].end() :].split("\n")]
    return text[: closings[-1].start()].strip(), [line for line in lines if line]


def _take_sender(answers: Answers, signed: list[str], body: str) -> None:
    said = "\n".join(signed)
    email, phone = _EMAIL.search(said), _PHONE.search(said)
    if email:
        answers.add("referrer.email", email[0])
    if phone:
        answers.add("referrer.phone", phone[0].strip())
    plain = [
        each for each in signed if not _EMAIL.search(each) and not _PHONE.search(each)
    ]
    first = plain[0] if plain else ""
    name, _, role = first.partition(",")
    name = re.split(r" ?[(–-] ", name)[0].split(" (")[0]
    if 0 < len(name.split()) <= 4 and name[:1].isupper():  # noqa: PLR2004
        answers.add("referrer.name", name.strip())
        answers.add("declaration.signed", name.strip())
        bracket = re.search(r"\(([^)]+)\)", first)
        _take_post(
            answers, [*filter(None, (role, bracket and bracket[1])), *plain[1:3]]
        )
    related = re.search(
        r"\bI(?: am|'m) (?:the |a |an |her |his |their |writing as (?:a |the )?)?"
        r"(?P<role>(?:\w+[ -]){0,3}?(?:neighbour|grandmother|grandfather|grandma|nan|"
        r"aunt(?:ie)?|uncle|mother|father|mum|dad|friend|foster carer|councillor|"
        r"teacher|"
        r"nurse|doctor|social worker|health visitor|head ?teacher|childminder|member "
        r"of "
        r"(?:the )?public))\b",
        body,
    )
    if related and not answers.text("referrer.role"):
        answers.add("referrer.role", related["role"])
    mine = re.search(
        r"\b[Mm]y (late )?(grand)?(son|daughter|child|niece|nephew|neighbour|friend)",
        body,
    )
    role = answers.text("referrer.role") or (mine and "family member") or ""
    capacity = choice(CAPACITY, role)
    if capacity:
        answers.add("referrer.capacity", capacity)


def _take_post(answers: Answers, lines: list[str]) -> None:
    for number, line in enumerate(lines):
        key = "role" if number == 0 else "organisation"
        answers.add(f"referrer.{key}", line.strip(" ,."))


def _take_children(answers: Answers, body: str, near: date | None) -> None:
    known: list[str] = []
    for name, who, born, age in _named(body):
        if _is_adult(who, born, age, near):
            continue
        first = name.split()[0]
        if first in known:
            continue
        known.append(first)
        group = f"child.{len(known)}"
        sibling = re.search(r"brother|sister|sibling", who) is not None and (
            len(known) > 1 or _is_somebodys(body, who, name)
        )
        answers.add(f"{group}.name", name)
        answers.add(f"{group}.role", "sibling" if sibling else "index")
        answers.add(f"{group}.dob", born)
        answers.add(f"{group}.age_text", age)
        if has_died(name, body):
            answers.add(f"{group}.status", "died")
    _take_unborn(answers, body, len(known))


def _take_unborn(answers: Answers, body: str, known: int) -> None:
    """The one child not yet born of whom the letter tells, and when it is due."""
    due = _EXPECTED.search(body)
    if due is None and not _PREGNANT.search(body):
        return
    group = f"child.{known + 1}"
    name = due["name"] if due else None
    answers.add(f"{group}.name", f"Unborn baby {name}" if name else "Unborn baby")
    answers.add(f"{group}.role", "other" if known else "index")
    if due:
        answers.add(f"{group}.edd", due["day"])


def _is_somebodys(body: str, who: str, name: str) -> bool:
    """Whether a brother or sister is that of a child told of, not of the writer."""
    return bool(
        re.search(
            rf"\b(?:[Hh]is|[Hh]er|[Tt]heir|\w+'s) (?:\w+ )?{re.escape(who)}"
            rf"(?:called |named )?{re.escape(name)}\b",
            body,
        )
    )


def _named(body: str) -> Iterator[tuple[str, str, str, str]]:
    """Names with what makes a child of them: a date of birth, an age, or the word."""
    found: dict[str, tuple[str, str, str, str]] = {}
    for match in (*_BESIDE.finditer(body), *_CALLED.finditer(body)):
        name = _bare(match["name"])
        tail = match.groupdict().get("tail") or ""
        before = body[max(0, match.start() - 40) : match.start()]
        if _DUE.search(tail) or re.search(r"\b[Uu]nborn (?:\w+ )?$", before):
            continue
        if _KIN.search(match["who"] or "") and _OF_AN_ADULT.search(before):
            continue
        born = next((m[0] for m in dates_in(tail)), "")
        years = None if born else _AGE.search(tail)
        age = years["age"] if years else ""
        if name and (born or age or match["who"]):
            earlier = found.get(name.split()[0])
            if earlier and len(earlier[0]) >= len(name):
                continue
            found[name.split()[0]] = (name, match["who"] or "", born, age)
    return iter(sorted(found.values(), key=lambda each: body.find(each[0])))


def _bare(name: str) -> str:
    words = [word for word in name.split() if word.lower() not in _NOT_NAMES]
    return " ".join(words) if words and words == name.split()[-len(words) :] else ""


def _is_adult(who: str, born: str, age: str, near: date | None) -> bool:
    if re.search(ADULT_WORD, who):
        return True
    years = re.fullmatch(r"(\d{1,2})( ?(years?|yrs?))?([ -]?old)?", age)
    if years and int(years[1]) >= _ADULT_YEARS:
        return True
    day = read_date(born, near=near).day if born else None
    return bool(day and near and (near - day).days > _ADULT_YEARS * 366)


def _take_adults(answers: Answers, body: str) -> None:
    children = {answers.text(f"child.{n}.name").split(" ")[0] for n in range(1, 20)}
    number = 0
    seen: set[str] = set()
    for match in _ADULT.finditer(body):
        name = _bare(match["name"] or match["before"] or "")
        if not name or name.split()[0] in children | seen:
            continue
        number += 1
        seen.add(name.split()[0])
        answers.add(f"adult.{number}.name", name)
        answers.add(f"adult.{number}.relationship", match["who"] or match["after"])


def _take_incident(answers: Answers, body: str) -> None:
    """The one date on which a sentence says that something happened."""
    born = {answers.text(f"child.{n}.dob") for n in answers.numbers("child")}
    for sentence in re.split(r"(?<=[.!?])\s+(?=[A-Z])|\n", body):
        days = [m[0] for m in dates_in(sentence) if m[0] not in born]
        if _HAPPENED.search(sentence) and len(set(days)) == 1:
            answers.add("incident.date", days[0])
            break
    children = [answers.text(f"child.{n}.status") for n in answers.numbers("child")]
    died = "died" in children or a_child_died(body)
    if died and re.search(r"\b(abuse|neglect)", body):
        answers.add("criteria.outcome", "died")
