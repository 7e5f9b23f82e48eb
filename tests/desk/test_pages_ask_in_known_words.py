"""The pages that are opened most put few questions together anew: each that they do
costs as much as drawing twenty lines (bench/cases.py, bench/case_page.py)."""

from unittest.mock import patch

import pytest
from django.db.models.sql.compiler import SQLCompiler

from tests.cases.factories import NOON, a_case_with_people, it_is
from tests.partnership.factories import signed_in
from tests.walked import walked_once

pytestmark = pytest.mark.django_db(databases=["default", "library"])
MOST = {
    "/": 0,
    "/cases/": 0,
    "/deadlines/": 0,
    "/referrals/": 0,
    "/how-this-works/": 0,
    "/cases/{}/": 0,
    "/cases/{}/history/": 0,
    "/cases/{}/history/?all=1": 0,
}


@walked_once
def a_case():
    return a_case_with_people()


@pytest.mark.parametrize("page", MOST)
def test_a_page_asks_nearly_all_in_words_that_were_put_together_before(client, page):
    case, people = a_case()
    asked, ask = [], SQLCompiler.execute_sql

    def noted(compiler, *args, **kwargs):
        asked.append(str(compiler.query.model.__name__))
        return ask(compiler, *args, **kwargs)

    with it_is(NOON):
        browser = signed_in(client, people["manager"])
        browser.get(page.format(case.public_id))
        with patch.object(SQLCompiler, "execute_sql", noted):
            answer = browser.get(page.format(case.public_id))
    assert answer.status_code == 200
    assert len(asked) <= MOST[page], asked
