"""The composite is read a window at a time: put one after the other, the windows are
the whole, whatever came in which order; and what is counted unread is what is there."""

import random
from datetime import date, timedelta

import pytest

from heed.chronologies.models import Restricted, Row
from heed.chronologies.queries import (
    Sought,
    chronologies_of,
    composite_of,
    composite_until,
    in_order,
)
from heed.partnership.one_look import one_look
from tests.cases.factories import NOON, a_case_with_people
from tests.chronologies.factories import brought_in
from tests.partnership.factories import an_organisation

pytestmark = pytest.mark.django_db
ALL, NOBODY = frozenset(Restricted.values), frozenset()
SAYS = (
    "Home visit",
    "Sub judice: an interview with the police",
    "The mother rang; “not now”, she said <twice> & hung up",
)


def typed(chance: random.Random) -> str:
    """A row as some agency types it: dated in some way, or not at all."""
    day = date(2025, 1, 1) + timedelta(days=chance.randrange(40))
    when = chance.choice(
        [f"{day:%d/%m/%Y}", f"{day:%B %Y}", f"{day:%Y}", "", "31/9/25"]
    )
    clock = chance.choice(["", "", "10:30", "23:05"])
    source = chance.choice(["Case notes", ""])
    return f"{when},{clock},{source},{chance.choice(SAYS)},Y,,,"


def a_case_of_three_agencies(seed: int):
    """Rows of three agencies, each in two files, the second beside the first."""
    chance = random.Random(seed)
    case, people = a_case_with_people()
    for name in ("Hospital", "Police", "School"):
        agency = an_organisation(case.partnership, "community", name=name, at=NOON)
        for part in range(2):
            rows = [typed(chance) for _ in range(chance.randrange(3, 9))]
            how = {"instead_of": ()} if part else {}
            brought_in(case, agency, people, *rows, **how)
    gone = chance.choice(Row.objects.filter(case=case).order_by("number"))
    gone.gone_in = gone.came_in
    gone.save(update_fields=["gone_in"])
    return case


def in_windows(case, cleared):
    """Every window of the composite, one after the other."""
    page, found = 1, []
    while page:
        window = composite_of(case, Sought(), cleared=cleared, page=page)
        found += window.rows
        page = window.later_page
    return found, window


@pytest.mark.parametrize("cleared", [ALL, NOBODY], ids=["cleared", "not cleared"])
@pytest.mark.parametrize("most", [1, 4, 1000])
def test_windows_make_up_the_whole_in_the_order_of_time(monkeypatch, cleared, most):
    monkeypatch.setattr("heed.chronologies.queries.composite.AT_A_TIME", most)
    case = a_case_of_three_agencies(seed=most)
    kept = list(Row.objects.filter(case=case, gone_in=None))
    ordered = sorted(kept, key=lambda row: in_order(row, row.number))

    with one_look():
        rows, last = in_windows(case, cleared)
        whole = composite_of(case, Sought(), cleared=cleared, whole=True)

    assert rows == whole.rows
    assert [row.pk for row in rows] == [row.pk for row in ordered]
    for row, as_kept in zip(rows, ordered, strict=True):
        named = ("number", "earliest", "latest", "time", "kind", "restricted", "doubt")
        assert [getattr(row, n) for n in named] == [getattr(as_kept, n) for n in named]
        assert row.cited == as_kept.cited
        assert row.told_by == as_kept.chronology.told_by
        assert bool(row.without_source) == as_kept.without_source
        hidden = bool(as_kept.restricted) and as_kept.restricted not in cleared
        assert (row.hidden, row.words) == (hidden, {} if hidden else as_kept.words)
    for counted in (last, whole):
        assert counted.total == len(kept)
        assert counted.hidden == sum(row.hidden for row in rows)
        assert counted.undated == sum(row.stands_on is None for row in kept)


def test_what_is_narrowed_down_tells_of_a_row_what_the_whole_tells():
    case = a_case_of_three_agencies(seed=7)
    whole = composite_of(case, Sought(), cleared=ALL, whole=True).rows

    without = composite_of(case, Sought(no_source=True), cleared=ALL, whole=True)
    said = composite_of(case, Sought(text="mother"), cleared=ALL, whole=True)

    assert without.rows == [row for row in whole if row.without_source]
    assert said.rows == [row for row in whole if "mother" in row.words["event"]]
    assert without.rows
    assert said.rows


def test_rows_of_each_agency_are_counted_as_they_stand():
    case = a_case_of_three_agencies(seed=3)

    for each in chronologies_of(case):
        standing = [row for row in each.rows.all() if row.gone_in_id is None]
        bare = [r for r in standing if r.without_source and not r.restricted]
        assert each.count == len(standing)
        assert each.in_doubt == sum(bool(row.doubt) for row in standing)
        assert each.no_source == len(bare)


def test_the_window_until_a_day_ends_with_its_rows(monkeypatch):
    monkeypatch.setattr("heed.chronologies.queries.composite.AT_A_TIME", 3)
    case = a_case_of_three_agencies(seed=5)
    whole = composite_of(case, Sought(), cleared=ALL, whole=True).rows
    day = whole[len(whole) // 2].latest

    window = composite_until(case, day, cleared=ALL)

    assert window.rows == whole[window.first : window.last]
    stands = {row.pk: row.stands_on for row in Row.objects.filter(case=case)}
    assert stands[window.rows[-1].pk] <= day
    assert stands[whole[window.last].pk] is None or stands[whole[window.last].pk] > day
