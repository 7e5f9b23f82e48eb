"""The independent scrutineer comments or challenges, and is answered."""

from heed.cases.access import able_on_the_list
from heed.cases.belonging import belonging_to
from heed.cases.models import Case
from heed.cases.steps import Refused, Seen, carrying_out
from heed.correspondence.actions import post
from heed.rapid_reviews.models import ScrutinyComment
from heed.rulebook import process
from heed.rulebook.language import Role

TOLD = (Role.DELEGATED_PARTNER, Role.MANAGER)


def comment_as_scrutineer(
    case: Case, *, kind: str, about: str, words: str, by, at, seen: Seen | None = None
) -> ScrutinyComment:
    """Comment on how a case is decided, or challenge it. It decides nothing; the
    partners and the manager are told that it is there."""
    with carrying_out(
        process.COMMENT_AS_SCRUTINEER, case, by=by, at=at, seen=seen
    ) as it:
        given = ScrutinyComment.objects.create(
            **belonging_to(it),
            kind=kind,
            about=about,
            given_at=at,
            given_by=by.actor_name,
            words=words,
        )
        for person in able_on_the_list(it, TOLD, at=at):
            post(
                "scrutineer_commented",
                to=person.email,
                partnership=it.partnership,
                fields={"reference": it.reference},
                once=f"scrutiny:{given.pk}:{person.pk}",
                about_case=it.pk,
                by=by,
                at=at,
            )
    return given


def answer_scrutineer(
    comment: ScrutinyComment, *, answer: str, by, at, seen: Seen | None = None
) -> ScrutinyComment:
    """Say what follows from a comment of the scrutineer, or why nothing does."""
    with carrying_out(
        process.ANSWER_SCRUTINEER, comment, by=by, at=at, reasons=answer, seen=seen
    ) as it:
        if it.answered_at:
            raise Refused("This has been answered already.")
        it.answer, it.answered_at, it.answered_by = answer, at, by.actor_name
        it.save(update_fields=["answer", "answered_at", "answered_by"])
    return it
