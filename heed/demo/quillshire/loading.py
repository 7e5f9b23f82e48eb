"""Loads Quillshire, once, and sets its clock."""

from datetime import UTC, datetime

from heed.config import environment
from heed.demo.actions import set_clock
from heed.demo.models import DemonstrationClock
from heed.demo.quillshire.cases import load_cases
from heed.demo.quillshire.people import LOADER, load_people
from heed.partnership.models import Partnership
from heed.vault.codes import codes_of_nobody
from heed.vault.keys import forget_keys

THE_DAY = datetime(2026, 3, 11, 9, 0, tzinfo=UTC)


class CutShort(RuntimeError):
    """An earlier load was ended before it was done."""


def load(*, say=print) -> None:
    """Load people and cases by the real actions, then set the clock to the morning of
    11 March 2026. What is loaded already stays as it is; half of it is refused."""
    if DemonstrationClock.objects.exists():
        return
    if Partnership.objects.exists():
        raise CutShort("Quillshire was being loaded when Heed was ended.")
    say("Loading Quillshire …")
    with codes_of_nobody():
        quillshire, people = load_people()
        if not environment.flag("HEED_PEOPLE_ONLY"):
            load_cases(quillshire, people)
    set_clock(THE_DAY, by=LOADER, at=THE_DAY)
    forget_keys()
