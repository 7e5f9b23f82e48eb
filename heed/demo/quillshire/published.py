"""A report of Quillshire goes through the gate and is public, with its briefing."""

from datetime import timedelta

from heed.demo.quillshire.stations import Story
from heed.learning.actions import approve_briefing, make_briefing, write_briefing
from heed.publications.actions import (
    acknowledge_left_behind,
    approve_publication,
    check_for_identifying_words,
    clear_proceedings,
    decide_on_publication,
    hand_down_what_is_due,
    plan_publication,
    prepare_report,
    publish,
    send_advance_copies,
    write_response,
)
from heed.publications.queries import paper_or_404, shown_text_or_404


def made_public(case, story: Story, people) -> None:
    """Prepare, check, approve, send ahead and publish a report and its response."""
    _prepared(case, story, people)
    _through_the_gate(case, story, people)
    publish(case, by=people["manager"], at=story.on("published"))
    hand_down_what_is_due(by=people["manager"], at=story.on("published", "10:01"))


def _prepared(case, story: Story, people) -> None:
    decide_on_publication(
        case,
        outcome="publish",
        reasons="Nobody is harmed by it, and others can learn.",
        answers={},
        by=people["council"],
        at=story.on("prepared", "09:00"),
    )
    prepare_report(
        case,
        summary=story.summary,
        notice=story.notice,
        distressing=[],
        themes=list(story.themes),
        former_titles=[],
        head_rows=[],
        by=people["coordinator"],
        at=story.on("prepared"),
    )
    write_response(
        case,
        text=story.response,
        by=people["coordinator"],
        at=story.on("prepared", "11:00"),
    )
    plan_publication(
        case,
        publish_on=story.day("published"),
        by=people["coordinator"],
        at=story.on("prepared", "12:00"),
    )


def _through_the_gate(case, story: Story, people) -> None:
    moment = story.on("searched")
    for kind in ("report", "response"):
        scan = check_for_identifying_words(
            case, kind=kind, by=people["coordinator"], at=moment
        )
        if scan.left_behind:
            acknowledge_left_behind(scan, by=people["manager"], at=moment)
        for slug in ("council", "icb"):
            approve_publication(
                case,
                kind=kind,
                content_hash=shown_text_or_404(paper_or_404(case, kind)).content_hash,
                by=people[slug],
                at=moment + timedelta(days=1),
            )
    for slug in ("manager", "police"):
        clear_proceedings(
            case,
            looked_at=["criminal", "family"],
            words="No proceedings are live, and no order stands.",
            by=people[slug],
            at=moment + timedelta(days=2),
        )
    send_advance_copies(
        case,
        sent_on=story.day("ahead"),
        bodies=["panel", "secretary_of_state", "ofsted"],
        route="By secure email",
        proof="Three receipts on file",
        by=people["coordinator"],
        at=story.on("ahead"),
    )


def briefing_made_public(case, boxes, people, *, title, pseudonym, moment) -> None:
    """Write a seven-minute briefing, and have two people of two bodies approve it."""
    briefing = make_briefing(case, by=people["coordinator"], at=moment)
    content = briefing.content | {
        "title": title,
        "pseudonym": pseudonym,
        "boxes": [
            {"heading": heading, "body": body, "remark": ""} for heading, body in boxes
        ],
    }
    write_briefing(briefing, content=content, by=people["coordinator"], at=moment)
    briefing.refresh_from_db()
    for slug in ("council", "icb"):
        approve_briefing(briefing, by=people[slug], at=moment + timedelta(days=1))
