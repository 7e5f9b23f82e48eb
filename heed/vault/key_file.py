"""The master keys: a file outside the database, which only its owner reads.

Each line is `id:base64`. The first key writes; all of them read, so that an old one
still opens what it wrapped, and what a backup holds. The key that signs checkpoints
lies beside it.
"""

import secrets
import stat
from functools import lru_cache
from pathlib import Path

from django.conf import settings

from heed.vault.ciphers import Secret
from heed.vault.signing import make_signing_key
from heed.vault.whole_files import alone_in, write_once, write_over

PREFACE = (
    "# The master keys of Heed: the first line writes, all of them read.\n"
    "# Without this file nothing that is sealed can be opened again, by anybody.\n"
    "# Keep a copy apart from the backups of the database. Remove no line.\n"
)


class KeyFileRefused(Exception):
    """The key file is missing, unsafe or damaged; the sentence says which."""


class MasterKeys:
    """The master keys as read: which one writes, and each by its id."""

    def __init__(self, secrets_by_id: dict[str, Secret]):
        self._secrets = secrets_by_id
        self.writing = next(iter(secrets_by_id))

    def __getitem__(self, key_id: str) -> Secret:
        return self._secrets[key_id]

    def __contains__(self, key_id: str) -> bool:
        return key_id in self._secrets

    def __len__(self) -> int:
        return len(self._secrets)

    def __repr__(self) -> str:
        return f"<{len(self)} master keys>"


def master_keys() -> MasterKeys:
    """The master keys that the settings name, read anew when the file has changed."""
    if settings.DOOR == "public":
        raise KeyFileRefused("The public door holds no key.")
    path = Path(settings.MASTER_KEY_FILE)
    try:
        found = path.stat()
    except FileNotFoundError:
        raise KeyFileRefused(
            f"There is no key file at {path}. `heed keys make` makes one."
        ) from None
    if not stat.S_ISREG(found.st_mode) or found.st_mode & 0o077:
        raise KeyFileRefused(
            f"{path} can be read by others. Make it readable by its owner alone "
            "(chmod 600)."
        )
    return _read(path, found.st_mtime_ns, found.st_ino, found.st_size)


@lru_cache(maxsize=1)
def _read(path: Path, *_as_of) -> MasterKeys:
    found: dict[str, Secret] = {}
    for number, line in enumerate(path.read_text().splitlines(), start=1):
        if not line.strip() or line.startswith("#"):
            continue
        key_id, _, text = line.strip().partition(":")
        try:
            secret = Secret.from_text(text)
        except ValueError:
            secret = None
        if not key_id or secret is None or key_id in found:
            raise KeyFileRefused(f"Line {number} of {path} is not a key of its own.")
        found[key_id] = secret
    if not found:
        raise KeyFileRefused(f"{path} holds no key.")
    return MasterKeys(found)


def make_key_file(path: Path) -> bool:
    """Make the master key and the signing key where there are none; whether it did."""
    path = Path(path)
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    made = write_once(path, PREFACE + _a_line())
    make_signing_key(path.parent)
    return made


def add_master_key(path: Path) -> str:
    """Put a new key in front of the others; its id. It is on the disk on return."""
    path = Path(path)
    with alone_in(path.parent):  # two rotations must not each lose the other's key
        line = _a_line()
        kept = [k for k in path.read_text().splitlines() if k and k[0] != "#"]
        write_over(path, PREFACE + line + "".join(f"{k}\n" for k in kept))
    return line.partition(":")[0]


def _a_line() -> str:
    return f"{secrets.token_hex(6)}:{Secret.new().as_text()}\n"
