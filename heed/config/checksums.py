"""Checksums of a folder's files, as `sha256sum --check` reads them."""

import hashlib
from pathlib import Path

NAME = "SHA256SUMS"


def checksum(path: Path) -> str:
    """The SHA-256 of a file."""
    with path.open("rb") as kept:
        return hashlib.file_digest(kept, "sha256").hexdigest()


def checksums_of(folder: Path) -> dict[str, str]:
    """The checksum of every file below a folder, by its path there."""
    return {
        path.relative_to(folder).as_posix(): checksum(path)
        for path in sorted(folder.rglob("*"))
        if path.is_file() and path.name != NAME
    }


def put_checksums(folder: Path) -> int:
    """Write the checksums of a folder into it; of how many files."""
    sums = checksums_of(folder)
    lines = (f"{digest}  {name}\n" for name, digest in sums.items())
    (folder / NAME).write_text("".join(lines), encoding="utf-8")
    return len(sums)
