"""What is particular to Whimbrel's case on the way to the third draft of its report."""

from datetime import date

from heed.demo.quillshire.stations import Look, Story

DR_1 = {
    "is_child": {"answer": "yes", "why": "They were 14."},
    "abuse_or_neglect": {
        "answer": "suspected",
        "why": "An illness nobody looked after.",
    },
    "died": {"answer": "no", "why": ""},
    "seriously_harmed": {"answer": "yes", "why": "Eleven days in hospital."},
    "contributory": {"answer": "yes", "why": "The diet had not been kept for months."},
    "life_threatening": {"answer": "yes", "why": "They needed intensive care."},
    "recovered": {"answer": "yes", "why": "Slowly, over the autumn."},
    "place": {"answer": "this_area", "why": "At home, at Saltern Quay."},
    "lives_here": {"answer": "yes", "why": ""},
    "looked_after": {"answer": "no", "why": ""},
    "care_leaver": {"answer": "no", "why": ""},
    "recent_concern": {"answer": "yes", "why": "Early help had ended in the summer."},
    "caused_serious_harm": {"answer": "no", "why": ""},
    "unborn": {"answer": "no", "why": ""},
}
SAID = {
    "QCC": "Early help for a season, about home and attendance. Closed as improved.",
    "QCO": "Two visits, for noise and for welfare. Children seen asleep.",
    "QHT": "Not brought nine times; discharged twice by letter, and taken back once.",
    "QCH": "Knew the youngest alone. The older children were not asked about.",
    "HSG": "Four moves, arrears, and cupboards that were emptier each month.",
}
PARTS = {
    "facts": "A young person with an illness that needs a careful diet was found "
    "alone and very unwell. They recovered in hospital and live with relatives.",
    "worked_well": "A nurse noticed that the name had gone from her clinic list. "
    "A youth worker gave breakfast, and wrote a letter.",
    "learning": "Each agency did something, and none saw the whole. Nobody asked what "
    "the children had eaten.",
}
DR_2 = {
    "facts_gathered": ("yes", "All five agencies have answered."),
    "children_safe": ("yes", "The children live with relatives, and are visited."),
    "improvement": ("yes", "In what is done when a child is not brought."),
    "next_steps": ("yes", "A local review is proposed."),
}
DR_3 = {
    "improvements": ("yes", "A plan that nobody held, and a letter that nobody read."),
    "recurrent_themes": (
        "yes",
        "Children who were not brought, as in two reviews before.",
    ),
    "working_together": (
        "yes",
        "Hospital, school and landlord each knew a third of it.",
    ),
    "would_add": ("yes", "Why it made sense to each of them at the time."),
}
VIEWS = {
    "council": ("local_review", "We praised a tidy home, and did not open the fridge."),
    "icb": ("local_review", "Our own letters ended the care of a child."),
    "police": ("local_review", "We looked in on children, and did not speak to them."),
}
STORY = Story(
    title="Whimbrel: local child safeguarding practice review",
    portrait="",
    report=(),
    response="",
    summary="",
    notice="",
    themes=(),
    why_a_review="Neglect of a child with a long illness. Eight agencies, and no plan.",
    agreed={
        "council": "A review, and I ask that it begins with the children's mornings.",
        "icb": "I agree. What happens after a missed appointment is ours to answer.",
        "police": "I agree.",
    },
    panel_says="The Panel agrees that a local review is appropriate.",
    panel_judges={"decision": "well", "analysis": "well"},
    questions=(
        "How did agencies understand the daily life of a child with a long illness?",
        "What did they do when appointments were missed?",
    ),
    scope="From the family's return to Quillshire to the day of the crisis.",
    covers=(date(2022, 9, 1), date(2025, 9, 4)),
    looks=(
        Look("2025-11-12", "The terms are agreed; all agencies write their accounts."),
        Look("2025-12-08", "Two learning events were held. The first draft is in."),
        Look("2026-01-05", "Practitioners have corrected the first draft."),
        Look("2026-02-02", "The second draft is with the family and their advocate."),
        Look(
            "2026-03-02", "The third draft comes this week, and goes to the partners."
        ),
    ),
    assured="",
    signed={},
    told={},
    bodies_answer={"panel": ("2025-10-24", "Noted, with thanks.")},
    why_publish="",
    before_publishing={},
    days={
        "proposed": "2025-09-23",
        "decided": "2025-09-24",
        "panel": "2025-10-15",
        "started": "2025-10-20",
        "appointed": "2025-10-22",
        "terms": "2025-10-27",
        "drafted": "2026-03-03",
    },
)
