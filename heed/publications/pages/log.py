"""Everything that was decided of the words of a case's texts, in its order."""

from collections.abc import Iterator
from datetime import datetime
from typing import NamedTuple

from heed.cases.kept import rows_of
from heed.cases.models import Case
from heed.publications import queries
from heed.publications.models import LeftBehind, Scan
from heed.reviews.queries import changes_of


class Logged(NamedTuple):
    """One decision: when, who, what was done, of which words and why."""

    at: datetime
    who: str
    what: str
    of: str = ""
    why: str = ""


def log_of(case: Case) -> list[Logged]:
    """What was searched, replaced, kept, looked at, seen and sent back, the latest
    first."""
    found = [*_searches(case), *_changes(case), *_kept(case), *_others(case)]
    return sorted(found, key=lambda one: one.at, reverse=True)


def _searches(case: Case) -> Iterator[Logged]:
    for scan in rows_of(Scan, case).select_related("paper"):
        name = scan.paper.get_kind_display().lower()
        yield Logged(scan.scanned_at, scan.scanned_by, f"Searched {name}")
    # What was seen once is kept with each later search of the same file.
    seen = rows_of(LeftBehind, case).select_related("person")
    for at, who in sorted({(one.acknowledged_at, one.person.name) for one in seen}):
        yield Logged(at, who, "Saw what the uploaded file hides")


def _changes(case: Case) -> Iterator[Logged]:
    for one in changes_of(case):
        of = f"“{one.before}” to “{one.after}”"
        what = "Asked the reviewer for other words"
        yield Logged(one.proposed_at, one.proposed_by, what, of, one.reasons)
        if one.answered_at:
            said = one.answer_reasons or ""
            what = one.get_answer_display()
            yield Logged(one.answered_at, "The reviewer", what, of, said)


def _kept(case: Case) -> Iterator[Logged]:
    # What was signed for several places at once was decided once.
    return iter(dict.fromkeys(_signed(case)))


def _signed(case: Case) -> Iterator[Logged]:
    for kept in queries.kept_words_in(case):
        why = f"{kept.get_reason_display()}. {kept.why}"
        for each in kept.signatures.all():
            who = f"{each.person.name} ({each.organisation.name})"
            what = "Signed that it may stay, by exception"
            yield Logged(each.signed_at, who, what, f"“{kept.form}”", why)


def _others(case: Case) -> Iterator[Logged]:
    for one in queries.checked_words_in(case):
        why = f"{one.get_reason_display()}. {one.words}"
        what = "Said why it may stay"
        yield Logged(one.answered_at, one.person.name, what, f"“{one.form}”", why)
    for back in queries.sent_back_in(case):
        of = ", ".join(f"“{each['form']}”" for each in back.places)
        what = "Sent the report back to the reviewer"
        yield Logged(back.sent_at, back.person.name, what, of, back.words)
        if back.taken_back_at:
            what, why = "Said that it need not be written anew", back.taken_back_because
            yield Logged(back.taken_back_at, back.person.name, what, of, why)
