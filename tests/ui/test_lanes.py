"""Many agencies' entries over time: nothing is left out of the picture, nothing of the
picture is left out of the table, and what is kept from view is not told."""

import datetime as dt
import re
import xml.etree.ElementTree as ET

import pytest
from django.template.loader import render_to_string
from django.utils.safestring import mark_safe
from hypothesis import given, settings
from hypothesis import strategies as st

from heed.ui.lanes import Child, Life, Mark, Shade, lanes, rows_of, svg_of
from heed.ui.lanes.ages import ages, months_after
from heed.ui.lanes.drawing import WIDE
from heed.ui.lanes.scale import MOST, Scale
from heed.ui.lanes.stacking import MOST_THIN, ROWS, SIZE

NAMES = ("Children's Services", "Police", "Hospital")
START = dt.date(2024, 1, 1)
YEAR = (START, dt.date(2024, 12, 31))


def day(number):
    return START + dt.timedelta(days=number)


def mark(number, *, first, last=None, lane="Police", **more):
    last = first if last is None else last
    return Mark(lane=lane, first=day(first), last=day(last), number=number, **more)


def drawn(*marks, period=YEAR, **more):
    return lanes(marks, names=NAMES, period=period, **more)


def page(picture):
    told = {"picture": picture, "rows": rows_of(picture)}
    figure = {"picture": picture, "drawing": mark_safe(svg_of(picture))}
    return render_to_string("ui/lanes.html", figure) + render_to_string(
        "ui/lanes_table.html", told
    )


many = st.lists(
    st.builds(
        lambda first, long, lane, seen: (first, long, lane, seen),
        st.integers(-40, 420),
        st.sampled_from([0, 0, 0, 6, 30]),
        st.sampled_from(NAMES),
        st.sampled_from(["yes", "no", "not_recorded"]),
    ),
    max_size=120,
)


@settings(max_examples=40)
@given(many)
def test_every_entry_of_the_period_is_in_the_picture_and_in_the_table_once(given_rows):
    marks = [
        mark(str(n), first=first, last=first + long, lane=lane, seen=seen)
        for n, (first, long, lane, seen) in enumerate(given_rows)
    ]
    picture = drawn(*marks)
    expected = {m.number for m in marks if m.last >= YEAR[0] and m.first <= YEAR[1]}
    shown = [
        each.number
        for lane in picture.lanes
        for each in (
            *(placed.mark for placed in lane.placed),
            *(m for column in lane.columns for m in column.marks),
        )
    ]
    told = [m.number for row in rows_of(picture) for cell in row.cells for m in cell]
    assert sorted(shown) == sorted(expected) == sorted(told)
    assert picture.entries == len(expected)


@settings(max_examples=40)
@given(many)
def test_no_mark_covers_another_of_its_lane(given_rows):
    marks = [
        mark(str(n), first=first, last=first + long, lane=lane)
        for n, (first, long, lane, _) in enumerate(given_rows)
    ]
    for lane in drawn(*marks).lanes:
        for row in range(ROWS):
            those = sorted(p.x for p in lane.placed if p.row == row)
            ends = [
                p.end for p in sorted(lane.placed, key=lambda p: p.x) if p.row == row
            ]
            assert all(end + SIZE <= x for end, x in zip(ends, those[1:], strict=False))


@given(st.integers(1, 40_000), st.dates(dt.date(1900, 1, 1), dt.date(2100, 1, 1)))
def test_the_days_above_the_lanes_are_in_order_and_never_crowd(days, first):
    last = first + dt.timedelta(days=days - 1)
    scale = Scale(first=first, last=last, left=0, wide=1000)
    ticks = [tick.day for tick in scale.ticks()]
    assert ticks == sorted(set(ticks))
    assert len(ticks) <= MOST + 1
    assert all(first <= tick <= last for tick in ticks)
    assert scale.x(last + dt.timedelta(days=1)) == 1000


def test_the_whole_picture_stands_on_the_desks_page_without_being_moved():
    inside_its_frame = 1120 - 2
    assert drawn().width <= inside_its_frame


def test_an_agency_without_an_entry_keeps_its_lane():
    assert [lane.name for lane in drawn(mark("1", first=3)).lanes] == list(NAMES)


def test_a_lane_with_more_than_there_is_room_for_counts_and_says_so():
    picture = drawn(*(mark(str(n), first=100) for n in range(40)))
    police = picture.lanes[1]
    assert not police.placed
    assert [len(column.marks) for column in police.columns] == [40]
    assert "the tallest is 40" in page(picture)


def test_a_key_episode_is_shown_also_where_a_lane_counts():
    marks = [mark(str(n), first=100, key=n == 7) for n in range(40)]
    assert svg_of(drawn(*marks)).count('class="heed-lanes__key"') == 1


