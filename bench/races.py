"""10,000 times, two or three partners sign the same decision in the same moment.

    .venv/bin/python -m bench.races [how many]

Real processes on real databases, in houses of their own (tests/faults/racing.py; the
suite runs 200). Goals: none lost, none double, signed off once by three, and the record
whole afterwards. It fails where one is missed.
"""

import os
import sys
import tempfile
import time
from pathlib import Path

import django

os.environ["DJANGO_SETTINGS_MODULE"] = "tests.settings"
django.setup()

from tests.faults.house import WITHOUT_WAITING, a_house  # noqa: E402

RACES, IN_A_HOUSE = 10_000, 500
COUNTED = "entries"


def main(count: int) -> int:
    begun, wrong, entries = time.monotonic(), [], 0
    for first in range(0, count, IN_A_HOUSE):
        races = min(IN_A_HOUSE, count - first)
        told = _raced(races)
        entries += told.pop(COUNTED)
        wrong += [f"{what}: {each}" for what, found in told.items() for each in found]
        spent = time.monotonic() - begun
        print(f"{first + races:>6,} races, {len(wrong)} wrong, {spent:,.0f} s")
    print(*wrong, sep="\n")
    per_race = (time.monotonic() - begun) / count
    print(f"{entries:,} entries in the record; {1_000 * per_race:.0f} ms a race")
    print("LOST OR DOUBLE" if wrong else "none lost, none double")
    return int(bool(wrong))


def _raced(races: int) -> dict:
    """What was wrong in a house of its own, by what was raced there."""
    with tempfile.TemporaryDirectory() as folder:
        house = a_house(Path(folder) / "house")
        return house.told("tests.faults.racing", **WITHOUT_WAITING, RACES=str(races))


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]) if len(sys.argv) > 1 else RACES))
