"""Heed in a folder of its own: databases, its keys, its own temporary folder. Nothing in
it is shared with the test that asks, so that processes may be raced, killed and
searched."""

import json
import os
import shutil
import sqlite3
import subprocess
import sys
from dataclasses import dataclass, field
from pathlib import Path

from django.db import connections

from heed.vault.keys import make_key_file
from tests.migrated import migrated_files

ROOT = Path(__file__).resolve().parents[2]
PATIENCE = 900


@dataclass(frozen=True)
class House:
    """Where everything lies."""

    folder: Path
    settings: dict[str, str] = field(default_factory=dict)

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
            "DJANGO_SETTINGS_MODULE": "tests.faults.settings",
            "HEED_VAR": str(self.folder),
            "HEED_SECRET_KEY": "only for tests",
            "HEED_SMTP_TLS": "none",
            "TMPDIR": str(self.temporary),
            **self.settings,
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
        with self.start(*words, **more) as process:
            try:
                out, err = process.communicate(timeout=PATIENCE)
            except BaseException:
                process.kill()
                raise
        return subprocess.CompletedProcess(words, process.returncode, out, err)

    def heed(self, *words: str, **more: str) -> subprocess.CompletedProcess:
        """A `heed` command, as somebody at this machine gives it."""
        return self.run("-m", "heed.config", *words, **more)

    def told(self, *words: str, **more: str):
        """What a module of the tests says, as JSON, of what it did in this house."""
        done = self.run("-m", *words, **more)
        assert done.returncode == 0, done.stderr[-4000:]
        return json.loads(done.stdout)

    def ask(self, question: str) -> list[tuple]:
        """What the casework database (a file) holds now."""
        with sqlite3.connect(self.casework) as found:
            return found.execute(question).fetchall()


def a_house(folder: Path) -> House:
    """A house with migrated, empty databases: copied as they were before any test."""
    settings = {}
    (folder / "tmp").mkdir(parents=True)
    (folder / "static").mkdir()
    make_key_file(folder / "keys" / "master.keys")
    for alias, setting in DATABASES.items():
        if connections[alias].vendor == "sqlite":
            name = "casework" if alias == "default" else alias
            shutil.copy(migrated_files() / f"{name}.sqlite3", folder)
        else:
            settings[setting] = _copied_on_the_server(alias, folder)
    settings |= {k: v for k, v in os.environ.items() if k in {"PGHOST", "PGUSER"}}
    return House(folder, settings)


WITHOUT_WAITING = {"DJANGO_SETTINGS_MODULE": "tests.faults.without_waiting"}
DATABASES = {"default": "HEED_DATABASE", "library": "HEED_LIBRARY_DATABASE"}


def _copied_on_the_server(alias: str, folder: Path) -> str:
    """A database that nobody else uses, on the server of the tests."""
    migrated = connections[alias].settings_dict["TEST"]["TEMPLATE"]
    name = f"{migrated}_{abs(hash(folder)):x}"
    subprocess.run(["createdb", f"--template={migrated}", name], check=True)
    return f"postgresql:///{name}"
