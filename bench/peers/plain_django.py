"""A plain Django site over SQLite: a list, a report of stored HTML, FTS5 and a PDF.

Served as `bench.peers.plain_django:application`; PEER_DATABASE names its file.
"""

import os
import sys

MEGABYTE = 1_000_000


def peer():
    """A plain Django site over SQLite: a list, a report from its stored HTML, FTS5."""
    import django
    from django.conf import settings
    from django.core.wsgi import get_wsgi_application

    settings.configure(
        ALLOWED_HOSTS=["*"],
        ROOT_URLCONF="plain_django_urls",
        DATABASES={
            "default": {
                "ENGINE": "django.db.backends.sqlite3",
                "NAME": os.environ["PEER_DATABASE"],
            }
        },
        MIDDLEWARE=[
            "django.middleware.security.SecurityMiddleware",
            "django.middleware.common.CommonMiddleware",
        ],
        TEMPLATES=[
            {
                "BACKEND": "django.template.backends.django.DjangoTemplates",
                "OPTIONS": {
                    "loaders": [("django.template.loaders.locmem.Loader", PEER_PAGES)]
                },
            }
        ],
    )
    django.setup()
    sys.modules["plain_django_urls"] = peer_urls()
    return get_wsgi_application()


FRAME = "<!DOCTYPE html><html><head><title>{{ title }}</title></head><body>%s</body>"
PEER_PAGES = {
    "list.html": FRAME
    % "<ul>{% for p in pages %}<li><h2><a href='/report/{{ p.slug }}'>"
    "{{ p.title }}</a></h2><p>{{ p.summary }} {{ p.day|date:'j F Y' }}</p></li>"
    "{% endfor %}</ul>",
    "report.html": FRAME % "<h1>{{ page.title }}</h1>{{ page.html|safe }}",
    "search.html": FRAME % "{% for title, words in hits %}<h2>{{ title }}</h2>"
    "<p>{{ words|safe }}</p>{% endfor %}",
}


def peer_urls():
    """The peer's model, views and addresses, as a module of their own."""
    from types import ModuleType

    from django.db import connection, models
    from django.http import HttpResponse
    from django.shortcuts import get_object_or_404, render
    from django.urls import path

    class Page(models.Model):
        slug = models.SlugField(unique=True)
        title = models.CharField(max_length=200)
        summary = models.TextField()
        day = models.DateField()
        html = models.TextField()

        class Meta:
            app_label = "peer"
            db_table = "page"

    def listing(request):
        pages = Page.objects.defer("html").order_by("-day")[:20]
        return render(request, "list.html", {"pages": pages})

    def report(request, slug):
        page = get_object_or_404(Page, slug=slug)
        return render(request, "report.html", {"page": page})

    def search(request):
        with connection.cursor() as cursor:
            hits = cursor.execute(
                "select title, snippet(words, 1, '<mark>', '</mark>', '…', 30) "
                "from words where words match %s order by rank limit 10",
                [request.GET["q"]],
            ).fetchall()
        return render(request, "search.html", {"hits": hits})

    def pdf(request):
        return HttpResponse(b"%PDF-" + b"x" * MEGABYTE, content_type="application/pdf")

    urls = ModuleType("plain_django_urls")
    urls.urlpatterns = [
        path("list", listing),
        path("report/<slug:slug>", report),
        path("search", search),
        path("pdf", pdf),
    ]
    return urls


application = peer() if os.environ.get("PEER_DATABASE") else None
