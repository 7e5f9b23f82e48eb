"""What became of Goldcrest's seven recommendations: nineteen actions, as they are met
in real life: late, without evidence, replaced, reopened, left behind by a leaver."""

from dataclasses import dataclass, field
from datetime import date

from heed.cases.actions import give_reason_for_lateness
from heed.cases.models import Deadline
from heed.demo.quillshire.walking import at
from heed.learning.actions import (
    agree_new_date,
    complete_action,
    end_without_doing,
    make_recommendation,
    open_actions,
    plan_action,
    record_impact,
    record_progress,
    reopen_action,
    replace_action,
    respond_to_recommendation,
)
from heed.partnership.actions import disable_person
from heed.partnership.models import Organisation

BRIEFING_TITLE = "Goldcrest: ask who lives with the baby"
BRIEFING = (
    ("Background", "Goldcrest was ten weeks old. Four agencies saw her."),
    (
        "What happened",
        "She came to hospital with an injury that nobody could explain. Each agency "
        "knew something of her family. No meeting put it together.",
    ),
    (
        "What we found",
        "Nobody asked about her father, although he lived with them. A bruise was "
        "written down and not talked about. First visits took place by telephone.",
    ),
    (
        "What worked well",
        "One health visitor rang the surgery when she could not reach the family.",
    ),
    (
        "What we learned",
        "A baby's father is part of the baby's life, also when he is not in the room.",
    ),
    (
        "What to do differently",
        "Ask who lives with the baby, and speak with each of them. Treat every bruise "
        "in a baby who cannot move as a question for the pathway.",
    ),
    (
        "Talk about it",
        "Whom in this family have we never met? When did we last use the pathway?",
    ),
)


@dataclass(frozen=True)
class To:
    """A recommendation: what is to change, whom it is addressed to, by when."""

    text: str
    change: str
    bodies: tuple[str, ...]
    due_on: date
    aim: str = "practice"
    says: dict[str, str] = field(default_factory=dict)  # in more words than "accepted"
    refused_by: frozenset[str] = frozenset()


# Who answers for a body: its own safeguarding lead, or the partner it belongs to.
ANSWERS_FOR = {
    "QCH": "community-lead",
    "QHT": "lead",
    "GPF": "surgery-lead",
    "HSG": "housing-lead",
    "QCC": "council",
    "QBU": "council",
}
RECOMMENDATIONS = (
    To(
        "Every service that visits a newborn asks who lives with the baby.",
        "Each carer of a baby is known and spoken with.",
        ("QCH", "QHT"),
        date(2025, 6, 30),
    ),
    To(
        "The bruising pathway is known in every team that sees babies.",
        "A bruise in a baby who cannot move is always talked about.",
        ("QHT", "GPF"),
        date(2025, 3, 31),
        "training",
    ),
    To(
        "The first visits after a birth take place at home.",
        "Somebody has seen where each baby sleeps.",
        ("QCH",),
        date(2025, 9, 30),
        "system",
    ),
    To(
        "When a family moves, the services that visit hear of it in the same week.",
        "No baby is lost between two teams.",
        ("QCH", "QCC"),
        date(2026, 3, 31),
        "system",
    ),
    To(
        "A landlord who is worried about a baby knows whom to ring.",
        "What housing officers see reaches those who can act on it.",
        ("HSG", "QCC"),
        date(2025, 10, 31),
        "policy",
        {"HSG": "We let 4,000 homes with eleven officers. We cannot visit each."},
        frozenset({"HSG"}),
    ),
    To(
        "Supervision asks about every adult in the home.",
        "Men in the home are seen, and weighed as a help or a risk.",
        ("QCC", "QCH"),
        date(2025, 11, 28),
    ),
    To(
        "What was learned reaches every team, and somebody asks what has changed.",
        "The next baby is met by people who know this story.",
        ("QBU",),
        date(2026, 6, 30),
        "training",
    ),
)

# recommendation, what, who, by when
ACTIONS = (
    (1, "Ask about fathers at every first visit.", "community-lead", "2025-06-30"),
    (1, "Add the question to the maternity booking record.", "lead", "2025-04-30"),
    (1, "Sample forty records a quarter for it.", "community-lead", "2025-09-30"),
    (2, "Teach the pathway in every team.", "lead", "2025-03-31"),
    (2, "Put the pathway on one page in every clinic.", "doctor", "2026-04-06"),
    (2, "Sample how often bruises were talked about.", "lead", "2025-09-30"),
    (3, "Count first visits by telephone each month.", "community-lead", "2025-06-30"),
    (3, "Fill the vacant post in Tinderwick.", "leaver", "2025-12-19"),
    (3, "End first visits by telephone.", "community-lead", "2025-05-30"),
    (4, "Send a paper list of babies who moved.", "community-lead", "2025-07-31"),
    (4, "Share a list of moves between both systems.", "notifier", "2026-03-31"),
    (5, "Have housing visit each tenancy with a newborn.", "notifier", "2025-10-31"),
    (5, "Give landlords one number to ring.", "notifier", "2025-10-31"),
    (6, "Ask about men in the home in each supervision.", "council", "2025-11-28"),
    (6, "Hold case discussions across agencies.", "leaver", "2026-04-30"),
    (6, "Train twenty supervisors.", "notifier", "2025-07-31"),
    (7, "Bring the briefing to every team.", "coordinator", "2025-02-28"),
    (7, "Invite her grandmother to speak, if she wishes.", "coordinator", "2026-01-30"),
    (7, "Ask forty practitioners what has changed.", "scrutineer", "2026-02-27"),
)


