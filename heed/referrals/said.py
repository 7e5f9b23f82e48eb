"""All that a referral may say, in the words of the page on which it is checked: THE
table. What is not in it is named in `ELSEWHERE`, with the reason."""

from collections.abc import Sequence

from heed.papers.forms.office import STEPS
from heed.papers.questions import section
from heed.referrals.asked import YES_NO, Asked, Choices, Kind, Part
from heed.referrals.templatetags.referral_words import CRITERIA, PLACES
from heed.rulebook.children import SEXES, STATUS

YES_NO_UNKNOWN = YES_NO | {"unknown": "Not known"}
ABUSE = ("known", "suspected", "known_or_suspected", "no", "unknown")
OUTCOME = ("died", "seriously_harmed", "neither", "unknown")
OFFICE = {
    "received": "Referral received",
    "sent_to_chair": "Sent to the chair of the group",
    "agencies_asked": "Agencies asked",
    "agency_deadline": "Agencies to answer by",
    "considered": "Considered by the group",
    "recommendation_sent": "Recommendation sent",
    "decided": "Decided by the chair",
}


def _choices(part: str, slug: str) -> Choices:
    found = {each.slug: each for each in section(part).questions}
    return {each.slug: each.label for each in found[slug].choices}


def _yes_or_no(name: str, label: str, **more) -> Asked:
    return Asked(name, label, Kind.YES_OR_NO, choices=YES_NO, **more)


def _dated(name: str, label: str, **more) -> Asked:
    return Asked(name, label, Kind.DATE, **more)


