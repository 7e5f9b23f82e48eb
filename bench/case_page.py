"""A case with 5,000 events against the Django admin on the same tables (row 5b).

    .venv/bin/python -m bench.case_page [how many events]

Goals: the first window of the history at most 1/500 of the admin's page, all of it on
one page at most 1/150; it fails below 1/50. The case page itself stands beside them,
and the first window with names on: that is a reading, and its entry in the record
reaches the disk before the page goes out.
"""

import sys

from bench.peers import desk

EVENTS, FIRST, WHOLE, FLOOR = 5_000, 500, 150, 50


def main(count: int) -> int:
    desk.begin()
    from tests.cases.factories import NOON, it_is

    case, people = desk.a_case_with_its_people()
    desk.many_steps(case, count=count)
    with it_is(NOON):
        ours, admin = desk.browsers(people["manager"])
        peer = desk.cost(admin, f"/admin/cases/case/{case.pk}/change/", turns=3)
        page = f"/cases/{case.public_id}/"
        first = desk.cost(ours, f"{page}history/")
        whole = desk.cost(ours, f"{page}history/?all=1")
        of_case = desk.cost(ours, page)
        ours.post(f"{page}names/", {"names": "on"})
        with_names = desk.cost(ours, f"{page}history/")
    kept = [
        desk.line(f"first window of {count:,} events", first, peer, FIRST, FLOOR),
        desk.line(f"all {count:,} on one page", whole, peer, WHOLE, FLOOR),
    ]
    desk.line("the first window, with names on", with_names, peer, FIRST, FLOOR)
    desk.line("the case page", of_case, peer, FIRST, FLOOR)
    return int(not all(kept))


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]) if len(sys.argv) > 1 else EVENTS))
