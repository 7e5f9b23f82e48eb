"""Heed in a folder of its own: databases that are files, its keys, its own temporary
folder. Nothing in it is shared with the test that asks, so that processes may be raced,
killed and searched."""

import os
import sqlite3
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

from django.db import connections

from heed.vault.keys import make_key_file

ROOT = Path(__file__).resolve().parents[2]
PATIENCE = 120


@dataclass(frozen=True)
class House:
    """Where everything lies."""

    folder: Path

    @property
    def casework(self) -> Path:
        return self.folder / "casework.sqlite3"

    @property
    def temporary(self) -> Path:
        return self.folder / "tmp"

    @property
    def environment(self) -> dict[str, str]:
        return {
            "PATH": os.environ["PATH"],
            "PYTHONPATH": str(ROOT),
            "PYTHONDONTWRITEBYTECODE": "1",
            "DJANGO_SETTINGS_MODULE": "tests.faults.settings",
            "HEED_VAR": str(self.folder),
            "HEED_SECRET_KEY": "only for tests",
            "HEED_SMTP_TLS": "none",
            "TMPDIR": str(self.temporary),
        }

    def start(self, *words: str, **more: str) -> subprocess.Popen:
        """A Python process that lives in this house."""
        return subprocess.Popen(
            [sys.executable, *words],
            cwd=ROOT,
            env=self.environment | more,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )

    def run(self, *words: str, **more: str) -> subprocess.CompletedProcess:
        """The same, waited for."""
        process = self.start(*words, **more)
        out, err = process.communicate(timeout=PATIENCE)
        return subprocess.CompletedProcess(words, process.returncode, out, err)

    def heed(self, *words: str, **more: str) -> subprocess.CompletedProcess:
        """A `heed` command, as somebody at this machine gives it."""
        return self.run("-m", "heed.config", *words, **more)

    def ask(self, question: str) -> list[tuple]:
        """What the casework database holds now."""
        with sqlite3.connect(self.casework) as found:
            return found.execute(question).fetchall()


def a_house(folder: Path) -> House:
    """A house with migrated, empty databases: copied from those of the tests."""
    house = House(folder)
    house.temporary.mkdir(parents=True)
    (folder / "static").mkdir()
    make_key_file(folder / "keys" / "master.keys")
    for alias, name in {"default": "casework", "library": "library"}.items():
        connections[alias].ensure_connection()
        image = connections[alias].connection.serialize()
        (folder / f"{name}.sqlite3").write_bytes(image)
    return house
