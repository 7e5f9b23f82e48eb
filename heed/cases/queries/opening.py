"""Which cases somebody may open, and what they read there."""

from functools import cache

from django.db.models import Exists, OuterRef, Q
from django.http import Http404
from django.shortcuts import get_object_or_404

from heed import clock
from heed.cases.access import standings_of
from heed.cases.models import (
    AccessGrant,
    Case,
    FamilyContact,
    FamilyMember,
    FamilyRecord,
    InterestDeclaration,
)
from heed.cases.models.spine import Places, drawn_up, places_held_by, probed
from heed.cases.queries.ways import way_of
from heed.cases.seen import opened_to
from heed.partnership.one_look import asked_once
from heed.partnership.prepared import Prepared
from heed.partnership.queries import roles_everywhere
from heed.rulebook import process
from heed.rulebook.process.stages import DECISION_STANDS, OPEN
from heed.rulebook.roles import (
    CASE_ROLES,
    READS_THE_CASE,
    READS_THE_FAMILY_RECORD,
    READS_WHO_DID_WHAT,
)

MOST_AT_ONCE = 500  # cases that are named to the database one by one


def case_for(person, public_id: str, *, at) -> Case:
    """The case at this address, if this person may open it; otherwise Http404."""
    case = _opened(person, READS_THE_CASE, public_id, at=at)
    case.found_for = person.pk, at
    return case


def _opened(person, roles, public_id: str, *, at) -> Case:
    places = places_held_by(person, roles, at=at)
    found = places and _case_opened_in(
        places=places,
        public_id=public_id,
        person=person.pk,
        today=clock.london_date(at),
    )
    if not found:
        raise Http404
    return found[0]


@Prepared
def _case_opened_in(*, places: Places, person, today, public_id):
    who = {"person": person, "today": today}
    cases = Case.objects.opened_in(places, among=probed, **who)
    return cases.select_related("partnership").filter(public_id=public_id)


def entered_case_for(person, public_id: str, *, at) -> Case:
    """The case at this address, for whoever reads anything of it, be it the family
    record alone; otherwise Http404."""
    return _opened(person, CASE_ROLES, public_id, at=at)


def family_case_for(person, public_id: str, *, at) -> Case:
    """The case at this address, if this person may read its family record; else
    Http404."""
    return _opened(person, READS_THE_FAMILY_RECORD, public_id, at=at)


def reads_the_case(person, case: Case, *, at) -> bool:
    """Whether somebody reads the case itself, and not its family record alone. Of a
    case that was found for them just now, nothing is asked."""
    if _was_found_for(person, case, at=at):
        return True
    return _has_opened(person, case, _held(person, at=at) & READS_THE_CASE, at=at)


def reads_who_did_what(person, case: Case, *, at) -> bool:
    """Whether somebody may read who did and read what in a case."""
    roles = {standing.role for standing in standings_of(person, case, at=at)}
    return bool(roles & READS_WHO_DID_WHAT)


def reads_the_family_record(person, case: Case, *, at) -> bool:
    """Whether somebody may read the family record of a case."""
    if _was_found_for(person, case, at=at):
        places = {standing.role for standing in standings_of(person, case, at=at)}
        return bool(places & READS_THE_FAMILY_RECORD)
    roles = _held(person, at=at) & READS_THE_FAMILY_RECORD
    return _has_opened(person, case, roles, at=at)


def _was_found_for(person, case: Case, *, at) -> bool:
    """Whether this very row was found among the cases that they may read."""
    return getattr(case, "found_for", None) == (person.pk, at)


@asked_once
def _has_opened(person, case: Case, roles: frozenset[str], *, at) -> bool:
    opened = Case.objects.opened_by(person, at=at, roles=roles, among=probed)
    return opened.filter(pk=case.pk).exists()


def _held(person, *, at) -> frozenset[str]:
    """The roles that somebody holds anywhere today: no others open anything. Most of
    them read both the case and its family record, so that one look says both."""
    today = clock.london_date(at)
    return frozenset(role for _, role in roles_everywhere(person, today))


@asked_once
def families_kept_in_touch_with(person, *, at) -> list[Case]:
    """The cases of which this person reads the family record alone."""
    if not _held(person, at=at) & (READS_THE_FAMILY_RECORD - READS_THE_CASE):
        return []
    read = Case.objects.visible_to(person, at=at, among=probed)
    found = Case.objects.family_visible_to(person, at=at, among=way_of(person))
    kept = found.filter(~Exists(read.filter(pk=OuterRef("pk"))), stage__in=OPEN)
    return list(kept.order_by("reference"))


