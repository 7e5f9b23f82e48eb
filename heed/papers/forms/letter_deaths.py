"""Of whom a letter says that they died: of the child itself, or of somebody beside."""

import re
from itertools import pairwise

from heed.papers.patterns import later

CHILD_WORD = (
    r"child|boy|girl|baby|infant|toddler|(?:grand)?(?:son|daughter)|nephew|niece|pupil|"
    r"student|patient|young person|brother|sister|sibling|twins?|little (?:boy|girl)|"
    r"lad"
)
ADULT_WORD = (
    r"(?:step|god|grand)?-?(?:mother|father|mum|mom|dad)|partner|boyfriend|girlfriend|"
    r"carer|uncle|aunt(?:ie)?|lodger|step-?parent|grandparent|husband|wife|cousin"
)
_SAD = r"(?:(?!nearly|only)\w+ly |has |had |then |later |have ){0,4}"
_DIES = later(
    rf"\b(?:{_SAD}(?:died|passed away|took (?:his|her|their) own life|did not survive)|"
    rf"was (?:found|pronounced|declared) dead)\b"
)
_DEATH_OF = (
    r"[Dd]eath of (?:(?:my|our|the|her|his|their|a|an|late|little|baby|"
    rf"{CHILD_WORD}),? )*"
)
_CHILD_DIED = later(
    r"\b(?:[Tt]he|[Mm]y|[Oo]ur|[Tt]his) (?:\w+ )?(?:child|boy|girl|baby|infant|toddler|"
    r"(?:grand)?(?:son|daughter)|nephew|niece|pupil|young person) "
    rf"{_DIES.pattern}|{_DEATH_OF}(?:child|boy|girl|baby|infant|toddler)\b(?!'s)"
)
_SENTENCE = later(r"(?<=[.!?;])\s+(?=[A-Z(])|\n")
_ASIDE = later(
    r"\([^()]{0,60}\)|"
    r", ?(?:aged?|about|nearly|around|who|known|born|also|only|then|dob|"
    r"\d{1,2})\b[^,;]{1,60}(?=,)|"
    r"^(?: [A-Z][\w'-]+)?, (?:my|our|an?|the) [^,;]{1,60}(?=,)"
)
"""What is said by the way, between commas or brackets."""
_AND_OTHERS = later(r"^(?:,? (?:(?:and|&) )?[A-Z][\w’'-]+){1,4}\s*$")
"""Children told of together: "Harper and Toby are with foster carers"."""
_OTHER_CLAUSE = later(
    r"\b(?:when|after|before|while|whilst|because|since|that|whose|where|if|until|as|"
    r"but|says?|said|he|she|they|it|i|we|you)\b|[:;]",
    re.IGNORECASE,
)
_DID_NOT = later(
    r"\b(?:nearly|almost|not|never|(?:could|would|might|may) have)\b|n't\b",
    re.IGNORECASE,
)
_SOMEBODY = later(
    rf"\b(?:{CHILD_WORD}|{ADULT_WORD}|\w*parents?|man|woman|person|people|friend|"
    r"neighbour|nan|nana|gran|family|dog|cat|who)\b",
    re.IGNORECASE,
)
_MONTHS = frozenset(
    (
        *("january", "february", "march", "april", "may", "june", "july", "august"),
        *("september", "october", "november", "december", "monday", "tuesday"),
        *("wednesday", "thursday", "friday", "saturday", "sunday", "christmas"),
    )
)
_CLOCK = later(r"\b\d{1,2}[:.]\d\d\b")
_FAR, _FARTHER = 80, 120
_WINDOW = 200


def a_child_died(body: str) -> bool:
    """Whether a letter says so of a child whom it does not name."""
    return _CHILD_DIED.search(body) is not None


def has_died(name: str, body: str) -> bool:
    """Whether a sentence says of this very child that it died, or one of "she" directly
    behind a sentence about this child and nobody else.
    """
    own, each = name.split(), _SENTENCE.split(body)
    if any(_subject_died(own, sentence) for sentence in each):
        return True
    both = pairwise(each)
    return any(_SHE_DIED.match(b.strip()) and _only_about(own[0], a) for a, b in both)


