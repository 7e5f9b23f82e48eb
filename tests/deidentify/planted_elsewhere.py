"""A name planted in files of other kinds that people lodge."""

import io
import zipfile

from tests.deidentify.pictures import a_metafile, a_png
from tests.papers.factories_in import an_odt

NAME = "Elspeth"
SEEN = "<text:p>People listened.</text:p>"


def an_odt_with(name, said):
    """An OpenDocument text with this part."""
    stream = io.BytesIO(an_odt(SEEN))
    with zipfile.ZipFile(stream, "a") as package:
        package.writestr(name, said)
    return stream.getvalue()


ODT = {
    "a bookmark": an_odt(
        f'{SEEN}<text:p><text:bookmark text:name="{NAME}"/>Seen.</text:p>'
    ),
    "a variable": an_odt(f'{SEEN}<text:user-field-decl office:string-value="{NAME}"/>'),
    "words that no page shows": an_odt(f"{SEEN}<text:unknown>{NAME}</text:unknown>"),
    "settings": an_odt_with("settings.xml", f"<c><i>{NAME}'s printer</i></c>"),
    "a picture": an_odt_with("Pictures/1.png", a_png((b"tEXt", NAME.encode()))),
    "a metafile": an_odt_with("Pictures/1.emf", a_metafile(NAME)),
}
RTF = {
    "a variable": r"{\rtf1 Seen.{\*\docvar {x}{Elspeth}}}",
    "a group that nobody knows": r"{\rtf1 Seen.{\*\nobody Els\'70eth}}",
}
RTF_PICTURE = r"{\rtf1 Seen.{\pict\pngblip 89504e47}}"