@asked_once
def families_not_recorded(person, *, most: int, at) -> list[Case]:
    """Open cases whose family record this person keeps, and in which nobody has said
    yet who counts as family, who keeps in touch, or what they were told: once it is
    decided, of the decision too, or why not; so many at most."""
    if not (opened := opened_to(person, process.NAME_FAMILY_MEMBER.by, at=at)):
        return []
    places, who = opened
    way = way_of(person)
    found = [
        case
        for place in places
        for case in _families_not_recorded(way, most, places=(place,), **who)
    ]
    return sorted(found, key=lambda case: case.reference)[:most]


@Prepared
def _families_not_recorded(among, most: int, *, places: Places, **who):
    """Those of one area, in the order in which its cases stand in an index: the first
    few are found without a look at all the others."""
    ((area, _),) = places
    told = FamilyContact.objects.filter(case=OuterRef("pk"))
    records = FamilyRecord.objects.filter(case=OuterRef("pk"))
    found = Case.objects.opened_in(places, among=among, **who).filter(
        Q(partnership=area),
        ~Exists(FamilyMember.objects.filter(case=OuterRef("pk")))
        | ~Exists(told)
        | ~Exists(records.exclude(contact_person=None))
        | Q(
            ~Exists(told.filter(about=FamilyContact.About.DECISION)),
            Exists(records.filter(decision_held_back=False)),
            stage__in=DECISION_STANDS,
        ),
        stage__in=process.NAME_FAMILY_MEMBER.at & OPEN,
    )
    return found.order_by("reference")[:most]


def row_for(model, person, public_id: str, *, at):
    """A row of a case at this address, if this person may open its case; else 404."""
    rows = model.objects.all()
    if not rows.open_by_places_alone:
        rows = rows.visible_to(person, at=at).select_related(*ITS_CASE)
        return get_object_or_404(rows, public_id=public_id)
    places = places_held_by(person, rows.readers, at=at)
    found = places and _rows_opened_in(model)(
        places=places,
        public_id=public_id,
        person=person.pk,
        today=clock.london_date(at),
    )
    if not found:
        raise Http404
    if rows.readers is READS_THE_CASE:
        found[0].case.found_for = person.pk, at
    return found[0]


ITS_CASE = ("case", "case__partnership")


@cache
def _rows_opened_in(model) -> Prepared:
    def draw(*, places: Places, public_id, **who):
        rows = model.objects.opened_in(places, **who).filter(public_id=public_id)
        return rows.select_related(*ITS_CASE).order_by()

    return Prepared(draw)


def waiting_for_declaration(person, *, at) -> list[Case]:
    """Cases on whose list this person stands, whose declaration is still to make."""
    if not (opened := opened_to(person, CASE_ROLES, at=at)):
        return []
    places, who = opened
    way, asked = way_of(person), {"places": places, **who}
    if way is drawn_up:
        return _undeclared(way, **asked)
    waiting = _cases_undeclared(person)
    if len(waiting) > MOST_AT_ONCE:  # somebody new, for whom all are still to do
        return _undeclared(way, **asked)
    return list(_undeclared.drawn(way, **asked).filter(pk__in=waiting))


def _cases_undeclared(person) -> list:
    """Of all cases on whose list somebody ever stood, those of which they have not
    declared that they are clear: two indexes are walked side by side, and no row is
    read."""
    grants = AccessGrant.objects.filter(person=person).order_by()
    clear = InterestDeclaration.objects.filter(person=person, clear=True).order_by()
    left = grants.values_list("case").difference(clear.values_list("case"))
    return [case for (case,) in left.order_by("case")]


@Prepared
def _undeclared(among, *, places: Places, **who):
    listed = Case.objects.listed_in(places, among=among, **who)
    hers = {"person": who["person"], "case": OuterRef("pk")}
    declared = InterestDeclaration.objects.filter(clear=True, **hers)
    waiting = listed.filter(~Exists(declared))
    return waiting.order_by("reference")


def listed_case_for(person, public_id: str, *, at) -> Case:
    """A case that this person may declare an interest in; else Http404."""
    opened = opened_to(person, CASE_ROLES, at=at)
    if not opened:
        raise Http404
    places, who = opened
    waiting = _undeclared.drawn(way_of(person), places=places, **who)
    return get_object_or_404(waiting, public_id=public_id)
