"""What people type behind an answer: when not to ring, that an address is not to go to
anybody, a signature, on which day it was. It is kept, and is no part of the answer.
"""

import re

from heed.papers.dates import dates_in
from heed.papers.forms.answers import Answer, Answers
from heed.papers.forms.choices import YES_NO, choice
from heed.papers.forms.contacts import PHONE
from heed.papers.forms.told import NAME
from heed.papers.patterns import later

_NOT_SO = later(
    r"\b(?:do not|don.?t|not|never|only|text|safe|unsafe|before|after|between|"
    r"voicemail|shares?|checks|has (?:this|my|her|his) phone)\b",
    re.IGNORECASE,
)
_ORDERS = later(
    r"\s*(?:[–—;-]|\.|,(?= ?(?:please|do not|don.?t)))\s*"
    r"(?P<said>(?:\(?please )?(?:do not|don.?t|never|not to|must not|this address|"
    r"address (?:is )?not|confidential|not for|keep this)\b.*)$",
    re.IGNORECASE | re.DOTALL,
)
_KEEPS = later(
    r"\b(?:do not|don.?t|never|not|must not|confidential|withheld)\b", re.IGNORECASE
)
_SOMETIME = later(
    r"(?:some ?time |at |during |in )?(?:the )?(?:early |late |mid[- ]?)?"
    r"(?:hours|overnight|morning|afternoon|evening|night|lunch ?time|tea ?time|"
    r"midnight|midday|noon|day ?time|unknown time|time (?:not |un)known)",
    re.IGNORECASE,
)
_LEADS = later(r"^(?:at|in|on|near)\s+", re.IGNORECASE)


def trim(answers: Answers) -> None:
    """Take what was typed behind answers apart from them."""
    for who in ("referrer", "lead"):
        _phone(answers, who)
    for section in ("child", "adult"):
        for number in answers.numbers(section):
            _address(answers, f"{section}.{number}")
    for number in answers.numbers("adult"):
        _sentence(answers, f"adult.{number}.name")
    for number in answers.numbers("child"):
        _day_of_death(answers, f"child.{number}")
        _twin(answers, number)
        _legal_and_where(answers, f"child.{number}")
    _day_referred_on(answers)
    _signed_behind(answers)
    _signed_for_date(answers)
    _story_behind_day(answers)


def _phone(answers: Answers, who: str) -> None:
    given = answers.by_key.get(f"{who}.phone")
    found = PHONE.findall(given.text) if given else []
    if given is None or len(found) != 1:
        return
    rest = PHONE.sub(" ", given.text).strip(" ()[],.;:–-\n")
    if not re.search("[A-Za-z]", rest):
        return
    answers.by_key[f"{who}.phone"] = Answer(found[0].strip(), given.label, given.at)
    note = who == "referrer" and _NOT_SO.search(rest)
    if note and not answers.text("referrer.contact_note"):
        answers.add("referrer.contact_note", rest, given.label)
    else:
        answers.unread.append(Answer(rest, given.label))


def _day_referred_on(answers: Answers) -> None:
    """The day where "Referred on" was answered by nothing else: nobody was told."""
    given = answers.by_key.get("safety.told")
    days = [match[0] for match in dates_in(given.text)] if given else []
    if given and days == [given.text] and not answers.text("declaration.date"):
        del answers.by_key["safety.told"]
        answers.add("declaration.date", given.text, given.label)


def _sentence(answers: Answers, key: str) -> None:
    """What is said of somebody behind the name: "Jo Lark, born 1990. She was told"."""
    given = answers.by_key.get(key)
    match = _SAID_OF.fullmatch(given.text) if given else None
    if given and match:
        answers.by_key[key] = Answer(match["who"], given.label, given.at)
        answers.unread.append(Answer(match["said"], given.label))


_SAID_OF = later(
    rf"(?P<who>{NAME}(?:,? "
    r"(?:\(?(?:born|d\.?o\.?b\.?|aged?)\b[^.\n]{1,40}|\d{1,2}))?)"
    r"\.\s+(?P<said>(?:She|He|They|Has|Is|Was|Currently|Now)\b.*)",
    re.DOTALL,
)


