"""Several rows are typed at once, and kept as they are typed until they are saved."""

import pytest
from django.urls import reverse

from heed.audit.models import Entry
from heed.cases.models import StepTaken
from heed.chronologies.forms.grid import MOST, CellsForm
from heed.chronologies.models import Row, TypedRows
from tests.cases.factories import NOON, it_is
from tests.chronologies.factories import a_chronology
from tests.chronologies.test_the_pages import browser_of, names_on, told

pytestmark = pytest.mark.django_db
VISIT = {"date": "3 May 2025", "event": "Visit", "source": "Notes", "sequence": "2"}
CALL = {"date": "3 May 2025", "event": "Call", "source": "Notes", "sequence": "1"}
KEPT = ("Half a sentence", 'value="first"')
EMPTY = {"child_seen": "not_recorded", "seen_alone": "not_recorded", "kind": "event"}


def grid(whose, *rows, **more):
    agency = f"{whose.organisation.public_id}.{whose.public_id}"
    sent = {"organisation": agency, "rows-INITIAL_FORMS": "0", **more}
    sent["rows-TOTAL_FORMS"] = str(len(rows))
    for n, row in enumerate(rows):
        sent |= {f"rows-{n}-{name}": words for name, words in (EMPTY | row).items()}
    return sent


def test_rows_are_written_in_one_go_in_the_order_within_their_day():
    came, people = a_chronology()
    case, browser = came.case, names_on(browser_of(people["coordinator"]), came.case)
    write = ("write_row", case.public_id)
    wrong = grid(
        came.chronology, VISIT, {}, {"event": "Letter", "time_words": "noonish"}
    )
    page = told(browser, *write, **wrong)
    assert "Row 3: Say in which record it stands" in page
    assert "Row 3: “noonish” is no time" in page
    assert not Row.objects.filter(came_in=None).exists()

    told(browser, *write, **grid(came.chronology, VISIT, {}, CALL))
    made = Row.objects.filter(case=case, came_in=None).order_by("number")
    assert [row.words["event"] for row in made] == ["Call", "Visit"]
    assert StepTaken.objects.filter(case=case, step="write_row").count() == 1
    call = made[0]
    assert "1" in told(browser, "amend_row", call.public_id)
    nothing = told(browser, *write, **grid(came.chronology, {}, {}))
    assert "a row of nothing tells nobody anything" in nothing


def test_what_is_typed_is_kept_for_its_writer_alone_until_it_is_saved():
    came, people = a_chronology()
    case = came.case
    hers = names_on(browser_of(people["coordinator"]), case)
    half = {"event": "Half a sentence", "sequence": "first"}
    sent = grid(came.chronology, {}, half)
    with it_is(NOON):
        url = reverse("write_row", args=[case.public_id])
        assert hers.post(f"{url}?keep", sent).status_code == 204
        police = browser_of(people["police"])
        assert police.post(f"{url}?keep", sent).status_code == 422
        assert police.get(url).status_code == 404
    assert Entry.objects.filter(what="type_rows", case_id=case.pk).count() == 1
    page = told(hers, "write_row", case.public_id)
    assert {"Half a sentence", 'value="first"'} <= {w for w in KEPT if w in page}
    more = told(hers, "write_row", case.public_id, **sent, more="more")
    assert more.count("Half a sentence") == 1
    assert more.count("Row 6: When") == 1
    manager = names_on(browser_of(people["manager"]), case)
    assert "Half a sentence" not in told(manager, "write_row", case.public_id)
    told(hers, "case_names", case.public_id, names="off")
    off = told(hers, "write_row", case.public_id)
    assert "Half a sentence" not in off
    assert "have not saved are kept here" in off


def test_what_comes_late_of_rows_that_are_saved_is_not_kept_once_more():
    came, people = a_chronology()
    browser = browser_of(people["coordinator"])
    url = reverse("write_row", args=[came.case.public_id])
    sent = grid(came.chronology, VISIT, once="f" * 32)
    with it_is(NOON):
        assert browser.post(f"{url}?keep", sent).status_code == 204
        browser.post(url, sent)
        assert browser.post(f"{url}?keep", sent).status_code == 422
    assert TypedRows.objects.get(case=came.case).cells == {}


def test_all_cells_of_the_longest_grid_fit_into_one_sending(settings):
    beside = 20  # the token, whose it is, how many rows
    cells = len(CellsForm.base_fields) * MOST
    assert cells + beside <= settings.DATA_UPLOAD_MAX_NUMBER_FIELDS
