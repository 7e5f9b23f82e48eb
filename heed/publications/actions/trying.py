"""Trying to identify the child before others do: what is public already, a second
reader's attempt, and what a report has to say."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from uuid import UUID

from heed import clock
from heed.cases.actions.opening import belonging_to
from heed.cases.models import Case
from heed.cases.steps import Refused, Seen, carrying_out
from heed.publications.actions.beginning import begun, begun_paper
from heed.publications.beside import texts_beside
from heed.publications.duties import said_at
from heed.publications.models import (
    AttemptToIdentify,
    DutyPointedOut,
    KnownInPublic,
    Paper,
)
from heed.publications.queries import read_together
from heed.publications.texts import authors_of, text_of, who_lodged
from heed.reviews.queries import latest_report
from heed.rulebook import process
from heed.rulebook.trying import LEAST_MINUTES

NO_TEXT = "There is no such text yet."


def record_known_in_public(
    case: Case,
    *,
    source: str,
    nothing_found: bool,
    looked_on,
    where: str,
    what: str = "",
    together: str = "",
    by,
    at,
    seen: Seen | None = None,
) -> KnownInPublic:
    """Record what somebody has made public of a case already, and what a reader could
    put together with it; or that one looked there and found nothing."""
    with carrying_out(
        process.RECORD_KNOWN_IN_PUBLIC, case, by=by, at=at, seen=seen
    ) as it:
        if looked_on > clock.london_date(at):
            raise Refused("The day on which you looked cannot be in the future.")
        if not nothing_found and not what.strip():
            raise Refused("Say what is public there, or that you found nothing.")
        return KnownInPublic.objects.create(
            **belonging_to(it),
            publication=begun(it, by=by, at=at),
            source=source,
            nothing_found=nothing_found,
            looked_on=looked_on,
            recorded_at=at,
            person=by,
            where=where,
            what=None if nothing_found else what,
            together=None if nothing_found else together or None,
        )


def try_to_identify(
    case: Case,
    *,
    texts: Mapping[str, str],
    minutes: int,
    how: str,
    outcome: str,
    found: str = "",
    pictures_seen: bool = False,
    by,
    at,
    seen: Seen | None = None,
) -> list[AttemptToIdentify]:
    """Record that somebody who wrote none of these texts read them together and tried
    for twenty minutes, as a stranger would, to find out who they are about, and what
    came of it. `texts` says which, each by its kind or its name in the library, with
    the hash of what was read."""
    with carrying_out(process.TRY_TO_IDENTIFY, case, by=by, at=at, seen=seen) as it:
        if not texts:
            raise Refused("Say which text you read.")
        if minutes < LEAST_MINUTES:
            raise Refused(f"Please try for {LEAST_MINUTES} minutes at least.")
        if outcome == AttemptToIdentify.Outcome.SOMEBODY and not found.strip():
            raise Refused("Say what you found, and by which words of the text.")
        read = [_to_read(it, key, by=by, at=at) for key in texts]
        for each in read:
            _may_be_read(each, texts[each.key], by, pictures_seen=pictures_seen)
        return [
            AttemptToIdentify.objects.create(
                **belonging_to(it),
                paper=each.paper,
                library_id=each.library_id,
                content_hash=each.content_hash,
                attempted_at=at,
                person=by,
                minutes=minutes,
                outcome=outcome,
                pictures_seen=pictures_seen,
                how=how,
                found=found or None,
            )
            for each in read
        ]


@dataclass(frozen=True, kw_only=True)
class _ToRead:
    """A text as it stands now: one of the papers, or of what is public beside them."""

    key: str
    content_hash: str
    writers: Collection[str]
    paper: Paper | None = None
    library_id: UUID | None = None
    has_pictures: bool = False


def _to_read(case: Case, key: str, *, by, at) -> _ToRead:
    if key in Paper.Kind:
        paper = begun_paper(case, key, by=by, at=at)
        if (text := text_of(paper)) is None:
            raise Refused(NO_TEXT)
        return _ToRead(
            key=key,
            content_hash=text.content_hash,
            writers=authors_of(paper),
            paper=paper,
            has_pictures=bool(text.document.images),
        )
    for each in texts_beside(case):
        if str(each.library_id) == key:
            return _ToRead(
                key=key,
                content_hash=each.content_hash,
                writers=each.writers,
                library_id=each.library_id,
            )
    raise Refused(NO_TEXT)


def _may_be_read(text: _ToRead, content_hash: str, by, *, pictures_seen: bool) -> None:
    if text.content_hash != content_hash:
        raise Refused("The text has changed since you opened it. Please read it anew.")
    if by.actor_id in text.writers:
        raise Refused("Who wrote the text knows too much to read as a stranger.")
    if text.has_pictures and not pictures_seen:
        raise Refused("Look at each picture too: faces, badges, places.")


def answer_attempt(
    attempt: AttemptToIdentify, *, answer: str, by, at, seen: Seen | None = None
) -> AttemptToIdentify:
    """Say what was done about an attempt that found somebody, for all texts that were
    read together. Whoever tried it does not answer it, nor who wrote one of them; who
    approved one before approves it anew."""
    with carrying_out(
        process.ANSWER_ATTEMPT, attempt, by=by, at=at, reasons=answer, seen=seen
    ) as it:
        if not it.is_open:
            raise Refused("There is nothing to answer: nobody was found, or it was.")
        if it.person_id == by.pk:
            raise Refused("Somebody else answers what you found.")
        together = read_together(it)
        if any(by.actor_id in _writers_of(each) for each in together):
            raise Refused("Who wrote the text does not answer what was found in it.")
        for each in (it, *together[1:]):
            each.answer, each.answered_at, each.answered_by = answer, at, by
            each.save(update_fields=["answer", "answered_at", "answered_by"])
    return it


def _writers_of(attempt: AttemptToIdentify) -> Collection[str]:
    if attempt.paper:
        return authors_of(attempt.paper)
    beside = texts_beside(attempt.case)
    return {w for e in beside if e.library_id == attempt.library_id for w in e.writers}


def point_out_duty(
    case: Case, *, duty: str, place: str, words: str = "", by, at, seen=None
) -> DutyPointedOut:
    """Say where the report does what it has to, though nothing showed it by itself: in
    a place that it has, by words that stand there.
    Another version of it is looked at anew; whoever lodged one does not say so."""
    with carrying_out(process.POINT_OUT_DUTY, case, by=by, at=at, seen=seen) as it:
        paper = begun_paper(it, Paper.Kind.REPORT, by=by, at=at)
        report = latest_report(it)
        if report is None:
            raise Refused("There is no report yet.")
        if by.actor_id in who_lodged(it):
            raise Refused("Who lodged the report does not say that it is all there.")
        where = _where(paper, place, words)
        return DutyPointedOut.objects.create(
            **belonging_to(it),
            paper=paper,
            duty=duty,
            content_hash=report.content_hash,
            pointed_at=at,
            person=by,
            where=where,
        )


def _where(paper: Paper, place: str, words: str) -> str:
    text = text_of(paper)
    if text is None:
        raise Refused("There is no report yet.")
    try:
        return said_at(text.document, place, words)
    except ValueError as wrong:
        raise Refused(str(wrong)) from wrong
