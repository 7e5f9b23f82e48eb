"""The copy of a notification: kept when it is recorded, and with the partners the same
day."""

from heed.cases.access import able_on_the_list
from heed.cases.actions.papers import keep_paper
from heed.cases.answering import SentFile
from heed.cases.gaps import keep_or_name, name_gap
from heed.cases.models import Case
from heed.cases.steps import Refused
from heed.cases.telling import tell
from heed.documents.actions import receive
from heed.documents.models import Document
from heed.incidents.national_form import Sending, as_paper, sheet_for
from heed.papers.write_docx import write_docx
from heed.rulebook.language import Role

FROM_OUTSIDE = "copy_from_outside"
AS_KNOWN = "copy_as_known"
MARKING = "OFFICIAL-SENSITIVE"
NOT_KEPT = (
    "What was known here when the notification was sent could not be kept as a paper."
)
COPY_NOT_KEPT = "The copy that came with it could not be kept. Ask for it once more."
COPY_TO_COME = "The copy of the notification is not here. Ask for it where it was made."
NOBODY_TO_COPY_TO = (
    "No safeguarding partner stands on the list who could read the notification’s copy."
)


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
    letter = "notification_copied" if copy else "notification_without_copy"
    tell(letter, others, case, by=by, at=at)
    return at
