"""The minutes of a meeting of the group, as Word."""

from dataclasses import dataclass

from heed.papers.blocks import Block, document, heading, listing, paragraph, table
from heed.papers.submission import OFFICIAL_SENSITIVE
from heed.papers.write_docx import write_docx

NONE = "None recorded."
NOBODY, NO_DAY = "Nobody is named", "No day is said"


@dataclass(frozen=True, kw_only=True, slots=True)
class Following:
    """Something that was agreed: what, who does it, by when."""

    what: str
    owner: str = ""
    by_when: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class Minutes:
    """All that the minutes of a meeting tell."""

    partnership: str
    reference: str
    held_on: str
    attended: tuple[str, ...]
    apologies: str = ""
    interests: str = ""
    said: str = ""
    follows: tuple[Following, ...] = ()
    recorded: str = ""


def minutes_docx(minutes: Minutes) -> bytes:
    """The minutes as a Word document."""
    title = f"Meeting on {minutes.held_on}"
    blocks: list[Block] = [
        heading(1, title),
        paragraph(f"{minutes.partnership}, {minutes.reference}"),
        heading(2, "Who came"),
        listing(*minutes.attended) if minutes.attended else paragraph(NONE),
        heading(2, "Apologies"),
        *_lines(minutes.apologies),
        heading(2, "Conflicts of interest declared"),
        *_lines(minutes.interests),
        heading(2, "What was said and agreed"),
        *_lines(minutes.said),
        heading(2, "What follows"),
        _follows(minutes.follows),
        paragraph(f"Recorded {minutes.recorded}."),
    ]
    return write_docx(document(*blocks, title=title), marking=OFFICIAL_SENSITIVE)


def _lines(words: str) -> list[Block]:
    return [paragraph(line) for line in words.splitlines() if line] or [paragraph(NONE)]


def _follows(rows: tuple[Following, ...]) -> Block:
    if not rows:
        return paragraph(NONE)
    cells = [(row.what, row.owner or NOBODY, row.by_when or NO_DAY) for row in rows]
    return table(cells, header=("What", "Who", "By when"))
