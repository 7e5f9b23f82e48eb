"""What a rapid review writes and weighs, each case in its own words."""

from heed.demo.quillshire.walking import at
from heed.rapid_reviews.actions import (
    give_view_on_review,
    sign_off_answer,
    weigh_criteria,
    write_part,
)
from heed.rapid_reviews.queries import requests_of

LEADS = {
    "QHT": "lead",
    "QCH": "community-lead",
    "GPF": "surgery-lead",
    "HSG": "housing-lead",
    "TPS": "school-lead",
}


def answers_are_signed_off(case, people, moment) -> None:
    """What an agency answered is signed off by its safeguarding lead, where it has
    one."""
    for request in requests_of(case):
        if lead := LEADS.get(request.organisation.code):
            sign_off_answer(request, by=people[lead], at=moment)


def parts_are_written(review, parts, people, *, day) -> None:
    """The parts of the paper for the Panel, five minutes each."""
    for number, (part, words) in enumerate(parts.items()):
        write_part(
            review,
            part=part,
            words=words,
            by=people["coordinator"],
            at=at(day, f"10:{number * 5:02}"),
        )


def criteria_are_weighed(case, dr_2, dr_3, views, people, *, day) -> None:
    """Both working sheets, question by question, and what each partner thinks."""
    is_weighed(case, "rapid_review", dr_2, people["coordinator"], at(day, "12:00"))
    is_weighed(case, "local_review", dr_3, people["manager"], at(day, "14:00"))
    for slug, (view, words) in views.items():
        give_view_on_review(
            case,
            view=view,
            reasons=words,
            by=people[slug],
            at=at(day, "16:00"),
        )


def is_weighed(case, record, said, by, moment) -> None:
    """One working sheet, filled in by one person."""
    weigh_criteria(
        case,
        record=record,
        answers={
            question: {"answer": answer, "why": why}
            for question, (answer, why) in said.items()
        },
        by=by,
        at=moment,
    )
