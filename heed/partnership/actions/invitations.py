"""How people come in: invited to a role by somebody who may give it."""

import secrets
from contextlib import contextmanager
from datetime import date, datetime, timedelta

from allauth.account.models import EmailAddress
from django.db import transaction
from django.db.models import F

from heed import clock
from heed.audit.actors import LinkHolder, SystemActor
from heed.partnership import letters
from heed.partnership.actions.roles import give
from heed.partnership.addresses import domain_of, normal_address
from heed.partnership.domains import warned_of
from heed.partnership.grants import belongs, why_may_not_grant
from heed.partnership.models import (
    Invitation,
    Organisation,
    Partnership,
    Person,
    RoleHeld,
)
from heed.partnership.post import send_letter
from heed.partnership.queries import known_domains
from heed.partnership.records import on_record
from heed.partnership.refusals import Refused
from heed.partnership.tokens import hash_of, is_its_code
from heed.partnership.verified import domains_theirs
from heed.rulebook.language import Role, Seat

LASTS = timedelta(days=7)
WRONG_CODES_ALLOWED = 5


def invite_person(
    *,
    partnership: Partnership,
    email: str,
    name: str,
    role: Role,
    job_title: str = "",
    seat: Seat | None = None,
    organisation: Organisation | None = None,
    alternate_for: RoleHeld | None = None,
    ends_on: date | None = None,
    new_domain_confirmed: bool = False,
    by,
    at: datetime,
) -> tuple[Invitation, str]:
    """Invite somebody to a role by a letter to one address, open for seven days.

    Returns the invitation and its token; `tokens.code_of` is to be told by telephone.
    Raises Refused if `by` may not give the role, and for a mail domain that is new to
    the organisation until that is confirmed.
    """
    with on_record(
        "invite_person", by=by, at=at, partnership=partnership, role=role
    ) as entry:
        _may_invite(partnership, role, organisation, alternate_for, by=by, at=at)
        _know_the_domain(organisation, email, confirmed=new_domain_confirmed)
        token = secrets.token_urlsafe(32)
        entry.subject = invitation = Invitation.objects.create(
            partnership=partnership,
            email=normal_address(email),
            name=name,
            job_title=job_title,
            role=role,
            seat=seat,
            organisation=organisation,
            alternate_for=alternate_for,
            ends_on=ends_on,
            token_hash=hash_of(token),
            invited_by=by if by.actor_kind == "person" else None,
            invited_at=at,
            expires_at=at + LASTS,
        )
        send_letter(letters.invitation(invitation, token), by=by, at=at)
    return invitation, token


def accept_invitation(
    invitation: Invitation,
    *,
    code: str,
    password: str | None = None,
    by: Person | None = None,
    at: datetime,
) -> Person:
    """Take up an invitation with the code told by telephone.

    Somebody new (`by` is None) becomes a Person with this password, or without one if
    an identity provider vouches for her; somebody known must be the one invited. Raises
    Refused for a wrong code, the fifth of which closes the invitation, for one that is
    used, withdrawn or expired, and for somebody else's.
    """
    with _counting_wrong_codes(invitation):
        return _accept(invitation, code=code, password=password, by=by, at=at)


def open_invitation(
    invitation: Invitation, *, code: str, by: Person | None = None, at: datetime
) -> None:
    """Check the code that was told by telephone, before anything is shown; raises
    Refused as `accept_invitation` does. Nothing is taken up yet.
    """
    with (
        _counting_wrong_codes(invitation),
        on_record(
            "open_invitation",
            by=by or _holder(invitation),
            at=at,
            partnership=invitation.partnership,
            subject=invitation,
        ),
    ):
        invitation.refresh_from_db(fields=["wrong_codes", "accepted_at"])
        _has_the_code(invitation, code=code, at=at)


