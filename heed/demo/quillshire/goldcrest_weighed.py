"""Goldcrest before her review: what the notification left open is put on record, six
agencies answer, and the group writes and weighs it."""

from datetime import date

from heed.cases.actions import confirm_safety_action, raise_safety_action
from heed.cases.queries import children_of
from heed.demo.quillshire import stations
from heed.demo.quillshire.walking import at
from heed.demo.quillshire.weighing import (
    answers_are_signed_off,
    criteria_are_weighed,
    parts_are_written,
)
from heed.incidents.actions import (
    give_view_on_notification,
    settle_awareness,
    weigh_notification,
)
from heed.rapid_reviews.actions import hold_meeting
from heed.rapid_reviews.queries import rapid_review_of

DR_1 = {
    "is_child": {"answer": "yes", "why": "She is ten weeks old."},
    "abuse_or_neglect": {
        "answer": "suspected",
        "why": "Nobody can explain the injury.",
    },
    "died": {"answer": "no", "why": ""},
    "seriously_harmed": {"answer": "yes", "why": "A broken arm and two older breaks."},
    "contributory": {"answer": "yes", "why": "She cannot have done it herself."},
    "life_threatening": {"answer": "no", "why": "She was stable on arrival."},
    "recovered": {"answer": "no", "why": "Her arm heals; she is under review."},
    "place": {"answer": "this_area", "why": "At home."},
    "lives_here": {"answer": "yes", "why": ""},
    "looked_after": {"answer": "no", "why": ""},
    "care_leaver": {"answer": "no", "why": ""},
    "recent_concern": {"answer": "no", "why": "No contact before the injury."},
    "caused_serious_harm": {"answer": "no", "why": ""},
    "unborn": {"answer": "no", "why": ""},
}
NOTIFY = {
    "council": "It had to be notified, and was, on the second working day.",
    "icb": "Yes: an injury in a baby who cannot move.",
    "police": "Yes. We investigate it as an assault.",
}
SAID = {
    "QCC": "No contact before her birth or after it, until the hospital telephoned.",
    "QCH": "Four visits, of which the first two took place by telephone.",
    "GPF": "Seen at six weeks. A bruise on her cheek was written down.",
    "HSG": "A housing officer was worried by what she heard, and did not know whom to "
    "ring.",
    "QHT": "Born here, on time and well. Brought on 3 May with an injury.",
    "QCO": None,
}
PARTS = {
    "facts": "A girl of ten weeks was brought to hospital on 3 May with a broken arm. "
    "Two older breaks were found. Neither of her parents could say how.",
    "episodes": "February: she is born, and goes home with both parents. March: two "
    "first visits take place by telephone. April: a bruise is written down at six "
    "weeks. 3 May: she is brought with a broken arm.",
    "childs_voice": "She cannot say. Her grandmother tells that she slept best on "
    "somebody's shoulder, and cried when she was put down on her left side.",
    "family_views": "Her grandmother asks why nobody spoke to her father. Her mother "
    "does not wish to speak now. He answers through his solicitor.",
    "identity": "Her parents are white and British, and young. They moved into their "
    "first tenancy in January. Nobody asked what help they had. She has no disability "
    "that is known.",
    "worked_well": "One health visitor rang the surgery when she could not reach the "
    "family, and wrote down what she was told.",
    "learning": "Each service knew a part. The pathway for a bruise in a baby who "
    "cannot move was not known in that team, and a vacant post was covered by "
    "telephone.",
    "earlier_reviews": "A review of 2022 found that fathers are not asked about.",
    "proceedings": "The police investigate. The council has asked the family court for "
    "an order; a hearing is on 14 June.",
    "next_steps": "The three partners decide on 29 May whether a review is held. Her "
    "social worker sees her twice a week until the hearing.",
    "sharing": "The pathway was sent to every team that sees babies on 10 May.",
}
DR_2 = {
    "facts_gathered": ("yes", "Six agencies of six have answered."),
    "children_safe": ("yes", "She lives with her grandmother since 6 May."),
    "improvement": ("yes", "In who is asked about, and what a bruise means."),
    "next_steps": ("yes", "A local review is proposed."),
    "context": ("yes", "A first tenancy, a vacant post, and no money until Thursday."),
}
DR_3 = {
    "improvements": ("yes", "A bruise in a baby who cannot move was not acted on."),
    "recurrent_themes": ("yes", "Fathers whom nobody asks about, as in 2022."),
    "working_together": ("yes", "Four agencies each held a part."),
    "panel_concluded": ("not_known", "The Panel has not seen it yet."),
    "single_agency": ("no", "No agency alone could have seen the whole."),
    "no_agency": ("no", "Four were involved."),
    "more_than_one_area": ("no", "She never lived elsewhere."),
    "institution": ("no", "At home."),
    "learned_already": ("no", "It was found before, and not why it came again."),
    "reviewed_already": ("no", "The review of 2022 did not look at health visits."),
    "better_together": ("no", "No other case is like it."),
    "would_add": ("yes", "Why what was found two years ago has not changed."),
}
VIEWS = {
    "council": ("local_review", "A review. We held the least, and that is a finding."),
    "icb": ("local_review", "A review: the visits and the pathway are ours."),
    "police": ("local_review", "A review, at the pace that the investigation allows."),
}


