"""The letter by which the partners require information, as Word: to be read through,
signed and sent by them. It names no child and no case."""

from heed import clock
from heed.papers.blocks import document, heading, listing, paragraph
from heed.papers.write_docx import write_docx
from heed.rapid_reviews.models import AgencyRequest
from heed.rulebook import sources

TITLE = "Information that the safeguarding partners require"
DUTY = (
    f"The safeguarding partners require this information under {sources.S16H.cited}, "
    f"so that a case can be considered and reviewed under {sources.S16F.provision} of "
    "that Act. Whoever is required to give information must comply. The partners may "
    "ask the court to enforce it. What you give is used for this purpose only."
)
WHO = (
    "The children and adults whom it is about stand on the page to which your link "
    "leads. For safety this letter names none of them. If the link or its code is "
    "lost, telephone us and name the reference."
)
WHY = (
    "It is about learning and not about blame. If you believe that you may not give "
    "something, give the rest, say what you hold back, and tell us why."
)


def information_letter(
    request: AgencyRequest, *, required: str, due_on, by, at
) -> bytes:
    """The letter as Word, to be read through, signed and sent."""
    partnership, organisation = request.partnership, request.organisation
    lines = [line.strip() for line in required.splitlines() if line.strip()]
    to = ", ".join(filter(None, (request.to_name, organisation.name)))
    reach = partnership.business_unit_telephone
    return write_docx(
        document(
            heading(1, TITLE),
            paragraph(f"{clock.london_date(at):%-d %B %Y}"),
            paragraph(f"To: {to}"),
            paragraph(f"Reference: {request.reference}"),
            paragraph(
                f"We asked you for information on {_day(request.sent_at)}. "
                f"{_how_it_stands(request)}"
            ),
            paragraph(DUTY),
            heading(2, "What is required"),
            listing(*lines),
            paragraph(f"Please give it by {due_on:%A %-d %B %Y}."),
            paragraph(WHO),
            paragraph(WHY),
            paragraph(
                f"Questions: {partnership.name}"
                + (f", telephone {reach}." if reach else ".")
            ),
            paragraph(f"For the safeguarding partners of {partnership.name}"),
            paragraph("Signature:"),
            paragraph("Name and office:"),
            title=TITLE,
        ),
        publisher=partnership.name,
    )


def _how_it_stands(request: AgencyRequest) -> str:
    if request.state == AgencyRequest.State.REFUSED:
        return f"You told us on {_day(request.answered_at)} that you would not give it."
    if request.has_answered or request.wanted:
        return "What you gave does not hold all that is needed."
    return f"We have had no answer; it was due on {request.due_on:%-d %B %Y}."


def _day(moment) -> str:
    return f"{clock.london_date(moment):%-d %B %Y}"
