"""What is particular to Dabchick's case on its way through review and publication."""

from datetime import date

from heed.demo.quillshire.stations import Look, Story

STORY = Story(
    title="Dabchick: local child safeguarding practice review",
    portrait="Dabchick was seven when this was written. She keeps a list of every bird "
    "that she has seen. The first word on it is Wren, and the herons are her "
    "favourites.",
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
    why_a_review="Neglect over a year, in front of five services. The rapid review "
    "says what each of them saw, and not yet why nobody put it together.",
    agreed={
        "council": "We closed the contact in March. We owe it to her to find out why.",
        "icb": "Six appointments were missed and closed. That is a matter of system.",
        "police": "We did not know her. I agree, because the other two did.",
    },
    panel_says="The Panel agrees with the decision to hold a local review. It asks "
    "that the review looks at how absence is weighed beside hunger.",
    panel_judges={"decision": "well", "voice": "well", "analysis": "partly"},
    questions=("What was a day in her life like?", "Who added up what was missed?"),
    scope="From the first day at school to the day she was found.",
    covers=(date(2021, 9, 6), date(2024, 5, 31)),
    looks=(
        Look(
            "2024-08-13", "Two schools hold her records; one has sent them.", "concern"
        ),
        Look("2024-09-10", "The second school has sent them. Her father is heard."),
        Look("2024-10-08", "Practitioners were heard. The draft comes in October."),
        Look("2024-11-04", "The final draft is in, and its facts are checked."),
    ),
    assured="All five agencies checked the facts. One comment was answered, one change "
    "accepted, and one disputed: the report keeps her words.",
    signed={
        "council": "It says plainly what we closed, and why that made sense then.",
        "icb": "Clear, short, and usable by a clinic on a Monday.",
        "police": "A fair report. There is nothing in it for us to hide behind.",
    },
    told={
        "review_begins": ("2024-06-12", "What a review is, and that it blames nobody."),
        "taking_part": (
            "2024-06-26",
            "How he may take part: by talking, by writing, with somebody beside him. "
            "He would like to, with an advocate.",
        ),
        "decision": (
            "2024-06-27",
            "That a local review is held, because five services saw a part each.",
        ),
        "draft_offered": ("2024-11-04", "Her father read it with an advocate."),
        "publication_date": ("2024-12-09", "He was told the day and the hour."),
    },
    bodies_answer={
        "panel": ("2024-07-22", "Noted, with thanks."),
        "dfe": ("2024-07-18", "Receipt confirmed by the team for reviews."),
        "ofsted": ("2024-07-19", "Noted on the area's file."),
    },
    why_publish="Nobody is harmed by it, her father wishes it, and others can learn.",
    before_publishing={
        "welfare": (
            "no",
            "She lives in another town now. Nothing in it is known outside her school.",
        ),
        "proceedings": (
            "no",
            "The police ended their investigation in September without a charge; no "
            "family proceedings were begun.",
        ),
        "solved_by_changes": ("no", "Nothing needs to be solved."),
        "family_views": ("yes", "Her father wishes that it is read in every school."),
        "legal_advice": ("yes", "By the council's legal adviser, on 12 November."),
    },
    days={
        "proposed": "2024-06-24",
        "decided": "2024-06-25",
        "panel": "2024-07-09",
        "started": "2024-07-10",
        "appointed": "2024-07-15",
        "terms": "2024-07-17",
        "heard": "2024-09-17",
        "drafted": "2024-10-28",
        "assured": "2024-11-11",
        "signed": "2024-11-14",
        "prepared": "2024-11-18",
        "searched": "2024-11-20",
        "ahead": "2024-12-03",
        "published": "2024-12-17",
        "deposited": "2024-12-19",
    },
)
