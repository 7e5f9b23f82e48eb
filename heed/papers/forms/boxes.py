"""Boxes to tick, as people tick them: ☒ ☑ ✓ X, [x], and words struck out."""

from heed.papers.blocks import Cell, Heading, ListBlock, Note, Paragraph, Run, Table
from heed.papers.blocks.model import Block, cells
from heed.papers.forms.pieces import is_guidance
from heed.papers.patterns import later

TICKED = "☒☑✓✔✗✘🗹🗷⊠■●◉"
EMPTY = "☐□○◯❑❏▢⬜"

_BOX = later(
    rf"(?P<ticked>[{TICKED}]|[\[({{][ \xa0_]{{0,3}}[xX✓✔√☒☑*][ \xa0_]{{0,3}}[\])}}])|"
    rf"(?P<empty>[{EMPTY}]|[\[({{][ \xa0_.]{{0,5}}[\])}}])"
)

_STROKE = later(r"[/|]")
_PLAIN = later(r"yes|no|y|n|not (yet )?known|not sure|unknown|unsure|don.?t know")
"""Choices that stand beside one another without a word of their own question."""


def has_boxes(text: str) -> bool:
    """Whether there is a box to tick, ticked or not."""
    return _BOX.search(text) is not None


def is_box(text: str) -> bool:
    """Whether there is a box to tick, and nothing besides."""
    return _BOX.fullmatch(text.strip()) is not None


def options(text: str) -> list[tuple[str, bool]]:
    """Each choice beside a box, and whether it is ticked.

    The box may stand before its words or behind them: what begins or ends a line
    decides.
    """
    found: list[tuple[str, bool]] = []
    for line in text.splitlines():
        found += _options_of_line(line.strip())
    return found


def _options_of_line(line: str) -> list[tuple[str, bool]]:
    pieces = [piece.strip() for piece in _STROKE.split(line)]
    # "Yes / No ☒" may tick the question as well as its last word.
    of_all = not any(has_boxes(piece) for piece in pieces[:-1]) and line.endswith(
        tuple(TICKED + EMPTY + "])")
    )
    if len(pieces) > 1 and not of_all and all(_is_plain(piece) for piece in pieces):
        return [found for piece in pieces for found in _beside_one_another(piece)]
    return _beside_one_another(line)


def _is_plain(words: str) -> bool:
    return _PLAIN.fullmatch(_BOX.sub(" ", words).strip(" :\t").lower()) is not None


def _beside_one_another(line: str) -> list[tuple[str, bool]]:
    boxes = list(_BOX.finditer(line))
    if not boxes:
        return []
    edges = [match.start() for match in boxes] + [len(line)]
    before = line[: boxes[0].start()]
    follows = boxes[-1].end() == len(line) or _is_plain(before)
    if before.strip(" :\t") and follows:
        starts = [0, *(match.end() for match in boxes)]
        words = [line[a : m.start()] for a, m in zip(starts, boxes, strict=False)]
    else:
        words = [line[m.end() : b] for m, b in zip(boxes, edges[1:], strict=True)]
    return [
        (said.strip(" \t:,;/|"), bool(match["ticked"]))
        for said, match in zip(words, boxes, strict=True)
    ]


def chosen(text: str) -> str:
    """The words beside ticked boxes, and below them the lines without a box; the text
    itself where there are no boxes.
    """
    if not has_boxes(text):
        return text
    ticked = [words or "yes" for words, ticks in options(text) if ticks]
    beside = [line.strip() for line in text.splitlines() if not has_boxes(line)]
    told = [line for line in beside if line and not is_guidance(line)]
    return "\n".join(filter(None, ("; ".join(ticked), *told)))


def standing(blocks: tuple[Block, ...]) -> str:
    """The words of a cell that are not struck out, a line for each block."""
    lines = (_standing(block) for block in blocks)
    return "\n".join(line for line in lines if line.strip())


def _standing(block: Block) -> str:
    match block:
        case Heading(runs=runs) | Paragraph(runs=runs):
            return _not_struck(runs)
        case ListBlock(items=items):
            return "\n".join(_not_struck(item.runs) for item in items)
        case Note(blocks=inner):
            return standing(inner)
        case Table():
            texts = (standing(each.blocks) for each in cells(block))
            return "\n".join(text for text in texts if text)
    return ""


def _not_struck(runs: tuple[Run, ...]) -> str:
    kept = "".join(run.text for run in runs if not run.struck)
    if any(run.struck for run in runs):
        # "YES / NO" with one struck out leaves a stroke that means nothing.
        kept = kept.strip(" /|,*")
    return kept


def is_struck(cell: Cell) -> bool:
    """Whether words of a cell were struck out: what is left of them answers."""
    runs = (
        run
        for block in cell.blocks
        if isinstance(block, Heading | Paragraph)
        for run in block.runs
    )
    return any(run.struck and run.text.strip() for run in runs)


def words_of(cell: Cell) -> str:
    """What a cell says now."""
    return standing(cell.blocks).strip()
