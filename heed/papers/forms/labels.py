"""What the labels of a form ask: the vocabulary of `labels.txt`, read and looked up."""

import re
from collections.abc import Mapping
from functools import cached_property
from pathlib import Path
from types import MappingProxyType

from heed.papers.questions import asked

ATTRIBUTES: dict[str, dict[str, str]] = {
    "referrer": {
        **{name: f"referrer.{name}" for name in ("name", "role", "organisation")},
        **{
            name: f"referrer.{name}"
            for name in ("email", "phone", "address", "contact")
        },
        "date": "declaration.date",
    },
    "lead": {
        **{name: f"lead.{name}" for name in ("name", "role")},
        **{name: f"lead.{name}" for name in ("organisation", "email", "phone")},
        "contact": "lead.contact",
        "date": "lead.consulted_on",
    },
    "child": {
        **{
            name: f"child.{name}" for name in ("name", "aka", "dob", "sex", "ethnicity")
        },
        **{name: f"child.{name}" for name in ("language", "address", "legal_status")},
        "age": "child.age_text",
        "relationship": "child.relationship",
    },
    "adult": {
        **{name: f"adult.{name}" for name in ("name", "aka", "dob", "address")},
        **{
            name: f"adult.{name}" for name in ("relationship", "suspected", "ethnicity")
        },
        **{name: f"adult.{name}" for name in ("sex", "legal_status", "age")},
    },
    "agency": {
        **{name: f"agency.{name}" for name in ("contact", "still_involved")},
        "name": "agency.contact",
        "organisation": "agency.name",
        "phone": "agency.contact",
        "email": "agency.contact",
        "role": "agency.contact",
    },
    "incident": {"date": "incident.date"},
    "key_date": {"date": "key_date.date", "event": "key_date.event"},
    "declaration": {"date": "declaration.date", "name": "declaration.signed"},
}
"""What a generic label means in each section."""

ANYWHERE: dict[str, str] = {
    "dob": "child.dob",
    "sex": "child.sex",
    "ethnicity": "child.ethnicity",
    "language": "child.language",
    "legal_status": "child.legal_status",
    "role": "referrer.role",
    "organisation": "referrer.organisation",
    "email": "referrer.email",
    "phone": "referrer.phone",
}
"""What a generic label means outside a section that has a meaning for it."""

SECTIONS: tuple[tuple[str, str], ...] = (
    ("office", r"office use|business unit|official use|for completion by"),
    ("lead", r"safeguarding lead|named (nurse|doctor|professional)|lead.s view"),
    (
        "referrer",
        r"referr(er|ing|ed by)|person (making|completing)|about you|your details",
    ),
    ("key_date", r"chronology|key dates|significant (dates|events)|dates that matter"),
    ("agency", r"agenc(y|ies)|professionals|services involved|organisations that"),
    (
        "adult",
        r"famil|parent|adult|carer|significant other|household|genogram",
    ),
    ("child", r"child|young person|subject|sibling|unborn|baby"),
    ("criteria", r"criteria|grounds|threshold"),
    ("declaration", r"declaration|signature|sign(ed)? off|send this"),
    ("incident", r"incident|event|what happened"),
)
"""What the title of a section is about; the first that fits."""

_LITTLE = frozenset(
    (
        *("the", "of", "a", "an", "your", "please", "state", "give", "full", "details"),
        *("if", "known", "any", "to", "for", "is", "are", "with", "in", "and", "on"),
        "applicable",
    )
)
_JOINED = {"d o b": "dob", "e d d": "edd", "e mail": "email", "n h s": "nhs"}
_ABBREVIATED = {"no": "number", "tel": "telephone", "org": "organisation"}
_NUMBERING = re.compile(
    r"^\s*(?:(?:section|part|q)?\s*\d+(?:\.\d+)*|[a-z])[.):]+\s+|^\d+ "
)
_PARENT = re.compile(
    r"(?P<who>(birth |step)?(mother|father|mum|dad)|(main )?carer|guardian|partner)s?\b"
    r"(?P<rest>.*)"
)
_LONGEST_LABEL = 16
"""In words: what is longer is an answer, or a page of guidance."""


def section_of(title: str) -> str:
    """What the section under this title is about, or ""."""
    said = title.lower()
    return next((name for name, words in SECTIONS if re.search(words, said)), "")


def normal(label: str) -> str:
    """A label as it is compared: small letters, without numbers and little words."""
    text = _NUMBERING.sub("", label.lower().replace("’", "").replace("'", ""))
    text = re.sub(r"\(s\)", "s", text)
    text = re.sub(r"[^a-z0-9]+", " ", text).strip()
    for spelt, joined in _JOINED.items():
        text = re.sub(rf"\b{spelt}\b", joined, text)
    words = [_ABBREVIATED.get(word, word) for word in text.split()]
    return " ".join(word for word in words if word not in _LITTLE)


class Vocabulary:
    """The labels of one kind of form, and what each of them asks."""

    def __init__(
        self, file: str, more: Mapping[str, str] = MappingProxyType({})
    ) -> None:
        self._file = file
        self._more = more

    def meaning(self, label: str) -> str:
        """What a label asks: `referrer.name`, or `.name` for one like "Name"; or ""."""
        if len(label.split()) > _LONGEST_LABEL:
            return ""
        words = normal(label)
        return self._exact.get(words) or self._of_parent(words) or self._within(words)

    def exactly(self, label: str) -> str:
        """What a label asks whose words are all of a phrase, and no more."""
        words = normal(label)
        return self._exact.get(words) or self._of_parent(words)

    def _of_parent(self, words: str) -> str:
        """What is asked about an adult whom the label describes: mother, father."""
        match = _PARENT.fullmatch(words)
        if match is None:
            return ""
        rest = match["rest"].strip()
        attribute = self._exact.get(rest, "").rpartition(".")[2] if rest else "name"
        known = attribute in {"name", "dob", "address", "aka", "ethnicity"}
        return f"parent:{match['who']}.{attribute}" if known else ""

    def _within(self, words: str) -> str:
        """A phrase of at least two words that stands inside a longer label."""
        padded = f" {words} "
        found = [p for p in self._exact if " " in p and f" {p} " in padded]
        return self._exact[max(found, key=len)] if found else ""

    @cached_property
    def _exact(self) -> dict[str, str]:
        """Every phrase, as it is compared, and what it asks."""
        found = {normal(phrase): key for key, phrase in phrases(self._file)}
        more = {normal(phrase): key for phrase, key in self._more.items()}
        return {words: key for words, key in (more | found).items() if words}


def phrases(file: str) -> list[tuple[str, str]]:
    """The phrases of a vocabulary, each with what it asks."""
    lines: list[str] = []
    for line in Path(__file__).with_name(file).read_text("utf-8").splitlines():
        if line.startswith(" "):
            lines[-1] += line
        elif line and not line.startswith("#"):
            lines.append(line)
    return [
        (key, phrase.strip())
        for key, _, phrases in (line.partition(":") for line in lines)
        for phrase in phrases.split(";")
    ]


REFERRAL = Vocabulary(
    "labels.txt", {q.label: f"{section.slug}.{q.slug}" for section, q in asked()}
)
