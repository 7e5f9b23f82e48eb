"""The block of dates that an office fills in as a referral goes its way."""

import re
from typing import Any

from heed.papers.forms.answers import Answers
from heed.papers.forms.flags import Flags
from heed.papers.forms.paper_dates import PaperDates

STEPS = (
    "received",
    "sent_to_chair",
    "agencies_asked",
    "agency_deadline",
    "considered",
    "recommendation_sent",
    "decided",
)
"""In the order in which they come about; only the deadline is set ahead."""


_BY_WORDS = (
    ("agency_deadline", r"deadline|repl(?:y|ies)|respon\w+|return\w*|due"),
    ("recommendation_sent", r"recommend"),
    ("decided", r"decision|decided"),
    ("sent_to_chair", r"(?:sent|passed|forwarded|given)\b.*\bchair"),
    (
        "agencies_asked",
        (
            r"agenc\w+.*\b(?:asked|contacted|notified|request)|"
            r"(?:asked|request\w*)\b.*\bagenc"
        ),
    ),
    ("considered", r"considered|discussed|meeting|panel|sub-?group"),
    ("received", r"recei(?:ved|pt)"),
)


def office_step(label: str) -> str:
    """Which day of the office a label asks that stands in its block; "" for none."""
    said = label.lower()
    if not re.search(r"\bdate\b|\bon\b|\bwhen\b|due|deadline", said):
        return ""
    found = (step for step, words in _BY_WORDS if re.search(rf"\b(?:{words})", said))
    return next((f"office.{step}" for step in found), "")


def office(answers: Answers, dates: PaperDates, flags: Flags) -> dict[str, Any]:
    """The office's dates, where the paper has any, flagged when out of order."""
    found = {
        step: dates.read(answers.text(f"office.{step}"), f"office.{step}")
        for step in STEPS
    }
    said = {step: written for step, written in found.items() if written}
    if not said:
        return {}
    days = [w.day for step, w in said.items() if w.day and step != "agency_deadline"]
    if days != sorted(days):
        why = "The office’s dates do not follow one another."
        flags.add("office_dates_out_of_order", "office", why)
    return {"office": {step: written.to_json() for step, written in said.items()}}
