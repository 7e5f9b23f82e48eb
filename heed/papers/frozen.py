"""Frozen objects that are made by the hundred thousand.

A frozen class is filled slot by slot through `object`, which costs ten times as much as
to fill one that is not: so another is filled, of the same slots, and then is frozen.
"""

from collections.abc import Callable
from dataclasses import fields, make_dataclass
from typing import Any, TypeVar

Kept = TypeVar("Kept")


def filling(kept: type[Kept]) -> Callable[..., Kept]:
    """What makes an object of this frozen class from all its values, in their order."""
    names = [each.name for each in fields(kept)]  # type: ignore[arg-type]
    bases = tuple(each for each in kept.__bases__ if each is not object)
    open_: Any = make_dataclass(
        "_Filling", names, bases=bases, slots=True, repr=False, eq=False
    )

    def made(*values: Any) -> Kept:
        it = open_(*values)
        it.__class__ = kept
        return it  # type: ignore[no-any-return]

    return made
