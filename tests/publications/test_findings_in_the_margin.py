"""A text is read in its order with what was found beside its words, and answered there by
whoever may."""

from dataclasses import dataclass

import pytest
from django.urls import reverse

from heed.deidentify import Finding, Tier
from heed.library.models import Publication as Shown
from heed.library.models import Publisher
from heed.papers.blocks import (
    Cell,
    Figure,
    Heading,
    Note,
    Run,
    Table,
    anchored,
    document,
    paragraph,
    plain_text,
)
from heed.publications.margin import pieces_of
from heed.publications.queries import last_scan, paper_or_404
from heed.reviews.models import Change
from tests.cases.factories import it_is
from tests.partnership.factories import signed_in
from tests.publications.factories import APRIL, ready_to_publish
from tests.publications.test_decisions import a_search, of

in_a_case = pytest.mark.django_db(databases=["default", "library"])


@dataclass(frozen=True)
class InTheMargin:
    finding: Finding


def found(text, form):
    """The first place of a form in a text, as a finding in the margin."""
    plain = plain_text(text)
    start = plain.text.index(form)
    anchor = next(s.anchor for s in plain.spans if s.start <= start < s.end)
    return InTheMargin(
        Finding(
            id=form,
            tier=Tier.CONFIRMED,
            class_="name",
            holds="name",
            text=form,
            why="A name.",
            start=start,
            end=start + len(form),
            anchor=anchor,
        )
    )


def a_text():
    return anchored(
        document(
            Heading(1, (Run("A report of Wren"),)),
            Heading(4, (Run("What Lumi did"),)),
            paragraph("We met Ada Tern, and Ada Tern’s aunt."),
            Table(
                rows=((Cell((paragraph("Age"),)), Cell((paragraph("Odalys, 4"),))),),
                caption="Who was there",
            ),
            Figure("A boat called Marl", caption="On the quay"),
            Note((paragraph("Told by Quill."),), place="footnote"),
        )
    )


def test_each_piece_stands_in_its_order_with_its_findings_beside_it():
    text = a_text()
    forms = ("Lumi", "Ada Tern", "Odalys", "Marl", "Quill")
    pieces = pieces_of(text, [found(text, form) for form in forms])

    kinds = [piece.kind for piece in pieces]
    assert kinds == ["heading", "heading", "paragraph", "table", "figure", "paragraph"]
    beside = [[row.finding.text for row in piece.rows] for piece in pieces]
    assert beside == [[], ["Lumi"], ["Ada Tern"], ["Odalys"], ["Marl"], ["Quill"]]
    assert [piece.level for piece in pieces[:2]] == [2, 3]
    assert pieces[-1].label == "Footnote"


def test_the_words_are_whole_and_what_was_found_is_marked_in_them():
    text = a_text()
    rows = [found(text, "Ada Tern"), found(text, "Tern"), found(text, "aunt")]
    (line,) = pieces_of(text, rows)[2].lines

    assert "".join(bit.words for bit in line.bits) == (
        "We met Ada Tern, and Ada Tern’s aunt."
    )
    marked = [bit.words for bit in line.bits if bit.row]
    assert marked == ["Ada Tern", "aunt"]


def test_a_table_keeps_its_heads_and_is_told_from_another():
    def table(*rows):
        head, *body = ([Cell((paragraph(said),)) for said in row] for row in rows)
        return Table(header=(tuple(head),), rows=tuple(map(tuple, body)))

    same = (("Who", "Age"), ("Odalys", "4"))
    pieces = pieces_of(anchored(document(table(*same), table(*same))), [])

    assert [piece.name for piece in pieces] == [
        "Table 1: Who, Age",
        "Table 2: Who, Age",
    ]
    (head,), (row,) = pieces[0].heads, pieces[0].grid
    said = [[cell[0].bits[0].words for cell in cells] for cells in (head, row)]
    assert said == [["Who", "Age"], ["Odalys", "4"]]


def page(client, person, case, name="text_and_findings", *more):
    with it_is(APRIL):
        answer = signed_in(client, person).get(
            reverse(name, args=[case.public_id, *more])
        )
    return answer.content.decode()


def pressed(client, person, name, *args, **said):
    with it_is(APRIL):
        return signed_in(client, person).post(
            reverse(name, args=args) + "?back=report", said
        )


@in_a_case
def test_a_name_is_replaced_at_one_press_beside_its_paragraph(client):
    case, people, scan = a_search()
    lumi = of(scan, "Lumi")
    shown = page(client, people["manager"], case, "text_and_findings", "report")
    assert "Replace with “Goldcrest”" in shown
    assert f'id="finding-{lumi.number}"' in shown

    answer = pressed(
        client, people["manager"], "replace_at_once", scan.public_id, lumi.number
    )

    assert answer.url.endswith(f"/findings/report/text/#finding-{lumi.number}")
    (change,) = Change.objects.all()
    assert "We met Goldcrest." in change.after
    again = page(client, people["manager"], case, "text_and_findings", "report")
    assert "Other words were asked for on" in again
    assert "Replace with “Goldcrest”" not in again


@in_a_case
def test_each_is_offered_what_they_may_do(client):
    case, people, scan = a_search()
    ward = of(scan, "Heron Ward")
    coordinator = page(
        client, people["coordinator"], case, "text_and_findings", "report"
    )
    partner = page(client, people["police"], case, "text_and_findings", "report")
    reviewer = page(client, people["reviewer"], case, "text_and_findings", "report")
    assert "Say why it may stay" in coordinator
    assert "Keep it by exception" not in coordinator
    assert "Keep it by exception" in partner
    assert "Say why it may stay" not in partner
    for own in ("Say why it may stay", "Keep it by exception", "Send it back"):
        assert own not in reviewer

    answer = pressed(
        client,
        people["coordinator"],
        "answer_check",
        scan.public_id,
        ward.number,
        reason="role",
        words="Everybody here is seen there.",
    )

    assert answer.status_code == 302
    assert not of(scan, "Heron Ward").is_open
    log = page(client, people["police"], case, "decisions")
    assert "Said why it may stay" in log
    assert "Everybody here is seen there." in log


@in_a_case
def test_the_author_reads_why_it_came_back(client):
    case, people, scan = a_search()
    pressed(
        client,
        people["police"],
        "send_back_for",
        scan.public_id,
        of(scan, "Lumi").number,
        reasons="Tell it without the name.",
    )
    for person, name in (("reviewer", "findings"), ("reviewer", "case")):
        assert "Tell it without the name." in page(client, people[person], case, name)
    assert last_scan(paper_or_404(case, "report")).pk == scan.pk


@in_a_case
def test_approvers_are_warned_of_a_name_that_another_review_of_the_area_has(client):
    case, people = ready_to_publish(but={"approvals", "copies"})
    warning = "is the name of another review here"
    assert warning not in page(client, people["icb"], case, "approve_publication")

    publisher = Publisher.objects.create(slug=case.partnership.slug, name="Quillshire")
    Shown.objects.create(
        publisher=publisher, version=1, pseudonyms=["goldcrest"], title="Old"
    )

    assert warning in page(client, people["icb"], case, "approve_publication")
