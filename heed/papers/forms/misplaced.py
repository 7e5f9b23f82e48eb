"""Answers that stand under the wrong label: moved where they belong, and said so.

Only what can be told for certain by its own shape is moved (an email address among the
telephones); what merely does not fit is set aside, unread.
"""

import re

from heed.papers.dates import dates_in, read_date, split_time
from heed.papers.forms.answers import Answer, Answers
from heed.papers.forms.contacts import EMAIL, PHONE
from heed.papers.forms.flags import Flags
from heed.papers.forms.nhs_numbers import is_valid
from heed.papers.patterns import later

_FLAG = "answer_in_wrong_section"
_ETHNIC = later(
    r"\b(white|black|asian|mixed|british|african|caribbean|pakistani|indian|"
    r"bangladeshi|"
    r"chinese|irish|roma|gypsy|traveller|arab|polish|romanian|other ethnic)\b",
    re.IGNORECASE,
)
_LEGAL = later(
    r"\b(section \d+|s\.?\s?(17|20|31|38|47)|(interim )?care order|ico|epo|sgo|"
    r"supervision order|special guardianship|police protection|looked after|"
    r"placement order|child arrangements order)\b",
    re.IGNORECASE,
)
_LEAD = later(
    r"(?i:safeguarding lead|dsl|named nurse|named doctor|line manager and safeguarding "
    r"lead)\b[\s,:(–-]{1,4}(?:is |was |who is )?(?P<name>(?:(?:Mrs?|Ms|Miss|Dr|Mx)\.? "
    r")?"
    r"[A-Z][\w’'-]+ [A-Z][\w’'-]+)|(?P<before>[A-Z][\w’'-]+ [A-Z][\w’'-]+)[,( ]{1,2}"
    r"(?:is |who is )?(?:our|my|the|their) (?:designated )?safeguarding lead"
)


def put_right(answers: Answers, flags: Flags) -> None:
    """Move or set aside what stands under the wrong label."""
    for who in ("referrer", "lead"):
        _swap_contacts(answers, who, flags)
    given = answers.by_key.get("referrer.email")
    if given and "@" not in given.text:
        answers.unread.append(answers.by_key.pop("referrer.email"))
    for number in answers.numbers("child"):
        group = f"child.{number}"
        _swap_status(answers, group, flags)
        _number_of_nhs(answers, group, flags)
        for name in ("dob", "date_of_death"):
            _only_dates(answers, f"{group}.{name}", flags)
        for name in ("address", "school", "ethnicity"):
            _no_dates(answers, f"{group}.{name}", f"{group}.dob", flags)
        _language(answers, group, flags)
    _only_dates(answers, "incident.date", flags)
    _swap_time_and_place(answers, flags)
    _lead_elsewhere(answers, flags)


def _say(flags: Flags, where: str, label: str) -> None:
    flags.add(_FLAG, where, f"What stands under “{label}” belongs elsewhere.")


def _swap_contacts(answers: Answers, who: str, flags: Flags) -> None:
    phone, email = (answers.by_key.get(f"{who}.{name}") for name in ("phone", "email"))
    wrong = [
        (here, there, pattern)
        for given, here, there, pattern in (
            (phone, "phone", "email", EMAIL),
            (email, "email", "phone", PHONE),
        )
        if given and pattern.search(given.text)
    ]
    for here, there, pattern in wrong:
        given = answers.by_key.pop(f"{who}.{here}")
        match = pattern.search(given.text)
        rest = pattern.sub(" ", given.text).strip(" ,;/|\n")
        if match:
            answers.add(f"{who}.{there}", match[0].strip(), given.label)
        if rest:
            answers.add(f"{who}.{here}", rest, given.label)
        else:
            _say(flags, f"{who}.{here}", given.label)


def _swap_status(answers: Answers, group: str, flags: Flags) -> None:
    """An ethnic group where the legal status belongs, and the other way round."""
    pairs = (("ethnicity", _ETHNIC, "legal_status", _LEGAL),)
    for here, own, there, others in pairs:
        a, b = (answers.by_key.get(f"{group}.{name}") for name in (here, there))
        a_wrong = a and others.search(a.text) and not own.search(a.text)
        b_wrong = b and own.search(b.text) and not others.search(b.text)
        for wrong, given, source, target in (
            (a_wrong, a, here, there),
            (b_wrong, b, there, here),
        ):
            if wrong and given:
                if answers.by_key.get(f"{group}.{source}") is given:
                    del answers.by_key[f"{group}.{source}"]
                answers.by_key[f"{group}.{target}"] = given
                _say(flags, f"{group}.{source}", given.label)


