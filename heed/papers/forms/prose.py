"""Who and what a letter tells of that is no form: only what its sentences state.

A child is named as one ("my grandson Leo", "Leo Fernwood (DOB 3/4/19)"); whoever is
merely named stays in the words. The sender signs at the end.
"""

import re
from collections.abc import Iterator
from datetime import date

from heed.papers.dates import dates_in, read_date
from heed.papers.forms.answers import Answers, as_typed
from heed.papers.forms.household import first_names, take_people
from heed.papers.forms.kin import is_sibling
from heed.papers.forms.letter_deaths import ADULT_WORD, CHILD_WORD, has_died
from heed.papers.forms.letter_events import (
    take_criteria,
    take_incident,
    take_lead,
    take_told,
)
from heed.papers.forms.letter_head import take_letterhead
from heed.papers.forms.letter_sender import parted, take_sender
from heed.papers.forms.letter_siblings import role_in
from heed.papers.forms.narrated import take_homes, take_said_of
from heed.papers.forms.told import is_of_grown
from heed.papers.patterns import later

_WORD = r"[A-Z](?:[a-zà-ÿ]+|[A-Z]{2,})(?:[’'-][A-Z]?[a-zà-ÿ]+){0,3}"
_FULL = rf"{_WORD}(?: (?:van|de|der|da|al|bin)(?= [A-Z]))?(?: {_WORD}){{0,2}}"
_BORN = r"(?i:d\.?o\.?b\.?|date of birth|born(?: on)?|b\.)[ :–-]*"
_DAY = (
    r"\d{1,2}(?:st|nd|rd|th)?[ /.-](?:of )?(?:\d{1,2}|[A-Z][a-z]{2,8})"
    r"[ /.,-]{1,2}\d{2,4}"
)
_YEARS = r"\d{1,2}(?: ?[-–] ?\d{1,2})?"
_UNIT = r"(?:years?|months?|weeks?|days?|yrs?|mths?|wks?)"
_AGE = later(
    rf"\b(?:aged? )?(?P<age>(?:(?:about|around|nearly|almost) )?{_YEARS}(?: "
    rf"?{_UNIT})?(?:[ -]?old)?)(?![\d/.-])"
)
_TAIL = (
    rf"\([^)]{{1,60}}\)|,? (?:who )?(?:(?:is|was) )?(?:{_BORN}){_DAY}|"
    rf",? aged? {_YEARS}(?: {_UNIT})?|"
    rf",? (?:who (?:is|was) |is |was )?{_YEARS}[ -]?{_UNIT}[ -]?old|"
    rf", {_YEARS}(?: ?{_UNIT})?(?=[,.;)])|"
    rf", (?:s?he|they) (?:is|would be|will be|must be) (?:about |around |nearly )?"
    rf"{_YEARS}(?: {_UNIT})?|"
    rf",? (?:aged )?(?:about|around|nearly|almost) {_YEARS}\b(?: {_UNIT})?"
)
_BESIDE = later(
    rf"(?P<who>(?:(?i:{CHILD_WORD}|{ADULT_WORD}),? (?:is |was |called |named )?)?)"
    rf"(?P<name>{_FULL})\s?(?P<tail>{_TAIL})"
)
_CALLED = later(
    rf"\b(?P<who>{CHILD_WORD})(?: as well| too)?,? (?:(?:is |was )?(?:called |named )|"
    rf",? ?)(?P<name>{_FULL})"
)
_QUOTED = later(
    r"^(>|-{2,} ?original message|on .{5,80} wrote:|from: .*@)", re.IGNORECASE
)
_NOT_NAMES = frozenset(
    (
        *(
            "i",
            "the",
            "this",
            "that",
            "he",
            "she",
            "they",
            "we",
            "it",
            "my",
            "our",
            "her",
        ),
        *("his", "dear", "please", "on", "in", "at", "when", "as", "police", "social"),
        *("services", "school", "monday", "tuesday", "wednesday", "thursday", "friday"),
        *("saturday", "sunday", "january", "february", "march", "april", "may", "june"),
        *(
            "july",
            "august",
            "september",
            "october",
            "november",
            "december",
            "mum",
            "dad",
        ),
        *(
            "hospital",
            "children",
            "child",
            "a",
            "an",
            "no",
            "yes",
            "re",
            "subject",
            "who",
        ),
        *(
            "and",
            "but",
            "if",
            "there",
            "what",
            "both",
            "section",
            "dob",
            "nhs",
            "mr",
            "mrs",
        ),
        *("ms", "miss", "dr", "sir", "madam", "grandma", "nan", "baby", "unborn"),
    )
)
_ADULT_YEARS = 18
_DUE = later(r"\b(?:edd|due|expected)\b", re.IGNORECASE)
_EXPECTED = later(
    rf"\b(?i:unborn|baby|child)(?: (?i:baby|child|sibling))?(?: (?P<name>{_WORD}))?,? ?"
    rf"[(]?(?:(?:is|was) )?(?i:edd|due|expected)\b[^\d.;]{{0,20}}(?P<day>{_DAY})"
)
_PREGNANT = later(
    r"\b(?:is|was|currently|now) (?:\w+ )?(?:pregnant|expecting)\b|\b[Uu]nborn\b"
)
_KIN = later(r"brother|sister|sibling")
_OF_AN_ADULT = later(
    rf"\b(?:{ADULT_WORD}|nan|gran(?:dma|ny)?|grandpa)'s (?:\w+ )?$", re.IGNORECASE
)


