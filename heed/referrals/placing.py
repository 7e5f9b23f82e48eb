"""Where in a paper each thing stands that was understood of it: near the label under
which the reader found it, and near what else is said of the same child or adult.
Nothing here reads a database."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from statistics import median_low

from heed.papers.blocks import Block, Document, Paragraph, Run, leaves
from heed.papers.forms.boxes import has_boxes, options
from heed.papers.questions import question
from heed.referrals.asked import Kind
from heed.referrals.checking import Item

Known = Mapping[str, Mapping[str, str]]
"""By the key of an answer the label under which it stood, and the label's anchor."""

BESIDE = 3
"""How many pieces of a paper behind its label an answer stands at most."""
OPTIONS = 10
SHORT = 3
"""Letters: fewer stand in many words, and are looked for beside their label alone."""
HEADS = (8, 5, 3)
"""How many of its first words find an answer that a page breaks into lines."""
SAME = {"given": ("given", "name"), "family": ("family", "name")}
CHOSEN = frozenset({Kind.CHOICE, Kind.YES_OR_NO, Kind.NUMBERS, Kind.CHILDREN})
FROM_THE_STORY = frozenset({"criteria", "immediate_safety", "incident", "other"})
TELL_THE_STORY = ("criteria.reasons", "incident.circumstances", "incident.harm")
_CELL = re.compile(r"(?P<row>(?P<table>.*)-r(?P<number>\d+))-c(?P<column>\d+)")


def lined(document: Document) -> Document:
    """The paper with each line of a page by itself, where its tables were lost."""
    made: list[Block] = []
    for block in document.blocks:
        made += _lines(block) if isinstance(block, Paragraph) else [block]
    return replace(document, blocks=tuple(made))


def _lines(block: Paragraph) -> list[Paragraph]:
    rows: list[list[Run]] = [[]]
    for run in block.runs:
        first, *more = run.text.split("\n")
        rows[-1].append(replace(run, text=first))
        rows += [[replace(run, text=text)] for text in more]
    if len(rows) == 1:
        return [block]
    return [
        Paragraph(tuple(row), f"{block.anchor}-l{number}")
        for number, row in enumerate(rows, 1)
        if any(run.text.strip() for run in row)
    ]


def _plain(words: str) -> str:
    return " ".join(re.findall(r"\w+", words.casefold()))


@dataclass(frozen=True)
class _Piece:
    anchor: str
    raw: str

    @cached_property
    def words(self) -> str:
        return f" {_plain(self.raw)} "

    def holds(self, wanted: str) -> bool:
        return f" {wanted} " in self.words

    @property
    def is_ticked(self) -> bool:
        return any(ticked for _, ticked in options(self.raw))


@dataclass(frozen=True)
class _Label:
    """A label as it stands in the paper. One that the reader found in its own cell is
    `sure`; of the others some stand above the columns of a table."""

    at: int
    words: str
    sure: bool