def weighed(case, people):
    """What stood open after the notification is recorded; the rapid review is held, and
    given."""
    review = rapid_review_of(case)
    _what_was_left_open(case, people)
    _she_is_made_safe(case, people)
    stations.agencies_are_asked(
        case,
        SAID,
        (),
        people,
        asked=at("2024-05-10"),
        answered=at("2024-05-17"),
        due_on=date(2024, 5, 20),
    )
    answers_are_signed_off(case, people, at("2024-05-20", "10:00"))
    _the_group_meets(case, people)
    parts_are_written(review, PARTS, people, day="2024-05-24")
    criteria_are_weighed(case, DR_2, DR_3, VIEWS, people, day="2024-05-24")
    return review


def _what_was_left_open(case, people) -> None:
    settle_awareness(
        case,
        aware_at=at("2024-05-03", "20:15"),
        basis="The hospital telephoned the team on duty.",
        by=people["council"],
        at=at("2024-05-09", "14:00"),
    )
    weigh_notification(
        children_of(case)[0],
        answers=DR_1,
        by=people["coordinator"],
        at=at("2024-05-09", "15:00"),
    )
    for slug, words in NOTIFY.items():
        give_view_on_notification(
            case,
            view="notify",
            reasons=words,
            by=people[slug],
            at=at("2024-05-09", "16:00"),
        )


def _she_is_made_safe(case, people) -> None:
    action = raise_safety_action(
        case,
        what="See that she is with her grandmother, and that no other baby is at home.",
        owner="Duty team manager",
        owner_organisation="Quillshire Council Children's Services",
        due_at=at("2024-05-09", "17:00"),
        by=people["coordinator"],
        at=at("2024-05-09", "11:10"),
    )
    confirm_safety_action(
        action,
        outcome="Seen with her grandmother. There is no other child.",
        by=people["council"],
        at=at("2024-05-09", "16:40"),
    )


def _the_group_meets(case, people) -> None:
    hold_meeting(
        case,
        held_on=date(2024, 5, 23),
        attended=[
            "Mabry Pellowick, business unit (chair)",
            "Dorrit Farrowdene, Quillshire Council Children's Services",
            "Ransome Thackthorpe, Quillshire Constabulary",
            "Philippa Hartsmere, Quillshire Community Health",
            "Named doctor, Quillshire Hospitals NHS Trust",
        ],
        apologies="Saltern Quay Homes, which answered in writing",
        interests="Nobody had anything to declare.",
        minutes="Each agency told what it knew. Nobody knew who lived with her. The "
        "group proposes a local review.",
        by=people["coordinator"],
        at=at("2024-05-23", "16:00"),
    )
