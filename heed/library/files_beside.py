"""Files that the web server in front sends itself: this process only says which.

Bytes of a megabyte are cheap for nginx (`sendfile`) and dear in Python. A file is laid
into the folder of the site's version when it is first asked for; the folders of all
other versions are cleared away, so that what was withdrawn lies in none.
"""

import os
import shutil
import threading
from collections.abc import Hashable
from pathlib import Path

from heed.library.kept_pages import KeptPage

A_FOLDER, A_FILE = 0o755, 0o644


class FilesBeside:
    """The folder that the web server reads, and the internal address at which it does
    so (nginx: `internal`, `alias`)."""

    def __init__(self, folder: Path, address: str) -> None:
        self._folder, self._address = folder, address.rstrip("/")
        self._lock = threading.Lock()

    def address_of(self, version: Hashable, page: KeptPage) -> str:
        """Where the web server finds these bytes, which are laid there if need be."""
        place = self._folder / str(version) / page.name
        if not place.exists():
            self._lay(place, page.body)
        return f"{self._address}/{version}/{page.name}"

    def clear(self, version: Hashable) -> None:
        """Leave nothing of any other version of the site."""
        if not self._folder.is_dir():
            return
        for folder in self._folder.iterdir():
            if folder.name != str(version):
                shutil.rmtree(folder, ignore_errors=True)

    def _lay(self, place: Path, body: bytes) -> None:
        with self._lock:
            place.parent.mkdir(mode=A_FOLDER, parents=True, exist_ok=True)
            partial = place.with_suffix(f".{os.getpid()}")
            partial.write_bytes(body)
            partial.chmod(A_FILE)
            partial.rename(place)
