"""Two partnerships publish under both names: the partners of each decide for theirs."""

from heed import clock
from heed.cases.actions.opening import belonging_to
from heed.cases.models import Case, CaseShare
from heed.cases.sharing import reads_share
from heed.cases.steps import Refused, Seen, carrying_out, then_take
from heed.correspondence.actions import post_to_each
from heed.partnership.letters import on_the_desk
from heed.partnership.models import Partnership
from heed.partnership.queries import people_with
from heed.publications.actions.beginning import begun
from heed.publications.joining import (
    AGREES,
    answers_of,
    areas_answered_for,
    areas_of,
    joining_on,
    seat_in,
)
from heed.publications.models import Joining, JoiningAnswer
from heed.rulebook import process
from heed.rulebook.roles import PARTNERS

NOT_HERE = "That area is not in this installation: agree it there, in writing."
NO_MORE = "It is shared with that area no longer."
ALREADY = "This is before the partners of both areas already."
NOTHING = "Nothing is before the partners of both areas."
GIVEN = "Your body has answered already."
WHICH = "You sit for your body in both areas: say for which of them you answer."
NO_BODY = "Heed does not know for which body you answer."
DECLARE_FIRST = "Say first whether you have an interest in this case."


def propose_joint_publication(
    case: Case,
    *,
    share: CaseShare,
    reasons: str,
    by,
    at,
    seen: Seen | None = None,
) -> Joining:
    """Put before the partners of both areas that it is published under both names, with
    one's own answer. The other area's partners are told, with the reference alone."""
    with carrying_out(
        process.PROPOSE_JOINT_PUBLICATION,
        case,
        by=by,
        at=at,
        reasons=reasons,
        seen=seen,
    ) as it:
        kept = begun(it, by=by, at=at)
        standing = CaseShare.objects.filter(pk=share.pk, case=it, ended_at=None)
        if not standing.exists():
            raise Refused(NO_MORE)
        if share.other_area is None:
            raise Refused(NOT_HERE)
        if joining_on(share):
            raise Refused(ALREADY)
        made = Joining.objects.create(
            **belonging_to(it),
            publication=kept,
            share=share,
            proposed_at=at,
            proposed_by=by.actor_name,
            reasons=reasons,
        )
        then_take(it, process.ANSWER_ON_JOINT, by=by, at=at, reasons=reasons)
        _keep_answer(made, it, AGREES, reasons, area=it.partnership, by=by, at=at)
        _tell_the_other_area(made, by=by, at=at)
    return made


def answer_on_joint(
    share: CaseShare,
    *,
    answer: str,
    reasons: str,
    area: Partnership | None = None,
    by,
    at,
    seen: Seen | None = None,
) -> JoiningAnswer:
    """Answer, for one's own body in one's own area, to publishing under both names; who
    sits for it in both says for which. It stands when the partners of both areas have
    decided for it."""
    with carrying_out(
        process.ANSWER_ON_JOINT, share, by=by, at=at, reasons=reasons, seen=seen
    ) as it:
        joining = joining_on(it)
        if joining is None or it.ended_at is not None:
            raise Refused(NOTHING)
        if not reads_share(by, it, at=at):
            raise Refused(DECLARE_FIRST)
        said = area or _area_of(by, joining, at)
        if said not in areas_of(joining):
            raise Refused(NO_BODY)
        return _keep_answer(joining, it, answer, reasons, area=said, by=by, at=at)


def end_joint_publication(
    case: Case, *, share: CaseShare, reasons: str, by, at, seen: Seen | None = None
) -> Joining:
    """Take back that it is published under both names: it then goes out under one."""
    with carrying_out(
        process.END_JOINT_PUBLICATION, case, by=by, at=at, reasons=reasons, seen=seen
    ) as it:
        joining = joining_on(share)
        if joining is None or joining.case_id != it.pk:
            raise Refused(NOTHING)
        joining.taken_back_at = at
        joining.save(update_fields=["taken_back_at"])
    return joining


def _area_of(person, joining: Joining, at):
    """The area for which somebody answers: that in which they hold a partner's seat."""
    asked = areas_answered_for(person, joining, at=at)
    if len(asked) > 1:
        raise Refused(WHICH)
    held = [area for area in areas_of(joining) if seat_in(area, person, at=at)]
    return next(iter([*asked, *held]), joining.partnership)


def _keep_answer(joining, subject, answer, reasons, *, area, by, at) -> JoiningAnswer:
    seat = seat_in(area, by, at=at)
    if seat is None:
        raise Refused(NO_BODY)
    if seat in {each.seat for each in answers_of(joining, area)}:
        raise Refused(GIVEN)
    return JoiningAnswer.objects.create(
        **belonging_to(subject.spine),
        joining=joining,
        area=area,
        seat=seat,
        person=by,
        answer=answer,
        answered_at=at,
        reasons=reasons,
    )


def _tell_the_other_area(joining: Joining, *, by, at) -> None:
    area, case = joining.share.other_area, joining.case
    people = people_with(area, tuple(PARTNERS), on=clock.london_date(at))
    to = {f"joint:{joining.pk}:{each.pk}": each.email for each in people}
    if to:
        post_to_each(
            "joint_publication_asked",
            to=to,
            partnership=case.partnership,
            fields={
                "reference": case.reference,
                "link": on_the_desk("shared_case", joining.share.public_id),
            },
            about_case=case.pk,
            by=by,
            at=at,
        )
