"""A text is searched in a process of its own, while nobody waits; what takes too long or
goes wrong stays open, and what has changed meanwhile is searched again."""

from base64 import b64encode
from dataclasses import replace
from datetime import timedelta

import pytest
from django.db import connection

from heed.cases.steps import Refused
from heed.deidentify import register_of
from heed.papers.blocks import anchored, document, paragraph, to_json
from heed.publications import scanning
from heed.publications.actions import check_for_identifying_words, checking
from heed.publications.composing import PublicText
from heed.publications.models import Scan
from heed.publications.queries import facts_of, paper_or_404
from heed.publications.scanning import opened, search
from tests.deidentify.whimbrel import with_coordinates
from tests.publications.factories import (
    APRIL,
    decided,
    prepared,
    ready_to_publish,
)
from tests.reviews.factories import a_signed_report

in_a_case = pytest.mark.django_db(databases=["default", "library"])
NOTHING_BEHIND = (None, None, "")


def a_text(*paragraphs, **more):
    made = anchored(document(*map(paragraph, paragraphs), title="Goldcrest"))
    return PublicText(
        kind="report", slug="goldcrest-2026", title="Goldcrest", document=made, **more
    )


def the_register():
    lumi = {"role": "Child", "kind": "name", "value": "Lumi Vale", "pseudonym": "Wren"}
    return register_of([lumi])


def confirmed(findings):
    return [one for one in map(opened, findings) if one.is_confirmed]


def test_text_cover_and_file_are_searched_in_one_process():
    text = a_text("We met Lumi.", summary="Lumi Vale was a baby.")
    taken = document(paragraph("No words of this are searched twice: Lumi."))
    behind = to_json(taken) | {"images": {"a.jpg": _as_text(with_coordinates())}}
    hidden = {"comments": [{"text": "Ask Lumi’s aunt"}], "embedded": ["x.xlsx"]}

    found = search(text, (behind, hidden, "Lumi Vale.docx"), the_register())

    assert {one.anchor for one in confirmed(found.findings)} == {"p1", "cover-summary"}
    classes = {one.class_ for one in confirmed(found.left_behind)}
    assert {"comment", "file_name", "exif", "hidden_text"} <= classes


def test_names_of_the_areas_own_scheme_are_searched_for_in_that_process_too():
    register = replace(the_register(), scheme="trees")

    found = search(a_text("We met Wren and Alder."), NOTHING_BEHIND, register)

    said = map(opened, found.findings)
    slips = [one.text for one in said if one.class_ == "pseudonym_inconsistent"]
    assert "Alder" in slips


def _as_text(data):
    return b64encode(data).decode()


def test_a_search_that_takes_too_long_is_an_open_finding():
    long = a_text("They met Wren on 4 May 2024. " * 30_000)
    found = search(long, NOTHING_BEHIND, the_register(), seconds=0.01)

    for findings in found:
        (one,) = confirmed(findings)
        assert one.why == (
            "This part could not be checked: It took too long to be searched."
        )


def test_whatever_goes_wrong_in_it_is_an_open_finding_without_words():
    broken = ({"blocks": "Lumi Vale"}, None, "")

    found = search(a_text("Calm."), broken, the_register())

    assert confirmed(found.findings)
    assert "Lumi" not in confirmed(found.findings)[0].why


@in_a_case
def test_nobody_waits_for_the_search_and_a_stranger_starts_none(monkeypatch):
    case, people = a_signed_report()
    decided(case, people)
    held, whole = [], checking.search

    def watched(*words):
        held.append(list(connection.savepoint_ids))
        return whole(*words)

    monkeypatch.setattr(checking, "search", watched)
    outside = list(connection.savepoint_ids)
    ask = {"kind": "report", "at": APRIL}
    check_for_identifying_words(case, by=people["manager"], **ask)
    assert held == [outside]
    with pytest.raises(Refused, match="Only"):
        check_for_identifying_words(case, by=people["police"], **ask)
    assert len(held) == 1


@in_a_case
def test_what_was_changed_while_it_was_searched_is_searched_again(monkeypatch):
    case, people = a_signed_report()
    decided(case, people)
    whole = checking.search

    def meanwhile(*words):
        found = whole(*words)
        prepared(case, people, summary="Somebody writes another summary.")
        return found

    monkeypatch.setattr(checking, "search", meanwhile)
    with pytest.raises(Refused, match="changed while it was searched"):
        check_for_identifying_words(case, kind="report", by=people["manager"], at=APRIL)
    assert not Scan.objects.exists()


@in_a_case
def test_a_better_search_opens_what_an_older_one_found_clear(monkeypatch):
    case, people = ready_to_publish(but={"approvals", "copies"})
    publication = paper_or_404(case, "report").publication
    assert facts_of(publication, at=APRIL).texts[0].searched is True

    monkeypatch.setattr(scanning, "version", lambda: "a better one")

    assert facts_of(publication, at=APRIL).texts[0].searched is False
    later = APRIL + timedelta(minutes=1)
    by = {"by": people["manager"], "at": later}
    check_for_identifying_words(case, kind="report", **by)
    assert facts_of(publication, at=APRIL).texts[0].searched is True
