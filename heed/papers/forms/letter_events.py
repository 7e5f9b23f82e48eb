"""What a letter says of the day, the harm, the lead, and who was told."""

import re
from datetime import date, timedelta

from heed.papers.dates import dates_in
from heed.papers.forms.answers import Answers
from heed.papers.forms.letter_deaths import a_child_died
from heed.papers.forms.signals import sentences
from heed.papers.forms.told import NAME, bare_name
from heed.papers.patterns import later

_HAPPENED = later(
    r"\b(died|death|dead|own life|(?-i:found|fell|hit|hurt|burn\w*)|injur\w+|"
    r"collaps\w+|admitted|harm\w+|attack\w+|stab\w+|"
    r"assault\w+|drown\w+|incident|happened|scald\w+|hospital|hung|"
    r"(?:ambulance|police|crew)(?: was| were)? called|"
    r"overdose\w*|bruis\w+|unresponsive|killed|seen|pronounced|shaken|choked)\b",
    re.IGNORECASE,
)
_BEFORE_BIRTH = later(
    r"(?:d\.?o\.?b\.?|date of birth|born(?: on)?|\bb\.|birthday(?: is)?|edd|"
    r"due)[ :–-]*$",
    re.IGNORECASE,
)
_DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_RELATIVE = later(
    rf"\b(?:on |last |this |this past |early on )(?P<day>{'|'.join(_DAYS)})"
    r"(?: (?:night|morning|evening|afternoon))?\b|\b(?P<back>yesterday|today|last "
    r"night|"
    r"this morning)\b",
    re.IGNORECASE,
)
_VAGUE = later(
    r"\b(?:over|at|during|around|just (?:before|after)|in|since|before|after) "
    r"(?P<when>(?:the )?(?:(?:early|late|mid|last) )?(?:Easter|Christmas|New Year|"
    r"half[ -]term|summer holidays?|Whitsun)"
    r"(?: (?:weekend|holidays?|week|break))?)",
    re.IGNORECASE,
)
_TIME = later(
    r"\b(?:at|about|around|by) (?P<time>\d{1,2}[:.]\d\d(?: ?[ap]\.?m\.?| ?hrs)?|"
    r"\d{1,2} ?[ap]m|[0-2]\d[0-5]\d ?(?:hrs|hours))\b",
    re.IGNORECASE,
)
_PLACES = later(
    r"\b(?:at|in) (?:(?:his|her|their|the)(?: [\w'’]+){0,2} )?(?:home|house|flat|"
    r"address)\b"
    r"(?!work|less)|\b(?:at|in) \d+[a-z]? [A-Z]\w+(?: [A-Z]\w+){0,3}|\b(?:at|in|on|"
    r"outside|near|by) (?:the )?[A-Z]\w+(?: [A-Z]\w+){0,3} "
    r"(?:Street|Road|Lane|Park|Avenue|Close|Drive|Way|Court|House|Bridge|Station|Estate|"
    r"Square|Terrace|Centre|Hotel|Green|Common|Beach|Wharf|Quay|Arcade)\b|\b(?:at|in|"
    r"on|near|outside) (?:the )?(?:\w+ )?(?:flats?|park|house|"
    r"street|river|canal|school|nursery|woods?|pool|railway|station|estate|playground)"
    r"(?: (?:at|in|on|of|near) [A-Z]\w+(?: [A-Z]\w+)*(?:, [A-Z]\w+(?: [A-Z]\w+)*)*)"
)
_HARM = (
    r"(?:abuse|neglect|maltreatment|exploitation|non-?accidental|inflicted|cruelty|"
    r"(?:emotional|physical|sexual) (?:harm|abuse))"
)
_SUSPECTED = later(
    rf"\b{_HARM}\b[\w ,]{{0,40}}?\b(?P<how>suspected|known|confirmed)\b|"
    rf"\b(?P<early>suspect(?:ed|s|ing)?)\b[\w ,]{{0,25}}?\b{_HARM}\b",
    re.IGNORECASE,
)
_DENIES = later(r"\b(?:no|not|never|nor|without|un)\b|n't\b", re.IGNORECASE)
_GRAVE = later(
    r"\b(?:permanent(?:ly)?|life[- ]?(?:threatening|changing|limiting|long)|brain "
    r"(?:injur\w+|damage\w*)|paralys\w+|(?:never|won't|wont|will not|may not|not) "
    r"(?:fully |ever |completely )?recover\w*|serious(?:ly)? (?:injur\w+|harmed|"
    r"burn\w*|"
    r"hurt))\b",
    re.IGNORECASE,
)
_TOLD = later(
    r"\b(?:I|we)(?:'ve| have|ve)? (?:also |already |now )?(?:told|informed|notified|"
    r"rung|"
    r"rang|alerted|contacted|reported (?:it |this )?to|referred (?:it |this |her |him |"
    r"them )?to|passed (?:it |this )?(?:on )?to) "
    r"(?P<who>(?:the )?[A-Z][\w' ]{1,40}?|(?:the |our |her |his |their )?(?:duty |"
    r"emergency |out[ -]of[ -]hours )?(?:coroner|police|school|nursery|gp|health "
    r"visitor|"
    r"social workers?|social services|duty team|team|lado|mash|hospital|council|"
    r"children's "
    r"(?:services|social care)))"
    r"(?=[.,;\n]|$| (?:on|at|and|who|about|yesterday|today|this)\b)",
)
_PRESS = later(
    r"\b(?:paper|press|newspaper|(?<!e-)(?<!Royal )mail|reporter|"
    r"journalist|radio|tv|bbc|itv|echo|gazette|"
    r"herald|courier|chronicle|mercury|argus|advertiser|observer|sentinel|journal|times|"
    r"telegraph|express|news|post)\b[^.]{0,25}\b(?:has|have|had) (?:already )?"
    r"(?:been|rung|called|asked|contacted|run|reported|printed|published|picked|"
    r"telephoned|phoned|e-?mailed|visited|knocked)\b",
    re.IGNORECASE,
)
_LEAD_ROLE = (
    r"(?:[A-Za-z-]+ ){0,3}?(?:safeguarding (?:lead|adviser|advisor|manager|nurse|"
    r"doctor|"
    r"officer)|designated (?:safeguarding lead|nurse|doctor|lead|professional|officer)|"
    r"named (?:nurse|doctor|gp|professional|midwife)"
    r"(?: for safeguarding(?: children)?)?|dsl)"
)
_ASKED = (
    r"(?:discuss\w*|spoke|spoken|speak\w*|talk\w*|consult\w*|agreed|cleared|checked|run|"
    r"ran|approved|supported|endorsed|shared|raised|advice)"
)
_LEAD = later(
    rf"\b(?i:{_ASKED})\b[^.\n]{{0,60}}?\b(?:our|my|the|their|your) "
    rf"(?P<role>(?i:{_LEAD_ROLE})),? \(?(?P<name>{NAME})"
)
_LEAD_AFTER = later(
    rf"\b(?i:{_ASKED})\b[^.\n]{{0,30}}?\b(?:our|my|the|their) "
    rf"(?P<role>[a-z][a-z ]{{2,30}}?) (?P<name>{NAME})(?=[^.\n]{{0,60}}?\b(?:is|as|"
    rf"who is|"
    r"he is|she is|they are|he's|she's) (?:our|my|the) (?:\w+ )?(?i:safeguarding "
    r"lead|dsl))"
)
_LEAD_FIRST = later(
    rf"\b(?:[Oo]ur|[Mm]y|[Tt]he) (?P<role>(?i:(?:[a-z-]+ ){{0,4}}?{_LEAD_ROLE})),? "
    rf"(?P<name>{NAME}),? (?:has |have |also |who )?(?:agree|approv|support|endors|is "
    r"(?:happy|content|aware))"
)
_NOT_ASKED = later(
    rf"[^.\n]{{0,40}}\b(?:not|n't|n’t|never)(?: yet| been able to)? (?:{_ASKED}|"
    rf"asked|told|"
    r"informed)\b[^.\n]{0,30}\b(?:safeguarding lead|dsl|designated \w+|named \w+|"
    r"line manager|manager)\b[^.\n]{0,60}",
    re.IGNORECASE,
)
_AGREES = later(
    r"\b(?:agree[sd]?|is (?:fine|happy|content|supportive)|supports?|supported|"
    r"endorse[sd]"
    r"?|approve[sd]?|ought to|should (?:go|come|be))\b",
    re.IGNORECASE,
)


