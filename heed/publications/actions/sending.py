"""The text goes ahead to the Panel, the Secretary of State and Ofsted; they comment."""

from heed.cases.actions.opening import belonging_to
from heed.cases.models import Case
from heed.cases.steps import Refused, Seen, carrying_out, must_have_been
from heed.publications.actions.beginning import begun, main_paper
from heed.publications.ahead import recorded_since
from heed.publications.models import (
    AdvanceCopy,
    Comment,
    EarlyException,
    NotMaterial,
)
from heed.publications.queries import (
    recorded_early,
    texts_ahead_of,
    texts_changed_since_sent,
)
from heed.publications.texts import text_of
from heed.rulebook import process


def send_advance_copies(
    case: Case,
    *,
    sent_on,
    bodies: list[str],
    route: str,
    proof: str,
    by,
    at,
    seen: Seen | None = None,
) -> list[AdvanceCopy]:
    """Record that the texts went ahead exactly as they stand now, to whom, by which
    route, and what proves it. Seven working days then pass before they may be public;
    a text that changes goes ahead again."""
    with carrying_out(
        process.SEND_ADVANCE_COPIES,
        case,
        by=by,
        at=at,
        effective_on=sent_on,
        seen=seen,
    ) as it:
        kept = begun(it, by=by, at=at)
        texts = texts_ahead_of(kept)
        if text_of(main_paper(kept, by=by, at=at)) is None or not texts:
            raise Refused("There is no text to send ahead yet.")
        return [
            AdvanceCopy.objects.create(
                **belonging_to(it),
                publication=kept,
                kind=text.kind,
                body=body,
                sent_on=sent_on,
                recorded_at=at,
                content_hash=text.content_hash,
                route=route,
                proof=proof or None,
            )
            for text in texts
            for body in bodies
        ]


def record_not_material(
    case: Case,
    *,
    kind: str,
    content_hash: str,
    words: str,
    by,
    at,
    seen: Seen | None = None,
) -> NotMaterial:
    """Record, for one's own body, that what changed in a text after the copies went is
    not material. When partners of two bodies did, for exactly this text, the copies
    that went count for it; what they say stays shown."""
    with carrying_out(
        process.RECORD_NOT_MATERIAL, case, by=by, at=at, reasons=words, seen=seen
    ) as it:
        kept = begun(it, by=by, at=at)
        changed = {text.kind: text for text in texts_changed_since_sent(kept)}
        if kind not in changed:
            raise Refused("No copy went ahead from which this text differs.")
        if changed[kind].content_hash != content_hash:
            raise Refused("The text has changed since you opened it. Please read it.")
        given = recorded_since(kept, kind, content_hash)
        if it.acting_for in {each.seat for each in given}:
            raise Refused("Your body has recorded this already: it takes two bodies.")
        return NotMaterial.objects.create(
            **belonging_to(it),
            publication=kept,
            kind=kind,
            content_hash=content_hash,
            seat=it.acting_for,
            person=by,
            recorded_at=at,
            words=words,
        )


def record_comment(
    case: Case, *, body: str, received_on, words: str, by, at, seen: Seen | None = None
) -> Comment:
    """Record what a national body says about publication, word by word."""
    with carrying_out(
        process.RECORD_COMMENT_ON_PUBLICATION, case, by=by, at=at, seen=seen
    ) as it:
        must_have_been(received_on, at=at, what="A comment cannot have come")
        return Comment.objects.create(
            **belonging_to(it),
            publication=begun(it, by=by, at=at),
            body=body,
            received_on=received_on,
            recorded_at=at,
            words=words,
        )


def reply_to_comment(
    comment: Comment, *, reply: str, by, at, seen: Seen | None = None
) -> Comment:
    """Reply to a comment: what the partners do about it, and why."""
    with carrying_out(
        process.REPLY_TO_COMMENT, comment, by=by, at=at, reasons=reply, seen=seen
    ) as it:
        it.reply, it.replied_at, it.replied_by = reply, at, by.actor_name
        it.save(update_fields=["reply", "replied_at", "replied_by"])
    return it


def advance_early(
    case: Case, *, reason: str, words: str, by, at, seen: Seen | None = None
) -> EarlyException:
    """Record, for one's own body, why it may be public before seven working days. It
    holds when partners of two bodies recorded the same; the shortfall stays shown."""
    with carrying_out(
        process.ADVANCE_EARLY,
        case,
        by=by,
        at=at,
        outcome=reason,
        reasons=words,
        seen=seen,
    ) as it:
        kept = begun(it, by=by, at=at)
        if it.acting_for in recorded_early(kept).get(reason, ()):
            raise Refused("Your body has recorded this already: it takes two bodies.")
        return EarlyException.objects.create(
            **belonging_to(it),
            publication=kept,
            reason=reason,
            seat=it.acting_for,
            person=by,
            recorded_at=at,
            words=words,
        )
