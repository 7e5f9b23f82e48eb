"""What the account says of somebody whom the paper names elsewhere: another birthday,
how they are called, that they are suspected, where they live.
"""

import re
from collections.abc import Iterable
from typing import Any

from heed.papers.dates import dates_in
from heed.papers.forms.answers import Answers
from heed.papers.forms.signals import sentences
from heed.papers.patterns import later

Json = dict[str, Any]

_POSTCODE = r"[A-Z]{1,2}\d[\dA-Z]? ?\d[A-Z]{2}"
_SUSPECTED = (
    r"(?:(?:was|has been|is|were|been) )?(?:arrested|charged|remanded|bailed|"
    r"(?:interviewed |questioned )?under caution|suspected of|the suspect)"
)
_NOT_SO = later(
    r"\b(?:not|never|no longer|n't|nfa|no further action|released without|victim|"
    r"witness|eliminated|ruled out|cleared)\b",
    re.IGNORECASE,
)


def births_told(name: str, aka: Iterable[str], texts: Iterable[str]) -> list[str]:
    """The days of birth that sentences give to somebody: "Tilly (b. 9th May 2024)"."""
    found: list[str] = []
    for called in filter(None, (name.split(" ", maxsplit=1)[0] if name else "", *aka)):
        pattern = re.compile(
            rf"\b{re.escape(called)}(?: [A-Z][\w’'-]+)?,? \(?(?:b\.|born|d\.?o\.?b\.?)"
            r"[ :]*(?P<said>[^;\n)]{4,40})"
        )
        for text in texts:
            for match in pattern.finditer(text):
                found += [day[0] for day in dates_in(match["said"])][:1]
    return list(dict.fromkeys(found))


def suspect(adults: list[Json], texts: Iterable[str]) -> None:
    """Mark whom a sentence says to be arrested or charged; what takes it back, or says
    it of somebody else too, marks nobody.
    """
    said = [each for text in texts for each in sentences(text)]
    for adult in adults:
        name = adult["name"] or ""
        if "suspected" in adult or len(name.split()) < len("ab"):
            continue
        first, family = re.escape(name.split()[0]), re.escape(name.split()[-1])
        called = rf"(?:{first} {family}|M(?:r|rs|s|iss)\.? (?:{family}|{family[0]}))"
        told = re.compile(rf"\b{called}\b(?: [\d/]+)?,? (?:who )?{_SUSPECTED}\b")
        if any(told.search(each) and not _NOT_SO.search(each) for each in said):
            adult["suspected"] = True


_LIVES = later(
    rf"(?P<who>[^.\n]{{3,120}}?)\blives? (?:together )?"
    rf"(?:with (?P<whom>[^.\n]{{2,40}}?) )?"
    rf"at (?P<home>(?:[Ff]lat \w+,? )?\d+[a-z]?,? [A-Z][^.;\n]{{3,70}}?{_POSTCODE})\b"
)


def take_homes(answers: Answers, body: str) -> None:
    """Where a sentence says that children, and who is with them, live."""
    for match in _LIVES.finditer(body):
        words = set(re.findall(r"[\w’'-]+", match["who"]))
        for number in answers.numbers("child"):
            said = answers.group("child", number)
            names = (
                f"{said.get('name', '')} {said.get('given', '')} {said.get('aka', '')}"
            )
            if words & set(names.split()[:1] + said.get("aka", "").split()):
                _add(answers, f"child.{number}.address", match["home"])
        whom = (match["whom"] or "").lower()
        for number in answers.numbers("adult"):
            related = answers.text(f"adult.{number}.relationship").lower()
            if related and related.split()[-1] in whom.split():
                _add(answers, f"adult.{number}.address", match["home"])


def _add(answers: Answers, key: str, text: str) -> None:
    if not answers.text(key):
        answers.add(key, text)


def take_said_of(answers: Answers, body: str) -> None:
    """How children are called, and what a sentence says of them: "a boy of 13"."""
    for number in answers.numbers("child"):
        group = f"child.{number}"
        first = answers.text(f"{group}.name").split(" ")[0]
        if not first:
            continue
        own = re.escape(first)
        called = re.search(
            rf"\b{own}\b[^.\n]{{0,40}}?\b(?:calls?|called|known as|goes by) "
            r"(?:him |her |them )?(?P<aka>[A-Z][a-z’'-]+)\b",
            body,
        )
        if called and called["aka"] != first:
            _add(answers, f"{group}.aka", called["aka"])
        grown = re.search(
            rf"\b{own}\b[^.\n]{{0,60}}?\bis (?:a|an) (?P<sex>boy|girl) "
            r"(?:of |aged )(?P<age>\d{1,2})\b",
            body,
        )
        if grown:
            _add(answers, f"{group}.sex", grown["sex"])
            _add(answers, f"{group}.age_text", grown["age"])
        school = re.search(
            rf"\b{own}\b \((?:(?:Year|Yr) \w+ )?(?:at|in) (?P<s>[A-Z][^)\n]{{3,40}})\)",
            body,
        )
        school = school or re.search(
            rf"\b{own}(?:['’]s (?:school|nursery|college) (?:is|was)|,? (?:who )?"
            r"(?:attends|attended|goes to|went to|is a pupil at|was a pupil at|"
            r"is a student at|is at)) (?P<s>[A-Z][\w’'-]*"
            r"(?: (?:of|and|[A-Z][\w’'-]*)){0,5})",
            body,
        )
        if school:
            _add(answers, f"{group}.school", school["s"])
