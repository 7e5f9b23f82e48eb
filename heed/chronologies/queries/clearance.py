"""Who reads which restricted rows of a case."""

from heed.cases.access import able_on_the_list, standings_of
from heed.cases.kept import rows_of
from heed.cases.models import Case
from heed.chronologies.models import Coming, Restricted, RestrictedReader, Row
from heed.rulebook.roles import BUSINESS_UNIT, READS_THE_CASE

# The business unit takes the files in, and says who else reads what. Where somebody is
# safe it reads like everybody else: by name.
OF_THE_UNIT = frozenset({Restricted.SUB_JUDICE, Restricted.THIRD_PARTY})

# As what a chronology is kept: brought in at the desk, or sent by an agency.
CHRONOLOGIES = frozenset({"chronology", "agency_chronology"})


def cleared_for(person, case: Case, *, at) -> frozenset[str]:
    """The kinds of restricted rows that somebody reads in a case."""
    roles = {standing.role for standing in standings_of(person, case, at=at)}
    if not roles & READS_THE_CASE:
        return frozenset()
    named = rows_of(RestrictedReader, case).filter(person=person.pk, ended_at=None)
    of_unit = OF_THE_UNIT if roles & BUSINESS_UNIT else frozenset()
    return of_unit | frozenset(named.values_list("kind", flat=True))


def reads_all_rows_of(document, person, case: Case, *, at) -> bool:
    """Whether somebody may read all that a file tells: the file as it was sent holds
    what is restricted too."""
    return may_be_read_whole(document, cleared_for(person, case, at=at))


def may_be_read_whole(document, cleared: frozenset[str]) -> bool:
    """Whether whoever is cleared so may read all that a file tells. A newer file tells
    again what an older did: all rows of its agency count. What brought no row may tell
    anything, and is for those who may read everything."""
    came = Coming.objects.filter(document=document)
    if not came.filter(rows_in__gt=0).exists():
        is_one = document.purpose in CHRONOLOGIES or came.exists()
        return not is_one or cleared >= set(Restricted.values)
    rows = Row.objects.filter(chronology__comings__document=document)
    return not rows.exclude(restricted__in=["", *cleared]).exists()


def clearances_of(case: Case) -> list[RestrictedReader]:
    """Who is cleared to read restricted rows of a case by name."""
    found = RestrictedReader.objects.filter(case=case, ended_at=None)
    return list(found.select_related("person").order_by("person__name", "kind"))


def people_to_clear(case: Case, *, by, at) -> list:
    """Who could be cleared: whoever reads the case, but oneself."""
    listed = able_on_the_list(case, READS_THE_CASE, at=at)
    return [person for person in listed if person.pk != by.pk]
