"""The pages of the public site. Each is the same for whoever asks."""

from dataclasses import replace

from django.http import Http404, HttpResponse
from django.shortcuts import render

from heed import clock
from heed.library import answers, feeds, own_pages, queries, showing
from heed.library.states import Kind
from heed.papers.blocks import from_json
from heed.papers.write_html import write_html

TYPES = {
    "pdf": "application/pdf",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
}
PICTURES = {b"\x89PNG": "image/png", b"\xff\xd8\xff": "image/jpeg"}


def home(request, publisher=None):
    mine = showing.whose(publisher)
    context = {
        "latest": queries.latest(mine),
        "publishers": [] if mine else queries.publishers(),
    }
    frame = showing.frame(mine, path=request.path)
    return render(request, "library/home.html", frame | context)


def page(request, slug, publisher=None):
    mine = showing.whose(publisher)
    try:
        document = own_pages.page(slug, mine)
    except KeyError as unknown:
        raise Http404 from unknown
    words = write_html(document, with_title=False)
    context = {"slug": slug, "title": document.title, "words": showing.safe(words)}
    frame = showing.frame(mine, slug, request.path)
    return render(request, "library/page.html", frame | context)


def publications(request, publisher=None):
    mine, asked = showing.whose(publisher), request.GET.dict()
    listing = queries.listing(mine, asked)
    context = {
        "listing": listing,
        "chosen": [name for name in answers.NARROWED_BY if asked.get(name)],
        "pages": showing.pages(listing.window, asked),
    }
    frame = showing.frame(mine, "publications", request.path)
    return render(request, "library/publications.html", frame | context)


def briefings(request, publisher=None):
    mine, asked = showing.whose(publisher), request.GET.dict()
    listing = queries.listing(mine, asked | {"kind": Kind.BRIEFING})
    context = {
        "listing": replace(listing, filters=listing.filters[1:]),
        "chosen": [name for name in ("year", "theme") if asked.get(name)],
        "pages": showing.pages(listing.window, asked),
    }
    frame = showing.frame(mine, "briefings", request.path)
    return render(request, "library/briefings.html", frame | context)


def publication(request, publisher, slug):
    row = queries.publication_at(publisher, slug)
    frame = showing.frame(row.publisher, "publications", request.path)
    if row.is_gone:
        return render(request, "library/gone.html", frame | {"row": row}, status=410)
    name = "briefing" if showing.is_briefing(row) else "report"
    context = frame | showing.publication_page(row)
    return render(request, f"library/{name}.html", context)


def saved(request, publisher, slug, name, form):
    row = queries.publication_at(publisher, slug)
    if row.is_gone or name != slug:
        return gone_or_missing(row)
    if form in showing.WRITTEN and row.document:
        words, kind = showing.written(row, form)
        return HttpResponse(words, content_type=kind)
    response = HttpResponse(queries.download(row, form), content_type=TYPES[form])
    response["Accept-Ranges"] = "bytes"
    response["Content-Disposition"] = f'inline; filename="{slug}.{form}"'
    return response


def picture(request, publisher, slug, key):
    row = queries.publication_at(publisher, slug)
    if row.is_gone or not row.document:
        return gone_or_missing(row)
    data = from_json(row.document).images.get(key, b"")
    kind = next((k for first, k in PICTURES.items() if data.startswith(first)), None)
    if kind is None:
        raise Http404
    return HttpResponse(data, content_type=kind)


def not_found(request, exception=None):
    frame = showing.frame(showing.whose(None), path=request.path)
    return render(request, "library/not_found.html", frame, status=404)


def gone_or_missing(row):
    """What is left at the address of a file: 410 where it was, 404 where none was."""
    if not row.is_gone:
        raise Http404
    return HttpResponse("Withdrawn\n", content_type="text/plain", status=410)


def search(request, publisher=None):
    mine, asked = showing.whose(publisher), request.GET.dict()
    found = answers.find(asked, mine)
    response = HttpResponse(answers.page(request, found, asked, mine))
    if found.stale:
        response["Cache-Control"] = "no-store"
    return response


def search_feed(request, publisher=None):
    mine, asked = showing.whose(publisher), request.GET.dict()
    text = feeds.of_a_search(asked, answers.newest(asked, mine), mine)
    return HttpResponse(text, content_type=feeds.ATOM)


def feed(request, publisher=None):
    text = feeds.atom(showing.whose(publisher))
    return HttpResponse(text, content_type=feeds.ATOM)


def colours(request, publisher):
    text = showing.colours(queries.publisher_at(publisher))
    return HttpResponse(text, content_type="text/css; charset=utf-8")


def sitemap(request):
    return HttpResponse(feeds.sitemap(), content_type="application/xml; charset=utf-8")


def robots(request):
    return HttpResponse(feeds.robots(), content_type="text/plain; charset=utf-8")


def security_txt(request):
    text = feeds.security_txt(at=clock.now())
    response = HttpResponse(text, content_type="text/plain; charset=utf-8")
    response["Cache-Control"] = "no-store"  # it says until when it holds
    return response
