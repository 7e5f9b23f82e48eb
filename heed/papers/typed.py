"""Words as people type them into a box, as blocks."""

from heed.papers.blocks import Block, Document, Heading, Run, anchored
from heed.papers.briefing import body_blocks


def typed(text: str, title: str = "", *, prefix: str = "") -> Document:
    """Typed words as blocks: a line that begins with `#` is a heading, an empty line
    parts paragraphs, lines that begin with `-` are a list."""
    made: list[Block] = []
    gathered: list[str] = []
    for line in [*text.splitlines(), "# "]:
        if not line.startswith("#"):
            gathered.append(line)
            continue
        made += body_blocks("\n".join(gathered))
        gathered = []
        if words := line.lstrip("# ").strip():
            made.append(Heading(2, (Run(words),)))
    return anchored(Document(tuple(made), title=title), prefix=prefix)
