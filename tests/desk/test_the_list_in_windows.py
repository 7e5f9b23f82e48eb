"""The list of cases and the board of what is due are shown a window at a time: nothing
is skipped, nothing comes twice, and the database walks along an index."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from heed.cases.actions import note_earliest_awareness
from heed.cases.models import Case
from heed.cases.models.spine import drawn_up, places_held_by, probed
from heed.cases.queries import Place, Sought, ways, window_of_cases
from heed.cases.queries.listing import lines_of
from heed.desk.board import Position, due_for
from heed.partnership.one_look import one_look
from heed.rulebook.language import Role
from heed.rulebook.roles import READS_THE_CASE
from tests.cases.factories import NOON, a_case, declared, it_is, the_people
from tests.desk.test_the_desk_is_light import a_desk
from tests.partnership.factories import a_partnership, a_person, also, signed_in
from tests.walked import walked_once

pytestmark = pytest.mark.django_db


@walked_once
def five_cases():
    """Five cases of one area, two of them opened at one moment; the newest first."""
    partnership = a_partnership(at=NOON)
    people = the_people(partnership)
    opened = (0, 1, 1, 2, 3)
    cases = [
        a_case(partnership, at=NOON + timedelta(minutes=minute)) for minute in opened
    ]
    for case in cases:
        declared(case, *people.values())
        note_earliest_awareness(case, on=NOON.date(), by=people["manager"], at=NOON)
    return sorted(cases, key=lambda each: (-each.opened_at.timestamp(), each.pk.hex))


def manager_of(cases):
    grant = cases[0].accessgrants.get(role="manager")
    return grant.person


def walk(person, most, **sought):
    found, after = [], None
    while True:
        window = window_of_cases(
            person, Sought(after=after, **sought), most=most, at=NOON
        )
        found += [each.pk for each in window.cases]
        if window.more_after is None:
            return found
        after = Place.read(str(window.more_after))


@pytest.mark.parametrize("many", [0, 2_000])
@pytest.mark.parametrize("most", [1, 2, 4, 5, 9])
def test_a_window_skips_and_repeats_no_case(most, many, monkeypatch):
    monkeypatch.setattr(ways, "MANY", many)
    cases = five_cases()
    assert walk(manager_of(cases), most) == [case.pk for case in cases]


def test_a_case_opened_meanwhile_moves_nothing():
    cases = five_cases()
    person = manager_of(cases)
    first = window_of_cases(person, Sought(), most=2, at=NOON)
    declared(a_case(cases[0].partnership, at=NOON + timedelta(hours=1)), person)

    rest = window_of_cases(person, Sought(after=first.more_after), most=9, at=NOON)

    assert [each.pk for each in rest.cases] == [case.pk for case in cases[2:]]


def test_it_is_narrowed_by_reference_and_by_stage():
    cases = five_cases()
    person, one = manager_of(cases), cases[3]
    assert walk(person, 2, reference=one.reference.lower()) == [one.pk]
    assert walk(person, 2, stage=one.stage) == [case.pk for case in cases]
    assert walk(person, 2, stage="closed") == []


def test_somebody_of_two_areas_has_one_list_in_one_order():
    cases = five_cases()
    person = manager_of(cases)
    elsewhere = a_partnership(at=NOON)
    also(person, Role.MANAGER, partnership=elsewhere, at=NOON)
    there = a_case(elsewhere, at=NOON + timedelta(minutes=1, seconds=30))
    declared(there, person)
    wanted = [case.pk for case in cases]
    assert walk(person, 2) == [*wanted[:2], there.pk, *wanted[2:]]


@pytest.mark.parametrize("among", [drawn_up, probed])
def test_both_ways_find_the_same_and_leave_out_the_same(among):
    cases = five_cases()
    person = manager_of(cases)
    cases[0].accessgrants.filter(person=person).update(ends_on=NOON.date())
    later = NOON + timedelta(days=1)
    assert Case.objects.visible_to(person, at=NOON, among=among).count() == 5
    assert Case.objects.visible_to(person, at=later, among=among).count() == 4
    stranger = a_person("manager", at=NOON)
    assert not Case.objects.visible_to(stranger, at=NOON, among=among).exists()


def plan_of(person, sought=None):
    """How SQLite goes about it; PostgreSQL, which says it otherwise, runs other tests."""
    way, area = (probed, person.partnership_id) if ways.MANY == 0 else (drawn_up, None)
    places = places_held_by(person, READS_THE_CASE, at=NOON)
    values = {"person": person, "today": NOON.date()} | (sought or Sought()).values
    return lines_of.drawn(way, places, area, 101, **values).explain()


def test_of_many_cases_the_database_walks_along_the_index(monkeypatch):
    monkeypatch.setattr(ways, "MANY", 0)
    person = manager_of(five_cases())
    after = Place(NOON, five_cases()[0].pk)
    for plan in (plan_of(person), plan_of(person, Sought(after=after))):
        assert "cases_case USING INDEX cases_case_partner" in plan
        assert "B-TREE FOR ORDER BY" not in plan.split("CORRELATED")[0]
        assert "SCAN" not in plan.replace("SCAN CONSTANT ROW", "")


def test_of_few_cases_it_begins_with_the_list_of_the_person():
    plan = plan_of(manager_of(five_cases()))
    assert "cases_case USING INDEX sqlite_autoindex_cases_case_1 (id=?)" in plan
    assert "SCAN" not in plan


def test_the_list_itself_asks_four_questions_at_most():
    people = a_desk(cases=3)
    with one_look(), CaptureQueriesContext(connection) as asked:
        found = window_of_cases(people["manager"], Sought(), most=100, at=NOON)
    who_asks = 2  # roles and lock; a page has asked for them already
    assert len(found.cases) == 3
    assert len(asked) - who_asks <= 4, [each["sql"] for each in asked.captured_queries]


def test_nothing_is_asked_by_a_list_of_cases_in_words(client):
    people = a_desk(cases=3)
    with it_is(NOON):
        browser = signed_in(client, people["manager"])
        for page in ("/", "/cases/", "/deadlines/"):
            with CaptureQueriesContext(connection) as asked:
                browser.get(page)
            for each in asked.captured_queries:
                assert each["sql"].count("', '") < 60, each["sql"][:300]


def test_the_page_leads_to_older_cases_and_back(client, monkeypatch):
    monkeypatch.setattr("heed.desk.listing.table_of_cases.__kwdefaults__", {"most": 2})
    cases = five_cases()
    with it_is(NOON):
        browser = signed_in(client, manager_of(cases))
        page = browser.get("/cases/").content.decode()
        assert "Older cases" in page
        assert cases[1].reference in page
        assert cases[2].reference not in page
        nonsense = browser.get("/cases/?after=yesterday&stage=nowhere")
        narrowed = browser.get("/cases/?reference=%22%3Cb%3E")
    assert "govuk-form-group--error" in nonsense.content.decode()
    assert 'value="&quot;&lt;b&gt;"' in narrowed.content.decode()
    assert "govuk-form-group--error" not in page


def test_the_board_goes_on_where_it_ended():
    cases = five_cases()
    person = manager_of(cases)
    whole = due_for(person, at=NOON).rows
    found, after = [], None
    while True:
        board = due_for(person, after=after, most=2, at=NOON)
        found += board.rows
        if board.more_after is None:
            break
        after = Position.read(str(board.more_after))
    assert [row.key for row in found] == [row.key for row in whole]
    assert len(whole) == 5
