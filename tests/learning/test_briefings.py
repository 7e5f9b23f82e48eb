"""A briefing is written from the report, measured, searched, approved by two, and then
stands beside the report in the library."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from heed.audit.models import Entry
from heed.cases.actions import add_child, record_protected_address
from heed.cases.models import Deadline
from heed.cases.steps import Refused
from heed.learning.actions import (
    approve_briefing,
    confirm_briefing_withdrawn,
    hand_down_what_is_due,
    make_briefing,
    publish_own_briefing,
    withdraw_briefing,
    write_briefing,
)
from heed.learning.briefings import (
    as_data,
    bundle_of,
    findings_in,
    measured,
    paper_of,
    to_be_published,
    unwritten,
)
from heed.learning.models import Briefing
from heed.learning.queries import approvals_of
from heed.library.actions import Received
from heed.library.models import Download, Publication
from heed.papers.blocks import document, heading, paragraph, to_json
from heed.papers.briefing_data import shipped
from heed.papers.briefing_paper import briefing_docx
from heed.partnership.models import Partnership
from heed.publications.actions.beginning import begun
from heed.publications.register import whole_register_of
from heed.reviews.models import ReportVersion
from heed.reviews.texts import content_hash
from heed.rulebook.language import Stage
from tests.cases.factories import HEED, NOON
from tests.chronologies.factories import brought_in
from tests.learning.factories import (
    LATER,
    a_briefing,
    a_case_that_learns,
    a_recommendation,
    tried_by_a_stranger,
    words_for_a_briefing,
)
from tests.partnership.factories import an_organisation

pytestmark = pytest.mark.django_db(databases=["default", "library"])


@pytest.fixture
def committed(django_capture_on_commit_callbacks):
    """What happens after a step is committed happens."""
    return lambda: django_capture_on_commit_callbacks(execute=True)


def a_report(case, people, *parts):
    """The report of a case, lodged."""
    from heed.cases.belonging import belonging_to

    blocks = to_json(document(*parts, title="Goldcrest"))
    return ReportVersion.objects.create(
        **belonging_to(case),
        number=1,
        lodged_at=NOON,
        lodged_by=people["manager"],
        is_final_draft=True,
        content_hash=content_hash(blocks),
        title="Goldcrest",
        blocks=blocks,
    )


def published(case, people, committed, *, at=NOON, **changes):
    """A briefing that two people of different bodies have approved."""
    briefing = a_briefing(case, people, at=at, **changes)
    tried_by_a_stranger(case, people, at=at)
    for who in ("manager", "icb"):
        with committed():
            approve_briefing(briefing, by=people[who], at=at)
    briefing.refresh_from_db()
    return briefing


def test_a_draft_is_in_the_reports_own_words_with_what_is_still_to_write():
    case, people = a_case_that_learns()
    a_report(
        case,
        people,
        heading(2, "Background"),
        paragraph("Goldcrest was nine weeks old."),
        heading(2, "Findings"),
        paragraph("Nobody asked who lived in the home."),
    )

    briefing = make_briefing(case, by=people["coordinator"], at=NOON)

    boxes = {box.heading: box for box, _, _ in measured(briefing.content)}
    assert boxes["Background"].body == "Goldcrest was nine weeks old."
    assert "section “Findings”" in boxes["What we found"].remark
    assert "Good practice" in unwritten(briefing.content)
    assert briefing.content["title"] == "Goldcrest: what we learned"


def test_without_a_report_seven_headings_wait_for_words():
    case, people = a_case_that_learns()

    briefing = make_briefing(case, by=people["manager"], at=NOON)

    assert len(unwritten(briefing.content)) == 7


def test_each_box_has_its_words_and_its_time():
    content = words_for_a_briefing()
    content["boxes"][0]["body"] = "word " * 89 + "\n- word"

    _, length, to_write = measured(content)[0]

    assert (length.words, length.seconds, to_write) == (92, 31, False)


@given(
    st.lists(st.tuples(st.text("abc ", min_size=1), st.text()), min_size=1, max_size=7)
)
@settings(max_examples=60, deadline=None)
def test_what_is_kept_of_a_briefing_is_the_briefing(boxes):
    content = {
        "title": "T",
        "kind": "case",
        "boxes": [
            {"heading": f"{title}.", "body": body.strip(), "remark": ""}
            for title, body in boxes
        ],
    }

    paper = paper_of(content)

    assert paper_of(as_data(paper)) == paper


def test_the_briefing_that_ships_survives_being_kept():
    paper = shipped("practice_reviews")

    assert paper_of(as_data(paper)) == paper
    dated = replace(paper, issued=NOON.date(), review_by=LATER.date())
    assert paper_of(as_data(dated)) == dated


def test_two_people_of_two_bodies_publish_it_beside_the_report(committed):
    case, people = a_case_that_learns()
    a_recommendation(case, people)
    review_id = begun(case, by=HEED, at=NOON).review_id

    briefing = published(case, people, committed)

    shown = Publication.objects.get(id=briefing.library_id)
    assert shown.title == "Goldcrest: what we learned"
    assert shown.review_id == review_id
    assert shown.slug == "goldcrest-2026-briefing"
    assert {theme.name for theme in shown.themes.all()} == {
        "Curiosity, and asking once more",
        "Fathers, partners and men not seen",
    }
    forms = set(
        Download.objects.filter(publication=shown).values_list("form", flat=True)
    )
    assert forms == {"pdf", "docx"}
    assert briefing.handed_down_at == NOON


def test_a_list_is_narrowed_by_whom_a_briefing_is_for():
    case, people = a_case_that_learns()
    briefing = a_briefing(case, people)
    briefing.content = words_for_a_briefing(audience="Midwives and schools")
    said = to_be_published(briefing, on=NOON.date())
    assert bundle_of(briefing, said).readers == ("health", "education")
    before = {name: said[name] for name in said if name not in ("ages", "readers")}
    assert bundle_of(briefing, before).readers == ()


def test_one_approval_publishes_nothing(committed):
    case, people = a_case_that_learns()
    briefing = a_briefing(case, people)

    with committed():
        approve_briefing(briefing, by=people["manager"], at=NOON)

    assert not Publication.objects.exists()


def test_nobody_approves_words_that_they_wrote():
    case, people = a_case_that_learns()
    briefing = a_briefing(case, people)
    write_briefing(
        briefing,
        content=words_for_a_briefing(title="Goldcrest: learning"),
        by=people["manager"],
        at=NOON,
    )

    with pytest.raises(Refused, match="You wrote words"):
        approve_briefing(briefing, by=people["manager"], at=NOON)


def test_one_body_does_not_approve_twice():
    case, people = a_case_that_learns()
    briefing = a_briefing(case, people)
    approve_briefing(briefing, by=people["manager"], at=NOON)

    with pytest.raises(Refused, match="already"):
        approve_briefing(briefing, by=people["manager"], at=NOON)


def test_other_words_need_other_approvals():
    case, people = a_case_that_learns()
    briefing = a_briefing(case, people)
    approve_briefing(briefing, by=people["manager"], at=NOON)

    changed = write_briefing(
        briefing,
        content=words_for_a_briefing(title="Goldcrest: more"),
        by=people["coordinator"],
        at=NOON,
    )

    assert approvals_of(changed) == []


@pytest.mark.parametrize("name", ["Lumi", "Ostrander-Vale", "Lumi's", "LUMI"])
def test_a_name_of_the_register_keeps_a_briefing_unpublished(name):
    case, people = a_case_that_learns()
    briefing = a_briefing(case, people, next_steps=[f"We remember {name}."])

    with pytest.raises(Refused, match="could identify somebody"):
        approve_briefing(briefing, by=people["manager"], at=NOON)

    assert not Entry.objects.filter(what="publish_briefing", result="done").exists()


def test_whoever_anybody_told_of_keeps_a_briefing_unpublished():
    case, people = a_case_that_learns()
    agency = an_organisation(case.partnership, "community", at=NOON)
    brought_in(case, agency, people, "3 May 2025,10:30,Notes,Heron Ward rang,,,,")
    briefing = a_briefing(case, people, next_steps=["We speak with Heron Ward."])

    with pytest.raises(Refused, match="could identify somebody"):
        approve_briefing(briefing, by=people["manager"], at=NOON)


def test_the_files_that_would_go_out_are_read_back(monkeypatch):
    case, people = a_case_that_learns()
    briefing = a_briefing(case, people)
    told = briefing_docx(replace(shipped("practice_reviews"), title="Lumi"))
    monkeypatch.setattr("heed.learning.briefings.briefing_docx", lambda paper: told)

    with pytest.raises(
        Refused, match=r"briefing\.docx holds something of the register"
    ):
        approve_briefing(briefing, by=people["manager"], at=NOON)


HELD = "Lumi Ostrander-Vale"
A_BOX = {"heading": "Point", "body": "Ask who lives there.", "remark": ""}


def test_every_word_of_a_briefing_that_becomes_public_is_searched():
    case, people = a_case_that_learns()
    briefing = a_briefing(case, people)
    fields = {
        **dict.fromkeys(
            ("title", "pseudonym", "audience", "period_covered", "contact"), HELD
        ),
        **{key: [HELD] for key in ("questions", "next_steps")},
        "resources": [{"title": HELD, "address": "https://example.org/"}],
    }
    boxes = [[A_BOX | {part: HELD}] for part in ("heading", "body")]
    register = whole_register_of(case)
    written = [*fields.items(), *(("boxes", each) for each in boxes)]
    for field, said in written:
        for name in ("Lumi Ostrander-Vale", "Lumi", "lumi ostrander-vale"):
            briefing.content = words_for_a_briefing(**{field: _as(name, said)})
            assert any(f.is_confirmed for f in findings_in(briefing, register)), (
                field,
                name,
            )


def _as(name, said):
    """The same words about somebody called so."""
    if isinstance(said, str):
        return said.replace(HELD, name)
    if isinstance(said, dict):
        return {key: _as(name, value) for key, value in said.items()}
    return [_as(name, each) for each in said]


def test_a_protected_address_keeps_a_briefing_unpublished():
    case, people = a_case_that_learns()
    record_protected_address(
        case,
        child=case.childs.get(),
        address="14 Wrenfold Lane",
        by=people["coordinator"],
        at=NOON,
    )
    briefing = a_briefing(case, people, contact="14 Wrenfold Lane")

    with pytest.raises(Refused, match="could identify somebody"):
        approve_briefing(briefing, by=people["manager"], at=NOON)


def test_what_the_partnership_says_of_itself_identifies_nobody():
    case, people = a_case_that_learns()
    telephone = "01632 960100"
    Partnership.objects.filter(pk=case.partnership_id).update(
        business_unit_telephone=telephone
    )
    briefing = a_briefing(case, people, contact=f"The business unit, {telephone}")
    briefing = Briefing.objects.get(pk=briefing.pk)

    found = findings_in(briefing, whole_register_of(briefing.case))
    assert [each for each in found if each.is_confirmed] == []


def test_an_empty_box_keeps_a_briefing_unpublished():
    case, people = a_case_that_learns()
    boxes = words_for_a_briefing()["boxes"]
    boxes[3]["body"] = ""
    briefing = a_briefing(case, people, boxes=boxes)

    with pytest.raises(Refused, match="Still to be written: Point 4"):
        approve_briefing(briefing, by=people["manager"], at=NOON)


def test_a_case_without_a_name_in_its_register_publishes_nothing():
    case, people = a_case_that_learns()
    briefing = a_briefing(case, people)
    child = case.childs.get()
    child.given_name = child.family_name = None
    child.save(update_fields=["given_name", "family_name"])

    with pytest.raises(Refused, match="could identify somebody"):
        approve_briefing(briefing, by=people["manager"], at=NOON)


def test_remarks_for_the_writers_are_never_published(committed):
    case, people = a_case_that_learns()
    boxes = words_for_a_briefing()["boxes"]
    boxes[0]["remark"] = "Taken from the report, section “Lumi”."

    briefing = published(case, people, committed, boxes=boxes)

    shown = Publication.objects.get(id=briefing.library_id)
    assert "Taken from" not in str(shown.document)
    assert "Lumi" not in str(shown.document)


def test_a_reader_finds_the_questions_of_the_reflective_note(committed):
    case, people = a_case_that_learns()

    briefing = published(case, people, committed)

    shown = Publication.objects.get(id=briefing.library_id)
    assert "What did I learn, or see differently?" in str(shown.document)


def test_a_new_edition_takes_the_place_of_the_old_at_the_same_address(committed):
    case, people = a_case_that_learns()
    briefing = published(case, people, committed)
    write_briefing(
        briefing,
        content=words_for_a_briefing(title="Goldcrest: what we learned since"),
        by=people["coordinator"],
        at=LATER,
    )
    tried_by_a_stranger(case, people, who="icb", at=LATER)
    for who in ("manager", "police"):
        with committed():
            approve_briefing(briefing, by=people[who], at=LATER)

    shown = Publication.objects.get(id=briefing.library_id)
    assert (shown.version, shown.slug) == (2, "goldcrest-2026-briefing")
    assert shown.title == "Goldcrest: what we learned since"


def test_what_the_library_did_not_take_is_handed_down_again(committed, monkeypatch):
    from heed.learning.actions import briefing as module

    case, people = a_case_that_learns()
    with monkeypatch.context() as broken:
        broken.setattr(module.library, "receive", lambda *a, **k: 1 / 0)
        briefing = published(case, people, committed)
    assert briefing.handed_down_at is None

    assert hand_down_what_is_due(by=HEED, at=LATER) == 1
    assert hand_down_what_is_due(by=HEED, at=LATER) == 0
    assert Publication.objects.live().filter(id=briefing.library_id).exists()


def test_a_partnership_with_its_own_site_hands_nothing_down(committed):
    case, people = a_case_that_learns()
    Partnership.objects.filter(pk=case.partnership_id).update(site="own_site")

    briefing = published(case, people, committed)

    assert briefing.is_public
    assert not Publication.objects.exists()


def test_a_withdrawn_briefing_is_gone_at_once_and_a_second_person_confirms(committed):
    case, people = a_case_that_learns()
    briefing = published(case, people, committed)

    with committed():
        withdraw_briefing(briefing, reason="A name.", by=people["manager"], at=LATER)

    shown = Publication.objects.get(id=briefing.library_id)
    assert shown.is_gone
    assert shown.document is None
    assert Deadline.objects.filter(clock="withdrawal_confirmed", met_on=None).exists()
    with pytest.raises(Refused, match="second person"):
        confirm_briefing_withdrawn(briefing, by=people["manager"], at=LATER)
    confirm_briefing_withdrawn(briefing, by=people["icb"], at=LATER)
    assert not Deadline.objects.filter(
        clock="withdrawal_confirmed", met_on=None
    ).exists()


def test_old_approvals_do_not_bring_back_what_was_withdrawn(committed):
    case, people = a_case_that_learns()
    briefing = published(case, people, committed)
    with committed():
        withdraw_briefing(briefing, reason="A name.", by=people["manager"], at=LATER)

    briefing.refresh_from_db()
    assert approvals_of(briefing) == []


@pytest.mark.parametrize(
    ("stage", "state"),
    [
        (Stage.ACTIONS_OPEN, "after_rapid_review"),
        (Stage.NO_FURTHER_REVIEW, "after_rapid_review"),
    ],
)
def test_learning_without_a_review_says_so(committed, stage, state):
    case, people = a_case_that_learns(stage=stage)

    briefing = published(case, people, committed)

    shown = Publication.objects.get(id=briefing.library_id)
    assert shown.state == state
    # What the open data counts is what the page says takes so long to read aloud.
    assert f"{shown.words} words" in dict(shown.facts)["To read aloud"]


def test_our_own_briefing_is_the_first_of_the_library_and_stands_there_once():
    case, _ = a_case_that_learns()

    first = publish_own_briefing(case.partnership, by=HEED, at=NOON)
    again = publish_own_briefing(case.partnership, by=HEED, at=LATER)

    assert (first, again) == (Received.KEPT, Received.ALREADY)
    shown = Publication.objects.get()
    assert shown.title == "Child safeguarding practice reviews"
    assert shown.publisher.slug == case.partnership.slug
    assert Entry.objects.filter(what="publish_own_briefing").count() == 1


def test_the_words_of_a_draft_are_not_in_the_database():
    from django.db import connection

    case, people = a_case_that_learns()
    a_briefing(case, people, title="Wrenfold ward")
    add_child(case, given_name="Wren", by=people["coordinator"], at=NOON)

    with connection.cursor() as cursor:
        cursor.execute("SELECT * FROM learning_briefing")
        assert "Wrenfold" not in str(cursor.fetchall())
