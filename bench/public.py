"""What a public page costs: ours beside plain Django, Wagtail, gunicorn and nginx.

    python -m bench.public [--reports 100] [--seconds 4] [--rows list,report,search,pdf]

Rows 1a (list), 1b (report of 10,000 words), 1c (search, never the same twice) and 1d
(PDF of 1 MB) of the performance table. wrk asks; the cost is the processor time of the
server's processes for each answer, nginx in front included; peer and candidate take
turns in one run. The texts are random words with a fixed seed. It fails where a goal is
missed, where an answer is not 200, and where a peer is not there: wrk and nginx are
Debian packages; Wagtail is put into an environment of its own, in which it may stay.
"""

import argparse
import json
import os
import random
import re
import socket
import sqlite3
import statistics
import subprocess
import sys
import tempfile
import time
from contextlib import ExitStack, closing, contextmanager
from pathlib import Path
from shutil import which
from typing import NamedTuple

ROOT = Path(__file__).resolve().parents[1]
WAGTAIL = Path(os.environ.get("HEED_BENCH_WAGTAIL", ROOT / "var" / "bench-wagtail"))
WORDS_A_REPORT, VOCABULARY = 10_000, 20_000
CONNECTIONS, ROUNDS = 16, 3
MEGABYTE = 1_000_000
TICK = os.sysconf("SC_CLK_TCK")


class Row(NamedTuple):
    """What is asked of us and of each peer, and our cost at most beside theirs."""

    name: str
    ours: tuple[str, str]
    peers: tuple[tuple[str, str, float], ...]


REPORT, PDF = "/p/shire/publications/r1/", "/p/shire/publications/r0/r0.pdf"
ROWS = (
    Row(
        "list",
        ("ours", "/publications/"),
        (("Django", "/list", 1 / 80), ("Wagtail", "/list", 1 / 350)),
    ),
    Row(
        "report",
        ("ours", REPORT),
        (("Django", "/report/r1", 1 / 18), ("Wagtail", "/r1/", 1 / 100)),
    ),
    Row(
        "search",
        ("ours", "/search/?q={}+{}"),
        (
            ("Django", "/search?q={}+OR+{}", 1 / 8),
            ("Wagtail", "/search?q={}+{}", 1 / 40),
        ),
    ),
    Row("pdf", ("ours", PDF), (("gunicorn", "/pdf", 0.6),)),
    Row(
        "pdf behind nginx",
        ("ours behind nginx", PDF),
        (("gunicorn behind nginx", "/pdf", 1 / 4),),
    ),
)


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


# Serving


def environment(folder, port):
    """What the servers and our commands see."""
    return {
        **{name: os.environ[name] for name in ("PATH", "HOME") if name in os.environ},
        "PYTHONPATH": str(ROOT),
        "DJANGO_SETTINGS_MODULE": "heed.config.settings",
        "HEED_DOOR": "public",
        "HEED_VAR": str(folder),
        "HEED_PUBLIC_ADDRESS": f"http://localhost:{port}",
        "PEER_DATABASE": str(folder / "peer.sqlite3"),
    }


def run(folder, *words, python=sys.executable, **more):
    """One command to its end."""
    command = [str(python), *map(str, words)]
    seen = {**environment(folder, 0), **more}
    subprocess.run(command, env=seen, cwd=ROOT, check=True)


class Server(NamedTuple):
    """Where a server answers, and the processes that do its work."""

    port: int
    processes: tuple[int, ...]


def free_port():
    """A port that nobody holds now."""
    with closing(socket.create_server(("127.0.0.1", 0))) as free:
        return free.getsockname()[1]


@contextmanager
def started(command, env, port, beside=()):
    """A server that answers, until it is done with; asked to stop by its own number."""
    process = subprocess.Popen(list(map(str, command)), env=env, cwd=ROOT)
    try:
        for _ in range(600):
            try:
                socket.create_connection(("127.0.0.1", port), 1).close()
                break
            except OSError:
                time.sleep(0.1)
        yield Server(port, (process.pid, *beside))
    finally:
        process.terminate()
        process.wait(20)


