"""A backup: everything but the keys, taken while Heed runs."""

import shutil
from datetime import datetime
from pathlib import Path

from django.conf import settings
from django.db import transaction

from heed.audit.actions import record, write_checkpoint
from heed.config.backup import databases, manifest
from heed.config.backup.manifest import Manifest
from heed.config.journal.keeping import catch_up
from heed.config.new_folder import must_be_free, new_folder
from heed.documents.models import Document

CHECKPOINTS, FILES = "checkpoints", "files"
OWN = 0o600


def back_up(target: Path, *, by, at: datetime) -> tuple[Manifest, list[str]]:
    """Write a backup into a new folder; what it says of itself, and which files of
    documents were not found.

    Checkpoints first, then the databases, then the files: what the copied record ends
    with is never older than a copied checkpoint, and every file that a copied row names
    was stored before it."""
    must_be_free(target)
    catch_up(by=by, at=at)
    with transaction.atomic():
        record(what="make_backup", by=by, at=at)
    write_checkpoint(by=by, at=at)
    with new_folder(target) as folder:
        _copy_tree(Path(settings.CHECKPOINT_FOLDER), folder / CHECKPOINTS)
        named, entries = _named(), manifest.entries_now()
        for name in databases.ALIASES:
            databases.copy(name, folder / databases.file_name(name))
        if not settings.FILES_BUCKET:
            _copy_tree(Path(settings.FILES_FOLDER), folder / FILES)
        made = manifest.described(folder, entries=entries, at=at)
        manifest.put(folder, made)
        missing = [] if settings.FILES_BUCKET else _missing(folder / FILES, named)
    return made, missing


def _named() -> list[str]:
    return list(Document.objects.values_list("stored_as", flat=True))


def _missing(folder: Path, named: list[str]) -> list[str]:
    return [name for name in named if not (folder / name[:2] / name).is_file()]


def _copy_tree(source: Path, target: Path) -> None:
    """Copy the files below a folder; what is only half written is not one yet."""
    target.mkdir(mode=0o700)
    for path in sorted(source.rglob("*")) if source.is_dir() else ():
        if path.is_symlink() or not path.is_file() or path.suffix == ".part":
            continue
        copied = target / path.relative_to(source)
        copied.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        shutil.copyfile(path, copied)
        copied.chmod(OWN)
