"""Agencies that have not answered are reminded; then their lead hears, then the
partner. Derived anew at every tick, so that a day on which nobody looked loses nothing.
"""

import logging

from django.conf import settings
from django.db import IntegrityError
from django.urls import reverse

from heed import clock
from heed.cases.access import able_on_the_list, excluded_from
from heed.cases.belonging import belonging_to
from heed.cases.steps import Refused, carrying_out
from heed.cases.telling import tell
from heed.correspondence.actions import post
from heed.partnership.grants import manages
from heed.partnership.queries import holidays_for, roles_in
from heed.partnership.records import on_record
from heed.partnership.refusals import Refused as NotTheirs
from heed.rapid_reviews.models import AgencyLadder, AgencyRequest, Chase
from heed.rapid_reviews.queries import days_of_ladder, waiting_requests
from heed.rulebook import process
from heed.rulebook.ladder import (
    LADDER,
    Hears,
    Rung,
    RungName,
    in_order,
    partner_of,
    rung_owed,
)
from heed.rulebook.language import Role
from heed.rulebook.working_days import UnknownYear

log = logging.getLogger("heed.worker")

LEAD_WAS_TOLD = "Its safeguarding lead was told."
NO_LEAD = "It has no safeguarding lead whom Heed could tell."
NOT_YOURS = "Only the partnership’s manager may do this."


def set_ladder(partnership, *, days: dict[str, int], by, at) -> AgencyLadder:
    """Choose how many working days from the day each rung is; the manager may."""
    with on_record("set_ladder", by=by, at=at, partnership=partnership) as entry:
        if not manages(by, partnership, clock.london_date(at), Role.MANAGER):
            raise NotTheirs(NOT_YOURS, code="not_yours")
        if not in_order({rung.slug: rung.days for rung in LADDER} | days):
            raise NotTheirs(
                "Each reminder comes after the one above it. Look at the days again.",
                code="not_in_order",
            )
        entry.subject = chosen = AgencyLadder.objects.create(
            partnership=partnership, days=days, changed_by=by, changed_at=at
        )
    return chosen


def climb_the_ladder(*, by, at) -> int:
    """Climb, for each request that waits for an answer, the one rung that is owed
    today; how many were climbed."""
    climbed, days = 0, {}
    for request in waiting_requests():
        area = request.partnership
        days.setdefault(area.pk, days_of_ladder(area))
        try:
            rung = _owed(request, days[area.pk], at=at)
            if rung:
                _climb(request, rung, by=by, at=at)
                climbed += 1
        except (Refused, UnknownYear, IntegrityError) as failure:
            # Answered meanwhile, mistyped, or climbed by another worker: the requests
            # behind it are owed theirs.
            name = type(failure).__name__
            log.warning("A request was not reminded of: %s %s.", request.pk, name)
    return climbed


def _owed(request: AgencyRequest, days: dict, *, at) -> Rung | None:
    return rung_owed(
        request.due_on,
        clock.london_date(at),
        asked_on=clock.london_date(request.asked_last_at),
        climbed=_climbed(request),
        days=days,
        holidays=holidays_for(request.partnership),
    )


def _climbed(request: AgencyRequest) -> dict:
    """The rungs that were climbed for the day that counts now, each with its day."""
    return {
        chase.rung: clock.london_date(chase.chased_at)
        for chase in request.chases.all()
        if chase.due_on == request.due_on
    }


def _climb(request: AgencyRequest, rung: Rung, *, by, at) -> None:
    contact = rung.hears == Hears.CONTACT
    step = process.REMIND_AGENCY if contact else process.ESCALATE_AGENCY
    with carrying_out(step, request, by=by, at=at) as it:
        if not it.is_open:
            raise Refused("It was answered meanwhile.")
        chase = Chase.objects.create(
            **belonging_to(it.case),
            request=it,
            rung=rung.slug,
            due_on=it.due_on,
            chased_at=at,
        )
        write = {
            Hears.CONTACT: _to_whoever_was_asked,
            Hears.LEAD: _to_its_leads,
            Hears.PARTNER: _to_the_partner,
        }[rung.hears]
        chase.told = write(it, str(chase.pk), by=by, at=at)
        chase.save(update_fields=["told"])


def _words(request: AgencyRequest) -> dict[str, str]:
    return {
        "organisation": request.organisation.name,
        "asked": f"{clock.london_date(request.asked_last_at):%-d %B %Y}",
        "link_sent": f"{request.link_sent_on:%-d %B %Y}",
        "due": f"{request.due_on:%-d %B %Y}",
        "number": request.reference,
    }


def _to_whoever_was_asked(request: AgencyRequest, once: str, *, by, at) -> int:
    post(
        "agency_reminded",
        to=request.to_address,
        partnership=request.partnership,
        fields=_words(request),
        once=f"agency-reminded:{once}",
        about_case=request.case_id,
        by=by,
        at=at,
    )
    return 1


def _to_its_leads(request: AgencyRequest, once: str, *, by, at) -> int:
    leads = roles_in(request.partnership, clock.london_date(at)).filter(
        role=Role.SAFEGUARDING_LEAD, organisation=request.organisation
    )
    page = reverse("own_request", args=[request.public_id])
    told = leads.exclude(person__in=excluded_from(request.case))
    for held in told:
        post(
            "agency_silent_lead",
            to=held.person.email,
            partnership=request.partnership,
            fields=_words(request) | {"link": f"{settings.DESK_ADDRESS}{page}"},
            once=f"agency-silent:{once}:{held.person_id}",
            about_case=request.case_id,
            by=by,
            at=at,
        )
    return len(told)


def _to_the_partner(request: AgencyRequest, once: str, *, by, at) -> int:
    """The partner of the agency's own kind; all of them where nobody sits there."""
    case, asked = request.case, frozenset({Role.DELEGATED_PARTNER})
    seat = {partner_of(request.organisation.kind)}
    told = able_on_the_list(case, asked, seats=seat, at=at)
    told = told or able_on_the_list(case, asked, at=at)
    words = {
        "due": f"{request.due_on:%-d %B %Y}",
        "lead": LEAD_WAS_TOLD if _its_lead_was_told(request) else NO_LEAD,
    }
    tell("agency_silent", told, case, once=once, more=words, by=by, at=at)
    return len(told)


def _its_lead_was_told(request: AgencyRequest) -> bool:
    told = request.chases.filter(due_on=request.due_on, told__gt=0)
    return told.filter(rung=RungName.LEAD).exists()