def followed(case, people) -> None:
    """Make the recommendations, plan the actions, and let a year go by."""
    moment = at("2025-01-28")
    made = [_recommended(case, each, people, moment) for each in RECOMMENDATIONS]
    actions = {
        number: plan_action(
            made[recommendation - 1],
            text=text,
            owner=people[owner],
            due_on=date.fromisoformat(due),
            measure="A sample of forty records a quarter",
            by=people["manager"],
            at=moment,
        )
        for number, (recommendation, text, owner, due) in enumerate(ACTIONS, 1)
    }
    open_actions(case, by=people["manager"], at=at("2025-01-29"))
    _done(actions, people)
    _why_action_4_was_late(case, people)
    _not_done(actions, people)
    _still_open(actions, people)
    disable_person(people["leaver"], by=people["manager"], at=at("2025-10-31", "17:00"))


def _recommended(case, asked: To, people, moment):
    addressees = Organisation.objects.filter(
        partnership=case.partnership, code__in=asked.bodies
    )
    made = make_recommendation(
        case,
        text=asked.text,
        intended_change=asked.change,
        addressees=list(addressees),
        kind="recommendation",
        scope="local",
        aim=asked.aim,
        origin="review",
        multi_agency=len(asked.bodies) > 1,
        due_on=asked.due_on,
        by=people["coordinator"],
        at=moment,
    )
    for addressee in made.addressees.select_related("organisation"):
        code = addressee.organisation.code
        respond_to_recommendation(
            addressee,
            answer="not_accepted" if code in asked.refused_by else "accepted",
            reasons=asked.says.get(code, "We accept it."),
            by=people[ANSWERS_FOR[code]],
            at=moment,
        )
    return made


# number, signed off on, what was done, evidence, dated
DONE = (
    (1, "2025-06-20", "It stands in the visit record.", "Form HV-3", "2025-06-18"),
    (2, "2025-04-25", "The record was changed.", "", None),
    (4, "2025-05-12", "All nine teams were taught.", "Training list", "2024-11-04"),
    (6, "2025-09-26", "A sample was drawn.", "", None),
    (7, "2025-06-27", "It is counted.", "Monthly figures", "2025-06-27"),
    (9, "2025-05-30", "The manager wrote to all.", "Letter", "2025-05-30"),
    (13, "2025-10-20", "One number is on the tenancy card.", "Card", "2025-10-01"),
    (16, "2025-07-18", "Twenty-two came.", "Attendance list", "2025-07-17"),
    (17, "2025-02-26", "All teams have it.", "Receipts", "2025-02-26"),
)
IMPACTS = (
    (1, "2025-12-10", "some", "Fathers are named in 31 of 40 records; it was 9."),
    (7, "2025-12-10", "sustained", "Two first visits by telephone in six months."),
    (13, "2026-02-03", "cannot_tell", "Nobody has rung the number yet."),
    (16, "2025-11-12", "not_yet", "Too early: to be looked at in May."),
)


def _done(actions, people) -> None:
    for number, day, words, evidence, dated in DONE:
        complete_action(
            actions[number],
            done_on=date.fromisoformat(day),
            what_was_done=words,
            evidence=evidence,
            evidence_dated_on=date.fromisoformat(dated) if dated else None,
            by=people["manager"],
            at=at(day, "15:00"),
        )
    for number, day, judgement, words in IMPACTS:
        record_impact(
            actions[number],
            looked_on=date.fromisoformat(day),
            method="dip_sample",
            measure="Forty records",
            evidence=words,
            judgement=judgement,
            by=people["coordinator"],
            at=at(day, "16:00"),
        )


def _why_action_4_was_late(case, people) -> None:
    taught = Deadline.objects.get(case=case, about="Action 4")
    give_reason_for_lateness(
        taught,
        reason="Two of nine teams had no trainer before April.",
        by=people["manager"],
        at=at("2025-05-12", "15:20"),
    )


def _not_done(actions, people) -> None:
    end_without_doing(
        actions[12],
        reason="The landlord did not accept it and says why. A number to ring does "
        "more with less.",
        by=people["manager"],
        at=at("2025-09-09"),
    )
    replace_action(
        actions[10],
        replaced_by=actions[11],
        reason="A paper list was always a week old.",
        by=people["manager"],
        at=at("2025-07-14"),
    )
    reopen_action(
        actions[9],
        due_on=date(2026, 5, 29),
        reason="In January five first visits were by telephone again.",
        by=people["manager"],
        at=at("2026-02-04"),
    )


def _still_open(actions, people) -> None:
    for number, status, day, words in (
        (3, "at_risk", "2025-08-20", "Two samples of three are drawn."),
        (5, "on_track", "2026-02-10", "Eleven of fourteen clinics have it."),
        (8, "at_risk", "2025-10-20", "Advertised twice, nobody applied."),
        (11, "on_track", "2026-02-12", "Both systems exchange test records."),
        (14, "at_risk", "2025-11-10", "Half of the supervisors do."),
        (18, "on_track", "2025-12-15", "She would like to, after the anniversary."),
    ):
        record_progress(
            actions[number],
            status=status,
            words=words,
            by=people["coordinator"],
            at=at(day),
        )
    agree_new_date(
        actions[19],
        new_target_on=date(2026, 6, 30),
        reason="The survey waits for the second round of training.",
        told="The three partners",
        by=people["manager"],
        at=at("2026-02-16"),
    )
