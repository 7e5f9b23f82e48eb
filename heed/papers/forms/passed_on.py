"""A form that somebody else than who refers passes on, with a letter of their own."""

import re

from heed.papers.forms.agency_flags import same_person
from heed.papers.forms.answers import Answers
from heed.papers.forms.signals import sentences
from heed.papers.forms.told import looks_like_name
from heed.papers.patterns import later


def passes_on(answers: Answers, told: Answers) -> bool:
    """Whether somebody else than who refers wrote the letter that goes with a form."""
    named, signs = answers.text("referrer.name"), told.text("referrer.name")
    named = re.split(r"[,(\n]", named)[0].strip()
    both = len(named.split()) > 1 and len(signs.split()) > 1
    return both and not same_person(named, signs)


_I_AM_LEAD = later(
    r"\b(?:I am|I'm|as) (?:the |our |your )?(?:[\w-]+ (?:and )?){0,4}?"
    r"(?:safeguarding lead|dsl|named (?:nurse|doctor|professional))\b",
    re.IGNORECASE,
)


def take_lead_who_sends(answers: Answers, text: str) -> None:
    """The safeguarding lead who passes a form on: "I am the lead here and agree", with
    the name below it.
    """
    said = _I_AM_LEAD.search(text)
    if said is None or answers.text("lead.name"):
        return
    below = [
        line.strip() for line in text[said.end() :].split("\n")[1:] if line.strip()
    ]
    name = below[0] if below else ""
    named = re.split(r"[,(\n]", answers.text("referrer.name"))[0].strip()
    full = len(name.split()) > 1 and looks_like_name(name)
    if not full or not named or same_person(named, name):
        return
    answers.by_key.pop("lead.name", None)
    answers.add("lead.name", name, "letter")
    if len(below) > 1 and not re.search(r"[\d@.]", below[1]):
        answers.add("lead.role", below[1], "letter")
    whole = next(s for s in sentences(text) if _I_AM_LEAD.search(s))
    answers.add("lead.verbatim", whole, "letter")
