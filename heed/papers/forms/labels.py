"""What the labels of a form ask: the vocabulary of `labels.txt`, read and looked up."""

import re
from collections.abc import Mapping
from difflib import SequenceMatcher
from functools import cached_property
from types import MappingProxyType

from heed.papers.forms.phrases import phrases
from heed.papers.forms.roots import by_roots
from heed.papers.forms.safety import safety_question
from heed.papers.forms.sections import ATTRIBUTES
from heed.papers.questions import asked

_LITTLE = frozenset(
    (
        *("the", "of", "a", "an", "your", "please", "state", "give", "full", "details"),
        *("if", "any", "to", "for", "is", "are", "with", "in", "and", "on"),
        *("applicable", "this", "provide", "insert", "enter", "or", "at"),
    )
)
_JOINED = {"d o b": "dob", "e d d": "edd", "e mail": "email", "n h s": "nhs"}
_ABBREVIATED = {
    "no": "number",
    "tel": "telephone",
    "org": "organisation",
    "organization": "organisation",
    "addr": "address",
    "yp": "young person",
    "la": "local authority",
    "cp": "child protection",
    "behavior": "behaviour",
    "dt": "date",
    "dts": "dates",
    "tm": "time",
    "recd": "received",
    "kid": "child",
    "kids": "children",
    "youngster": "child",
    "mob": "mobile",
    "ph": "phone",
    "info": "information",
    "relship": "relationship",
    "rship": "relationship",
    "dept": "department",
    "sgd": "signed",
    "whos": "who is",
    "bday": "birthday",
    "sw": "social worker",
    "hv": "health visitor",
    "rr": "rapid review",
    "auth": "authority",
    "telno": "telephone number",
    "posn": "position",
}
_NUMBERING = re.compile(
    r"^\s*(?:(?:section|part|question|q)?\s*\d+(?:\.\d+)*[a-z]?|[a-z]|[ivx]{1,4})"
    r"[.):\]–-]+\s+|^\s*(?:[a-z]?\d+(?:\.\d+)*|q\d+|\([a-z\d]{1,3}\))\s+"
)
_HINT = re.compile(
    r"[(\[](?:if |where |as |dd|please|e\.?g|i\.?e|inc|see|must|optional|mandatory|use "
    r"|"
    r"in block|block|print|tick|delete|include|full|for |or |who |that |max|yes ?/|y/n|"
    r"\*|approx|state|required|to be|not |all )[^)\]]*[)\]]"
)
_BRACKETS = re.compile(r"\([^)]*\)|\[[^\]]*\]|\*")
_IF_SO = re.compile(r"^\s*if (?:yes|so|no|not|known|applicable)[,:;. –-]+")
_ANSWERS = re.compile(
    r"|yes|no|y|n|none|nil|n/?[ak]|at \w+|unknown|not known", re.IGNORECASE
)
"""Answers whose words would else be those of a label."""
LONGEST_LABEL = 18
"""In words: what is longer is an answer, or a page of guidance."""
_LONGEST_IN_LETTERS = 400

# Whom a label is about, when it says so itself.

_PARENT = (
    r"(?P<who>(?:birth |step ?|foster |adoptive |maternal |paternal |grand ?)*"
    r"(?:mother|father|mum|dad|mothers partner|fathers partner)|"
    r"(?:main )?carer|guardian|partner|(?:parent|carer|parent carer) ?[1-4]?)s?"
)
_WORKER = (
    r"(?P<who>gp|general practitioner|(?:allocated )?social worker|health visitor|"
    r"school nurse|midwife|dentist|paediatrician|key worker|allocated worker|"
    r"lead professional|probation officer|independent reviewing officer|iro|"
    r"hospital|housing officer|family support worker|investigating officer|"
    r"officer in case|class teacher|head ?teacher)s?"
)
_WHO: tuple[tuple[str, str], ...] = (
    ("parent", _PARENT),
    ("worker", _WORKER),
    (
        "lead",
        (
            r"(?:designated |agency |organisation |organisations |agencys )?"
            r"(?:safeguarding leads?|dsls?|named (?:nurse|doctor|professional)s?|"
            r"safeguarding advis[eo]rs?)"
        ),
    ),
    (
        "referrer",
        (
            r"(?:referrers?|referring (?:person|professional|practitioner|worker)s?|"
            r"notifiers?"
            r"|persons? (?:making|completing) (?:referral|form|notification)|"
            r"reporters?)"
        ),
    ),
    (
        "child",
        (
            r"(?:subject |index |deceased )?(?:child ren|child young person|child|"
            r"childs|"
            r"childrens|children|young persons?|babys?|infants?|pupils?|patients?|"
            r"subjects?)"
        ),
    ),
)
_WHOSE = tuple((who, re.compile(rf"\b{words}\b")) for who, words in _WHO)
_HARMLESS = frozenset(
    (
        *("name", "date", "time", "complete", "current", "brief", "main", "relevant"),
        *("dd", "mm", "yyyy", "yy", "hh", "postcode", "including", "include", "form"),
        *(
            "mandatory",
            "required",
            "optional",
            "concerned",
            "index",
            "subject",
            "other",
        ),
        *("section", "s", "who", "that", "you", "has", "have", "been", "does", "do"),
        *("was", "were", "be", "case", "referral", "child", "children", "one", "as"),
        *("possible", "tick", "box", "boxes", "approximate", "exact", "actual", "by"),
        *("significant", "serious", "critical", "which", "what", "when", "it", "their"),
        *("first", "about", "additional", "all", "information", "not", "from", "up"),
    )
)
_LENIENT = re.compile(
    r"incident\.(what|harm)|criteria\.|working|safety|other\.(media|notes|cross|"
    r"parallel)|"
    r"lead\.endorsement|agencies|summary|learning|immediate_actions|involvement|"
    r"opinion|"
    r"records_secured|referrer\.(withhold|contact_note)|child\.plan|child\.whereabouts|"
    r"consent|office\."
)