def answers_in_prose(words: str, near: date | None) -> Answers:
    """The answers that a letter's own sentences give."""
    text = own_words(words).replace("’", "'")
    body, signed = parted(text)
    # A line that only the width of the letter broke is no new line.
    body = re.sub(r"(?<=[^\n]{55})\n(?=\S)", " ", body)
    answers = Answers()
    take_sender(answers, signed, body)
    take_letterhead(answers, text)
    if answers.text("referrer.organisation") and not answers.text("referrer.capacity"):
        answers.add("referrer.capacity", "staff")
    dated = _DATED.search(text)
    answers.add("declaration.date", dated["day"] if dated else "")
    take_account(answers, body, near)
    answers.add("incident.what", body)
    as_typed(answers, own_words(words))
    return answers


def take_account(answers: Answers, body: str, near: date | None) -> None:
    """Of whom, and of what, an account tells in sentences."""
    _take_children(answers, body, near)
    _take_kin(answers, body)
    take_incident(answers, body, near)
    take_criteria(answers, body)
    take_lead(answers, body)
    take_told(answers, body)
    take_said_of(answers, body)
    take_homes(answers, body)
    _take_deaths(answers, body)


def own_words(words: str) -> str:
    """Without what a reply quotes of an earlier message."""
    kept: list[str] = []
    for line in words.split("\n"):
        if _QUOTED.match(line.strip()) and len("".join(kept)) > 80:  # noqa: PLR2004
            break
        kept.append(line)
    return "\n".join(kept).strip()


def _take_children(answers: Answers, body: str, near: date | None) -> None:
    known: list[str] = []
    known_names: list[str] = []
    days = (read_date(match[0]).day for match in dates_in(body))
    # Undated, a letter is as late as the latest day that it tells of.
    near = near or max((day for day in days if day), default=None)
    named = [each for each in _named(body) if not _is_adult(*each[1:], near)]
    firsts = "|".join(re.escape(each[0].split()[0]) for each in named)
    for name, who, born, age in named:
        first = name.split()[0]
        if first in known:
            continue
        known.append(first)
        known_names.append(name)
        group = f"child.{len(known)}"
        answers.add(f"{group}.name", name)
        role = role_in(body, name, who, first=known_names[0], of=firsts)
        answers.add(f"{group}.role", role)
        answers.add(f"{group}.dob", born)
        answers.add(f"{group}.age_text", age)
        if has_died(name, body):
            answers.add(f"{group}.status", "died")
    _take_unsure(answers, body)
    _take_home(answers, body)
    _take_unborn(answers, body, len(known))


_HOME = later(
    rf"{_DAY},? ?(?:(?i:nhs)[^,;\n\d]{{0,12}}[\d -]{{10,13}},? ?)?(?:of )?"
    rf"(?P<home>(?:[Ff]lat \d+[a-z]?,? )?\d+[a-z]?,? "
    rf"[A-Z][^\n;]{{4,70}}?"
    r"[A-Z]{1,2}\d{1,2}[A-Z]? ?\d[A-Z]{2})\b"
)


