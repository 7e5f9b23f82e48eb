"""Who is to be reminded, and when."""

from heed.rapid_reviews.models import AgencyLadder, AgencyRequest
from heed.rulebook import process
from heed.rulebook.ladder import days_of


def days_of_ladder(partnership) -> dict[str, int]:
    """How many working days from the day each rung is, as a partnership has it now."""
    chosen = AgencyLadder.objects.filter(partnership=partnership).last()
    return days_of(chosen.days if chosen else {})


def waiting_requests() -> list[AgencyRequest]:
    """Every request that waits for an answer, at a stage at which one is reminded."""
    found = AgencyRequest._base_manager.filter(
        state__in=AgencyRequest.WAITING,
        closed_at=None,
        case__stage__in=process.REMIND_AGENCY.at,
    )
    found = found.select_related("organisation", "partnership", "case")
    return list(found.prefetch_related("chases"))
