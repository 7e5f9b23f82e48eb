"""By which days a silence is told, when the incident was, and which agencies nobody has
asked."""

from collections.abc import Callable, Collection
from datetime import date
from uuid import UUID

from heed.cases.models import Case
from heed.chronologies.models import Chronology, GapDays
from heed.chronologies.queries.kept import agencies_of
from heed.papers.chronologies.gaps import Rule, rules_with
from heed.partnership.models import Organisation

# They work on cases, and with no family.
KNOW_NO_CHILD = {Organisation.Kind.BUSINESS_UNIT, Organisation.Kind.INDEPENDENT}

# Whoever asks agencies says which were asked. Until somebody does, nothing is said of
# agencies that were not: everybody may have been.
_WhoWasAsked = Callable[[Case], Collection[UUID]]
WAS_ASKED: list[_WhoWasAsked] = []


def tells_who_was_asked(answer: _WhoWasAsked) -> None:
    """Let an application that asks agencies say which of them it asked in a case."""
    if answer not in WAS_ASKED:
        WAS_ASKED.append(answer)


def rules_of(partnership) -> tuple[Rule, ...]:
    """The rules with the days that a partnership has chosen now."""
    chosen = GapDays.objects.filter(partnership=partnership).last()
    return rules_with(chosen.chosen if chosen else {})


def day_of_incident(case: Case) -> date | None:
    """The day of the incident, or the first on which it may have been."""
    return case.happened_on


def never_asked(case: Case, *, at) -> list:
    """The agencies of today that were not asked in a case, and whose chronology is not
    here either; none where nobody says who was asked."""
    if not WAS_ASKED:
        return []
    asked = {pk for answer in WAS_ASKED for pk in answer(case)}
    told = Chronology.objects.filter(case=case)
    asked |= set(told.values_list("organisation_id", flat=True))
    return [
        each
        for each in agencies_of(case, at=at)
        if each.pk not in asked and each.kind not in KNOW_NO_CHILD
    ]
