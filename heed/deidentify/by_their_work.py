"""Names beside what somebody is: "SW Ada Ormond", "Ada Ormond (health visitor)", "her
uncle Jake", "Dr Dastan". Whoever is named so and is in no register names somebody
still; and of professionals it tells the role by which to call them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import takewhile

from heed.deidentify.everyday import is_everyday
from heed.deidentify.word_lists import word_list

_WORK = {
    "Social Worker": ("social worker", "S/W", "SW", "Soc Worker"),
    "Health Visitor": ("health visitor", "H/V", "HV"),
    "School Nurse": ("school nurse", "SN"),
    "Midwife": ("community midwife", "midwife", "MW"),
    "GP": ("general practitioner", "GP"),
    "Paediatrician": ("consultant paediatrician", "paediatrician"),
    "Doctor": ("consultant", "registrar", "doctor", "Dr"),
    "Nurse": ("staff nurse", "nurse", "sister"),
    "Police Constable": ("police constable", "constable", "WPC", "PC"),
    "Detective": (
        *("detective constable", "detective sergeant", "detective inspector"),
        *("DC", "DS", "DI"),
    ),
    "Police Sergeant": ("police sergeant", "sergeant", "Sgt", "PS"),
    "Teacher": ("head teacher", "headteacher", "class teacher", "teacher"),
    "Nursery Worker": ("nursery manager", "nursery worker", "key worker", "keyworker"),
    "Family Support Worker": ("family support worker", "FSW"),
    "Support Worker": ("support worker",),
    "Probation Officer": ("probation officer",),
    "Housing Officer": ("housing officer",),
    "Team Manager": ("team manager",),
    "Solicitor": ("solicitor",),
    "Guardian": ("children's guardian", "guardian"),
}
"""By what somebody is called in the key, and how that is written."""

_TITLES = frozenset({"mr", "mrs", "ms", "miss", "mx", "prof"})
_DOTTED = _TITLES | {"dr", "sgt"}
_KIN = frozenset(
    {
        *("aunt", "auntie", "aunty", "uncle", "cousin", "mum", "dad", "nan", "nanna"),
        *("nanny", "partner", "boyfriend", "girlfriend", "husband", "wife", "friend"),
        *("neighbour", "lodger", "carer", "twin", "grandma", "grandpa", "grandad"),
        *(
            f"{step}{who}"
            for step in ("", "step", "half", "foster", "step-", "half-", "grand")
            for who in ("mother", "father", "brother", "sister", "son", "daughter")
        ),
    }
)
_ROLE_OF = {words.casefold(): role for role, some in _WORK.items() for words in some}
_LETTERS = {
    words.casefold() for some in _WORK.values() for words in some if words.isupper()
}
ROLES = tuple(_WORK)
_FIRST = frozenset(words.split()[0] for words in _ROLE_OF)
_LAST = frozenset(words.split()[-1] for words in _ROLE_OF)
MOST_WORDS = 3
_AROUND = 40
SHORT = 2
LETTERS = 3  # "DNA", "EHA": letters that stand for words, where all are capitals
_CAPITAL = r"[A-Z\u00c0-\u00d6\u00d8-\u00de\u0100-\u024f\u0370-\u04ff]"
_PART = rf"(?:(?:Dr|Mrs?|Ms|Prof)\.|{_CAPITAL}(?:[\w’'-]*[^\W\d_]|\.|(?= {_CAPITAL})))"
_NAME = re.compile(rf"(?<![\w’'-]){_PART}(?: {_PART})*")
_FIRST_LETTERS = re.compile(r"[^\W\d_]+")
_BEHIND = re.compile(r",? ?\(?([A-Za-z/’']+(?: [A-Za-z]+){0,2})")
_NO_NAME = word_list("not_names")


@dataclass(frozen=True, slots=True)
class Beside:
    """A name and, where that is told beside it, by what work the person is called."""

    name: str
    start: int
    end: int
    role: str = ""


def named_beside(words: str) -> Iterator[Beside]:
    """The names that stand beside what somebody is, in their order."""
    for found in _NAME.finditer(words):
        parts = found[0].split(" ")
        if len(parts) == 1 and _is_no_name(found[0]):
            continue
        at = found.start()
        skipped, role, is_told = _told_before(words[max(0, at - _AROUND) : at], parts)
        named = _as_far_as_a_name(parts[skipped:])
        if not named:
            continue
        start = found.start() + sum(len(part) + 1 for part in parts[:skipped])
        name = " ".join(named)
        end = start + len(name)
        if not is_told:
            role = _told_behind(words[end : end + _AROUND])
        if (is_told or role) and not _may_be_no_name(named):
            yield Beside(name, start, end, role)


def _told_before(before: str, parts: list[str]) -> tuple[int, str, bool]:
    """How many of the words are no name but say what somebody is; by what work that
    is; and whether they, or the words before them, say so at all."""
    role, is_told, skipped = "", False, 0
    if before.endswith((" ", "(")):
        role, is_told = _told_by(before.rpartition("\n")[2].split())
    while skipped < len(parts):
        count, more = _role_at(parts[skipped:])
        if not count and parts[skipped].rstrip(".").casefold() not in {
            *_TITLES,
            *_KIN,
        }:
            break
        role, is_told = more or role, True
        skipped += count or 1
    return skipped, role, is_told


def _told_by(before: list[str]) -> tuple[str, bool]:
    """By what work somebody is who is named next, and whether it is told."""
    last = before[-1].rstrip(".,:").lstrip("(").casefold() if before else ""
    if before and before[-1].endswith(".") and last not in _DOTTED:
        return "", False  # a sentence ends there
    if last in _TITLES:
        role, _ = _told_by(before[:-1])
        return role, True
    if last not in _LAST:
        return "", last in _KIN
    for count in range(MOST_WORDS, 0, -1):
        said = " ".join(before[-count:]).lstrip("(")
        if role := _role(said.rstrip(".,:")):
            return role, True
    return "", last in _KIN


def _role_at(parts: list[str]) -> tuple[int, str]:
    if parts[0].rstrip(".").casefold() not in _FIRST:
        return 0, ""
    for count in range(MOST_WORDS, 0, -1):
        if role := _role(" ".join(parts[:count]).rstrip(".")):
            return min(count, len(parts)), role
    return 0, ""


def _role(said: str) -> str:
    """By what work somebody is of whom this is said; letters that stand for words are
    written in capitals."""
    plain = said.casefold().replace("’", "'")
    return "" if plain in _LETTERS and not said.isupper() else _ROLE_OF.get(plain, "")


def _told_behind(after: str) -> str:
    if not (found := _BEHIND.match(after)):
        return ""
    said = found[1].split(" ")
    if said[0].casefold() not in _FIRST:
        return ""
    roles = (_role(" ".join(said[:count])) for count in range(MOST_WORDS, 0, -1))
    return next(filter(None, roles), "")


def _as_far_as_a_name(parts: list[str]) -> list[str]:
    """The words up to the first that is none of a name."""
    return list(takewhile(lambda part: not _is_no_name(part), parts))


def _may_be_no_name(parts: list[str]) -> bool:
    """Whether nothing but initials is left, or one word that is an everyday one."""
    alone = len(parts) == 1 and is_everyday(parts[0].casefold())
    short = all(len(part) <= (LETTERS if part.isupper() else SHORT) for part in parts)
    return alone or short


def _is_no_name(part: str) -> bool:
    found = _FIRST_LETTERS.match(part)
    if found is None:
        return False
    return found[0].casefold() in _NO_NAME or bool(_role(part))