def normal(label: str) -> str:
    """A label as it is compared: small letters, without numbers and little words."""
    text = label.lower().replace("’", "'").replace("`", "'")
    text = re.sub(r"\b(?:he|she)(?: ?/ ?(?:he|she|they))+\b", "they", text)
    text = re.sub(r"\b(father|mother)(?: or |/| )\1 figure\b", r"\1", text)
    text = text.replace("'", "")
    text = _HINT.sub(" ", _IF_SO.sub("", _NUMBERING.sub("", text)))
    text = re.sub(r"\(s\)", "s", text)
    text = re.sub(r"[^a-z0-9]+", " ", text).strip()
    for spelt, joined in _JOINED.items():
        text = re.sub(rf"\b{spelt}\b", joined, text)
    words = [_ABBREVIATED.get(word, word) for word in text.split()]
    return " ".join(word for word in words if word not in _LITTLE)


def _plain(phrase: str) -> str:
    """The same for a phrase of a vocabulary, quickly: most are nothing but words."""
    words = phrase.split()
    if (
        phrase.islower()
        and all(map(str.isalpha, words))
        and len(min(words, key=len)) > 1
    ):
        full = (_ABBREVIATED.get(word, word) for word in words)
        return " ".join(word for word in full if word not in _LITTLE)
    return normal(phrase)


