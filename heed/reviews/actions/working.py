"""The work of a review: practitioners are heard, time and quality are looked at."""

from heed.cases.belonging import belonging_to
from heed.cases.models import Case
from heed.cases.steps import Seen, carrying_out
from heed.reviews.models import Event, Invitation, MonitoringNote
from heed.rulebook import process


def plan_event(
    case: Case, *, held_on, title: str, by, at, seen: Seen | None = None
) -> Event:
    """Plan an event at which practitioners are heard."""
    with carrying_out(process.INVITE_TO_EVENT, case, by=by, at=at, seen=seen) as it:
        return Event.objects.create(
            **belonging_to(it), held_on=held_on, planned_at=at, title=title
        )


def invite_to_event(
    event: Event,
    *,
    name: str,
    organisation: str,
    work: str,
    support_offered: bool,
    by,
    at,
    seen: Seen | None = None,
) -> Invitation:
    """Invite a practitioner, and say what support was offered."""
    with carrying_out(process.INVITE_TO_EVENT, event, by=by, at=at, seen=seen) as it:
        return Invitation.objects.create(
            **belonging_to(it.case),
            event=it,
            name=name,
            organisation=organisation,
            work=work or None,
            support_offered=support_offered,
            invited_at=at,
        )


def record_attendance(
    event: Event, *, came: set, by, at, seen: Seen | None = None
) -> Event:
    """Record who came of those who were invited."""
    with carrying_out(process.RECORD_ATTENDANCE, event, by=by, at=at, seen=seen) as it:
        for invitation in it.invitations.all():
            invitation.attended = str(invitation.pk) in came
            invitation.save(update_fields=["attended"])
    return it


def record_event(
    event: Event, *, what_was_said: str, by, at, seen: Seen | None = None
) -> Event:
    """Record what practitioners said: what it was like, and what would have helped."""
    with carrying_out(process.RECORD_EVENT, event, by=by, at=at, seen=seen) as it:
        it.what_was_said, it.recorded_at = what_was_said, at
        it.save(update_fields=["what_was_said", "recorded_at"])
    return it


def note_monitoring(
    case: Case,
    *,
    time: str,
    quality: str,
    note: str,
    by,
    at,
    seen: Seen | None = None,
) -> MonitoringNote:
    """Note how the review stands in time and in quality; the next look is due anew."""
    with carrying_out(process.NOTE_MONITORING, case, by=by, at=at, seen=seen) as it:
        return MonitoringNote.objects.create(
            **belonging_to(it),
            noted_at=at,
            noted_by=by.actor_name,
            time=time,
            quality=quality,
            note=note,
        )
