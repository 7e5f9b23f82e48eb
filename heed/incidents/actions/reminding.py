"""Heed reminds those who weigh whether to notify of the day to look again."""

from heed import clock
from heed.cases.models import DecisionSheet
from heed.cases.reminding import remind_of_day
from heed.cases.sheets import last_sheet
from heed.incidents.queries import notification_that_counts
from heed.rulebook import process
from heed.rulebook.criteria.records import DR_1
from heed.rulebook.reminders import FAR_OFF


def remind_to_look_again(*, by, at) -> int:
    """Remind those on the list who may weigh it of the day to look again at what a
    working sheet does not know, until it is filled in anew or the Panel is notified:
    before that day, on it and after it, once each; how many."""
    near = clock.london_date(at) + FAR_OFF
    sheets = DecisionSheet.objects.filter(record=DR_1.slug, look_again_on__lte=near)
    return sum(
        remind_of_day(
            sheet.look_again_on,
            process.WEIGH_NOTIFICATION,
            sheet.case,
            about=f"look_again:{sheet.pk}",
            by=by,
            at=at,
        )
        for sheet in sheets.select_related("case__partnership", "child")
        if _is_still_open(sheet)
    )


def _is_still_open(sheet: DecisionSheet) -> bool:
    latest = last_sheet(sheet.case, DR_1, child=sheet.child)
    return latest == sheet and notification_that_counts(sheet.case) is None
