"""The record, read: what was done in a case, as sentences."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import Q

from heed.audit import checkpoints
from heed.audit.append_only import missing_triggers
from heed.audit.models import Entry, Head
from heed.audit.sentences import WITHOUT_NAME, sentences_of, words_for
from heed.vault.signing import SigningKeyMissing


@dataclass(frozen=True)
class Sought:
    """What somebody asks the record for. `mark` is the beginning of an actor's id,
    `since` and `until` bound a day, `kinds` are the codes of what was done, and
    `subject_id` is the one thing, such as a file, with which it was done."""

    mark: str = ""
    since: datetime | None = None
    until: datetime | None = None
    kinds: frozenset[str] | None = None
    but_not: frozenset[str] = frozenset()
    refused: bool = False
    case_id: UUID | None = None
    subject_id: UUID | None = None


@dataclass(frozen=True)
class BareLine:
    """One entry as an auditor reads it: marks in place of names, never a word."""

    sequence: int
    at: datetime
    who: str
    mark: str
    role: str
    what: str
    code: str
    subject: str
    case_id: UUID | None
    refused: bool
    why: str


def entries_of(
    partnership_id: UUID, people, sought: Sought, *, before: int | None, most: int
) -> list[BareLine]:
    """The record of one partnership and of its people's signing in, the latest first;
    `before` gives the page that follows an entry's number."""
    own = [str(pk) for pk in people]
    entries = Entry.objects.filter(
        Q(partnership_id=partnership_id) | Q(partnership_id=None, actor_id__in=own)
    )
    return [_bare(entry) for entry in _page(entries, sought, before, most)]


@dataclass(frozen=True)
class Line:
    """One entry as those read it who keep a case: a sentence, and with what."""

    sequence: int
    at: datetime
    says: str
    subject: str
    subject_id: str


def history_of_case(
    case_id: UUID,
    sought: Sought,
    *,
    referrals: Iterable[UUID] = (),
    before: int | None,
    most: int,
) -> list[Line]:
    """The record of a case and of the referrals that it took in, the latest first;
    `before` gives the page that follows an entry's number."""
    about = Q(case_id=case_id) | Q(subject_id__in=map(str, referrals))
    page = list(_page(Entry.objects.filter(about), sought, before, most))
    return [
        Line(
            sequence=entry.sequence,
            at=entry.at,
            says=says,
            subject=words_for(entry.subject_kind),
            subject_id=entry.subject_id,
        )
        for entry, says in zip(page, sentences_of(page), strict=True)
    ]


def _page(entries, sought: Sought, before: int | None, most: int):
    for condition in _conditions(sought):
        entries = entries.filter(condition)
    if before is not None:
        entries = entries.filter(sequence__lt=before)
    return entries.order_by("-sequence").defer("canonical", "link")[:most]


def _conditions(sought: Sought) -> list[Q]:
    asked = {
        "actor_id__startswith": sought.mark or None,
        "at__gte": sought.since,
        "at__lt": sought.until,
        "what__in": sought.kinds,
        "result": Entry.Result.REFUSED if sought.refused else None,
        "case_id": sought.case_id,
        "subject_id": sought.subject_id and str(sought.subject_id),
    }
    found = [Q(**{name: said}) for name, said in asked.items() if said is not None]
    return [*found, *([~Q(what__in=sought.but_not)] if sought.but_not else [])]


def _bare(entry: Entry) -> BareLine:
    return BareLine(
        sequence=entry.sequence,
        at=entry.at,
        who=WITHOUT_NAME.get(entry.actor_kind, "Heed"),
        mark=mark_of(entry.actor_id) if entry.actor_kind == "person" else "",
        role=entry.role.replace("_", " "),
        what=words_for(entry.what),
        code=entry.what,
        subject=words_for(entry.subject_kind),
        case_id=entry.case_id,
        refused=entry.refused,
        why=words_for(entry.reason_code).lower(),
    )


def mark_of(actor_id) -> str:
    """By what the record's pages call a person: the beginning of their id."""
    return str(actor_id)[:8]


@dataclass(frozen=True)
class Standing:
    """Where the chain ends, and what outside the database says that it must hold."""

    entries: int
    checkpoint: checkpoints.Checkpoint | None
    missing_triggers: list[str]
    key_is_missing: bool = False


def standing() -> Standing:
    """The state of the record, without walking it."""
    head, triggers = Head.objects.get(), missing_triggers()
    try:
        return Standing(head.sequence, checkpoints.newest(), triggers)
    except SigningKeyMissing:
        return Standing(head.sequence, None, triggers, key_is_missing=True)
