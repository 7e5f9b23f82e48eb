"""How the pages of a chronology look, wide and narrow, with names on."""

from functools import partial

import pytest
from django.urls import reverse
from pypdf import PdfReader

from heed.chronologies.actions.episodes import mark_episode
from heed.chronologies.actions.key import begin_key, put_in_key
from heed.chronologies.actions.notes import write_chronology_note
from heed.chronologies.actions.tellings import join_rows
from heed.chronologies.models import Row, TypedRows
from tests.cases.factories import NOON
from tests.chronologies.factories import ROWS, a_chronology, brought_in
from tests.looking import a_desk, a_session, look_at
from tests.partnership.factories import an_organisation

pytestmark = [pytest.mark.django_db, pytest.mark.browser]


def rows_by_the_keyboard(page):
    """Rows are typed into the grid without a mouse: Enter leads on, and adds rows; what
    stands there is kept."""
    rows = page.locator("tbody.heed-grid tr")
    before = rows.count()
    page.get_by_label("Row 1: What happened").focus()
    page.keyboard.type("First")
    for _ in range(before):
        page.keyboard.press("Enter")
    assert rows.count() == before + 1
    for _ in range(3):
        page.keyboard.press("Tab")
    page.keyboard.type("Last")
    assert page.get_by_label(f"Row {before + 1}: What happened").input_value() == "Last"
    page.get_by_text("Draft saved at").wait_for()


def printed_beneath_its_heading(page, sheets):
    """However tall the picture is, it is printed on the sheet of its heading."""
    page.evaluate(
        """document.querySelector(".heed-lanes__svg")
        .setAttribute("viewBox", "0 0 1000 2000")"""
    )
    page.pdf(path=sheets, prefer_css_page_size=True)
    first = " ".join(PdfReader(sheets).pages[0].extract_text().split())
    assert "Chronology as a picture" in first
    assert "The child was not seen." in first  # its signs stand below it
    assert "The same as a table" not in first


def by_the_keyboard_and_on_paper(page, *, at, sheets):
    rows_by_the_keyboard(page)
    page.goto(at)
    printed_beneath_its_heading(page, sheets)


def what_is_marked(case, rows, by):
    """An episode of these rows, and a note on the first."""
    by = {"by": by, "at": NOON}
    numbers = ", ".join(each.cited for each in rows)
    note = {"words": "Ask again.", "where": "row", "row": rows[0].cited}
    write_chronology_note(case, **note, **by)
    moment = {"name": "The door", "why": "Nobody asked.", "rows": numbers}
    return mark_episode(case, **moment, **by)


def of_three_hundred_columns(case, people):
    """The pages of a file with a cell in each of three hundred columns, one of which
    nothing breaks."""
    school = an_organisation(case.partnership, "community", name="School", at=NOON)
    heads = ["Date", "Event", "Source", *(f"Field {n}" for n in range(296)), "x" * 400]
    cells = ["3 May 2025", "Called", "Log", *map(str, range(296)), "y" * 400]
    said = {"heads": ",".join(heads) + "\n", "name": "export.csv"}
    came = brought_in(case, school, people, ",".join(cells), **said)
    row = Row.objects.get(came_in=came)
    assert len(came.columns) == len(row.typed["cells"]) == 300
    return {
        "wide-file": ("chronology_file", came),
        "wide-columns": ("set_columns", came),
        "wide-row": ("chronology_row", row),
    }


def test_the_pages_of_a_chronology(tmp_path):
    came, people = a_chronology()
    case, agency = came.case, came.chronology.organisation
    newer = brought_in(case, agency, people, *ROWS[1:5])
    key = begin_key(case, by=people["manager"], at=NOON)
    names = ["May Trelawn"]
    put_in_key(key, role="Neighbour", names=names, by=people["manager"], at=NOON)
    row = Row.objects.filter(case=case, doubt="repaired").first()
    two = list(Row.objects.filter(case=case, gone_in=None, restricted="")[:2])
    how = {"reasons": "I asked.", "by": people["coordinator"], "at": NOON}
    event = join_rows(case, kind="event", rows=two, **how)
    of = {
        "episodes": ("key_episodes", case),
        "episode": (
            "amend_key_episode",
            what_is_marked(case, two, people["manager"]),
        ),
        "mark": ("mark_episode", case),
        "themes": ("chronology_themes", case),
        "row-themes": ("say_themes", two[0]),
        "notes": ("chronology_notes", case),
        "marked-row": ("chronology_row", two[0]),
        "events": ("chronology_events", case),
        "event": ("chronology_event", event),
        "join": ("join_rows", case),
        "ask": ("ask_about_row", row),
        "composite": ("chronology", case),
        "picture": ("chronology_picture", case),
        "print": ("chronology_printed", case),
        "bring-in": ("bring_in_chronology", case),
        "gaps": ("chronology_gaps", case),
        "clearance": ("clear_for_restricted", case),
        "agency": ("agency_chronology", came.chronology),
        "doubts": ("chronology_doubts", came.chronology),
        "file": ("chronology_file", newer),
        "columns": ("set_columns", came),
        "take-out": ("take_file_out", newer),
        **of_three_hundred_columns(case, people),
        "row": ("chronology_row", row),
        "restrict": ("restrict_row", row),
        "key": ("chronology_key", case),
        "key-put-in": ("put_in_key", case),
        "copy": ("take_chronology", case),
    }
    pages = {
        slug: reverse(name, args=[kept.public_id]) for slug, (name, kept) in of.items()
    }
    whose = [case.public_id, agency.public_id]
    pages["services"] = reverse("services_together", args=whose)
    pages["as-one"] = reverse("submit_as_one", args=whose)
    pages["form"] = reverse("form_for_agencies")
    pages["form-columns"] = reverse("template_columns")
    pages["gap-days"] = reverse("gap_days")
    pages["write"] = reverse("write_row", args=[case.public_id])
    switch = reverse("case_names", args=[case.public_id])
    with a_desk(NOON) as desk:
        who = a_session(people["manager"], then=lambda client: client.post(switch))
        look_at(
            desk,
            who,
            pages,
            named="chronologies",
            then=partial(
                by_the_keyboard_and_on_paper,
                at=desk + pages["picture"],
                sheets=tmp_path / "picture.pdf",
            ),
        )
    kept = TypedRows.objects.get(case=case, person=people["manager"]).cells
    assert [each["event"] for each in kept["rows"]] == ["First", "Last"]
