"""How a letter leaves: the one callable that correspondence registers when it is ready.

Unregistered, nothing that needs a letter can be done.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.core.exceptions import ImproperlyConfigured


@dataclass(frozen=True, kw_only=True)
class Letter:
    """One letter to one address, without any word of a case."""

    kind: str
    to: str
    subject: str
    text: str
    partnership_id: UUID | None


SendLetter = Callable[..., None]
_post: list[SendLetter] = []


def register_post(send: SendLetter) -> None:
    """Say who sends letters: `send(letter, by=…, at=…)`, in the same transaction."""
    _post[:] = [send]


def send_letter(letter: Letter, *, by, at: datetime) -> None:
    """Hand a letter over to be sent; raises ImproperlyConfigured if nobody sends."""
    if not _post:
        raise ImproperlyConfigured(
            "Nobody sends letters: correspondence must call register_post in ready()."
        )
    _post[0](letter, by=by, at=at)
