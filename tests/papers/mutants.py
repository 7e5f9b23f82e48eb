"""Papers and messages broken in every way that chance thinks of, each from a number."""

import io
import random
import struct
import zipfile
from email.message import EmailMessage
from functools import cache
from pathlib import Path

from heed.papers.paper import WAYS
from tests.papers.factories_in import a_zip, an_email, an_ole
from tests.papers.test_reading_others import a_pdf

SAVED = Path(__file__).parent / "saved"
PNG = b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR" + struct.pack(">II", 20, 20) + b"\x08\x02"
JPEG = b"\xff\xd8\xff\xc0\x00\x11\x08" + struct.pack(">HH", 20, 20) + b"\x03" * 40
TIFF = b"II*\0" + struct.pack("<IH", 8, 2)
TIFF += struct.pack("<HHIIHHII", 256, 3, 1, 20, 257, 3, 1, 20) + bytes(90)
EXTREMES = (0, 1, 0x7F, 0x80, 0xFF, 0x7FFF, 0xFFFF, 0x7FFFFFFF, 0xFFFFFFFE, 0xFFFFFFFF)
SIGNS = (
    b"\x00", b"\r\n\r\n", b"PK\x03\x04", b"%PDF-", b"<!DOCTYPE x [<!ENTITY a 'b'>]>",
    b"{\\rtf1", b"\\bin999999999 ", b"&#x0;", b"\xef\xbf\xbf", b"\xe2\x80\xae", b"<w:tbl>",
    b"--=_x\r\n", b"Content-Transfer-Encoding: base64\r\n", b"=?utf-8?b?/w==?=", b"]]>",
    b'table:number-columns-repeated="999999999"', b"/Kids [3 0 R]", b"stream\n",
)  # fmt: skip


@cache
def papers() -> dict[str, bytes]:
    """One whole paper of each kind, by a name for it."""
    made = {each.name: each.read_bytes() for each in sorted(SAVED.iterdir())}
    form = made["form.docx"]
    inner = an_email("Inner words.", attachments=[("Réf – form.docx", form)])
    outer = an_email("Name of child: Leo\n\nPlease see below.")
    outer.add_attachment(inner)
    page = EmailMessage()
    page["From"], page["Subject"] = "Ann <a@b.example>", "=?iso-8859-1?q?Caf=E9?="
    page.set_content("<p>Name: Ann</p>", subtype="html")
    page.add_attachment(made["form.doc"], "application", "msword", filename="form.doc")
    return made | {
        "form.pdf": a_pdf("Name of child Leo", "Date of birth 3/4/2019"),
        "mail.eml": bytes(inner),
        "forwarded.eml": bytes(outer),
        "page.eml": bytes(page),
        "message.msg": an_ole("__properties_version1.0", Content=b"Leo" * 900),
        "list.csv": "date;event\n1/5/16;Seen – twice\n".encode("cp1252") * 9,
        "note.txt": "Child: Siobhán\r\n\r\nWhat happened:\r\n".encode("utf-16") * 9,
        "page.png": PNG * 3,
        "page.jpg": JPEG * 3,
        "page.tiff": TIFF,
        "papers.zip": a_zip({"form.docx": form}),
    }


def mutant(number: int) -> tuple[str, bytes]:
    """The name and the bytes of one broken paper; the same for the same number. Each
    kind has its turn."""
    chance = random.Random(number)
    name = sorted(papers())[number % len(papers())]
    data = papers()[name]
    inside = data.startswith(b"PK") and chance.random() < 0.7
    broken = _broken_inside(data, chance) if inside else _broken(data, chance)
    if chance.random() < 0.1:
        name = chance.choice(("form.docx", "x.pdf", "", "a\nb.doc", "CON.txt", "x.eml"))
    return name, broken


def way_of(number: int) -> str:
    """As what one broken paper is read. Each kind is read in every way."""
    return sorted(WAYS)[number // len(papers()) % len(WAYS)]


def _broken_inside(data: bytes, chance: random.Random) -> bytes:
    """A package whose directory is whole and whose parts are broken."""
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        members = {name: package.read(name) for name in package.namelist()}
    for _ in range(chance.randint(1, 2)):
        name = chance.choice(sorted(members))
        members[name] = _broken(members[name], chance)
    if chance.random() < 0.2:
        members.pop(chance.choice(sorted(members)))
    return a_zip(members)


def _broken(data: bytes, chance: random.Random) -> bytes:
    made = bytearray(data)
    for _ in range(chance.choice((1, 1, 2, 4, 16))):
        chance.choice(_WAYS)(made, chance)
    return bytes(made)


def _flip(made: bytearray, chance: random.Random) -> None:
    for _ in range(chance.randint(1, 8) if made else 0):
        made[chance.randrange(len(made))] = chance.randrange(256)


def _stretch(made: bytearray, chance: random.Random) -> tuple[int, int]:
    begin = chance.randrange(len(made) + 1)
    return begin, min(len(made), begin + chance.choice((1, 4, 40, 400, 4000)))


def _cut_out(made: bytearray, chance: random.Random) -> None:
    begin, end = _stretch(made, chance)
    del made[begin:end]


def _cut_short(made: bytearray, chance: random.Random) -> None:
    del made[chance.randrange(len(made) + 1) :]


def _repeat(made: bytearray, chance: random.Random) -> None:
    begin, end = _stretch(made, chance)
    made[begin:begin] = made[begin:end] * chance.choice((1, 2, 50))


def _extreme(made: bytearray, chance: random.Random) -> None:
    at = chance.randrange(len(made) + 1)
    value = chance.choice(EXTREMES)
    made[at : at + 4] = struct.pack(chance.choice("<>") + "I", value)


def _insert(made: bytearray, chance: random.Random) -> None:
    at = chance.randrange(len(made) + 1)
    made[at:at] = chance.choice(SIGNS) * chance.choice((1, 1, 3, 300))


def _splice(made: bytearray, chance: random.Random) -> None:
    other = papers()[chance.choice(sorted(papers()))]
    begin = chance.randrange(len(other))
    at = chance.randrange(len(made) + 1)
    made[at:at] = other[begin : begin + chance.choice((20, 600, 20_000))]


_WAYS = (_flip, _flip, _cut_out, _cut_short, _repeat, _extreme, _insert, _splice)
