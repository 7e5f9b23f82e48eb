"""The bank holidays of England and Wales, kept as a list that ships with Heed.

The list is written from the `holidays` library, and a test compares the two, so that
no due date moves because a library was updated and nobody looked:

    python -m heed.rulebook.bank_holidays > heed/rulebook/bank_holidays.txt
"""

import sys
from collections.abc import Mapping
from datetime import date
from functools import cache
from pathlib import Path

FIRST_YEAR, LAST_YEAR = 2018, 2035
LIST = Path(__file__).with_suffix(".txt")

# The library's names are its own; these are the names on gov.uk.
NAMES = {
    "May Day": "Early May bank holiday",
    "Spring Bank Holiday": "Spring bank holiday",
    "Late Summer Bank Holiday": "Summer bank holiday",
}
WEEKEND = 5  # Saturday, as date.weekday() counts


@cache
def known() -> Mapping[date, str]:
    """Every bank holiday in the list, with its name."""
    lines = LIST.read_text(encoding="utf-8").splitlines()
    pairs = (line.split(" ", maxsplit=1) for line in lines)
    return {date.fromisoformat(day): name for day, name in pairs}


def from_the_library() -> Mapping[date, str]:
    """What the `holidays` library says today, weekends left out."""
    from holidays import country_holidays

    years = range(FIRST_YEAR, LAST_YEAR + 1)
    england = country_holidays("GB", subdiv="ENG", years=years)
    return {
        day: _as_on_gov_uk(name)
        for day, name in sorted(england.items())
        if day.weekday() < WEEKEND
    }


def _as_on_gov_uk(name: str) -> str:
    plain = name.removesuffix(" (observed)")
    substitute = " (substitute day)" if plain != name else ""
    return NAMES.get(plain, plain) + substitute


def main() -> None:
    """Print the list, one holiday on a line."""
    for day, name in from_the_library().items():
        sys.stdout.write(f"{day.isoformat()} {name}\n")


if __name__ == "__main__":
    main()
