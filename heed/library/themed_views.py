"""Pages on what reviews teach: by theme."""

from django.http import HttpResponse
from django.shortcuts import render

from heed.library import feeds, showing, themes


def all_themes(request, publisher=None):
    mine = showing.whose(publisher)
    frame = showing.frame(mine, "themes", request.path)
    lines = themes.themes(mine)
    told = {bool(line.count) for line in lines}
    context = {"lines": lines, "some_untold": told == {True, False}}
    return render(request, "library/themes.html", frame | context)


def theme(request, slug, publisher=None):
    mine = showing.whose(publisher)
    frame = showing.frame(mine, "themes", request.path)
    context = {
        "learning": themes.learning(mine, slug),
        "theme_feed": showing.address("theme_feed", mine, slug=slug),
    }
    return render(request, "library/theme.html", frame | context)


def feed(request, slug, publisher=None):
    mine = showing.whose(publisher)
    rows = themes.rows_under(mine, slug)
    about = next(t.name for t in rows[0].themes.all() if t.slug == slug)
    where = feeds.Place("theme", "theme_feed", slug)
    text = feeds.atom(mine, rows=rows, about=about, where=where)
    return HttpResponse(text, content_type=feeds.ATOM)
