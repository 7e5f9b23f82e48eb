"""Before others put it together, somebody tries: what is public already, and a second
reader's twenty minutes. How the gate stood is kept with each approval."""

from datetime import timedelta
from functools import partial

import pytest

from heed.cases.queries import children_of
from heed.cases.steps import Refused
from heed.deidentify.folding import words_of
from heed.papers.blocks import anchored, document, heading, leaves, paragraph
from heed.publications import actions
from heed.publications.duties import places_of
from heed.publications.forms import AttemptForm
from heed.publications.models import AttemptToIdentify, GateAsApproved
from heed.publications.pages import of_approval, of_attempt, of_jigsaw
from heed.publications.queries import gate_of, paper_or_404, publication_of
from heed.publications.said_elsewhere import said_in_both
from heed.publications.signed import valid_approvals
from heed.publications.texts import text_of
from heed.reviews.actions import accept_change, propose_change
from heed.reviews.models import ReportVersion
from heed.reviews.queries import latest_report
from tests.publications.factories import (
    APRIL,
    PUBLISHED,
    SENT,
    approved,
    pointed_out,
    prepared,
    ready_to_publish,
    tried,
)

pytestmark = pytest.mark.django_db(databases=["default", "library"])
LATER = APRIL + timedelta(days=1)
ANSWERED = LATER + timedelta(hours=1)
SOMEBODY = {"outcome": "somebody", "found": "The town, by the flood."}


def approvals(case):
    """Who has approved the report as it stands, knowing all that was found in it."""
    paper = paper_or_404(case, "report")
    mark = text_of(paper).content_hash
    return {each.person.name for each in valid_approvals(paper, mark, at=PUBLISHED)}


def item(case, slug):
    _, items = gate_of(publication_of(case), at=PUBLISHED)
    return next(each for each in items if each.slug == slug)


def test_who_wrote_it_does_not_try_and_nobody_for_less_than_twenty_minutes():
    case, people = ready_to_publish(but={"attempt", "approvals"})

    with pytest.raises(Refused, match="knows too much to read as a stranger"):
        tried(case, people, who="coordinator")
    with pytest.raises(Refused, match="for 20 minutes at least"):
        tried(case, people, minutes=19)
    with pytest.raises(Refused, match="by which words of the text"):
        tried(case, people, outcome="somebody")
    assert not item(case, "report.attempt").passed


def test_what_a_second_reader_found_keeps_it_shut_until_somebody_else_answers():
    case, people = ready_to_publish(but={"attempt"})
    found = tried(case, people, at=LATER, **SOMEBODY)

    shut = item(case, "report.attempt")
    assert not shut.passed
    assert "came to somebody" in shut.sentence
    with pytest.raises(Refused, match="came to somebody"):
        actions.publish(case, by=people["manager"], at=PUBLISHED)
    with pytest.raises(Refused, match="Somebody else answers"):
        actions.answer_attempt(found, answer="No.", by=people["icb"], at=LATER)
    prepared(case, people, by="manager", at=LATER)
    with pytest.raises(Refused, match="Who wrote the text does not answer"):
        actions.answer_attempt(found, answer="No.", by=people["manager"], at=LATER)

    answer = "The flood was in four counties: it leads to nobody."
    actions.answer_attempt(found, answer=answer, by=people["police"], at=ANSWERED)

    assert item(case, "report.attempt").passed
    said = item(case, "report.attempt").sentence
    by, to = people["icb"].name, people["police"].name
    assert f"{by} came to somebody; {to} answered it." in said
    found.refresh_from_db()
    assert (found.answer, found.answered_by) == (answer, people["police"])


def test_who_approves_knows_that_a_stranger_could_tell_and_what_was_answered():
    case, people = ready_to_publish(but={"attempt"})
    assert approvals(case) == {people["manager"].name, people["police"].name}

    found = tried(case, people, at=LATER, **SOMEBODY)

    assert approvals(case) == set()
    with pytest.raises(Refused, match="Somebody could tell who it is about"):
        approved(case, people["police"], at=LATER)
    answer = {"answer": "Many were flooded.", "by": people["manager"]}
    actions.answer_attempt(found, **answer, at=ANSWERED)
    assert approvals(case) == set()

    approved(case, people["police"], at=ANSWERED)
    assert approvals(case) == {people["police"].name}
    paper = paper_or_404(case, "report")
    (shown,) = of_approval(case, paper.kind, at=ANSWERED)["came_to_somebody"]
    assert (shown.found, shown.answer) == (SOMEBODY["found"], "Many were flooded.")