def _address(answers: Answers, group: str) -> None:
    given = answers.by_key.get(f"{group}.address")
    match = _ORDERS.search(given.text) if given else None
    if given is None or match is None or not match.start():
        return
    where = given.text[: match.start()].strip(" ,")
    answers.by_key[f"{group}.address"] = Answer(where, given.label, given.at)
    answers.unread.append(Answer(match["said"].strip(), given.label))
    if group.startswith("child") and _KEEPS.search(match["said"]):
        answers.add(f"{group}.address_withheld", "yes", given.label)


def _day_of_death(answers: Answers, group: str) -> None:
    """When a child died, behind the word that it has: "Yes, 19/12/2025"."""
    given = answers.by_key.get(f"{group}.has_died")
    days = [match[0] for match in dates_in(given.text)] if given else []
    if given and len(days) == 1 and choice(YES_NO, given.text) == "yes":
        answers.by_key[f"{group}.has_died"] = Answer("Yes", given.label, given.at)
        if not answers.text(f"{group}.date_of_death"):
            answers.add(f"{group}.date_of_death", days[0], given.label)


_IS_TWIN = later(r"\(?\btwin(?: ?[12a-b]|s)?\b\)?", re.IGNORECASE)


def _twin(answers: Answers, number: int) -> None:
    """What stands behind a birth as "(twin 2)": so are all who were born that day."""
    given = answers.by_key.get(f"child.{number}.dob")
    if given is None or not _IS_TWIN.search(given.text):
        return
    born = _IS_TWIN.sub("", given.text).strip(" ,;")
    answers.by_key[f"child.{number}.dob"] = Answer(born, given.label, given.at)
    same = [n for n in answers.numbers("child") if _born(answers, n) == born]
    for each in same if len(same) > 1 else ():
        if not answers.text(f"child.{each}.multiple_birth"):
            answers.add(f"child.{each}.multiple_birth", "twin", given.label)
        if answers.text(f"child.{same[0]}.role") == "index":
            answers.by_key[f"child.{each}.role"] = Answer("index", given.label)


def _born(answers: Answers, number: int) -> str:
    return answers.text(f"child.{number}.dob").strip()


def _signed_behind(answers: Answers) -> None:
    """A signature typed far behind the lead's name, where the label asks for both."""
    for key in ("lead.name", "lead.endorsement", "lead.verbatim"):
        given = answers.by_key.get(key)
        asked = given and re.search(r"(?i)sign", given.label)
        said = re.split(r"[ \xa0]{3,}|\t", given.text) if given and asked else []
        if given and len(said) == len("ab") and said[1].strip():
            answers.by_key[key] = Answer(said[0].strip(), given.label, given.at)
            answers.unread.append(Answer(said[1].strip(), given.label))


def when_before_where(answers: Answers) -> None:
    """When, and then where, in one answer: "Sometime overnight, at the refuge"."""
    given = answers.by_key.get("incident.place")
    first, _, rest = given.text.partition(",") if given else ("", "", "")
    if given and rest.strip() and _SOMETIME.fullmatch(first.strip()):
        if not answers.text("incident.time"):
            time = re.sub(r"^some ?time ", "", first.strip(), flags=re.IGNORECASE)
            answers.add("incident.time", time, given.label)
        place = _LEADS.sub("", rest.strip())
        answers.by_key["incident.place"] = Answer(place, given.label, given.at)


_POSTCODE = r"[A-Z]{1,2}\d[\dA-Z]? ?\d[A-Z]{2}"
_AT_HOME = later(
    rf"\bat (?P<home>(?:[Ff]lat \w+,? )?\d+[a-z]?,? [A-Z][^;\n()]{{2,80}}?"
    rf"{_POSTCODE})\b"
)
_TO_COUNCIL = later(
    r"\b(?:care order|accommodated|looked after)\b[^.;\n]{0,50}?\b(?:to|by) "
    r"(?P<la>[A-Z][\w-]+(?: (?:[A-Z][\w-]+|Council|of)){0,3})",
)
_BOTH_ASKED = later(r"\blegal\b.*\b(?:where|address|placement|living)\b", re.IGNORECASE)


