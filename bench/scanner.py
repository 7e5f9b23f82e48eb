"""The virus scanner as a deployment has it: a real clamd, asked as Heed asks it (F57).

    .venv/bin/python -m bench.scanner

Needs clamd (Debian: `apt-get install clamav-daemon`), or its path in CLAMD; without one
it says so. It knows one signature, of the test file of the scanners' makers: those of
the world are large and come from elsewhere. Goals: the test file is found, by itself
and in a Word file; what is larger than the scanner takes, or looks at, is kept aside;
what nobody scanned, because the scanner is gone, is never called clean; 45 MB take 5 s.
"""

import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import django

os.environ["DJANGO_SETTINGS_MODULE"] = "tests.settings"
django.setup()

from django.test import override_settings  # noqa: E402

from heed.documents.models import Quarantine  # noqa: E402
from heed.documents.scanning import scanner_answers, verdict_on  # noqa: E402
from tests.papers.factories_in import a_docx  # noqa: E402

MB = 1024 * 1024
SECONDS, PATIENCE = 5, 60
# In two halves: whole, it would be found in this file.
EICAR = rb"X5O!P%@AP[4\PZX54(P^)7CC)7}$" + rb"EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*"
SIGNATURE = f"Test-File:0:*:{EICAR.hex()}\n"
SETTINGS = """
LocalSocket {here}/clamd.sock
DatabaseDirectory {here}/known
Foreground yes
StreamMaxLength 50M
MaxFileSize {most}M
MaxScanSize {most}M
AlertExceedsMax yes
"""
ASKED = {
    "words": (b"She was seen at noon.", Quarantine.CLEAN),
    "an empty file": (b"", Quarantine.CLEAN),
    "the test file": (EICAR, Quarantine.INFECTED),
    "a Word file with it inside": (
        lambda: a_docx("Words", more={"word/media/a.bin": EICAR}),
        Quarantine.INFECTED,
    ),
    "45 MB": (lambda: b"She was seen. " * (45 * MB // 14), Quarantine.CLEAN),
    "51 MB": (lambda: bytes(51 * MB), Quarantine.REFUSED),
}


def main() -> int:
    program = os.environ.get("CLAMD") or shutil.which(
        "clamd", path="/usr/sbin:/usr/bin"
    )
    if not program:
        print("clamd is not installed here (apt-get install clamav-daemon).")
        return 0
    with _clamd(program, most=5):
        ten = b"She was seen. " * (10 * MB // 14)
        bad = [_judged("10 MB where it looks at 5", ten, Quarantine.REFUSED)]
    with _clamd(program, most=50) as clamd:
        bad += [_asked(what) for what in ASKED]
        clamd.kill()
        clamd.wait()
        gone = verdict_on([b"She was seen at noon."])
        print(f"{'when it is gone':<28} {gone}")
        return int(any([*bad, gone != Quarantine.NOT_SCANNED, scanner_answers()]))


@contextmanager
def _clamd(program: str, *, most: int) -> Iterator[subprocess.Popen]:
    """A scanner that takes 50 MB and looks at so many of them."""
    with tempfile.TemporaryDirectory() as folder:
        here = Path(folder)
        (here / "known").mkdir()
        (here / "known/test.ndb").write_text(SIGNATURE)
        (here / "clamd.conf").write_text(SETTINGS.format(here=here, most=most))
        with _started([program, f"--config-file={here}/clamd.conf"], here) as clamd:
            yield clamd


@contextmanager
def _started(words: list[str], here: Path) -> Iterator[subprocess.Popen]:
    clamd = subprocess.Popen(words, stdout=subprocess.DEVNULL)
    try:
        with override_settings(CLAMD_SOCKET=str(here / "clamd.sock")):
            until = time.monotonic() + PATIENCE
            while not scanner_answers():
                if clamd.poll() is not None or time.monotonic() > until:
                    sys.exit("clamd did not start.")
                time.sleep(0.1)
            yield clamd
    finally:
        clamd.kill()
        clamd.wait()


def _asked(what: str) -> bool:
    made, wanted = ASKED[what]
    return _judged(what, made if isinstance(made, bytes) else made(), wanted)


def _judged(what: str, content: bytes, wanted: str) -> bool:
    begun = time.monotonic()
    verdict = verdict_on([content])
    spent = time.monotonic() - begun
    bad = verdict != wanted or spent > SECONDS
    print(f"{what:<28} {verdict:<12} {spent:6.2f} s{'   NOT AS WANTED' if bad else ''}")
    return bad


if __name__ == "__main__":
    sys.exit(main())
