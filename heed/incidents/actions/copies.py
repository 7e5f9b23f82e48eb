"""The copy of a notification: kept when it is recorded, and with the partners the same
day."""

from datetime import date

from heed import clock
from heed.cases.access import able_on_the_list
from heed.cases.actions.papers import keep_paper
from heed.cases.answering import SentFile
from heed.cases.gaps import fill_gap, keep_or_name, name_gap
from heed.cases.models import Case
from heed.cases.steps import (
    Refused,
    Seen,
    carrying_out,
    then_take,
    was_met_before,
)
from heed.cases.telling import SOMETHING_TO_SEE, tell
from heed.documents.actions import receive
from heed.documents.models import Document
from heed.incidents.models import AS_KNOWN, FROM_OUTSIDE, Notification
from heed.incidents.national_form import Sending, as_paper, sheet_for
from heed.incidents.sending import day_of_having
from heed.papers.write_docx import write_docx
from heed.rulebook import process
from heed.rulebook.clocks import COPY_WITH_PARTNERS
from heed.rulebook.language import Role

MARKING = "OFFICIAL-SENSITIVE"
NOT_KEPT = (
    "What was known here when the notification was sent could not be kept as a paper."
)
COPY_NOT_KEPT = "The copy that came with it could not be kept. Ask for it once more."
COPY_TO_COME = "The copy of the notification is not here. Ask for it where it was made."
NOBODY_TO_COPY_TO = (
    "No safeguarding partner stands on the list who could read the notification’s copy."
)

NEITHER = "Choose the copy, or say since which day the partners have it."
WITHDRAWN = "This notification was withdrawn. Its copy goes to nobody any more."
HAS_ITS_COPY = "The copy that came with it is here already. It stays as it is."


def keep_copy_from_outside(case: Case, file, *, by, at) -> Document | None:
    """Keep a copy as it came from outside, inside a step; None where none came."""
    if not file:
        return None
    if getattr(file, "is_too_large", False):
        raise Refused(
            f"“{file.name}” is larger than 50 MB. Please choose a smaller copy."
        )

    def keep():
        return receive(
            file.chunks(),
            name=file.name,
            owner=case,
            purpose=FROM_OUTSIDE,
            received_from="upload",
            by=by,
            at=at,
        )

    return keep_or_name(case, keep, kind="outside_copy", label=COPY_NOT_KEPT, at=at)


def keep_or_await_copy(case: Case, file, *, by, at) -> Document | None:
    """Keep the copy of a notification that was made outside Heed. Where none came, that
    it is still to come is a named gap."""
    kept = keep_copy_from_outside(case, file, by=by, at=at)
    if kept is None:
        name_gap(case, kind="outside_copy", label=COPY_TO_COME, at=at)
    return kept


def keep_copy_as_known(case: Case, *, sent: Sending, by, at) -> Document | None:
    """Keep, inside a step, all that was known here of what the national form asks at
    the moment at which the notification was recorded, with why it was late."""

    def keep():
        title = f"For the national form: {case.reference}"
        sheet = sheet_for(case, names_on=True, sent=sent, at=at)
        paper = as_paper(sheet, title=title)
        data = write_docx(paper, publisher=case.partnership.name, marking=MARKING)
        file = SentFile(f"{case.reference}-notification.docx", data)
        return keep_paper(case, file, purpose=AS_KNOWN, by=by, at=at)

    return keep_or_name(case, keep, kind="notification_copy", label=NOT_KEPT, at=at)


def tell_partners_of(case: Case, copy: Document | None, *, by, at):
    """Tell the three partners, by a letter of its own, that a notification was made,
    and that its copy lies with the case if it does: when that was. Where nobody could
    be told, that is a named gap."""
    partners = able_on_the_list(case, [Role.DELEGATED_PARTNER], at=at)
    if not partners:
        name_gap(case, kind="partners_copy", label=NOBODY_TO_COPY_TO, at=at)
        return None
    others = [one for one in partners if str(one.pk) != str(by.actor_id)]
    tell(SOMETHING_TO_SEE, others, case, by=by, at=at)
    return at


def put_with_partners(
    case: Case, copy: Document | None, *, sent_on: date, since: date | None, by, at
):
    """Tell the partners of a notification inside the step that records it, and end the
    clock of its copy where they have it: in their own way before, or with this step.
    Gives when they were told."""
    told_at = tell_partners_of(case, copy, by=by, at=at)
    day = day_of_having(since, sent_on, at=at)
    if day or (copy and told_at):
        was_met_before(case, COPY_WITH_PARTNERS, on=day or clock.london_date(at))
    return told_at


def pass_on_copy(
    notification: Notification,
    *,
    copy=None,
    since: date | None = None,
    by,
    at,
    seen: Seen | None = None,
) -> Notification:
    """Add the copy of a notification that was recorded without one, and tell the
    partners that it is there; or say since when they have it in another way."""
    step = process.ADD_COPY if copy else process.PASS_ON_COPY
    with carrying_out(
        step, notification, by=by, at=at, effective_on=since, seen=seen
    ) as it:
        if it.withdrawn_at:
            raise Refused(WITHDRAWN)
        if copy:
            _add_copy(it, copy, by=by, at=at)
        told_at = tell_partners_of(it.case, it.copy, by=by, at=at) if it.copy else None
        if it.copy is None and since is None:
            raise Refused(NEITHER)
        day = day_of_having(since, clock.london_date(it.sent_at), at=at)
        if told_at:
            it.partners_told_at = told_at
            it.save(update_fields=["partners_told_at"])
        if day or told_at:
            fill_gap(it.case, kind="partners_copy", by=by, at=at)
            if step != process.PASS_ON_COPY and it.kind != it.Kind.DEATH:
                then_take(it, process.PASS_ON_COPY, by=by, at=at, effective_on=day)
        elif step == process.PASS_ON_COPY:
            raise Refused(NOBODY_TO_COPY_TO)
    return it


def _add_copy(notification: Notification, copy, *, by, at) -> None:
    if notification.copy and notification.copy.purpose == FROM_OUTSIDE:
        raise Refused(HAS_ITS_COPY)
    kept = keep_copy_from_outside(notification.case, copy, by=by, at=at)
    if kept is None:
        raise Refused(COPY_NOT_KEPT)
    notification.copy = kept
    notification.save(update_fields=["copy"])
    for kind in ("outside_copy", "notification_copy"):
        fill_gap(notification.case, kind=kind, by=by, at=at)
