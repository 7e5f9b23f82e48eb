"""Numbers that add up, as streams: what flows into a sum flows out of it.

The cells of a table with sums of its rows and columns are the streams of a network, so
that whether a number that was left out can be worked out is asked exactly: it cannot
where another set of whole numbers fits all that was printed, and such a set differs by
a circle of streams of which each can rise or fall by one.
"""

from collections import deque
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from heapq import heappop, heappush

MOST = 10**9


@dataclass
class Stream:
    """One number, between the least and the most that a reader can think it is."""

    begins: str
    ends: str
    least: int
    most: int
    is_: int = 0


Step = tuple[int, int]
"""Which stream, and whether it rises by one or falls by one."""


class Network:
    """Streams, and which of them touch each sum."""

    def __init__(self, streams: Sequence[Stream]) -> None:
        self.streams = streams
        self.touching: dict[str, list[int]] = {}
        for number, each in enumerate(streams):
            for node in {each.begins, each.ends}:
                self.touching.setdefault(node, []).append(number)

    def steps(self, node: str) -> Iterator[tuple[str, Step]]:
        """Where one can go from a node by raising or lowering a stream by one."""
        for number in self.touching.get(node, ()):
            each = self.streams[number]
            if each.begins == node and each.is_ < each.most:
                yield each.ends, (number, 1)
            if each.ends == node and each.is_ > each.least:
                yield each.begins, (number, -1)


def circle(
    network: Network, at: int, cost: Callable[[int], int | None]
) -> list[int] | None:
    """The streams of the cheapest circle in which this one could be another number;
    None where there is none. A stream that has no cost takes no part."""
    this = network.streams[at]
    ways = []
    if this.is_ < this.most:
        ways.append(_cheapest(network, this.ends, this.begins, at, cost))
    if this.is_ > this.least:
        ways.append(_cheapest(network, this.begins, this.ends, at, cost))
    found = [way for way in ways if way is not None]
    return min(found)[1] if found else None


def _cheapest(
    network: Network,
    start: str,
    end: str,
    without: int,
    cost: Callable[[int], int | None],
) -> tuple[int, list[int]] | None:
    waiting: list[tuple[int, str, list[int]]] = [(0, start, [])]
    done: set[str] = set()
    while waiting:
        so_far, node, way = heappop(waiting)
        if node == end:
            return so_far, way
        if node in done:
            continue
        done.add(node)
        for after, (number, _) in network.steps(node):
            more = cost(number) if number != without else None
            if more is not None and after not in done:
                heappush(waiting, (so_far + more, after, [*way, number]))
    return None


def fits(streams: Sequence[Stream]) -> bool:
    """Give every stream a number so that all sums hold; whether there is a way."""
    network = Network(streams)
    over: dict[str, int] = {}
    for each in streams:
        each.is_ = each.least
        over[each.begins] = over.get(each.begins, 0) - each.is_
        over[each.ends] = over.get(each.ends, 0) + each.is_
    while start := next((node for node, much in over.items() if much > 0), ""):
        way = _relief(network, start, over)
        if way is None:
            return False
        end, steps = way
        much = min([over[start], -over[end], *(_room(streams, s) for s in steps)])
        for number, sign in steps:
            streams[number].is_ += sign * much
        over[start] -= much
        over[end] += much
    return True


def _room(streams: Sequence[Stream], step: Step) -> int:
    number, sign = step
    each = streams[number]
    return each.most - each.is_ if sign > 0 else each.is_ - each.least


def _relief(
    network: Network, start: str, over: dict[str, int]
) -> tuple[str, list[Step]] | None:
    """The shortest way from a node with too much to one with too little."""
    waiting: deque[tuple[str, list[Step]]] = deque([(start, [])])
    seen = {start}
    while waiting:
        node, way = waiting.popleft()
        if over.get(node, 0) < 0:
            return node, way
        for after, step in network.steps(node):
            if after not in seen:
                seen.add(after)
                waiting.append((after, [*way, step]))
    return None
