"""Entries as sentences. The record holds codes; what they are called stands here, and
may be put better later without touching the record."""

import re
from collections.abc import Callable, Iterable, Mapping

from heed.audit.actors import ANONYMOUS_REFERRER, LINK_HOLDER, PERSON, SYSTEM
from heed.audit.models import Entry

NAMES: dict[str, str] = {}
REASONS: dict[str, str] = {}

# Who may say what people are called: given their ids, their names by id.
NamesOfPeople = Callable[[Iterable[str]], Mapping[str, str]]
_names_of_people: list[NamesOfPeople] = []

JOINED = re.compile("(?<=[a-z])(?=[A-Z])")  # as in AgencyRequest
WITHOUT_NAME = {
    PERSON: "Somebody",
    ANONYMOUS_REFERRER: "The referrer",
    LINK_HOLDER: "Somebody with a link",
}


def name_what(names: Mapping[str, str]) -> None:
    """Say what the codes of `Entry.what` are called: {"read_identities": "Read the
    names of a case"}."""
    NAMES.update(names)


def name_reasons(names: Mapping[str, str]) -> None:
    """Say what the reason codes of refusals mean: {"stale": "it had changed since"}."""
    REASONS.update(names)


def name_people_with(names_of_people: NamesOfPeople) -> None:
    """Say who knows what the people are called; until then they are "Somebody"."""
    _names_of_people[:] = [names_of_people]


def sentences_of(entries: Iterable[Entry]) -> list[str]:
    """A sentence for each entry: who did what, or was refused, and why."""
    entries = list(entries)
    ids = {e.actor_id for e in entries if e.actor_kind == PERSON}
    names = _names_of_people[0](ids) if _names_of_people and ids else {}
    return [_sentence(entry, names) for entry in entries]


def words_for(code: str) -> str:
    """What a code of the record is called; the code itself, put plainly, where nobody
    has said."""
    return NAMES.get(code) or REASONS.get(code) or _in_plain(code)


def _sentence(entry: Entry, names: Mapping[str, str]) -> str:
    who = _who(entry, names)
    what = NAMES.get(entry.what) or _in_plain(entry.what)
    if not entry.refused:
        return f"{who}: {what}."
    why = REASONS.get(entry.reason_code) or _in_plain(entry.reason_code).lower()
    return f"{who}: {what}. Refused{f', because: {why}' if why else ''}."


def _who(entry: Entry, names: Mapping[str, str]) -> str:
    if entry.actor_kind == SYSTEM:
        return f"Heed ({entry.actor_id})"
    name = names.get(entry.actor_id) or WITHOUT_NAME[entry.actor_kind]
    return f"{name} ({_in_plain(entry.role).lower()})" if entry.role else name


def _in_plain(code: str) -> str:
    apart = JOINED.sub(" ", code.rpartition(".")[2])
    return re.sub("[_-]", " ", apart).strip().capitalize()
