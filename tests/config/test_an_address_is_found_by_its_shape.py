"""The desk finds a page by the shape of its address: the same page as Django finds by
trying one after the other."""

from uuid import UUID

from django.urls import Resolver404, URLResolver, get_resolver, include
from django.urls.resolvers import RegexPattern, RoutePattern

from heed.config.urls_desk import APPS
from tests.walls.addresses import every_address

FILLED = {
    "str": "0" * 32,
    "int": "7",
    "slug": "a-b",
    "uuid": str(UUID(int=7)),
    "path": "a/b",
}


def one_after_the_other():
    apps = [
        URLResolver(
            RoutePattern("", is_endpoint=False), *_included(f"heed.{name}.urls")
        )
        for name in APPS
    ]
    return URLResolver(RegexPattern(r"^/"), apps)


def _included(name):
    module, app_name, namespace = include(name)
    return module, {}, app_name, namespace


def found(resolver, path):
    """What a resolver finds: the page, what it is given, its name; or nothing."""
    try:
        match = resolver.resolve(path)
    except Resolver404:
        return None
    return match.func, match.args, match.kwargs, match.view_name, match.route


def test_each_address_of_the_desk_leads_to_the_same_page_as_before():
    slowly, fast = one_after_the_other(), get_resolver("heed.config.urls_desk")
    paths = {
        each.at(*(FILLED[parameter.kind] for parameter in each.parameters))
        for each in every_address()
    }
    assert len(paths) > 450
    astray = {path.rstrip("/") for path in paths} | {f"{path}x/" for path in paths}
    for path in paths | astray | {"/", "//", "/nothing/", "/cases//", "/cases/a/b/c/"}:
        assert found(fast, path) == found(slowly, path), path
    assert sum(found(fast, path) is not None for path in paths) > 450
