"""Q-24-009, Dabchick: the whole way once, from an emailed Word form to a closed case.

Her story is told from the referral; the parts that other cases walk too stand in
`stations` and `published`."""

from datetime import date

from heed.audit.actors import SystemActor
from heed.cases.actions import (
    choose_pseudonym,
    confirm_safety_action,
    name_family_contact,
    name_family_member,
    raise_safety_action,
)
from heed.cases.queries import children_of, family_record_of
from heed.correspondence.actions import receive
from heed.demo.posting import as_email
from heed.demo.quillshire import stations
from heed.demo.quillshire.dabchick_learns import learned
from heed.demo.quillshire.published import made_public
from heed.demo.quillshire.walking import at, everybody_declares, next_reference_is
from heed.demo.sample import a_filled_form
from heed.incidents.actions import (
    decide_on_notification,
    give_view_on_notification,
    record_notification,
    settle_awareness,
    weigh_notification,
)
from heed.rapid_reviews.actions import hold_meeting, open_rapid_review, write_part
from heed.referrals.actions import open_case
from heed.referrals.models import Referral
from heed.reviews.actions import (
    declare_independence,
    invite_to_event,
    plan_event,
    propose_reviewer,
    record_attendance,
    record_event,
)

THE_MAILBOX = SystemActor("mailbox")
ABOUT_HER = {
    "safety.at_risk": "no",
    "referrer.name": "Ludlow Greatorex",
    "referrer.capacity": "staff",
    "referrer.role": "Head teacher",
    "referrer.organisation": "Thistlemere Primary School",
    "referrer.email": "head@thistlemere.quillshire.example",
    "child.1.given": "Merryn",
    "child.1.family": "Holloway-Quint",
    "child.1.status": "alive",
    "child.1.dob": "19 September 2016",
    "incident.date": "31 May 2024",
    "incident.what": "She walked to school alone at six in the morning, barefoot.",
    "incident.harm": "She weighed what a child of four weighs.",
    "criteria.abuse_or_neglect": "suspected",
    "criteria.outcome": "seriously_harmed",
    "criteria.reasons": "Five services each had a reason not to worry.",
}
STORY = stations.Story(
    title="Dabchick: local child safeguarding practice review",
    portrait="Dabchick was seven. She kept a list of every bird that she had seen, and "
    "told her teacher that the herons were her favourites.",
    report=(
        (
            "What happened",
            (
                "Dabchick came to school hungry for a year. Five services each saw a "
                "part of it, and each had a reason not to worry.",
            ),
        ),
        (
            "What we found",
            (
                "Finding 1. Missed appointments were closed one by one, and nobody "
                "counted them together.",
                "Finding 2. Her own words were written down in one place only, and "
                "that was her teacher's book.",
            ),
        ),
        (
            "What worked well",
            ("Her teacher asked her every day, and wrote down what she said.",),
        ),
        (
            "What we recommend",
            (
                "Recommendation 1. A child who was not brought is somebody's question "
                "the same day.",
                "Recommendation 2. What a child says reaches whoever decides.",
            ),
        ),
    ),
    response="We accept both recommendations, and thank her teacher.",
    summary="How a hungry child was seen by five services and helped by one.",
    notice="This report speaks of a child who was neglected.",
    themes=("Neglect", "Voice and daily life of the child"),
    why_a_review="Neglect over a year, in front of five services.",
    questions=("What was a day in her life like?", "Who added up what was missed?"),
    scope="From the first day at school to the day she was found.",
    how_it_goes="Two schools hold her records; one has sent them.",
    told={
        "review_begins": ("2024-06-12", "What a review is, and that it blames nobody."),
        "draft_offered": ("2024-11-04", "Her father read it with an advocate."),
        "publication_date": ("2024-12-09", "He was told the day and the hour."),
    },
    days={
        "proposed": "2024-06-24",
        "decided": "2024-06-25",
        "panel": "2024-07-09",
        "started": "2024-07-10",
        "appointed": "2024-07-15",
        "terms": "2024-07-17",
        "monitored": "2024-09-10",
        "drafted": "2024-10-28",
        "assured": "2024-11-11",
        "signed": "2024-11-14",
        "prepared": "2024-11-18",
        "searched": "2024-11-20",
        "ahead": "2024-12-03",
        "published": "2024-12-17",
    },
)
SAID = {
    "QCC": "One contact in March, closed as support was offered.",
    "QCH": "Six appointments to which she was not brought.",
    "EDU": "Attendance 88 %; often early and often hungry.",
    "GPF": "Weighed in January; a second weighing was not arranged.",
    "QCO": None,
}


def load_dabchick(quillshire, people) -> None:
    """Walk her case the whole way."""
    case = _referred(quillshire, people)
    father = _who_they_are(case, people)
    _notified(case, people)
    _rapid_review(case, people)
    stations.the_family_is_told(case, father, STORY, people)
    _reviewed(case, people)
    made_public(case, STORY, people)
    learned(case, people)


