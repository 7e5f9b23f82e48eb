"""Trying to identify the child before others do: what is public already, a second
reader's attempt, and what a report has to say."""

from heed import clock
from heed.cases.actions.opening import belonging_to
from heed.cases.models import Case
from heed.cases.steps import Refused, Seen, carrying_out
from heed.publications.actions.beginning import begun, begun_paper
from heed.publications.models import (
    AttemptToIdentify,
    DutyPointedOut,
    KnownInPublic,
    Paper,
)
from heed.publications.texts import authors_of, text_of, who_lodged
from heed.reviews.queries import latest_report
from heed.rulebook import process
from heed.rulebook.trying import LEAST_MINUTES


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
    kind: str,
    content_hash: str,
    minutes: int,
    how: str,
    outcome: str,
    found: str = "",
    pictures_seen: bool = False,
    by,
    at,
    seen: Seen | None = None,
) -> AttemptToIdentify:
    """Record that somebody who did not write the text tried for twenty minutes, as a
    stranger would, to find out who it is about, and what came of it."""
    with carrying_out(process.TRY_TO_IDENTIFY, case, by=by, at=at, seen=seen) as it:
        paper = begun_paper(it, kind, by=by, at=at)
        text = _as_shown(paper, content_hash)
        if by.actor_id in authors_of(paper):
            raise Refused("Who wrote the text knows too much to read as a stranger.")
        if minutes < LEAST_MINUTES:
            raise Refused(f"Please try for {LEAST_MINUTES} minutes at least.")
        if outcome == AttemptToIdentify.Outcome.SOMEBODY and not found.strip():
            raise Refused("Say what you found, and by which words of the text.")
        if text.document.images and not pictures_seen:
            raise Refused("Look at each picture too: faces, badges, places.")
        return AttemptToIdentify.objects.create(
            **belonging_to(it),
            paper=paper,
            content_hash=content_hash,
            attempted_at=at,
            person=by,
            minutes=minutes,
            outcome=outcome,
            pictures_seen=pictures_seen,
            how=how,
            found=found or None,
        )


def answer_attempt(
    attempt: AttemptToIdentify, *, answer: str, by, at, seen: Seen | None = None
) -> AttemptToIdentify:
    """Say what was done about an attempt that found somebody. Whoever tried it does not
    answer it, nor who wrote the text; who approved it before approves it anew."""
    with carrying_out(
        process.ANSWER_ATTEMPT, attempt, by=by, at=at, reasons=answer, seen=seen
    ) as it:
        if not it.is_open:
            raise Refused("There is nothing to answer: nobody was found, or it was.")
        if it.person_id == by.pk:
            raise Refused("Somebody else answers what you found.")
        if by.actor_id in authors_of(it.paper):
            raise Refused("Who wrote the text does not answer what was found in it.")
        it.answer, it.answered_at, it.answered_by = answer, at, by
        it.save(update_fields=["answer", "answered_at", "answered_by"])
    return it


def point_out_duty(
    case: Case, *, duty: str, where: str, by, at, seen: Seen | None = None
) -> DutyPointedOut:
    """Say where the report does what it has to, though nothing showed it by itself.
    Another version of it is looked at anew; whoever lodged one does not say so."""
    with carrying_out(process.POINT_OUT_DUTY, case, by=by, at=at, seen=seen) as it:
        paper = begun_paper(it, Paper.Kind.REPORT, by=by, at=at)
        report = latest_report(it)
        if report is None:
            raise Refused("There is no report yet.")
        if by.actor_id in who_lodged(it):
            raise Refused("Who lodged the report does not say that it is all there.")
        return DutyPointedOut.objects.create(
            **belonging_to(it),
            paper=paper,
            duty=duty,
            content_hash=report.content_hash,
            pointed_at=at,
            person=by,
            where=where,
        )


def _as_shown(paper: Paper, content_hash: str):
    text = text_of(paper)
    if text.content_hash != content_hash:
        raise Refused("The text has changed since you opened it. Please read it anew.")
    return text