_NHS_BEHIND = later(
    rf"[\s,(]*(?:{_BORN})?{_DAY}[\s,;)]*(?i:nhs)(?: ?(?i:no|number))?[.:\s]*"
    r"(?P<number>(?:\d[ -]?){9}\d)"
)
_NHS = later(r"(?i:nhs)(?: ?(?i:no|number))?[.:\s]*((?:\d[ -]?){9}\d)")
_UNSURE = later(
    rf"(?P<given>{_WORD}) \((?:might|may|could|possibly|perhaps|or|maybe|sounds like) "
    rf"(?:be |called )?(?P<aka>{_WORD})\)(?: (?P<family>{_WORD}(?: or {_WORD})?))?"
    rf"(?P<tail>{_TAIL})?"
)


def _take_unsure(answers: Answers, body: str) -> None:
    """A child whose name was not heard well: each way that was written is kept."""
    for match in _UNSURE.finditer(body):
        known = {
            answers.text(f"child.{n}.name").split(" ")[0]: n
            for n in answers.numbers("child")
        }
        number = known.get(match["given"])
        if number is None:
            continue
        group = f"child.{number}"
        del answers.by_key[f"{group}.name"]
        answers.add(f"{group}.given", match["given"])
        answers.add(f"{group}.family", match["family"] or "")
        answers.add(f"{group}.aka", match["aka"])
        years = _AGE.search(match["tail"] or "")
        answers.add(f"{group}.age_text", years["age"] if years else "")
        if has_died(f"{match['given']} {match['family'] or ''}", body):
            answers.add(f"{group}.status", "died")


_OF_HOME = later(
    r"[\s,(]*(?i:d\.?o\.?b\.?|born)?[^A-Za-z\n]{6,14}\)?,? "
    r"(?:of|who lives at|lives at) "
    r"(?P<home>(?:[Ff]lat \d+[a-z]?,? )?\d+[a-z]? [A-Z][\w’' ]+(?:, ?[A-Z][\w’' ]+)*)"
)
"""A home behind a day of birth that has no postcode: "(dob …) of 5 Beck Terrace"."""


def _take_home(answers: Answers, body: str) -> None:
    """The address that stands behind a child's date of birth, as in "Re:" lines."""
    for number in answers.numbers("child"):
        name = answers.text(f"child.{number}.name")
        start = body.find(name) if name else -1
        home = _HOME.search(body, start, start + 200) if start >= 0 else None
        behind = body[start + len(name) : start + len(name) + 120] if start >= 0 else ""
        own = _NHS_BEHIND.match(behind)
        line = _NHS.findall(behind.partition("\n")[0])
        said = own["number"] if own else line[0] if len(line) == 1 else ""
        answers.add(f"child.{number}.nhs_number", said.strip())
        plain = None if home else _OF_HOME.match(behind)
        answers.add(f"child.{number}.address", plain["home"].strip() if plain else "")
        between = body[start + len(name) : home.start()] if home else ""
        if home and len(between) < len(" (date of birth: ") + len("), "):
            answers.add(f"child.{number}.address", home["home"])


def _take_unborn(answers: Answers, body: str, known: int) -> None:
    """The one child not yet born of whom the letter tells, and when it is due."""
    due = _EXPECTED.search(body)
    if due is None and not _PREGNANT.search(body):
        return
    group = f"child.{known + 1}"
    name = due["name"] if due else None
    answers.add(f"{group}.name", f"Unborn baby {name}" if name else "Unborn baby")
    answers.add(f"{group}.role", "other" if known else "index")
    if due:
        answers.add(f"{group}.edd", due["day"])


def _named(body: str) -> Iterator[tuple[str, str, str, str]]:
    """Names with what makes a child of them: a date of birth, an age, or the word."""
    found: dict[str, tuple[str, str, str, str]] = {}
    for match in (*_BESIDE.finditer(body), *_CALLED.finditer(body)):
        name = _bare(match["name"])
        tail = match.groupdict().get("tail") or ""
        ahead = body[: match.start()]
        before = ahead[-40:]
        if before.endswith(" or "):
            continue
        if _DUE.search(tail) or re.search(r"\b[Uu]nborn (?:\w+ )?$", before):
            continue
        if _KIN.search(match["who"] or "") and _OF_AN_ADULT.search(before):
            continue
        if _KIN.search(match["who"] or "") and not tail and is_of_grown(ahead):
            continue
        born = next((m[0] for m in dates_in(tail)), "")
        years = None if born else _AGE.search(tail)
        age = years["age"] if years else ""
        if name and (born or age or match["who"]):
            earlier = found.get(name.split()[0])
            if earlier and len(earlier[0]) >= len(name):
                continue
            found[name.split()[0]] = (name, match["who"] or "", born, age)
    return iter(sorted(found.values(), key=lambda each: body.find(each[0])))


