"""Putting a backup back. Everything is made ready beside what is there, and takes its
place at the end: whatever goes wrong before, nothing has changed."""

import secrets
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from django.apps import apps
from django.conf import settings
from django.core.management import call_command
from django.db import connections, transaction
from django.db.migrations.loader import MigrationLoader

from heed.audit.actions import record, write_checkpoint
from heed.audit.verification import verify
from heed.config.backup import databases, manifest
from heed.config.backup.making import CHECKPOINTS, FILES
from heed.config.backup.manifest import Manifest
from heed.config.journal import lines
from heed.config.journal.keeping import begin_anew, carry_out_again
from heed.config.one_sentence import CannotBeDone
from heed.publications.actions import lapse_what_waits
from heed.vault.keys import forget_keys

OWN = 0o600
STOP_FIRST = "Stop desk, worker and public site first."


@dataclass
class Restored:
    """What a restore came to."""

    made_at: str
    entries: int
    ended_again: dict[str, int] = field(default_factory=dict)
    set_aside: list[str] = field(default_factory=list)
    in_bucket: bool = False


def restore(
    source: Path, *, replace: bool, without_journal: bool, by, at: datetime
) -> Restored:
    """Put a backup back, and let everything end again that has ended since it was
    made. Raises CannotBeDone, with nothing changed, for a backup that is not whole, a
    record that does not hold, data that is there, or a journal that is not."""
    source = Path(source).absolute()
    made = manifest.read(source)
    _same_kind(made)
    if not replace:
        _nothing_is_there(made)
    journal = _journal(made, without=without_journal)
    restored = Restored(made.made_at, made.entries, in_bucket=made.in_bucket)
    mark = f"{at:%Y%m%dT%H%M%S}-{secrets.token_hex(2)}"
    with _made_ready(source, made, mark) as swap:
        _migrated(made)
        restored.ended_again = made_current(journal, by=by, at=at)
        _put_files(source, made)
        restored.set_aside = swap()
    restored.entries = manifest.entries_now()
    begin_anew(at=at)
    restored.set_aside += _put_checkpoints(source, mark)
    write_checkpoint(by=by, at=at)
    return restored


def _known_migrations() -> set[str]:
    """Those that this Heed has, and those that they took the place of."""
    here = MigrationLoader(None).disk_migrations
    before = {each for one in here.values() for each in one.replaces}
    return {".".join(each) for each in {*here, *before}}


def _same_kind(made: Manifest) -> None:
    for name, vendor in made.databases.items():
        if vendor != databases.vendor(name):
            raise CannotBeDone(
                f"The {name} database of this backup is {vendor}; the settings name "
                f"{databases.vendor(name)}."
            )
    known = _known_migrations()
    newer = [each for each in made.migrations if each not in known]
    if newer:
        raise CannotBeDone(
            f"This backup is of a newer Heed ({made.versions['heed']}, {newer[0]}). "
            "Put that version in first."
        )


def _nothing_is_there(made: Manifest) -> None:
    there = [
        f"the {n} database" for n in made.databases if databases.holds_something(n)
    ]
    files = Path(settings.FILES_FOLDER)
    if not made.in_bucket and files.is_dir() and any(files.iterdir()):
        there.append(f"files in {files}")
    if there:
        raise CannotBeDone(
            f"There is something already: {' and '.join(there)}. {STOP_FIRST} Then say "
            "--replace; databases that are there are set aside, not removed."
        )


def _journal(made: Manifest, *, without: bool) -> list[lines.Line]:
    if without:
        return []
    kept = lines.lines()
    known = {each.entry for each in kept}
    if not kept or (made.journal and made.journal not in known):
        state = "is older than this backup" if kept else "is not there"
        raise CannotBeDone(
            f"The journal in {lines.folder()} {state}: what was revoked or withdrawn "
            "since the backup could come back to life. Fetch it, and name its folder "
            "in HEED_JOURNAL; or say --without-journal and go through it by hand."
        )
    return kept


@contextmanager
def _made_ready(source: Path, made: Manifest, mark: str) -> Iterator:
    """Open the copies beside what is there. What is yielded puts them in its place.

    PostgreSQL reads a dump only into a database: there it is in its place at once."""
    kinds = made.databases.items()
    targets = {n: databases.sqlite_file(n) for n, kind in kinds if kind == "sqlite"}
    staged = {n: path.with_name(f".{path.name}.{mark}") for n, path in targets.items()}
    for path in targets.values():
        _is_idle(path)
    try:
        for name in made.databases:
            copied = source / databases.file_name(name)
            if name in staged:
                _open_a_copy(name, copied, staged[name])
            else:
                databases.load_dump(name, copied)
                connections[databases.ALIASES[name]].close()
        _record_holds(source)
        yield lambda: _swap(targets, staged, mark)
    finally:
        for name, path in staged.items():
            databases.open_instead(name, targets[name])
            for left in (path, _journal_of(path)):
                left.unlink(missing_ok=True)


