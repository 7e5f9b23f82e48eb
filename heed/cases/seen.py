"""Rows of all cases that somebody may open, asked for in words put together once: the
same rows as `visible_to` gives."""

from functools import cache

from django.db import models

from heed import clock
from heed.cases.kept import nothing_of
from heed.cases.models import Case, CaseRow
from heed.cases.models.spine import Places, is_able, places_held_by, probed
from heed.partnership.known_words import asking, in_known_words
from heed.partnership.prepared import Prepared
from heed.rulebook.roles import READS_THE_CASE

Who = tuple[Places, dict]


def opened_to(person, roles, *, at) -> Who | None:
    """The places in these roles on lists of cases, and whose they are on which day, as
    values of a question; None where no place opens anything."""
    places = places_held_by(person, roles, at=at)
    who = {"person": person and person.pk, "today": clock.london_date(at)}
    return (places, who) if places else None


def seen_by(model: type[CaseRow], person, *, at) -> models.QuerySet:
    """The rows of a model that a place on their case's list opens to somebody."""
    rows = model.objects.all()
    if not rows.open_by_places_alone:
        return rows.visible_to(person, at=at)
    if not (opened := opened_to(person, rows.readers, at=at)):
        return nothing_of(model)
    places, who = opened

    def begins():
        return model.objects.opened_in(places, **who)

    return in_known_words(model, _asked_of(model), begins, places, *who.values())


def cases_seen_by(person, *, at) -> models.QuerySet:
    """The cases that somebody may read."""
    if not (opened := opened_to(person, READS_THE_CASE, at=at)):
        return nothing_of(Case)
    places, who = opened

    def begins():
        return Case.objects.opened_in(places, among=probed, **who)

    return in_known_words(Case, CASES, begins, places, *who.values())


def _cases(places, person, today):
    who = {"person": person, "today": today}
    return Case.objects.opened_in(places, among=probed, **who)


CASES = asking(_cases)


@cache
def _asked_of(model: type[CaseRow]) -> Prepared:
    def draw(places, person, today):
        return model.objects.opened_in(places, person=person, today=today)

    return asking(draw)


def opened_by_name(model: type[CaseRow], person, *, at) -> models.QuerySet:
    """The rows open to somebody by name, for a model of which some are (`open_to`):
    nothing is asked where none can be like this person's."""
    rows = model.objects.all()
    if not is_able(person, at=at) or rows.condition(person, at=at) is None:
        return nothing_of(model)
    return rows.open_to(person, at=at)