def take_incident(answers: Answers, body: str, near: date | None) -> None:
    """The day on which a sentence says that something happened; never a birthday."""
    born = _births(answers, body)
    for sentence in re.split(r"(?<=[.!?])\s+(?=[A-Z])|\n", body):
        if not _HAPPENED.search(sentence):
            continue
        found = [m for m in dates_in(sentence) if m[0] not in born]
        days = {m[0] for m in found}
        if len(days) > 1:
            days = _days_of_harm(sentence, found)
        told = _relative(sentence, near)
        if len(days) == 1:
            answers.add("incident.date", days.pop())
        elif not days and told:
            answers.add("incident.date", told[0])
            answers.add("incident.date_inferred", told[1])
        else:
            continue
        _take_where(answers, sentence)
        return


_HARMED = later(
    r"\b(?:found|injured|hurt|fell|collapsed|attacked|stabbed|assaulted|burn(?:ed|t)|"
    r"scalded|overdose|shaken|drowned|choked|hit|harmed|taken ill)\b[^.;,]{0,70}?$",
    re.IGNORECASE,
)


def _days_of_harm(sentence: str, found: list[re.Match[str]]) -> set[str]:
    """Of several days in a sentence the one on which the harm was done or found."""
    return {m[0] for m in found if _HARMED.search(sentence[: m.start()])}


