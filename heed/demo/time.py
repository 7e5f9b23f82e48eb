"""The demonstration's clock: it runs, from wherever it was set."""

from datetime import timedelta

from django.db import DatabaseError


def offset() -> timedelta:
    """How far the demonstration stands from real time; nothing before it is loaded."""
    from heed.demo.models import DemonstrationClock

    try:
        kept = DemonstrationClock.objects.filter(pk=1).first()
    except DatabaseError:
        return timedelta()
    return timedelta(seconds=kept.seconds) if kept else timedelta()
