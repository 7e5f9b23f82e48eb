"""What the picture of a chronology is drawn from."""

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum


class Seen(StrEnum):
    """Whether a child was seen, as the entry says."""

    YES = "yes"
    NO = "no"
    NOT_SAID = "not_recorded"


@dataclass(frozen=True, kw_only=True, slots=True)
class Mark:
    """One entry: in whose lane, when, under which number. An entry of a month or of
    some days lasts from its first possible day to its last."""

    lane: str
    first: dt.date
    last: dt.date
    number: str
    words: str = ""
    seen: str = Seen.NOT_SAID
    key: bool = False
    held: bool = False
    """Kept from whoever looks: it is shown that something is there, and not what."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Shade:
    """A stretch of time in which something is missing, with its rule in words. It
    stands above the lanes; what is a silence is shaded through them too, all or one."""

    first: dt.date
    last: dt.date
    words: str
    lane: str = ""
    is_silence: bool = True


@dataclass(frozen=True, kw_only=True, slots=True)
class Life:
    """Something that happened in the child's life: born, moved, died."""

    on: dt.date
    words: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Child:
    """A child whose age stands beneath the years."""

    name: str
    born: dt.date
    died: dt.date | None = None
