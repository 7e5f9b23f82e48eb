"""Answers that a form puts in one place and that belong to another: children among the
adults, professionals among the family's labels.
"""

import re
from datetime import date

from heed.papers.dates import read_date
from heed.papers.forms.answers import Answer, Answers
from heed.papers.forms.kin import is_child, is_sibling
from heed.papers.patterns import later

_PLACE = later(
    r"\b(surgery|practice|school|academy|hospital|trust|team|service|services|council|"
    r"centre|center|nursery|college|police|constabulary|clinic|cafcass|camhs|health|"
    r"homes|csc|mash|cmht|yot|probation|youth justice|"
    r"housing|refuge|office|unit|social care|medical)\b",
    re.IGNORECASE,
)


def move_children(answers: Answers) -> None:
    """Whoever stands among the adults as a brother or sister is a child."""
    near = read_date(answers.text("declaration.date")).day
    for number in answers.numbers("adult"):
        said = answers.group("adult", number)
        label = answers.label(f"adult.{number}.relationship")
        of_adults = re.search(r"adult|grown[ -]?up", label, re.IGNORECASE)
        young = not of_adults and not _is_grown(said, near)
        if not is_child(said.get("relationship", "")) or not young:
            continue
        known = {
            answers.text(f"child.{n}.name").lower() for n in answers.numbers("child")
        }
        target = max([0, *answers.numbers("child")]) + 1
        twice = said.get("name", "").lower() in known
        for name in said:
            given = answers.by_key.pop(f"adult.{number}.{name}")
            inner = "age_text" if name == "age" else name
            if twice and name != "dob":
                continue
            target = _number_of(answers, said["name"]) if twice else target
            answers.add(f"child.{target}.{inner}", given.text, given.label)
        if not twice and is_sibling(said["relationship"]):
            answers.by_key[f"child.{target}.role"] = Answer("sibling", "relationship")


def _number_of(answers: Answers, name: str) -> int:
    return next(
        n
        for n in answers.numbers("child")
        if answers.text(f"child.{n}.name").lower() == name.lower()
    )


def _is_grown(said: dict[str, str], near: date | None) -> bool:
    born = read_date(said.get("dob", ""), near=near).day
    if born and near:
        return (near - born).days > 18 * 366
    age = re.match(r"\d+", said.get("age", ""))
    return bool(age and int(age[0]) >= 18)  # noqa: PLR2004


def name_workers(answers: Answers) -> None:
    """A professional of whom the label said only the role: the agency is the place."""
    for number in answers.numbers("agency"):
        said = answers.group("agency", number)
        role = answers.by_key.pop(f"agency.{number}.role", None)
        if role is None:
            continue
        answers.by_key.pop(f"agency.{number}.name", None)
        parts = [
            p.strip()
            for p in re.split(r"[,\n]| [–-] ", said.get("name", ""))
            if p.strip()
        ]
        place = next((part for part in parts if _PLACE.search(part)), "")
        rest = [part for part in parts if part != place]
        name = place or role.text[:1].upper() + role.text[1:]
        name = "GP" if name == "Gp" else name
        answers.add(f"agency.{number}.name", name, role.label)
        contact = ", ".join((*rest, *filter(None, [said.get("contact", "")])))
        before = answers.by_key.pop(f"agency.{number}.contact", None)
        answers.add(f"agency.{number}.contact", contact, (before or role).label)
