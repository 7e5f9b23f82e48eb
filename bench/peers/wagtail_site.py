"""A Wagtail site with the same reports: its list, its pages and its database search.

    PEER_DATABASE=FILE python -m bench.peers.wagtail_site fill CATALOGUE.jsonl

fills it, in an environment that has Wagtail and granian. Served as
`bench.peers.wagtail_site:application`.
"""

import json
import os
import sys
from pathlib import Path

HTML = (
    "<!DOCTYPE html><html><head><title>{{ page.title }}</title></head><body>%s</body>"
)
PAGES = {
    "list.html": HTML % "<ul>{% for p in pages %}<li><h2><a href='{{ p.url }}'>"
    "{{ p.title }}</a></h2><p>{{ p.search_description }}</p></li>{% endfor %}</ul>",
    "search.html": HTML % "{% for p in pages %}<h2><a href='{{ p.url }}'>{{ p.title }}"
    "</a></h2>{% endfor %}",
    "peer/report.html": HTML % "<h1>{{ page.title }}</h1>{{ page.body|safe }}",
}
APPS = (
    *("peer", "wagtail.search", "wagtail.users", "wagtail.images", "wagtail.documents"),
    *("wagtail.admin", "wagtail", "modelcluster", "taggit"),
    *("django.contrib.auth", "django.contrib.contenttypes", "django.contrib.sessions"),
)


def configure():
    """Settings as a new Wagtail project has them, in memory."""
    import django
    from django.conf import settings

    write_app(Path(os.environ["PEER_DATABASE"]).with_name("peer_app"))
    settings.configure(
        ALLOWED_HOSTS=["*"],
        SECRET_KEY="bench",
        ROOT_URLCONF="peer.urls",
        INSTALLED_APPS=APPS,
        DEFAULT_AUTO_FIELD="django.db.models.AutoField",
        WAGTAIL_SITE_NAME="peer",
        WAGTAILADMIN_BASE_URL="http://localhost",
        STATIC_URL="/static/",
        WAGTAILSEARCH_BACKENDS={
            "default": {"BACKEND": "wagtail.search.backends.database"}
        },
        DATABASES={
            "default": {
                "ENGINE": "django.db.backends.sqlite3",
                "NAME": os.environ["PEER_DATABASE"],
            }
        },
        MIDDLEWARE=[
            "django.contrib.sessions.middleware.SessionMiddleware",
            "django.middleware.common.CommonMiddleware",
            "django.contrib.auth.middleware.AuthenticationMiddleware",
            "django.middleware.security.SecurityMiddleware",
        ],
        TEMPLATES=[
            {
                "BACKEND": "django.template.backends.django.DjangoTemplates",
                "OPTIONS": {
                    "loaders": [("django.template.loaders.locmem.Loader", PAGES)]
                },
            }
        ],
    )
    django.setup()


MODELS = """
from django.db import models
from wagtail.models import Page
from wagtail.search import index

class Report(Page):
    body = models.TextField()
    search_fields = Page.search_fields + [index.SearchField("body")]
    template = "peer/report.html"
    class Meta:
        app_label = "peer"
"""
URLS = """
from django.shortcuts import render
from django.urls import include, path
from wagtail import urls as wagtail_urls
from peer.models import Report

def listing(request):
    pages = Report.objects.live().order_by("-first_published_at")[:20]
    return render(request, "list.html", {"pages": pages})

def search(request):
    found = Report.objects.live().search(request.GET["q"], operator="or")[:10]
    return render(request, "search.html", {"pages": found})

urlpatterns = [
    path("list", listing),
    path("search", search),
    path("", include(wagtail_urls)),
]
"""


def write_app(place):
    """The one app of the peer, in a folder of its own."""
    (place / "peer" / "migrations").mkdir(parents=True, exist_ok=True)
    (place / "peer" / "migrations" / "__init__.py").touch()
    for name, source in {"__init__": "", "models": MODELS, "urls": URLS}.items():
        (place / "peer" / f"{name}.py").write_text(source)
    sys.path.insert(0, str(place))


def fill(catalogue):
    """The reports of a catalogue as pages under the root."""
    from django.core.management import call_command

    call_command("makemigrations", "peer", verbosity=0)
    call_command("migrate", verbosity=0)
    from peer.models import Report
    from wagtail.models import Page, Site

    home = Page.objects.get(depth=2)
    for line in Path(catalogue).read_text().splitlines():
        row = json.loads(line)
        words = row["text"].split("\n\n")
        home.add_child(
            instance=Report(
                title=row["title"],
                slug=row["id"],
                body="".join(f"<p>{each}</p>" for each in words),
                search_description=words[0][:200],
            )
        )
    Site.objects.all().update(root_page=home, is_default_site=True)
    call_command("update_index", verbosity=0)


if os.environ.get("PEER_DATABASE"):
    configure()
    if __name__ == "__main__":
        fill(sys.argv[2])
    else:
        from django.core.wsgi import get_wsgi_application

        application = get_wsgi_application()
