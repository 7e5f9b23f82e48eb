"""The rapid review as the Word file that goes to the Panel."""

from heed import clock
from heed.cases.deadlines import running_deadline
from heed.cases.models import Case
from heed.cases.queries import (
    children_of,
    family_of,
    safety_actions_of,
    shown,
)
from heed.cases.sheets import last_sheet, shown_sheet
from heed.incidents.queries import awareness_of, standing_notification
from heed.papers.blocks import Block, paragraph, table
from heed.papers.submission import (
    Decision,
    Gap,
    RapidReviewPack,
    SignOff,
    submission_docx,
)
from heed.rapid_reviews import queries
from heed.rapid_reviews.models import RapidReview
from heed.rulebook.clocks import RAPID_REVIEW_DUE
from heed.rulebook.criteria.records import DR_2, DR_3
from heed.rulebook.outcomes import label

VIEWS = {"agrees": "agrees", "dissents": "disagrees"}


def the_pack(rapid_review: RapidReview, *, at) -> bytes:
    """The submission as Word, in the order that the Panel expects; its first page says
    what is missing."""
    case = rapid_review.case
    return submission_docx(
        RapidReviewPack(
            partnership=case.partnership.name,
            reference=case.reference,
            facts=_facts(case, at),
            sections=_sections(rapid_review),
            gaps=_gaps(rapid_review),
            decisions=_decisions(rapid_review),
            sign_offs=_sign_offs(rapid_review),
        )
    )


def _facts(case: Case, at) -> tuple[tuple[str, str], ...]:
    notification, awareness = standing_notification(case), awareness_of(case)
    sent = notification.sent_at if notification else None
    late = (notification.late_reason or "") if notification else ""
    return (
        (
            "Reference of the notification",
            notification.national_reference if notification else "",
        ),
        ("Local authority became aware", _day(awareness and awareness.aware_at)),
        ("Notification sent", _day(sent)),
        ("Why it was late, if it was", late),
        ("This paper made", _day(at)),
        ("Working days used", _days_used(case, at)),
    )


def _days_used(case: Case, at) -> str:
    running = running_deadline(case, RAPID_REVIEW_DUE)
    if running is None:
        return ""
    so_far = shown(running, at=at)
    return f"{so_far.used} of {so_far.allowed}; due {running.due_on:%-d %B %Y}"


def _day(moment) -> str:
    return f"{clock.london_date(moment):%-d %B %Y}" if moment else ""


def _sections(rapid_review: RapidReview) -> dict[str, tuple[Block, ...]]:
    case = rapid_review.case
    written = {
        slug: tuple(paragraph(line) for line in words.split("\n"))
        for slug, words in (rapid_review.parts or {}).items()
        if words
    }
    known = {slug: blocks for slug, blocks in _known(case).items() if blocks}
    if rapid_review.national_reasons:
        known["national_view"] = (paragraph(rapid_review.national_reasons),)
    return {**known, **written}


def _known(case: Case) -> dict[str, tuple[Block, ...]]:
    return {
        "children": _table(
            ("Child", "Status", "Age band", "Sex", "Ethnicity", "Legal status"),
            [
                (
                    child.shown_as,
                    child.status,
                    child.age_band,
                    child.sex or "",
                    child.ethnicity,
                    child.legal_status,
                )
                for child in children_of(case)
            ],
        ),
        "family": _table(
            ("Family member", "Relationship", "Taking part"),
            [
                (m.shown_as, m.relationship, m.get_taking_part_display())
                for m in family_of(case)
            ],
        ),
        "agencies": _table(
            ("Agency", "Asked", "Due", "State"),
            [
                (
                    r.organisation.name,
                    _day(r.sent_at),
                    f"{r.due_on:%-d %B %Y}",
                    r.get_state_display(),
                )
                for r in queries.requests_of(case)
            ],
        ),
        "safety_actions": _table(
            ("What", "By whom", "Confirmed"),
            [
                (a.what, a.owner_organisation, _day(a.confirmed_at) or "Not yet")
                for a in safety_actions_of(case)
            ],
        ),
    }


def _table(header, rows) -> tuple[Block, ...]:
    cells = [tuple(value or "Not stated" for value in row) for row in rows]
    return (table(cells, header=header),) if cells else ()


def _gaps(rapid_review: RapidReview) -> tuple[Gap, ...]:
    return tuple(
        Gap(part.slug, part.tells) for part in queries.missing_parts(rapid_review)
    )


def _decisions(rapid_review: RapidReview) -> tuple[Decision, ...]:
    case, found = rapid_review.case, []
    for record in (DR_2, DR_3):
        if sheet := last_sheet(case, record):
            found += [
                Decision(row["question"], row["answer"], row["why"])
                for row in shown_sheet(sheet, record)
            ]
    if rapid_review.proposed_outcome:
        found.append(
            Decision(
                "What the partners decide",
                label(rapid_review.proposed_outcome),
                rapid_review.proposed_reasons or "",
            )
        )
    return tuple(found)


def _sign_offs(rapid_review: RapidReview) -> tuple[SignOff, ...]:
    return tuple(
        SignOff(
            body=row["label"],
            name=given.person.name if (given := row["given"]) else "",
            view=VIEWS[given.answer] if given else "",
            on=_day(given.confirmed_at) if given else "",
            words=(given.reasons or "") if given else "",
        )
        for row in queries.confirmations_of(rapid_review)
    )