def _births(answers: Answers, body: str) -> set[str]:
    """The dates that are days of birth, of children and of adults."""
    known = {
        answers.text(f"{section}.{n}.{name}")
        for section in ("child", "adult")
        for n in answers.numbers(section)
        for name in ("dob", "edd")
    }
    marked = {
        m[0]
        for m in dates_in(body)
        if _BEFORE_BIRTH.search(body[max(0, m.start() - 20) : m.start()])
    }
    return known | marked


def _relative(sentence: str, near: date | None) -> tuple[str, str] | None:
    """A day told by that of the letter, and its words; or words that leave it open."""
    vague = _VAGUE.search(sentence)
    if vague:
        return vague[0], ""
    match = _RELATIVE.search(sentence)
    if match is None or near is None:
        return (match[0], "") if match else None
    if match["day"]:
        back = (near.weekday() - _DAYS.index(match["day"].lower())) % 7 or 7
    else:
        back = 0 if match["back"].lower() in {"today", "this morning"} else 1
    day = near - timedelta(days=back)
    return day.isoformat(), match[0]


def _take_where(answers: Answers, sentence: str) -> None:
    time, place = _TIME.search(sentence), _PLACES.search(sentence)
    answers.add("incident.time", time["time"] if time else "")
    answers.add("incident.place", place[0] if place else "")


def take_criteria(answers: Answers, body: str) -> None:
    """What sentences say of abuse, and of how it ended for the child."""
    for sentence in sentences(body):
        match = _SUSPECTED.search(sentence)
        if match and not _DENIES.search(sentence[: match.end()]):
            how = (match["how"] or "suspected").lower()
            meant = "suspected" if how.startswith("suspect") else "known"
            answers.add("criteria.abuse_or_neglect", meant)
            break
    subjects = [
        answers.text(f"child.{n}.status")
        for n in answers.numbers("child")
        if answers.text(f"child.{n}.role") == "index"
    ]
    died = "died" in subjects or a_child_died(body)
    if died and re.search(r"\b(abuse|neglect)", body, re.IGNORECASE):
        answers.add("criteria.outcome", "died")
    elif not died and len(subjects) == 1 and _GRAVE.search(body.replace("’", "'")):
        answers.add("criteria.outcome", "seriously_harmed")


def take_lead(answers: Answers, body: str) -> None:
    """The safeguarding lead whom the writer says to have asked."""
    denied = _NOT_ASKED.search(body)
    if denied:
        answers.add("lead.endorsement", "None")
        answers.add("lead.verbatim", denied[0].strip())
        return
    match = _LEAD.search(body) or _LEAD_AFTER.search(body) or _LEAD_FIRST.search(body)
    name = bare_name(match["name"]) if match else ""
    if match is None or not name:
        return
    start = max(body.rfind(". ", 0, match.start()), body.rfind("\n", 0, match.start()))
    end = re.compile(r"\.(?:\s|$)|\n\n|\n(?=[a-z]+ )").search(body, match.end())
    sentence = body[start + 1 : end.start() if end else len(body)].strip(" .")
    days = {each[0] for each in dates_in(sentence)}
    answers.add("lead.name", name)
    answers.add("lead.role", match["role"].strip())
    answers.add("lead.verbatim", " ".join(sentence.split()))
    agrees = _AGREES.search(sentence) and not _DENIES.search(sentence)
    answers.add("lead.endorsement", "decided" if agrees else "consulted")
    answers.add("lead.consulted_on", days.pop() if len(days) == 1 else "")


def take_told(answers: Answers, body: str) -> None:
    """Who was told, as far as the writer says so, and whether the press has asked."""
    for match in _TOLD.finditer(body.replace("’", "'")):
        answers.add("safety.told", match["who"].strip())
    if _PRESS.search(body):
        answers.add("other.media", "yes")