def _open_a_copy(name: str, copied: Path, staged: Path) -> None:
    staged.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    shutil.copyfile(copied, staged)
    staged.chmod(OWN)
    with closing(sqlite3.connect(staged)) as opened:
        databases.check_sqlite(opened, copied.name)
    databases.open_instead(name, staged)


def _migrated(made: Manifest) -> None:
    """A backup of an older Heed is brought to this one."""
    for name in made.databases:
        call_command("migrate", database=databases.ALIASES[name], verbosity=0)
    call_command("createcachetable", verbosity=0)


def _is_idle(path: Path) -> None:
    if not path.is_file():
        return
    try:
        with closing(sqlite3.connect(path, timeout=1)) as opened:
            opened.execute("BEGIN EXCLUSIVE")
            opened.rollback()
    except sqlite3.OperationalError:
        raise CannotBeDone(f"{path} is in use. {STOP_FIRST}") from None
    except sqlite3.DatabaseError:
        return  # damaged: that is why somebody restores


def _record_holds(source: Path) -> None:
    verdict = verify(checkpoints_in=source / CHECKPOINTS)
    if not verdict.ok:
        raise CannotBeDone(
            f"The record in this backup does not hold: {verdict.why} Take another one."
        )


def made_current(journal: list[lines.Line], *, by, at: datetime) -> dict[str, int]:
    """End every session, and whatever ended since the backup was made; what was to go
    out by itself is arranged again."""
    forget_keys()
    with transaction.atomic():
        apps.get_model("sessions.Session").objects.all().delete()
        apps.get_model("usersessions.UserSession").objects.all().delete()
        record(what="restore_backup", by=by, at=at)
    ended = carry_out_again(journal, by=by, at=at)
    lapse_what_waits(by=by, at=at)
    return ended


def _put_files(source: Path, made: Manifest) -> None:
    """Files never change once they are written: those that are there stay."""
    if made.in_bucket:
        return
    target = Path(settings.FILES_FOLDER)
    target.mkdir(mode=0o700, parents=True, exist_ok=True)
    for path in sorted((source / FILES).rglob("*")):
        kept = target / path.relative_to(source / FILES)
        if path.is_file() and not kept.exists():
            kept.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            partial = kept.with_suffix(".part")
            shutil.copyfile(path, partial)
            partial.chmod(OWN)
            partial.rename(kept)


def _put_checkpoints(source: Path, mark: str) -> list[str]:
    """Copy the checkpoints of the backup. Those that know entries which are not in it
    are set aside: they say what was lost, and would call the record broken."""
    folder = Path(settings.CHECKPOINT_FOLDER)
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    aside = folder / f"before-restore-{mark}"
    ours = {path.name for path in (source / CHECKPOINTS).glob("checkpoint-*.json")}
    there = {path.name for path in folder.glob("checkpoint-*.json")}
    try:
        for name in there - ours:
            aside.mkdir(mode=0o700, exist_ok=True)
            (folder / name).rename(aside / name)
    except OSError:
        raise CannotBeDone(
            "The backup is in its place. Checkpoints that are newer than it cannot be "
            f"set aside in {folder}: name a new folder in HEED_CHECKPOINTS and run "
            "`heed audit checkpoint`."
        ) from None
    for name in ours - there:
        shutil.copyfile(source / CHECKPOINTS / name, folder / name)
        (folder / name).chmod(OWN)
    return [str(aside)] if there - ours else []


def _swap(targets: dict, staged: dict, mark: str) -> list[str]:
    """Set aside what is there, and give the copies its place."""
    aside = []
    for name, path in targets.items():
        databases.open_instead(name, path)  # closes the copy, whole on the disk
        if path.exists():
            old = path.with_name(f"{path.name}.before-restore-{mark}")
            path.rename(old)
            if _journal_of(path).exists():
                # Beside another database it would be played back into it.
                _journal_of(path).rename(_journal_of(old))
            aside.append(str(old))
        _journal_of(path).unlink(missing_ok=True)
        staged[name].rename(path)
    return aside


def _journal_of(path: Path) -> Path:
    return path.with_name(f"{path.name}-journal")
