"""What the labels of a form ask: the vocabulary of `labels.txt`, read and looked up."""

import re
from collections.abc import Mapping
from difflib import SequenceMatcher
from functools import cached_property
from itertools import combinations
from types import MappingProxyType

from heed.papers.forms.phrases import phrases
from heed.papers.forms.pointers import pointed_at
from heed.papers.forms.roots import by_roots
from heed.papers.forms.safety import safety_question
from heed.papers.forms.sections import ATTRIBUTES
from heed.papers.forms.spelling import letter_by_letter, normal, plainly
from heed.papers.forms.whole_labels import asked_by_whole, numbered_parts
from heed.papers.forms.whom import WHOM
from heed.papers.patterns import later
from heed.papers.questions import asked

_BRACKETS = later(r"\([^)]*\)|\[[^\]]*\]|\*")
_ANSWERS = later(
    r"|yes|no|y|n|none|nil|n/?[ak]|at \w+|unknown|not known", re.IGNORECASE
)
"""Answers whose words would else be those of a label."""
LONGEST_LABEL = 18
"""In words: what is longer is an answer, or a page of guidance."""
_LONGEST_IN_LETTERS = 400

_WHOSE = tuple((who, re.compile(rf"\b{words}\b")) for who, words in WHOM)
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
_LENIENT = later(
    r"incident\.(what|harm)|criteria\.|working|safety|other\.(media|notes|cross|"
    r"parallel)|"
    r"lead\.endorsement|agencies|summary|learning|immediate_actions|involvement|"
    r"opinion|"
    r"records_secured|referrer\.(withhold|contact_note)|child\.plan|child\.whereabouts|"
    r"consent|office\."
)


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
        if len(label.split()) > LONGEST_LABEL or _is_answer(label):
            return ""
        if label not in self._known:
            self._known[label] = self._looked_up(label)
        return self._known[label]

    def _looked_up(self, label: str) -> str:
        found = self._found(label)
        if self._people and _is_of_siblings(found, label):
            return ""
        if found.startswith("office.") and found != "office.agency_deadline":
            # A day that something is due is not the day on which it was done.
            found = "" if _AHEAD.search(label) else found
        yours = self._people and re.search(r"\byour?\b", label, re.IGNORECASE)
        if yours and found[:1] == "." and found[1:] in ATTRIBUTES["referrer"]:
            return ATTRIBUTES["referrer"][found[1:]]
        return found

    def _found(self, label: str) -> str:
        if self._people and (whole := asked_by_whole(label)):
            return whole
        if self._people and (numbered := self.numbered(label)):
            return numbered
        if self._people and (listed := self._lists_what(label)):
            return listed
        literal = self._literal.get(letter_by_letter(label), "")
        if literal:
            return literal
        if self._people and (of_whom := self._of_whom(label)):
            return of_whom
        words, bare = normal(label), normal(_BRACKETS.sub(" ", label))
        if not words:
            return ".details" if "detail" in label.lower() else ""
        return (
            self._just(words)
            or (self._just(bare) if bare else "")
            or self._unqualified(label)
            or self._of_parent(words)
            or (safety_question(label) if self._people else "")
            or self._within(words)
            or self._misspelt(words)
        )

    def _lists_what(self, label: str) -> str:
        """The name that a label asks, and what else, in so many words: "Subject(s):
        full names and dates of birth".
        """
        who, colon, rest = label.partition(":")
        several = len(rest.split()) > 1 and self.attribute(rest) == "name"
        if not colon or not several:
            return ""
        meant = self._just(normal(who)) or self._just(f"{normal(who)} name")
        meant = "child.name" if meant == "other.subject" else meant or self.rooted(who)
        return meant if meant.endswith(".name") else ""

    def _of_whom(self, label: str) -> str:
        """What is asked of a parent of one child: "Father of Child 1: name"."""
        match = _PARENT_OF.fullmatch(label.strip(" :*"))
        if match is None:
            return ""
        who = normal(match["who"] or match["who2"])
        of = (match["of"] or match["of2"] or "").strip().lower()
        whose = f" of {of}" if of else ""
        attribute = self.attribute(match["rest"] or "name")
        known = attribute in {"name", "dob", "address", "aka", "ethnicity"}
        return f"parent:{who}{whose}.{attribute}" if known else ""

    def numbered(self, label: str) -> str:
        """What is asked of one of several: "Sibling 2 school", "Agency 1"."""
        parts = numbered_parts(label)
        if parts is None:
            return ""
        kind, number, rest = parts
        asks = self._exact.get(normal(rest), "") if rest else ".name"
        section, _, attribute = asks.rpartition(".")
        known = attribute and section in {"", "child", kind}
        return f"numbered:{kind}.{number}.{attribute}" if known else ""

    def attribute(self, words: str) -> str:
        """What is asked of somebody by one or several words: "name, DOB, address" asks
        the name, and the others behind it.
        """
        parts = re.split(r"[,/&;]|\band\b", words.lower())
        said = [self._exact.get(normal(each), "") for each in (words, *parts)]
        if said[0].startswith("."):
            return said[0][1:]
        found = [each[1:] for each in said[1:] if each.startswith(".")]
        if len(found) < len(parts):
            return ""
        return "name" if "name" in found else found[0]

    def _unqualified(self, label: str) -> str:
        """What a label asks without "at the time of the incident", or "if known"."""
        plain = _QUALIFIED.sub("", label)
        return self._just(normal(plain)) if plain != label else ""

    def asked(self, label: str) -> str:
        """What words ask that surely are a label: known, or else by their roots."""
        known = self.meaning(label)
        if known or len(label) > _LONGEST_IN_LETTERS or _is_answer(label):
            return known
        return self.rooted(label)

    def rooted(self, label: str) -> str:
        """What the roots of a label ask; one that names a parent, or somebody who
        works with the family, asks neither about the child nor about who refers.
        """
        bare = _NUMBERED.sub("", label).strip(" :*.").lower()
        if self._people and bare in _THE_CHILD:
            return "child.name"
        found = "" if _AHEAD.search(label) else by_roots(self._kind, label)
        if self._people and _is_of_siblings(found, label):
            return ""
        named = self._people and any(p.search(normal(label)) for _, p in _WHOSE[:2])
        of_others = found.startswith((".", "child.", "referrer.", "lead.", "incident."))
        return "" if named and of_others else found

    def exactly(self, label: str) -> str:
        """What a label asks whose words are all of a phrase, and no more."""
        if len(label) > _LONGEST_IN_LETTERS or _is_answer(label):
            return ""
        numbered = self.numbered(label) if self._people else ""
        return numbered or self._just(normal(label))

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
        padded, each = f" {words} ", words.split()
        parts = combinations(range(len(each) + 1), 2)
        said = {" ".join(each[a:b]) for a, b in parts if b - a > 1}
        found = said & self._exact.keys()
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
        begun, ended = self._by_ends
        for phrase in (
            *begun.get(words[:_END], ()),
            *ended.get(words[-_END:], ()),
        ):
            if abs(len(phrase) - len(words)) < len("ab") and phrase[0] == words[0]:
                same = SequenceMatcher(None, phrase, words)
                if same.quick_ratio() > _SLIP and same.ratio() > _SLIP:
                    return self._exact[phrase]
        return ""

    @cached_property
    def _by_ends(self) -> tuple[dict[str, list[str]], dict[str, list[str]]]:
        """The phrases by their first letters, and by their last: a slip spoils but one
        of the two.
        """
        begun: dict[str, list[str]] = {}
        ended: dict[str, list[str]] = {}
        for phrase in self._exact:
            begun.setdefault(phrase[:_END], []).append(phrase)
            ended.setdefault(phrase[-_END:], []).append(phrase)
        return begun, ended

    @cached_property
    def _literal(self) -> dict[str, str]:
        """The phrases in which a little word tells: "=date of return" is another day
        than "=date for return".
        """
        marked = (each for each in phrases(self._file) if each[1].startswith("="))
        return {letter_by_letter(phrase): key for key, phrase in marked}

    @cached_property
    def _exact(self) -> dict[str, str]:
        """Every phrase, as it is compared, and what it asks."""
        found: dict[str, str] = {}
        for freer in (False, True):
            for key, words in phrases(self._file, freer=freer, spelt=plainly):
                found.setdefault(words, key)
        more = {normal(phrase): key for phrase, key in self._more.items()}
        return {words: key for words, key in (more | found).items() if words}


