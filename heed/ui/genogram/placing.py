"""Where everybody stands in the picture: in which row, in which order, where in it."""

from collections import defaultdict
from collections.abc import Mapping, Sequence

from heed.rulebook.kinship import Stroke
from heed.ui.genogram.couples import Lines, clusters, is_parent, lines_of
from heed.ui.genogram.told import Somebody, Tie

SLOT = 192  # from one person to the next, words beside the figure included
GAP = 38  # from the free way beside a figure to its middle
SWEEPS = 8

Rows = list[list[str]]
# Parents whose line to a child is drawn in one way, and their children so.
Sibships = dict[tuple[Stroke, frozenset[str]], list[str]]


def generations(people: Sequence[Somebody], ties: Sequence[Tie]) -> dict[str, int]:
    """The row of each person, the eldest first. Where what is recorded contradicts
    itself, what was recorded first counts."""
    steps = defaultdict(list)
    for tie in ties:
        above, stroke = tie.kin.above or 0, tie.kin.stroke
        steps[tie.one].append((tie.other, above, stroke))
        steps[tie.other].append((tie.one, -above, stroke))
    found: dict[str, int] = {}
    groups = [
        _reached_from(each.key, steps, found)
        for each in people
        if each.key not in found
    ]
    focus = {each.key for each in people if each.in_focus}
    for group in groups:
        level = _row_of_focus(group, focus, found)
        found |= {key: found[key] - level for key in group}
    highest = min(found.values(), default=0)
    return {key: row - highest for key, row in found.items()}


def _reached_from(start: str, steps: Mapping, found: dict[str, int]) -> list[str]:
    """Whoever is related to somebody, each in a row. Who cares for a child stands where
    being a parent, or anything else, puts them: a grandmother stays one."""
    group: list[str] = []
    kin, cares = [(start, 0)], list[tuple[str, int]]()
    while kin or cares:
        here, row = (kin or cares).pop(0)
        if here in found:
            continue
        found[here] = row
        group.append(here)
        for there, below, stroke in steps[here]:
            waiting = cares if stroke == Stroke.CARES else kin
            waiting.append((there, row + below))
    return group


def _row_of_focus(group: list[str], focus: set[str], found: Mapping[str, int]) -> int:
    rows = [found[key] for key in group if key in focus]
    return max(rows or [found[key] for key in group])


def sibships(ties: Sequence[Tie]) -> Sibships:
    """The children of the same parents, by how the line is drawn."""
    parents: dict[tuple[str, Stroke], list[str]] = defaultdict(list)
    for tie in ties:
        if is_parent(tie):
            parents[tie.other, tie.kin.stroke].append(tie.one)
    found: Sibships = defaultdict(list)
    for (child, stroke), those in parents.items():
        found[stroke, frozenset(those)].append(child)
    return found


def ordered(
    people: Sequence[Somebody], ties: Sequence[Tie], rows_of: Mapping[str, int]
) -> Rows:
    """Everybody in their rows, partners beside each other, children under their
    parents, with as few lines crossing as a few sweeps find."""
    height = max(rows_of.values(), default=-1) + 1
    lines = lines_of(ties, rows_of)
    rows: list[list[list[str]]] = [[] for _ in range(height)]
    for cluster in clusters(people, lines):
        rows[rows_of[cluster[0]]].append(cluster)
    links = _links(ties, rows_of)
    best = _flat(rows)
    fewest = crossings(best, links, lines)
    for sweep in range(SWEEPS):
        upwards = bool(sweep % 2)
        for row in reversed(rows) if upwards else rows:
            _sort_row(row, _Places(_flat(rows), lines), links, upwards=upwards)
            _turn_each(row, rows, links, lines)
        if (now := crossings(_flat(rows), links, lines)) < fewest:
            best, fewest = _flat(rows), now
    return best


# A link joins people of one row (parents, or somebody) to a person of a lower one.
Links = list[tuple[tuple[str, ...], str]]


def _links(ties: Sequence[Tie], rows_of: Mapping[str, int]) -> Links:
    found: Links = [
        (tuple(sorted(those)), child)
        for (_, those), children in sibships(ties).items()
        for child in children
    ]
    return (
        found
        + [((tie.one,), tie.other) for tie in ties if _is_long(tie)]
        + [
            _upper_first(tie, rows_of)
            for tie in ties
            if tie.kin.above is None and rows_of[tie.one] != rows_of[tie.other]
        ]
    )


def _is_long(tie: Tie) -> bool:
    """Whether it goes down to somebody who is no child of the one."""
    above = tie.kin.above or 0
    return above > 1 or tie.kin.slug == "aunt_or_uncle"


