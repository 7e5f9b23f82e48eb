"""The letters that Heed sends by email, and the words that may be filled into each.

A placeholder is replaced, never evaluated. A letter that asks for a field which nobody
gave is an error at the time of writing, not a gap in somebody's inbox."""

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from heed.rulebook import sources

FOLDER = Path(__file__).parent / "letters"
PLACEHOLDER = re.compile(r"\{([a-z_]+)\}")
LINE_BREAKS = re.compile(r"[\r\n\u2028\u2029]+")


@dataclass(frozen=True)
class Letter:
    """One letter: a subject and a text with placeholders."""

    slug: str
    subject: str
    text: str

    def filled(self, fields: dict[str, str]) -> tuple[str, str]:
        """The subject and the text with every placeholder replaced. Raises KeyError."""
        subject = LINE_BREAKS.sub(" ", _fill(self.subject, fields))
        return subject, _fill(self.text, fields)


def _fill(text: str, fields: dict[str, str]) -> str:
    return PLACEHOLDER.sub(lambda found: str(fields[found.group(1)]), text)


@cache
def letter(slug: str) -> Letter:
    """The letter of this name. Raises FileNotFoundError."""
    first, _, text = (FOLDER / f"{slug}.txt").read_text().partition("\n\n")
    return Letter(slug, first.removeprefix("Subject: ").strip(), text)


def all_letters() -> list[Letter]:
    """Every letter that Heed can send."""
    return [letter(path.stem) for path in sorted(FOLDER.glob("*.txt"))]


def about_the_partnership(partnership) -> dict[str, str]:
    """What every letter may say of the partnership that sends it, and of the law."""
    return {
        "partnership": partnership.name,
        "telephone": partnership.business_unit_telephone,
        "front_door": partnership.front_door_telephone,
        "out_of_hours": partnership.out_of_hours_telephone,
        "duty_to_inform": sources.S16H.cited,
    }