SAFETY = Part(
    "immediate_safety",
    "Is any child at risk now?",
    (
        Asked(
            "open_risk",
            "At risk now",
            Kind.YES_OR_NO,
            always=True,
            choices=YES_NO_UNKNOWN,
            question="at_risk",
            unsaid="Not known",
            by_itself=True,
        ),
        Asked("children", "Which children", Kind.CHILDREN),
        Asked("reported_to", "Who was told", Kind.SEVERAL, question="told"),
        Asked("verbatim", "In their words", Kind.LONG, question="who"),
    ),
    read_as="immediate_safety",
    section="safety",
)
CHILD = Part(
    "child",
    "Child",
    (
        Asked("given", "First names", always=True),
        Asked("family", "Last name", always=True),
        Asked("possible_family", "Perhaps the last name", question="family"),
        Asked("other_families", "Last name, spelt otherwise", Kind.SEVERAL),
        Asked("aka", "Also known as", Kind.SEVERAL, between=", "),
        Asked("initials_in_header", "Initials at the head of the paper"),
        Asked("role", "Place in what happened", Kind.CHOICE, choices=PLACES),
        Asked("relationship", "Place or relationship, in their words"),
        Asked("status", "How the child is", Kind.CHOICE, always=True, choices=STATUS),
        _dated("dob", "Date of birth", always=True),
        _dated("edd", "Day when the baby is due"),
        _dated("date_of_death", "Date of death"),
        Asked("age_text", "Age, in their words"),
        Asked("multiple_birth", "Twin, triplet"),
        Asked("sex", "Sex", Kind.CHOICE, choices=SEXES),
        Asked("ethnicity_verbatim", "Ethnic group", question="ethnicity"),
        Asked("language", "Language"),
        Asked("identifiers", "NHS number", Kind.NHS_NUMBER, question="nhs_number"),
        Asked("address", "Address"),
        Asked("whereabouts", "Where the child is now"),
        Asked("school", "School or nursery"),
        Asked("legal_status", "Orders or care", Kind.SEVERAL),
        Asked("plan_history", "Plans", Kind.SEVERAL),
        _yes_or_no("looked_after", "Looked after by a council"),
        Asked("responsible_la", "Council that looks after the child"),
    ),
    read_as="children",
    section="child",
    several=True,
    is_person=True,
)
ADULT = Part(
    "adult",
    "Adult",
    (
        Asked("name", "Name", always=True),
        Asked("aka", "Also known as", Kind.SEVERAL, between=", "),
        Asked("relationship", "Relationship", always=True),
        Asked("to", "To which children", Kind.CHILDREN),
        _dated("dob", "Date of birth"),
        Asked("address", "Address"),
        _yes_or_no("suspected", "Suspected of the harm"),
        _yes_or_no("third_party", "Somebody outside the family"),
    ),
    read_as="adults",
    section="adult",
    several=True,
    is_person=True,
)
INCIDENT = Part(
    "incident",
    "What happened",
    (
        _dated("date", "When it happened", always=True),
        Asked("time", "At what time", beside="time_verbatim"),
        Asked("place", "Where"),
        Asked("area", "Area"),
        Asked("country", "Country"),
        _yes_or_no("outside_england", "Outside England"),
        Asked("harm", "How the child was harmed", Kind.LONG),
        Asked("circumstances", "What happened", Kind.LONG, question="what", alone=True),
    ),
    read_as="incident",
    section="incident",
)
THE_CRITERIA = Part(
    "criteria",
    "The criteria",
    (
        Asked(
            "abuse_or_neglect",
            "Abuse or neglect",
            Kind.CHOICE,
            always=True,
            choices={each: CRITERIA[each] for each in ABUSE},
        ),
        Asked(
            "outcome",
            "What became of the child",
            Kind.CHOICE,
            always=True,
            choices={each: CRITERIA[each] for each in OUTCOME},
        ),
        Asked("boxes_ticked", "Boxes ticked, by their number", Kind.NUMBERS),
        Asked("boxes_unclear", "Boxes that may be ticked", Kind.NUMBERS),
        Asked("reasons", "Why it may meet the criteria", Kind.LONG),
    ),
    read_as="criteria",
    section="criteria",
)
GATE = Part(
    "gate",
    "Questions asked before the form",
    (_yes_or_no("answer", "Question"),),
    read_as="gate",
    several=True,
)
AGENCY = Part(
    "agency",
    "Organisations that know the family",
    (
        Asked("name", "Organisation"),
        Asked("contact", "Who to ask there"),
        _yes_or_no("still_involved", "Still works with the family"),
    ),
    read_as="agencies",
    section="agency",
    several=True,
)
WORKING = Part(
    "working",
    "How organisations worked together",
    (
        Asked(
            "joint_working_concern",
            "How they worked together",
            Kind.LONG,
            question="together",
        ),
    ),
    section="working",
)
KEY_DATE = Part(
    "key_date",
    "Dates that matter",
    (_dated("date", "Day", always=True), Asked("event", "What happened that day")),
    read_as="key_dates",
    section="key_date",
    several=True,
)
PARALLEL = Part(
    "parallel",
    "What else is going on because of this",
    (
        Asked(
            "type",
            "Process",
            Kind.CHOICE,
            choices=_choices("other", "parallel"),
            question="parallel",
        ),
        Asked("ref", "Reference, or in their words", question="parallel_refs"),
    ),
    read_as="parallel",
    section="other",
    several=True,
)
OTHER = Part(
    "other",
    "Anything else",
    (
        Asked("cross_border", "Other areas", Kind.LONG),
        _yes_or_no("media_interest", "The media know", question="media"),
        Asked("consent", "Consent", Kind.LONG),
        Asked("handling", "How it is to be handled", Kind.LONG),
        Asked("notes", "Notes", Kind.LONG),
    ),
    section="other",
)
LEAD = Part(
    "safeguarding_lead",
    "The safeguarding lead",
    (
        Asked("name", "Name"),
        Asked("role", "Job"),
        Asked(
            "endorsement",
            "What the lead did",
            Kind.CHOICE,
            choices={
                "none": "Was not asked",
                "consulted": "Was asked for advice",
                "named": "Is named, and nothing more",
                "signed": "Signed",
                "decided": "Decided that it is referred",
                "is_referrer": "Is who refers",
                "unclear": "Not clear",
            },
        ),
        _dated("consulted_on", "When the lead was asked"),
        Asked("verbatim", "In their words", Kind.LONG),
    ),
    read_as="safeguarding_lead",
    section="lead",
)
PAPER = Part(
    "paper",
    "The paper itself",
    (
        _dated("referral_date", "Day of the referral", question="declaration.date"),
        Asked("protective_marking", "Marking"),
        Asked("form_version", "Version of the form"),
        Asked("attachments", "What it says is attached"),
    ),
)
THE_OFFICE = Part(
    "office",
    "For office use",
    tuple(_dated(step, OFFICE[step]) for step in STEPS),
    read_as="office",
)
UNREAD = Part(
    "unread",
    "What stood under other headings",
    (Asked("answer", "Under a heading of their own", Kind.LONG),),
    read_as="unread",
    several=True,
)
PARTS: Sequence[Part] = (
    SAFETY,
    CHILD,
    ADULT,
    INCIDENT,
    THE_CRITERIA,
    GATE,
    AGENCY,
    WORKING,
    KEY_DATE,
    PARALLEL,
    OTHER,
    LEAD,
    PAPER,
    THE_OFFICE,
    UNREAD,
)
PART = {part.slug: part for part in PARTS}
ASKED = {(part.slug, each.name): each for part in PARTS for each in part.asked}

ELSEWHERE = {
    "kind": "It says that this is a referral.",
    "channel": "How it came stands at the head of the referral.",
    "copy_of": "How it came stands at the head of the referral.",
    "received_at": "When it came stands at the head of the referral.",
    "referrer": "Who referred is kept apart, and opened by name.",
    "signed": "It tells who referred, and is kept with them.",
    "contact_note": "It is kept with who referred.",
    "withhold_identity": "It is kept with who referred, and said on the referral.",
    "message": "The head of an email is kept with who referred.",
    "hidden": "It tells who wrote the file, and is kept with who referred.",
    "flags": "Each doubt stands with what it is about, or by itself.",
    "unread.label": "It is the label under which its answer is asked.",
    "children.ref": "It counts the children.",
    "children.address_withheld": "What is withheld is kept apart when it arrives, and "
    "later by the case’s page for it.",
    "incident.time_verbatim": "It stands beside the time.",
    "typed": "The answers of our own form stand beside what was understood.",
    "places": "Where each thing stands in its paper: it leads there.",
}
"""What a reading holds that nobody is asked about here, and why not."""