def withdraw_invitation(invitation: Invitation, *, by, at: datetime) -> None:
    """Close an invitation that nobody has taken up; whoever may give the role may."""
    with on_record(
        "withdraw_invitation",
        by=by,
        at=at,
        partnership=invitation.partnership,
        subject=invitation,
    ):
        refusal = why_may_not_grant(
            by,
            Role(invitation.role),
            partnership=invitation.partnership,
            organisation=invitation.organisation,
            on=clock.london_date(at),
        )
        if refusal or by.actor_kind != "person":
            raise Refused("You may not withdraw this.", code="not_yours")
        if not invitation.is_open(at):
            raise Refused("This invitation is closed already.", code="closed")
        invitation.withdrawn_by, invitation.withdrawn_at = by, at
        invitation.save(update_fields=["withdrawn_by", "withdrawn_at"])


def _may_invite(partnership, role, organisation, alternate_for, *, by, at):
    refusal = why_may_not_grant(
        by,
        role,
        partnership=partnership,
        organisation=organisation,
        on=clock.london_date(at),
    )
    if refusal:
        raise Refused(refusal, code="not_yours")
    if not belongs(organisation, partnership):
        raise Refused("That organisation is not one of yours.", code="elsewhere")
    if alternate_for and alternate_for.partnership_id != partnership.pk:
        raise Refused("That role is not held with you.", code="elsewhere")


def _accept(invitation, *, code, password, by, at):
    with on_record(
        "accept_invitation",
        by=by or _holder(invitation),
        at=at,
        partnership=invitation.partnership,
        subject=invitation,
        role=invitation.role,
    ) as entry:
        invitation = Invitation.objects.select_for_update().get(pk=invitation.pk)
        _may_accept(invitation, code=code, by=by, at=at)
        entry.by = person = by or _new_person(invitation, password=password, at=at)
        give(
            person,
            partnership=invitation.partnership,
            role=Role(invitation.role),
            seat=invitation.seat,
            organisation=invitation.organisation,
            starts_on=clock.london_date(at),
            ends_on=invitation.ends_on,
            alternate_for=invitation.alternate_for,
            by=invitation.invited_by or SystemActor("the command line"),
            at=at,
        )
        invitation.accepted_by, invitation.accepted_at = person, at
        invitation.save(update_fields=["accepted_by", "accepted_at"])
    return person


@contextmanager
def _counting_wrong_codes(invitation):
    try:
        yield
    except Refused as refusal:
        if refusal.code == "wrong_code":
            with transaction.atomic():
                Invitation.objects.filter(pk=invitation.pk).update(
                    wrong_codes=F("wrong_codes") + 1
                )
        raise


def _holder(invitation):
    organisation = invitation.organisation
    return LinkHolder(str(invitation.pk), organisation.name if organisation else "")


def _has_the_code(invitation, *, code, at):
    closed = not invitation.is_open(at)
    if closed or invitation.wrong_codes >= WRONG_CODES_ALLOWED:
        raise Refused("This invitation can no longer be used.", code="closed")
    if not is_its_code(invitation, code):
        raise Refused(
            "This is not the code that goes with the link.", code="wrong_code"
        )


def _may_accept(invitation, *, code, by, at):
    _has_the_code(invitation, code=code, at=at)
    if by is not None and by.email != invitation.email:
        raise Refused("This invitation is for another address.", code="another_mailbox")
    if by is None and Person.objects.filter(email=invitation.email).exists():
        raise Refused("Sign in first, then open the link again.", code="sign_in_first")


def _new_person(invitation, *, password, at):
    person = Person(
        email=invitation.email,
        name=invitation.name,
        job_title=invitation.job_title,
        organisation=invitation.organisation,
        partnership=invitation.partnership,
        created_at=at,
    )
    person.set_password(password)
    person.save(force_insert=True)
    # allauth keeps its own list; the letter reached this address, so it is verified.
    EmailAddress.objects.create(
        user=person, email=person.email, verified=True, primary=True
    )
    return person


def _know_the_domain(organisation, email, *, confirmed):
    domain = domain_of(email)
    if organisation is None or domain in domains_theirs(organisation):
        return
    if not confirmed:
        warning = warned_of(domain, known_domains(organisation.partnership))
        raise Refused(
            f"{organisation.name} has no address at {domain} yet. {warning}Check it "
            "letter by letter, then confirm it.",
            code="new_mail_domain",
        )
    organisation.mail_domains = sorted({*organisation.mail_domains, domain})
    organisation.save(update_fields=["mail_domains"])
