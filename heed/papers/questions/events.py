"""What: the incident, the criteria, the agencies and all that remains."""

from heed.papers.questions.asking import (
    YES_NO_UNKNOWN,
    Kind,
    Question,
    Section,
    choices,
)

INCIDENT = Section(
    slug="incident",
    title="What happened",
    questions=(
        Question(
            slug="date",
            label="When did it happen?",
            help="A day, a month or a range will do. Write “not known” if it is not.",
            kind=Kind.DATE,
        ),
        Question(slug="time", label="At what time?"),
        Question(slug="place", label="Where did it happen?", kind=Kind.TEXT),
        Question(slug="area", label="In which council’s area?"),
        Question(
            slug="country",
            label="In which country?",
            help="Leave empty if it happened in England.",
        ),
        Question(
            slug="what",
            label="What happened?",
            help="Write it in your own words. Say what you saw and what you were told.",
            kind=Kind.TEXT,
            required=True,
        ),
        Question(slug="harm", label="How was the child harmed?", kind=Kind.TEXT),
    ),
)

CRITERIA = Section(
    slug="criteria",
    title="Why you refer this",
    help="Answer as well as you can. Your answers do not decide anything: "
    "you can send this form whatever you answer.",
    questions=(
        Question(
            slug="abuse_or_neglect",
            label="Was the child abused or neglected?",
            kind=Kind.ONE,
            choices=choices(
                known="Yes, this is known",
                suspected="This is suspected",
                no="No",
                unknown="Not known",
            ),
        ),
        Question(
            slug="outcome",
            label="Has the child died or been seriously harmed?",
            help="Serious harm can be to body or mind, and may last.",
            kind=Kind.ONE,
            choices=choices(
                died="The child has died",
                seriously_harmed="The child was seriously harmed",
                neither="Neither",
                unknown="Not known",
            ),
        ),
        Question(slug="reasons", label="Why do you think so?", kind=Kind.TEXT),
    ),
)

AGENCY = Section(
    slug="agency",
    title="Organisations that know the family",
    help="Fill in once for each organisation.",
    each="organisation",
    most=30,
    printed=6,
    questions=(
        Question(slug="name", label="Name of the organisation"),
        Question(slug="contact", label="Who to ask there, and how"),
        Question(
            slug="still_involved",
            label="Do they still work with the family?",
            kind=Kind.ONE,
            choices=YES_NO_UNKNOWN,
        ),
    ),
)

WORKING = Section(
    slug="working",
    title="How organisations worked together",
    questions=(
        Question(
            slug="together",
            label="How did organisations work together to keep the child safe?",
            help="What went well, and what did not?",
            kind=Kind.TEXT,
        ),
    ),
)

KEY_DATE = Section(
    slug="key_date",
    title="Dates that matter",
    help="Fill in once for each date.",
    each="date",
    most=50,
    printed=6,
    questions=(
        Question(slug="date", label="Date of the event", kind=Kind.DATE),
        Question(slug="event", label="What happened on that date?", kind=Kind.TEXT),
    ),
)

OTHER = Section(
    slug="other",
    title="Anything else",
    questions=(
        Question(
            slug="parallel",
            label="What else is going on because of this?",
            kind=Kind.SOME,
            choices=choices(
                criminal="A police investigation or a trial",
                coroner="An inquest",
                family_court="A case in the family court",
                lado="An allegation against a person who works with children",
                child_death_review="A child death review",
                dhr="A domestic abuse related death review",
                sar="A safeguarding adults review",
                psii="A patient safety incident investigation",
                other="Something else",
            ),
        ),
        Question(
            slug="parallel_refs",
            label="Reference numbers and names for these",
            kind=Kind.TEXT,
        ),
        Question(
            slug="cross_border",
            label="Did the family live in, or move between, different areas?",
            kind=Kind.TEXT,
        ),
        Question(
            slug="media",
            label="Do newspapers or social media know about this?",
            kind=Kind.ONE,
            choices=YES_NO_UNKNOWN,
        ),
        Question(
            slug="notes",
            label="Is there anything else that we should know?",
            kind=Kind.TEXT,
        ),
    ),
)

PAPERS = Section(
    slug="papers",
    title="Papers",
    questions=(
        Question(
            slug="files",
            label="Papers that you send with this form",
            help="Word, PDF, text, spreadsheet or picture. Not needed to refer.",
            kind=Kind.FILES,
        ),
    ),
)

DECLARATION = Section(
    slug="declaration",
    title="Send this",
    help="What you wrote is true as far as you know. You may still not be sure.",
    questions=(
        Question(slug="signed", label="Your name, as your signature"),
        Question(slug="date", label="Date of this referral", kind=Kind.DATE),
    ),
)