def test_one_attempt_counts_for_all_texts_that_were_read_together():
    case, people = ready_to_publish(but={"attempt", "approvals"})
    written = {"text": "We ask who is at home.", "at": APRIL}
    for kind in ("statement", "response"):
        by = people["manager" if kind == "response" else "coordinator"]
        actions.write_beside(case, kind=kind, by=by, **written)
        assert "nobody has tried" in item(case, f"{kind}.attempt").sentence
    with pytest.raises(Refused, match="Say which text you read"):
        actions.try_to_identify(
            case,
            texts={},
            minutes=25,
            how="",
            outcome="nobody",
            by=people["icb"],
            at=APRIL,
        )

    found = tried(case, people, "report", "statement", **SOMEBODY)

    assert not item(case, "report.attempt").passed
    assert not item(case, "statement.attempt").passed
    assert "nobody has tried" in item(case, "response.attempt").sentence
    (shown,) = of_jigsaw(case)["attempts"]
    assert shown["of"] == ["The report", "The statement"]
    actions.answer_attempt(found, answer="Many.", by=people["police"], at=ANSWERED)
    assert item(case, "report.attempt").passed
    assert item(case, "statement.attempt").passed
    with pytest.raises(Refused, match="knows too much to read as a stranger"):
        tried(case, people, "report", "response", who="manager")
    tried(case, people, "response")
    assert item(case, "response.attempt").passed


def test_the_page_ticks_what_was_not_tried_and_leaves_out_what_the_reader_wrote():
    case, people = ready_to_publish()
    for kind, who in (("statement", "coordinator"), ("response", "icb")):
        words = {"text": "We ask.", "by": people[who], "at": APRIL}
        actions.write_beside(case, kind=kind, **words)

    shown = of_attempt(case, people["icb"])
    form = AttemptForm(texts=shown["texts"])

    assert shown["hers"] == ["The partnership’s response"]
    assert [kind for kind, _ in form.fields["read"].choices] == ["report", "statement"]
    assert form.fields["read"].initial == ["statement"]
    said = {name: form[name].initial for name in ("shown_as", "read")}
    said |= {"minutes": 25, "how": "By the month.", "outcome": "nobody"}
    form = AttemptForm(said, texts=shown["texts"])
    assert form.is_valid(), form.errors
    mark = text_of(paper_or_404(case, "statement")).content_hash
    assert form.answers["texts"] == {"statement": mark}


def test_a_changed_text_that_was_tried_anew_leaves_what_was_found_behind():
    case, people = ready_to_publish(but={"attempt", "approvals"})
    tried(case, people, outcome="somebody", found="The town.")
    prepared(case, people, at=LATER, summary="What we learned of a baby.")
    assert not item(case, "report.attempt").passed

    tried(case, people, at=LATER)

    assert item(case, "report.attempt").passed
    assert AttemptToIdentify.objects.count() == 2


def test_an_attempt_is_of_the_text_that_was_read_until_two_bodies_say_it_is_the_same():
    case, people = ready_to_publish()
    prepared(case, people, at=SENT, summary="What the only family of the hamlet saw.")

    changed = item(case, "report.attempt")
    assert not changed.passed
    assert "has changed since" in changed.sentence

    text = text_of(paper_or_404(case, "report"))
    for who in ("icb", "police"):
        assert not item(case, "report.attempt").passed
        actions.record_not_material(
            case,
            kind="report",
            content_hash=text.content_hash,
            words="A sentence is shorter.",
            by=people[who],
            at=SENT,
        )
    assert item(case, "report.attempt").passed

    prepared(case, people, at=SENT, summary="Another one.")
    tried(case, people, at=SENT)
    assert item(case, "report.attempt").passed


def test_nothing_is_public_before_somebody_looked_where_others_tell():
    case, people = ready_to_publish(but={"sheet"})

    with pytest.raises(Refused, match="the media, courts or an inquest made public"):
        actions.publish(case, by=people["manager"], at=PUBLISHED)
    with pytest.raises(Refused, match="or that you found nothing"):
        actions.record_known_in_public(
            case,
            source="media",
            nothing_found=False,
            looked_on=APRIL.date(),
            where="The Courier",
            by=people["coordinator"],
            at=APRIL,
        )


