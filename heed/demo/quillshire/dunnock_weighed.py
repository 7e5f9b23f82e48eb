"""The rapid review of Dunnock: five agencies answer, and the group waits for a second
reading of her X-rays."""

from datetime import date

from heed.demo.quillshire import stations
from heed.demo.quillshire.walking import at
from heed.demo.quillshire.weighing import (
    answers_are_signed_off,
    criteria_are_weighed,
    parts_are_written,
)
from heed.rapid_reviews.actions import choose_themes, hold_meeting
from heed.rapid_reviews.queries import rapid_review_of

SAID = {
    "QCC": "No contact with the family before 23 December.",
    "QHT": "Born here, on time and well. Brought on 23 December, pale and not waking.",
    "QCH": "The first visit was by telephone, as the post was vacant. The second was "
    "planned for 29 December.",
    "GPF": "Registered at nine days. Not seen; the six-week check was still to come.",
    "QCO": None,
}
PARTS = {
    "facts": "A girl of five weeks was brought to hospital early on 23 December, pale "
    "and not waking to feed. A bleed around the brain and two broken ribs were found. "
    "Neither of her parents could say how.",
    "episodes": "19 November: she goes home with both parents. 28 November: the first "
    "visit takes place by telephone, and her father is not asked for. 23 December: she "
    "is brought, and is helped to breathe.",
    "childs_voice": "She was five weeks old. Her grandmother tells that she liked to "
    "be carried upright and looked at the lamp, and that she cried more from the "
    "fourth week on.",
    "family_views": "Her grandmother asks why nobody came to the house. Her mother "
    "wishes to be asked in the spring. Her father has been written to.",
    "identity": "Her mother grew up in Finland and her father in Quillshire; both are "
    "white. Two languages are spoken to her. Nobody asked whether her mother had "
    "somebody to turn to here. Whether she will have a disability is not known yet.",
    "worked_well": "The ward agreed within hours who may be with her, and wrote it "
    "where every shift reads it.",
    "learning": "A first visit by telephone shows neither the home nor who lives in "
    "it.\n"
    "Nobody told her parents what to do when a baby cries and cannot be comforted.",
    "earlier_reviews": "Goldcrest, published in January 2025, found the same of first "
    "visits and of fathers. Four of its actions are late.",
    "proceedings": "The police investigate. The family court hears the council's "
    "application on 9 February.",
    "next_steps": "Each body says by when its actions after Goldcrest are done.",
    "sharing": "Every team that visits newborns was told on 8 January that the first "
    "visit is at home.",
}
DR_2 = {
    "facts_gathered": ("yes", "Five agencies of five have answered."),
    "children_safe": ("yes", "She is on the ward, and there is no other child."),
    "improvement": ("yes", "In how the first visit is made, and to whom."),
    "next_steps": (
        "yes",
        "No review; the actions after Goldcrest are brought forward.",
    ),
    "context": ("yes", "A mother far from her own family, in her first winter here."),
}
DR_3 = {
    "improvements": ("yes", "The first visit after a birth."),
    "recurrent_themes": ("yes", "Goldcrest: fathers, and visits by telephone."),
    "working_together": ("no", "Only two services knew her, each for days."),
    "panel_concluded": ("not_known", "The Panel has not seen it yet."),
    "single_agency": ("yes", "Who covers a vacant post in community health."),
    "no_agency": ("no", "Two were involved."),
    "more_than_one_area": ("no", "She never lived elsewhere."),
    "institution": ("no", "At home."),
    "learned_already": ("yes", "It stands in this rapid review."),
    "reviewed_already": ("yes", "Goldcrest, a year ago."),
    "better_together": ("no", "Goldcrest's review is finished."),
    "would_add": ("no", "It would find what was found, a year later."),
}
VIEWS = {
    "council": (
        "no_further_review",
        "No review, if the actions are done. I want to see their days.",
    ),
    "icb": ("no_further_review", "No review. We know what to do, and have begun."),
    "police": ("no_further_review", "No review; our investigation goes on as it is."),
}


def weighed(case, people) -> None:
    """Agencies answer; the group meets, writes and weighs."""
    stations.agencies_are_asked(
        case,
        SAID,
        (),
        people,
        asked=at("2026-01-05", "10:00"),
        answered=at("2026-01-12", "15:00"),
        due_on=date(2026, 1, 13),
    )
    answers_are_signed_off(case, people, at("2026-01-13", "09:30"))
    hold_meeting(
        case,
        held_on=date(2026, 1, 21),
        attended=[
            "Mabry Pellowick, business unit (chair)",
            "Dorrit Farrowdene, Quillshire Council Children's Services",
            "Ransome Thackthorpe, Quillshire Constabulary",
            "Philippa Hartsmere, Quillshire Community Health",
            "Oriel Vantongeren, Quillshire Hospitals NHS Trust",
        ],
        apologies="Tinderwick Surgery, which answered in writing",
        interests="Nobody had anything to declare.",
        minutes="The ribs were called older than she is, which cannot be. A second "
        "reading is asked for; the paper waits for it, and the Panel is told.",
        by=people["coordinator"],
        at=at("2026-01-21", "16:00"),
    )
    review = rapid_review_of(case)
    parts_are_written(review, PARTS, people, day="2026-01-27")
    choose_themes(
        review,
        themes=["B05", "D06"],
        by=people["coordinator"],
        at=at("2026-01-27", "11:30"),
    )
    criteria_are_weighed(case, DR_2, DR_3, VIEWS, people, day="2026-01-27")
