"""What takes several people is completed by nobody alone, however often they press."""

from contextlib import suppress
from datetime import UTC, datetime

import pytest

from heed.cases.models import Case
from heed.cases.steps import Refused
from heed.learning.actions import approve_briefing
from heed.learning.models import Briefing
from heed.publications import actions as publishing
from heed.publications.decided import still_open
from heed.publications.joining import joined_with
from heed.publications.models import Publication
from heed.publications.queries import (
    gate_of,
    kept_words_of,
    paper_or_404,
)
from heed.publications.signed import valid_approvals
from heed.publications.texts import text_of
from heed.rapid_reviews.actions import confirm_decision, record_panel_answer
from heed.reviews.actions import confirm_report, quality_assure
from heed.rulebook import process
from heed.rulebook.language import Stage
from tests.cases.factories import NOON
from tests.learning.factories import a_briefing, a_case_that_learns
from tests.publications.factories import (
    PUBLISHED,
    SENT,
    a_published_report,
    answered,
    approved,
    prepared,
    ready_to_publish,
)
from tests.publications.factories import proposed as put_before
from tests.publications.test_identifying_words import a_searched_leak, keep, named
from tests.publications.test_under_both_names import answers as answers_jointly
from tests.publications.test_under_both_names import proposed as proposed_jointly
from tests.publications.test_under_both_names import two_areas
from tests.rapid_reviews.factories import (
    a_rapid_review,
    proposed,
    sent_to_the_panel,
    signed_off,
)
from tests.reviews.factories import APRIL, a_review_at_work, a_signed_report, lodged

pytestmark = pytest.mark.django_db(databases=["default", "library"])
A_YEAR_LATER = datetime(2027, 6, 1, 9, 0, tzinfo=UTC)


def alone(act, times=3):
    """One person presses again and again; what is refused is refused."""
    for _ in range(times):
        with suppress(Refused):
            act()


def stage_of(row):
    return Case.objects.get(pk=row.case_id).stage


def decides_on_a_review():
    review, people = a_rapid_review()
    proposed(review, people)
    alone(
        lambda: confirm_decision(
            review, answer="agrees", reasons="Yes.", by=people["police"], at=NOON
        )
    )
    review.refresh_from_db()
    return not review.decided_outcome and stage_of(review) == Stage.RAPID_REVIEW


def decides_again():
    review, people = a_rapid_review()
    signed_off(review, people, "no_further_review")
    sent_to_the_panel(review, people)
    record_panel_answer(
        review.case,
        answer="disagrees",
        dated_on=NOON.date(),
        words="Hold one.",
        by=people["coordinator"],
        at=NOON,
    )
    proposed(review, people)
    alone(
        lambda: confirm_decision(
            review, answer="agrees", reasons="Yes.", by=people["police"], at=NOON
        )
    )
    review.refresh_from_db()
    return review.decided_outcome == "no_further_review" and (
        stage_of(review) == Stage.PANEL_RESPONDED
    )


def signs_the_report():
    case, people = a_review_at_work()
    report = lodged(case, people)
    quality_assure(case, reason="Checked.", by=people["manager"], at=APRIL)
    alone(
        lambda: confirm_report(
            report, answer="signs", reasons="Good.", by=people["icb"], at=APRIL
        )
    )
    return stage_of(report) == Stage.QUALITY_ASSURED


def keeps_a_word():
    _, people, scan = a_searched_leak()
    finding = named(scan, "Lumi")
    kept = keep(scan, finding, people["manager"])
    alone(
        lambda: publishing.sign_exception(
            kept, reasons="Yes.", by=people["manager"], at=APRIL
        )
    )
    words = kept_words_of(scan.paper)
    return finding.id in {each.id for each in still_open(scan.findings, words)}


def accepts_that_nobody_was_told():
    case, people = ready_to_publish(but={"draft"})
    alone(
        lambda: publishing.accept_family_not_told(
            case, about="draft", reasons="No.", by=people["manager"], at=SENT
        )
    )
    return not passes(case, "family.draft")


def approves():
    case, people = ready_to_publish(but={"approvals"})
    alone(lambda: approved(case, people["manager"], at=SENT))
    paper = paper_or_404(case, "report")
    content_hash = text_of(paper).content_hash
    return len(valid_approvals(paper, content_hash, at=SENT)) == 1


def opens_it_early():
    case, people = ready_to_publish(but={"day"})
    alone(
        lambda: publishing.advance_early(
            case, reason="court_order", words="One.", by=people["icb"], at=SENT
        )
    )
    facts, _ = gate_of(Publication.objects.get(case=case), at=SENT)
    return facts.early_reason == ""


def says_it_is_not_material():
    case, people = ready_to_publish()
    prepared(case, people, summary="Another one.", at=SENT)
    text = text_of(paper_or_404(case, "report"))
    alone(
        lambda: publishing.record_not_material(
            case,
            kind="report",
            content_hash=text.content_hash,
            words="A comma.",
            by=people["icb"],
            at=SENT,
        )
    )
    return not passes(case, "report.copies", at=PUBLISHED)


def decides_to_publish_nothing():
    case, people = a_signed_report()
    put_before(case, people, "publish_nothing", by="icb")
    alone(lambda: answered(case, people["icb"]))
    return Publication.objects.get().decision == ""


def publishes_jointly():
    case, people, share, theirs = two_areas()
    proposed_jointly(case, people, share)
    alone(lambda: answers_jointly(share, people["icb"]))
    alone(lambda: answers_jointly(share, theirs["icb"]))
    return joined_with(Publication.objects.get()) == []


def takes_it_down():
    case, people, _ = a_published_report()
    said = {"reasons": "It is old.", "by": people["manager"], "at": A_YEAR_LATER}
    publishing.agree_to_remove(case, **said)
    alone(lambda: publishing.agree_to_remove(case, **said))
    alone(lambda: publishing.remove_published(case, **said))
    return Publication.objects.get().is_public


def publishes_a_briefing():
    case, people = a_case_that_learns()
    briefing = a_briefing(case, people)
    alone(lambda: approve_briefing(briefing, by=people["manager"], at=NOON))
    return Briefing.objects.get().published_at is None


def passes(case, slug, at=SENT):
    _, items = gate_of(Publication.objects.get(case=case), at=at)
    return next(item.passed for item in items if item.slug == slug)


# The row, and how one person tries; each says whether it stayed incomplete.
ONE_PERSON = {
    "confirm_decision": decides_on_a_review,
    "sign_off_rapid_review": decides_on_a_review,
    "reconsider": decides_again,
    "confirm_report": signs_the_report,
    "sign_off_report": signs_the_report,
    "keep_by_exception": keeps_a_word,
    "accept_family_not_told": accepts_that_nobody_was_told,
    "approve_publication": approves,
    "advance_early": opens_it_early,
    "record_not_material": says_it_is_not_material,
    "answer_on_publication": decides_to_publish_nothing,
    "answer_on_joint": publishes_jointly,
    "remove_published": takes_it_down,
    "publish_briefing": publishes_a_briefing,
}
SEVERAL = sorted(slug for slug, step in process.STEPS.items() if step.signatures > 1)


@pytest.mark.parametrize("slug", SEVERAL)
def test_what_takes_several_is_completed_by_nobody_alone(slug):
    assert ONE_PERSON[slug](), slug


def test_each_way_that_is_tried_is_a_row_that_takes_several():
    assert sorted(ONE_PERSON) == SEVERAL
