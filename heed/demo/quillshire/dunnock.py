"""Q-25-031, Dunnock: a baby of five weeks, two days before Christmas. The notification
went on its last day; the rapid review was four working days late, and says why."""

from datetime import date

from heed.cases.actions import (
    amend_child,
    choose_pseudonym,
    confirm_safety_action,
    note_process,
    raise_safety_action,
)
from heed.cases.queries import children_of
from heed.demo.quillshire import stations
from heed.demo.quillshire.dunnock_weighed import weighed
from heed.demo.quillshire.interests import everybody_declares
from heed.demo.quillshire.walking import (
    are_put_on_the_list,
    at,
    next_reference_is,
    sent_by_the_form,
)
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
    "child.1.given": "Lumi",
    "child.1.family": "Ostrander-Vale",
    "child.1.status": "alive",
    "child.1.dob": "18 November 2025",
    "incident.date": "23 December 2025",
    "incident.what": "Her parents brought her at four in the morning. She was pale, "
    "and did not wake to feed.",
    "incident.harm": "A bleed around the brain, and two broken ribs.",
    "criteria.abuse_or_neglect": "suspected",
    "criteria.outcome": "seriously_harmed",
    "criteria.reasons": "Neither of her parents could say how she was hurt.",
}
DR_1 = {
    "is_child": {"answer": "yes", "why": "She is five weeks old."},
    "abuse_or_neglect": {"answer": "suspected", "why": "The injury is not explained."},
    "died": {"answer": "no", "why": ""},
    "seriously_harmed": {"answer": "yes", "why": "A bleed around the brain."},
    "contributory": {"answer": "not_known", "why": "The experts have not agreed."},
    "life_threatening": {"answer": "yes", "why": "She needed help to breathe."},
    "recovered": {"answer": "not_known", "why": "It is too early to say."},
    "place": {"answer": "this_area", "why": "At home, in Hobblethwaite."},
    "lives_here": {"answer": "yes", "why": ""},
    "looked_after": {"answer": "no", "why": ""},
    "care_leaver": {"answer": "no", "why": ""},
    "recent_concern": {"answer": "no", "why": "Nobody had met a reason for concern."},
    "caused_serious_harm": {"answer": "no", "why": ""},
    "unborn": {"answer": "no", "why": ""},
}
NOTIFY = {
    "council": "It has to be notified, in the weeks of Christmas as in any other.",
    "icb": "Yes. A bleed at five weeks that nobody can explain.",
    "police": "Yes. We have opened an investigation.",
}
NO_REVIEW = (
    "What Dunnock shows was found with Goldcrest: fathers who are not asked, and a "
    "first visit by telephone. Those actions are late. A second review would tell us "
    "the same; what is owed is that they are done."
)
WHY_LATE = (
    "The second reading of her X-rays came on 26 January. The first had called the "
    "ribs older than she is. The group did not want to decide on a fact that was "
    "wrong. The Panel was told on 22 January."
)
AGREED = {
    "council": "We finish what we promised after Goldcrest, and say by when.",
    "icb": "I agree: the vacant posts are filled since January.",
    "police": "I agree. Nothing here waits for a review.",
}
THE_PANEL_SAYS = (
    "The Panel agrees that no local review is needed. It asks that the partnership "
    "shows in its yearly report that the actions after Goldcrest were done, and when."
)


def load_dunnock(quillshire, people) -> None:
    """Walk Dunnock's case from the hospital's referral to the Panel's letter."""
    case = _referred(quillshire, people)
    _who_she_is(case, people)
    _notified(case, people)
    _made_safe(case, people)
    weighed(case, people)
    _decided_and_sent(case, people)
    _the_panel_agrees(case, people)


def _referred(quillshire, people):
    moment = at("2025-12-23", "15:50")
    next_reference_is(quillshire, 2025, 31, moment)
    referral = sent_by_the_form(quillshire, REFERRED, moment)
    note_reading(referral, by=people["coordinator"], at=at("2025-12-23", "16:20"))
    case = open_case(referral, by=people["coordinator"], at=at("2025-12-23", "16:30"))
    everybody_declares(case, people, at("2025-12-23", "16:35"), stations.ON_THE_CASE)
    are_put_on_the_list(case, people, at("2025-12-23", "16:50"), BESIDE_THEM)
    everybody_declares(case, people, at("2025-12-29", "09:00"), BESIDE_THEM)
    return case


