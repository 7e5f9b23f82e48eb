"""What stands printed at the head of a letter: of which body it is, how to reach it,
and who of it writes, in full, where the foot has only initials.
"""

import re

from heed.papers.forms.answers import Answer, Answers
from heed.papers.forms.contacts import EMAIL, PHONE
from heed.papers.patterns import later

_DEAR = later(r"^\s*dear\b", re.IGNORECASE | re.MULTILINE)
_RE = later(r"^\s*(?:re|regarding|subject)\s*:", re.IGNORECASE | re.MULTILINE)
_BODY = later(
    r"\b(?:school|academy|college|nursery|surgery|practice|hospital|infirmary|trust|"
    r"council|police|constabulary|centre|clinic|service|services|charity|association|"
    r"parish|church|housing|probation)\b",
    re.IGNORECASE,
)
_TO_WHOM = later(r"\b(?:partnership|board|business (?:manager|unit))\b", re.IGNORECASE)
_POSTCODE = r"[A-Z]{1,2}\d[\dA-Z]? ?\d[A-Z]{2}"
_WHERE = later(rf"^(?P<where>[^\n:@]{{4,80}}?\b{_POSTCODE})\b", re.MULTILINE)
_MOST = 900
"""Letters within which a letter begins."""


def take_letterhead(answers: Answers, text: str) -> None:
    """The body whose letter it is, where the foot of it does not say."""
    dear = _DEAR.search(text)
    if dear is None or dear.start() > _MOST:
        dear = _RE.search(text)
    if dear is None or dear.start() > _MOST:
        return
    head = text[: dear.start()]
    lines = [line.strip() for line in head.split("\n") if line.strip()]
    if not lines or not _BODY.search(lines[0]) or _TO_WHOM.search(lines[0]):
        return
    name = lines[0].title() if lines[0].isupper() else lines[0]
    _add(answers, "organisation", name.split("   ")[0].strip(" ,."))
    where = _WHERE.search(head)
    for key, match in (
        ("email", EMAIL.search(head)),
        ("phone", PHONE.search(head)),
        ("address", where),
    ):
        _add(answers, key, match[0].strip() if match else "")
    _name_in_full(answers, head)


def _add(answers: Answers, key: str, text: str) -> None:
    if text and not answers.text(f"referrer.{key}"):
        answers.add(f"referrer.{key}", text, "head of the letter")


def _name_in_full(answers: Answers, head: str) -> None:
    """Who signs with initials, as the head has it: "Headteacher: Mr Ivo Lark BA"."""
    signed = answers.text("referrer.name")
    initial = re.fullmatch(r"(?:[A-Z]\.? ?)+(?P<family>[A-Z][\w’'-]+)", signed)
    if initial is None:
        return
    for line in head.split("\n"):
        full = re.search(
            rf"\b(?P<first>{re.escape(signed[0])}[a-zà-ÿ]+)(?: [A-Z][\w’'-]+)* "
            rf"{re.escape(initial['family'])}\b",
            line,
        )
        if full:
            answers.by_key["referrer.name"] = Answer(full[0], "head of the letter")
            return
