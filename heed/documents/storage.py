"""Where file contents lie: sealed, under random names, in a folder or a bucket."""

import os
import secrets
import uuid
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from django.conf import settings

from heed.vault.streams import open_stream, seal_stream

PIECE = 256 * 1024


class FolderStore:
    """Sealed files in a folder that only Heed's user reads."""

    def __init__(self, folder: Path):
        self.folder = folder

    def put(self, pieces: Iterable[bytes]) -> str:
        name = secrets.token_hex(32)
        path = self._path(name)
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        partial = path.with_suffix(".part")
        with os.fdopen(
            os.open(partial, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb"
        ) as out:
            for piece in pieces:
                out.write(piece)
            out.flush()
            os.fsync(out.fileno())
        partial.rename(path)
        self._sync_folder(path.parent)
        return name

    def pieces(self, name: str) -> Iterator[bytes]:
        with self._path(name).open("rb") as kept:
            while piece := kept.read(PIECE):
                yield piece

    def _path(self, name: str) -> Path:
        return self.folder / name[:2] / name

    def _sync_folder(self, folder: Path) -> None:
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


class BucketStore:
    """Sealed files in S3-compatible storage."""

    def __init__(self, bucket: str):
        from storages.backends.s3 import S3Storage

        self.storage = S3Storage(bucket_name=bucket, file_overwrite=False)

    def put(self, pieces: Iterable[bytes]) -> str:
        from django.core.files.base import ContentFile

        name = secrets.token_hex(32)
        return self.storage.save(name, ContentFile(b"".join(pieces)))

    def pieces(self, name: str) -> Iterator[bytes]:
        with self.storage.open(name) as kept:
            while piece := kept.read(PIECE):
                yield piece


@cache
def _store(folder: Path, bucket: str):
    return BucketStore(bucket) if bucket else FolderStore(folder)


def store():
    """The store that the settings name."""
    return _store(settings.FILES_FOLDER, settings.FILES_BUCKET)


def keep(pieces: Iterable[bytes], data_key, document_id) -> str:
    """Seal a document's content under a data key, store it, give its random name."""
    return store().put(seal_stream(pieces, data_key, str(document_id)))


def content_of(document) -> Iterator[bytes]:
    """The content of a document, opened piece by piece. Ask `actions.open_document`
    for it: that is where the opening is allowed and recorded."""
    return open_stream(
        store().pieces(document.stored_as), document.data_key, str(document.pk)
    )


@dataclass(frozen=True)
class Copied:
    """The bytes of a file, sealed once more for another owner, of which no row is kept
    yet."""

    of: object
    id: uuid.UUID
    stored_as: str


def copy_bytes(document, data_key) -> Copied:
    """Seal the bytes of a file under another key. It takes as long as the file is long:
    to be called before a step opens."""
    copy_id = uuid.uuid4()
    stored_as = keep(content_of(document), data_key, copy_id)
    return Copied(document, copy_id, stored_as)
