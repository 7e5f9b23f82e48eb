"""What was learned of Dabchick's case, what came of it, and how the case was closed."""

from datetime import date

from heed.demo.quillshire.published import briefing_made_public
from heed.demo.quillshire.walking import at
from heed.learning.actions import (
    assure_impact,
    close_case,
    complete_action,
    make_recommendation,
    open_actions,
    plan_action,
    record_impact,
    respond_to_recommendation,
)
from heed.partnership.models import Organisation

BRIEFING = (
    ("Background", "Dabchick was seven, and listed every bird that she saw."),
    ("What happened", "She came to school hungry for a year."),
    ("What we found", "Missed appointments were closed one by one."),
    ("What worked well", "Her teacher asked her every day."),
    ("What we learned", "Neglect is seen when somebody adds it up."),
    ("What to do differently", "A child who was not brought is a question today."),
    ("Talk about it", "Who in this team adds up what a child misses?"),
)


def learned(case, people) -> None:
    """What was learned of Dabchick is told, done, looked at, and the case closed."""
    moment = at("2025-01-08")
    briefing_made_public(
        case,
        BRIEFING,
        people,
        title="Dabchick: add it up",
        pseudonym="Dabchick",
        moment=moment,
    )
    for text, code, owner in (
        (
            "A child who was not brought is somebody's question today.",
            "QCH",
            "notifier",
        ),
        ("What a child says reaches whoever decides.", "EDU", "school-lead"),
    ):
        made = make_recommendation(
            case,
            text=text,
            intended_change="Somebody adds it up.",
            addressees=[
                Organisation.objects.get(partnership=case.partnership, code=code)
            ],
            kind="recommendation",
            scope="local",
            aim="practice",
            origin="review",
            multi_agency=False,
            due_on=date(2025, 6, 30),
            by=people["coordinator"],
            at=moment,
        )
        respond_to_recommendation(
            made.addressees.get(),
            answer="accepted",
            reasons="We accept it.",
            by=people["council"],
            at=moment,
        )
        _done_and_looked_at(made, people[owner], people, moment)
    _closed(case, people)


def _done_and_looked_at(made, owner, people, moment) -> None:
    action = plan_action(
        made,
        text="Put it into the weekly meeting.",
        owner=owner,
        due_on=date(2025, 6, 30),
        measure="Forty records",
        by=people["manager"],
        at=moment,
    )
    complete_action(
        action,
        done_on=date(2025, 6, 16),
        what_was_done="It is a standing item.",
        evidence="Three agendas",
        evidence_dated_on=date(2025, 6, 16),
        by=people["manager"],
        at=at("2025-06-16"),
    )
    record_impact(
        action,
        looked_on=date(2025, 10, 7),
        method="voices",
        measure="What twelve children said",
        evidence="Ten of twelve could say who asks them.",
        judgement="sustained",
        by=people["coordinator"],
        at=at("2025-10-08"),
    )


def _closed(case, people) -> None:
    open_actions(case, by=people["manager"], at=at("2025-10-09"))
    assure_impact(
        case,
        reason="Children say that somebody asks them, and records show it.",
        by=people["council"],
        at=at("2025-11-04"),
    )
    close_case(
        case,
        reason="Nothing more is owed.",
        by=people["council"],
        at=at("2025-11-05"),
    )
