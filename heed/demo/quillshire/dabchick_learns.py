"""What was learned of Dabchick's case, what came of it, and how the case was closed."""

from dataclasses import dataclass
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
    (
        "Talk about it",
        "Who in this team adds up what a child misses? How do school and clinic speak "
        "about hunger?",
    ),
)


@dataclass(frozen=True)
class Learned:
    """A recommendation: to whom, who answers and owns it, and what became of it."""

    text: str
    change: str
    code: str
    answered_by: str
    answer: str
    owner: str
    action: str
    method: str
    measure: str
    done: str
    evidence: str
    changed: str


LEARNED = (
    Learned(
        text="A child who was not brought is somebody's question today.",
        change="Somebody adds up what one child misses.",
        code="QCH",
        answered_by="community-lead",
        answer="Accepted. Our rule told clinics to close after two; it goes.",
        owner="community-lead",
        action="Put every child who was not brought into the daily meeting.",
        method="dip_sample",
        measure="A sample of forty records",
        done="It is a standing item of the daily meeting in all four clinics.",
        evidence="Agendas of four clinics, three weeks each",
        changed="In 37 of 40 records somebody rang the home the same day; it was 6.",
    ),
    Learned(
        text="What a child says reaches whoever decides.",
        change="A child's own words stand in what is decided about her.",
        code="EDU",
        answered_by="council",
        answer="Accepted for schools and for our own front door.",
        owner="school-lead",
        action="Send a child's own words with every contact to the front door.",
        method="voices",
        measure="What twelve children said",
        done="The form for a contact begins with what the child said.",
        evidence="The form, and forty contacts made with it",
        changed="Ten of twelve children could say who asks them, and what came of it.",
    ),
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
    for what in LEARNED:
        made = make_recommendation(
            case,
            text=what.text,
            intended_change=what.change,
            addressees=[
                Organisation.objects.get(partnership=case.partnership, code=what.code)
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
            reasons=what.answer,
            by=people[what.answered_by],
            at=at("2025-01-15"),
        )
        _done_and_looked_at(made, what, people)
    _closed(case, people)


def _done_and_looked_at(made, what: Learned, people) -> None:
    action = plan_action(
        made,
        text=what.action,
        owner=people[what.owner],
        due_on=date(2025, 6, 30),
        measure=what.measure,
        by=people["manager"],
        at=at("2025-01-15", "14:00"),
    )
    complete_action(
        action,
        done_on=date(2025, 6, 16),
        what_was_done=what.done,
        evidence=what.evidence,
        evidence_dated_on=date(2025, 6, 16),
        by=people["manager"],
        at=at("2025-06-16"),
    )
    record_impact(
        action,
        looked_on=date(2025, 10, 7),
        method=what.method,
        measure=what.measure,
        evidence=what.changed,
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
