"""The list of cases, the board and My work over 50,000 cases, against the Django admin
on the same tables (row 5a).

    .venv/bin/python -m bench.cases [how many cases]

Goals: the list at most 1/40 of the admin's processor time and four queries beyond those
that say who asks; as much for somebody who may open all as for somebody with five
hundred; it fails below 1/15.
"""

import sys

from bench.peers import desk

CASES, FEW, GOAL, FLOOR = 50_000, 500, 40, 15


def main(count: int) -> int:
    desk.begin()
    from tests.cases.factories import NOON, it_is

    like, people = desk.a_case_with_its_people()
    desk.many_cases(like, people, count=count, few=FEW)
    kept = []
    with it_is(NOON):
        ours, admin = desk.browsers(people["manager"])
        few, _ = desk.browsers(people["coordinator"])
        peer = desk.cost(admin, "/admin/cases/case/")
        all_of_them = desk.cost(ours, "/cases/")
        kept.append(
            desk.line(f"the list, of {count:,}", all_of_them, peer, GOAL, FLOOR)
        )
        some = desk.cost(few, "/cases/")
        kept.append(desk.line(f"the list, of {FEW:,}", some, peer, GOAL, FLOOR))
        for page in (
            "/cases/?reference=B-12",
            "/cases/?stage=closed",
            "/deadlines/",
            "/",
        ):
            spent = desk.cost(ours, page)
            desk.line(f"{page}, of {count:,}", spent, peer, GOAL, FLOOR)
    return int(not all(kept))


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]) if len(sys.argv) > 1 else CASES))