def test_what_law_asks_of_a_report_is_looked_for_and_may_be_pointed_out():
    case, people = ready_to_publish(but={"duties"})

    with pytest.raises(Refused, match="No summary of the improvements"):
        actions.publish(case, by=people["manager"], at=PUBLISHED)
    wished = item(case, "report.duty.by_when")
    assert not wished.passed
    assert not wished.bars

    point_out = partial(actions.point_out_duty, case, duty="improvements")
    places = places_of(text_of(paper_or_404(case, "report")).document)
    (learned,) = (place for place, name in places if name == "What we learned")
    said = {"by": people["coordinator"], "at": APRIL}
    with pytest.raises(Refused, match="heading is not in the report"):
        point_out(place="Under “What we learned”", **said)
    with pytest.raises(Refused, match="does not stand there"):
        point_out(place=learned, words="Nobody asked who", **said)
    shown = point_out(place=learned, words="does not  BRUISE", **said)
    assert shown.where == "Under “What we learned”: “does not BRUISE”"

    assert item(case, "report.duty.improvements").passed
    with pytest.raises(Refused, match="Only"):
        pointed_out(case, {"coordinator": people["reviewer"]})

    change = propose_change(
        latest_report(case),
        anchor="p1",
        after="Nobody asked.",
        reasons="Clearer.",
        by=people["coordinator"],
        at=APRIL,
    )
    accept_change(change, by=people["reviewer"], at=APRIL)

    assert not item(case, "report.duty.improvements").passed
    ReportVersion.objects.update(lodged_by=people["coordinator"])
    with pytest.raises(Refused, match="lodged the report does not say"):
        pointed_out(case, people)


def test_how_the_gate_stood_is_kept_with_each_approval():
    case, _people = ready_to_publish()
    text = text_of(paper_or_404(case, "report"))

    first, second = GateAsApproved.objects.order_by("approval__approved_at", "pk")

    for kept in (first, second):
        stood = {each["slug"]: each for each in kept.items}
        assert stood["report.findings"]["passed"]
        assert stood["report.findings"]["check"] == "PG2"
        assert not stood["report.copies"]["passed"]  # they went later
        assert {f"{text.slug}.pdf", f"{text.slug}.html"} <= set(kept.read_back["files"])
        assert kept.read_back["problems"] == []
        assert stood["report.files"]["passed"]  # read back for this very approval
    assert item(case, "report.files").passed


def test_what_would_be_served_is_read_back_and_shuts_the_gate_by_file_and_place(
    monkeypatch,
):
    case, people = ready_to_publish(but={"approvals"})
    (child, *_) = children_of(case)
    monkeypatch.setattr(
        "heed.library.showing.write_text",
        lambda document: f"Whatever went wrong: {child.given_name} {child.family_name}",
    )
    text = text_of(paper_or_404(case, "report"))

    with pytest.raises(Refused) as refused:
        actions.approve_publication(
            case,
            kind="report",
            content_hash=text.content_hash,
            by=people["manager"],
            at=APRIL,
        )

    said = str(refused.value)
    assert f"{text.slug}.txt holds something of the register in its text" in said
    assert child.given_name not in said


def test_words_that_others_made_public_are_found_in_the_text_however_few():
    text = document(
        heading(2, "What happened"),
        paragraph("He told them that “she fell down the cellar stairs”, and left."),
        paragraph("She fell, they said, on the stairs."),
    )
    public = "The father said: 'She fell down the cellar stairs.' He was 30."

    assert list(said_in_both(public, anchored(text))) == [
        ("p1", "she fell down the cellar stairs")
    ]
    assert list(said_in_both("She fell.", anchored(text))) == []


def test_the_sheet_says_which_of_its_words_stand_in_our_text():
    case, people = ready_to_publish(but={"sheet"})
    actions.record_known_in_public(
        case,
        source="media",
        nothing_found=False,
        looked_on=APRIL.date(),
        where="The Herald",
        what="A neighbour said the child was seen with bruising in May.",
        by=people["coordinator"],
        at=APRIL,
    )

    assert of_jigsaw(case)["in_both"] == [
        (
            "The report",
            "Under “What happened”, paragraph 1",
            "the child was seen with bruising",
        )
    ]


def test_what_is_told_around_a_text_is_compared_with_the_sheet_too():
    case, people = ready_to_publish(but={"sheet"})
    text = text_of(paper_or_404(case, "report"))
    around = max((words for _, words in leaves(text.cover.blocks)), key=len)
    actions.record_known_in_public(
        case,
        source="media",
        nothing_found=False,
        looked_on=APRIL.date(),
        where="The Herald",
        what=around,
        by=people["coordinator"],
        at=APRIL,
    )

    said = [words for _, _, words in of_jigsaw(case)["in_both"]]
    assert said == [" ".join(words_of(around))]
