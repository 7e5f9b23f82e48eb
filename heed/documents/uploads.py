"""Uploads go into the store sealed, piece by piece; no clear text touches a disk.

A file over the limit is not kept, but its name is: the page can say which it was."""

import os
import secrets
from io import BytesIO

from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from django.conf import settings
from django.core.files.uploadedfile import UploadedFile
from django.core.files.uploadhandler import FileUploadHandler, StopUpload

LENGTH = 4
BEYOND_PATIENCE = 4  # times the limit: then nobody sends this by mistake


class SealedUpload(UploadedFile):
    """An uploaded file, lying sealed under a key that only this request holds."""

    def __init__(self, path, key, name, content_type, size, charset):
        super().__init__(None, name, content_type, size, charset)
        self._path, self._key = path, key

    @property
    def is_too_large(self):
        return self.size > settings.FILE_UPLOAD_MAX_BYTES

    def chunks(self, chunk_size=None):
        seal = AESGCM(self._key)
        with self._path.open("rb") as kept:
            number = 0
            while length := kept.read(LENGTH):
                sealed = kept.read(int.from_bytes(length))
                yield seal.decrypt(number.to_bytes(12), sealed, None)
                number += 1

    def read(self, *args):
        return b"".join(self.chunks())

    def multiple_chunks(self, chunk_size=None):
        return True

    def open(self, mode=None):
        self.file = BytesIO(self.read())
        return self

    def close(self):
        self._path.unlink(missing_ok=True)


class IntoTheStore(FileUploadHandler):
    """Seals each piece as it arrives, and keeps none beyond the limit."""

    out = None

    def new_file(self, *args, **kwargs):
        super().new_file(*args, **kwargs)
        folder = settings.FILES_FOLDER / "arriving"
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        self.path = folder / secrets.token_hex(32)
        self.key = AESGCM.generate_key(256)
        self.seal, self.number, self.size = AESGCM(self.key), 0, 0
        self.out = os.fdopen(
            os.open(self.path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb"
        )

    def receive_data_chunk(self, raw_data, start):
        self.size += len(raw_data)
        if self.size > BEYOND_PATIENCE * settings.FILE_UPLOAD_MAX_BYTES:
            self._forget()
            raise StopUpload(connection_reset=True)
        if self.size > settings.FILE_UPLOAD_MAX_BYTES:
            self.out.truncate(0)
            return
        sealed = self.seal.encrypt(self.number.to_bytes(12), raw_data, None)
        self.out.write(len(sealed).to_bytes(LENGTH) + sealed)
        self.number += 1

    def file_complete(self, file_size):
        self.out.close()
        self.out = None
        return SealedUpload(
            self.path,
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
        self.path.unlink(missing_ok=True)
