"""Whether a word with a capital is a word of the language, or of this field."""

from functools import cache

from heed.deidentify.everyday import is_first_a_name
from heed.deidentify.word_lists import word_list

_ENDINGS = (
    ("ies", ("y",)),
    ("ied", ("y",)),
    ("es", ("", "e")),
    ("s", ("",)),
    ("ing", ("", "e")),
    ("ed", ("", "e")),
    ("ly", ("", "le")),
    ("ers", ("", "e")),
    ("er", ("", "e")),
    ("ness", ("",)),
    ("est", ("", "e")),
)
_ENDS = tuple(ending for ending, _ in _ENDINGS)
_SHORTEST = 3
_BEGINNINGS = ("non", "un", "re", "pre", "over", "under", "mis", "co", "multi")


@cache
def _words() -> frozenset[str]:
    lists = ("english", "in_reports", "everyday", "commonest", "not_names")
    return frozenset().union(*map(word_list, lists))


def is_a_word(word: str) -> bool:
    """Whether a folded word, or what it is a form of, is in the lists; a word that is a
    name first, such as "jasmine", is not."""
    if is_first_a_name(word):
        return False
    if _is_a_form(word):
        return True
    begun = (each for each in _BEGINNINGS if word.startswith(each))
    return any(_is_a_form(word[len(each) :]) for each in begun)


def _is_a_form(word: str) -> bool:
    known = _words()
    return word in known or any(
        stem in known or any(each in known for each in _stems(stem))
        for stem in _stems(word)
    )


def _stems(word: str) -> list[str]:
    stems: list[str] = []
    if not word.endswith(_ENDS):  # at a glance, for most words have none
        return stems
    for ending, instead in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= _SHORTEST:
            stem = word[: -len(ending)]
            stems += (stem + each for each in instead)
            if stem[-1] == stem[-2]:
                stems.append(stem[:-1])
    return stems
