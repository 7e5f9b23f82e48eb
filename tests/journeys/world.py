"""Heed as it runs: desk, public site and worker, with real mail, in a folder of its
own. Nobody in it is real."""

import os
import re
import shutil
import signal
import socket
import sqlite3
import subprocess
import sys
import time
import urllib.request
from contextlib import ExitStack, closing, contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from html import unescape
from pathlib import Path

from tests.journeys.mail import (
    Mailbox,
    PostOffice,
    a_free_port,
    a_mailbox,
    a_post_office,
)
from tests.migrated import (
    demonstration_files,
    quillshire_files,
    quillshires_people,
)

ROOT = Path(__file__).resolve().parents[2]
PATIENCE = 90
WAYS_IN = ("/", "/sitemap.xml", "/robots.txt", "/feed.atom", "/search/?q=baby")
HERE = re.compile(r"""(?:(?:href|src)="|<loc>)(/(?!/)[^"#<]*)""")


@dataclass
class World:
    """Where everything is to be found."""

    folder: Path
    desk: str
    public: str
    environment: dict[str, str]
    processes: list
    mailbox: Mailbox = None
    post: PostOffice = None

    def heed(self, *words: str) -> str:
        """Run a `heed` command in this world; what it printed."""
        done = subprocess.run(
            [sys.executable, "-m", "heed.config", *words],
            env=self.environment,
            cwd=ROOT,
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode == 0, done.stderr[-3000:]
        return done.stdout

    def public_page(self, path: str) -> tuple[int, str]:
        """What a stranger gets from the public process."""
        status, data = self._ask(path)
        return status, data.decode()

    def public_bytes(self, path: str) -> bytes:
        """A file that a stranger gets from the public process."""
        status, data = self._ask(path)
        assert status == 200, (path, status)
        return data

    def everything_public(self) -> dict[str, bytes]:
        """All that a stranger can reach from the first page, by its address."""
        found, wanted = {}, [*WAYS_IN]
        while wanted:
            path = wanted.pop()
            if path not in found:
                found[path] = self.public_bytes(path)
                wanted += self._addresses_in(found[path])
        return found

    def _addresses_in(self, data: bytes) -> list[str]:
        text = data.decode(errors="ignore").replace(self.public, "")
        return [unescape(path) for path in HERE.findall(text)]

    def _ask(self, path: str) -> tuple[int, bytes]:
        try:
            with urllib.request.urlopen(f"{self.public}{path}") as answer:
                return answer.status, answer.read()
        except urllib.error.HTTPError as refused:
            return refused.code, refused.read()


@contextmanager
def a_world(folder: Path, *, people_only: bool = True):
    """Set Heed up in a folder and run it for the block."""
    with ExitStack() as stack:
        mailbox = stack.enter_context(a_mailbox())
        post = stack.enter_context(a_post_office())
        world = _with_mail(_prepared(folder), mailbox, post)
        world.environment["HEED_PEOPLE_ONLY"] = "1" if people_only else ""
        try:
            _set_up(world)
            _start(world)
            yield world
        finally:
            _stop(world)


@contextmanager
def quillshire_as_loaded(folder: Path):
    """The desk of Quillshire with all its cases, run for the block."""
    with _desk_alone(_prepared(folder), quillshire_files()) as world:
        yield world


@contextmanager
def quillshire_at_first(folder: Path, reference: str, morning: datetime):
    """The desk of Quillshire with its people and no case, on the morning of a day. The
    first case that is opened gets this reference."""
    world = _prepared(folder)
    with _desk_alone(world, quillshires_people(), _begun(reference, morning)):
        yield world


def _begun(reference: str, morning: datetime) -> dict[str, tuple]:
    """What is told to the databases before anybody looks at them."""
    _, year, number = reference.split("-")
    seconds = round((morning - datetime.now(UTC)).total_seconds())
    return {
        "update demo_demonstrationclock set seconds = ?": (seconds,),
        "insert into cases_casereferences (partnership_id, year, last)"
        " select id, ?, ? from partnership_partnership": (
            2000 + int(year),
            int(number) - 1,
        ),
    }


@contextmanager
def _desk_alone(world: World, files: Path, told: dict[str, tuple] | None = None):
    """Emails leave no further than the demonstration's own page."""
    shutil.copytree(files, world.environment["HEED_VAR"])
    casework = Path(world.environment["HEED_VAR"]) / "casework.sqlite3"
    with closing(sqlite3.connect(casework)) as tables, tables:
        for words, values in (told or {}).items():
            tables.execute(words, values)
    try:
        _serve(world, "desk", world.environment)
        _wait_for(_port_of(world.desk), world)
        yield world
    finally:
        _stop(world)


def _prepared(folder: Path) -> World:
    desk, public = a_free_port(), a_free_port()
    environment = {
        **os.environ,
        "HEED_DEMONSTRATION": "1",
        "HEED_VAR": str(folder / "var"),
        "HEED_DOOR": "desk",
        "HEED_HOSTS": "localhost",
        "HEED_SECRET_KEY": "only for this journey",
        "HEED_DESK_ADDRESS": f"http://localhost:{desk}",
        "HEED_PUBLIC_ADDRESS": f"http://localhost:{public}",
        "HEED_MAIL_FROM": "heed@quillshire.example",
        "DJANGO_SETTINGS_MODULE": "heed.config.settings",
    }
    return World(
        folder=folder,
        desk=environment["HEED_DESK_ADDRESS"],
        public=environment["HEED_PUBLIC_ADDRESS"],
        environment=environment,
        processes=[],
    )


def _with_mail(world: World, mailbox: Mailbox, post: PostOffice) -> World:
    world.mailbox, world.post = mailbox, post
    world.environment |= mailbox.settings | {
        "HEED_SMTP_HOST": "localhost",
        "HEED_SMTP_PORT": str(post.port),
        "HEED_SMTP_TLS": "none",
    }
    return world


def _set_up(world: World) -> None:
    world.heed("keys", "make")
    for database in demonstration_files().iterdir():
        shutil.copy(database, world.environment["HEED_VAR"])
    world.heed("quillshire")


def _start(world: World) -> None:
    _serve(world, "desk", world.environment)
    _serve(world, "public", _without_casework(world))
    world.processes.append(_heed_process(world.environment, world, "worker"))
    for address in (world.desk, world.public):
        _wait_for(_port_of(address), world)


def _without_casework(world: World) -> dict[str, str]:
    """The public process gets no casework database, no key and no mail."""
    var = Path(world.environment["HEED_VAR"])
    return {
        "PATH": os.environ["PATH"],
        "HEED_DOOR": "public",
        "HEED_HOSTS": "localhost",
        "HEED_VAR": str(var / "public"),
        "HEED_LIBRARY_DATABASE": f"sqlite:///{var / 'library.sqlite3'}",
        "HEED_STATIC": str(var / "static"),
        "HEED_DESK_ADDRESS": world.desk,
        "HEED_PUBLIC_ADDRESS": world.public,
    }


def _serve(world: World, door: str, environment: dict[str, str]) -> None:
    port = _port_of(world.desk if door == "desk" else world.public)
    words = ("serve", door, f"--port={port}", "--workers=1")
    world.processes.append(_heed_process(environment, world, *words))


def _port_of(address: str) -> int:
    return int(address.rpartition(":")[2])


def _heed_process(environment, world: World, *words: str) -> subprocess.Popen:
    with (world.folder / f"{'-'.join(words[:2])}.log").open("ab") as log:
        return subprocess.Popen(
            [sys.executable, "-m", "heed.config", *words],
            env=environment,
            cwd=ROOT,
            stdout=log,
            stderr=log,
        )


def _wait_for(port: int, world: World) -> None:
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until:
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        assert all(p.poll() is None for p in world.processes), logs_of(world)
        time.sleep(0.1)
    raise AssertionError(logs_of(world))


def _stop(world: World) -> None:
    for process in world.processes:
        process.send_signal(signal.SIGTERM)
    for process in world.processes:
        process.wait(timeout=30)


def logs_of(world: World) -> str:
    """The ends of all logs, for a failure's message."""
    return "\n".join(
        f"== {path.name}\n{path.read_text(errors='replace')[-3000:]}"
        for path in sorted(world.folder.glob("*.log"))
    )
