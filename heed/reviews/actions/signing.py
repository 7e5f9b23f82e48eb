"""The report is found ready, and the three partners sign it, each for its own body."""

from heed.cases.belonging import belonging_to
from heed.cases.models import Case
from heed.cases.steps import Refused, Seen, carrying_out, then_take
from heed.reviews.models import Change, ReportVersion, Signature
from heed.reviews.queries import is_signed_off
from heed.rulebook import process


def quality_assure(
    case: Case, *, reason: str, by, at, seen: Seen | None = None
) -> None:
    """Find the report ready to be signed: the final draft is lodged, and every change
    to it has been answered by the reviewer."""
    with carrying_out(
        process.QUALITY_ASSURE, case, by=by, at=at, reasons=reason, seen=seen
    ) as it:
        if not ReportVersion.objects.filter(case=it, is_final_draft=True).exists():
            raise Refused("The reviewer has not lodged her final draft yet.")
        if Change.objects.filter(case=it, answer=Change.Answer.WAITING).exists():
            raise Refused(
                "A change still waits for the reviewer. She accepts or disputes it; "
                "nobody else does."
            )


def confirm_report(
    report: ReportVersion,
    *,
    answer: str,
    reasons: str,
    by,
    at,
    seen: Seen | None = None,
) -> Signature:
    """Sign one version of the report for one's own body, dissent from it, or decline to
    sign. The third partner's answer signs it off where two sign."""
    with carrying_out(
        process.CONFIRM_REPORT, report, by=by, at=at, reasons=reasons, seen=seen
    ) as it:
        _must_be_the_latest(it)
        if it.lodged_by_id == by.pk:
            raise Refused("Nobody signs their own report.")
        if it.signatures.filter(seat=it.acting_for).exists():
            raise Refused("Your body has already answered to this version.")
        given = Signature.objects.create(
            **belonging_to(it.case),
            report=it,
            seat=it.acting_for,
            person=by,
            answer=answer,
            signed_at=at,
            reasons=reasons,
        )
        if is_signed_off(it):
            then_take(it, process.SIGN_OFF_REPORT, by=by, at=at)
    return given


def _must_be_the_latest(report: ReportVersion) -> None:
    if ReportVersion.objects.filter(
        case=report.case, number__gt=report.number
    ).exists():
        raise Refused("There is a later version. Please read and sign that one.")
