"""The report: drafts are lodged, facts commented, changes accepted or disputed."""

from heed.cases.belonging import belonging_to
from heed.cases.models import Case
from heed.cases.steps import Refused, Seen, carrying_out
from heed.documents.actions import receive
from heed.documents.reading import read_in_child
from heed.reviews.models import (
    AccuracyComment,
    Change,
    ChildPortrait,
    ReportVersion,
)
from heed.reviews.texts import content_hash, with_words, words_at
from heed.rulebook import process


def lodge_draft(
    case: Case,
    *,
    data: bytes,
    name: str,
    is_final_draft: bool,
    by,
    at,
    seen: Seen | None = None,
) -> ReportVersion:
    """Lodge a draft report: the file is kept as sent and read into blocks. One that
    cannot be read is refused with the sentence that says why."""
    # Reading may take seconds: it is done before anybody else is kept waiting.
    understood = read_in_child(data, name, "report")
    with carrying_out(process.LODGE_DRAFT, case, by=by, at=at, seen=seen) as it:
        if understood.content is None:
            raise Refused(understood.problem)
        document = receive(
            data,
            name=name,
            owner=it,
            purpose="report",
            received_from="lead_reviewer",
            by=by,
            at=at,
        )
        blocks = understood.content["document"]
        return ReportVersion.objects.create(
            **belonging_to(it),
            number=ReportVersion.objects.filter(case=it).count() + 1,
            lodged_at=at,
            lodged_by=by,
            document=document,
            is_final_draft=is_final_draft,
            content_hash=content_hash(blocks),
            title=blocks.get("title") or "Local child safeguarding practice review",
            blocks=blocks,
            hidden=understood.content.get("hidden"),
        )


def comment_on_accuracy(
    report: ReportVersion,
    *,
    anchor: str,
    words: str,
    by,
    at,
    seen: Seen | None = None,
) -> AccuracyComment:
    """Say that a fact in the draft is not right, and what is."""
    with carrying_out(
        process.COMMENT_ON_ACCURACY, report, by=by, at=at, seen=seen
    ) as it:
        return AccuracyComment.objects.create(
            **belonging_to(it.case),
            report=it,
            anchor=anchor,
            given_at=at,
            given_by=by.actor_name,
            words=words,
        )


def answer_comment(
    comment: AccuracyComment, *, answer: str, by, at, seen: Seen | None = None
) -> AccuracyComment:
    """Say what one does about a comment on the accuracy of one's own draft."""
    with carrying_out(process.ANSWER_COMMENT, comment, by=by, at=at, seen=seen) as it:
        if it.answered_at:
            raise Refused("This comment has been answered already.")
        it.answer, it.answered_at = answer, at
        it.save(update_fields=["answer", "answered_at"])
    return it


def propose_change(
    report: ReportVersion,
    *,
    anchor: str,
    after: str,
    reasons: str,
    as_suggested: bool = False,
    by,
    at,
    seen: Seen | None = None,
) -> Change:
    """Propose a change to a paragraph of the reviewer's final draft. Nothing changes
    until she has accepted it; then these are words of whoever proposed them, save where
    they are only what a search suggested."""
    with carrying_out(
        process.PROPOSE_CHANGE, report, by=by, at=at, reasons=reasons, seen=seen
    ) as it:
        before = words_at(it.blocks, anchor)
        if before is None:
            raise Refused("This version has no such paragraph.")
        return Change.objects.create(
            **belonging_to(it.case),
            report=it,
            anchor=anchor,
            proposed_at=at,
            proposed_by=by.actor_name,
            proposer=by,
            as_suggested=as_suggested,
            before=before,
            after=after,
            reasons=reasons,
        )


def accept_change(change: Change, *, by, at, seen: Seen | None = None) -> ReportVersion:
    """Accept a change to one's own report; it becomes a new version."""
    with carrying_out(process.ACCEPT_CHANGE, change, by=by, at=at, seen=seen) as it:
        _must_wait(it)
        latest = ReportVersion.objects.filter(case=it.case).last()
        if words_at(latest.blocks, it.anchor) != it.before:
            raise Refused(
                "This paragraph has changed since. Please look at the change again."
            )
        it.answer, it.answered_at = Change.Answer.ACCEPTED, at
        it.save(update_fields=["answer", "answered_at"])
        blocks = with_words(latest.blocks, it.anchor, it.after)
        return ReportVersion.objects.create(
            **belonging_to(it.case),
            number=latest.number + 1,
            lodged_at=at,
            lodged_by=by,
            made_from=latest,
            is_final_draft=latest.is_final_draft,
            content_hash=content_hash(blocks),
            title=latest.title,
            blocks=blocks,
        )


def dispute_change(
    change: Change, *, reason: str, by, at, seen: Seen | None = None
) -> Change:
    """Dispute a change to one's own report; the report stays as it is."""
    with carrying_out(
        process.DISPUTE_CHANGE, change, by=by, at=at, reasons=reason, seen=seen
    ) as it:
        _must_wait(it)
        it.answer, it.answered_at = Change.Answer.DISPUTED, at
        it.answer_reasons = reason
        it.save(update_fields=["answer", "answered_at", "answer_reasons"])
    return it


def _must_wait(change: Change) -> None:
    if change.answer != Change.Answer.WAITING:
        raise Refused("This change has been answered already.")


def write_portrait(
    case: Case,
    *,
    words: str,
    family_agreed: bool,
    by,
    at,
    seen: Seen | None = None,
) -> ChildPortrait:
    """Write who the child was, for the beginning of the report."""
    with carrying_out(process.WRITE_PORTRAIT, case, by=by, at=at, seen=seen) as it:
        return ChildPortrait.objects.create(
            **belonging_to(it),
            written_at=at,
            written_by=by,
            family_agreed=family_agreed,
            words=words,
        )
