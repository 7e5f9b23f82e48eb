"""How people of a family are related: in the words of a page, the lines of a picture.

Nothing here is law. The list is short on purpose: what it does not hold is told in
words of one's own, as “matters to”.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple


class Stroke(StrEnum):
    """How a relation is drawn."""

    BIRTH = "birth"  # by birth, or married
    MADE = "made"  # by adoption, by a new family, or as partners
    CARES = "cares"  # by caring, or by mattering


@dataclass(frozen=True, kw_only=True)
class Kin:
    """One way of being related. `is_now` and `was` name the one first, the other after;
    `mutual` ones read the same from both sides. `above` says how many generations the
    one stands above the other; None where that says nothing. `sex` is what the word
    itself says of the one.
    """

    slug: str
    label: str
    is_now: str
    was: str
    above: int | None = 0
    mutual: bool = False
    partners: bool = False
    sex: str = ""
    stroke: Stroke = Stroke.BIRTH

    def __hash__(self) -> int:
        return hash(self.slug)


def _of(slug: str, label: str, *, article: str = "the", **more: object) -> Kin:
    """A relation that one person has to another: “… is the mother of …”."""
    words = f"{article} {label}"
    return Kin(
        slug=slug,
        label=f"is {words} of",
        is_now=f"{{one}} is {words} of {{other}}",
        was=f"{{one}} was {words} of {{other}}",
        **more,  # type: ignore[arg-type]
    )


def _both(slug: str, label: str, said: str, **more: object) -> Kin:
    """A relation that two people have to each other: “… and … are partners”."""
    return Kin(
        slug=slug,
        label=label,
        is_now=f"{{one}} and {{other}} are {said}",
        was=f"{{one}} and {{other}} were {said}",
        mutual=True,
        **more,  # type: ignore[arg-type]
    )


KINSHIP: Sequence[Kin] = (
    _of("mother", "mother", above=1, sex="female"),
    _of("father", "father", above=1, sex="male"),
    _of("parent", "parent", article="a", above=1),
    _of("adoptive_parent", "adoptive parent", above=1, stroke=Stroke.MADE),
    _of("step_parent", "step-parent", above=1, stroke=Stroke.MADE),
    _of("foster_carer", "foster carer", above=1, stroke=Stroke.CARES),
    _of("guardian", "guardian or kinship carer", above=1, stroke=Stroke.CARES),
    _of("grandmother", "grandmother", article="a", above=2, sex="female"),
    _of("grandfather", "grandfather", article="a", above=2, sex="male"),
    _of("grandparent", "grandparent", article="a", above=2),
    _of("aunt_or_uncle", "aunt or uncle", above=1),
    _both("married", "is married to", "married", partners=True),
    _both(
        "partners",
        "is the partner of",
        "partners",
        partners=True,
        stroke=Stroke.MADE,
    ),
    _both("siblings", "is a brother or sister of", "brothers or sisters"),
    _both(
        "half_siblings",
        "is a half-brother or half-sister of",
        "half-brothers or half-sisters",
        stroke=Stroke.MADE,
    ),
    _both(
        "step_siblings",
        "is a step-brother or step-sister of",
        "step-brothers or step-sisters",
        stroke=Stroke.MADE,
    ),
    _both("cousins", "is a cousin of", "cousins"),
    Kin(
        slug="matters",
        label="matters to (say below how)",
        is_now="{one} matters to {other}",
        was="{one} mattered to {other}",
        above=None,
        stroke=Stroke.CARES,
    ),
)

KIN: Mapping[str, Kin] = {kin.slug: kin for kin in KINSHIP}
STROKES: Mapping[Stroke, str] = {
    Stroke.BIRTH: "By birth, or married",
    Stroke.MADE: "By adoption or a new family; partners",
    Stroke.CARES: "Cares for, or matters to",
}


class Related(NamedTuple):
    """That one person is related to another in this way; people by any key."""

    one: str
    other: str
    kin: Kin


def why_not_related(new: Related, known: Collection[Related]) -> str:
    """Why this cannot be so beside what is known already, as a sentence; nothing where
    it can.
    """
    if new.one == new.other:
        return "Nobody is related to themselves. Choose two people."
    if any(_is_the_same(new, each) for each in known):
        return "This is recorded already."
    if new.kin.above and _stands_above(new.other, new.one, known):
        return (
            "It is recorded already that the second of them stands above the first: "
            "as a parent, a carer or a grandparent. Look at which comes first."
        )
    return ""


def _is_the_same(new: Related, each: Related) -> bool:
    ways = {(each.one, each.other)}
    ways |= {(each.other, each.one)} if each.kin.mutual else set()
    return each.kin == new.kin and (new.one, new.other) in ways


def _stands_above(upper: str, lower: str, known: Collection[Related]) -> bool:
    """Whether one person stands generations above another, over whoever is between."""
    below: dict[str, set[str]] = {}
    for one, other, kin in known:
        if kin.above:
            below.setdefault(one, set()).add(other)
    seen, waiting = set(), [upper]
    while waiting:
        if (person := waiting.pop()) == lower:
            return True
        if person not in seen:
            seen.add(person)
            waiting += below.get(person, ())
    return False
