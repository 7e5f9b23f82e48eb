"""What partners publish is not always the report: each way that is seen in practice has
its decision, its gate and its page."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from django.template.loader import render_to_string

from heed.cases.deadlines import running_deadline
from heed.cases.steps import Refused
from heed.learning.actions import approve_briefing, send_with_report, write_briefing
from heed.learning.actions import hand_down_what_is_due as hand_down_briefings
from heed.library.actions import receive_publisher
from heed.library.bundles import PublisherCard
from heed.library.models import Publication as Shown
from heed.library.models import Publisher
from heed.publications import actions
from heed.publications.anonymous import tells_by_its_scheme, what_tells_the_area
from heed.publications.availability import first_day_to_remove
from heed.publications.bundling import NOBODYS_CARD
from heed.publications.facts import Facts, TextFacts
from heed.publications.gate import checklist, without_what_waits
from heed.publications.models import HandOver, Paper, Publication
from heed.publications.pages import of_attempt, of_jigsaw
from heed.publications.queries import gate_of
from heed.publications.texts import text_of
from heed.rulebook.clocks import AVAILABILITY, DEFERRAL_CHECK, REPORT_DUE
from heed.rulebook.language import Stage
from tests.cases.factories import HEED
from tests.learning.factories import a_briefing
from tests.publications.factories import (
    APRIL,
    PUBLISHED,
    SENT,
    a_published_report,
    approved,
    corrected,
    decided,
    looked_up,
    prepared,
    ready_to_publish,
    searched,
    sent_ahead,
    tried,
)
from tests.reviews.factories import a_signed_report

pytestmark = pytest.mark.django_db(databases=["default", "library"])
LATER = PUBLISHED + timedelta(days=3)
LONG_AFTER = PUBLISHED + timedelta(days=13)
Kind = Paper.Kind


def handed_down(at=PUBLISHED):
    actions.hand_down_what_is_due(by=HEED, at=at)
    hand_down_briefings(by=HEED, at=at)


def written(case, people, kind, text="# What we learned\n\nWe ask who is at home."):
    """A text of ours, searched, approved by two bodies."""
    at = {"by": people["coordinator"], "at": SENT}
    actions.write_beside(case, kind=kind, text=text, **at)
    searched(case, people, kind)
    tried(case, people, kind, at=SENT)
    approved(case, people["manager"], people["icb"], kind=kind)


WAYS = {
    "summary_only": (Kind.SUMMARY, "learning_summary", "summary_only"),
    "recommendations_only": (Kind.RECOMMENDATIONS, "other", "recommendations_only"),
}


@pytest.mark.parametrize("decision", WAYS)
def test_what_stands_for_the_report_goes_through_the_same_gate(decision):
    kind, of_library, state = WAYS[decision]
    case, people = ready_to_publish(but={"words", "search", "approvals", "copies"})
    decided(case, people, decision, at=SENT)
    written(case, people, kind)
    why = {"reasons": "A sibling lives there.", "by": people["manager"]}
    sent_ahead(case, people)
    with pytest.raises(Refused, match="not what the partners decided"):
        actions.publish(case, by=people["manager"], at=PUBLISHED)

    actions.publish_improvements(case, **why, at=PUBLISHED)
    handed_down()

    row = Shown.objects.get()
    assert (row.kind, row.state) == (of_library, state)
    case.refresh_from_db()
    assert case.stage == Stage.IMPROVEMENTS_PUBLISHED


def approved_to_go_with_it(case, people, at=SENT):
    briefing = a_briefing(case, people, at=at)
    send_with_report(briefing, with_report=True, by=people["coordinator"], at=at)
    briefing.refresh_from_db()
    for who in ("manager", "icb"):
        approve_briefing(briefing, by=people[who], at=at)
    briefing.refresh_from_db()
    return briefing


def read_as_a_stranger(case, people):
    """All that becomes public by the decision, read by one who wrote none of it."""
    (to_read,) = of_attempt(case, people["police"])["texts"]
    assert of_attempt(case, people["coordinator"])["hers"] == [to_read.name]
    how = {"minutes": 20, "how": "By the month.", "outcome": "nobody"}
    read = {"texts": {to_read.kind: to_read.content_hash}, **how}
    with pytest.raises(Refused, match="knows too much to read as a stranger"):
        actions.try_to_identify(case, **read, by=people["coordinator"], at=SENT)
    actions.try_to_identify(case, **read, by=people["police"], at=SENT)
    assert of_jigsaw(case)["attempts"][-1]["of"] == [to_read.name]


def test_of_a_briefing_only_the_panel_reads_the_report_and_the_public_never():
    case, people = ready_to_publish(but={"copies"})
    decided(case, people, "briefing_only", at=SENT)
    sent_ahead(case, people)
    why = {"reasons": "They would be known.", "by": people["manager"]}
    with pytest.raises(Refused, match="No briefing is to go out"):
        actions.publish_improvements(case, **why, at=PUBLISHED)
    briefing = approved_to_go_with_it(case, people)
    assert briefing.edition == 0
    with pytest.raises(Refused, match="nobody has tried to tell who it is about"):
        actions.publish_improvements(case, **why, at=PUBLISHED)
    read_as_a_stranger(case, people)

    actions.publish_improvements(case, **why, at=PUBLISHED)
    handed_down()

    row = Shown.objects.get()
    assert (row.kind, row.state) == ("briefing", "briefing_only")
    assert not HandOver.objects.exists()
    briefing.refresh_from_db()
    words = briefing.content | {"title": "Goldcrest: what we changed"}
    coordinator = {"by": people["coordinator"], "at": LATER}
    again = write_briefing(briefing, content=words, **coordinator)
    approve_briefing(again, by=people["manager"], at=LATER)
    with pytest.raises(Refused, match="has changed since"):
        approve_briefing(again, by=people["icb"], at=LATER)


def test_one_decision_releases_report_briefing_response_statement_and_easy_read(
    monkeypatch,
):
    case, people = ready_to_publish(but={"copies"})
    for kind in (Kind.RESPONSE, Kind.STATEMENT, Kind.EASY_READ):
        written(case, people, kind)
    sent_ahead(case, people)
    briefing = a_briefing(case, people, at=SENT)
    send_with_report(briefing, with_report=True, by=people["coordinator"], at=SENT)
    with pytest.raises(Refused, match="have not approved it as it stands"):
        actions.publish(case, by=people["manager"], at=PUBLISHED)
    briefing.refresh_from_db()
    for who in ("manager", "icb"):
        approve_briefing(briefing, by=people[who], at=SENT)
    handed_down(SENT)
    assert not Shown.objects.exists()
    with monkeypatch.context() as since:
        since.setattr("heed.learning.briefings.briefing_docx", lambda paper: b"no")
        with pytest.raises(Refused, match="docx could not be read back"):
            actions.publish(case, by=people["manager"], at=PUBLISHED)

    actions.publish(case, by=people["manager"], at=PUBLISHED)
    handed_down()

    rows = Shown.objects.all()
    assert {row.kind for row in rows} == {
        *("report", "briefing", "response", "statement", "easy_read")
    }
    assert len({row.review_id for row in rows}) == 1
    assert {row.published_on for row in rows} == {date(2026, 5, 29)}


def test_put_off_is_looked_at_every_month_until_the_partners_decide_otherwise():
    case, people = a_signed_report()
    days = {"expected_on": date(2026, 12, 1), "look_again_on": date(2026, 8, 3)}
    decided(case, people, "publish_later", **days)
    due = running_deadline(case, DEFERRAL_CHECK).due_on
    looked, at = [], APRIL
    for _ in range(3):
        looked.append(due)
        at += timedelta(days=28)
        actions.look_again_at_deferral(
            case, reasons="The trial is listed.", by=people["icb"], at=at
        )
        due = running_deadline(case, DEFERRAL_CHECK).due_on
    assert looked == sorted(set(looked))
    assert due > looked[-1]
    with pytest.raises(Refused):
        actions.look_again_at_deferral(case, reasons="", by=people["icb"], at=at)

    decided(case, people, "publish", at=at)

    assert running_deadline(case, DEFERRAL_CHECK) is None
    assert running_deadline(case, REPORT_DUE) is not None


def an_anonymous_report():
    """A report that may go out without its area, in a library of two partnerships."""
    case, people = ready_to_publish(but={"search", "attempt", "approvals", "copies"})
    decided(case, people, "publish_anonymously", at=SENT)
    searched(case, people)
    tried(case, people)
    approved(case, people["manager"], people["police"])
    sent_ahead(case, people)
    for number in (1, 2):
        card = PublisherCard(slug=f"area-{number}", version=1, name=f"Area {number}")
        receive_publisher(card, at=SENT)
    return case, people


def test_nothing_public_of_an_anonymous_report_says_of_which_area_it_is():
    case, people = an_anonymous_report()
    receive_publisher(NOBODYS_CARD, at=SENT)
    of_another_area = Shown.objects.create(
        publisher=Publisher.objects.get(slug="area-withheld"),
        slug="goldcrest-2026",
        version=1,
        state="area_withheld",
    )
    actions.publish(case, by=people["manager"], at=PUBLISHED)
    handed_down()

    shown = Shown.objects.select_related("publisher")
    row = shown.exclude(pk=of_another_area.pk).get()
    assert row.slug.startswith("goldcrest-2026-")  # the name of another area's is taken
    assert (row.publisher.slug, row.state) == ("area-withheld", "area_withheld")
    assert (row.publisher.contact, row.publisher.referral_link) == ([], "")
    partnership = case.partnership
    assert not Publisher.objects.filter(slug=partnership.slug).exists()
    said = repr(vars(row)) + repr(vars(row.publisher)) + row.slug
    pdf = row.downloads.get(form="pdf").content
    for name in (partnership.name, partnership.short_name, partnership.colour):
        assert name not in said
        assert name.encode() not in pdf
    actions.withdraw_published(case, reasons="R", by=people["icb"], at=LATER)
    handed_down(LATER)
    Shown.objects.create(
        publisher=Publisher.objects.create(slug=partnership.slug, name="Ours"),
        slug="heron-2025",
        pseudonyms=["Heron"],
        version=1,
        state="published",
    )
    assert "only your area" in what_tells_the_area(Publication.objects.get())
    row.refresh_from_db()
    gone = render_to_string("library/gone.html", {"row": row})
    assert "<p>A partnership that is not named took it down on 1 June 2026.</p>" in gone


def test_what_stands_beside_it_under_the_name_of_the_area_tells_it():
    case, people = an_anonymous_report()
    publication = Publication.objects.get()
    assert what_tells_the_area(publication) == ""

    Shown.objects.create(
        publisher=Publisher.objects.create(slug=case.partnership.slug, name="Ours"),
        slug="what-we-learned",
        version=1,
        state="published",
        review_id=publication.review_id,
    )

    assert "under the name of your area" in what_tells_the_area(publication)
    with pytest.raises(Refused, match="under the name of your area"):
        actions.publish(case, by=people["manager"], at=PUBLISHED)


def test_the_name_of_the_area_in_an_anonymous_text_is_a_confirmed_finding():
    case, people = ready_to_publish(but={"search", "approvals", "copies"})
    prepared(case, people, summary=f"What {case.partnership.name} learned.", at=SENT)
    searched(case, people)
    before = gate_of(Publication.objects.get(), at=PUBLISHED)[1]
    assert "report.findings" not in {i.slug for i in before if not i.passed}
    decided(case, people, "publish_anonymously", at=SENT)
    after = gate_of(Publication.objects.get(), at=PUBLISHED)[1]
    assert "report.findings" in {i.slug for i in after if not i.passed}

    scan = searched(case, people, at=SENT + timedelta(hours=1))

    assert case.partnership.name in {
        each["text"] for each in scan.findings if each["tier"] == "confirmed"
    }


def test_in_a_library_of_one_partnership_nothing_can_be_anonymous():
    case, people = an_anonymous_report()
    Publisher.objects.filter(slug="area-2").delete()
    receive_publisher(PublisherCard(slug="area-1", version=2, name="Area"), at=SENT)
    with pytest.raises(Refused, match="tells the area"):
        actions.publish(case, by=people["manager"], at=PUBLISHED)


def test_on_a_site_of_ones_own_a_briefing_goes_out_with_the_report():
    case, people = ready_to_publish()
    briefing = approved_to_go_with_it(case, people)

    actions.publish_elsewhere(
        case,
        address="https://quillshire.example/goldcrest",
        published_on=PUBLISHED.date(),
        published_by="Mabry Pellowick",
        by=people["manager"],
        at=PUBLISHED,
    )

    briefing.refresh_from_db()
    assert (briefing.edition, briefing.published_at) == (1, PUBLISHED)


def test_a_text_that_comes_later_is_asked_for_what_bodies_say_and_what_is_around_it():
    facts = Facts(
        today=LATER.date(),
        decision="publish_anonymously",
        comments_unanswered=1,
        joint_waits=["Those of Ostlebridge have not all answered."],
        tells_the_area="It tells the area.",
        texts=[TextFacts(kind="report", name="The report", was_public=True)],
    )
    asked = {"addendum.copies", "comments", "joint", "area"}
    later = [*facts.texts, TextFacts(kind="addendum", name="The addendum")]

    def shut(of):
        items = checklist(of, correction=True)
        return {item.slug for item in items if not item.passed} & asked

    assert shut(facts) == set()
    assert shut(replace(facts, texts=later)) == asked


def test_what_is_put_right_does_not_wait_for_what_comes_later():
    report = TextFacts(kind="report", name="The report", was_public=True)
    addendum = TextFacts(kind="addendum", name="The addendum", exists=True)
    facts = Facts(today=LATER.date(), decision="publish", texts=[report, addendum])

    assert without_what_waits(facts) == facts
    for change in (
        {"texts": [replace(report, is_corrected=True), addendum]},
        {"is_away": True},
    ):
        kept = without_what_waits(replace(facts, **change))
        assert [text.kind for text in kept.texts] == ["report"]


def test_it_stays_a_year_after_what_came_last_and_days_away_do_not_count():
    case, people, publication = a_published_report()
    month = PUBLISHED + timedelta(days=30)
    actions.withdraw_published(case, reasons="R", by=people["icb"], at=month)
    actions.confirm_withdrawal(case, by=people["police"], at=month)
    back = month + timedelta(days=240, hours=1)
    written(case, people, Kind.ADDENDUM, "The inquest has ended.")
    looked_up(case, people, at=back)
    sent_ahead(case, people, at=month)
    for kind in (Kind.REPORT, Kind.ADDENDUM):
        searched(case, people, kind, at=back)
        approved(case, people["manager"], people["police"], kind=kind, at=back)
    actions.publish_correction(case, reasons="R", by=people["manager"], at=back)

    papers = {paper.kind: paper for paper in Paper.objects.all()}
    assert (papers["report"].days_away, papers["addendum"].days_away) == (241, 0)
    bundles = {str(each.library_id): each.bundle for each in HandOver.objects.all()}
    report = bundles[str(papers["report"].library_id)]
    assert report["stays_until"] == "2028-01-25"
    publication.refresh_from_db()
    stays = first_day_to_remove(publication)
    assert stays == running_deadline(case, AVAILABILITY).due_on == date(2028, 2, 23)
    soon = datetime(2028, 2, 22, 12, tzinfo=UTC)
    with pytest.raises(Refused, match="until 23 February 2028"):
        actions.agree_to_remove(case, reasons="R", by=people["manager"], at=soon)


@pytest.mark.parametrize(
    ("here", "elsewhere", "tells"),
    [
        (["Heron"], ["Oak"], True),
        (["Heron"], ["Oak", "Baby Wren"], False),
        (["Child 4"], ["Oak"], False),
        ([], [], False),
    ],
)
def test_a_name_as_only_this_area_gives_it_tells_the_area(here, elsewhere, tells):
    assert tells_by_its_scheme(["Goldcrest"], here, elsewhere) == tells
    assert not tells_by_its_scheme(["Child 7"], here, elsewhere)


def test_an_addendum_comes_later_and_stands_beside_its_report():
    case, people, _ = a_published_report()
    written(case, people, Kind.ADDENDUM, "The inquest has ended.")
    written(case, people, Kind.FOLLOW_UP, "A year on, four things have changed.")
    publishes = {"reasons": "The inquest ended.", "by": people["manager"]}
    with pytest.raises(Refused, match="addendum: no copy has gone to the Panel"):
        actions.publish_correction(case, **publishes, at=LATER)
    copies = sent_ahead(case, people, at=PUBLISHED)
    assert {copy.kind for copy in copies} == {Kind.ADDENDUM, Kind.FOLLOW_UP}
    with pytest.raises(Refused, match="the first day is 9 June 2026"):
        actions.publish_correction(case, **publishes, at=LATER)

    actions.publish_correction(case, **publishes, at=LONG_AFTER)
    handed_down(LONG_AFTER)
    case.refresh_from_db()
    assert case.stage == Stage.PUBLISHED

    rows = {row.type_as_published or row.kind: row for row in Shown.objects.all()}
    assert set(rows) == {"report", "Addendum", "Follow-up"}
    assert rows["report"].version == 1
    assert rows["Addendum"].published_on == LONG_AFTER.date()
    assert rows["Addendum"].review_id == rows["report"].review_id


def test_a_correction_says_on_the_page_what_was_corrected_and_when():
    case, people, _ = a_published_report()
    prepared(case, people, summary="Put right.", at=LATER)
    searched(case, people, at=LATER)
    tried(case, people, at=LATER)
    approved(case, people["manager"], people["icb"], at=LATER)
    publishes = {"reasons": "R", "by": people["manager"], "at": LATER}
    with pytest.raises(Refused, match="say first what was corrected"):
        actions.publish_correction(case, **publishes)
    corrected(case, people, "The number of visits is four.", at=LATER)
    with pytest.raises(Refused, match="not searched"):
        actions.publish_correction(case, **publishes)
    anew = LATER + timedelta(hours=1)
    searched(case, people, at=anew)
    tried(case, people, at=anew)
    approved(case, people["manager"], people["icb"], at=anew)

    actions.publish_correction(case, **publishes | {"at": anew})
    handed_down(LATER)

    note = Shown.objects.get().document["blocks"][0]
    assert "Corrected on 1 June 2026. The number of visits is four." in str(note)
    paper = Paper.objects.get(kind=Kind.REPORT)
    assert text_of(paper).content_hash == paper.published_hash
    with pytest.raises(Refused, match="published already"):
        actions.publish_correction(case, **publishes)


def test_a_name_in_the_words_of_a_correction_is_found():
    case, people, _ = a_published_report()
    corrected(case, people, "It was Lumi who was seen four times.", at=LATER)
    scan = searched(case, people, at=LATER)
    assert "Lumi" in {each["text"] for each in scan.findings}


def test_what_the_library_refuses_is_told_at_once_with_its_sentence():
    from heed.correspondence.models import OutgoingEmail
    from heed.publications.handed import refused_of

    case, people, publication = a_published_report()
    hand_over = HandOver.objects.get()
    publisher = Publisher.objects.create(
        slug=case.partnership.slug, name="It", version=0
    )
    Shown.objects.create(publisher=publisher, slug="goldcrest-2026", version=1)

    handed_down()
    handed_down(LATER)

    hand_over.refresh_from_db()
    assert (hand_over.done_at, hand_over.tries) == (None, 1)
    assert "has this address" in hand_over.refusal
    assert refused_of(publication) == [hand_over]
    told = OutgoingEmail.objects.filter(letter="page_not_taken")
    assert {people["manager"].email, people["icb"].email} <= {
        each.to_address for each in told
    }
    assert "address" not in str([each.fields for each in told])
