"""Finds the page of an address without trying every page before it: by its first word
and how deep it goes. What it finds is what Django finds in its own order."""

from collections import defaultdict
from functools import cached_property

from django.urls import URLPattern, URLResolver, include
from django.urls.converters import (
    IntConverter,
    SlugConverter,
    StringConverter,
    UUIDConverter,
)
from django.urls.resolvers import RoutePattern

WITHOUT_SLASH = {IntConverter, SlugConverter, StringConverter, UUIDConverter}

Shape = tuple[str, int]  # the first word of an address, and how many slashes it has


def pages_of(addresses: str) -> URLResolver:
    """The pages of an app, as `path("", include(…))` has them."""
    module, app_name, namespace = include(addresses)
    nothing_before = RoutePattern("", is_endpoint=False)
    return _ByShape(nothing_before, module, {}, app_name, namespace)


class _ByShape(URLResolver):
    def resolve(self, path):
        path = str(path)
        return self._of_shape.get(_shape(path), self._of_any).resolve(path)

    @cached_property
    def _of_shape(self) -> dict[Shape, URLResolver]:
        found: dict[Shape, list] = defaultdict(list)
        shapes = {_shape_of(each) for each in self.url_patterns} - {None}
        for each in self.url_patterns:
            shape = _shape_of(each)
            for one in shapes if shape is None else {shape}:
                found[one].append(each)
        return {shape: self._with(those) for shape, those in found.items()}

    @cached_property
    def _of_any(self) -> URLResolver:
        return self._with([e for e in self.url_patterns if _shape_of(e) is None])

    def _with(self, patterns: list) -> URLResolver:
        kept = self.default_kwargs, self.app_name, self.namespace
        return URLResolver(self.pattern, patterns, *kept)


def _shape(path: str) -> Shape:
    return path.partition("/")[0], path.count("/")


def _shape_of(pattern: URLPattern | URLResolver) -> Shape | None:
    """The shape of all addresses that a page may have; None where they may have more
    than one."""
    route = pattern.pattern
    if not isinstance(pattern, URLPattern) or not isinstance(route, RoutePattern):
        return None
    shape = _shape(str(route))
    takes = {type(each) for each in route.converters.values()}
    return shape if takes <= WITHOUT_SLASH and "<" not in shape[0] else None
