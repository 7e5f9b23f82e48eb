"""What somebody who searches means: the field says one thing in many ways.

Any text is a question. There is no syntax to get wrong: quotation marks hold a phrase
together, and everything else is words.
"""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import chain

from tantivy import Filter, TextAnalyzer, TextAnalyzerBuilder, Tokenizer

LONGEST_QUESTION = 400
MOST_WORDS = 24
LONGEST_WORD = 40

QUOTED = re.compile(r'["“”]([^"“”]+)["“”]')

COMMON = """
a about after all am an and any are as at be because been before being but by can
could did do does for from had has have he her hers him his how i if in into is it
its me my no nor not of off on once only or our out over own s she should so some
such t than that the their them then there these they this those to too under until
up very was we were what when where which while who whom why will with would you
your
"""

SYNONYMS = (
    ("child", "children", "baby", "babies", "infant"),
    ("baby", "babies", "infant", "infancy", "newborn", "under one", "under ones"),
    (
        "scr",
        "serious case review",
        "lcspr",
        "cspr",
        "child safeguarding practice review",
        "practice review",
    ),
    ("da", "domestic abuse", "dv", "domestic violence", "family violence"),
    ("wnb", "was not brought", "were not brought", "dna", "did not attend"),
    ("nai", "non-accidental injury", "inflicted injury", "abusive head trauma"),
    ("sudi", "sids", "sudden unexpected death in infancy", "cot death"),
    ("cse", "sexual exploitation"),
    ("cce", "criminal exploitation", "county lines"),
    ("fii", "fabricated or induced illness", "perplexing presentation"),
    ("hsb", "harmful sexual behaviour"),
    ("camhs", "cypmhs", "child mental health", "children's mental health"),
    ("lac", "looked after", "in care", "cla"),
    ("ehe", "home education", "home educated", "home schooled"),
    ("sgo", "special guardianship", "kinship", "connected carer"),
    ("icb", "integrated care board", "ccg"),
    ("gp", "general practitioner", "family doctor"),
    ("ed", "a&e", "emergency department", "accident and emergency"),
    ("cp plan", "child protection plan"),
    ("father", "dad", "unknown men", "invisible men"),
    ("mother", "mum"),
    ("information sharing", "sharing information", "shared information"),
    ("professional curiosity", "respectful uncertainty"),
    ("unborn", "pre-birth"),
    ("seven-minute briefing", "7 minute briefing", "7mb"),
    ("uasc", "unaccompanied"),
)

Stems = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Meaning:
    """One thing that is looked for: as it was typed, and how else it is said."""

    typed: Stems
    others: tuple[Stems, ...] = ()

    @property
    def ways(self) -> tuple[Stems, ...]:
        """All the ways in which it is said."""
        return (self.typed, *self.others)


def analyser() -> TextAnalyzer:
    """How texts and questions alike become stems."""
    return (
        TextAnalyzerBuilder(Tokenizer.simple())
        .filter(Filter.remove_long(LONGEST_WORD))
        .filter(Filter.lowercase())
        .filter(Filter.ascii_fold())
        .filter(Filter.stemmer("english"))
        .build()
    )


ANALYSER = analyser()


def composed(text: str) -> str:
    """A text whose letters and their accents are one character each where there is one:
    some telephones and files write two, which look the same."""
    return unicodedata.normalize("NFC", text)


def stems(text: str) -> Stems:
    """The stems of a text, in order."""
    return tuple(ANALYSER.analyze(text))


def meanings(question: str) -> tuple[Meaning, ...]:
    """What a question looks for, each once, in the order asked; nothing for no words.

    >>> [meaning.typed for meaning in meanings('bruised "not brought"')]
    [('bruis',), ('not', 'brought')]
    """
    text = composed(question.encode("utf-8", "ignore").decode()[:LONGEST_QUESTION])
    phrases = [stems(phrase) for phrase in QUOTED.findall(text)]
    held = (Meaning(phrase) for phrase in phrases if phrase)
    loose = _loose(stems(QUOTED.sub(" ", text)))
    return tuple(dict.fromkeys(chain(held, loose)))[:MOST_WORDS]


def _loose(words: Stems) -> list[Meaning]:
    found = list(_phrases_of_the_field(words))
    telling = [meaning for meaning in found if meaning.typed[0] not in _common_stems()]
    return telling or found


def _phrases_of_the_field(words: Stems) -> Iterator[Meaning]:
    known = _known()
    longest = max(map(len, known))
    start = 0
    while start < len(words):
        lengths = range(min(longest, len(words) - start), 0, -1)
        typed = next(
            (t for n in lengths if (t := words[start : start + n]) in known),
            words[start : start + 1],
        )
        yield Meaning(typed, known.get(typed, ()))
        start += len(typed)


@cache
def _known() -> dict[Stems, tuple[Stems, ...]]:
    """How else each phrase is said; the first group that has it decides."""
    known: dict[Stems, tuple[Stems, ...]] = {}
    for group in SYNONYMS:
        said = tuple(dict.fromkeys(map(stems, group)))
        for phrase in said:
            others = tuple(other for other in said if other != phrase)
            known[phrase] = tuple(dict.fromkeys(known.get(phrase, ()) + others))
    return known


@cache
def _common_stems() -> frozenset[str]:
    return frozenset(stems(COMMON))
