"""What is particular to Kestrel's case on the way to its local review, and who sent
which chronology."""

from datetime import date

from heed.demo.quillshire.stations import Look, Story

# agency -> the file as it sent it (heed/demo/chronologies)
SENT = {
    "QCC": "QCC.csv",
    "QCO": "QCO.csv",
    "QHT": "QHT.xlsx",
    "QCH": "QCH.docx",
    "TPS": "TPS.csv",
}
DR_1 = {
    "is_child": {"answer": "yes", "why": "He was 22 months old."},
    "abuse_or_neglect": {"answer": "suspected", "why": "Two injuries not explained."},
    "died": {"answer": "yes", "why": "On 20 November, in the hospital."},
    "place": {"answer": "this_area", "why": "At home, at Saltern Quay."},
    "lives_here": {"answer": "yes", "why": ""},
    "recent_concern": {"answer": "yes", "why": "Open as a child in need."},
}
SAID = {
    "QCC": "Open from February as a child in need. Two social workers; seen and not "
    "heard.",
    "QCO": "Fourteen logs in a year, of which three tell of a child.",
    "QHT": "Not brought four times; twice examined after an injury.",
    "QCH": "Seen six times by two health visitors. Weight static from September.",
    "TPS": "Came to “stay and play” until June. Hungry, and afraid of one adult.",
}
PARTS = {
    "facts": "A boy of 22 months was found unresponsive in his cot on the morning of "
    "20 November and died in the hospital. Two injuries before were not explained.",
    "worked_well": "A neighbour rang three times. A teaching assistant wrote down that "
    "he clung to her.",
    "learning": "Each agency knew of a man whom nobody named. For seven weeks of the "
    "summer no one saw the child, and no one counted the days.",
}
DR_2 = {
    "facts_gathered": ("yes", "All five agencies have answered."),
    "children_safe": ("yes", "No child lives at Harbour Row. A birth is expected."),
    "improvement": ("yes", "In who asks about the adults of a home."),
    "next_steps": ("yes", "A local review is proposed, with every chronology."),
}
DR_3 = {
    "improvements": ("yes", "Five agencies held five parts of one picture."),
    "recurrent_themes": ("yes", "A partner whom nobody asked about, as for Goldcrest."),
    "working_together": ("yes", "Two of them were told by telephone, and wrote less."),
    "would_add": ("yes", "Why seven weeks without sight of him alarmed nobody."),
}
VIEWS = {
    "council": ("local_review", "We saw him most often, and heard him least."),
    "icb": ("local_review", "Four appointments, four letters, and no visit."),
    "police": ("local_review", "Our logs were never read beside the others."),
}
STORY = Story(
    title="Kestrel: local child safeguarding practice review",
    portrait="",
    report=(),
    response="",
    summary="",
    notice="",
    themes=(),
    why_a_review="A child died. What five agencies knew was never in one place.",
    agreed={
        "council": "A review, and every chronology in one place before it begins.",
        "icb": "I agree. The appointments that were missed belong together.",
        "police": "I agree. What is before a court stays with those who may read it.",
    },
    panel_says="The Panel agrees that a local review is appropriate.",
    panel_judges={"decision": "well", "analysis": "partly"},
    questions=(
        "What was a day in his life like?",
        "Who knew of the man in the home, and what did they do with it?",
    ),
    scope="From his one-year review to the day of his death.",
    covers=(date(2025, 1, 13), date(2025, 11, 20)),
    looks=(Look("2026-02-16", "All five have promised their chronologies this week."),),
    assured="",
    signed={},
    told={},
    bodies_answer={"panel": ("2026-01-16", "Noted, with thanks.")},
    why_publish="",
    before_publishing={},
    days={
        "proposed": "2025-12-08",
        "decided": "2025-12-09",
        "panel": "2026-01-07",
        "started": "2026-01-12",
        "appointed": "2026-01-14",
        "terms": "2026-01-20",
        "read": "2026-02-25",
    },
)
