"""Roles and seats as the screens say them: in the rulebook's words."""

from heed.rulebook.language import Role, Seat
from heed.rulebook.roles import HAS_AN_ALTERNATE, ROLES, SEATS


def role_name(role: str) -> str:
    """What a role is called."""
    return ROLES[Role(role)].label


def role_sentence(role: str) -> str:
    """What a role is for, and what it may never do."""
    words = ROLES[Role(role)]
    return f"{words.sentence} {words.never}"


def has_alternate(role: str) -> bool:
    """Whether somebody may be named who steps in for this role."""
    return role in HAS_AN_ALTERNATE


def seat_name(seat: str) -> str:
    """What a statutory partner is called."""
    return SEATS[Seat(seat)]
