"""Rows of a case that somebody may see who is not on the case's list."""

from django.db.models import Q

from heed import clock
from heed.cases.models.access import Exclusion
from heed.cases.models.spine import Case, CaseRows, is_able, probed, whose_case_is_among
from heed.partnership.models import RoleHeld
from heed.partnership.queries import roles_everywhere
from heed.rulebook.language import Role, Stage
from heed.rulebook.roles import OF_AGENCIES


def organisations_led_by(person, *, at):
    """The organisations whose safeguarding lead somebody is today, as a query of ids.

    The role counts for its own organisation and in its own partnership only."""
    today, lead = clock.london_date(at), Role.SAFEGUARDING_LEAD
    held = RoleHeld.objects.on(today).of_the_able()
    if lead not in {role for _, role in roles_everywhere(person, today)}:
        held = held.none()
    led = held.filter(person=person, role=lead, organisation__isnull=False)
    return led.values("organisation_id")


def of_led_organisations(person, *, at) -> Q | None:
    """Rows of the organisations that somebody leads; None for who leads none."""
    held = roles_everywhere(person, clock.london_date(at))
    if Role.SAFEGUARDING_LEAD not in {role for _, role in held}:
        return None
    return Q(organisation__in=organisations_led_by(person, at=at))


def leads(person, organisation_id, *, at) -> bool:
    """Whether somebody is a safeguarding lead of this organisation today."""
    return (
        organisations_led_by(person, at=at)
        .filter(organisation_id=organisation_id)
        .exists()
    )


def organisations_worked_in(person, *, at):
    """The organisations for which somebody holds a role today, as a query of ids."""
    held = RoleHeld.objects.on(clock.london_date(at)).of_the_able()
    ours = held.filter(person=person, organisation__isnull=False)
    return ours.values("organisation_id")


def answers_for_an_agency(person, *, at) -> bool:
    """Whether somebody holds a role today in which an agency's own people sign in."""
    held = roles_everywhere(person, clock.london_date(at))
    return not OF_AGENCIES.isdisjoint(role for _, role in held)


def areas_of(person, *, at) -> tuple:
    """The areas in which somebody holds a role today."""
    held = roles_everywhere(person, clock.london_date(at))
    return tuple(sorted({where for where, _ in held}))


class OpenToSome(CaseRows):
    """Rows that some may see who are not on the case's list: each model says who, by a
    condition; None means that it is nobody like this person."""

    def visible_to(self, person, *, at):
        """Those of cases that the person may open, and those open to them by name."""
        cases = Case.objects.visible_to(person, at=at, among=probed)
        of_cases = Q(whose_case_is_among(cases))
        return self.filter(
            of_cases | Q(pk__in=self.open_to(person, at=at).values("pk"))
        )

    def open_to(self, person, *, at):
        """Those open to a person whether or not they may open the case, until the case
        is archived, and while the person holds a role in its partnership."""
        condition = self.condition(person, at=at) if is_able(person, at=at) else None
        if condition is None:
            return self.none()
        where = areas_of(person, at=at)
        return self.opened_in_areas(where, condition, person=person)

    def opened_in_areas(self, areas: tuple, condition: Q, *, person):
        """The same of areas in which she holds a role today. Not for those who have not
        asked whether anything is open to her."""
        excluded = Exclusion.objects.filter(person=person, lifted_at=None)
        return self.filter(condition, partnership__id__in=areas).exclude(
            Q(case__in=excluded.values("case_id")) | Q(case__stage=Stage.ARCHIVED)
        )
