"""What falls due in cases without a clock of its own: a child to be made safe by an
hour, an agency's answer, a day to look again at what was not known."""

from django.urls import reverse

from heed import clock
from heed.cases.due import EVERYTHING, SOURCES, FallsDue, Window
from heed.cases.models import DecisionSheet
from heed.cases.queries import open_safety_of
from heed.cases.seen import opened_to, seen_by
from heed.partnership.prepared import Prepared
from heed.rapid_reviews.models import AgencyRequest
from heed.rulebook.process.stages import CONSIDERING, FINISHED
from heed.ui.templatetags.days import moment


def due_beside_the_clocks(person, *, at, window: Window = EVERYTHING) -> list[FallsDue]:
    """All of it in the cases that this person may open: what stands here, and what
    later stages have registered."""
    found = [
        *_children_to_make_safe(person, at=at),
        *_agencies_to_answer(person, at=at),
        *_days_to_look_again(person, at=at),
    ]
    for source in SOURCES:
        found += source(person, at=at, window=window)
    return [each for each in found if each.case.stage not in FINISHED]


def _children_to_make_safe(person, *, at) -> list[FallsDue]:
    return [
        FallsDue(
            key=f"safety:{action.pk}",
            day=clock.london_date(action.due_at),
            what=f"Confirm that a child was made safe, by {moment(action.due_at)}",
            case=action.case,
            url=reverse("confirm_safety_action", args=[action.public_id]),
        )
        for action in open_safety_of(person, at=at)
    ]


def _agencies_to_answer(person, *, at) -> list[FallsDue]:
    waiting = seen_by(AgencyRequest, person, at=at).filter(
        state__in=AgencyRequest.WAITING, closed_at=None
    )
    return [
        FallsDue(
            key=f"agency:{asked.pk}",
            day=asked.due_on,
            what=f"{asked.organisation.name}: answer what the partnership asks",
            case=asked.case,
            url=reverse("agency_request", args=[asked.public_id]),
        )
        for asked in waiting.select_related("organisation", "case")
    ]


def _days_to_look_again(person, *, at) -> list[FallsDue]:
    """Of each record its last filling-in, while the case is still considered."""
    opened = opened_to(person, DecisionSheet.objects.all().readers, at=at)
    found = _sheets_to_look_at_again(places=opened[0], **opened[1]) if opened else []
    latest = {(sheet.case_id, sheet.record, sheet.child_id): sheet for sheet in found}
    return [
        FallsDue(
            key=f"look_again:{sheet.pk}",
            day=sheet.look_again_on,
            what="Look again at what was not known",
            case=sheet.case,
            url=reverse("case", args=[sheet.case.public_id]),
        )
        for sheet in latest.values()
        if sheet.look_again_on
    ]


@Prepared
def _sheets_to_look_at_again(*, places, person, today):
    asked = DecisionSheet.objects.filter(
        look_again_on__isnull=False, case__stage__in=CONSIDERING
    )
    sheets = DecisionSheet.objects.filter(case__in=asked.values("case"))
    found = sheets.opened_in(places, person=person, today=today)
    return found.order_by("filled_in_at").select_related("case").defer("answers")
