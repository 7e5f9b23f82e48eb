"""Heed reminds the partners that a publication was put off until it is looked at."""

from heed.cases.access import able_to_take
from heed.cases.reminding import reminder_for
from heed.cases.telling import tell
from heed.publications.models import Publication
from heed.rulebook import process
from heed.rulebook.language import Stage


def remind_of_deferrals(*, by, at) -> int:
    """Remind those on the list who may decide of the day to look again at a publication
    that was put off: before it, on it and after it, once each; how many."""
    put_off = Publication.objects.filter(
        case__stage=Stage.PUBLICATION_DEFERRED
    ).exclude(look_again_on=None)
    reminded = 0
    for kept in put_off.select_related("case__partnership"):
        case = kept.case
        found = reminder_for(kept.look_again_on, case.partnership, at=at)
        if found:
            once, words = found
            people = able_to_take(process.DECIDE_ON_PUBLICATION, case, at=at)
            once = f"{once}:look_again"
            tell("what_is_due", people, case, once=once, more=words, by=by, at=at)
            reminded += 1
    return reminded
