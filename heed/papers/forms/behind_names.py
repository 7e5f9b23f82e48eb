"""What stands behind a child's name, and is none of it: where, with whom, which sex."""

import re

from heed.papers.forms.answers import Answer, Answers
from heed.papers.forms.names import people_in
from heed.papers.patterns import later

_HOME_BEHIND = later(
    r"(?P<name>[^\n;]+?),? (?:(?:of|at|lives at|living at|address:?) "
    r"(?P<home>(?:[Ff]lat \w+,? )?\d+[a-z]?,? [A-Z][^\n;]+)|"
    r"(?:of )?(?:the )?(?:same|ditto) address|address as (?:above|child|subject))\W*"
)

_WITH_BEHIND = later(
    r"(?P<name>[^\n]+?)\s[–-]\s(?P<with>(?:both |all )?(?:now |currently )?"
    r"(?:living|live|lives|placed|with|staying|in foster)\b[^;\n]*)"
)


def homes_behind_names(answers: Answers) -> None:
    """Where a child lives, told behind the name: "Ava Lark, born …, of 6 Tan Yard"."""
    for number in answers.numbers("child"):
        given = answers.by_key.get(f"child.{number}.name")
        whose = _WITH_BEHIND.fullmatch(given.text) if given else None
        if given and whose:
            answers.by_key[f"child.{number}.name"] = Answer(whose["name"], given.label)
            if not answers.text(f"child.{number}.whereabouts"):
                answers.add(f"child.{number}.whereabouts", whose["with"], given.label)
            continue
        match = _HOME_BEHIND.fullmatch(given.text) if given else None
        if given is None or match is None or len(people_in(match["name"])) != 1:
            continue
        answers.by_key[f"child.{number}.name"] = Answer(match["name"], given.label)
        if not answers.text(f"child.{number}.address"):
            home = match["home"] or "same address"
            answers.add(f"child.{number}.address", home, given.label)


_SEX = later(r"(?P<name>[^\n;&]{2,}?)[,;]?\s(?P<sex>female|male)[ .]*", re.IGNORECASE)


def sexes(answers: Answers) -> None:
    """What stands behind a child's name as "Female" is no family name."""
    for number in answers.numbers("child"):
        given = answers.by_key.get(f"child.{number}.name")
        match = _SEX.fullmatch(given.text) if given else None
        if given and match and len(people_in(match["name"])) == 1:
            answers.by_key[f"child.{number}.name"] = Answer(match["name"], given.label)
            if not answers.text(f"child.{number}.sex"):
                answers.add(f"child.{number}.sex", match["sex"], given.label)