def _referred(quillshire, people):
    moment = at("2024-06-03", "08:40")
    next_reference_is(quillshire, 2024, 9, moment)
    raw = as_email(
        "referral.docx",
        a_filled_form(quillshire, ABOUT_HER),
        sender=ABOUT_HER["referrer.email"],
        subject="Referral",
        to=quillshire.referral_address,
        at=moment,
    )
    email = receive(raw, partnership=quillshire, by=THE_MAILBOX, at=moment)
    referral = Referral.objects.get(email=email)
    case = open_case(referral, by=people["coordinator"], at=at("2024-06-03", "10:00"))
    everybody_declares(case, people, at("2024-06-03", "10:30"), stations.ON_THE_CASE)
    return case


def _who_they_are(case, people):
    moment = at("2024-06-03", "11:00")
    (child,) = children_of(case)
    choose_pseudonym(child, pseudonym="Dabchick", by=people["coordinator"], at=moment)
    father = name_family_member(
        case,
        name="Piran Quint",
        relationship="father",
        wishes="He wants to be asked, not told.",
        taking_part="takes_part",
        by=people["coordinator"],
        at=moment,
    )
    name_family_contact(
        family_record_of(case),
        person=people["coordinator"],
        who_counts="Her father and her aunt.",
        by=people["coordinator"],
        at=moment,
    )
    return father


def _notified(case, people) -> None:
    settle_awareness(
        case,
        aware_at=at("2024-05-31", "09:10"),
        basis="The school telephoned the front door.",
        by=people["council"],
        at=at("2024-06-03", "12:00"),
    )
    weigh_notification(
        children_of(case)[0],
        answers={
            "is_child": {"answer": "yes", "why": "She is seven."},
            "abuse_or_neglect": {"answer": "suspected", "why": "Neglect over a year."},
            "died": {"answer": "no", "why": ""},
            "seriously_harmed": {"answer": "yes", "why": "Her growth had stopped."},
            "place": {"answer": "this_area", "why": ""},
        },
        by=people["coordinator"],
        at=at("2024-06-04"),
    )
    for slug in stations.PARTNERS:
        give_view_on_notification(
            case,
            view="notify",
            reasons="Neglect is suspected and she was seriously harmed.",
            by=people[slug],
            at=at("2024-06-05"),
        )
    decide_on_notification(
        case,
        outcome="notify",
        reasons="The criteria are met.",
        by=people["council"],
        at=at("2024-06-05", "15:00"),
    )
    record_notification(
        case,
        sent_at=at("2024-06-06", "11:20"),
        national_reference="SIN-QCC-2024-07",
        late_reason="",
        by=people["council"],
        at=at("2024-06-06", "11:40"),
    )


def _rapid_review(case, people) -> None:
    moment = at("2024-06-07", "09:30")
    review = open_rapid_review(case, by=people["coordinator"], at=moment)
    stations.agencies_are_asked(
        case,
        SAID,
        (),
        people,
        asked=at("2024-06-07"),
        answered=at("2024-06-14"),
        due_on=date(2024, 6, 17),
    )
    action = raise_safety_action(
        case,
        what="See her and her brother at home today, and weigh both.",
        owner="Duty team manager",
        owner_organisation="Quillshire Council Children's Services",
        due_at=at("2024-06-07", "17:00"),
        by=people["coordinator"],
        at=moment,
    )
    confirm_safety_action(
        action,
        outcome="Both were seen and weighed; they stay with their aunt.",
        by=people["council"],
        at=at("2024-06-07", "16:20"),
    )
    hold_meeting(
        case,
        held_on=date(2024, 6, 20),
        attended=["Mabry Pellowick, business unit", "Head teacher", "Health visitor"],
        apologies="None",
        interests="None declared",
        minutes="Nobody had added up what she missed.",
        by=people["coordinator"],
        at=at("2024-06-20", "16:00"),
    )
    write_part(
        review,
        part="facts",
        words="A girl of seven came to school hungry for a year.",
        by=people["coordinator"],
        at=at("2024-06-21"),
    )
    stations.the_partners_decide(review, STORY, people)


def _reviewed(case, people) -> None:
    stations.the_review_begins(case, STORY, people)
    _somebody_was_not_independent(case, people)
    stations.the_reviewer_is_appointed(case, STORY, people)
    stations.the_review_is_held(case, STORY, people)
    _practitioners_meet(case, people)
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
        by=people["manager"],
        at=STORY.on("started", "12:00"),
    )


def _practitioners_meet(case, people) -> None:
    event = plan_event(
        case,
        held_on=date(2024, 9, 17),
        title="What each of us saw",
        by=people["coordinator"],
        at=at("2024-08-27"),
    )
    invited = invite_to_event(
        event,
        name="Ottilie Brandreth",
        organisation="Thistlemere Primary School",
        work="Taught her for two years",
        support_offered=True,
        by=people["coordinator"],
        at=at("2024-08-27"),
    )
    record_attendance(
        event, came={invited.pk}, by=people["coordinator"], at=at("2024-09-17", "17:00")
    )
    record_event(
        event,
        what_was_said="I wrote it down each day. Nobody asked to see the book.",
        by=people["reviewer"],
        at=at("2024-09-17", "17:30"),
    )
