"""Checkpoints: signed files outside the database that say where the chain ended.

Whoever can change the database can hash the chain anew; they cannot sign. Copy the
folder to another machine as the files are written.
"""

import json
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from django.conf import settings

from heed.vault.signing import is_signed, sign
from heed.vault.whole_files import write_once


@dataclass(frozen=True)
class Checkpoint:
    """What a checkpoint says; `genuine` when our key signed it."""

    sequence: int
    link: str
    at: str
    genuine: bool

    @property
    def signed_at(self) -> datetime | None:
        return datetime.fromisoformat(self.at) if self.at else None


def write(sequence: int, link: str, *, by, at: datetime) -> Path:
    """Write a signed checkpoint and return its file."""
    moment = at.astimezone(UTC)
    said = {
        "entries": sequence,
        "sequence": sequence,
        "link": link,
        "at": moment.isoformat(timespec="microseconds"),
        "by": f"{by.actor_kind}:{by.actor_id}",
    }
    folder = Path(settings.CHECKPOINT_FOLDER)
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    path = folder / f"checkpoint-{sequence:015}-{moment:%Y%m%dT%H%M%S%fZ}.json"
    signed = {"said": said, "signature": sign(_message(said))}
    write_once(path, json.dumps(signed, indent=1) + "\n")
    return path


def newest(folder: Path | None = None) -> Checkpoint | None:
    """The checkpoint that reaches furthest, of the settings' folder or of a copy of it
    brought from elsewhere; None before the first."""
    folder = Path(folder or settings.CHECKPOINT_FOLDER)
    paths = sorted(folder.glob("checkpoint-*.json"))
    return _read(paths[-1]) if paths else None


def _read(path: Path) -> Checkpoint:
    try:
        signed = json.loads(path.read_text())
        said = signed["said"]
        return Checkpoint(
            sequence=int(said["sequence"]),
            link=str(said["link"]),
            at=str(said["at"]),
            genuine=is_signed(_message(said), str(signed["signature"])),
        )
    except (ValueError, KeyError, TypeError):
        return Checkpoint(sequence=0, link="", at="", genuine=False)


def _message(said: dict) -> bytes:
    return b"heed checkpoint 1\n" + json.dumps(said, sort_keys=True).encode()
