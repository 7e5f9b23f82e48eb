"""The history of a case is read a hundred steps at a time, or whole, to print."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from heed.cases.actions import note_circumstance
from heed.cases.history import (
    history_of,
    steps_before,
    steps_of,
    stretch_of_history,
)
from heed.partnership.one_look import one_look
from heed.rulebook.circumstances import Circumstance
from tests.cases.factories import NOON, a_case_with_people, it_is
from tests.partnership.factories import signed_in
from tests.walked import walked_once

pytestmark = pytest.mark.django_db


@walked_once
def a_case_with_a_history(*, steps=7):
    case, people = a_case_with_people()
    for number in range(steps):
        note_circumstance(
            case,
            circumstance=Circumstance.INQUEST,
            is_over=False,
            since_on=NOON.date(),
            words=f"<b>Note {number}</b>\nand more",
            by=people["coordinator"],
            at=NOON + timedelta(minutes=number // 2),
        )
    return case, people


@pytest.mark.parametrize("most", [1, 2, 3, 50])
def test_windows_of_the_history_are_the_history_turned_round(most):
    case, people = a_case_with_a_history()
    whole = history_of(case, people["icb"], at=NOON)
    found, before = [], None
    while True:
        found_now = stretch_of_history(
            case, people["icb"], before=before, most=most, at=NOON
        )
        found += found_now.steps
        if found_now.more_before is None:
            break
        before = found_now.more_before
    assert [each.taken.pk for each in found] == [
        each.taken.pk for each in reversed(whole)
    ]
    assert [each.reasons for each in whole if each.reasons] == [
        f"<b>Note {number}</b>\nand more" for number in range(7)
    ]
    assert [each.reasons for each in found if each.reasons][:1] == [
        "<b>Note 6</b>\nand more"
    ]


def pages_of(client, case, person, *paths):
    with it_is(NOON):
        browser = signed_in(client, person)
        for path in paths:
            yield browser.get(f"/cases/{case.public_id}/history/{path}").text


def test_a_page_leads_to_older_steps_and_words_are_never_markup(client, monkeypatch):
    monkeypatch.setattr("heed.cases.history_page.STEPS_AT_ONCE", 2)
    case, people = a_case_with_a_history()
    first, whole = pages_of(client, case, people["icb"], "", "?all=1")
    assert "Older steps" in first
    assert first.count('class="heed-timeline__event"') == 1  # two would part a moment
    assert "&lt;b&gt;Note 6&lt;/b&gt;<br>and more" in first
    assert "Older steps" not in whole
    assert "&lt;b&gt;Note 0&lt;/b&gt;" in whole
    (nonsense,) = pages_of(client, case, people["icb"], "?before=the-beginning")
    assert "Note 6" in nonsense


def test_a_history_is_read_in_two_looks_however_long_it_is():
    case, people = a_case_with_a_history()
    with one_look():
        stretch_of_history(case, people["icb"], before=None, most=1, at=NOON)
        with CaptureQueriesContext(connection) as asked:
            history_of(case, people["icb"], at=NOON)
    assert len(asked) <= 2, [each["sql"] for each in asked.captured_queries]


@pytest.mark.parametrize("within", [{}, {"at__lt": NOON}])
def test_a_window_walks_along_an_index_however_long_the_history_is(within):
    case, _ = a_case_with_a_history()
    plan = steps_of.drawn(101, case=case.pk, **within).explain()
    assert "USING INDEX cases_stept_case" in plan
    assert "B-TREE" not in plan
    before = steps_before.drawn(101, case=case.pk, **within).explain()
    assert "SCAN" not in before
