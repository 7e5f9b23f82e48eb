"""How the pages of publication look, in a real browser, wide and narrow."""

import pytest
from django.urls import reverse

from heed.library.dates import PublicDate
from heed.partnership.actions.own_pages import agree_to_own_page, write_own_page
from heed.publications import actions
from heed.publications.queries import gates_as_approved
from heed.rulebook.language import Role
from heed.rulebook.scans import SCAN_CHECKS
from tests.looking import a_desk, a_session, look_at
from tests.papers.test_scans import a_scan
from tests.partnership.factories import a_person
from tests.publications.factories import (
    PUBLISHED,
    SENT,
    decided,
    planned,
    prepared,
    ready_to_publish,
    searched,
)
from tests.publications.test_identifying_words import a_leaking_report, keep, named
from tests.publications.test_under_both_names import (
    answers,
    shared_with_another_area,
)
from tests.publications.test_under_both_names import proposed as proposed_jointly
from tests.reviews.factories import a_signed_report

pytestmark = [
    pytest.mark.django_db(databases=["default", "library"]),
    pytest.mark.browser,
]
BOTH = ("default", "library")


@pytest.fixture
def desk():
    """The desk on a port of this machine, over the databases of the test."""
    with a_desk(PUBLISHED, BOTH) as address:
        yield address


def own_words_and_a_scan(people):
    """A page in the partnership's own words, others that wait, and an old scan."""
    ours = people["manager"].partnership
    other = a_person(Role.MANAGER, partnership=ours, at=SENT)
    for slug in ("what-is-a-review", "support"):
        words = {"slug": slug, "words": "# Here\n\nWe learn from each one."}
        written = write_own_page(ours, **words, by=other, at=SENT)
    agree_to_own_page(written, mark=written.mark, by=people["manager"], at=SENT)
    return actions.propose_earlier_review(
        ours,
        title="Child Q2",
        type_as_published="Serious case review",
        published=PublicDate.of(SENT.date()),
        data=a_scan(words=b""),
        name="scan.pdf",
        scan_checked=tuple(SCAN_CHECKS),
        by=other,
        at=SENT,
    )


def test_the_pages_before_publication(desk):
    case, people = ready_to_publish(but={"proceedings"})
    actions.record_comment(
        case,
        body="panel",
        received_on=SENT.date(),
        words="Please say more of housing.",
        by=people["coordinator"],
        at=SENT,
    )
    share, theirs = shared_with_another_area(case, people)
    proposed_jointly(case, people, share)
    answers(share, theirs["icb"])
    waiting = own_words_and_a_scan(people)

    def of_case(name, *more):
        return reverse(name, args=[case.public_id, *more])

    look_at(
        desk,
        a_session(people["manager"]),
        {
            "case": of_case("case"),
            "prepare": of_case("prepare_publication"),
            "copies": of_case("send_advance_copies"),
            "proceedings": of_case("clear_proceedings"),
            "response": of_case("write_response"),
            "approve": of_case("approve_publication"),
            "publish": of_case("publish"),
            "rehearsal": of_case("rehearsal", "report"),
            "arrange": of_case("arrange_release"),
            "jointly": of_case("joint_publication"),
            "answer-jointly": reverse("answer_on_joint", args=[share.public_id]),
            "end-jointly": reverse("end_joint_publication", args=[share.public_id]),
            "beside": of_case("texts_beside"),
            "correct": of_case("correct_text", "report"),
            "own-pages": reverse("own_pages"),
            "own-page": reverse("own_page", args=["what-is-a-review"]),
            "waiting-pages": reverse("waiting_pages"),
            "earlier": reverse("enter_earlier_review"),
            "scan": reverse("earlier_review", args=[waiting.public_id]),
        },
        named="publication",
    )
    kept = gates_as_approved(case)[0]
    look_at(
        desk,
        a_session(people["police"]),
        {
            "answer-jointly-asked": reverse("answer_on_joint", args=[share.public_id]),
            "gate-as-approved": of_case("gate_as_approved", kept.public_id),
        },
        named="publication",
    )


def test_the_pages_of_findings_and_of_the_decision(desk):
    case, people = a_signed_report(
        paper=a_leaking_report(), name="Lumi Ostrander-Vale.docx"
    )
    decided(case, people)
    planned(case, people)
    prepared(case, people, summary="Lumi’s review.")
    scan = searched(case, people)
    keep(scan, named(scan, "Lumi"), people["manager"])
    texts = [each["text"] for each in scan.findings]
    first = texts.index("Lumi Ostrander-Vale")

    look_at(
        desk,
        a_session(people["icb"]),
        {
            "findings": reverse("findings", args=[case.public_id]),
            "beside": reverse("text_and_findings", args=[case.public_id, "report"]),
            "answer": reverse("answer_check", args=[scan.public_id, first]),
            "back": reverse("send_back_for", args=[scan.public_id, first]),
            "decisions": reverse("decisions", args=[case.public_id]),
            "replace": reverse("replace_words", args=[scan.public_id, first]),
            "keep": reverse("keep_by_exception", args=[scan.public_id, first]),
            "decide": reverse("decide_on_publication", args=[case.public_id]),
        },
        named="publication",
    )
