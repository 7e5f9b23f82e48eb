"""The rapid review of Fieldfare and Plover, before and after the Panel's letter."""

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
    "QHT": "Both were brought on 30 November. What was in their blood was known on "
    "12 January.",
    "GPF": "Their mother's partner collects his medicine here. Whether children live "
    "with him was not asked.",
    "QMH": "Eleven visits to his home in a year. Toys are named in two of the notes.",
    "EDU": "Both at school and nursery each day. Plover told his teacher that he gets "
    "his sister up.",
    "QCC": None,
}
PARTS = {
    "facts": "A girl of four and her brother of seven drank methadone from a cup by "
    "the sink on the morning of 30 November. Their mother brought them at once. An "
    "infection was thought of until the laboratory answered on 12 January.",
    "episodes": "March: her partner begins to take his medicine home. June and "
    "October: his nurse writes of toys. November: Plover tells his teacher that he "
    "gets his sister up. 30 November: both are brought.",
    "childs_voice": "Plover told his teacher that he gets his sister up, and makes her "
    "toast. Fieldfare plays with the cups.",
    "family_views": "Their mother says that nobody ever asked her. Their grandmother "
    "asks for help with the nights.",
    "identity": "Their father's family came from Barbados two generations ago; their "
    "mother is white and British. They are held to be tidy and polite at school, and "
    "nobody asked whether that took the place of asking how they were. Neither has a "
    "disability that is known.",
    "worked_well": "A junior doctor sent the blood of both to a second laboratory, "
    "because two children at once made no sense to her.",
    "learning": "Medicine that an adult takes home is also in a child's kitchen.\n"
    "A box at each prescriber asks who lives in the home.",
    "earlier_reviews": "Nothing like it here in ten years.",
    "proceedings": "No criminal investigation. No family proceedings.",
    "next_steps": "The rule for taking medicine home is looked at again in July.",
    "sharing": "Every prescriber was written to on 20 January.",
}
DR_2 = {
    "facts_gathered": ("yes", "Five agencies of five have answered."),
    "children_safe": ("yes", "Both live with their grandmother."),
    "improvement": ("yes", "In what is asked when medicine goes home."),
    "next_steps": ("yes", "The rule is changed; no review is proposed."),
    "context": ("not_known", "Nobody has spoken with their father yet."),
}
DR_3 = {
    "improvements": ("yes", "The rule, which is changed."),
    "recurrent_themes": ("no", "Not here."),
    "working_together": ("yes", "Adult and children's services, a little."),
    "panel_concluded": ("not_known", "The Panel has not seen it yet."),
    "single_agency": ("no", "Three services came to the home."),
    "no_agency": ("no", "Three were involved."),
    "more_than_one_area": ("no", "All in Quillshire."),
    "institution": ("no", "At home."),
    "learned_already": ("yes", "The rule."),
    "reviewed_already": ("no", "Not here."),
    "better_together": ("no", "No other case is like it."),
    "would_add": ("no", "It would find the cup again."),
}
THE_LETTER_WEIGHED = DR_3 | {
    "working_together": ("yes", "Eleven visits, and nobody counted two children."),
    "panel_concluded": ("yes", "Its letter of 24 February."),
    "learned_already": ("no", "How it came about; not why nobody asked."),
    "would_add": ("yes", "What makes a child invisible to those who treat an adult."),
}
VIEWS = {
    "council": ("no_further_review", "No review: the rule was the learning."),
    "icb": ("no_further_review", "No review; prescribers have been told."),
    "police": ("local_review", "A short one. I cannot say why nobody asked."),
}


def weighed(case, people) -> None:
    """Agencies answer; the group meets, writes and weighs."""
    stations.agencies_are_asked(
        case,
        SAID,
        (),
        people,
        asked=at("2026-01-15", "09:30"),
        answered=at("2026-01-22", "16:00"),
        due_on=date(2026, 1, 23),
    )
    answers_are_signed_off(case, people, at("2026-01-23", "10:00"))
    hold_meeting(
        case,
        held_on=date(2026, 1, 27),
        attended=[
            "Mabry Pellowick, business unit (chair)",
            "Dorrit Farrowdene, Quillshire Council Children's Services",
            "Ransome Thackthorpe, Quillshire Constabulary",
            "Oriel Vantongeren, Quillshire Hospitals NHS Trust",
            "Team manager, Quillshire Minds",
        ],
        apologies="Tinderwick Surgery, which answered in writing",
        interests="Nobody had anything to declare.",
        minutes="The group agrees on what happened in the kitchen. It does not agree "
        "on whether a review would add to it; the police would hold one.",
        by=people["coordinator"],
        at=at("2026-01-27", "16:00"),
    )
    review = rapid_review_of(case)
    parts_are_written(review, PARTS, people, day="2026-01-28")
    choose_themes(
        review,
        themes=["C11"],
        by=people["coordinator"],
        at=at("2026-01-28", "11:30"),
    )
    criteria_are_weighed(case, DR_2, DR_3, VIEWS, people, day="2026-01-28")
