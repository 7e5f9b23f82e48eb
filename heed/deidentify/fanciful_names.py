"""Nurseries and pubs whose names do not say what they are: "Little Acorns", "the Dog
and Duck". Each is known by the words that such names are made of, with a capital.
"""

from collections.abc import Iterator

from heed.deidentify.findings import Tier
from heed.deidentify.folding import words_of
from heed.deidentify.page import Hit, Page

_LITTLE = frozenset(
    words_of(
        "little busy tiny happy bright cheeky jolly sunny shining rising mini wee teeny"
    )
)
_OF_A_NURSERY = frozenset(
    words_of(
        "acorns bees bears ducklings stars rainbows tots sunbeams explorers learners "
        "footsteps treasures angels monkeys owls pandas ladybirds caterpillars dragons "
        "butterflies cherubs gems pippins conkers saplings seedlings sprouts daisies "
        "sunflowers buttercups hedgehogs squirrels bunnies cubs dolphins penguins "
        "nippers poppets scamps rascals pixies adventurers"
    )
)
_SIGNS = frozenset(
    words_of(
        "dog duck fox hound hounds crown anchor rose coach horse horses plough lion "
        "hart bull bear swan bell bells lamb flag wheatsheaf stag boar eagle goose "
        "partridge pheasant hare feathers castle harrow bush cow cock bottle barrel "
        "fleece oak dragon ship ferret badger trout otter railway anvil thistle"
    )
)
_COLOURS = frozenset(words_of("red white black golden green blue dun royal"))
_WHOSE = frozenset(words_of("king kings queen queens nag nags bull bulls"))
LAST_WORDS = _OF_A_NURSERY | _SIGNS | {"arms", "head"}

_A_NURSERY = "It may be a nursery by its name, where few go."
_A_PUB = "It may be a pub by its name: whoever knows it knows the area."


def fanciful_name_at(page: Page, number: int) -> Iterator[Hit]:
    """The nursery or the pub whose name ends with this word; each is to be checked."""
    word = page.words[number]
    if not number or not _is_capital(page, number):
        return
    if word in _OF_A_NURSERY and _follows(page, number, _LITTLE):
        yield _found(page, number - 1, number, "school", _A_NURSERY, "the nursery")
    elif (first := _of_a_pub(page, number)) is not None:
        yield _found(page, first, number, "place", _A_PUB, "a pub")


def _of_a_pub(page: Page, number: int) -> int | None:
    """With which word the name of a pub begins that ends with this one."""
    word = page.words[number]
    if word == "head":
        return _whose_head(page, number)
    if word == "arms":
        named = page.gap_after(number - 1) == " " and _is_capital(page, number - 1)
        return _whole(page, number - 1) if named else None
    if word in _SIGNS and _follows(page, number, _COLOURS):
        return number - 1
    both = number > 1 and page.words[number - 1] == "and" and word in _SIGNS
    if both and page.words[number - 2] in _SIGNS and _is_capital(page, number - 2):
        gaps = {page.gap_after(number - 2), page.gap_after(number - 1)}
        return number - 2 if gaps == {" "} else None
    return None


def _whose_head(page: Page, number: int) -> int | None:
    """The King's Head, with its apostrophe or without."""
    first = _whole(page, number - 1)
    is_one = page.words[first] in _WHOSE and _is_capital(page, first)
    return first if is_one and page.gap_after(number - 1) == " " else None


def _whole(page: Page, number: int) -> int:
    """The word that this is the "s" of: of "King's" the king."""
    is_end = page.words[number] == "s" and number and page.gap_after(number - 1) == "'"
    return number - 1 if is_end else number


def _follows(page: Page, number: int, words: frozenset[str]) -> bool:
    before = number - 1
    joined = page.words[before] in words and page.gap_after(before) == " "
    return joined and _is_capital(page, before)


def _is_capital(page: Page, number: int) -> bool:
    return page.first_of(number).isupper()


def _found(
    page: Page, first: int, last: int, class_: str, why: str, suggest: str
) -> Hit:
    start, end = page.span(first, last)
    return Hit(
        start=start, end=end, class_=class_, tier=Tier.CHECK, why=why, suggest=suggest
    )
