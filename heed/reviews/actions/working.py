"""The work of a review: practitioners are heard, time and quality are looked at."""

from heed.cases.belonging import belonging_to
from heed.cases.models import Case
from heed.cases.steps import Refused, Seen, carrying_out
from heed.correspondence.actions import post
from heed.reviews.models import Event, Invitation, MonitoringNote, WrittenRequest
from heed.reviews.queries import standing_appointment
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
    event: Event,
    *,
    came: set,
    by,
    at,
    support_given: str = "",
    seen: Seen | None = None,
) -> Event:
    """Record who came of those who were invited, and what support they had."""
    with carrying_out(process.RECORD_ATTENDANCE, event, by=by, at=at, seen=seen) as it:
        it.support_given = support_given or None
        it.save(update_fields=["support_given"])
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


def request_from_reviewer(
    case: Case, *, words: str, due_on, by, at, seen: Seen | None = None
) -> WrittenRequest:
    """Ask the reviewer in writing for information or a draft, by a date. She is told
    by an email that says nothing of it."""
    with carrying_out(
        process.REQUEST_FROM_REVIEWER, case, by=by, at=at, reasons=words, seen=seen
    ) as it:
        asked = WrittenRequest.objects.create(
            **belonging_to(it),
            asked_at=at,
            asked_by=by.actor_name,
            due_on=due_on,
            words=words,
        )
        if standing := standing_appointment(it):
            post(
                "reviewer_asked",
                to=standing.person.email,
                partnership=it.partnership,
                fields={"reference": it.reference, "due": f"{due_on:%-d %B %Y}"},
                once=f"reviewer-asked:{asked.pk}",
                about_case=it.pk,
                by=by,
                at=at,
            )
    return asked


def answer_written_request(
    asked: WrittenRequest, *, answer: str, by, at, seen: Seen | None = None
) -> WrittenRequest:
    """Answer what the partners asked the reviewer for in writing."""
    with carrying_out(
        process.ANSWER_WRITTEN_REQUEST, asked, by=by, at=at, seen=seen
    ) as it:
        if it.answered_at:
            raise Refused("This has been answered already.")
        it.answer, it.answered_at = answer, at
        it.save(update_fields=["answer", "answered_at"])
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
