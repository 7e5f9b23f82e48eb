"""Who could be put on a case's list, and who could be kept from the case."""

from heed import clock
from heed.cases.access import bodies_granted_to, excluded_from
from heed.cases.models import Case
from heed.cases.queries import access_list_of
from heed.partnership.queries import roles_in
from heed.rulebook.roles import CASE_ROLES


def roles_to_grant(case: Case, *, by, at) -> list:
    """Roles held in the partnership today that nobody has on this case yet; of those,
    the ones that this person may put on its list."""
    bodies = bodies_granted_to(by, case, at=at)
    granted = {(g.person_id, g.role, g.seat) for g in access_list_of(case, at=at)}
    return [
        held
        for held in roles_in(case.partnership, on=clock.london_date(at))
        if held.role in CASE_ROLES
        and (held.person_id, held.role, held.seat or "") not in granted
        and (bodies is None or held.organisation_id in bodies)
    ]


def people_to_exclude(case: Case, *, by, at) -> list:
    """Everybody of the partnership who could be kept from a case, but oneself."""
    held = roles_in(case.partnership, on=clock.london_date(at))
    already = {*excluded_from(case), by.pk}
    people = {h.person_id: h.person for h in held if h.person_id not in already}
    return sorted(people.values(), key=lambda person: person.name)
