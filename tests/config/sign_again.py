"""Signs a spoilt backup anew, as somebody could who has the key folder."""

import sys
from dataclasses import replace
from pathlib import Path

import django

django.setup()

import json  # noqa: E402

from heed.config.backup import manifest  # noqa: E402
from heed.config.checksums import checksums_of  # noqa: E402

if __name__ == "__main__":
    folder = Path(sys.argv[1])
    text = (folder / manifest.NAME).read_text()
    (folder / manifest.NAME).unlink()
    (folder / manifest.SIGNATURE).unlink()
    said = manifest.Manifest(**json.loads(text))
    manifest.put(folder, replace(said, checksums=checksums_of(folder)))
