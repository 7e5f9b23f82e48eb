"""What the demonstration's own pages show."""

from datetime import datetime, time
from zoneinfo import ZoneInfo

from django.shortcuts import get_object_or_404

from heed import clock
from heed.cases.models import Deadline
from heed.correspondence.models import IncomingEmail, OutgoingEmail
from heed.correspondence.writing import letter
from heed.demo.models import Persona
from heed.partnership.models import Partnership
from heed.partnership.prepared import Prepared
from heed.rulebook.working_days import next_working_day

ENGLAND = ZoneInfo("Europe/London")
NINE = time(9)
LATEST = 20  # letters that the page shows at first


def personas() -> list[Persona]:
    """Everybody whom a visitor may be."""
    return list(Persona.objects.select_related("person", "person__organisation"))


def persona(slug: str) -> Persona:
    """One of them; else Http404."""
    return get_object_or_404(Persona.objects.select_related("person"), slug=slug)


def quillshire() -> Partnership:
    """The partnership that the demonstration is about."""
    return Partnership.objects.get(slug="quillshire")


def next_working_morning(at) -> datetime:
    """Nine o'clock on the next working day."""
    day = next_working_day(clock.london_date(at))
    return datetime.combine(day, NINE, tzinfo=ENGLAND)


def next_deadline_morning(at) -> datetime | None:
    """Nine o'clock on the day of the next deadline of any case; None if none runs."""
    found = _next_due(after=clock.london_date(at))
    return datetime.combine(found[0][0], NINE, tzinfo=ENGLAND) if found else None


@Prepared
def _next_due(*, after):
    running = Deadline.objects.filter(met_on=None, superseded_at=None)
    later = running.filter(due_on__gt=after).order_by("due_on")
    return later.values_list("due_on")[:1]


def letters_sent(most: int | None) -> list[dict]:
    """Every email of the demonstration as its recipient would read it, newest first."""
    return [
        {"email": email, "subject": subject, "text": text}
        for email in OutgoingEmail.objects.order_by("-created_at")[:most]
        for subject, text in [letter(email.letter).filled(email.fields)]
    ]


def emails_arrived(most: int = 5) -> list[IncomingEmail]:
    """What came to the referral address last, and what became of it."""
    return list(IncomingEmail.objects.order_by("-arrived_at")[:most])


def all_post(*, whole: bool) -> dict:
    """What arrived and what was sent: the latest letters, or all of them."""
    letters = letters_sent(None if whole else LATEST)
    return {
        "letters": letters,
        "more": not whole and len(letters) == LATEST,
        "arrived": emails_arrived(),
        "address": quillshire().referral_address,
    }