class Places:
    """The pieces of a paper in their order, and where things stand among them."""

    def __init__(self, document: Document, known: Known) -> None:
        found = (_Piece(anchor, raw) for anchor, raw in leaves(document.blocks))
        self.pieces = [each for each in found if each.anchor and each.raw.strip()]
        self.known = known

    def of(self, items: Iterable[Item]) -> dict[str, str]:
        """The anchor of the place of each thing, by its key; none where it cannot be
        told."""
        asked = [item for item in items if item.asked]
        said = [item for item in asked if item.read != item.asked.unsaid]
        beside = {item.key: self._beside_label(item) for item in said}
        may_be = {item.key: self._candidates(item, beside[item.key]) for item in said}
        pins = _pins(may_be, beside)
        taken: set[tuple[str, int]] = set()
        found = {}
        for item in said:
            near = pins.get(_group(item.key), [])
            middle = median_low(near) if near else None
            if item.asked.kind in CHOSEN:
                at = self._chosen(item, middle, said)
            else:
                at = self._told(item, middle, may_be, beside[item.key], taken)
            if at is None:
                at = self._worked_out(item, middle, may_be)
            if at is not None:
                taken.add((item.asked.name, at))
                found[item.key] = self.pieces[at].anchor
        return found

    # What is told in words

    def _candidates(self, item: Item, beside: set[int]) -> list[int]:
        """Every piece that holds the words; of long words, the first of them."""
        wanted = _plain(item.typed.strip().split("\n")[0])
        tokens = wanted.split()
        heads = [wanted, *(" ".join(tokens[:n]) for n in HEADS if n < len(tokens))]
        for head in filter(None, heads):
            found = [n for n, each in enumerate(self.pieces) if each.holds(head)]
            if len(wanted) < SHORT:
                alone = re.compile(
                    rf"(?<![\w.]){re.escape(wanted)}(?![\w.])", re.IGNORECASE
                )
                found = [
                    at
                    for at in found
                    if at in beside and alone.search(self.pieces[at].raw)
                ]
            if found:
                return found
        return []

    def _told(self, item, middle, may_be, beside, taken) -> int | None:
        def cost(at: int) -> tuple:
            far = abs(at - middle) if middle is not None else 0
            used = (item.asked.name, at) in taken
            return far, at not in beside, used, len(self.pieces[at].raw), at

        return min(may_be[item.key], key=cost, default=None)

    def _worked_out(self, item: Item, middle: int | None, may_be) -> int | None:
        """What no label asks and no word says was worked out from what else is said of
        the same child or adult, or from what happened."""
        if middle is not None:
            return middle
        if item.part not in FROM_THE_STORY:
            return None
        told = (at for key in TELL_THE_STORY for at in may_be.get(key, []))
        return next(told, None)

    # Labels

    def _labels(self, item: Item, *, number: str = "") -> Iterator[_Label]:
        """Where the labels stand under which such a thing was found: of everybody, or
        of the one with this number."""
        section, _, slug = item.question.rpartition(".")
        section = section.partition(".")[0]
        slugs = SAME.get(slug, (slug,))
        for key, said in self.known.items():
            first, _, last = key.rpartition(".")
            first, _, of = first.partition(".")
            if first == section and last in slugs and number in {"", of}:
                yield from self._places_of(said)
        if item.key.startswith(("unread-", "gate-")):
            yield from self._places_of({"label": item.label.partition(". ")[2]})

    def _places_of(self, said: Mapping[str, str]) -> list[_Label]:
        """The pieces that hold a label; of several, that with the reader's anchor."""
        label, at = _plain(said.get("label", "")), said.get("at", "")
        if not label:
            return []
        found = [n for n, each in enumerate(self.pieces) if each.holds(label)]
        exact = [n for n in found if at and _is_within(self.pieces[n].anchor, at)]
        bare = [n for n in found if self.pieces[n].words.strip() == label]
        return [_Label(n, label, sure=bool(exact)) for n in exact or bare or found]

    def _beside_label(self, item: Item) -> set[int]:
        labels = self._labels(item)
        return {each.at + more for each in labels for more in range(BESIDE + 1)}

    # What was chosen or ticked

    def _chosen(self, item: Item, middle: int | None, said: list[Item]) -> int | None:
        """The place of what was chosen: behind its label."""
        labels = [*self._labels(item, number=self._number(item, said))]
        labels = labels or self._our_label(item)
        if not labels:
            return None
        if middle is None:
            return self._answer_at(labels[0])
        nearest = min(labels, key=lambda each: abs(each.at - middle))
        in_column = None if nearest.sure else self._in_column(nearest.at, middle)
        return in_column or self._answer_at(nearest)

    def _number(self, item: Item, said: list[Item]) -> str:
        """The number of a child or an adult in the answers; "" where several stand in
        one answer, so that it cannot be told."""
        section, *rest = item.question.split(".")
        numbers = {
            key.split(".")[1] for key in self.known if key.startswith(f"{section}.")
        }
        people = {
            _group(each.key)
            for each in said
            if each.question[: len(section) + 1] == f"{section}."
        }
        alone = len(rest) > 1 and len(numbers) == len(people)
        return rest[0] if alone else ""

    def _in_column(self, label: int, middle: int) -> int | None:
        """In a table of people, the cell of this one below a label at its head."""
        head = _CELL.match(self.pieces[label].anchor)
        own = _CELL.match(self.pieces[middle].anchor)
        if not head or not own or head["table"] != own["table"]:
            return None
        if int(head["number"]) >= int(own["number"]):
            return None
        cell = f"{own['row']}-c{head['column']}"
        found = (n for n, e in enumerate(self.pieces) if _is_within(e.anchor, cell))
        return next(found, middle)

    def _our_label(self, item: Item) -> list[_Label]:
        """The label of our own form, that a program may have cut off its answer."""
        section, *_, slug = item.question.split(".")
        try:
            return self._places_of({"label": question(section, slug).label})
        except KeyError:
            return []

    def _answer_at(self, label: _Label) -> int:
        """Where the answer under a label stands: the box that is ticked, the piece
        behind a label that stands alone, else the label's own."""
        last = min(label.at + OPTIONS, len(self.pieces))
        cell = _cell_of(self.pieces[label.at].anchor)
        for at in range(label.at, last):
            if self.pieces[at].is_ticked:
                return at
            # What helps to answer may stand between a label and its boxes.
            helps = at == label.at + 1 and _cell_of(self.pieces[at].anchor) == cell
            if at > label.at and not helps and not has_boxes(self.pieces[at].raw):
                break
        if self.pieces[label.at].words.strip() != label.words:
            return label.at
        behind = range(label.at + 1, last)
        other = (
            at for at in behind if not cell or _cell_of(self.pieces[at].anchor) != cell
        )
        return next(other, label.at)


def _cell_of(anchor: str) -> str:
    cell = _CELL.match(anchor)
    return cell[0] if cell else ""


def _group(key: str) -> str:
    """Of whom, or of what, a thing is said."""
    return key.partition(".")[0]


def _is_within(anchor: str, at: str) -> bool:
    return anchor == at or anchor.startswith(f"{at}-")


def _pins(may_be: Mapping[str, list[int]], beside: Mapping[str, set[int]]) -> dict:
    """Where a child, or an adult, surely stands: by what stands in one place alone."""
    found: dict[str, list[int]] = {}
    for key, places in may_be.items():
        labelled = [at for at in places if at in beside[key]]
        only = next((each for each in (places, labelled) if len(each) == 1), [])
        if only:
            found.setdefault(_group(key), []).append(only[0])
    return found
