"""What is shown of what runs beside a case, and of what is on hold."""

from django.urls import reverse

from heed import clock
from heed.cases import pages, queries
from heed.cases.access import why_not
from heed.cases.due import EVERYTHING, FallsDue
from heed.cases.holds import (
    holds_of,
    processes_of,
    running_in,
    standing_holds,
    to_look_at,
)
from heed.cases.leading import who_leads
from heed.cases.models import Hold, ParallelProcess
from heed.cases.said_beside import SaidBeside, said_beside
from heed.cases.seen import seen_by
from heed.cases.sharing import shares_of
from heed.rulebook.circumstances import Circumstance
from heed.rulebook.process import SET_HOLD
from heed.rulebook.process.stages import FINISHED
from heed.ui.sentences import lowered


def of_beside(request, case) -> dict:
    """The register of one case: what runs, what is over, what waits because of it."""
    return pages.banner(request, case) | {
        "processes": processes_of(case),
        "holds": holds_of(case),
        "said": said_beside(case),
        "again": to_look_at(case, at=request.at),
        "shares": shares_of(case),
        "lead": who_leads(case),
        "can": queries.steps_open_to(request.person, case, at=request.at),
    }


def panel(case, person, at) -> dict | None:
    """What runs beside a case now, and what waits; nothing where there is neither."""
    running, holds = running_in(case), standing_holds(case)
    crosses = case.has_flag(Circumstance.CROSS_BORDER)
    lead = who_leads(case) if crosses else None
    said = said_beside(case)
    if not running and not holds and not said and not (lead and lead.since):
        return None
    again = to_look_at(case, at=at)
    found = {"running": running, "holds": holds, "again": again, "lead": lead}
    return found | {"said": said}


def chosen_of_said(case, key: str) -> SaidBeside | None:
    """What is said beside a case, by the key of its link; None without one."""
    return next((one for one in said_beside(case) if one.key == key), None)


def may_hold(case, person, *, at) -> bool:
    """Whether somebody may say what must wait; who may not notes what runs alone."""
    return why_not(SET_HOLD, case, person, at=at) is None


def as_it_stands(kept: ParallelProcess) -> dict:
    """How it stands, as the page that asks for it begins."""
    names = ("body", "reference", "contact", "next_on", "next_step", "words")
    return {name: getattr(kept, name) for name in names}


def due_of_holds(person, *, at, window=EVERYTHING) -> list[FallsDue]:
    """The days on which somebody looks again at what is on hold."""
    standing = seen_by(Hold, person, at=at).filter(lifted_at=None)
    return [
        FallsDue(
            key=f"hold:{hold.pk}",
            day=hold.review_on,
            what=f"Look again at what is on hold: {lowered(hold.get_blocks_display())}",
            case=hold.case,
            url=reverse("hold", args=[hold.public_id]),
        )
        for hold in standing.select_related("case").defer("reason")
    ]


def due_of_processes(person, *, at, window=EVERYTHING) -> list[FallsDue]:
    """The next days of what runs beside cases, from today on."""
    running = seen_by(ParallelProcess, person, at=at).filter(
        ended_on=None, next_on__gte=clock.london_date(at)
    )
    coming = running.exclude(case__stage__in=FINISHED).select_related("case")
    return [
        FallsDue(
            key=f"process:{one.pk}",
            day=one.next_on,
            what=f"{one.get_kind_display()}: its next day",
            case=one.case,
            url=reverse("process", args=[one.public_id]),
        )
        for one in coming.defer("words", "contact", "body", "reference")
    ]
