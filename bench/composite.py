"""The composite of a chronology of 5,000 rows as served: its first window, and all
of it on one page, with every row's words opened; and the pages that look through all
of them for accounts of one event, for themes and for gaps.

    .venv/bin/python -m bench.composite [how many rows]

Goals, in milliseconds of the processor for the whole answer: 10 for the first window,
120 for every other, with names on. It fails while one is missed.
"""

import sys
from datetime import date, timedelta

from bench.peers import desk

ROWS, AGENCIES = 5_000, 10
FIRST_DAY = date(2015, 1, 1)
GOALS = {
    "the first window": ("", 10.0),
    "all of it on one page": ("print/", 120.0),
    "what may be one event": ("events/", 120.0),
    "themes": ("themes/", 120.0),
    "gaps": ("gaps/", 120.0),
}
SAID = (
    "Home visit by the health visitor; the baby was seen and weighed",
    "The mother rang the surgery and asked for an appointment",
    "Officers were called to an argument; nobody was hurt",
    "Not brought to the clinic, and no reason was given",
)


def told(agency: int, count: int):
    """So many rows of one agency, over some years."""
    for number in range(count):
        day = FIRST_DAY + timedelta(days=(number * AGENCIES + agency) % 4_000)
        words = SAID[number % len(SAID)]
        yield f"{day:%d/%m/%Y},,Case notes,{words},Y,,Advice was given,"


def brought(case, people, count: int) -> None:
    """The rows, brought in by each agency in a file of its own."""
    from tests.cases.factories import NOON
    from tests.chronologies.factories import brought_in
    from tests.partnership.factories import an_organisation

    for agency in range(AGENCIES):
        of = an_organisation(
            case.partnership, "community", name=f"Agency {agency}", at=NOON
        )
        brought_in(case, of, people, *told(agency, count // AGENCIES))


def main(count: int) -> int:
    desk.begin()
    from tests.cases.factories import NOON, it_is

    case, people = desk.a_case_with_its_people()
    brought(case, people, count)
    start = f"/cases/{case.public_id}/"
    with it_is(NOON):
        ours, _ = desk.browsers(people["manager"])
        ours.post(f"{start}names/", {"names": "on"})
        spent = {
            what: desk.cost(ours, f"{start}chronology/{page}")
            for what, (page, _) in GOALS.items()
        }
    kept = True
    for what, (queries, ms) in spent.items():
        goal = GOALS[what][1]
        said = "as asked" if ms <= goal else "MISSED"
        kept &= ms <= goal
        print(f"{what:24} {queries:3} queries {ms:8.1f} ms   goal {goal:g} ({said})")
    return int(not kept)


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]) if len(sys.argv) > 1 else ROWS))
