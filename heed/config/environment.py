"""Reads settings from the environment, and says what is missing in a sentence."""

import json
import os
import stat
from pathlib import Path
from urllib.parse import unquote, urlsplit

from django.core.exceptions import ImproperlyConfigured

SQLITE_PRAGMAS = (
    "PRAGMA journal_mode=TRUNCATE;"
    "PRAGMA synchronous=FULL;"
    "PRAGMA foreign_keys=ON;"
    "PRAGMA recursive_triggers=ON;"
    # What is withdrawn or destroyed is written over, and not left in free pages.
    "PRAGMA secure_delete=ON;"
)


def text(name, default=None, *, why=""):
    """The value of an environment variable; without value or default it says why."""
    value = os.environ.get(name, "")
    if value:
        return value
    if default is not None:
        return default
    raise ImproperlyConfigured(
        f"{name} is not set. {why} See .env.example for every setting and its meaning."
    )


def flag(name):
    """Whether an environment variable is switched on (1, true, yes, on)."""
    return os.environ.get(name, "").lower() in {"1", "true", "yes", "on"}


def number(name, default: int) -> int:
    """A whole number from zero up."""
    value = os.environ.get(name, "") or str(default)
    if not value.isdecimal():
        raise ImproperlyConfigured(
            f"{name} is {value!r}. It must be a whole number, such as 0, 1 or 2."
        )
    return int(value)


def names(name, default=""):
    """A comma-separated environment variable as a list."""
    return [part.strip() for part in text(name, default).split(",") if part.strip()]


def secret(name, path: Path, *, why=""):
    """A secret from the environment, else from a file that only its owner reads."""
    if value := name and os.environ.get(name):
        return value
    if path.exists():
        if path.stat().st_mode & (stat.S_IRWXG | stat.S_IRWXO):
            raise ImproperlyConfigured(
                f"{path.name} can be read by others. Make it readable by its owner "
                "alone (chmod 600)."
            )
        return path.read_text().strip()
    return text(name, why=why)


def database(address: str) -> dict:
    """Django's settings for `sqlite:///path` or `postgresql://user:word@host/name`."""
    parts = urlsplit(address)
    if parts.scheme == "sqlite":
        return {
            "ENGINE": "django.db.backends.sqlite3",
            "NAME": unquote(parts.path[1:]) if parts.path[:2] == "//" else parts.path,
            "OPTIONS": {
                "transaction_mode": "IMMEDIATE",
                "timeout": 20,
                "init_command": SQLITE_PRAGMAS,
            },
        }
    if parts.scheme == "postgresql":
        return {
            "ENGINE": "django.db.backends.postgresql",
            "NAME": parts.path.lstrip("/"),
            "USER": unquote(parts.username or ""),
            "PASSWORD": unquote(parts.password or ""),
            "HOST": parts.hostname or "",
            "PORT": str(parts.port or ""),
        }
    raise ImproperlyConfigured(
        f"The database address begins with {parts.scheme!r}. "
        "It must begin with sqlite:/// or postgresql://."
    )


def staying_open(known: dict) -> dict:
    """The same database, open from one request to the next (`staying_open.py`); after
    so many seconds it is opened anew all the same."""
    return known | {"CONN_MAX_AGE": 60, "CONN_HEALTH_CHECKS": True}


def only_to_read(known: dict) -> dict:
    """The same database, in which this process changes nothing. The file of SQLite may
    still be put right after a crash: only so can what is public be read at once."""
    options = dict(known.get("OPTIONS", {}))
    if known["ENGINE"].endswith("sqlite3"):
        options["init_command"] += "PRAGMA query_only=ON;"
    else:
        options["options"] = "-c default_transaction_read_only=on"
    return known | {"OPTIONS": options}


def identity_providers(name) -> list[dict]:
    """OpenID Connect providers from the JSON file that a variable names; none without
    it. The file holds secrets, so only its owner may read it."""
    if not os.environ.get(name):
        return []
    return json.loads(secret("", Path(os.environ[name])))


def mailboxes(name, usual: dict) -> list[dict]:
    """The referral mailboxes: the one of the settings, or those of the JSON file that a
    variable names, each by its partnership. What the file does not say of one is as in
    the settings. The file holds passwords, so only its owner may read it."""
    found = [usual] if not os.environ.get(name) else _mailboxes_in(name, usual)
    for number, each in enumerate(found):
        if _place(each, "folder") == _place(each, "processed"):
            raise ImproperlyConfigured(
                f"The mailbox of {each['partnership'] or 'the partnership'} is read "
                "from the folder to which what was read is moved. Give `processed` "
                "another name."
            )
        for other in found[:number]:
            _must_lie_apart(name, each, other)
    return found


def _mailboxes_in(name, usual: dict) -> list[dict]:
    file = Path(os.environ[name])
    if not file.exists():
        raise ImproperlyConfigured(f"{name} names {file}, and there is no such file.")
    said = json.loads(secret("", file))
    found = [usual | said[slug] | {"partnership": slug} for slug in said]
    for each in found:
        if unknown := sorted(each.keys() - usual.keys()):
            raise ImproperlyConfigured(
                f"{name} says {unknown[0]!r} of the mailbox of {each['partnership']}. "
                f"What may be said of one is: {', '.join(sorted(usual))}."
            )
        if not each["host"]:
            raise ImproperlyConfigured(
                f"{name} names no `host` for the mailbox of {each['partnership']}: it "
                "would never be read. Say it there, or in HEED_IMAP_HOST for all."
            )
    return found


def _place(mailbox: dict, folder: str) -> tuple[str, ...]:
    """One folder of a mailbox, however its name is written: servers tell INBOX from
    Inbox no more than host names in capitals."""
    said = (mailbox["host"], mailbox["user"], mailbox[folder])
    return tuple(each.casefold() for each in said)


def _must_lie_apart(name, one: dict, other: dict) -> None:
    """Nobody reads what is another's, or what another has dealt with already."""
    both = f"{other['partnership']} and {one['partnership']}"
    if _place(one, "folder") == _place(other, "folder"):
        raise ImproperlyConfigured(
            f"{name} gives {both} the same mailbox. Give each a user or a folder of "
            "its own: nobody could tell whose an email is."
        )
    for reads, keeps in ((one, other), (other, one)):
        if _place(reads, "folder") == _place(keeps, "processed"):
            raise ImproperlyConfigured(
                f"{name} lets {reads['partnership']} read the folder to which what "
                f"{keeps['partnership']} has read is moved. Give each folders of its "
                "own: emails of one would become referrals of the other."
            )


def origins_of(providers: list[dict]) -> list[str]:
    """Where signing in by a provider sends the browser."""
    addresses = [urlsplit(each["settings"]["server_url"]) for each in providers]
    return [f"{address.scheme}://{address.netloc}" for address in addresses]
