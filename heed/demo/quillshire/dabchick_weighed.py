"""The rapid review of Dabchick: what agencies knew, what the group wrote and weighed,
what the scrutineer asked, and what each partner thought before they decided."""

from datetime import date

from heed.cases.actions import confirm_safety_action, raise_safety_action
from heed.demo.quillshire import stations
from heed.demo.quillshire.dabchick_story import STORY
from heed.demo.quillshire.walking import at
from heed.demo.quillshire.weighing import (
    answers_are_signed_off,
    criteria_are_weighed,
    parts_are_written,
)
from heed.rapid_reviews.actions import (
    answer_scrutineer,
    comment_as_scrutineer,
    hold_meeting,
)
from heed.rapid_reviews.queries import rapid_review_of

SAID = {
    "QCC": "One contact in March, closed as support was offered.",
    "QCH": "Six appointments to which she was not brought.",
    "EDU": "Attendance 88 %; often early and often hungry.",
    "GPF": "Weighed in January; a second weighing was not arranged.",
    "QCO": None,
}
PARTS = {
    "facts": "A girl of seven came to school hungry for a year. On 31 May she walked "
    "there alone at six in the morning, barefoot. She weighed what a child of four "
    "weighs.",
    "episodes": "September 2023: her teacher begins to write down what she says. "
    "January: she is weighed once, and not again. March: a contact to the council is "
    "closed, as support was offered. May: she is found at the school gate.",
    "childs_voice": "She told her teacher what there had been to eat, each day, and "
    "that she did not want to be a bother. She asked whether herons go hungry too.",
    "family_views": "Her father says that he asked for help twice, by telephone, and "
    "was told to wait. He wishes to take part. Her aunt wishes to be heard with him.",
    "identity": "She and her father are white and British, and have moved three times "
    "in two years for want of a tenancy. Nobody asked what the moves meant for her. "
    "She has no disability that is known.",
    "worked_well": "Her teacher asked her every day and wrote it down. The breakfast "
    "club kept a place for her without being asked.",
    "learning": "Each service closed what it had, and none saw the sum. The systems "
    "count appointments, and not children. That was easy to do on a full day, and "
    "would happen to the next child.",
    "earlier_reviews": "Goldcrest, decided on in May, asks the same: who puts together "
    "what each service holds?",
    "proceedings": "The police look at cruelty by neglect. No family proceedings are "
    "begun. The timing of interviews is agreed with them.",
    "next_steps": "The business unit puts a local review before the three partners on "
    "24 June. Her social worker sees her each week until then.",
    "sharing": "School nurses and head teachers hear of it in July: a child who was "
    "not brought is asked about the same day.",
}
DR_2 = {
    "facts_gathered": ("yes", "Five agencies of five have answered."),
    "children_safe": (
        "yes",
        "She and her brother were seen, and live with their aunt.",
    ),
    "improvement": ("yes", "In how missed appointments are added up."),
    "next_steps": ("yes", "A local review is proposed."),
    "context": ("yes", "Three moves in two years; poverty was seen, and not weighed."),
}
DR_3 = {
    "improvements": ("yes", "Nobody counts what one child misses across services."),
    "recurrent_themes": ("yes", "Goldcrest shows the same for a baby."),
    "working_together": ("yes", "Each of five held a part."),
    "panel_concluded": ("not_known", "The Panel has not seen it yet."),
    "single_agency": ("no", "No agency alone could have seen the whole."),
    "no_agency": ("no", "Five were involved."),
    "more_than_one_area": ("no", "All three moves were within Quillshire."),
    "institution": ("no", "At home."),
    "learned_already": ("no", "What happened is known, and not why."),
    "reviewed_already": ("no", "No review here has looked at neglect since 2019."),
    "better_together": (
        "no",
        "Goldcrest is a baby and was injured: the questions differ.",
    ),
    "would_add": ("yes", "Why closing was the sensible thing to do, five times."),
}
VIEWS = {
    "council": (
        "local_review",
        "A review, and a short one. We hold most of the answers.",
    ),
    "icb": (
        "local_review",
        "A review: the clinics' rule on missed appointments is ours to change.",
    ),
    "police": ("local_review", "A review, though we have little to give to it."),
}


def weighed(case, people) -> None:
    """The rapid review is opened, written, met about, challenged and decided."""
    moment = at("2024-06-07", "09:30")
    review = rapid_review_of(case)
    _children_are_made_safe(case, people, moment)
    _agencies_answer(case, people)
    _the_group_meets(case, people)
    parts_are_written(review, PARTS, people, day="2024-06-21")
    criteria_are_weighed(case, DR_2, DR_3, VIEWS, people, day="2024-06-21")
    stations.the_partners_decide(review, STORY, people)


def _children_are_made_safe(case, people, moment) -> None:
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


def _agencies_answer(case, people) -> None:
    stations.agencies_are_asked(
        case,
        SAID,
        (),
        people,
        asked=at("2024-06-07"),
        answered=at("2024-06-14"),
        due_on=date(2024, 6, 17),
    )
    answers_are_signed_off(case, people, at("2024-06-17", "09:15"))


def _the_group_meets(case, people) -> None:
    hold_meeting(
        case,
        held_on=date(2024, 6, 20),
        attended=[
            "Mabry Pellowick, business unit (chair)",
            "Dorrit Farrowdene, Quillshire Council Children's Services",
            "Ransome Thackthorpe, Quillshire Constabulary",
            "Philippa Hartsmere, Quillshire Community Health",
            "Head teacher, Thistlemere Primary School",
            "Parvin Siddiquah-Noor, independent scrutineer",
        ],
        apologies="Tinderwick Surgery, which answered in writing",
        interests="The head teacher referred her, and said so. Ransome Thackthorpe has "
        "the surname of the business manager, which was weighed on 3 June. Nobody else "
        "had anything to declare.",
        minutes="Nobody had added up what she missed. Each agency told what it closed "
        "and why that seemed right. The group proposes a local review.",
        by=people["coordinator"],
        at=at("2024-06-20", "16:00"),
    )
    challenge = comment_as_scrutineer(
        case,
        kind="challenge",
        about="decision",
        words="The paper says what five services did. Where does it say what she "
        "wanted them to do?",
        by=people["scrutineer"],
        at=at("2024-06-20", "17:10"),
    )
    answer_scrutineer(
        challenge,
        answer="It did not. Her teacher's book was read aloud to the group, and the "
        "part on her voice is written from it.",
        by=people["council"],
        at=at("2024-06-21", "09:00"),
    )
