"""What a public page costs: ours beside a plain Django site and beside constant bytes.

    python bench/public_pages.py [--reports 200] [--requests 2000]

Rows 1a (list), 1b (report of 10,000 words), 1c (search, never the same twice) and 1d
(PDF of 1 MB) of the performance table. Everything is served by granian with one worker;
the cost is the processor time of the server's processes for each request, and peer and
candidate take turns. The texts are random words with a fixed seed.
"""

import argparse
import json
import os
import random
import socket
import sqlite3
import statistics
import subprocess
import sys
import tempfile
import time
from contextlib import ExitStack, closing, contextmanager
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
WORDS_A_REPORT, VOCABULARY = 10_000, 20_000
CONNECTIONS, ROUNDS = 16, 3
MEGABYTE = 1_000_000
TICK = os.sysconf("SC_CLK_TCK")

ROWS = {
    # row: (ours, the peer's, our goal, the floor), as ratios to the peer
    "1a list": ("/publications/", "/list", 1 / 80, 1 / 10),
    "1b report": ("/p/shire/publications/r1/", "/report/r1", 1 / 18, 1 / 5),
    "1c search": ("/search/?q={}+{}", "/search?q={}+OR+{}", 1 / 8, 1 / 3),
    "1d PDF": ("/p/shire/publications/r0/r0.pdf", "/pdf", None, None),
}


# The peer: a plain Django site with the same words, and constant bytes


