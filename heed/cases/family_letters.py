"""Letters to a family: plain, by name, and without an address. Somebody reads each one
through, signs it and sends it; Heed sends none by itself."""

from heed import clock
from heed.cases.models import FamilyContact, FamilyMember
from heed.papers.blocks import document, heading, paragraph
from heed.papers.write_docx import write_docx

About = FamilyContact.About

TITLES = {
    About.REVIEW_BEGINS: "About {child}",
    About.TAKING_PART: "How you can take part",
    About.DECISION: "What was decided about {child}",
    About.DRAFT_OFFERED: "The report about what happened to {child}",
    About.PUBLICATION_DATE: "The day on which the report is published",
}
# Paragraphs stand apart by an empty line.
WORDS = {
    About.REVIEW_BEGINS: """
I am writing to you because of what happened to {child}. I am sorry for what you and
your family are going through.

People from the council, health and the police are looking together at how {child} and
your family were helped, and at what could be done better for other children. This is
called a review. It is there to learn. It does not look for somebody to blame, and it is
no court and no investigation of you.

You do not have to do anything. If you wish, we would like to hear what you think, and
who {child} is to you.
""",
    About.TAKING_PART: """
You are welcome to take part in the review about what happened to {child}, as much or as
little as you wish, and to change your mind at any time.

You can meet the reviewer, write, or speak through somebody whom you trust. You can
bring a friend or an advocate. We can arrange an interpreter. We meet where and when it
suits you, and not on a day that is hard for you.

If you wish, the report can begin with your own words about who {child} is.
""",
    About.DECISION: """
People from the council, health and the police have looked together at how {child} and
your family were helped. They have now decided what happens next. I would like you to
hear it from us, and why.
""",
    About.DRAFT_OFFERED: """
The report about what happened to {child} is written in draft. Before it is finished, we
would like to offer it to you.

We can read it together, at a place and time that suits you, with somebody beside you.
You can take as long as you need, and tell us where you think that it is not right.
""",
    About.PUBLICATION_DATE: """
The report about what happened to {child} will be published on {day}. Before that day I
would like to go through it with you, as far as you wish.

You will hear from me again before it. If somebody from the press gets in touch with
you, you do not have to answer.
""",
}
# What stands below everything else that is said.
AT_THE_END = {
    About.DECISION: """
You do not have to answer. If you want to ask something, or see it differently, please
tell me. I will pass on what you say.
""",
}
KINDS = [(about.value, about.label) for about in WORDS]


def family_letter(
    member: FamilyMember,
    *,
    child: str,
    about: str,
    day,
    more: str,
    by,
    at,
    agreed: str = "",
) -> bytes:
    """The letter as Word, to be read through, signed and sent. `agreed` is what was
    agreed that the family hears of a decision."""
    fields = {"child": child, "day": f"{day:%A %-d %B %Y}" if day else "a day to come"}
    partnership = member.case.partnership
    reach = partnership.business_unit_telephone
    own = [line for line in f"{agreed}\n{more}".splitlines() if line.strip()]
    words = [
        f"{clock.london_date(at):%-d %B %Y}",
        f"Dear {member.name_chosen or member.name or member.relationship}",
        *_paragraphs(WORDS[About(about)].format(**fields)),
        *own,
        *_paragraphs(AT_THE_END.get(About(about), "")),
        f"You can reach me through {partnership.name}"
        + (f", telephone {reach}." if reach else "."),
        "Yours sincerely",
        by.actor_name,
    ]
    title = TITLES[About(about)].format(**fields)
    return write_docx(
        document(heading(1, title), *map(paragraph, words), title=title),
        publisher=partnership.name,
    )


def _paragraphs(words: str) -> list[str]:
    said = (" ".join(each.split()) for each in words.split("\n\n"))
    return [each for each in said if each]
