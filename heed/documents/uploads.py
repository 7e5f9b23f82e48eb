"""Uploads go into the store sealed, piece by piece; no clear text touches a disk."""

import os
import secrets
from io import BytesIO

from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from django.conf import settings
from django.core.files.uploadedfile import UploadedFile
from django.core.files.uploadhandler import FileUploadHandler, StopUpload

LENGTH = 4
IN_MEMORY = 256 * 1024


class SealedUpload(UploadedFile):
    """An uploaded file, lying sealed under a key that only this request holds."""

    def __init__(self, path, key, name, content_type, size, charset):
        super().__init__(None, name, content_type, size, charset)
        self._path, self._key = path, key
        self.file = None

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
    """Seals each piece as it arrives, and stops at the limit."""

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
        if self.size > settings.FILE_UPLOAD_MAX_BYTES:
            self._forget()
            raise StopUpload(connection_reset=True)
        sealed = self.seal.encrypt(self.number.to_bytes(12), raw_data, None)
        self.out.write(len(sealed).to_bytes(LENGTH) + sealed)
        self.number += 1

    def file_complete(self, file_size):
        self.out.close()
        return SealedUpload(
            self.path,
            self.key,
            self.file_name,
            self.content_type,
            self.size,
            self.charset,
        )

    def upload_interrupted(self):
        if hasattr(self, "out"):
            self._forget()

    def _forget(self):
        self.out.close()
        self.path.unlink(missing_ok=True)
