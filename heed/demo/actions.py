"""What a visitor of the demonstration may do that nobody else may."""

from datetime import datetime, timedelta

from heed import clock
from heed.cases.models import CaseReferences
from heed.demo.models import DemonstrationClock, Persona


class OnlyForward(ValueError):
    """The demonstration's clock does not go back: what was done has been done."""


def set_clock(to: datetime, *, by, at) -> None:
    """Set the demonstration's clock to a moment that is not before its present one."""
    now = clock.now()
    kept, made = DemonstrationClock.objects.get_or_create(pk=1)
    if not made and to < now - timedelta(seconds=1):
        raise OnlyForward("The clock of the demonstration only goes forward.")
    kept.seconds = round((to - clock.real_now()).total_seconds())
    kept.save(update_fields=["seconds"])


def name_persona(*, slug: str, person, part: str, order: int, by, at) -> Persona:
    """Let visitors be this person of Quillshire."""
    return Persona.objects.create(slug=slug, person=person, part=part, order=order)


def begin_references_at(partnership, *, year: int, number: int, by, at) -> None:
    """Let the next reference of a year have this number."""
    CaseReferences.objects.update_or_create(
        partnership=partnership, year=year, defaults={"last": number - 1}
    )
