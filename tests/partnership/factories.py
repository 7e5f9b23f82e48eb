"""People and partnerships for tests, brought in by the real actions: founded, invited,
accepted, given their roles."""

import itertools
from contextlib import contextmanager
from datetime import date

from allauth.account.internal.flows.login import record_authentication
from allauth.mfa.totp.internal.auth import TOTP, generate_totp_secret
from django.contrib.auth import login
from django.http import HttpRequest
from django.test import Client

from heed import clock
from heed.audit.actors import SystemActor
from heed.partnership import post
from heed.partnership.actions import (
    accept_invitation,
    add_organisation,
    found_partnership,
    grant_role,
    invite_person,
)
from heed.partnership.models import Organisation, Partnership, Person
from heed.partnership.queries import organisations_of
from heed.partnership.sessions import STAYS_FRESH
from heed.partnership.tokens import code_of
from heed.rulebook.language import Role, Seat
from heed.rulebook.roles import WITHOUT_ACCOUNT
from tests.walked import walked_once

HEED = SystemActor("the tests")
PASSWORD = "three lapwings over a hedge"
LONG_AGO = date(2020, 1, 1)
KINDS_OF_ROLES = {
    Role.SAFEGUARDING_LEAD: Organisation.Kind.ACUTE,
    Role.PRACTITIONER: Organisation.Kind.ACUTE,
    Role.RAPID_REVIEW_MEMBER: Organisation.Kind.COMMUNITY,
    Role.DESIGNATED_PROFESSIONAL: Organisation.Kind.ICB,
    Role.LEAD_REVIEWER: Organisation.Kind.INDEPENDENT,
    Role.SCRUTINEER: Organisation.Kind.INDEPENDENT,
    Role.LEGAL_ADVISER: Organisation.Kind.LOCAL_AUTHORITY,
    Role.LOCAL_AUTHORITY_NOTIFIER: Organisation.Kind.LOCAL_AUTHORITY,
    Role.PANEL_SECRETARIAT: Organisation.Kind.NATIONAL,
    Role.PANEL_MEMBER: Organisation.Kind.NATIONAL,
}
SEATED = {Role.DELEGATED_PARTNER, Role.LEAD_PARTNER}
# Written with leading noughts: no name may be the beginning of another.
_numbers = itertools.count(1)


@walked_once
def a_partnership(name: str = "", *, at=None, **choices) -> Partnership:
    """A partnership with its three statutory partners and a business unit."""
    number = next(_numbers)
    name = name or f"Quillshire {number:05} Safeguarding Children Partnership"
    return found_partnership(
        slug=f"partnership-{number}",
        name=name,
        short_name=name[:60],
        areas={f"X{number:08}": f"Quillshire {number:05}"},
        choices=choices,
        by=HEED,
        at=at or clock.now(),
    )


@walked_once
def an_organisation(
    partnership: Partnership,
    kind: str = Organisation.Kind.ACUTE,
    *,
    name: str = "",
    seat: Seat | None = None,
    at=None,
    **lines,
) -> Organisation:
    """An agency of a partnership; a statutory partner gets its seat by its kind."""
    number = next(_numbers)
    return add_organisation(
        partnership,
        code=f"ORG{number}",
        name=name or f"{Organisation.Kind(kind).label} {number}",
        kind=kind,
        seat=seat or (Seat(kind) if kind in set(Seat) else None),
        active_from=LONG_AGO,
        lines={"mail_domains": ["quillshire.example"], **lines},
        by=HEED,
        at=at or clock.now(),
    )


def the_organisation(partnership: Partnership, kind: str) -> Organisation:
    """The agency of this kind, made if the partnership has none yet."""
    found = organisations_of(partnership).filter(kind=kind).first()
    return found or an_organisation(partnership, kind)


@walked_once
def a_person(
    role: Role = Role.COORDINATOR,
    *,
    partnership: Partnership | None = None,
    seat: Seat | None = None,
    organisation: Organisation | None = None,
    name: str = "",
    email: str = "",
    second_factor: bool = True,
    at=None,
) -> Person:
    """Somebody who was invited to a role, came in by the link and the code, and set up
    an authenticator app (unless `second_factor` is False)."""
    if role in WITHOUT_ACCOUNT:
        raise ValueError(f"{role} is a role without an account: use heed.audit.actors.")
    partnership = partnership or a_partnership(at=at)
    if role in SEATED:
        seat = seat or Seat.LOCAL_AUTHORITY
    elif role == Role.LOCAL_AUTHORITY_NOTIFIER:
        seat = Seat.LOCAL_AUTHORITY
    number = next(_numbers)
    kind = seat or KINDS_OF_ROLES.get(role, Organisation.Kind.BUSINESS_UNIT)
    organisation = organisation or the_organisation(partnership, kind)
    with letters_kept():
        invitation, _token = invite_person(
            partnership=partnership,
            email=email or f"person{number}@quillshire.example",
            name=name or f"Person {number:05}",
            job_title="Somebody of the tests",
            role=role,
            seat=seat,
            organisation=organisation,
            new_domain_confirmed=True,
            by=HEED,
            at=at or clock.now(),
        )
    person = accept_invitation(
        invitation, code=code_of(invitation), password=PASSWORD, at=at or clock.now()
    )
    if second_factor:
        person.totp_secret = a_second_factor(person)
    return person


@walked_once
def also(person: Person, role: Role, *, partnership=None, seat=None, at=None, **more):
    """Give somebody another role."""
    return grant_role(
        person,
        partnership=partnership or person.partnership,
        role=role,
        seat=seat,
        by=HEED,
        at=at or clock.now(),
        **more,
    )


def a_second_factor(person: Person) -> str:
    """Set up an authenticator app for somebody, and return its secret."""
    secret = generate_totp_secret()
    TOTP.activate(person, secret)
    return secret


def signed_in(
    client: Client,
    person: Person,
    *,
    second_factor: bool = True,
    stays_fresh: bool = True,
) -> Client:
    """A session of this person that has passed the second factor (unless told
    otherwise), and that is asked for nothing again however slow the machine is.
    Returns the client."""
    request = HttpRequest()
    request.session = client.session
    person.backend = "heed.partnership.who_asks.AuthenticationBackend"
    login(request, person)
    record_authentication(request, person, "password", email=person.email)
    if second_factor:
        record_authentication(request, person, "mfa", type="totp")
    request.session[STAYS_FRESH] = stays_fresh
    request.session.save()
    client.cookies[_cookie()] = request.session.session_key
    return client


@contextmanager
def letters_kept():
    """Letters of this app are kept in a list while the block runs."""
    before, kept = list(post._post), []

    def keep(letter, *, by, at):
        kept.append(letter)

    post.register_post(keep)
    try:
        yield kept
    finally:
        post._post[:] = before


def _cookie():
    from django.conf import settings

    return settings.SESSION_COOKIE_NAME
