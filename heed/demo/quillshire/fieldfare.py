"""Q-25-024, Fieldfare and Plover: a girl of four and her brother of seven. What had
happened was known six weeks later. The partners decided on no review, the Panel does
not agree, and another decision is before them; the local authority has answered it."""

from datetime import date

from heed.cases.actions import (
    amend_child,
    choose_pseudonym,
    confirm_safety_action,
    keep_household,
    raise_safety_action,
    relate_people,
)
from heed.cases.queries import children_of
from heed.demo.quillshire import stations
from heed.demo.quillshire.fieldfare_weighed import THE_LETTER_WEIGHED, weighed
from heed.demo.quillshire.interests import everybody_declares
from heed.demo.quillshire.walking import (
    are_put_on_the_list,
    at,
    next_reference_is,
    sent_by_the_form,
)
from heed.demo.quillshire.weighing import is_weighed
from heed.incidents.actions import (
    decide_on_notification,
    give_view_on_notification,
    record_notification,
    settle_awareness,
    weigh_notification,
)
from heed.rapid_reviews.actions import (
    confirm_decision,
    propose_decision,
    record_panel_answer,
    record_panel_feedback,
    send_to_panel,
)
from heed.rapid_reviews.queries import rapid_review_of
from heed.referrals.actions import note_reading, open_case

BESIDE_THEM = ("scrutineer", "family")
REFERRED = {
    "safety.at_risk": "no",
    "referrer.name": "Oriel Vantongeren",
    "referrer.capacity": "staff",
    "referrer.role": "Safeguarding lead",
    "referrer.organisation": "Quillshire Hospitals NHS Trust",
    "lead.endorsement": "decided",
    "referrer.email": "oriel.vantongeren@hospitals.quillshire.example",
    "child.1.given": "Ottoline",
    "child.1.family": "Greyfriars-Penn",
    "child.1.status": "alive",
    "child.1.dob": "2 June 2021",
    "child.2.given": "Jago",
    "child.2.family": "Greyfriars-Penn",
    "child.2.status": "alive",
    "child.2.dob": "11 February 2018",
    "incident.date": "30 November 2025",
    "incident.what": "Both were brought on a Sunday morning and could hardly be woken. "
    "Their mother thought that it was the flu.",
    "incident.harm": "She stopped breathing twice. He slept for twenty hours.",
    "criteria.abuse_or_neglect": "unknown",
    "criteria.outcome": "seriously_harmed",
    "criteria.reasons": "Two children at once, and no infection was found. The blood "
    "of both is with the laboratory.",
}
HARM = {
    "Fieldfare": {
        "answer": "yes",
        "why": "She stopped breathing twice, and was on a ventilator for a day.",
    },
    "Plover": {"answer": "yes", "why": "He could not be woken for twenty hours."},
}
THREATENED = {
    "Fieldfare": {"answer": "yes", "why": "Twice."},
    "Plover": {"answer": "no", "why": "He breathed by himself."},
}
NOT_KNOWN_YET = {
    "answer": "not_known",
    "why": "What made them ill is with the laboratory. Six weeks, it says.",
}
KNOWN = {
    "answer": "known",
    "why": "Methadone in the blood of both. It was in a cup by the sink.",
}
SIBLINGS = (
    ("Fieldfare", "female", "She is four.", "attends"),
    ("Plover", "male", "He is seven.", "attends"),
)
NOTIFY = {
    "council": "From today there is no doubt. It goes tomorrow.",
    "icb": "Yes, for both: each of them was in danger.",
    "police": "Yes. Nobody asked what was in the cup, we neither.",
}
NO_REVIEW = (
    "How the medicine came to stand by the sink is known, and the rule for taking it "
    "home was changed on 20 January. A review would not find more."
)
AGREED = {
    "council": ("agrees", "The rule has changed. That was the learning."),
    "icb": ("agrees", "Every prescriber has been written to."),
    "police": (
        "dissents",
        "Three services sat in that kitchen. I do not know why none of them asked who "
        "else was at home, and the paper does not say.",
    ),
}
THE_PANEL_SAYS = (
    "The Panel does not agree that no local review is appropriate. The rapid review "
    "says how the medicine was kept. It does not say why services that treated an "
    "adult did not know of two children in his home, nor what Plover, who is seven, "
    "told his teacher. One of the three partners asks the same. The Panel invites the "
    "partners to think again, and to reply either way."
)
REVIEW_AFTER_ALL = (
    "The Panel is right that we asked how, and not why. Adult services were in their "
    "kitchen eleven times in a year and did not count two children. A local review "
    "asks what made that easy, and hears Plover."
)


