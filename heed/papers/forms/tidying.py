"""Answers that hold more than their label asks for, taken apart."""

import re

from heed.papers.dates import split_time
from heed.papers.forms.answers import Answer, Answers
from heed.papers.forms.choices import YES_NO, choice

_EMAIL = re.compile(r"[\w.+'-]+@[\w-]+(?:\.[\w-]+)+")
_PHONE = re.compile(r"(?:\+44\s?|\(?0)[\d\s()-]{8,14}\d(?:\s?(?:ext|x)\.?\s?\d+)?")
_KIND = re.compile(r"\b(e-?mail|tel(ephone)?|phone|mob(ile)?)\b\s*:?", re.IGNORECASE)
_DUE = re.compile(r"\b(edd|due|expected)\b", re.IGNORECASE)


def tidy(answers: Answers) -> None:
    """Take apart what people write together: contacts, dates with times, agencies."""
    for who in ("referrer", "lead"):
        _contact(answers, who)
        _name_and_role(answers, who)
    _time_of_incident(answers)
    _listed_agencies(answers)
    _due_dates(answers)


def _taken(answers: Answers, key: str) -> Answer | None:
    return answers.by_key.pop(key, None)


def _contact(answers: Answers, who: str) -> None:
    given = _taken(answers, f"{who}.contact")
    if given is None:
        return
    emails, phones = _EMAIL.findall(given.text), _PHONE.findall(given.text)
    rest = _PHONE.sub(" ", _EMAIL.sub(" ", given.text))
    rest = _KIND.sub(" ", rest)
    for kind, found in (("email", emails), ("phone", phones)):
        if found and not answers.text(f"{who}.{kind}"):
            answers.add(f"{who}.{kind}", found[0].strip(), given.label)
    rest = rest.strip(" ,;/|\n\t-")
    if len(rest) > len("ext 12"):
        answers.unread.append(Answer(rest, given.label))


def _name_and_role(answers: Answers, who: str) -> None:
    """A name and what follows its comma: who that person is."""
    given = answers.by_key.get(f"{who}.name")
    if given is None or answers.text(f"{who}.role"):
        return
    name, comma, role = given.text.partition(",")
    if comma and len(name.split()) > 1 and "\n" not in given.text:
        answers.by_key[f"{who}.name"] = Answer(name.strip(), given.label)
        answers.add(f"{who}.role", role, given.label)


def _time_of_incident(answers: Answers) -> None:
    when = answers.by_key.get("incident.date")
    if when is None:
        return
    day, time = split_time(when.text)
    if time:
        answers.by_key["incident.date"] = Answer(day, when.label)
        answers.add("incident.time", time, when.label)


def _listed_agencies(answers: Answers) -> None:
    listed = _taken(answers, "agencies.listed")
    if listed is None or choice(YES_NO, listed.text) == "no":
        return
    names = re.split(r"[;\n]|,\s", listed.text)
    start = max([0, *answers.numbers("agency")])
    for number, name in enumerate((n.strip(" -•.") for n in names), start + 1):
        answers.add(f"agency.{number}.name", name, listed.label)


def _due_dates(answers: Answers) -> None:
    """What is marked as "EDD" under "Date of birth" is when the baby is due."""
    for number in answers.numbers("child"):
        born = answers.by_key.get(f"child.{number}.dob")
        if born and _DUE.search(born.text):
            del answers.by_key[f"child.{number}.dob"]
            answers.add(f"child.{number}.edd", born.text, born.label)
