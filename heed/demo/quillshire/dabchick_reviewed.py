"""The local review of Dabchick: who leads it, whom it hears, and how a draft becomes
the report that is signed."""

from datetime import date

from heed.demo.quillshire import stations
from heed.demo.quillshire.dabchick_story import STORY
from heed.demo.quillshire.walking import at
from heed.reviews.actions import (
    accept_change,
    answer_comment,
    answer_written_request,
    comment_on_accuracy,
    declare_independence,
    dispute_change,
    invite_to_event,
    plan_event,
    propose_change,
    propose_reviewer,
    record_attendance,
    record_event,
    replace_reviewer,
    request_from_reviewer,
)
from heed.reviews.queries import latest_report
from heed.reviews.texts import paragraphs


def reviewed(case, people) -> None:
    """The review from its first day to the three signatures."""
    stations.the_review_begins(case, STORY, people)
    _somebody_was_not_independent(case, people)
    stations.the_reviewer_is_appointed(case, STORY, people)
    stations.the_terms_are_agreed(case, STORY, people)
    stations.the_review_is_looked_at(case, STORY, people, after="terms", until="heard")
    _she_is_asked_in_writing(case, people)
    _practitioners_meet(case, people)
    stations.the_review_is_looked_at(
        case, STORY, people, after="heard", until="drafted"
    )
    stations.the_final_draft_is_lodged(case, STORY, people)
    _facts_are_checked(case, people)
    stations.the_review_is_looked_at(
        case, STORY, people, after="drafted", until="assured"
    )
    _changes_are_answered(case, people)
    stations.the_report_is_signed(case, STORY, people)


def _somebody_was_not_independent(case, people) -> None:
    """Another reviewer was proposed first; she had worked for the council."""
    first = propose_reviewer(
        case,
        person=people["second-reviewer"],
        qualities="Knows schools and neglect.",
        by=people["manager"],
        at=STORY.on("started", "11:00"),
    )
    declare_independence(
        first,
        worked_in_area=True,
        knows_people=False,
        declaration="I worked for the council until March 2024.",
        by=people["second-reviewer"],
        at=STORY.on("started", "12:00"),
    )
    replace_reviewer(
        first,
        reason="She worked for the council while it closed the contact of March.",
        by=people["icb"],
        at=STORY.on("started", "13:00"),
    )


def _she_is_asked_in_writing(case, people) -> None:
    asked = request_from_reviewer(
        case,
        words="Please say whether two interviews will do, and whether the draft comes "
        "in October.",
        due_on=date(2024, 9, 20),
        by=people["council"],
        at=at("2024-09-11"),
    )
    answer_written_request(
        asked,
        answer="Two and the event will do. The draft comes on 28 October.",
        by=people["reviewer"],
        at=at("2024-09-13"),
    )


def _practitioners_meet(case, people) -> None:
    planned, held = at("2024-09-13", "14:00"), STORY.on("heard", "17:00")
    event = plan_event(
        case,
        held_on=STORY.day("heard"),
        title="What each of us saw",
        by=people["coordinator"],
        at=planned,
    )
    came = {
        str(
            invite_to_event(
                event,
                name=name,
                organisation=organisation,
                work=work,
                support_offered=True,
                by=people["coordinator"],
                at=planned,
            ).pk
        )
        for name, organisation, work in (
            ("Ottilie Brandreth", "Thistlemere Primary School", "Taught her two years"),
            ("Corisande Huxtable", "Quillshire Community Health", "Clinic nurse"),
        )
    }
    record_attendance(
        event,
        came=came,
        support_given="Each had a colleague beside them, and a call the week after.",
        by=people["coordinator"],
        at=held,
    )
    record_event(
        event,
        what_was_said="I wrote it down each day. Nobody asked to see the book. On a "
        "full clinic day a child who does not come is a gap that one is glad of.",
        by=people["reviewer"],
        at=STORY.on("heard", "17:30"),
    )


def _facts_are_checked(case, people) -> None:
    """The school says that a fact is not right; the reviewer answers."""
    report = latest_report(case)
    comment = comment_on_accuracy(
        report,
        anchor=_paragraph(report, "Finding 2."),
        words="The breakfast club kept notes of what she said too, from January on.",
        by=people["school-lead"],
        at=at("2024-10-31", "14:00"),
    )
    answer_comment(
        comment,
        answer="Thank you. I have read them; the finding should say so.",
        by=people["reviewer"],
        at=at("2024-11-01", "09:40"),
    )


def _changes_are_answered(case, people) -> None:
    """Two changes after her final draft: one she accepts, one she disputes."""
    report = latest_report(case)
    for words, after, why, who in (
        (
            "Finding 2.",
            "Finding 2. Her own words were written down in her school only: in her "
            "teacher's book, and in the notes of the breakfast club.",
            "The school showed that there was a second place.",
            "coordinator",
        ),
        (
            "Finding 1.",
            "Finding 1. Some missed appointments were closed one by one.",
            "“Nobody” is hard on the clinics.",
            "icb",
        ),
    ):
        change = propose_change(
            report,
            anchor=_paragraph(report, words),
            after=after,
            reasons=why,
            by=people[who],
            at=at("2024-11-04", "11:00"),
        )
        if who == "coordinator":
            accept_change(change, by=people["reviewer"], at=at("2024-11-05", "09:00"))
        else:
            dispute_change(
                change,
                reason="All six were closed so, and it is what the report is about. It "
                "says of nobody that they meant it.",
                by=people["reviewer"],
                at=at("2024-11-05", "09:20"),
            )


def _paragraph(report, words: str) -> str:
    """The anchor of the paragraph that begins with these words."""
    return next(
        anchor for anchor, said in paragraphs(report.blocks) if said.startswith(words)
    )