def load_fieldfare(quillshire, people) -> None:
    """Walk the case of both to the second decision, which two partners still owe."""
    case = _referred(quillshire, people)
    _who_they_are(case, people)
    _not_known_for_six_weeks(case, people)
    _known_and_notified(case, people)
    weighed(case, people)
    _decided_and_sent(case, people)
    _the_panel_disagrees(case, people)


def _referred(quillshire, people):
    moment = at("2025-12-01", "10:20")
    next_reference_is(quillshire, 2025, 24, moment)
    referral = sent_by_the_form(quillshire, REFERRED, moment)
    note_reading(referral, by=people["coordinator"], at=at("2025-12-01", "11:00"))
    case = open_case(referral, by=people["coordinator"], at=at("2025-12-01", "11:10"))
    everybody_declares(case, people, at("2025-12-01", "11:30"), stations.ON_THE_CASE)
    are_put_on_the_list(case, people, at("2025-12-01", "12:00"), BESIDE_THEM)
    everybody_declares(case, people, at("2025-12-02", "09:00"), BESIDE_THEM)
    return case


def _who_they_are(case, people) -> None:
    by = {"by": people["coordinator"], "at": at("2025-12-02", "10:00")}
    for child, (bird, sex, _, education) in zip(
        children_of(case), SIBLINGS, strict=True
    ):
        choose_pseudonym(child, pseudonym=bird, **by)
        amend_child(
            child,
            sex=sex,
            ethnicity="MWBC",
            disabled="no",
            religion="Christian",
            language="English",
            legal_status="not_in_care",
            plans=["none"],
            education=education,
            harm="neglect",
            **by,
        )
    family = stations.the_family_is_named(
        case,
        (
            (
                "Merrin Greyfriars",
                "mother",
                "takes_part",
                "She wants it said that she came.",
            ),
            ("Davit Penn", "father", "not_asked", ""),
            ("Odalys Penn", "grandmother", "takes_part", "Both live with her now."),
        ),
        people,
        moment=by["at"],
        who_counts="Their mother, and their father's mother in Tinderwick.",
    )
    _how_they_are_related(case, family, by)


def _how_they_are_related(case, family, by) -> None:
    mother, father, grandmother = family
    fieldfare, plover = children_of(case)
    for one, kin, other, since in (
        *((mother, "mother", child, "") for child in (fieldfare, plover)),
        *((father, "father", child, "") for child in (fieldfare, plover)),
        (mother, "partners", father, "2016"),
        (grandmother, "mother", father, ""),
        *((grandmother, "guardian", child, "2025") for child in (fieldfare, plover)),
    ):
        relate_people(case, one=one, kin=kin, other=other, since=since, **by)
    both = [fieldfare, plover]
    keep_household(case, people=[mother, father, *both], until="2025", **by)
    keep_household(case, people=[grandmother, *both], since="2025", **by)


def _not_known_for_six_weeks(case, people) -> None:
    """Nobody knows what made them ill: it is not known, and is no “no”."""
    _each_is_weighed(case, NOT_KNOWN_YET, people, at("2025-12-02", "14:00"))