_SLIP = 0.9
_END = 5
_PARENT_OF = later(
    r"(?:name of )?(?P<who>(?:birth |step-?)?(?:mother|father|mum|dad)|"
    r"(?:mother|father|mum|dad)['’]?s partner)(?: (?:of|to|for) (?P<of>(?:(?:the )?"
    r"(?:child|children|baby|sibling|subject)|all|both|[A-Z])[^:()–]{0,40}?))?"
    r"\s*(?:[:–(]|\s-\s)\s*"
    r"(?P<rest>[^)]+)\)?|(?:name of )?(?P<who2>(?:birth |step-?)?(?:mother|father))"
    r" (?:of|to) (?P<of2>(?:the )?(?:(?:child|children) |(?:unborn|baby|twins?)\b|"
    r"(?-i:[A-Z])[a-z’'-]+(?=$| and | & |,))[^:()–]{0,30})",
    re.IGNORECASE,
)
_QUALIFIED = later(
    r"[\s,.(?–-]*\b(?:at (?:the )?(?:time|date)(?: of (?:the )?[\w ]{3,24}?)?|"
    r"at present|currently|"
    r"if (?:known|applicable|relevant|any|different|possible|available)|"
    r"where (?:known|applicable|relevant)|y ?/ ?n|yes ?/ ?no|"
    r"please (?:state|specify|give|tick|delete|circle|mark)[\w :,/]{0,60})"
    r"[\s):?*]*$",
    re.IGNORECASE,
)
_NUMBERED = later(r"^\s*\d{1,2}[.)]\s+")
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


_AHEAD = later(r"\b(?:due|deadline|planned|expected|target)\b", re.IGNORECASE)
_SIBLINGS = later(
    r"\b(?:siblings?|brothers?|sisters?|other children)\b(?!.{0,12}\bname)",
    re.IGNORECASE,
)
_ALSO_SIBLINGS = later(
    r"\bchild(?:ren)?\b[\w ()]{0,12}(?:\band\b|\bor\b|/)", re.IGNORECASE
)


def _is_of_siblings(found: str, label: str) -> bool:
    """Whether a label asks of brothers and sisters what it would ask of the child."""
    of_child = found.startswith((".", "child.")) and not found.endswith("name")
    alone = _SIBLINGS.search(label) and not _ALSO_SIBLINGS.search(label)
    return of_child and found != ".relationship" and bool(alone)


def _is_answer(words: str) -> bool:
    """Whether words answer, or point to an answer, and so are never a label."""
    return bool(_ANSWERS.fullmatch(words.strip(" .:*")) or pointed_at(words))


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
