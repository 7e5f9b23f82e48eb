"""A town, a school or a day that many share stays for all its places at once, by one
exception that people of two bodies sign. A name stays place by place."""

from datetime import timedelta

import pytest

from heed.cases.actions import amend_child
from heed.cases.models import StepTaken
from heed.cases.queries import children_of
from heed.cases.steps import Refused
from heed.papers.blocks import document, heading, paragraph
from heed.publications import actions
from heed.publications.pages import log_of, to_sign
from heed.publications.queries import exceptions_of
from tests.publications.factories import APRIL, decided, searched
from tests.publications.test_decisions import changed, decided_in
from tests.publications.test_identifying_words import keep, named
from tests.reviews.factories import a_signed_report

LATER = APRIL + timedelta(hours=1)
pytestmark = pytest.mark.django_db(databases=["default", "library"])


def a_search():
    case, people = a_signed_report(
        paper=document(
            heading(2, "What happened"),
            paragraph("The bus from Ostlebridge was late."),
            paragraph("Nobody in Ostlebridge asked."),
            paragraph("She lived near Ostrander Road. The school of Ostlebridge rang."),
            title="A report",
        )
    )
    (child,) = children_of(case)
    home = {"address": "14 Kelp Lane, Ostlebridge"}
    amend_child(child, **home, by=people["coordinator"], at=APRIL)
    decided(case, people)
    return case, people, searched(case, people)


def of(scan, text):
    return [one for one in decided_in(scan) if one.finding.text == text]


def test_the_town_of_a_family_is_signed_once_by_each_of_two_bodies():
    case, people, scan = a_search()
    said = {"reason": "another", "legal_advice": "", "everywhere": True}
    with pytest.raises(Refused, match="kept place by place"):
        keep(scan, named(scan, "Ostrander"), people["manager"], **said)

    kept = keep(scan, named(scan, "Ostlebridge"), people["manager"], **said)
    assert "You sign for all 3 places" in to_sign(kept)
    assert [one.is_open for one in of(scan, "Ostlebridge")] == [True] * 3
    actions.sign_exception(kept, reasons="I agree.", by=people["icb"], at=LATER)

    towns = of(scan, "Ostlebridge")
    assert [one.is_open for one in towns] == [False] * 3
    assert [one.is_open for one in of(scan, "Ostrander")] == [True]
    assert [places for _, places in exceptions_of(scan.paper)] == [3]
    assert StepTaken.objects.filter(case=case, step="keep_by_exception").count() == 2
    assert [one.of for one in log_of(case)].count("“Ostlebridge”") == 2

    changed(case, people, towns[0].finding.anchor, "The bus from Ostlebridge came.")
    again = searched(case, people, at=LATER)
    assert [one.is_open for one in of(again, "Ostlebridge")] == [True, False, False]
