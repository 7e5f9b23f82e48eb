"""Episodes, themes and notes stand on rows, and stay with them over a newer file."""

from datetime import date

import pytest
from django.urls import reverse

from heed.cases.steps import Refused
from heed.chronologies.actions import restrict_row
from heed.chronologies.actions.episodes import (
    amend_key_episode,
    mark_episode,
    take_row_out,
)
from heed.chronologies.actions.notes import write_chronology_note
from heed.chronologies.actions.themes import add_themes, say_themes
from heed.chronologies.models import (
    ChronologyNote,
    KeyEpisode,
    Row,
    RowInEpisode,
    RowTheme,
)
from heed.chronologies.queries import Sought, composite_of
from heed.chronologies.queries.episodes import episodes_in
from heed.chronologies.queries.marks import marks_of
from heed.chronologies.queries.themes import themes_in
from tests.cases.factories import NOON, it_is
from tests.chronologies.factories import LATER, ROWS, a_chronology, brought_in
from tests.chronologies.test_the_pages import browser_of, names_on, told

pytestmark = pytest.mark.django_db
NAME, WHY = "The door that stayed shut", "Nobody asked who had answered it."
NOBODY = frozenset()


def row_that_says(case, words):
    found = [row for row in Row.objects.filter(case=case) if words in str(row.words)]
    [row] = found
    return row


def an_episode(case, people, *rows, at=NOON):
    numbers = ", ".join(row.cited for row in rows)
    said = {"name": NAME, "why": WHY, "rows": numbers}
    return mark_episode(case, **said, by=people["coordinator"], at=at)


def test_rows_are_chosen_in_the_composite_and_marked_as_an_episode():
    came, people = a_chronology()
    case, browser = came.case, names_on(browser_of(people["coordinator"]), came.case)
    visit = row_that_says(case, "Home visit")
    door = row_that_says(case, "Nobody answered")
    page = told(browser, "chronology", case.public_id)
    assert f'name="row" value="{door.cited}" form="chosen-rows"' in page

    chosen = browser.get(
        reverse("mark_episode", args=[case.public_id]),
        {"row": [visit.cited, door.cited]},
    )
    assert f'value="{visit.cited}, {door.cited}"' in chosen.text
    said = {"name": NAME, "why": WHY, "rows": f"{visit.cited}-{door.cited}"}
    listed = told(browser, "mark_episode", case.public_id, **said)
    assert NAME in listed
    assert WHY in listed
    episode = KeyEpisode.objects.get()
    between = Row.objects.filter(number__range=(visit.number, door.number))
    assert episode.members.count() == between.count()
    assert f"Key episode: {NAME}" in told(browser, "chronology", case.public_id)
    row = told(browser, "chronology_row", door.public_id)
    assert NAME in row


def test_with_names_off_neither_name_nor_reason_is_shown():
    came, people = a_chronology()
    case = came.case
    episode = an_episode(case, people, row_that_says(case, "Nobody answered"))
    browser_off = browser_of(people["coordinator"])
    for name in ("chronology", "key_episodes", "chronology_picture"):
        assert NAME not in told(browser_off, name, case.public_id)
    assert "Key episode<" in told(browser_off, "chronology", case.public_id)
    amended = told(browser_off, "amend_key_episode", episode.public_id)
    assert NAME not in amended
    picture = told(browser_off, "chronology_picture", case.public_id)
    door = row_that_says(case, "Nobody answered")
    assert f"key episode: {door.cited}" in picture


def test_an_episode_is_set_right_its_rows_taken_out_and_put_in_again():
    came, people = a_chronology()
    case, browser = came.case, names_on(browser_of(people["coordinator"]), came.case)
    door = row_that_says(case, "Nobody answered")
    episode = an_episode(case, people, row_that_says(case, "Home visit"), door)
    member = episode.members.get(row=door)
    told(browser, "take_row_out", member.public_id, once="a" * 32)
    assert NAME not in told(browser, "chronology_row", door.public_id)
    again = {"episode": episode.public_id, "rows": door.cited}
    told(browser, "mark_episode", case.public_id, **again)
    assert NAME in told(browser, "chronology_row", door.public_id)
    only = {"name": "Renamed", "why": WHY, "rows": door.cited}
    only |= {"first_day-day": "1", "first_day-month": "5", "first_day-year": "2025"}
    told(browser, "amend_key_episode", episode.public_id, **only)
    [shown] = episodes_in(case, cleared=NOBODY)
    assert (shown.kept.name, shown.numbers) == ("Renamed", door.cited)
    assert shown.kept.first_day == date(2025, 5, 1)
    told(browser, "amend_key_episode", episode.public_id, **only, wrong="on")
    assert episodes_in(case, cleared=NOBODY) == []


