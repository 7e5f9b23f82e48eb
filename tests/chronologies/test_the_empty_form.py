"""The form that agencies fill in: with the partnership's columns, at both doors."""

import io

import docx
import pytest
from django.urls import reverse

from heed.chronologies.empty_form import asked_by
from heed.chronologies.models import TemplateColumns
from heed.papers.chronologies.reading import read
from tests.cases.factories import NOON, a_case_with_people, it_is
from tests.chronologies.test_the_pages import browser_of, told

pytestmark = pytest.mark.django_db


def headings(content):
    table = docx.Document(io.BytesIO(content)).tables[0]
    return [cell.text for cell in table.rows[0].cells]


def test_the_unit_takes_it_with_the_columns_that_its_manager_chose():
    case, people = a_case_with_people()
    manager = browser_of(people["manager"])
    page = told(manager, "form_for_agencies")
    assert "Choose its columns" in page
    told(manager, "template_columns", columns=["child", "present"])
    assert TemplateColumns.objects.get().columns == [
        *("date", "source", "child", "event", "present"),
    ]

    unit = browser_of(people["coordinator"])
    page = told(unit, "form_for_agencies")
    assert "Choose its columns" not in page
    assert "Not the name of your agency" in page
    with it_is(NOON):
        word = unit.get(reverse("chronology_docx"))
        assert headings(word.content) == [
            each.heading for each in asked_by(case.partnership).wanted
        ]
        excel = unit.get(reverse("chronology_xlsx"))
        assert not read(excel.content, "chronology.xlsx").entries
        police = browser_of(people["police"])
        assert police.get(reverse("form_for_agencies")).status_code == 404