def _who_she_is(case, people) -> None:
    by = {"by": people["coordinator"], "at": at("2025-12-29", "09:30")}
    (child,) = children_of(case)
    choose_pseudonym(child, pseudonym="Dunnock", **by)
    amend_child(
        child,
        sex="female",
        ethnicity="WOTH",
        disabled="not_known",
        religion="None",
        language="English and Finnish",
        legal_status="not_in_care",
        plans=["none"],
        education="none_yet",
        harm="physical_abuse",
        **by,
    )
    stations.the_family_is_named(
        case,
        (
            (
                "Saskia Ostrander",
                "mother",
                "later",
                "She wants to be asked in the spring.",
            ),
            ("Kester Vale", "father", "asked", ""),
            (
                "Aino Ostrander",
                "grandmother",
                "takes_part",
                "She asks for plain words.",
            ),
        ),
        people,
        moment=by["at"],
        who_counts="Her parents, and her mother's mother.",
    )


def _notified(case, people) -> None:
    settle_awareness(
        case,
        aware_at=at("2025-12-23", "08:40"),
        basis="The ward telephoned the front door.",
        by=people["council"],
        at=at("2025-12-23", "17:00"),
    )
    weigh_notification(
        children_of(case)[0],
        answers=DR_1,
        look_again_on=date(2026, 1, 26),
        by=people["coordinator"],
        at=at("2025-12-29", "10:00"),
    )
    for slug, words in NOTIFY.items():
        give_view_on_notification(
            case,
            view="notify",
            reasons=words,
            by=people[slug],
            at=at("2025-12-30", "11:00"),
        )
    decide_on_notification(
        case,
        outcome="notify",
        reasons="The criteria are met, and all three bodies say so.",
        by=people["council"],
        at=at("2025-12-31", "10:00"),
    )
    record_notification(
        case,
        sent_at=at("2026-01-02", "11:15"),
        national_reference="SIN-QCC-2025-11",
        late_reason="",
        by=people["council"],
        at=at("2026-01-02", "11:30"),
    )


def _made_safe(case, people) -> None:
    action = raise_safety_action(
        case,
        what="Agree with the ward who may be alone with her, before anybody visits.",
        owner="Duty team manager",
        owner_organisation="Quillshire Council Children's Services",
        due_at=at("2025-12-23", "19:00"),
        by=people["coordinator"],
        at=at("2025-12-23", "16:55"),
    )
    confirm_safety_action(
        action,
        outcome="Agreed with the ward and both parents; a nurse is always there.",
        by=people["council"],
        at=at("2025-12-23", "18:40"),
    )
    note_process(
        case,
        kind="police",
        body="Quillshire Constabulary",
        next_on=date(2026, 4, 14),
        by=people["coordinator"],
        at=at("2026-01-05", "09:30"),
    )


def _decided_and_sent(case, people) -> None:
    review = rapid_review_of(case)
    propose_decision(
        review,
        outcome="no_further_review",
        reasons=NO_REVIEW,
        national_view="no",
        national_reasons="Nothing in it would change law or guidance.",
        by=people["manager"],
        at=at("2026-01-28", "16:00"),
    )
    for slug, words in AGREED.items():
        confirm_decision(
            review,
            answer="agrees",
            reasons=words,
            by=people[slug],
            at=at("2026-01-29", "09:30"),
        )
    send_to_panel(
        review,
        sent_at=at("2026-01-29", "14:05"),
        route="the Panel's secure mailbox",
        proof="Receipt on file",
        late_reason=WHY_LATE,
        by=people["coordinator"],
        at=at("2026-01-29", "14:20"),
    )


def _the_panel_agrees(case, people) -> None:
    by = {"by": people["coordinator"], "at": at("2026-03-06", "09:15")}
    letter = record_panel_answer(
        case,
        answer="agrees",
        dated_on=date(2026, 3, 5),
        words=THE_PANEL_SAYS,
        **by,
    )
    judged = {"timeliness": "partly", "decision": "well", "voice": "well"}
    record_panel_feedback(letter, feedback=judged, words="", **by)