def test_what_cannot_be_marked_is_refused_in_a_sentence():
    came, people = a_chronology()
    case, by = came.case, {"by": people["coordinator"], "at": NOON}
    said = {"name": NAME, "why": WHY}
    for rows, why in (
        ("", "Say which rows"),
        ("twelve", "is not the number of a row"),
        ("900", "You cannot choose row 900"),
        ("900-902", "There is no row from 900 to 902"),
    ):
        with pytest.raises(Refused, match=why):
            mark_episode(case, **said, rows=rows, **by)
    with pytest.raises(Refused, match="Give the episode a name"):
        mark_episode(case, rows="1", name=" ", why=WHY, **by)
    days = {"first_day": date(2025, 5, 2), "last_day": date(2025, 5, 1)}
    with pytest.raises(Refused, match="last day is before"):
        mark_episode(case, rows="1", **said, **days, **by)
    assert not KeyEpisode.objects.exists()


def test_marks_stay_over_a_newer_file_and_say_where_the_row_has_changed():
    came, people = a_chronology()
    case, agency = came.case, came.chronology.organisation
    visit = row_that_says(case, "Home visit")
    door = row_that_says(case, "Nobody answered")
    summer = row_that_says(case, "Summer holidays")
    an_episode(case, people, visit, door, summer)
    newer = [row.replace("Plan agreed", "No plan was agreed") for row in ROWS]
    newer = [row for row in newer if "Summer" not in row]
    brought_in(case, agency, people, *newer, at=LATER)

    [episode] = episodes_in(case, cleared=NOBODY)
    said = {each.row.pk: (each.has_changed, each.is_gone) for each in episode.rows}
    assert said == {
        visit.pk: (True, False),
        door.pk: (False, False),
        summer.pk: (False, True),
    }
    browser = names_on(browser_of(people["coordinator"]), case)
    page = told(browser, "key_episodes", case.public_id)
    assert page.count("This entry has changed since") == 1
    assert "has this row no more" in page
    # What is set right then keeps the row that is gone, and may drop what stands.
    said = {"name": NAME, "why": WHY, "rows": visit.cited}
    amend_key_episode(episode.kept, **said, by=people["coordinator"], at=LATER)
    standing = RowInEpisode.objects.filter(taken_out_at=None)
    assert {each.row_id for each in standing} == {visit.pk, summer.pk}


def test_of_a_restricted_row_others_learn_nothing_by_what_is_marked_on_it():
    came, people = a_chronology()
    case = came.case
    hidden = Row.objects.get(case=case, restricted="sub_judice")
    visit = row_that_says(case, "Home visit")
    episode = an_episode(case, people, visit, hidden)
    by = {"by": people["coordinator"], "at": NOON}
    words = "The interview says otherwise"
    note = {"words": words, "where": "row", "row": hidden.cited, "is_shared": True}
    write_chronology_note(case, **note, **by)

    police = names_on(browser_of(people["police"]), case)
    for name in ("chronology", "chronology_notes", "key_episodes"):
        assert words not in told(police, name, case.public_id)
    assert "1 more is restricted" in told(police, "key_episodes", case.public_id)
    assert NAME not in told(police, "chronology_row", hidden.public_id)
    sought = Sought(episode=episode.public_id)
    assert [
        [row.pk for row in composite_of(case, sought, cleared=who).rows]
        for who in (NOBODY, frozenset({"sub_judice"}))
    ] == [[visit.pk], [visit.pk, hidden.pk]]
    # Nor do they read its name, or why it matters, nor change it.
    pages = [
        told(police, name, case.public_id) for name in ("chronology", "key_episodes")
    ]
    assert not any(NAME in page or WHY in page for page in pages)
    row = told(police, "chronology_row", visit.public_id)
    assert "Key practice episode" in row
    assert NAME not in row
    assert NAME in told(
        names_on(browser_of(people["manager"]), case), "key_episodes", case.public_id
    )


def test_whoever_may_not_read_all_of_an_episode_changes_nothing_of_it():
    came, people = a_chronology()
    case, by = came.case, {"by": people["coordinator"], "at": NOON}
    visit = row_that_says(case, "Home visit")
    door = row_that_says(case, "Nobody answered")
    episode = an_episode(case, people, visit, door)
    restrict_row(door, restricted="safe_address", **by)
    said = {"name": "Renamed", "why": WHY, "rows": visit.cited}
    with pytest.raises(Refused, match="not cleared"):
        amend_key_episode(episode, **said, **by)
    with pytest.raises(Refused, match="not cleared"):
        take_row_out(episode.members.get(row=door), **by)
    with pytest.raises(Refused, match="has its name"):
        mark_episode(case, episode=episode, **said, **by)
    assert episode.members.filter(taken_out_at=None).count() == 2
    browser = names_on(browser_of(people["coordinator"]), case)
    path = reverse("amend_key_episode", args=[episode.public_id])
    with it_is(NOON):
        assert browser.get(path).status_code == 404
    add_themes(case, rows=visit.cited, themes=["A06"], **by)
    restrict_row(visit, restricted="safe_address", **by)
    assert "A child who was not brought" not in told(
        browser, "chronology_themes", case.public_id
    )


