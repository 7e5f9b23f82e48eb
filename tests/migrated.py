"""The tests' databases, migrated once for each state of the tables and copied from then on.

The migrations themselves are proven in tests/migrations, which runs every one of them.
"""

import fcntl
import hashlib
import os
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from django.conf import settings
from django.db import connections
from django.test.utils import setup_databases

ROOT = Path(__file__).resolve().parents[1]
KEPT = ROOT / "var/migrated"
KNOWN = ("PATH", "PYTHONPATH", "PGHOST", "PGUSER")
# What comes of `migrate`: the migrations, what they use, and what is hung to its end.
MAKES_TABLES = (
    "heed/*/migrations/*.py",
    "heed/*/apps.py",
    "heed/audit/*.py",
    "heed/vault/*.py",
    "tests/migrated.py",
    "requirements.lock",
)

# It is loaded by the actions themselves; their letters and papers are templates too.
MAKES_QUILLSHIRE = ("heed/**/*.py", "heed/**/*.txt", *MAKES_TABLES)


def migrated_databases() -> list:
    """Test databases with every table, and what `teardown_databases` needs."""
    if any(connections[alias].vendor != "sqlite" for alias in connections):
        return _copied_on_the_server()
    return _copied(migrated_files())


def migrated_files() -> Path:
    """A folder with both databases as `heed migrate` makes them."""
    folder = KEPT / state_of_the_tables()
    with alone(KEPT):
        if not folder.exists():
            shutil.rmtree(KEPT / "made", ignore_errors=True)
            (KEPT / "made").mkdir()
            migrate(HEED_VAR=str(KEPT / "made"))
            for before in KEPT.glob("*/casework.sqlite3"):
                if before.parent.name != "made":
                    shutil.rmtree(before.parent)
            (KEPT / "made").rename(folder)
    return folder


def demonstration_files() -> Path:
    """The same, and what only a demonstration has."""
    plain = migrated_files()
    folder = plain.with_name(f"{plain.name}-demonstration")
    with alone(KEPT):
        if not folder.exists():
            made = KEPT / "made"
            shutil.rmtree(made, ignore_errors=True)
            shutil.copytree(plain, made)
            needed = {"HEED_VAR": str(made), "HEED_DEMONSTRATION": "1"}
            migrate("demo", "--database=default", **needed)
            made.rename(folder)
    return folder


def quillshire_files() -> Path:
    """A folder of Quillshire as `heed demo` loads it for a newcomer, loaded once for each
    state of the code: databases, keys and files."""
    return _loaded("quillshire")


def quillshires_people() -> Path:
    """The same with its people alone, before the first case."""
    return _loaded("quillshires-people", HEED_PEOPLE_ONLY="1")


def _loaded(name: str, **environment: str) -> Path:
    tables = demonstration_files()
    folder = KEPT / name / state_of_the_code()
    with alone(KEPT):
        if not folder.exists():
            shutil.rmtree(folder.parent, ignore_errors=True)
            made = Path(shutil.copytree(tables, folder.parent / "made"))
            words = ("-m", "heed.config", "demo", "--only-load", f"--var={made}")
            needed = os.environ | environment
            subprocess.run([sys.executable, *words], env=needed, cwd=ROOT, check=True)
            made.rename(folder)
    return folder


def migrate(*what: str, **environment: str) -> None:
    """`heed migrate`, on the databases that these settings name."""
    needed = {"HEED_SECRET_KEY": "only for tests", "HEED_HOSTS": "localhost"}
    words = ("-m", "heed.config", "migrate", *what, "--skip-checks", "--verbosity=0")
    known = {name: os.environ[name] for name in KNOWN if name in os.environ}
    subprocess.run(
        [sys.executable, *words], env=known | needed | environment, cwd=ROOT, check=True
    )


def _copied_on_the_server() -> list:
    """Copies of the databases of the settings, which are migrated already."""
    for alias in connections:
        named = connections[alias].settings_dict
        named["TEST"]["TEMPLATE"] = named["NAME"]
    return setup_databases(verbosity=0, interactive=False)


def _copied(folder: Path) -> list:
    old = []
    for alias in connections:
        connection = connections[alias]
        old.append((connection, connection.settings_dict["NAME"], True))
        kept = folder / Path(connection.settings_dict["NAME"]).name
        name = connection.creation._get_test_db_name()
        connection.close()
        settings.DATABASES[alias]["NAME"] = connection.settings_dict["NAME"] = name
        connection.ensure_connection()
        with sqlite3.connect(kept) as migrated:
            migrated.backup(connection.connection)
    return old


def state_of_the_tables() -> str:
    """By which it is seen whether databases that were migrated before still fit."""
    return _state_of(MAKES_TABLES)


def state_of_the_code() -> str:
    """By which it is seen whether Quillshire that was loaded before still fits."""
    return _state_of(MAKES_QUILLSHIRE)


def _state_of(made_by) -> str:
    digest = hashlib.sha256()
    for path in sorted(path for made in made_by for path in ROOT.glob(made)):
        digest.update(str(path.relative_to(ROOT)).encode())
        digest.update(path.read_bytes())
    return digest.hexdigest()[:24]


@contextmanager
def alone(folder: Path) -> Iterator[None]:
    """One process at a time makes what is kept in this folder."""
    folder.mkdir(parents=True, exist_ok=True)
    with (folder / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield
