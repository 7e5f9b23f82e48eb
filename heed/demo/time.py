"""The demonstration's clock: it runs, from wherever it was set."""

from datetime import timedelta

from django.db import DatabaseError


def offset() -> timedelta:
    """How far the demonstration stands from real time; nothing before it is loaded."""
    from heed.demo.models import DemonstrationClock
    from heed.partnership.known_words import known

    try:
        kept = known(DemonstrationClock).filter(pk=1).first()
    except DatabaseError:
        return timedelta()
    return timedelta(seconds=kept.seconds) if kept else timedelta()
