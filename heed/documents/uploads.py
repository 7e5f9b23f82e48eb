"""Uploads go into the store sealed, piece by piece; no clear text touches a disk.

They lie in a file without a name: whatever happens to the request, or to the process
that holds it, nothing of it is left. A file over the limit is not kept, but its name
is: the page can say which it was. A request that says beforehand that it is larger
than anybody means, or a file that never ends, is refused unread."""

import os
import tempfile
import weakref
from io import BytesIO
from pathlib import Path

from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from django.conf import settings
from django.core.exceptions import RequestDataTooBig
from django.core.files.uploadedfile import UploadedFile
from django.core.files.uploadhandler import FileUploadHandler

LENGTH = 4
BEYOND_PATIENCE = 4  # times the limit: then nobody sends this by mistake
MOST_AT_ONCE = 10  # times the limit: the largest request, of however many files


class Nameless:
    """A file that stands in no folder, and is gone with whoever holds it."""

    def __init__(self, folder: Path):
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        with tempfile.TemporaryFile(dir=folder, buffering=0) as file:
            self.place = os.dup(file.fileno())
        self.close = weakref.finalize(self, os.close, self.place)

    def write(self, data: bytes) -> None:
        whole = memoryview(data)
        while whole:
            whole = whole[os.write(self.place, whole) :]

    def read(self, size: int, at: int) -> bytes:
        return os.pread(self.place, size, at)

    def forget(self) -> None:
        os.ftruncate(self.place, 0)


class SealedUpload(UploadedFile):
    """An uploaded file, lying sealed under a key that only this request holds."""

    def __init__(self, sealed: Nameless, key, name, content_type, size, charset):
        super().__init__(None, name, content_type, size, charset)
        self._sealed, self._key = sealed, key

    @property
    def is_too_large(self):
        return self.size > settings.FILE_UPLOAD_MAX_BYTES

    def chunks(self, chunk_size=None):
        seal, number, at = AESGCM(self._key), 0, 0
        while length := self._sealed.read(LENGTH, at):
            size = int.from_bytes(length)
            sealed = self._sealed.read(size, at + LENGTH)
            yield seal.decrypt(number.to_bytes(12), sealed, None)
            number, at = number + 1, at + LENGTH + size

    def read(self, *args):
        return b"".join(self.chunks())

    def multiple_chunks(self, chunk_size=None):
        return True

    def open(self, mode=None):
        self.file = BytesIO(self.read())
        return self

    def close(self):
        self._sealed.close()


class IntoTheStore(FileUploadHandler):
    """Seals each piece as it arrives, and keeps none beyond the limit."""

    out = None

    def __init__(self, request=None):
        super().__init__(request)
        if request is not None:
            request.arriving = self

    def handle_raw_input(self, input_data, meta, content_length, *words, **more):
        if content_length > MOST_AT_ONCE * settings.FILE_UPLOAD_MAX_BYTES:
            raise RequestDataTooBig("More than one request may hold.")

    def new_file(self, *args, **kwargs):
        super().new_file(*args, **kwargs)
        self.key = AESGCM.generate_key(256)
        self.seal, self.number, self.size = AESGCM(self.key), 0, 0
        self.out = Nameless(settings.FILES_FOLDER / "arriving")

    def receive_data_chunk(self, raw_data, start):
        self.size += len(raw_data)
        if self.size > BEYOND_PATIENCE * settings.FILE_UPLOAD_MAX_BYTES:
            self._forget()
            raise RequestDataTooBig("A file without end.")
        if self.size > settings.FILE_UPLOAD_MAX_BYTES:
            self.out.forget()
            return
        sealed = self.seal.encrypt(self.number.to_bytes(12), raw_data, None)
        self.out.write(len(sealed).to_bytes(LENGTH) + sealed)
        self.number += 1

    def file_complete(self, file_size):
        sealed, self.out = self.out, None
        return SealedUpload(
            sealed,
            self.key,
            self.file_name,
            self.content_type,
            self.size,
            self.charset,
        )

    def upload_interrupted(self):
        if self.out:
            self._forget()

    def _forget(self):
        self.out.close()
        self.out = None


def forget_what_arrives(request) -> None:
    """Close at the end of a request what it was sending when its line broke. Nobody
    else does: the request stays in memory for as long as nothing else needs it."""
    if arriving := getattr(request, "arriving", None):
        arriving.upload_interrupted()
