"""What may still name somebody in a paper that calls the family by pseudonym: people
whom the register of the case does not know, and what leads to one. Nothing of it is
changed, for nobody knows who is meant: page one says how many places there are, and in
which parts."""

from dataclasses import replace

from heed.cases.models import Case
from heed.deidentify import scan_text
from heed.deidentify.by_their_work import named_beside
from heed.papers.submission import Gap, RapidReviewPack
from heed.rapid_reviews.by_pseudonym import register_for, rewritten

MAY_NAME = frozenset(
    {
        *("name", "alias", "initials", "fuzzy_name", "professional", "dob"),
        *("identifier", "phone", "email", "postcode", "address", "school"),
    }
)


def places_in(words: str, register) -> list[str]:
    """The places in these words that may name somebody, as they stand."""
    found = [each for each in scan_text(words, register) if each.holds in MAY_NAME]
    taken = [(each.start or 0, each.end or 0) for each in found]
    beside = [
        each.name
        for each in named_beside(words)
        if not any(first < each.end and each.start < end for first, end in taken)
    ]
    return [*(each.text for each in found), *beside]


def remaining_in(pack: RapidReviewPack, case: Case) -> dict[str, list[str]]:
    """By part of a paper the places that may still name somebody."""
    register, found = register_for(case), {}

    def note(part: str, words: str) -> str:
        if places := places_in(words, register):
            found.setdefault(part, []).extend(places)
        return words

    rewritten(pack, note)
    return found


def with_what_may_remain(pack: RapidReviewPack, case: Case) -> RapidReviewPack:
    """The same paper, with the number of such places named for each part that has one.
    Where they could not be looked for, no paper without names is made."""
    gaps = [
        Gap(part, said(len(places)))
        for part, places in remaining_in(pack, case).items()
    ]
    return replace(pack, gaps=(*pack.gaps, *gaps))


def said(places: int) -> str:
    """How many places may still name somebody, as page one says it."""
    one = places == 1
    return f"{places} place{'' if one else 's'} may still name somebody."