def peer():
    """A plain Django site over SQLite: a list, a report from its stored HTML, FTS5."""
    import django
    from django.conf import settings
    from django.core.wsgi import get_wsgi_application

    settings.configure(
        ALLOWED_HOSTS=["*"],
        ROOT_URLCONF="public_pages_peer_urls",
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
    sys.modules["public_pages_peer_urls"] = peer_urls()
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

    urls = ModuleType("public_pages_peer_urls")
    urls.urlpatterns = [
        path("list", listing),
        path("report/<slug:slug>", report),
        path("search", search),
        path("pdf", pdf),
    ]
    return urls


def constant(environ, start_response):
    """The least that a Python server can do."""
    start_response(
        "200 OK", [("Content-Type", "text/html"), ("Content-Length", "3000")]
    )
    return [b"x" * 3000]


if os.environ.get("PEER_DATABASE"):
    peer_application = peer()


# The words


def words():
    """The vocabulary, the most common word first."""
    return [f"{'bcdfglmnprst'[n % 12]}a{n:x}" for n in range(VOCABULARY)]


def texts(many):
    """Reports of random words, common ones often, in sections of 200 words."""
    chance, vocabulary = random.Random(20260311), words()
    weights = [1 / (n + 1) for n in range(VOCABULARY)]
    for _ in range(many):
        made = chance.choices(vocabulary, weights, k=WORDS_A_REPORT)
        yield [" ".join(made[n : n + 200]) for n in range(0, WORDS_A_REPORT, 200)]


def fill(folder, many):
    """The same reports for us, as a catalogue, and for the peer, as HTML and FTS5."""
    ours = (folder / "catalogue.jsonl").open("w")
    with ours, closing(sqlite3.connect(folder / "peer.sqlite3")) as theirs:
        theirs.execute(
            "create table page (id integer primary key, slug text unique, title text, "
            "summary text, day text, html text)"
        )
        theirs.execute("create virtual table words using fts5(title, body)")
        for n, sections in enumerate(texts(many)):
            day, text = f"2025-{n % 12 + 1:02}-{n % 28 + 1:02}", "\n\n".join(sections)
            row = {"id": f"r{n}", "title": f"Report {n}", "publisher": "Shire"}
            ours.write(json.dumps({**row, "date_published": day, "text": text}) + "\n")
            html = "".join(f"<p>{section}</p>" for section in sections)
            page = (n, f"r{n}", f"Report {n}", sections[0][:200], day, html)
            theirs.execute("insert into page values (?, ?, ?, ?, ?, ?)", page)
            theirs.execute("insert into words values (?, ?)", (f"Report {n}", text))
        theirs.commit()


ADD_PDF = """
import django; django.setup()
from heed.library.models import Download, Publication
one = Publication.objects.get(imported_id="r0")
Download(publication=one, form="pdf", content=b"%PDF-" + b"x" * 1_000_000,
         size=1_000_005).save(force_insert=True)
"""


# Serving and asking


def environment(folder, port):
    return {
        **{name: os.environ[name] for name in ("PATH", "HOME") if name in os.environ},
        "PYTHONPATH": f"{ROOT}{os.pathsep}{ROOT / 'bench'}",
        "DJANGO_SETTINGS_MODULE": "heed.config.settings",
        "HEED_DOOR": "public",
        "HEED_VAR": str(folder),
        "HEED_PUBLIC_ADDRESS": f"http://localhost:{port}",
    }


def run(folder, *words):
    command = [sys.executable, *map(str, words)]
    subprocess.run(command, env=environment(folder, 0), cwd=ROOT, check=True)


@contextmanager
def served(folder, target, **more):
    """A server with one worker: the address to ask and the process to weigh."""
    with closing(socket.create_server(("127.0.0.1", 0))) as free:
        port = free.getsockname()[1]
    command = f"-m granian {target} --interface wsgi --port {port} --workers 1 --no-ws"
    process = subprocess.Popen(
        [sys.executable, *command.split(), "--log-level=critical"],
        env={**environment(folder, port), **more},
        cwd=ROOT,
    )
    try:
        while True:
            try:
                ask(port, ["/"])
                break
            except OSError:
                time.sleep(0.1)
        yield port, process.pid
    finally:
        process.terminate()
        process.wait(20)


def ask(port, paths):
    """Ask for each path, over several connections at once; the last answer's status."""
    with ExitStack() as stack:
        lines = [
            stack.enter_context(socket.create_connection(("127.0.0.1", port)))
            for _ in range(min(CONNECTIONS, len(paths)))
        ]
        readers = [line.makefile("rb") for line in lines]
        for start in range(0, len(paths), CONNECTIONS):
            turn = paths[start : start + CONNECTIONS]
            for path, line in zip(turn, lines, strict=False):
                line.sendall(f"GET {path} HTTP/1.1\r\nHost: localhost\r\n\r\n".encode())
            for _, reader in zip(turn, readers, strict=False):
                status = read_answer(reader)
    return status


def read_answer(reader):
    status, length = int(reader.readline().split()[1]), 0
    while (header := reader.readline()) != b"\r\n":
        if header.lower().startswith(b"content-length:"):
            length = int(header.split(b":")[1])
    reader.read(length)
    return status


def processor_time(pid):
    """Seconds of processor time that a process and its children have used."""
    total, waiting = 0, [pid]
    while waiting:
        one = waiting.pop()
        fields = Path(f"/proc/{one}/stat").read_text().rpartition(")")[2].split()
        total += int(fields[11]) + int(fields[12])
        for task in Path(f"/proc/{one}/task").iterdir():
            waiting += map(int, (task / "children").read_text().split())
    return total / TICK


def cost(server, paths, first):
    """Milliseconds of processor time for each of these requests, once the first ones
    have been answered: what is opened once a version is opened then."""
    port, pid = server
    ask(port, first)
    before = processor_time(pid)
    status = ask(port, paths)
    if status != 200:  # noqa: PLR2004
        raise SystemExit(f"{paths[-1]} answered {status}.")
    return 1000 * (processor_time(pid) - before) / len(paths)


def paths_of(pattern, many, chance):
    if "{}" not in pattern:
        return [pattern] * many
    common = words()[20:1_000]
    return [pattern.format(*chance.sample(common, 2)) for _ in range(many // 4)]


def main():
    given = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    given.add_argument("--reports", type=int, default=200)
    given.add_argument("--requests", type=int, default=2_000)
    asked = given.parse_args()
    with ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory()))
        fill(folder, asked.reports)
        run(folder, "-m", "django", "collectstatic", "--noinput", "--verbosity=0")
        run(folder, "-m", "django", "library", "import", folder / "catalogue.jsonl")
        run(folder, "-c", ADD_PDF)
        ours = stack.enter_context(
            served(folder, "heed.config.wsgi_public:application")
        )
        peer_database = {"PEER_DATABASE": str(folder / "peer.sqlite3")}
        django = served(folder, "public_pages:peer_application", **peer_database)
        theirs = stack.enter_context(django)
        bytes_only = stack.enter_context(served(folder, "public_pages:constant"))
        return compare(ours, theirs, bytes_only, asked.requests)


def compare(ours, theirs, bytes_only, requests) -> int:
    """Says how each row compares; 1 where one is above its floor."""
    over = []
    print("row         ours ms  Django ms    ratio   goal  floor")
    for row, (path, peer_path, goal, floor) in ROWS.items():
        measured, apart = [], random.Random("first")
        first, peer_first = (paths_of(p, 80, apart)[:20] for p in (path, peer_path))
        for turn in range(ROUNDS):
            one, other = random.Random(turn), random.Random(turn)
            measured.append(
                (
                    cost(ours, paths_of(path, requests, one), first),
                    cost(theirs, paths_of(peer_path, requests // 2, other), peer_first),
                )
            )
        mine, peers = map(statistics.median, zip(*measured, strict=True))
        limits = [f"1/{1 / each:.0f}" if each else "-" for each in (goal, floor)]
        ratio = f"1/{peers / mine:.1f}" if mine else "-"
        over += [row] if floor and mine > floor * peers else []
        print(f"{row:<10} {mine:8.3f} {peers:10.3f} {ratio:>8}", *limits, sep="   ")
    least, listed = (
        statistics.median(
            cost(server, [path] * requests, [path]) for _ in range(ROUNDS)
        )
        for server, path in ((bytes_only, "/"), (ours, "/publications/"))
    )
    print(f"constant bytes {least:.3f} ms; the list is {listed / least:.2f} times that")
    for row in over:
        print(f"OVER: {row}")
    return int(bool(over))


if __name__ == "__main__":
    sys.exit(main())
