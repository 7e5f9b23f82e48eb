"""Cases in review, walked there by the real actions."""

from datetime import UTC, datetime

from heed.cases.actions import choose_pseudonym, grant_access
from heed.cases.models import Case, Child
from heed.cases.queries import children_of
from heed.papers.blocks import Document, document, heading, paragraph
from heed.papers.write_docx import write_docx
from heed.rapid_reviews.actions import record_panel_answer
from heed.reviews.actions import (
    agree_terms,
    appoint_reviewer,
    confirm_report,
    declare_independence,
    lodge_draft,
    propose_reviewer,
    quality_assure,
    start_local_review,
    write_portrait,
)
from heed.rulebook.language import Role
from tests.cases.factories import declared
from tests.partnership.factories import a_person
from tests.rapid_reviews.factories import (
    SEATS,
    a_rapid_review,
    sent_to_the_panel,
    signed_off,
)
from tests.walked import walked_once

APRIL = datetime(2026, 4, 27, 11, 0, tzinfo=UTC)


def a_report() -> Document:
    """A short report that names nobody."""
    return document(
        heading(1, "A report"),
        heading(2, "What happened"),
        paragraph("The child was seen with bruising, and was not brought back."),
        paragraph("Nobody asked who was at home."),
        heading(2, "What we learned"),
        paragraph("A baby who cannot move does not bruise by himself."),
        title="A report",
    )


@walked_once
def a_started_review(*, at=APRIL) -> tuple[Case, dict]:
    """A case whose local review has begun; among its people a reviewer to propose."""
    rapid, people = a_rapid_review(at=at)
    signed_off(rapid, people, at=at)
    sent_to_the_panel(rapid, people, at=at)
    case = Case.objects.get(pk=rapid.case_id)
    record_panel_answer(
        case,
        answer="agrees",
        dated_on=at.date(),
        words="We agree.",
        by=people["coordinator"],
        at=at,
    )
    start_local_review(
        case, reason="Decided in the rapid review.", by=people["icb"], at=at
    )
    people["reviewer"] = a_person(
        Role.LEAD_REVIEWER, partnership=case.partnership, name="Orla Fenwright", at=at
    )
    case.refresh_from_db()
    return case, people


@walked_once
def proposed_reviewer(case, people, *, at=APRIL):
    return propose_reviewer(
        case,
        person=people["reviewer"],
        qualities="Twenty years of practice, and telling reports.",
        by=people["coordinator"],
        at=at,
    )


@walked_once
def declared_independent(appointment, people, *, at=APRIL):
    return declare_independence(
        appointment,
        worked_in_area=False,
        knows_people=False,
        declaration="I have never worked here.",
        by=people["reviewer"],
        at=at,
    )


@walked_once
def a_review_at_work(*, at=APRIL) -> tuple[Case, dict]:
    """A review with an independent reviewer and terms of reference."""
    case, people = a_started_review(at=at)
    appointment = declared_independent(
        proposed_reviewer(case, people, at=at), people, at=at
    )
    appoint_reviewer(
        appointment, why_chosen="She is independent.", by=people["icb"], at=at
    )
    declared(case, people["reviewer"], at=at)
    agree_terms(
        case,
        questions=["What was known, and by whom?"],
        method="systems",
        scope="",
        covers_from=None,
        covers_to=None,
        by=people["manager"],
        at=at,
    )
    case.refresh_from_db()
    return case, people


@walked_once
def lodged(case, people, *, paper=None, final=True, name="report.docx", at=APRIL):
    """A draft of the report, lodged by the reviewer."""
    return lodge_draft(
        case,
        data=write_docx(paper or a_report()),
        name=name,
        is_final_draft=final,
        by=people["reviewer"],
        at=at,
    )


@walked_once
def signed_by_the_three(report, people, *, at=APRIL):
    for seat in SEATS:
        confirm_report(
            report, answer="signs", reasons="It is good.", by=people[seat], at=at
        )


@walked_once
def a_signed_report(*, paper=None, name="report.docx", at=APRIL) -> tuple[Case, dict]:
    """A case whose report the three partners have signed; its child has a pseudonym,
    and somebody has written who the child was."""
    case, people = a_review_at_work(at=at)
    report = lodged(case, people, paper=paper, name=name, at=at)
    write_portrait(
        case,
        words="Goldcrest grew quiet when somebody sang.",
        family_agreed=True,
        by=people["coordinator"],
        at=at,
    )
    named(case, people, at=at)
    quality_assure(case, reason="Checked and complete.", by=people["manager"], at=at)
    signed_by_the_three(report, people, at=at)
    case.refresh_from_db()
    return case, people


@walked_once
def named(case, people, pseudonym="Goldcrest", *, at=APRIL) -> Child:
    """The first child of a case under a pseudonym."""
    child = children_of(case)[0]
    return choose_pseudonym(child, pseudonym=pseudonym, by=people["coordinator"], at=at)


@walked_once
def on_the_list(case, people, role, *, at=APRIL, **more):
    """Somebody else put on the case's list in this role, who declares no interest."""
    person = a_person(role, partnership=case.partnership, at=at, **more)
    grant_access(case, person=person, role=role, by=people["manager"], at=at)
    declared(case, person, at=at)
    return person
