"""Papers that must not be read: each is kept, and says in a sentence why."""

import io
import zipfile

from tests.papers.factories_in import an_ole
from tests.referrals.factories import a_filled_form


def a_bomb() -> bytes:
    """A Word file that unpacks to very much more than it is."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("[Content_Types].xml", "<Types/>")
        package.writestr("word/document.xml", b"\0" * 30_000_000)
    return made.getvalue()


def with_macros() -> bytes:
    """Our own form, with a small program in it."""
    made = io.BytesIO(a_filled_form())
    with zipfile.ZipFile(made, "a") as package:
        package.writestr("word/vbaProject.bin", b"x")
    return made.getvalue()


PASSWORD = an_ole("EncryptedPackage", "EncryptionInfo")
PAGE = b"<!doctype html><html><body>Referral form</body></html>"

# How each is called in tests -> the paper, and a word of the sentence about it
BAD_PAPERS = {
    "bomb": (a_bomb, "unpacks"),
    "macros": (with_macros, "macros"),
    "password": (lambda: PASSWORD, "password"),
    "html": (lambda: PAGE, "web page"),
}