def _number_of_nhs(answers: Answers, group: str, flags: Flags) -> None:
    """An NHS number in the box of another number is one if it checks."""
    given = answers.by_key.get(f"{group}.identifier")
    if given and not answers.text(f"{group}.nhs_number"):
        match = re.search(r"\b\d{3}[ -]?\d{3}[ -]?\d{4}\b", given.text)
        if match and is_valid(re.sub(r"\D", "", match[0])):
            answers.add(f"{group}.nhs_number", match[0], given.label)
            del answers.by_key[f"{group}.identifier"]
            _say(flags, f"{group}.nhs_number", given.label)


_NOT_A_DATE = later(
    r"\d|know|birth|unborn|\?|tbc|n/?[ak]|applicable|alive|living|term|month|year|week|day|summer|spring|"
    r"autumn|"
    r"winter|christmas|easter|due|edd|see|above|none|-",
    re.IGNORECASE,
)


_SPEAKS = later(r"\b[A-Z][a-z]+[ -]speaking\b|\binterpreter\b|\bspeaks [A-Z]")


def _language(answers: Answers, group: str, flags: Flags) -> None:
    """A language where the religion, or the ethnic group, was asked."""
    for name in ("religion", "ethnicity"):
        given = answers.by_key.get(f"{group}.{name}")
        speaks = given and _SPEAKS.search(given.text)
        if given and speaks and not answers.text(f"{group}.language"):
            if name == "religion" or not _ETHNIC.search(given.text):
                del answers.by_key[f"{group}.{name}"]
            answers.add(f"{group}.language", given.text, given.label)
            _say(flags, f"{group}.{name}", given.label)


def _only_dates(answers: Answers, key: str, flags: Flags) -> None:
    """Words without a trace of a date are not one."""
    given = answers.by_key.get(key)
    if given is None:
        return
    day, _ = split_time(given.text)
    months = read_date(day).iso
    wrong = not months and not _NOT_A_DATE.search(given.text)
    if wrong or _ETHNIC.search(given.text):
        del answers.by_key[key]
        if key == "incident.date" and not answers.text("incident.place"):
            answers.add("incident.place", given.text, given.label)
        else:
            answers.unread.append(given)
        _say(flags, key, given.label)


_ONLY_TIME = later(
    r"\W*(?:about |approx\.? |around |circa |c\.? ?|at )?"
    r"(?:\d{1,2}[:.]\d\d|\d{1,2} ?(?=[ap]\.?m)|[0-2]\d[0-5]\d ?(?=h))"
    r"\s?(?:[ap]\.?m\.?|hrs?|hours)?\W*",
    re.IGNORECASE,
)


def _swap_time_and_place(answers: Answers, flags: Flags) -> None:
    """The time in the box of the place, and the place in that of the time."""
    time, place = (answers.by_key.get(f"incident.{n}") for n in ("time", "place"))
    if time is None or place is None or not _ONLY_TIME.fullmatch(place.text):
        return
    if not re.search(r"\d[:.]\d\d|\d ?[ap]m\b", time.text, re.IGNORECASE):
        answers.by_key["incident.time"] = Answer(place.text, time.label)
        answers.by_key["incident.place"] = Answer(time.text, place.label)
        _say(flags, "incident.time", time.label)


def _no_dates(answers: Answers, key: str, target: str, flags: Flags) -> None:
    """A date, and nothing else, is no address, school or ethnic group."""
    given = answers.by_key.get(key)
    found = [m[0] for m in dates_in(given.text)] if given else []
    if given is None or len(found) != 1:
        return
    rest = given.text.replace(found[0], " ")
    marked = re.search(
        r"\b(dob|d\.o\.b\.?|born|date of birth)\b[:\s]*", rest, re.IGNORECASE
    )
    if re.sub(r"\W", "", rest) and not marked:
        return
    if answers.text(target):
        return
    answers.add(target, found[0], given.label)
    kept = rest.replace(marked[0], " ").strip(" ,;.()\n") if marked else ""
    del answers.by_key[key]
    if re.sub(r"\W", "", kept):
        answers.by_key[key] = Answer(kept, given.label)
    _say(flags, key, given.label)


def _lead_elsewhere(answers: Answers, flags: Flags) -> None:
    """The safeguarding lead named where something else was asked."""
    if answers.text("lead.name") or answers.text("lead.verbatim"):
        return
    for key in ("other.notes", "criteria.reasons", "incident.what", "referrer.role"):
        given = answers.by_key.get(key)
        match = _LEAD.search(given.text) if given else None
        if given and match:
            answers.add("lead.name", match["name"] or match["before"], given.label)
            sentence = _around(given.text, match.start())
            answers.add("lead.verbatim", sentence, given.label)
            _say(flags, key, given.label)
            return


def _around(text: str, at: int) -> str:
    ends = [m.end() for m in re.finditer(r"[.!?]\s+|\n", text[:at])]
    start = ends[-1] if ends else 0
    end = text.find(". ", at)
    return text[start : end + 1 if end > 0 else len(text)].strip()
