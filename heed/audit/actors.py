"""Who can do something. Everything done is done by one of these."""

from dataclasses import dataclass
from typing import Protocol

PERSON = "person"
ANONYMOUS_REFERRER = "anonymous_referrer"
LINK_HOLDER = "link_holder"
SYSTEM = "system"
KINDS = (PERSON, ANONYMOUS_REFERRER, LINK_HOLDER, SYSTEM)


class Actor(Protocol):
    """Somebody who does something, or a named part of Heed that does it by rule."""

    @property
    def actor_kind(self) -> str:
        """One of KINDS."""

    @property
    def actor_id(self) -> str:
        """By which the actor is found again."""

    @property
    def actor_name(self) -> str:
        """What screens call the actor; never the words of a case."""


@dataclass(frozen=True)
class AnonymousReferrer:
    """Somebody who refers without an account. `id` is that of the referral."""

    id: str
    actor_kind = ANONYMOUS_REFERRER
    actor_name = "The referrer"

    @property
    def actor_id(self) -> str:
        return str(self.id)


@dataclass(frozen=True)
class LinkHolder:
    """Somebody who came by a link that was sent to an organisation."""

    id: str
    organisation: str
    actor_kind = LINK_HOLDER

    @property
    def actor_id(self) -> str:
        return str(self.id)

    @property
    def actor_name(self) -> str:
        return self.organisation or "Somebody with a link"


@dataclass(frozen=True)
class SystemActor:
    """A part of Heed that acts under a named rule."""

    name: str
    actor_kind = SYSTEM

    @property
    def actor_id(self) -> str:
        return self.name

    @property
    def actor_name(self) -> str:
        return f"Heed ({self.name})"
