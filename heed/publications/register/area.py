"""What tells the area, of a case that is published without naming it."""

from collections.abc import Iterator

from heed.cases.models import Case
from heed.deidentify import Kind
from heed.publications.anonymous import hides_its_area
from heed.publications.register.lines import Line, line, somebody


def of_the_area(case: Case) -> Iterator[Line]:
    """The partnership, its places, its bodies and how it is reached: searched for like
    the people of the case, in every written form."""
    if not hides_its_area(case):
        return
    who, partnership = somebody("The area"), case.partnership
    for name in sorted(_names_of(partnership)):
        yield line(who, Kind.PLACE, name)
    for number in (
        partnership.business_unit_telephone,
        partnership.front_door_telephone,
        partnership.out_of_hours_telephone,
    ):
        yield line(who, Kind.PHONE, number)
    yield line(who, Kind.EMAIL, partnership.referral_address)


def _names_of(partnership) -> set[str]:
    places = [area.name for area in partnership.areas.all()]
    bodies = [body.name for body in partnership.organisations.all()]
    return {partnership.name, partnership.short_name, *places, *bodies}