def test_what_is_kept_from_view_shows_that_it_is_there_and_not_what_it_says():
    picture = drawn(mark("5", first=3, words="At 4 Plover Close", held=True))
    shown = page(picture)
    assert "Plover" not in shown
    assert "Kept from view" in shown
    assert "kept from view: 1" in shown


def test_words_of_an_entry_cannot_become_a_part_of_the_page():
    picture = drawn(
        mark("1", first=3, words='</title><script>x</script>"'),
        shades=[Shade(first=day(5), last=day(9), words="<b>gap</b>")],
        lives=[Life(on=day(1), words="<i>born</i>")],
        children=[Child(name="<u>Kestrel</u>", born=day(0))],
    )
    shown = page(picture)
    assert not re.search("<(script|b|i|u)>", shown)
    ET.fromstring(svg_of(picture))


def test_a_press_leads_to_the_entry_or_to_the_days_of_a_column():
    alone = svg_of(drawn(mark("5", first=3)), entry=lambda m: f"#entry-{m.number}")
    assert 'href="#entry-5" tabindex="-1"' in alone
    crowd = drawn(*(mark(str(n), first=100) for n in range(40)))
    led = svg_of(crowd, period=lambda column: f"?from={column.first}")
    assert f'href="?from={crowd.lanes[1].columns[0].first}"' in led


def test_gaps_and_life_events_are_told_in_the_table_under_their_letter():
    picture = drawn(
        mark("1", first=3),
        shades=[Shade(first=day(31), last=day(77), words="No child seen for 47 days")],
        lives=[
            Life(on=day(300), words="Kestrel died"),
            Life(on=day(2), words="Kestrel was born"),
        ],
    )
    told = [words for row in rows_of(picture) for words in row.beside]
    assert told == [
        "A: 3 January 2024, Kestrel was born",
        "1 February 2024 to 18 March 2024: No child seen for 47 days",
        "B: 27 October 2024, Kestrel died",
    ]


def test_entries_without_a_day_are_counted_beside_the_picture():
    assert "2 more have no date" in page(drawn(mark("1", first=3), without_a_day=2))


def test_a_period_that_ends_before_it_begins_is_refused():
    with pytest.raises(ValueError, match="ends before it begins"):
        drawn(period=(day(5), day(4)))


def test_a_childs_age_is_told_in_months_in_a_short_period_and_in_years_in_a_long_one():
    child = Child(name="Kestrel", born=dt.date(2023, 3, 5), died=dt.date(2024, 6, 1))
    short = Scale(first=YEAR[0], last=YEAR[1], left=0, wide=WIDE)
    words = [age.words for age in ages(child, short)]
    assert words == ["10 m", "11 m", "1 year", "13 m", "14 m"]
    long = Scale(first=dt.date(2020, 1, 1), last=dt.date(2030, 1, 1), left=0, wide=WIDE)
    older = Child(name="Kestrel", born=dt.date(2023, 3, 5))
    assert [age.words for age in ages(older, long)][:3] == ["born", "1 year", "2 years"]


def test_a_birthday_on_29_february_falls_on_1_march_in_other_years():
    born = dt.date(2020, 2, 29)
    assert months_after(born, 12) == dt.date(2021, 3, 1)
    assert months_after(born, 48) == dt.date(2024, 2, 29)


def test_the_picture_of_five_thousand_entries_is_drawn_from_few_enough_parts():
    marks = [
        mark(str(n), first=n % 366, lane=NAMES[n % 3], seen="yes") for n in range(5000)
    ]
    assert len(svg_of(drawn(*marks))) < 300_000


def test_every_stretch_in_which_something_is_missing_stands_above_the_lanes():
    long, short = (
        Shade(first=day(first), last=day(last), words=words, is_silence=silent)
        for first, last, words, silent in (
            (0, 300, "Never alone or heard", False),
            (40, 86, "No child seen for 47 days", True),
        )
    )
    picture = drawn(mark("1", first=3), shades=[short, long])
    svg = svg_of(picture)

    assert picture.missing == ((long, 0), (short, 1))
    assert svg.count("heed-lanes__missing ") == 2
    # What lasts for most of the time would hide what is a silence.
    assert svg.count('class="heed-lanes__gap"') == 1
    assert picture.lanes[0].top == picture.top > drawn(mark("1", first=3)).top
    assert any(
        "Never alone" in words for row in rows_of(picture) for words in row.beside
    )


def test_of_very_many_stretches_none_is_left_out():
    shades = [Shade(first=day(n), last=day(200 + n), words=str(n)) for n in range(40)]
    picture = drawn(mark("1", first=3), shades=shades)
    assert {shade.words for shade, _ in picture.missing} == {str(n) for n in range(40)}
    assert max(row for _, row in picture.missing) == MOST_THIN - 1
