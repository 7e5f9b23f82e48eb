"""Whatever people type that becomes public is searched for who must not be named; and
what is not searched, such as why a page was withdrawn, never becomes public."""

import pytest
from django.db import connections

from heed.library.models import Publication as Shown
from heed.papers.blocks import to_json
from heed.papers.typed import typed
from heed.publications import actions
from heed.publications.queries import paper_or_404
from heed.publications.register import register_of_case
from heed.publications.scanning import findings_in, opened
from heed.publications.texts import text_of
from tests.publications.factories import (
    PUBLISHED,
    a_published_report,
    decided,
    prepared,
)
from tests.reviews.factories import a_signed_report

pytestmark = pytest.mark.django_db(databases=["default", "library"])
HER_NAME = "Lumi Ostrander-Vale"


def confirmed(paper):
    found = findings_in(text_of(paper), register_of_case(paper.case))
    return [one for one in map(opened, found) if one.is_confirmed]


def test_every_word_around_a_report_is_searched():
    case, people = a_signed_report()
    decided(case, people)
    prepared(case, people)
    paper = paper_or_404(case, "report")
    assert confirmed(paper) == []

    plain = paper.words
    for name in ("summary", "notice"):
        paper.words = plain | {name: f"It tells of {HER_NAME}."}
        assert confirmed(paper), name
    for name in ("themes", "former_titles"):
        paper.words = plain | {name: [HER_NAME]}
        assert confirmed(paper), name


@pytest.mark.parametrize("kind", ["response", "improvements"])
def test_every_word_of_a_text_of_our_own_is_searched(kind):
    case, people = a_signed_report()
    decided(case, people)
    write = getattr(actions, f"write_{kind}")
    write(case, text="We ask who lives there.", by=people["coordinator"], at=PUBLISHED)
    paper = paper_or_404(case, kind)
    assert confirmed(paper) == []

    for words in (f"# {HER_NAME}", f"- {HER_NAME}", f"We wrote to {HER_NAME}."):
        paper.words = paper.words | {"blocks": to_json(typed(words))}
        assert confirmed(paper), words


def test_why_a_page_was_withdrawn_is_nowhere_public():
    case, people, _ = a_published_report()
    actions.hand_down_what_is_due(by=people["icb"], at=PUBLISHED)

    actions.withdraw_published(
        case, reasons=f"It names {HER_NAME}.", by=people["icb"], at=PUBLISHED
    )
    actions.hand_down_what_is_due(by=people["icb"], at=PUBLISHED)

    assert Shown.objects.get().is_gone
    dump = "\n".join(connections["library"].connection.iterdump())
    assert "withdrawn" in dump
    assert "Ostrander" not in dump
