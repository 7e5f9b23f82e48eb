"""A picture that is shown is made anew: nothing of the file that was sent is in it."""

import io

import pytest
from PIL import Image

from heed.papers.pictures import bare
from heed.papers.refusals import Refused
from heed.papers.remaking import LONGEST_SIDE, remade
from tests.papers.factories_in import a_zip
from tests.papers.writing_samples import SECRET, a_png

TOLD = SECRET.decode()


def a_photograph(*, turned: int = 1, size=(60, 40)) -> bytes:
    """Red on its left and blue on its right, with where and by whom it was taken."""
    picture = Image.new("RGB", size, (20, 20, 220))
    picture.paste((220, 20, 20), (0, 0, size[0] // 2, size[1]))
    tells = Image.Exif()
    tells[0x0112], tells[0x010E], tells[0x8825] = turned, TOLD, {1: "N", 2: (51, 30, 0)}
    made = io.BytesIO()
    picture.save(made, "JPEG", exif=tells, comment=SECRET, quality=95)
    return made.getvalue()


def test_a_photograph_keeps_what_it_shows_and_nothing_that_it_tells():
    sent = a_photograph()
    assert SECRET in sent

    made = remade(sent, "photo.jpg")

    assert SECRET not in made.data
    assert b"Exif" not in made.data
    assert bare(made.data).data == made.data
    shown = Image.open(io.BytesIO(made.data))
    assert shown.size == (made.width, made.height) == (60, 40)
    assert not shown.getexif()
    left, right = shown.getpixel((5, 20)), shown.getpixel((55, 20))
    assert left[0] > right[0]
    assert right[2] > left[2]


def test_it_stands_upright_without_saying_how_it_lay():
    made = remade(a_photograph(turned=6), "photo.jpg")
    assert (made.width, made.height) == (40, 60)
    assert bare(made.data).turned == 1


@pytest.mark.parametrize("chunk", ["tEXt", "eXIf", "zTXt", "iTXt", "tIME", "prIV"])
def test_what_stands_beside_the_dots_of_a_png_is_gone(chunk):
    made = remade(a_png(7, 5, **{chunk: b"Comment\0" + SECRET}), "a.png")
    assert SECRET not in made.data
    assert (made.kind, made.width, made.height) == ("png", 7, 5)


def test_it_is_no_larger_than_a_page_shows():
    made = remade(a_photograph(size=(LONGEST_SIDE * 2, 40)), "long.jpg")
    assert made.width == LONGEST_SIDE


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (a_photograph() + a_zip({"a.txt": "x"}), "two kinds|something else|zip"),
        (a_png(6400, 6400), "40 million"),
        (a_photograph()[:400], "damaged"),
        (b"\x89PNG\r\n\x1a\n" + b"\0" * 60, "damaged"),
        (b"Dear all, this is a letter.", "no picture"),
    ],
    ids=["a zip too", "too many dots", "cut off", "no parts", "a letter"],
)
def test_what_is_no_single_whole_picture_is_refused_with_a_sentence(data, why):
    with pytest.raises(Refused, match=f"(?i){why}"):
        remade(data, "a.txt" if data.startswith(b"Dear") else "a.jpg")
