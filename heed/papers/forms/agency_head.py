"""The head of an agency's return: who writes, and by when it was wanted."""

import re
from itertools import islice

from heed.papers.dates import dates_in
from heed.papers.forms.answers import Answers
from heed.papers.forms.dropped import lines_of
from heed.papers.forms.told import looks_like_name
from heed.papers.hidden import Reading
from heed.papers.patterns import later

_DUE = later(
    r"\b(?:response|reply|replies|returns?|answers?|information|summar(?:y|ies))\b"
    r"[\w ]{0,24}?\b(?:wanted|due|required|needed|expected|requested|back)\b"
    r"[\w ,:]{0,20}?\b(?:by|on|before)\b:? (?P<day>[^\n;.]{6,40})|"
    r"\b(?:please )?(?:return|reply|respond|send|complete|submit)\b[\w ,']{0,50}?"
    r"\b(?:by|before|no later than)\b:? (?P<until>[^\n;]{6,40})",
    re.IGNORECASE,
)


def due_in_words(reading: Reading, answers: Answers) -> None:
    """When it was due, where a line says so in passing."""
    for line in () if answers.text("due") else lines_of(reading.document):
        match = _DUE.search(line)
        said = (match["day"] or match["until"]) if match else ""
        days = [each[0] for each in dates_in(said)]
        if match and days:
            answers.add("due", days[0], line[: match.end()])
            return


def is_writer(label: str, answer: str) -> bool:
    """Whether "From" stands beside a person, as at the head of a memo."""
    first, _, rest = answer.partition(",")
    plain = label.lower().strip(" :*") in {"from", "sender"}
    return plain and bool(rest) and looks_like_name(first) and not _BODY.search(first)


def is_body(answer: str) -> bool:
    """Whether an answer names an organisation, and no person with a post."""
    first, comma, _ = answer.partition(",")
    return not comma and "\n" not in answer and bool(_BODY.search(first))


_BODY = later(
    r"\b(service|council|trust|team|police|constabulary|school|academy|hospital|unit|"
    r"board|agency|housing|health|probation|surgery|practice|nursery|college|centre|"
    r"association|charity|society|trust|ambulance|clinic|infirmary|ward|department)s?\b",
    re.IGNORECASE,
)


TITLED = later(
    r"^\s*((?:[A-Z][\w’'&.]*|of|and|the|for|&)(?: (?:[A-Z][\w’'&.]*|of|and|the|for|"
    r"&)){0,6}?"
    r" ?\b(?:Constabulary|Police|Council|Trust|Services?|School|Academy|Primary|"
    r"Hospital|"
    r"Surgery|Practice|Probation|Nursery|Housing|Association|Ambulance|Homes|College)"
    r"(?: [A-Z]\w+){0,3})(?:['’]s)?\s*(?: [-–]|:|,|$| (?i:chronology|timeline|log|"
    r"records?|"
    r"time line|account|return|reply|response|summary)\b)",
    re.MULTILINE,
)
"""The agency in whose name a paper is headed."""
_BEHIND = later(
    r"\b(?i:chronology|timeline|time line|log|records?|summary|return|report)\b"
    r"(?:\s*(?:[-–:|]|,)\s*|\s+(?i:of|from|by|for)\s+(?:the )?)"
    rf"(?={TITLED.pattern.removeprefix('^').replace('[-–]', '[-–|]')})",
    re.MULTILINE,
)


def titled_agency(head: str) -> str:
    """The agency that the title of a paper names, before its kind or behind it."""
    match = TITLED.search(head) or _BEHIND.search(head)
    return next(filter(None, match.groups()), "").strip() if match else ""


_AGENCY = later(
    r"^\s*(?:name of )?(?:agency|organisation)\s*:\s*(.+)$",
    re.IGNORECASE | re.MULTILINE,
)


def agency_of(head: str) -> str:
    """The agency that the head of a chronology names, or its title."""
    match = _AGENCY.search(head)
    return match[1].strip() if match else titled_agency(head)


def agency_in_title(reading: Reading, answers: Answers) -> None:
    """The agency in whose name the first lines are, where nothing else names it."""
    if answers.text("agency"):
        return
    head = "\n".join(islice(lines_of(reading.document), _FIRST_LINES))
    shouted = _SHOUTED.match(head)
    said = shouted["name"].title() if shouted else titled_agency(head)
    answers.add("agency", said, "title")


_SHOUTED = later(
    r"\s*(?P<name>(?:[A-Z][A-Z’'&.]+ ){1,5}?(?:POLICE|CONSTABULARY|COUNCIL|TRUST|"
    r"SCHOOL|ACADEMY|HOSPITAL|SURGERY|PROBATION|NURSERY|COLLEGE|AMBULANCE SERVICE))"
    r"(?=\s*(?:[–:,-]|\n|$))"
)
"""The agency at the head of a paper, in capitals."""
_FIRST_LINES = 3