def _legal_and_where(answers: Answers, group: str) -> None:
    """An order, and where the child was placed by it, answered in one breath."""
    given = answers.by_key.get(f"{group}.legal_status")
    if given is None or not _BOTH_ASKED.search(given.label):
        return
    council, home = _TO_COUNCIL.search(given.text), _AT_HOME.search(given.text)
    if council and not answers.text(f"{group}.responsible_la"):
        answers.add(f"{group}.responsible_la", council["la"], given.label)
    if home and not answers.text(f"{group}.address"):
        answers.add(f"{group}.address", home["home"], given.label)
        if _ORDERS.search(given.text):
            answers.add(f"{group}.address_withheld", "yes", given.label)
    first, _, rest = given.text.partition(". ")
    if rest:
        answers.by_key[f"{group}.legal_status"] = Answer(first, given.label, given.at)
        answers.add(f"{group}.whereabouts", rest, given.label)


def _signed_for_date(answers: Answers) -> None:
    """A name where the day and the signature were asked for together."""
    given = answers.by_key.get("declaration.date")
    asked = given and re.search(r"(?i)sign", given.label)
    if given and asked and not any(dates_in(given.text)):
        del answers.by_key["declaration.date"]
        answers.add("declaration.signed", given.text, given.label)


_PLACED = later(
    r"\b(?:found|happened|occurred|collapsed|fell|injured|died|took place)\b"
    r"[^.;\n]{0,30}?\b(?:in|at|on) (?:the |his |her |their |a |an )?"
    r"(?!morning|afternoon|evening|night)(?P<place>[a-z][^.;,\n]{2,60})"
)
_WHERE_TOO = later(r"\bwhere\b|\bplace\b|\blocation\b", re.IGNORECASE)


def _story_behind_day(answers: Answers) -> None:
    """Sentences behind the day of what happened: the time of day, and where."""
    given = answers.by_key.get("incident.date")
    days = list(dates_in(given.text)) if given else []
    if given is None or len(days) != 1 or days[0].start():
        return
    rest = given.text[days[0].end() :].strip(" ,")
    first, _, story = rest.partition(". ")
    if not story or not _WHERE_TOO.search(given.label):
        return
    answers.by_key["incident.date"] = Answer(days[0][0], given.label, given.at)
    if _SOMETIME.fullmatch(first.strip(" .")):
        time = re.sub(r"^(?:in|at|during) (?:the )?", "", first.strip(" ."))
        answers.add("incident.time", time, given.label)
    else:
        story = rest
    place = _PLACED.search(story)
    if place and not answers.text("incident.place"):
        answers.add("incident.place", place["place"].strip(), given.label)
    answers.unread.append(Answer(story, given.label))


_ASKS_WHERE = later(r"\b(?:where|place|location)\b", re.IGNORECASE)


def place_behind(answers: Answers, when: Answer) -> Answer:
    """The place behind the day, where both were asked in one breath."""
    days = list(dates_in(when.text)) if _ASKS_WHERE.search(when.label) else []
    if len(days) != 1 or answers.text("incident.place"):
        return when
    rest = when.text[days[0].end() :].strip(" ,;.–-\n")
    clock = re.match(
        r"(?:(?:at|approx\.?|about|around|c\.?|between|from) )*"
        r"\d[\d:.]* ?(?:[ap]m|hrs)?\b"
        r"(?: ?(?:and|to|-|–) ?\d[\d:.]* ?(?:[ap]m|hrs)?\b)?",
        rest,
    )
    time = clock[0] if clock else ""
    place = re.sub(r"^(?:at|in|on) ", "", rest[len(time) :].strip(" ,;.–-\n"))
    answers.add("incident.place", place, when.label)
    kept = Answer(f"{when.text[: days[0].end()]} {time}".strip(), when.label)
    answers.by_key["incident.date"] = kept
    return kept
