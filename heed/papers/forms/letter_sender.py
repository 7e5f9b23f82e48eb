"""Who writes a letter: the lines at its foot, or what it says of its writer."""

import re

from heed.papers.forms.answers import Answers
from heed.papers.forms.choices import CAPACITY, choice
from heed.papers.forms.contacts import EMAIL, PHONE
from heed.papers.forms.told import looks_like_name
from heed.papers.patterns import later

_CLOSING = later(
    r"^\s*((yours|kind|kindest|best|many|with|warm)\b.{0,25}|regards|thanks|thank you|"
    r"sincerely|faithfully|cheers)[,.!]?\s*$",
    re.IGNORECASE | re.MULTILINE,
)
_RULE = later(r"^(?:[-_=*~] ?){5,}$|^\W*$")
_PLACE = later(
    r"\b(surgery|practice|school|academy|hospital|trust|services?|council|centre|"
    r"nursery|college|police|constabulary|clinic|cafcass|camhs|homes|housing|refuge|"
    r"social care|medical|association|charity|partnership|nhs|probation|county|"
    r"ward(?=\W*$))\b",
    re.IGNORECASE,
)
_RELATED = later(
    r"\b(?:I(?: am|'m) (?:the |a |an |her |his |their |writing as (?:a |the )?)?|"
    r"^[Aa]s (?:the |a |an |her |his |their |your )?)"
    r"(?P<role>(?:\w+[ -]){0,3}?(?:neighbour|grandmother|grandfather|grandma|nan|"
    r"aunt(?:ie)?|uncle|mother|father|mum|dad|friend|foster carer|councillor|teacher|"
    r"nurse|doctor|social worker|health visitor|head ?teacher|childminder|midwife|"
    r"paediatrician|police officer|member of (?:the )?public))\b",
    re.MULTILINE,
)
_MINE = later(
    r"\b[Mm]y (late )?(grand)?(son|daughter|child|niece|nephew|neighbour|friend)"
)
_LONGEST, _MOST = 70, 6
"""Letters of a line of a sign-off, and how many lines it has at most."""


def names_place(words: str) -> bool:
    """Whether words name where people work: a school, a council, a trust."""
    return _PLACE.search(words) is not None


def closes(line: str) -> bool:
    """Whether a line ends a message: "Kind regards"."""
    return _CLOSING.fullmatch(line) is not None


def parted(text: str) -> tuple[str, list[str]]:
    """The letter, and the lines at its foot that say who writes."""
    closings = list(_CLOSING.finditer(text))
    if closings:
        lines = _until_rule(text[closings[-1].end() :].split("\n"))
        return text[: closings[-1].start()].strip(), lines
    return _signed_off(text)


def _until_rule(lines: list[str]) -> list[str]:
    """The first stretch of lines: a rule, or much more text, ends it."""
    found: list[str] = []
    for line in (each.strip() for each in lines):
        if found and ((_RULE.match(line) and line) or len(line) > 2 * _LONGEST):
            break
        if line and not _RULE.match(line):
            found.append(line)
    return found


def _signed_off(text: str) -> tuple[str, list[str]]:
    """A name with a post, a telephone or an address under it, without a closing."""
    lines = [line.strip() for line in text.split("\n")]
    for end in range(len(lines) - 1, 0, -1):
        if not (EMAIL.search(lines[end]) or PHONE.search(lines[end])):
            continue
        start = end
        while start and end - start < _MOST and _is_of_sign_off(lines[start - 1]):
            start -= 1
        named = [n for n in range(start, end) if _is_full_name(lines[n])]
        if named and len(lines[end]) <= _LONGEST:
            return "\n".join(lines[: named[0]]).strip(), lines[named[0] : end + 2]
    return text, []


def _is_of_sign_off(line: str) -> bool:
    return 0 < len(line) <= _LONGEST and not line.endswith((".", "?", "!"))


def _is_full_name(line: str) -> bool:
    name = _before_post(line)
    several = len(name.split()) > 1 and name[:1].isupper()
    return several and looks_like_name(name) and not _PLACE.search(name)


def take_sender(answers: Answers, signed: list[str], body: str) -> None:
    """Whoever signed, with their post, and where they can be reached."""
    said = "\n".join(signed)
    for kind, pattern in (("email", EMAIL), ("phone", PHONE)):
        match = pattern.search(said)
        answers.add(f"referrer.{kind}", match[0].strip() if match else "")
    plain = [
        each for each in signed if not EMAIL.search(each) and not PHONE.search(each)
    ]
    named = [n for n, each in enumerate(plain) if _is_name(each)]
    if len(named) > 1 and plain[named[0]].split()[0] == plain[named[1]].split()[0]:
        # "Jodie", and under it "Jodie Penhallow".
        named = named[1:]
    if named:
        first = plain[named[0]]
        name = _before_post(first)
        answers.add("referrer.name", name)
        answers.add("declaration.signed", name)
        bracket = re.search(r"\(([^)]+)\)", first)
        rest = first.partition(",")[2]
        below = plain[named[0] + 1 : named[0] + 4]
        _take_post(answers, [*filter(None, (rest, bracket and bracket[1])), *below])
    _take_capacity(answers, body)


def _before_post(line: str) -> str:
    return re.split(r" ?[(–,-] |,| \(", line)[0].strip()


def _is_name(line: str) -> bool:
    name = _before_post(line)
    return 0 < len(name.split()) <= 4 and name[:1].isupper()  # noqa: PLR2004


def _take_post(answers: Answers, lines: list[str]) -> None:
    """The post, and the organisation: what names a place is no post."""
    said = [line.strip(" ,.") for line in lines if line.strip(" ,.")]
    if len(said) == 1 and "," in said[0]:
        said = [part.strip() for part in said[0].split(",", maxsplit=1)]
    if len(said) == 1 and _PLACE.search(said[0]) and " of " not in said[0]:
        answers.add("referrer.organisation", said[0])
        return
    for key, line in zip(("role", "organisation"), said, strict=False):
        if not answers.text(f"referrer.{key}"):
            answers.add(f"referrer.{key}", line)


def _take_capacity(answers: Answers, body: str) -> None:
    related = _RELATED.search(body)
    if related and not answers.text("referrer.role"):
        answers.add("referrer.role", related["role"])
    mine = _MINE.search(body)
    role = answers.text("referrer.role") or (mine and "family member") or ""
    answers.add("referrer.capacity", choice(CAPACITY, role) or "")
