"""Where a key of names is not clear: a name that several people share, one that is an
everyday word too, and one that somebody else is called by."""

from collections.abc import Iterator
from dataclasses import dataclass

from heed.deidentify.entries import Entry, Kind
from heed.deidentify.findings import form_of
from heed.deidentify.folding import words_of
from heed.deidentify.forms import Care, Form
from heed.deidentify.register import Register


@dataclass(frozen=True, slots=True)
class Collision:
    """A name that does not say surely who is meant: how it is written, who may be."""

    name: str
    called: tuple[str, ...]
    why: str


SHARED = "Several people have it: where it stands alone, all of them are named."
EVERYDAY = "It is an everyday word too: the sentence around it decides."
OWN_LETTER = (
    "Its letter is the first of a name of this person: whoever knows the family sees "
    "who is meant. Choose another letter."
)
CALLED_SO = "Somebody is called so here. Choose another word for one of the two."


def collisions_in(register: Register) -> list[Collision]:
    """The names of a register that do not say surely who is meant, shortest first."""
    pseudonyms = {form_of(each) for each in register.pseudonyms}
    found: dict[tuple[str, tuple[str, ...]], Collision] = {}
    for words, forms in sorted(_names(register), key=lambda each: (len(each[0]), each)):
        called = tuple(sorted({form.entry.called for form in forms}))
        for why in _why(words, forms, called, pseudonyms):
            name = " ".join(words).title()
            found.setdefault((why, called), Collision(name, called, why))
    return [*found.values(), *_own_letters(register)]


def _own_letters(register: Register) -> Iterator[Collision]:
    """The pseudonyms that end in a letter with which a name of the person begins."""
    own = {
        entry.pseudonym: entry.whose
        for entry in register.entries
        if entry.kind in {Kind.NAME, Kind.ALIAS}
        and any(word[0] == _letter_of(entry) for word in words_of(entry.value))
    }
    for pseudonym, whose in sorted(own.items()):
        yield Collision(pseudonym, (whose,), OWN_LETTER)


def _letter_of(entry: Entry) -> str:
    """The letter by which somebody is called, "j" of "Child J"; "" without one."""
    *_, last = ["", *words_of(entry.pseudonym)]
    return last if len(last) == 1 and last.isalpha() else ""


def _names(register: Register) -> Iterator[tuple[tuple[str, ...], list[Form]]]:
    for first, some in register.dictionary.phrases.items():
        for rest, forms in some:
            if names := [form for form in forms if form.class_ != "initials"]:
                yield (first, *rest), names


def _why(
    words: tuple[str, ...], forms: list[Form], called: tuple[str, ...], taken: set[str]
) -> Iterator[str]:
    if " ".join(words) in taken:
        yield CALLED_SO
    if len(called) > 1:
        yield SHARED
    if any(form.care is Care.EVERYDAY for form in forms):
        yield EVERYDAY
