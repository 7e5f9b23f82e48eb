"""Who may open which address. Every view carries one policy; a view without one
answers 404 to everybody.

A policy says who may come as far as the door. What is shown behind it is decided by
the scoped query of the view (`visible_to`, `people_of`), which answers 404 as well.
"""

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, replace
from datetime import date
from enum import Enum
from functools import cache
from uuid import UUID

from django.conf import settings
from django.urls import (
    NoReverseMatch,
    Resolver404,
    ResolverMatch,
    get_urlconf,
    resolve,
    reverse,
)

from heed.partnership.queries import roles_everywhere
from heed.rulebook.language import Role

# The roles that somebody holds, each with the partnership in which she holds it.
Roles = Collection[tuple[UUID, str]]


class Door(Enum):
    """How far somebody has to have come."""

    OPEN = "open to anyone"
    SIGNED_IN = "signed in"
    ROLE = "signed in, in one of these roles"
    CASE = "signed in, and cases are not closed to the account"


@dataclass(frozen=True, kw_only=True)
class Policy:
    """Who may open a view. `before_second_factor` is for the few pages by which a
    second factor is set up or shown; `fresh` asks that she has shown within the last
    minutes that it is she who sits there."""

    door: Door
    roles: frozenset[Role] = frozenset()
    reason: str = ""
    before_second_factor: bool = False
    fresh: bool = False


def open_to_anyone(*, reason: str) -> Callable:
    """Open to the world, for the reason given."""
    return _marked(Policy(door=Door.OPEN, reason=reason))


def for_signed_in(view: Callable) -> Callable:
    """For everybody who signed in with a second factor."""
    return _marked(Policy(door=Door.SIGNED_IN))(view)


def before_second_factor(view: Callable) -> Callable:
    """For the few pages by which somebody signed in sets up or shows her second
    factor."""
    policy = Policy(door=Door.SIGNED_IN, before_second_factor=True)
    return _marked(policy)(view)


def for_roles(*roles: Role) -> Callable:
    """For those who hold one of these roles in the partnership whose desk they look
    at; everybody else gets 404."""
    if not roles:
        raise TypeError("for_roles needs the roles; for_signed_in is for everybody.")
    return _marked(Policy(door=Door.ROLE, roles=frozenset(roles)))


def for_case(*roles: Role) -> Callable:
    """For pages with the content of a case: a second factor in this session, and no
    lock on the account. With roles, one of them held in any partnership.

    Which cases somebody sees is decided by `Case.objects.visible_to(person)`.
    """
    if len(roles) == 1 and not isinstance(roles[0], Role):
        return _marked(Policy(door=Door.CASE))(roles[0])
    return _marked(Policy(door=Door.CASE, roles=frozenset(roles)))


def shown_afresh(view: Callable) -> Callable:
    """For acts that nobody must do at a desk that somebody else left open: she shows
    again that it is she, unless she did within the last minutes. Stands above the
    policy of the view."""
    view.policy = replace(view.policy, fresh=True)
    return view


def policy_of(match: ResolverMatch) -> Policy | None:
    """The policy of the view that an address leads to; None means that nobody may."""
    own = getattr(match.func, "policy", None)
    return own or POLICIES_OF_OTHERS.get(match.view_name)


def opens_for(policy: Policy | None, held: Roles, partnership_id) -> bool:
    """Whether the roles that somebody holds open what this policy guards, once she is
    signed in. The views ask it, and so does every menu: a link is shown to those for
    whom it opens. What nobody may open has no policy."""
    if policy is None:
        return False
    if not policy.roles:
        return True
    anywhere = policy.door == Door.CASE
    return any(
        role in policy.roles and (anywhere or where == partnership_id)
        for where, role in held
    )


def opens_to(name: str, person, on: date) -> bool:
    """Whether a page of this name, which is of no case, opens to somebody on a day."""
    held = roles_everywhere(person, on)
    return opens_for(policy_at(name), held, person.partnership_id)


def policy_at(name: str) -> Policy | None:
    """The policy of the page of this name; None where there is no such page."""
    return _policy_in(get_urlconf() or settings.ROOT_URLCONF, name)


@cache
def _policy_in(addresses: str, name: str) -> Policy | None:
    # Addresses do not change while Heed runs: each is looked up once.
    try:
        return policy_of(resolve(reverse(name)))
    except (NoReverseMatch, Resolver404):
        return None


def _marked(policy):
    def mark(view):
        view.policy = policy
        return view

    return mark


_SIGN_IN = Policy(door=Door.OPEN, reason="this is how people sign in")
_FORGOTTEN = Policy(door=Door.OPEN, reason="somebody who forgot her password")
_SECOND_STEP = Policy(door=Door.SIGNED_IN, before_second_factor=True)
# How somebody signs in is changed by nobody else at a desk left open; who is about to
# set up her first second factor has none to show.
_SETS_UP = replace(_SECOND_STEP, fresh=True)
_OWN_ACCOUNT = Policy(door=Door.SIGNED_IN)

# allauth's views, by the name of their address. What is not named here is closed:
# signing up, changing one's address, signing in by a code sent by e-mail.
POLICIES_OF_OTHERS: Mapping[str, Policy] = {
    "account_change_password": _OWN_ACCOUNT,
    "account_inactive": _SIGN_IN,
    "account_login": _SIGN_IN,
    "account_logout": Policy(
        door=Door.OPEN, reason="leaving is always possible; it is a POST"
    ),
    "account_reauthenticate": _SECOND_STEP,
    "account_reset_password": _FORGOTTEN,
    "account_reset_password_done": _FORGOTTEN,
    "account_reset_password_from_key": _FORGOTTEN,
    "account_reset_password_from_key_done": _FORGOTTEN,
    "mfa_activate_totp": _SETS_UP,
    "mfa_add_webauthn": _SETS_UP,
    "mfa_authenticate": _SIGN_IN,
    "mfa_deactivate_totp": _OWN_ACCOUNT,
    "mfa_download_recovery_codes": _SECOND_STEP,
    "mfa_edit_webauthn": _OWN_ACCOUNT,
    "mfa_generate_recovery_codes": _OWN_ACCOUNT,
    "mfa_index": _SECOND_STEP,
    "mfa_list_webauthn": _OWN_ACCOUNT,
    "mfa_login_webauthn": _SIGN_IN,
    "mfa_reauthenticate": _SECOND_STEP,
    "mfa_reauthenticate_webauthn": _SECOND_STEP,
    "mfa_remove_webauthn": _OWN_ACCOUNT,
    "mfa_view_recovery_codes": _SECOND_STEP,
    "openid_connect_callback": _SIGN_IN,
    "openid_connect_login": _SIGN_IN,
    "socialaccount_connections": replace(_OWN_ACCOUNT, fresh=True),
    "socialaccount_login_cancelled": _SIGN_IN,
    "socialaccount_login_error": _SIGN_IN,
    "usersessions_list": _OWN_ACCOUNT,
}
