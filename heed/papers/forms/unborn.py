"""A child not yet born of whom a paper tells, and when it is due."""

from heed.papers.forms.answers import Answers
from heed.papers.patterns import later

_WORD = r"[A-Z](?:[a-zà-ÿ]+|[A-Z]{2,})(?:[’'-][A-Z]?[a-zà-ÿ]+){0,3}"
_DAY = (
    r"\d{1,2}(?:st|nd|rd|th)?[ /.-](?:of )?(?:\d{1,2}|[A-Z][a-z]{2,8})"
    r"[ /.,-]{1,2}\d{2,4}"
)
_DUE_OF_MOTHER = later(
    rf"\bpregnant\b[^.;\n\d]{{0,25}}(?i:edd|due|expected)\b[^\d.;\n]{{0,15}}(?P<day>{_DAY})"
)
_EXPECTED = later(
    rf"\b(?i:unborn|baby|child)(?: (?i:baby|child|sibling))?(?: (?P<name>{_WORD}))?,? ?"
    rf"[(]?(?:(?:is|was) )?(?i:edd|due|expected)\b[^\d.;]{{0,20}}(?P<day>{_DAY})"
)
_PREGNANT = later(
    r"\b(?:is|was|currently|now) (?:\w+ )?(?:pregnant|expecting)\b|\b[Uu]nborn\b"
)


def take_unborn(answers: Answers, body: str, known: int) -> None:
    """The one child not yet born of whom the letter tells, and when it is due."""
    due = _EXPECTED.search(body) or _DUE_OF_MOTHER.search(body)
    if due is None and not _PREGNANT.search(body):
        return
    group = f"child.{known + 1}"
    name = due.groupdict().get("name") if due else None
    answers.add(f"{group}.name", f"Unborn baby {name}" if name else "Unborn baby")
    answers.add(f"{group}.role", "other" if known else "index")
    if due:
        answers.add(f"{group}.edd", due["day"])
