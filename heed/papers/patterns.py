"""Patterns that are compiled when first needed: most papers need few of them."""

import re
from typing import Any, cast


class _Later:
    """Stands for a pattern until something is looked for with it."""

    def __init__(self, pattern: str, flags: int) -> None:
        self.pattern = pattern
        self.flags = flags

    def __getattr__(self, name: str) -> Any:
        # Only asked for what the instance has not: from now on it has the pattern's.
        made = re.compile(self.pattern, self.flags)
        for each in _METHODS:
            self.__dict__[each] = getattr(made, each)
        return getattr(made, name)


_METHODS = ("search", "match", "fullmatch", "finditer", "findall", "sub", "split")


def later(pattern: str, flags: int = 0) -> re.Pattern[str]:
    """A pattern that is compiled when it is first used."""
    return cast("re.Pattern[str]", _Later(pattern, flags))
