"""Who signs at the foot of a paper with labels, which nowhere asks who refers."""

import re

from heed.papers.forms.answers import Answers
from heed.papers.forms.letter_head import take_letterhead
from heed.papers.forms.letter_sender import parted, take_sender
from heed.papers.patterns import later

_LEAD = later(r"\b(?:safeguarding (?:children )?lead|dsl)\b", re.IGNORECASE)


def take_signature(answers: Answers, text: str) -> None:
    """Add what the foot, and the head, of a paper say of whoever wrote it."""
    _take_foot(answers, text)
    take_lead_who_refers(answers)


def _take_foot(answers: Answers, text: str) -> None:
    if answers.text("referrer.name"):
        return
    _, signed = parted(text)
    told = Answers()
    if signed:
        take_sender(told, signed, "")
    if not told.text("referrer.name") or not signed_with_post(told):
        return
    take_letterhead(told, text)
    for key, given in told.by_key.items():
        if not answers.text(key):
            answers.by_key[key] = given


def signed_with_post(told: Answers) -> bool:
    """Whether the foot names more than a name: it is of somebody who refers."""
    more = ("role", "organisation", "phone", "email")
    return any(told.text(f"referrer.{each}") for each in more)


def take_lead_who_refers(answers: Answers) -> None:
    """The safeguarding lead, where who refers says to be the lead, and names none."""
    role, name = answers.text("referrer.role"), answers.text("referrer.name")
    named = any(answers.text(f"lead.{each}") for each in ("name", "endorsement"))
    if name and _LEAD.search(role) and not named:
        answers.add("lead.name", name)
        answers.add("lead.role", role)
        answers.add("lead.endorsement", "is_referrer")
