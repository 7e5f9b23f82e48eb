"""What ends for somebody who signs in, and how it ends again in an older database."""

import secrets
from datetime import date, datetime, timedelta

from allauth.mfa.models import Authenticator
from django.utils.dateparse import parse_datetime

from heed.desk.models import CalendarFeed
from heed.partnership.models import Invitation, Person, RoleHeld, SecondFactorReset
from heed.partnership.sessions import end_sessions_of
from heed.partnership.tokens import hash_of

RESTORED = "Reset again after a backup was put back"
A_DAY = timedelta(days=1)


def account(pk: str) -> dict:
    """Whether somebody may sign in."""
    return {"active": Person.objects.get(pk=pk).is_active}


def account_again(pk: str, facts: dict, *, by, at: datetime) -> bool:
    """Close an account that was closed. One that was opened since, people open."""
    person = Person.objects.filter(pk=pk, is_active=True).first()
    if person is None or facts["active"]:
        return False
    person.is_active = False
    person.save(update_fields=["is_active"])
    end_sessions_of(person)
    return True


def password(pk: str) -> dict:
    """Nothing of a password is kept: that it was changed is enough."""
    return {}


def password_again(pk: str, facts: dict, *, by, at: datetime) -> bool:
    """An older password opens nothing: its owner asks for a new one."""
    person = Person.objects.filter(pk=pk).first()
    if person is None or not person.has_usable_password():
        return False
    person.set_unusable_password()
    person.save(update_fields=["password"])
    end_sessions_of(person)
    return True


def second_factor(pk: str) -> dict:
    """Which second factors somebody has left, and whether cases are closed to them."""
    kept = Authenticator.objects.filter(user=pk).values_list("pk", flat=True)
    reset = SecondFactorReset.objects.filter(person=pk).order_by("reset_at").last()
    closed = reset and not reset.lifted_at
    return {
        "kept": sorted(kept),
        "reset_by": str(reset.reset_by_id) if closed else "",
        "locked_until": reset.locked_until.isoformat() if closed else "",
    }


def second_factor_again(pk: str, facts: dict, *, by, at: datetime) -> bool:
    """Take away the second factors that were taken away, and close what was closed."""
    gone = Authenticator.objects.filter(user=pk).exclude(pk__in=facts["kept"])
    number, _ = gone.delete()
    until = facts["locked_until"] and parse_datetime(facts["locked_until"])
    if until and Person.objects.filter(pk__in=[pk, facts["reset_by"]]).count() == 2:  # noqa: PLR2004 - these two
        SecondFactorReset.objects.get_or_create(
            person_id=pk,
            locked_until=until,
            defaults={
                "reset_by_id": facts["reset_by"],
                "reset_at": until - A_DAY,
                "reason": RESTORED,
            },
        )
    if number:
        end_sessions_of(Person.objects.get(pk=pk))
    return bool(number or until)


def role(pk: str) -> dict:
    """Until when somebody holds a role."""
    ends_on = RoleHeld.objects.get(pk=pk).ends_on
    return {"ends_on": ends_on.isoformat() if ends_on else ""}


def role_again(pk: str, facts: dict, *, by, at: datetime) -> bool:
    """End a role on the day on which it was ended."""
    held = RoleHeld.objects.filter(pk=pk).first()
    ends_on = facts["ends_on"] and date.fromisoformat(facts["ends_on"])
    if held is None or not ends_on or (held.ends_on or date.max) <= ends_on:
        return False  # never later than it would have ended: that would be a grant
    held.ends_on = max(ends_on, held.starts_on)
    held.save(update_fields=["ends_on"])
    return True


def invitation(pk: str) -> dict:
    """An invitation that was taken up or withdrawn is over."""
    return {}


def invitation_again(pk: str, facts: dict, *, by, at: datetime) -> bool:
    """Let an invitation end: its link opens nothing."""
    invited = Invitation.objects.filter(pk=pk, accepted_at=None, withdrawn_at=None)
    waiting = invited.first()
    if waiting is None or not waiting.is_open(at):
        return False
    waiting.expires_at = at
    waiting.token_hash = hash_of(secrets.token_urlsafe(32))
    waiting.save(update_fields=["expires_at", "token_hash"])
    return True


def calendar(pk: str) -> dict:
    """Whose feed was made anew; what they had before has ended."""
    return {"person": str(CalendarFeed.objects.get(pk=pk).person_id)}


def calendar_again(pk: str, facts: dict, *, by, at: datetime) -> bool:
    """Stop the secret addresses that were replaced."""
    open_ones = CalendarFeed.objects.filter(person=facts["person"], ended_at=None)
    feeds = list(open_ones.exclude(pk=pk))
    for feed in feeds:
        feed.ended_at = at
        feed.save(update_fields=["ended_at"])
    return bool(feeds)
