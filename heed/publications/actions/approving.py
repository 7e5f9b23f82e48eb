"""Two approvers of different bodies approve exactly one text; others say that courts,
and what the family knows, do not stand against it."""

from dataclasses import replace

from heed.cases.access import standing_for
from heed.cases.actions.opening import belonging_to
from heed.cases.models import Case
from heed.cases.steps import Refused, Seen, carrying_out
from heed.publications.actions.beginning import begun, begun_paper
from heed.publications.bodies import body_of
from heed.publications.gate import checklist
from heed.publications.made import Made, made_for
from heed.publications.models import (
    Approval,
    Clearance,
    FamilyNotTold,
    GateAsApproved,
)
from heed.publications.queries import acceptances_of, facts_of
from heed.publications.register import register_mark
from heed.publications.signed import valid_approvals
from heed.publications.texts import authors_of, text_of
from heed.rulebook import process


def approve_publication(
    case: Case,
    *,
    kind: str,
    content_hash: str,
    by,
    at,
    seen: Seen | None = None,
) -> Approval:
    """Approve exactly the text that was shown, once every file that it is served as was
    read back. Whoever wrote it does not approve it, and a body approves it once."""
    made = made_for(case, kind, at=at)
    with carrying_out(process.APPROVE_PUBLICATION, case, by=by, at=at, seen=seen) as it:
        paper = begun_paper(it, kind, by=by, at=at)
        text = text_of(paper)
        if text.content_hash != content_hash:
            raise Refused("The text has changed since you opened it. Please read it.")
        if by.actor_id in authors_of(paper):
            raise Refused("Nobody approves what they wrote themselves.")
        _must_be_clear(paper, at=at)
        body = body_of(by, it, at=at)
        given = valid_approvals(paper, content_hash, at=at)
        if any(each.organisation_id == body.pk for each in given):
            raise Refused("Your body has approved this already: it takes two bodies.")
        _must_be_read_back(made, content_hash)
        approval = Approval.objects.create(
            **belonging_to(it),
            paper=paper,
            content_hash=content_hash,
            person=by,
            organisation=body,
            approved_at=at,
        )
        _keep_the_gate(approval, made, at=at)
        return approval


def _must_be_read_back(made: Made | None, content_hash: str) -> None:
    if made is None or made.text.content_hash != content_hash:
        raise Refused("The text was changed this very moment. Please look again.")
    made.must_be_clear()


def _keep_the_gate(approval: Approval, made: Made, *, at) -> GateAsApproved:
    """Keep how the gate stood, this approval and what was read back for it among it:
    the name stands under that."""
    facts = facts_of(approval.paper.publication, at=at)
    read = len(made.read_back.files)
    texts = [
        replace(each, files_read_back=read) if each.kind == made.text.kind else each
        for each in facts.texts
    ]
    items = checklist(replace(facts, texts=texts))
    return GateAsApproved.objects.create(
        **belonging_to(approval.case),
        approval=approval,
        kept_at=at,
        items=[item.as_json() for item in items],
        read_back=made.read_back.as_json(),
        register_mark=register_mark(approval.case),
    )


def _must_be_clear(paper, *, at) -> None:
    texts = facts_of(paper.publication, at=at).texts
    known = next((text for text in texts if text.kind == paper.kind), None)
    if known is None or not known.searched:
        raise Refused("Search the text as it stands for identifying words first.")
    if known.open_findings:
        raise Refused("A confirmed finding is not answered yet.")
    if known.checks_open:
        raise Refused("What could identify somebody is not answered yet.")
    if known.sent_back:
        raise Refused("It was sent back to the reviewer and is the same still.")
    if any(each.is_open for each in known.tried):
        raise Refused("Somebody could tell who it is about. That is not answered yet.")
    if known.left_behind and not known.acknowledged:
        raise Refused("Nobody has looked at what the uploaded file hides.")


def clear_proceedings(
    case: Case,
    *,
    looked_at: list[str],
    words: str,
    by,
    at,
    seen: Seen | None = None,
) -> Clearance:
    """Confirm that proceedings and orders of courts allow publication: the legal
    adviser alone, or the manager and a partner."""
    standing = standing_for(process.CLEAR_PROCEEDINGS, case, by, at=at)
    with carrying_out(
        process.CLEAR_PROCEEDINGS, case, by=by, at=at, reasons=words, seen=seen
    ) as it:
        return Clearance.objects.create(
            **belonging_to(it),
            publication=begun(it, by=by, at=at),
            person=by,
            role=standing.role,
            cleared_at=at,
            looked_at=looked_at,
            words=words,
        )


def accept_family_not_told(
    case: Case, *, about: str, reasons: str, by, at, seen: Seen | None = None
) -> FamilyNotTold:
    """Accept why the family was not offered the draft, not told the day, or not asked
    about the words on who the child is. It takes two people."""
    with carrying_out(
        process.ACCEPT_FAMILY_NOT_TOLD, case, by=by, at=at, reasons=reasons, seen=seen
    ) as it:
        kept = begun(it, by=by, at=at)
        if any(each.person_id == by.pk for each in acceptances_of(kept, about)):
            raise Refused("You have accepted this already: it takes two people.")
        return FamilyNotTold.objects.create(
            **belonging_to(it),
            publication=kept,
            about=about,
            person=by,
            accepted_at=at,
            reasons=reasons,
        )