def _bare(name: str) -> str:
    words = [word for word in name.split() if word.lower() not in _NOT_NAMES]
    return " ".join(words) if words and words == name.split()[-len(words) :] else ""


def _is_adult(who: str, born: str, age: str, near: date | None) -> bool:
    if re.search(ADULT_WORD, who):
        return True
    years = re.fullmatch(r"(\d{1,2})( ?(years?|yrs?))?([ -]?old)?", age)
    if years and int(years[1]) >= _ADULT_YEARS:
        return True
    day = read_date(born, near=near).day if born else None
    return bool(day and near and (near - day).days > _ADULT_YEARS * 366)


def _take_kin(answers: Answers, body: str) -> None:
    """Brothers and sisters, and adults, by the word for how they are related."""
    known = sorted(first_names(answers, "child"))
    take_people(answers, re.sub(r"(?<=\S)\n(?=\S)", " ", body))
    for number in answers.numbers("child"):
        name = answers.text(f"child.{number}.name")
        if name and name.split()[0].lower() not in known and has_died(name, body):
            answers.add(f"child.{number}.status", "died")
    unnamed = _UNNAMED.search(body)
    if unnamed:
        group = f"child.{max([0, *answers.numbers('child')]) + 1}"
        related = is_sibling(unnamed["what"])
        answers.add(f"{group}.role", "sibling" if related else "other")
        answers.add(f"{group}.unnamed", " ".join(unnamed[0].split()))
        answers.add(f"{group}.status", "alive")


_UNNAMED = later(
    r"\b[Tt]here(?: is|'s|s) (?:also )?(?:a|an|another) (?P<what>(?:new |younger |"
    r"older |"
    r"little |big |half[- ])*(?:baby|toddler|child|brother|sister|sibling))\b"
    r"(?!(?: as well| too)?,? [A-Z]| called| named)"
    r"(?=[^.]{0,60}(?:no name|not named|name (?:is )?not|"
    r"don't (?:know|have) (?:the |his |her |its |their )?name|at home|in the "
    r"(?:home|house|flat|family)|as well|too\b))"
)


def _take_deaths(answers: Answers, body: str) -> None:
    """The day on which a sentence says that a child died."""
    for number in answers.numbers("child"):
        name = answers.text(f"child.{number}.name")
        if not name or answers.text(f"child.{number}.status") != "died":
            continue
        for sentence in re.split(r"(?<=[.!?])\s+(?=[A-Z])|\n", body):
            if not has_died(name, sentence):
                continue
            found = list(dates_in(sentence))
            own = [m[0] for m in found if _DIED_ON.search(sentence[: m.start()])]
            days = {m[0] for m in found} - {answers.text(f"child.{number}.dob")}
            if not own and len(days) == 1 and _SAME_DAY.search(sentence):
                own = [*days]
            if own:
                answers.add(f"child.{number}.date_of_death", own[0])
                break


_SAME_DAY = later(
    r"\b(?:the|that) same (?:day|morning|afternoon|evening|night)\b", re.IGNORECASE
)
_DIED_ON = later(
    r"\b(?:died|dead|passed away|own life)"
    r"(?: (?!after|before|when|while|because)[\w']+){0,7} on "
    r"(?:\w+day,? )?(?:the )?$",
    re.IGNORECASE,
)
_DATED = later(
    r"^\s*(?:date[d]?:? )?(?P<day>(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,? )?"
    r"\d{1,2}(?:st|nd|rd|th)? [A-Z][a-z]{2,8},? \d{4}|\d{1,2}[/.]\d{1,2}[/.]\d{2,4})"
    r"\s*$",
    re.IGNORECASE | re.MULTILINE,
)