def test_a_private_note_is_seen_by_its_author_alone():
    came, people = a_chronology()
    case = came.case
    visit = row_that_says(case, "Home visit")
    words = "He looked away when the bell rang"
    author = names_on(browser_of(people["police"]), case)
    said = {"words": words, "where": "row", "row": visit.cited}
    assert words in told(author, "chronology_notes", case.public_id, **said)
    note = ChronologyNote.objects.get()
    assert words in told(author, "chronology", case.public_id)
    assert words in told(author, "chronology_row", visit.public_id)
    others = [names_on(browser_of(people[who]), case) for who in ("manager", "icb")]
    for other in others:
        for name in ("chronology", "chronology_notes", "chronology_printed"):
            assert words not in told(other, name, case.public_id)
        assert words not in told(other, "chronology_row", visit.public_id)
        path = reverse("chronology_note", args=[note.public_id])
        assert other.get(path).status_code == 404
        assert other.post(path, said).status_code == 404

    shared = said | {"where": "after", "is_shared": "on"}
    told(author, "chronology_note", note.public_id, **shared)
    page = told(others[0], "chronology", case.public_id)
    assert words in page
    assert f"After this row, a note of {people['police'].name}" in page
    assert others[0].post(path, shared).status_code == 404
    told(author, "chronology_note", note.public_id, **shared, wrong="on")
    assert words not in told(others[0], "chronology", case.public_id)


def test_a_note_at_a_day_stands_after_the_last_row_before_it():
    came, people = a_chronology()
    case, by = came.case, people["coordinator"]
    rows = composite_of(case, Sought(), cleared=NOBODY).rows
    before = row_that_says(case, "She says nothing")
    with pytest.raises(Refused, match="at which day"):
        write_chronology_note(case, words="A", where="day", by=by, at=NOON)
    day = date(2025, 5, 20)
    said = {"words": "Half term", "where": "day", "day": day}
    write_chronology_note(case, **said, by=by, at=NOON)
    marks = marks_of(case, rows, person=by, cleared=NOBODY, say=str)
    words = f"After this row, a note of {by.name} at 20 May 2025 (yours alone)"
    assert marks == {before.pk: [f"{words}: Half term"]}


def test_themes_are_confirmed_by_a_person_and_rows_found_by_them():
    came, people = a_chronology()
    case, browser = came.case, names_on(browser_of(people["coordinator"]), came.case)
    agency = came.chronology.organisation
    brought = "6 May 2025,,GP record,He was not brought. No domestic abuse,,,,"
    brought_in(case, agency, people, *ROWS, brought, at=LATER)
    row = row_that_says(case, "not brought")
    page = told(browser, "chronology_themes", case.public_id)
    assert "“<bdi>was not brought</bdi>”" in page
    assert "Domestic abuse" not in page
    assert not RowTheme.objects.exists()
    told(browser, "add_themes", case.public_id, rows=row.cited, themes=["A06", "C02"])
    said = {each.theme: each.was_suggested for each in RowTheme.objects.all()}
    assert said == {"A06": True, "C02": False}
    by_theme = told(browser, "chronology", case.public_id, theme="A06")
    assert "1 row of those" in by_theme
    assert "Theme: A child who was not brought" in by_theme
    own = told(browser, "say_themes", row.public_id)
    assert "Suggested by “was not brought”" in own
    told(browser, "say_themes", row.public_id, themes=["C02"])
    standing = RowTheme.objects.filter(taken_out_at=None)
    assert [each.theme for each in standing] == ["C02"]
    page = told(browser, "chronology_themes", case.public_id)
    assert "was not brought</bdi>" not in page


def test_a_suggestion_that_nobody_chose_is_made_again_once_the_row_says_otherwise():
    came, people = a_chronology()
    case, agency = came.case, came.chronology.organisation
    brought_in(case, agency, people, "6 May 2025,,Log,He was not brought,,,,", at=LATER)
    row = row_that_says(case, "not brought")
    how = {"by": people["coordinator"], "at": LATER}

    say_themes(row, themes=[], **how)
    assert themes_in(case, cleared=NOBODY) == []
    say_themes(row, themes=[], **how)
    assert RowTheme.objects.count() == 1

    row.words = row.words | {"event": "He was not brought again"}
    row.save(update_fields=["words"])
    assert [each["code"] for each in themes_in(case, cleared=NOBODY)] == ["A06"]