def _upper_first(tie: Tie, rows_of: Mapping[str, int]) -> tuple[tuple[str, ...], str]:
    upper, lower = sorted((tie.one, tie.other), key=rows_of.__getitem__)
    return (upper,), lower


def _flat(rows: list[list[list[str]]]) -> Rows:
    return [[key for cluster in row for key in cluster] for row in rows]


class _Places(dict[str, float]):
    """How far right everybody stands; by their place in a row laid out evenly unless
    it is said."""

    def __init__(self, rows: Rows, lines: Lines, x: Mapping[str, float] | None = None):
        super().__init__(
            x
            or {
                key: place - (len(row) - 1) / 2
                for row in rows
                for place, key in enumerate(row)
            }
        )
        self.between = lines.between(rows)
        self.aside = 0.5 if x is None else float(GAP)

    def start(self, parents: Sequence[str]) -> float:
        """How far right the line of one or more people to somebody of a lower row
        comes down."""
        way = self.between.get(frozenset(parents))
        if way and way.over:
            return self[way.left_of] - self.aside
        return _mean([self[parent] for parent in parents])

    def along(self, parents: Sequence[str]) -> Sequence[str]:
        """With whom that line moves."""
        way = self.between.get(frozenset(parents))
        return (way.left_of,) if way and way.over else parents


def _sort_row(row, places: _Places, links: Links, *, upwards: bool) -> None:
    pulls = defaultdict(list)
    for parents, child in links:
        if upwards:
            for parent in parents:
                pulls[parent].append(places[child])
        else:
            pulls[child].append(places.start(parents))

    def pulled_to(cluster: list[str]) -> float:
        pulled = [place for key in cluster for place in pulls[key]]
        return _mean(pulled or [places[key] for key in cluster])

    row.sort(key=pulled_to)


def _turn_each(row, rows, links: Links, lines: Lines) -> None:
    """Turn a cluster round where that leaves fewer lines crossing."""
    for cluster in row:
        if len(cluster) > 1:
            before = crossings(_flat(rows), links, lines)
            cluster.reverse()
            if crossings(_flat(rows), links, lines) >= before:
                cluster.reverse()


def crossings(rows: Rows, links: Links, lines: Lines) -> int:
    """How many pairs of links cross, as far as the order of the rows tells."""
    places = _Places(rows, lines)
    level = {key: number for number, row in enumerate(rows) for key in row}
    ends = [
        (level[parents[0]], level[child], places.start(parents), places[child])
        for parents, child in links
    ]
    return sum(
        a[:2] == b[:2] and (a[2] - b[2]) * (a[3] - b[3]) < 0
        for number, a in enumerate(ends)
        for b in ends[:number]
    )


def _mean(numbers: Sequence[float]) -> float:
    return sum(numbers) / len(numbers)


def far_right(rows: Rows, ties: Sequence[Tie], rows_of: Mapping[str, int]):
    """How far right the middle of everybody's figure is: children under the middle of
    their parents as far as there is room, nobody nearer than a slot."""
    links = _links(ties, rows_of)
    lines = lines_of(ties, rows_of)
    evenly = {key: float(place * SLOT) for row in rows for place, key in enumerate(row)}
    x = _Places(rows, lines, evenly)
    above, below = defaultdict(list), defaultdict(list)
    for parents, child in links:
        above[child].append(parents)
        for key in x.along(parents):
            below[key].append((parents, child))
    for sweep in range(SWEEPS):
        for row in reversed(rows) if sweep % 2 else rows:
            wanted = [_wanted(key, x, above[key], below[key]) for key in row]
            x.update(zip(row, _with_room(wanted), strict=True))
    left = min(x.values(), default=0)
    return {key: round(place - left) for key, place in x.items()}


def _wanted(key: str, x: _Places, above: list, below: Links) -> float:
    pulls = [x.start(parents) for parents in above]
    pulls += [x[child] + x[key] - x.start(parents) for parents, child in below]
    return _mean(pulls) if pulls else x[key]


def _with_room(wanted: list[float]) -> list[float]:
    """The places nearest to those wanted, in order and each a slot from the next."""
    blocks: list[tuple[float, int]] = []  # where a block begins, how many are in it
    for number, place in enumerate(wanted):
        begins, size = place - number * SLOT, 1
        while blocks and blocks[-1][0] > begins:
            before, many = blocks.pop()
            begins = (before * many + begins * size) / (many + size)
            size += many
        blocks.append((begins, size))
    begins_at = [begins for begins, size in blocks for _ in range(size)]
    return [begins + number * SLOT for number, begins in enumerate(begins_at)]
