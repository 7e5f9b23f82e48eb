"""Heed reminds the partners that a publication was put off until it is looked at."""

from heed.cases.reminding import remind_of_day
from heed.publications.models import Publication
from heed.rulebook import process
from heed.rulebook.language import Stage


def remind_of_deferrals(*, by, at) -> int:
    """Remind those on the list who may decide of the day to look again at a publication
    that was put off: before it, on it and after it, once each; how many."""
    put_off = Publication.objects.filter(
        case__stage=Stage.PUBLICATION_DEFERRED
    ).exclude(look_again_on=None)
    step, when = process.DECIDE_ON_PUBLICATION, {"by": by, "at": at}
    return sum(
        remind_of_day(kept.look_again_on, step, kept.case, about="look_again", **when)
        for kept in put_off.select_related("case__partnership")
    )
