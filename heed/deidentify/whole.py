"""What only the whole of a paper decides, over its paragraphs; and what each paragraph
holds in the light of it.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace

from heed.deidentify.capitals import Capital
from heed.deidentify.everyday import may_be_a_service
from heed.deidentify.findings import Tier
from heed.deidentify.jigsaw import combination_at, combination_of
from heed.deidentify.page import Hit
from heed.deidentify.pseudonym_slips import gives_the_sex_away, reveals
from heed.deidentify.seen import Seen
from heed.deidentify.settling import settled, without_allowed

Extras = tuple[Hit, ...]


class Whole:
    """The paragraphs of a paper, and what they tell together."""

    def __init__(self, seen: Iterable[Seen] = ()) -> None:
        self.seen: list[Seen] = []
        self._inside: Counter[str] = Counter()
        self._public: Counter[str] = Counter()
        self._services: Counter[str] = Counter()
        self._neutral: Counter[str] = Counter()
        self._gendered: Counter[str] = Counter()
        self._plain: dict[str, int] = {}
        self.change(0, 0, list(seen))

    def change(self, start: int, end: int, seen: Sequence[Seen]) -> None:
        """Puts paragraphs in the place of those with the numbers [start, end)."""
        gone = self.seen[start:end]
        self.seen[start:end] = seen
        for each in gone:
            self._count(each, -1)
        for each in seen:
            self._count(each, 1)
        if self._inside:
            for each in self.seen:
                if not each.capitals and not each.unknown.isdisjoint(self._inside):
                    each.look_at_unknown()
                    self._count_unknown(each)
        self._ask({word for each in seen if each.spelt for word in each.asked})

    def _count_unknown(self, seen: Seen) -> None:
        if seen.capitals:
            _add(self._public, seen.capitals.public, 1)
        self._ask(seen.asked)

    def _ask(self, words: set[str]) -> None:
        """Asks of words that nobody asked about yet in how many paragraphs each is
        written small."""
        for word in [word for word in words if word not in self._plain]:
            self._plain[word] = sum(each.writes_small(word) for each in self.seen)

    def _count(self, seen: Seen, by: int) -> None:
        for word in self._plain.keys() & seen.distinct if self._plain else ():
            self._plain[word] += by * seen.writes_small(word)
        if seen.inside:
            _add(self._inside, seen.inside, by)
        if seen.capitals:
            _add(self._public, seen.capitals.public, by)
        if seen.services:
            _add(self._services, seen.services, by)
        for called, of_a_child in seen.of_children.items():
            self._neutral[called] += by * of_a_child.neutral
            self._gendered[called] += by * len(of_a_child.gendered)

    # What is found

    def hits(self, *, overlaps: bool = False) -> Iterable[tuple[int, list[Hit]]]:
        """By the number of each paragraph, what stands in it."""
        extras = self._extras()
        for number, seen in enumerate(self.seen):
            mine = extras.get(number, ())
            yield number, self._found(seen, mine, overlaps=overlaps)

    def hits_of(self, number: int) -> list[Hit]:
        """What stands in one paragraph."""
        return self._found(self.seen[number], self._extras().get(number, ()))

    def _found(
        self, seen: Seen, extras: Extras, *, overlaps: bool = False
    ) -> list[Hit]:
        hits = [*seen.hits]
        if seen.spelt:
            hits += (hit for hit, word in seen.spelt if not self._plain[word])
        if seen.capitals and self._inside:
            hits += (each.hit for each in seen.capitals.names if self._is_a_name(each))
        if self._services:
            hits = [self._as_a_service(hit) for hit in hits]
        hits += extras
        if seen.allowed:
            hits = without_allowed(hits, seen.allowed)
        if overlaps:
            return sorted(hits, key=_order)
        if not extras:
            return settled(hits)
        # What tells by others stands beside what it tells by: neither hides the other.
        own = settled(hit for hit in hits if hit not in extras)
        return sorted([*own, *(hit for hit in hits if hit in extras)], key=_order)

    def _is_a_name(self, name: Capital) -> bool:
        return any(
            not self._plain[word] and word in self._inside and word not in self._public
            for word in name.words
        )

    def _as_a_service(self, hit: Hit) -> Hit:
        """Of a paper that speaks of Project Hope, Hope is only to be checked."""
        if hit.tier is not Tier.CONFIRMED or not hit.everyday or hit.critical:
            return hit
        is_one = hit.everyday in self._services and may_be_a_service(hit.everyday)
        return replace(hit, tier=Tier.CHECK) if is_one else hit

    def _extras(self) -> dict[int, Extras]:
        extras: dict[int, Extras] = {}
        told: dict[str, int] = {}
        for number, seen in enumerate(self.seen):
            for trait in seen.traits:
                told.setdefault(trait, number)
            if seen.of_children:
                extras[number] = tuple(self._of_children(seen))
        if together := combination_of(told):
            trait, number, why = together
            hit = combination_at(self.seen[number].traits[trait], why)
            extras[number] = (*extras.get(number, ()), hit)
        return extras

    def _of_children(self, seen: Seen) -> Iterable[Hit]:
        for called, of_a_child in seen.of_children.items():
            if gives_the_sex_away(self._neutral[called], self._gendered[called]):
                yield from (reveals(seen.text, *span) for span in of_a_child.gendered)


def _add(counted: Counter[str], words: Iterable[str], by: int) -> None:
    """Counts words; one that is nowhere any more is not kept."""
    for word in words:
        counted[word] += by
        if not counted[word]:
            del counted[word]


def _order(hit: Hit) -> tuple[int, int]:
    return hit.start, -hit.end
