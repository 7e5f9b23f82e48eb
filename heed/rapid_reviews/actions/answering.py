"""An agency opens its link with the code, and answers."""

import secrets

from django.db import transaction

from heed import clock
from heed.audit.actions import record
from heed.cases.belonging import belonging_to
from heed.cases.steps import Refused, Seen, carrying_out
from heed.rapid_reviews.models import AgencyAnswer, AgencyRequest
from heed.rulebook import process
from heed.vault.codes import is_code

MOST_TRIES = 10
ANSWER_FIELDS = (
    "systems_searched",
    "period",
    "summary",
    "worked_well",
    "learning",
    "immediate_actions",
    "other_agencies",
    "checked_by",
)


def _must_be_theirs(request: AgencyRequest, by) -> None:
    """A link opens one request of one organisation, and nothing else."""
    if by.actor_kind == "link_holder" and by.actor_id != str(request.pk):
        raise Refused("This link belongs to another request.")


def open_request(request: AgencyRequest, *, code: str, by, at) -> str:
    """Open a request with the code told by telephone; gives the mark that binds it to
    this one browser session. Raises Refused; after ten wrong codes a new one is needed.

    Fetching the link alone uses nothing up: mail scanners do that."""
    with transaction.atomic():
        kept = AgencyRequest._base_manager.select_for_update().get(pk=request.pk)
        fits = (
            kept.is_open
            and kept.code_tries < MOST_TRIES
            and clock.london_date(at) <= kept.expires_on
            and is_code(code, kept.code_hash)
        )
        kept.code_tries = 0 if fits else kept.code_tries + 1
        if fits:
            kept.bound_to = secrets.token_hex(32)
            kept.state = AgencyRequest.State.OPENED
            kept.opened_at = kept.opened_at or at
        kept.save(update_fields=["code_tries", "bound_to", "state", "opened_at"])
        record(
            what="open_request",
            by=by,
            at=at,
            subject_kind="rapid_reviews.AgencyRequest",
            subject_id=kept.pk,
            case_id=kept.case_id,
            partnership_id=kept.partnership_id,
            result="done" if fits else "refused",
        )
    if not fits:
        raise Refused(
            "This code does not open the link. Check it letter by letter, or telephone "
            "the partnership for a new one."
        )
    return kept.bound_to


def answer_request(
    request: AgencyRequest,
    *,
    kind: str,
    author: str,
    by,
    at,
    children_searched: bool = False,
    adults_searched: bool = False,
    records_secured: bool = False,
    author_independent: bool = False,
    seen: Seen | None = None,
    **words: str,
) -> AgencyAnswer:
    """Answer what an organisation was asked: that it knows nobody, or what it knows.

    An answer may be given again while the request is not closed; each one is kept."""
    with carrying_out(process.ANSWER_REQUEST, request, by=by, at=at, seen=seen) as it:
        return _kept(
            it,
            kind=kind,
            author=author,
            came_by="link",
            ticks={
                "children_searched": children_searched,
                "adults_searched": adults_searched,
                "records_secured": records_secured,
                "author_independent": author_independent,
            },
            words=words,
            by=by,
            at=at,
        )


def log_answer(
    request: AgencyRequest,
    *,
    kind: str,
    author: str,
    came_by: str,
    by,
    at,
    seen: Seen | None = None,
    **words: str,
) -> AgencyAnswer:
    """Log an answer that came another way: by telephone, by post, at the meeting."""
    with carrying_out(process.LOG_ANSWER, request, by=by, at=at, seen=seen) as it:
        return _kept(
            it,
            kind=kind,
            author=author,
            came_by=came_by,
            ticks={},
            words=words,
            by=by,
            at=at,
        )


def _kept(request, *, kind, author, came_by, ticks, words, by, at) -> AgencyAnswer:
    _must_be_theirs(request, by)
    if request.closed_at:
        raise Refused("This request is closed.")
    nil = kind == AgencyAnswer.Kind.NOT_KNOWN
    if nil and ticks and not (ticks["children_searched"] and ticks["adults_searched"]):
        raise Refused(
            "Before you say that you know nobody: search for the children and for the "
            "adults, tick both, and say in which systems."
        )
    answer = AgencyAnswer.objects.create(
        **belonging_to(request.case),
        request=request,
        kind=kind,
        number=request.answers.count() + 1,
        answered_at=at,
        came_by=came_by,
        author=author,
        **ticks,
        **{name: words.get(name) or None for name in ANSWER_FIELDS},
    )
    request.state = AgencyRequest.State.NIL if nil else AgencyRequest.State.RETURNED
    request.answered_at, request.code_to_read_out = at, None
    request.save(update_fields=["state", "answered_at", "code_to_read_out"])
    return answer


def refuse_request(
    request: AgencyRequest, *, reason: str, by, at, seen: Seen | None = None
) -> AgencyRequest:
    """Record that an organisation declines to answer. The partners may then require
    the information in writing."""
    with carrying_out(
        process.REFUSE_REQUEST, request, by=by, at=at, reasons=reason, seen=seen
    ) as it:
        _must_be_theirs(it, by)
        it.state, it.refusal = AgencyRequest.State.REFUSED, reason
        it.answered_at = at
        it.save(update_fields=["state", "refusal", "answered_at"])
    return it