class Vocabulary:
    """The labels of one kind of form, and what each of them asks."""

    def __init__(
        self,
        file: str,
        more: Mapping[str, str] = MappingProxyType({}),
        *,
        people: bool = True,
    ) -> None:
        self._file = file
        self._more = more
        self._people = people
        self._kind = "referral" if people else "agency_summary"
        self._known: dict[str, str] = {}

    def meaning(self, label: str) -> str:
        """What a label asks: `referrer.name`, or `.name` for one like "Name"; or ""."""
        if len(label) > _LONGEST_IN_LETTERS:
            return ""
        if len(label.split()) > LONGEST_LABEL or _ANSWERS.fullmatch(
            label.strip(" .:*")
        ):
            return ""
        if label not in self._known:
            self._known[label] = self._looked_up(label)
        return self._known[label]

    def _looked_up(self, label: str) -> str:
        found = self._found(label)
        yours = self._people and re.search(r"\byour?\b", label, re.IGNORECASE)
        if yours and found[:1] == "." and found[1:] in ATTRIBUTES["referrer"]:
            return ATTRIBUTES["referrer"][found[1:]]
        return found

    def _found(self, label: str) -> str:
        if self._people and _OF_LIFE.match(label):
            return "child.is_alive"
        if self._people and _NUMBERED_CHILD.fullmatch(label):
            return "child.name"
        words, bare = normal(label), normal(_BRACKETS.sub(" ", label))
        if not words:
            return ".details" if "detail" in label.lower() else ""
        return (
            self._just(words)
            or (self._just(bare) if bare else "")
            or self._of_parent(words)
            or (safety_question(label) if self._people else "")
            or self._within(words)
            or self._misspelt(words)
        )

    def asked(self, label: str) -> str:
        """What words ask that surely are a label: known, or else by their roots."""
        known = self.meaning(label)
        if known or len(label) > _LONGEST_IN_LETTERS:
            return known
        return self.rooted(label)

    def rooted(self, label: str) -> str:
        """What the roots of a label ask; one that names a parent, or somebody who
        works with the family, asks neither about the child nor about who refers.
        """
        if self._people and label.strip(" :*.").lower() in _THE_CHILD:
            return "child.name"
        found = by_roots(self._kind, label)
        named = self._people and any(p.search(normal(label)) for _, p in _WHOSE[:2])
        of_others = found.startswith((".", "child.", "referrer.", "lead.", "incident."))
        return "" if named and of_others else found

    def exactly(self, label: str) -> str:
        """What a label asks whose words are all of a phrase, and no more."""
        words = normal(label)
        return self._just(words)

    def _just(self, words: str) -> str:
        return self._exact.get(words, "") or self._of_somebody(words)

    def _of_somebody(self, words: str) -> str:
        """What is asked about somebody whom the label names: mother, referrer."""
        if not self._people:
            return ""
        for who, pattern in _WHOSE:
            match = pattern.search(words)
            if match is None:
                continue
            rest = " ".join(f"{words[: match.start()]} {words[match.end() :]}".split())
            asks = self._exact.get(rest, "") if rest else ".name"
            found = _key_of(who, match, asks.rpartition(".")[2], rest)
            if found:
                return found
        return ""

    def _of_parent(self, words: str) -> str:
        """The name of a parent, where a label asks for more in the same breath."""
        match = _WHOSE[0][1].search(words) if self._people else None
        if match is None:
            return ""
        rest = f"{words[: match.start()]} {words[match.end() :]}".split()
        named = "name" in rest or "names" in rest or "details" in rest
        return f"parent:{match['who']}.name" if named and set(rest) <= _OF_ONE else ""

    def _within(self, words: str) -> str:
        """A phrase of at least two words that stands inside a longer label; never one
        about the child where the label names a parent, or somebody who works.
        """
        found = self._inside(words)
        others = self._people and any(p.search(words) for _, p in _WHOSE[:2])
        return "" if others and found.startswith((".", "child.")) else found

    def _inside(self, words: str) -> str:
        padded = f" {words} "
        begun = (p for word in words.split() for p in self._by_word.get(word, ()))
        found = {phrase for phrase in begun if f" {phrase} " in padded}
        for phrase in sorted(found, key=len, reverse=True):
            asks = self._exact[phrase]
            rest = padded.replace(f" {phrase} ", " ").split()
            if _LENIENT.match(asks) or set(rest) <= _HARMLESS:
                return asks
        return ""

    def _misspelt(self, words: str) -> str:
        """The phrase that was meant by a slip of the keyboard."""
        if len(words) < len("forename"):
            return ""
        for length in range(len(words) - 1, len(words) + 2):
            for phrase in self._by_length.get((words[0], length), ()):
                same = SequenceMatcher(None, phrase, words)
                if same.quick_ratio() > _SLIP and same.ratio() > _SLIP:
                    return self._exact[phrase]
        return ""

    @cached_property
    def _by_word(self) -> dict[str, list[str]]:
        """The phrases of several words, by the first of them."""
        found: dict[str, list[str]] = {}
        for phrase in self._exact:
            first, _, rest = phrase.partition(" ")
            if rest:
                found.setdefault(first, []).append(phrase)
        return found

    @cached_property
    def _by_length(self) -> dict[tuple[str, int], list[str]]:
        """The phrases by their first letter and their length."""
        found: dict[tuple[str, int], list[str]] = {}
        for phrase in self._exact:
            found.setdefault((phrase[0], len(phrase)), []).append(phrase)
        return found

    @cached_property
    def _exact(self) -> dict[str, str]:
        """Every phrase, as it is compared, and what it asks."""
        found: dict[str, str] = {}
        for freer in (False, True):
            for key, phrase in phrases(self._file, freer=freer):
                found.setdefault(_plain(phrase), key)
        more = {normal(phrase): key for phrase, key in self._more.items()}
        return {words: key for words, key in (more | found).items() if words}


_SLIP = 0.9
_THE_CHILD = frozenset(("child", "subject", "young person", "baby", "the child"))
_OF_ONE = frozenset(
    (
        "name",
        "names",
        "date",
        "birth",
        "dob",
        "age",
        "address",
        "details",
        "full",
        "his",
    )
)
_NUMBERED_CHILD = re.compile(
    r"\W*(?:subject|child|young person|yp|victim|pupil|patient|infant|baby|twin)"
    r"(?: child)? ?(?:no\.?|number|#)? ?(?:[1-9]|one|two|three|four|[A-D])\W*"
    r"(?:\(?(?:full |given )?names?\)?)?\W*",
    re.IGNORECASE,
)
_OF_LIFE = re.compile(
    r"\W*(?:\w{1,3}[.)] )?(?:is|are) (?:\w+ ){1,3}(?:(?:still|now) )?(?:alive|"
    r"living)\s*\?",
    re.IGNORECASE,
)
"""Asks whether a child lives, and not where."""


def _key_of(who: str, match: re.Match[str], attribute: str, rest: str) -> str:
    if who == "parent":
        known = attribute in {"name", "dob", "address", "aka", "ethnicity"}
        return f"parent:{match['who']}.{attribute}" if known else ""
    if who == "worker":
        if rest and attribute not in {"name", "contact", "phone", "email", "address"}:
            return ""
        kind = "contact" if attribute in {"phone", "email"} else "name"
        return f"worker:{match['who']}.{kind}"
    return ATTRIBUTES[who].get(attribute, "") if rest else ""


REFERRAL = Vocabulary(
    "labels.txt", {q.label: f"{section.slug}.{q.slug}" for section, q in asked()}
)
