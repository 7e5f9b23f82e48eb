"""The open data and the interface for programs."""

from functools import cache
from importlib import import_module

from django.http import Http404, HttpResponse, JsonResponse
from django.shortcuts import render
from django.urls import URLPattern, URLResolver, reverse
from django.urls.resolvers import RegexPattern

from heed.library import open_data, showing, themes

SETS = {
    "publications": (open_data.publications, open_data.PUBLICATIONS),
    "findings-and-recommendations": (open_data.points, open_data.POINTS),
    "themes": (themes.as_rows, themes.COLUMNS),
}
WRITERS = {
    "json": (open_data.as_json, "application/json"),
    "csv": (open_data.as_csv, "text/csv; charset=utf-8"),
}


def data(request, publisher=None):
    mine = showing.whose(publisher)
    sets = [
        (name, name.replace("-", " ").capitalize(), columns.items())
        for name, (_, columns) in SETS.items()
    ]
    frame = showing.frame(mine, "data", request.path)
    described = reverse("library:openapi")
    context = {"sets": sets, "here": request.path, "openapi_url": described}
    return render(request, "library/data.html", frame | context)


def data_set(request, name, form, publisher=None):
    if name not in SETS:
        raise Http404
    rows, columns = SETS[name]
    write, kind = WRITERS[form]
    text = write(rows(showing.whose(publisher)), columns)
    response = HttpResponse(text, content_type=kind)
    response["Content-Disposition"] = f'inline; filename="{name}.{form}"'
    return response


def api(request, rest):
    match = _interface().resolve(rest)
    return match.func(request, *match.args, **match.kwargs)


def openapi(request):
    described = import_module("heed.library.api")
    return JsonResponse(described.api.get_openapi_schema(path_prefix=described.ROOT))


@cache
def _interface() -> URLResolver:
    """The addresses of the interface, read when the first program asks: a process that
    only shows pages starts without what it takes to describe types."""
    patterns: list[URLPattern] = import_module("heed.library.api").api.urls[0]
    return URLResolver(RegexPattern(r"^"), patterns)
