"""Every address of the desk, as its resolver knows it."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache

from django.urls import URLPattern, get_resolver
from django.urls.resolvers import RoutePattern

DESK = "heed.config.urls_desk"
IN_A_ROUTE = re.compile(r"<(?:(\w+):)?(\w+)>")
IN_AN_EXPRESSION = re.compile(r"\(\?P<(\w+)>[^()]*\)")


@dataclass(frozen=True)
class Parameter:
    """One variable part of an address, and what kind of value it takes."""

    name: str
    kind: str


@dataclass(frozen=True)
class Address:
    """One pattern of the desk: its route, its name, its view, its variable parts."""

    route: str
    name: str | None
    view: Callable
    parameters: tuple[Parameter, ...]

    @property
    def is_of_allauth(self) -> bool:
        return self.view.__module__.startswith(("allauth.", "django."))

    def at(self, *values) -> str:
        """The path with these values in place of its variable parts, in order."""
        parts = iter(values)
        return "/" + re.sub(r"\{\}", lambda _: str(next(parts)), self.route)


@cache
def every_address() -> tuple[Address, ...]:
    """All patterns of the desk, in their order."""
    return tuple(_walk(get_resolver(DESK), "", ()))


def _walk(resolver, route: str, parameters: tuple) -> Iterator[Address]:
    for entry in resolver.url_patterns:
        written, more = _written(entry.pattern)
        if isinstance(entry, URLPattern):
            yield Address(
                route + written, entry.name, entry.callback, parameters + more
            )
        else:
            yield from _walk(entry, route + written, parameters + more)


def _written(pattern) -> tuple[str, tuple[Parameter, ...]]:
    """A pattern with {} in place of what varies, and what varies."""
    text = str(pattern)
    if isinstance(pattern, RoutePattern):
        found = IN_A_ROUTE.findall(text)
        parameters = tuple(Parameter(name, kind or "str") for kind, name in found)
        return IN_A_ROUTE.sub("{}", text), parameters
    names = IN_AN_EXPRESSION.findall(text)
    plain = IN_AN_EXPRESSION.sub("{}", text).strip("^$")
    return plain, tuple(Parameter(name, "slug") for name in names)
