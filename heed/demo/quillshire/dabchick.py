"""Q-24-009, Dabchick: the whole way once, from an emailed Word form to a closed case.

Her story is told from the referral, in `dabchick_weighed`, `_reviewed` and `_learns`;
the parts that other cases walk too stand in `stations` and `published`."""

from heed.audit.actors import SystemActor
from heed.cases.actions import (
    amend_child,
    choose_pseudonym,
    keep_family_record,
)
from heed.cases.queries import children_of, family_record_of
from heed.correspondence.actions import receive
from heed.demo.posting import as_email
from heed.demo.quillshire import stations
from heed.demo.quillshire.dabchick_learns import learned
from heed.demo.quillshire.dabchick_reviewed import reviewed
from heed.demo.quillshire.dabchick_story import STORY
from heed.demo.quillshire.dabchick_weighed import weighed
from heed.demo.quillshire.interests import everybody_declares
from heed.demo.quillshire.published import Kept, Said, made_public
from heed.demo.quillshire.walking import are_put_on_the_list, at, next_reference_is
from heed.demo.sample import a_filled_form
from heed.incidents.actions import (
    decide_on_notification,
    give_view_on_notification,
    record_notification,
    settle_awareness,
    weigh_notification,
)
from heed.referrals.actions import note_reading, open_case
from heed.referrals.models import Referral

BESIDE_THEM = ("scrutineer", "family", "school-lead")
THE_MAILBOX = SystemActor("mailbox")
ABOUT_HER = {
    "safety.at_risk": "no",
    "referrer.name": "Ludlow Greatorex",
    "referrer.capacity": "staff",
    "referrer.role": "Head teacher",
    "referrer.organisation": "Thistlemere Primary School",
    "lead.endorsement": "decided",
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
DR_1 = {
    "is_child": {"answer": "yes", "why": "She is seven."},
    "abuse_or_neglect": {"answer": "suspected", "why": "Neglect over a year."},
    "died": {"answer": "no", "why": ""},
    "seriously_harmed": {"answer": "yes", "why": "Her growth had stopped."},
    "contributory": {"answer": "yes", "why": "She was not fed."},
    "life_threatening": {"answer": "no", "why": "The ward was not worried."},
    "recovered": {"answer": "no", "why": "She gains weight, slowly."},
    "place": {"answer": "this_area", "why": "At home."},
    "lives_here": {"answer": "yes", "why": ""},
    "looked_after": {"answer": "no", "why": ""},
    "care_leaver": {"answer": "no", "why": ""},
    "recent_concern": {"answer": "yes", "why": "The contact of March."},
    "caused_serious_harm": {"answer": "no", "why": ""},
    "unborn": {"answer": "no", "why": ""},
}
# Her aunt has the name of a bird, and so has the first word on Dabchick's list.
KEPT = (
    Kept(
        form="Wren",
        why="It is the bird on her list. Nobody of that name is in the report.",
        why_too="I read the sentence with the list beside it: a bird.",
    ),
)
COMMENTS = (
    Said(
        body="panel",
        day="2024-12-10",
        words="The Panel has read it. It would have liked to hear more of how hunger "
        "was spoken about between school and clinic.",
        reply="The reviewer has no more than what she was told. We ask the question in "
        "the briefing, for every team to answer.",
    ),
)
HER_AUNT_WAS_TOLD = {
    "taking_part": (
        "2024-06-27",
        "How she may take part. She comes to both talks, with the advocate.",
    ),
    "publication_date": ("2024-12-09", "She was told with him."),
}
# name, who they are to her, whether they take part, what they wish
FAMILY = (
    ("Piran Quint", "father", "takes_part", "He wants to be asked, not told."),
    ("Wren Holloway", "aunt", "takes_part", "She wants to be heard with him."),
    ("Jowan Quint", "brother", "later", "He is four. His aunt says when."),
    ("Morwenna Holloway", "mother", "declines", "She has been asked twice."),
)


def load_dabchick(quillshire, people) -> None:
    """Walk her case the whole way."""
    case = _referred(quillshire, people)
    father, aunt = _who_they_are(case, people)
    _notified(case, people)
    weighed(case, people)
    stations.is_told(case, father, STORY.told, people)
    stations.is_told(case, aunt, HER_AUNT_WAS_TOLD, people)
    reviewed(case, people)
    made_public(case, STORY, people, kept=KEPT, comments=COMMENTS)
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
    note_reading(referral, by=people["coordinator"], at=at("2024-06-03", "09:40"))
    case = open_case(referral, by=people["coordinator"], at=at("2024-06-03", "10:00"))
    everybody_declares(case, people, at("2024-06-03", "10:30"), stations.ON_THE_CASE)
    are_put_on_the_list(case, people, at("2024-06-03", "10:40"), BESIDE_THEM)
    everybody_declares(case, people, at("2024-06-03", "10:50"), BESIDE_THEM)
    return case


def _who_they_are(case, people):
    moment = at("2024-06-03", "11:00")
    (child,) = children_of(case)
    choose_pseudonym(child, pseudonym="Dabchick", by=people["coordinator"], at=moment)
    amend_child(
        child,
        sex="female",
        ethnicity="WBRI",
        disabled="no",
        religion="None",
        language="English",
        legal_status="not_in_care",
        plans=["none"],
        education="attends",
        school="Thistlemere Primary School",
        harm="neglect",
        by=people["coordinator"],
        at=moment,
    )
    father, aunt, *_ = stations.the_family_is_named(case, FAMILY, people, moment=moment)
    keep_family_record(
        family_record_of(case),
        who_counts="Her father and her aunt; her mother, who lives elsewhere.",
        child_called="Merryn",
        not_told_because="",
        by=people["coordinator"],
        at=moment,
    )
    return father, aunt


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
        answers=DR_1,
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
