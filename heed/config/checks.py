"""What is looked at whenever Heed starts: whether it was set up as it must be.

Quiet when all is well. An error keeps a part of Heed from starting; `heed check` says
everything, and why SQLite keeps its journal as it does.
"""

import os
import sqlite3
from pathlib import Path
from urllib.parse import urlsplit

from django.conf import settings
from django.core import checks
from django.core.management.base import CommandError
from django.db import OperationalError, connections

NONE = "unknown"  # what Django calls the vendor of a database that is not there
ON_THIS_MACHINE = {"localhost", "127.0.0.1", "::1"}
SHORTEST_SECRET = 32
NOT_FOR_THE_PUBLIC_DOOR = ("HEED_DATABASE", "HEED_SECRET_KEY", "HEED_MASTER_KEYS")

# The version without the fault of write-ahead logs, and those it was mended in too.
MENDED_IN = (3, 51, 3)
MENDED_TOO = {(3, 50): 7, (3, 44): 6}
# TRUNCATE; an in-memory database of the tests has no journal to speak of.
JOURNALS = {"truncate", "memory"}
PRAGMAS = {
    "synchronous": 2,
    "foreign_keys": 1,
    "recursive_triggers": 1,
    "secure_delete": 1,
}


def look_at_every_start() -> None:
    """Have Django's checks ask these questions too."""
    checks.register(the_public_door_holds_nothing)
    checks.register(the_secret_cannot_be_guessed)
    checks.register(the_addresses_are_apart)
    checks.register(mail_leaves_sealed)
    # What is sealed lies in the database: who opens that needs the keys.
    checks.register(the_keys_are_safe, checks.Tags.database)
    checks.register(sqlite_keeps_what_it_is_given, checks.Tags.database)


class LooksAtDatabases:
    """A command whose checks look into every database that this door has."""

    def check(self, *, databases=None, **asked):
        asked["databases"] = databases or in_use()
        return super().check(**asked)


def in_use() -> list[str]:
    """The databases that this door has. Each of them must answer."""
    # What a door is not given, Django makes a dummy of at the first question.
    found = [alias for alias in connections if connections[alias].vendor != NONE]
    for alias in found:
        try:
            connections[alias].ensure_connection()
        except OperationalError:
            called = "casework" if alias == "default" else alias
            raise CommandError(
                f"The {called} database does not answer. See HEED_DATABASE and "
                "HEED_LIBRARY_DATABASE, and whether the server runs."
            ) from None
    return found


def the_public_door_holds_nothing(app_configs=None, **options) -> list:
    """The public door is given no casework database and no key."""
    if not settings.ON_PUBLIC_DOOR:
        return []
    given = [name for name in NOT_FOR_THE_PUBLIC_DOOR if os.environ.get(name)]
    found: list = [
        checks.Error(
            f"The public site was given {name}.",
            hint="Take it out of the environment of the public site: it serves what "
            "is published, and must not be able to read anything else.",
            id="heed.E001",
        )
        for name in given
    ]
    key = Path(settings.MASTER_KEY_FILE)
    if os.access(key, os.R_OK):
        found.append(
            checks.Warning(
                f"The public site can read the master keys in {key}.",
                hint="Run it as a user of its own, with a HEED_VAR of its own.",
                id="heed.W002",
            )
        )
    return found


def the_keys_are_safe(app_configs=None, **options) -> list:
    """The master keys are there, whole, and read by their owner alone."""
    if settings.ON_PUBLIC_DOOR:
        return []
    from heed.vault.key_file import KeyFileRefused, master_keys

    try:
        master_keys()
    except (KeyFileRefused, OSError) as refused:
        return [checks.Error(str(refused), id="heed.E003")]
    return []


def the_secret_cannot_be_guessed(app_configs=None, **options) -> list:
    """What signs the sessions of real people is a long secret."""
    signs = settings.SECURE and not settings.ON_PUBLIC_DOOR
    if not signs or len(settings.SECRET_KEY) >= SHORTEST_SECRET:
        return []
    return [
        checks.Error(
            f"The secret key has fewer than {SHORTEST_SECRET} characters.",
            hint="Whoever guesses it can sign in as anybody. docs/deploy.md says how "
            "one is made.",
            id="heed.E004",
        )
    ]


def the_addresses_are_apart(app_configs=None, **options) -> list:
    """Desk and public site share no host name; the demonstration stays at home."""
    desk = urlsplit(settings.DESK_ADDRESS).hostname or ""
    public = urlsplit(settings.PUBLIC_ADDRESS).hostname or ""
    found: list = []
    if desk == public and desk not in ON_THIS_MACHINE:
        found.append(
            checks.Error(
                f"Desk and public site share the host name {desk}.",
                hint="Give each a host name of its own: on a shared one, a fault of "
                "the public site could reach people's sessions.",
                id="heed.E005",
            )
        )
    if settings.DEMONSTRATION and desk not in ON_THIS_MACHINE:
        found.append(
            checks.Error(
                f"The demonstration would let anybody at {desk} be whoever they like.",
                hint="It runs on localhost alone. Take HEED_DEMONSTRATION away.",
                id="heed.E006",
            )
        )
    return found


def mail_leaves_sealed(app_configs=None, **options) -> list:
    """Emails leave by TLS; in clear only to a server on this machine."""
    tls, host = settings.SMTP["tls"], settings.SMTP["host"]
    if tls not in {"required", "none"}:
        return [
            checks.Error(
                f"HEED_SMTP_TLS is {tls!r}. It is `required` or `none`.",
                id="heed.E007",
            )
        ]
    if tls == "none" and host not in ON_THIS_MACHINE:
        return [
            checks.Error(
                f"HEED_SMTP_TLS is `none`, and {host} is not this machine.",
                hint="Emails must not cross a network in clear. Say `required`.",
                id="heed.E008",
            )
        ]
    return []


def sqlite_keeps_what_it_is_given(app_configs=None, databases=None, **options) -> list:
    """Each SQLite file keeps its journal in the mode that was chosen for it."""
    return [
        checks.Error(f"The {alias} database: {wrong}", hint=journal(), id="heed.E009")
        for alias in databases or []
        if connections[alias].vendor == "sqlite"
        for wrong in _not_as_chosen(connections[alias])
    ]


def _not_as_chosen(connection) -> list[str]:
    with connection.cursor() as cursor:

        def asked(name):
            return cursor.execute(f"PRAGMA {name}").fetchone()[0]

        wrong = [
            f"{name} is {asked(name)}, not {value}."
            for name, value in PRAGMAS.items()
            if asked(name) != value
        ]
        if (mode := asked("journal_mode")) not in JOURNALS:
            wrong.append(f"its journal mode is {mode}, not truncate.")
    return wrong


def journal(version: tuple[int, ...] = sqlite3.sqlite_version_info) -> str:
    """Which journal mode SQLite was given, and why, for whoever runs `heed check`."""
    chosen = (
        f"SQLite {'.'.join(map(str, version))} keeps its journal in TRUNCATE mode and "
        "waits for the disk at every change. "
    )
    if log_is_sound(version):
        return f"{chosen}A write-ahead log would be sound, and is not needed."
    return (
        f"{chosen}A write-ahead log is not used: before SQLite 3.51.3 (3.50.7, 3.44.6) "
        "two processes could damage the database with it."
    )


def log_is_sound(version: tuple[int, ...]) -> bool:
    """Whether this SQLite is without the fault of write-ahead logs."""
    mended = MENDED_TOO.get(version[:2])
    return version >= MENDED_IN or (mended is not None and version[2] >= mended)
