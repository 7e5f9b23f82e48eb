"""Who is in the picture, how they are related, who lives with whom: as told."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import chain

from heed.rulebook.kinship import Kin


@dataclass(frozen=True, kw_only=True)
class Somebody:
    """A person as they stand in the picture. `sex` is "female", "male" or nothing;
    `about` is what stands under the name."""

    key: str
    name: str
    about: str = ""
    sex: str = ""
    died: bool = False
    unborn: bool = False
    in_focus: bool = False


@dataclass(frozen=True, kw_only=True)
class Tie:
    """That one person is related to another. Days are in words, as far as known."""

    one: str
    other: str
    kin: Kin
    since: str = ""
    until: str = ""
    words: str = ""


@dataclass(frozen=True, kw_only=True)
class Home:
    """People who live, or lived, in the same home."""

    people: tuple[str, ...]
    since: str = ""
    until: str = ""


def sentence_of(tie: Tie, names: dict[str, str]) -> str:
    """A relation as a sentence."""
    said = tie.kin.was if tie.until else tie.kin.is_now
    told = said.format(one=names[tie.one], other=names[tie.other])
    words = f": {tie.words}" if tie.words else ""
    return f"{told}{_days(tie.since, tie.until)}{words.rstrip('. ')}."


def sentence_of_home(home: Home, label: str, names: dict[str, str]) -> str:
    """Who lives together, as a sentence."""
    people = [names[key] for key in home.people if key in names]
    verb = "lived" if home.until else "live" if len(people) > 1 else "lives"
    together = " together" if len(people) > 1 else " alone"
    said = f"{joined(people)} {verb}{together}{_days(home.since, home.until)}"
    return f"{label}: {said}."


def labels_of(homes: Sequence[Home]) -> list[str]:
    """What each home is called in the picture and beside it."""
    return [f"Home {chr(ord('A') + number % 26)}" for number in range(len(homes))]


def without_a_line(people: Sequence[Somebody], ties: Sequence[Tie]) -> str:
    """Who is in the picture without any line, as a sentence; or nothing."""
    tied = set(chain.from_iterable((tie.one, tie.other) for tie in ties))
    alone = [each.name for each in people if each.key not in tied]
    if not alone:
        return ""
    verb = "is" if len(alone) == 1 else "are"
    return f"It is not recorded how {joined(alone)} {verb} related to the others."


def joined(names: Sequence[str]) -> str:
    """Names in a row, as they are read aloud."""
    *first, last = names
    return f"{', '.join(first)} and {last}" if first else last


def _days(since: str, until: str) -> str:
    said = [f"from {since}" if until else f"since {since}"] if since else []
    said += [f"until {until}"] if until else []
    return f", {' '.join(said)}" if said else ""
