"""Puts the answer where one only points to it: "as child 1", "as above", "as mother".

A pointer is that person's answer and nobody else's. One that may point to two different
answers stays as it was typed, and a person is asked.
"""

import re

from heed.papers.forms.answers import Answer, Answers
from heed.papers.forms.flags import Flags
from heed.papers.forms.pointers import pointed_at
from heed.papers.patterns import later

_OF_PEOPLE = later(r"(?P<group>(?:child|adult)\.\d+)\.(?P<attribute>\w+)")
_NOT_SHARED = frozenset(("role", "relationship", "to", "name", "given", "aka"))


def follow_pointers(answers: Answers, flags: Flags) -> None:
    """Put what they point to in the place of answers about children and adults."""
    for key, given in list(answers.by_key.items()):
        match = _OF_PEOPLE.fullmatch(key)
        target = pointed_at(given.text) if match else ""
        if match is None or not target or match["attribute"] in _NOT_SHARED:
            continue
        found = _found(answers, target, key, match["group"], match["attribute"])
        if len(found) == 1:
            answers.by_key[key] = Answer(found[0], given.label)
        elif match["attribute"] in _NO_WORDS:
            answers.unread.append(answers.by_key.pop(key))
        if len(found) > 1:
            why = f"“{given.text}” may mean “{found[0]}” or “{found[-1]}”."
            flags.add("answer_in_wrong_section", key, why)


_NO_WORDS = frozenset(("dob", "edd", "date_of_death", "sex", "family", "nhs_number"))
"""Answers of which a pointer can be none."""


def _found(
    answers: Answers, target: str, key: str, group: str, attribute: str
) -> list[str]:
    """The different answers that a pointer may mean."""
    if target == "above":
        return _above(answers, key, attribute)
    groups = [each for each in _groups(answers, target) if each != group]
    texts = [answers.text(f"{each}.{attribute}") for each in groups]
    return list(dict.fromkeys(t for t in texts if t and not pointed_at(t)))


def _above(answers: Answers, key: str, attribute: str) -> list[str]:
    """What the people before gave to the same question, each answer once."""
    found: dict[str, str] = {}
    for other, given in answers.by_key.items():
        if other == key:
            break
        match = _OF_PEOPLE.fullmatch(other)
        if match and match["attribute"] == attribute and _tells(given.text):
            found.setdefault(_plain(given.text), given.text)
    return list(found.values())


def _tells(text: str) -> bool:
    return not _NOTHING.fullmatch(text.strip()) and not pointed_at(text)


_NOTHING = later(r"(?:not |un)known|n/?[ak]|none|-+|\?+", re.IGNORECASE)


def _plain(text: str) -> str:
    """An address as it is compared: a shorter one may be the same as a longer one."""
    return " ".join(re.findall(r"\w+", text.lower()))[:_ALIKE]


_ALIKE = 13


def _groups(answers: Answers, target: str) -> list[str]:
    """The people of the paper whom a pointer means."""
    number = re.fullmatch(r"child (\d)", target)
    if number:
        return [f"child.{number[1]}"]
    groups = [f"{s}.{n}" for s in ("child", "adult") for n in answers.numbers(s)]
    return [each for each in groups if _is_meant(answers, each, target)]


def _is_meant(answers: Answers, group: str, target: str) -> bool:
    said = answers.text(f"{group}.relationship").lower()
    kin = _KIN.get(target, re.escape(target))
    if said and re.fullmatch(rf"(?:birth )?(?:{kin})", said):
        return True
    names = f"{answers.text(f'{group}.name')} {answers.text(f'{group}.given')}".lower()
    return target in names.split()


_MOTHER, _FATHER = "mother|mum|mam|mother / carer", "father|dad|father / carer"
_KIN = {
    **dict.fromkeys(("mother", "mum", "mam"), _MOTHER),
    **dict.fromkeys(("father", "dad"), _FATHER),
    **dict.fromkeys(("parent", "parents"), f"{_MOTHER}|{_FATHER}"),
    **dict.fromkeys(("carer", "carers"), "(?:main |foster )?carer"),
}