_SHE_DIED = later(rf"(?:She|He) {_DIES.pattern}(?! of\b)")


def _only_about(first: str, sentence: str) -> bool:
    """Whether a sentence names this child, and nobody besides."""
    if not re.search(rf"\b{re.escape(first)}\b(?!'s)", sentence):
        return False
    bare = re.sub(r"^\W*(?:On|At|In|The|When|Then|This|That)\b", "", sentence.strip())
    others = {*re.findall(r"(?<![.\w])[A-Z][a-z]+", bare)} - {first}
    return not _SOMEBODY.search(sentence) and all(o.lower() in _MONTHS for o in others)


_LIVES = later(
    r"\b(?:(?:is|remains|are) (?:now |still |currently |being |very |presently ){0,2}"
    r"(?:(?:in|on|at|with|under)\b(?! (?:trial|peace|rest|the mortuary|mortuary|"
    r"heaven))|"
    r"safe\b|well\b|alive\b|stable\b|critical|recovering|living|staying|ventilated|"
    r"placed|cared)|(?:lives?|attends?|goes to|comes to|stays with|resides)\b)"
)
_PRONOUN = later(rf"(?:She|He|They) {_LIVES.pattern}")
_NEAR = 4
"""Sentences back to which a "she" may point."""


def is_alive(name: str, body: str, others: frozenset[str] = frozenset()) -> bool:
    """Whether a sentence says where this very child is, or lives, now.

    `others` are the first names of everybody else whom the paper names.
    """
    own = re.split(r"[\s-]+", name)
    each = _SENTENCE.split(body)
    if any(_subject_lives(own, sentence) for sentence in each):
        return True
    for number, sentence in enumerate(each):
        if _PRONOUN.match(sentence.strip()):
            before = " ".join(each[max(0, number - _NEAR) : number])
            named = re.findall(r"[A-Z][\w]+", before)
            known = [word for word in named if word == own[0] or word.lower() in others]
            if known and known[-1] == own[0]:
                return True
    return False


def lives_by(words: str) -> bool:
    """Whether words about one child say where it is now: "n/a, he is in a coma"."""
    return _LIVES.search(words) is not None and not _DIES.search(words)


def _subject_lives(own: list[str], sentence: str) -> bool:
    for end in _LIVES.finditer(sentence):
        before = sentence[max(0, end.start() - _WINDOW) : end.start()]
        for start in re.finditer(rf"\b{re.escape(own[0])}\b(?!'s)", before):
            between = _ASIDE.sub(" ", before[start.end() :])
            between = re.sub(r"^,? (?:who|and) ", " ", _AND_OTHERS.sub("", between))
            if len(between) <= _FAR and _same_subject(own, between, ""):
                return True
    return False


def _subject_died(own: list[str], sentence: str) -> bool:
    first = re.escape(own[0])
    if re.search(rf"\b{_DEATH_OF}{first}\b(?!'s)|\b{first}'s {_SAD}death\b", sentence):
        return True
    for end in _DIES.finditer(sentence):
        before = sentence[max(0, end.start() - _WINDOW) : end.start()]
        for start in re.finditer(rf"\b{first}\b(?!'s)", before):
            between = _ASIDE.sub(" ", before[start.end() :] + end[0])
            between = _CLOCK.sub("", between)
            # "… and sadly died" goes on with the same subject, however far it is.
            joined = re.search(rf"\band {_SAD}$", between.removesuffix(end[0]))
            far = _FARTHER if joined else _FAR
            if len(between) <= far and _same_subject(own, between, end[0]):
                return True
    return False


def _same_subject(own: list[str], between: str, dies: str) -> bool:
    """Whether nobody else comes between a name and what is said to have happened."""
    between = between.removesuffix(dies)
    if _OTHER_CLAUSE.search(between) or _DID_NOT.search(between):
        return False
    others = re.findall(r"(?<![.\w])[A-Z][a-z]+", between)
    if any(each not in own and each.lower() not in _MONTHS for each in others):
        return False
    coordinated = re.search(rf"\band {_SAD}$", between)
    return bool(coordinated) or not _SOMEBODY.search(between)