def granian(folder, target, python=sys.executable, **more):
    """One worker of granian."""
    port = free_port()
    words = f"-m granian {target} --interface wsgi --port {port} --workers 1 --no-ws"
    command = [python, *words.split(), "--log-level=critical"]
    return started(command, {**environment(folder, port), **more}, port)


def gunicorn(folder):
    """One worker of gunicorn, with the plain Django site."""
    port = free_port()
    words = f"-m gunicorn bench.peers.plain_django:application -b 127.0.0.1:{port} -w 1"
    command = [sys.executable, *words.split(), "--log-level=critical"]
    return started(command, environment(folder, port), port)


NGINX = """
worker_processes 1; daemon off; pid {folder}/nginx-{port}.pid; error_log stderr crit;
user root;
events {{ worker_connections 256; }}
http {{
  access_log off; sendfile on; types {{ application/pdf pdf; }}
  client_body_temp_path {folder}/b; proxy_temp_path {folder}/p;
  fastcgi_temp_path {folder}/f; uwsgi_temp_path {folder}/u; scgi_temp_path {folder}/s;
  upstream behind {{ server 127.0.0.1:{to}; keepalive 32; }}
  server {{
    listen 127.0.0.1:{port};
    location / {{ proxy_pass http://behind; proxy_http_version 1.1;
      proxy_set_header Connection ""; proxy_set_header Host localhost; }}
    location /library-files/ {{ internal; alias {folder}/library-files/; }}
  }}
}}
"""


def nginx(folder, to):
    """nginx in front of a server."""
    port = free_port()
    settings = folder / f"nginx-{port}.conf"
    settings.write_text(NGINX.format(folder=folder, port=port, to=to.port))
    command = ["nginx", "-c", settings, "-e", "stderr"]
    return started(command, dict(os.environ), port, beside=to.processes)


# Asking


def processor_time(pids):
    """Seconds of processor time that these processes and their children have used."""
    total, waiting = 0, list(pids)
    while waiting:
        one = waiting.pop()
        fields = Path(f"/proc/{one}/stat").read_text().rpartition(")")[2].split()
        total += int(fields[11]) + int(fields[12])
        for task in Path(f"/proc/{one}/task").iterdir():
            waiting += map(int, (task / "children").read_text().split())
    return total / TICK


NEVER_TWICE = """
math.randomseed(os.time())
local words = {{ {words} }}
request = function()
  return wrk.format("GET", string.format("{path}", words[math.random(#words)],
                                         words[math.random(#words)]))
end
"""


def cost(server, path, folder, seconds):
    """Milliseconds of processor time for each answer; SystemExit where one failed."""
    command = ["wrk", "-t1", f"-c{CONNECTIONS}", f"-d{seconds}s", "--timeout", "30s"]
    if "{}" in path:
        script = folder / "never-twice.lua"
        quoted = ", ".join(f'"{word}"' for word in words()[20:1_000])
        asked = path.replace("{}", "%s")
        script.write_text(NEVER_TWICE.format(words=quoted, path=asked))
        command += ["-s", str(script)]
        path = path.replace("{}", "ba5")
    before = processor_time(server.processes)
    told = subprocess.run(
        [*command, f"http://127.0.0.1:{server.port}{path}"],
        capture_output=True,
        text=True,
        check=True,
    ).stdout
    spent = processor_time(server.processes) - before
    wrong = re.search(r"Non-2xx|Socket errors: .*", told)
    if wrong:
        raise SystemExit(f"{path}: {wrong[0]}")
    answers = int(re.search(r"(\d+) requests in", told)[1])
    if not answers:
        raise SystemExit(f"{path}: no answer within {seconds} seconds.")
    return 1000 * spent / answers


