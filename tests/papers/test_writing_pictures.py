"""Pictures that leave the house say nothing of where and by whom they were made."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from heed.papers.pictures import bare
from tests.papers.writing_samples import (
    JPEG_END,
    JPEG_SCAN,
    SECRET,
    a_jpeg,
    a_png,
    a_segment,
    exif,
)


@pytest.mark.parametrize("chunk", ["tEXt", "zTXt", "iTXt", "eXIf", "tIME", "prVt"])
def test_a_png_keeps_its_pixels_and_nothing_that_tells(chunk):
    picture = bare(a_png(7, 5, **{chunk: SECRET}))

    assert (picture.kind, picture.width, picture.height) == ("png", 7, 5)
    assert picture.data == a_png(7, 5)


@pytest.mark.parametrize("marker", [0xE1, 0xE2, 0xED, 0xEF, 0xFE])
def test_a_jpeg_keeps_its_pixels_and_nothing_that_tells(marker):
    picture = bare(a_jpeg(a_segment(marker, SECRET)))

    assert (picture.kind, picture.width, picture.height) == ("jpeg", 30, 20)
    assert SECRET not in picture.data
    assert JPEG_SCAN in picture.data


@pytest.mark.parametrize("order", ["<", ">"])
@pytest.mark.parametrize(("turned", "size"), [(3, (30, 20)), (6, (20, 30))])
def test_which_way_up_a_photograph_is_stays(turned, size, order):
    picture = bare(a_jpeg(a_segment(0xE1, exif(turned, order))))

    assert (picture.width, picture.height) == size
    assert SECRET not in picture.data
    assert bare(picture.data) == picture


def test_a_second_picture_behind_the_end_is_left_out():
    picture = bare(a_jpeg(after=a_jpeg(a_segment(0xFE, SECRET))))

    assert SECRET not in picture.data
    assert picture.data.endswith(JPEG_END)


@pytest.mark.parametrize("marker", [0xE1, 0xED, 0xFE])
def test_what_tells_between_two_scans_is_left_out(marker):
    whole = a_jpeg()
    between = whole[:-2] + a_segment(marker, SECRET) + a_scan() + JPEG_END

    assert SECRET not in bare(between).data
    assert bare(between).data == bare(whole[:-2] + a_scan() + JPEG_END).data


def a_scan():
    return a_segment(0xDA, b"\x01\x01\x00\x00\x3f\x00") + b"\x12"


def test_a_jpeg_always_has_the_plain_header_that_every_program_looks_for():
    assert bare(a_jpeg()).data[:11] == b"\xff\xd8\xff\xe0\x00\x10JFIF\0"


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"GIF89a",
        b"<svg xmlns='http://www.w3.org/2000/svg'/>",
        a_png()[:30],
        a_png(0, 0),
        a_jpeg()[:20],
        b"\xff\xd8" + JPEG_SCAN + JPEG_END,
    ],
)
def test_what_is_broken_or_another_kind_of_picture_is_not_taken(data):
    assert bare(data) is None


@given(st.integers(2, 200), st.integers(0, 255))
def test_a_damaged_picture_never_stops_the_writer(place, value):
    for good in (a_png(), a_jpeg(a_segment(0xE1, exif(6)))):
        damaged = bytearray(good)
        damaged[place % len(damaged)] = value
        bare(bytes(damaged))