def _each_is_weighed(case, abuse_or_neglect, people, moment) -> None:
    known = abuse_or_neglect is KNOWN
    for child, (bird, _, age, _) in zip(children_of(case), SIBLINGS, strict=True):
        weigh_notification(
            child,
            answers={
                "is_child": {"answer": "yes", "why": age},
                "abuse_or_neglect": abuse_or_neglect,
                "died": {"answer": "no", "why": ""},
                "seriously_harmed": HARM[bird],
                "contributory": {"answer": "yes" if known else "not_known", "why": ""},
                "life_threatening": THREATENED[bird],
                "recovered": {"answer": "yes", "why": "They run about again."},
                "place": {"answer": "this_area", "why": "At home, in Ostlebridge."},
                "lives_here": {"answer": "yes", "why": ""},
                "looked_after": {"answer": "no", "why": ""},
                "care_leaver": {"answer": "no", "why": ""},
                "recent_concern": {"answer": "no", "why": ""},
                "caused_serious_harm": {"answer": "no", "why": ""},
                "unborn": {"answer": "no", "why": ""},
            },
            look_again_on=None if known else date(2026, 1, 12),
            by=people["coordinator"],
            at=moment,
        )


def _known_and_notified(case, people) -> None:
    settle_awareness(
        case,
        aware_at=at("2026-01-12", "14:20"),
        basis="The hospital telephoned the front door when the laboratory had "
        "answered. Until then an infection was thought of, and nothing pointed to "
        "neglect.",
        by=people["council"],
        at=at("2026-01-12", "15:30"),
    )
    _each_is_weighed(case, KNOWN, people, at("2026-01-12", "16:00"))
    for slug, words in NOTIFY.items():
        give_view_on_notification(
            case,
            view="notify",
            reasons=words,
            by=people[slug],
            at=at("2026-01-13", "10:00"),
        )
    decide_on_notification(
        case,
        outcome="notify",
        reasons="Neglect is known, and both were seriously harmed.",
        by=people["council"],
        at=at("2026-01-13", "12:00"),
    )
    record_notification(
        case,
        sent_at=at("2026-01-14", "10:15"),
        national_reference="SIN-QCC-2026-01",
        late_reason="",
        by=people["council"],
        at=at("2026-01-14", "10:30"),
    )
    _made_safe(case, people)


def _made_safe(case, people) -> None:
    action = raise_safety_action(
        case,
        what="See both today, and agree with their mother where they sleep.",
        owner="Duty team manager",
        owner_organisation="Quillshire Council Children's Services",
        due_at=at("2026-01-12", "20:00"),
        by=people["coordinator"],
        at=at("2026-01-14", "11:00"),
    )
    confirm_safety_action(
        action,
        outcome="Seen on 12 January. Both live with their grandmother.",
        by=people["council"],
        at=at("2026-01-14", "11:40"),
    )


def _decided_and_sent(case, people) -> None:
    review = rapid_review_of(case)
    propose_decision(
        review,
        outcome="no_further_review",
        reasons=NO_REVIEW,
        national_view="no",
        national_reasons="The rule on medicine at home is ours.",
        by=people["manager"],
        at=at("2026-01-30", "15:00"),
    )
    for slug, (answer, words) in AGREED.items():
        confirm_decision(
            review,
            answer=answer,
            reasons=words,
            by=people[slug],
            at=at("2026-02-02", "10:00"),
        )
    send_to_panel(
        review,
        sent_at=at("2026-02-03", "15:10"),
        route="the Panel's secure mailbox",
        proof="Receipt on file",
        late_reason="",
        by=people["coordinator"],
        at=at("2026-02-03", "15:20"),
    )


def _the_panel_disagrees(case, people) -> None:
    by = {"by": people["coordinator"], "at": at("2026-02-25", "09:30")}
    letter = record_panel_answer(
        case,
        answer="disagrees",
        dated_on=date(2026, 2, 24),
        words=THE_PANEL_SAYS,
        **by,
    )
    judged = {"timeliness": "well", "analysis": "not", "voice": "not"}
    record_panel_feedback(letter, feedback=judged, words="", **by)
    moment = at("2026-03-06", "14:00")
    is_weighed(case, "local_review", THE_LETTER_WEIGHED, people["manager"], moment)
    review = rapid_review_of(case)
    propose_decision(
        review,
        outcome="local_review",
        reasons=REVIEW_AFTER_ALL,
        national_view="no",
        national_reasons="What has to be understood is how it is done here.",
        by=people["manager"],
        at=at("2026-03-09", "15:00"),
    )
    confirm_decision(
        review,
        answer="agrees",
        reasons="I changed my mind. We count households, and not who lives in them.",
        by=people["council"],
        at=at("2026-03-10", "11:30"),
    )