def compare(row, servers, folder, seconds):
    """Say how a row compares, by turns; the goals that it misses."""
    server, path = row.ours
    measured = {name: [] for name in (server, *(peer for peer, _, _ in row.peers))}
    asked = [(server, path), *((peer, at) for peer, at, _ in row.peers)]
    for turn in range(ROUNDS + 1):
        for name, at in asked:
            spent = cost(servers[name], at, folder, seconds)
            if turn:  # the first time opens what is opened once
                measured[name].append(spent)
    median = {name: statistics.median(each) for name, each in measured.items()}
    missed = []
    for peer, _, goal in row.peers:
        ratio = median[server] / median[peer]
        met = ratio <= goal
        missed += [] if met else [f"{row.name} beside {peer}"]
        beside = f"{peer:<22} {median[peer]:8.3f} ms   1/{1 / ratio:<6.1f}"
        told = f"goal 1/{1 / goal:<6.1f}{'' if met else ' MISSED'}"
        print(f"{row.name:<17} {median[server]:8.3f} ms   {beside} {told}", flush=True)
    return missed


# The whole


def wagtail():
    """The Python of an environment that has Wagtail; made where there is none."""
    python = WAGTAIL / "bin" / "python"
    if not python.exists():
        subprocess.run([sys.executable, "-m", "venv", str(WAGTAIL)], check=True)
        pip = [str(python), "-m", "pip", "install", "-q", "wagtail", "granian"]
        subprocess.run(pip, check=True)
    return python


def prepared(folder, many, python):
    """Both sites filled with the same reports."""
    fill(folder, many)
    run(folder, "-m", "django", "collectstatic", "--noinput", "--verbosity=0")
    run(folder, "-m", "django", "library", "import", folder / "catalogue.jsonl")
    run(folder, "-c", ADD_PDF)
    run(folder, "-m", "django", "library", "rebuild")  # else the first search waits
    filling = ("-m", "bench.peers.wagtail_site", "fill", folder / "catalogue.jsonl")
    run(folder, *filling, python=python, PEER_DATABASE=str(folder / "wagtail.sqlite3"))


def all_servers(stack, folder, python):
    """Every server, by the name that the rows call it."""
    ours, site = "heed.config.wsgi_public:application", "bench.peers.plain_django"
    files = {"HEED_LIBRARY_FILES_ADDRESS": "/library-files/"}
    database = {"PEER_DATABASE": str(folder / "wagtail.sqlite3")}
    other = granian(folder, "bench.peers.wagtail_site:application", python, **database)
    made = {
        "ours": stack.enter_context(granian(folder, ours)),
        "Django": stack.enter_context(granian(folder, f"{site}:application")),
        "Wagtail": stack.enter_context(other),
        "gunicorn": stack.enter_context(gunicorn(folder)),
    }
    fronted = stack.enter_context(granian(folder, ours, **files))
    made["ours behind nginx"] = stack.enter_context(nginx(folder, fronted))
    behind = nginx(folder, made["gunicorn"])
    made["gunicorn behind nginx"] = stack.enter_context(behind)
    return made


def main():
    """Everything once; 1 where a goal is missed."""
    given = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    given.add_argument("--reports", type=int, default=100)
    given.add_argument("--seconds", type=int, default=4)
    given.add_argument("--rows", default="list,report,search,pdf")
    asked = given.parse_args()
    if absent := [name for name in ("wrk", "nginx") if not which(name)]:
        raise SystemExit(f"Not there: {', '.join(absent)}. apt-get install them.")
    python = wagtail()
    with ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory()))
        prepared(folder, asked.reports, python)
        servers = all_servers(stack, folder, python)
        wanted = asked.rows.split(",")
        rows = [row for row in ROWS if row.name.split()[0] in wanted]
        missed = []
        for row in rows:
            missed += compare(row, servers, folder, asked.seconds)
    for row in missed:
        print(f"MISSED: {row}")
    return int(bool(missed))


if __name__ == "__main__":
    sys.exit(main())
