"""What a backup says of itself, signed with the key that signs checkpoints."""

import json
import platform
from dataclasses import asdict, dataclass
from datetime import datetime
from importlib.metadata import version
from pathlib import Path

import django
from django.conf import settings
from django.db import connection
from django.db.migrations.recorder import MigrationRecorder

from heed.audit.models import Head
from heed.config.backup.databases import ALIASES, vendor
from heed.config.checksums import checksums_of
from heed.config.journal.lines import last_line
from heed.config.one_sentence import CannotBeDone
from heed.documents.models import Document
from heed.vault.key_file import master_keys
from heed.vault.models import KeyWrap
from heed.vault.signing import is_signed, sign

NAME, SIGNATURE = "manifest.json", "manifest.signature"
FORMAT = 1
MARK = b"heed backup 1\n"


@dataclass(frozen=True)
class Manifest:
    """A backup in words: of when, made by what, of what, and what is not in it."""

    format: int
    made_at: str
    versions: dict[str, str]
    databases: dict[str, str]
    migrations: list[str]
    entries: int
    documents: int
    files: str
    keys: dict
    journal: str
    checksums: dict[str, str]

    @property
    def in_bucket(self) -> bool:
        return self.files.startswith("bucket ")


def entries_now() -> int:
    """How far the record reaches now."""
    return Head.objects.get().sequence


def described(folder: Path, *, entries: int, at: datetime) -> Manifest:
    """What is to be said of the backup in this folder, whose record holds at least so
    many entries."""
    last = last_line()
    return Manifest(
        format=FORMAT,
        made_at=at.isoformat(),
        versions={
            "heed": version("heed"),
            "django": django.get_version(),
            "python": platform.python_version(),
        },
        databases={name: vendor(name) for name in ALIASES},
        migrations=sorted(
            ".".join(each)
            for each in MigrationRecorder(connection).applied_migrations()
        ),
        entries=entries,
        documents=Document.objects.count(),
        files=(
            f"bucket {settings.FILES_BUCKET}: its objects are not in this backup"
            if settings.FILES_BUCKET
            else "in the folder files"
        ),
        keys={
            "not_in_this_backup": "The key folder is kept in a place of its own.",
            "needed": sorted(_needed()),
        },
        journal=last.entry if last else "",
        checksums=checksums_of(folder),
    )


def _needed() -> set[str]:
    wraps = KeyWrap.objects.exclude(master_key_id="")
    return set(wraps.values_list("master_key_id", flat=True).distinct())


def put(folder: Path, manifest: Manifest) -> None:
    """Write the manifest and its signature."""
    text = json.dumps(asdict(manifest), indent=1, ensure_ascii=False) + "\n"
    (folder / NAME).write_text(text, encoding="utf-8")
    (folder / SIGNATURE).write_text(sign(MARK + text.encode()), encoding="utf-8")


def read(folder: Path) -> Manifest:
    """The manifest of a backup that is ours and of which nothing was changed."""
    if not (folder / NAME).is_file():
        raise CannotBeDone(f"There is no backup in {folder}: it has no {NAME}.")
    text = (folder / NAME).read_text(encoding="utf-8")
    try:
        signature = (folder / SIGNATURE).read_text(encoding="utf-8")
    except FileNotFoundError:
        signature = ""
    if not is_signed(MARK + text.encode(), signature):
        raise CannotBeDone(
            "The manifest of this backup was not signed by our key: it was changed, or "
            "the key folder is another one."
        )
    manifest = Manifest(**json.loads(text))
    _same_files(folder, manifest)
    _keys_are_here(manifest)
    return manifest


def _same_files(folder: Path, manifest: Manifest) -> None:
    there = checksums_of(folder)
    for name in (NAME, SIGNATURE):
        there.pop(name, None)
    wrong = {
        name
        for name in {*there, *manifest.checksums}
        if there.get(name) != manifest.checksums.get(name)
    }
    if wrong:
        first = min(wrong)
        many = f", and {len(wrong) - 1} more" if len(wrong) > 1 else ""
        raise CannotBeDone(
            f"This backup is not as it was made: {first}{many} changed, went missing "
            "or was added. Take another one."
        )


def _keys_are_here(manifest: Manifest) -> None:
    kept = master_keys()
    missing = [each for each in manifest.keys["needed"] if each not in kept]
    if missing:
        raise CannotBeDone(
            f"The key file lacks the master key {missing[0]}, which this backup needs. "
            "Put back the key folder first."
        )
