"""A report of 140,000 words and 400 pictures is read within what a reader is given."""

import io
import random
import zipfile

from heed.documents.confinement import SECONDS
from heed.documents.reading import read_in_child
from heed.papers.limits import MOST_BYTES
from tests.deidentify.pictures import a_jpeg
from tests.deidentify.planted_word import A, drawn
from tests.papers.factories_in import a_docx, para

WORDS, PICTURES = 140_000, 400
SENTENCE = "the worker wrote that nobody had asked what this day was like"
A_HUNDRED = " ".join([SENTENCE] * 9)[:600].split()[:100]


def shown(number):
    blip = f'<a:graphic xmlns:a="{A}"><a:blip r:embed="rId{number + 1}"/></a:graphic>'
    return para(drawn(blip))


def a_photograph(chance):
    """A photograph of a hundred thousand bytes, like no other."""
    dots = chance.randbytes(100_000).replace(b"\xff", b"\x01")
    whole = a_jpeg()
    return whole[:-2] + dots + whole[-2:]


def a_long_report():
    words = para(" ".join(A_HUNDRED))
    body = [words] * (WORDS // len(A_HUNDRED) + 1)
    body += [shown(number) for number in range(PICTURES)]
    names = [f"media/image{number}.jpg" for number in range(PICTURES)]
    stream = io.BytesIO(a_docx(*body, relations=[("image", name) for name in names]))
    chance = random.Random(20)
    with zipfile.ZipFile(stream, "a", zipfile.ZIP_STORED) as package:
        for name in names:
            package.writestr(f"word/{name}", a_photograph(chance))
    return stream.getvalue()


def test_a_report_of_140000_words_and_400_pictures_is_read_whole():
    data = a_long_report()
    assert 0.75 * MOST_BYTES < len(data) < MOST_BYTES

    read = read_in_child(data, "report.docx", "report", seconds=4 * SECONDS)

    assert read.problem == ""
    text = [
        block["runs"][0]["text"]
        for block in read.content["document"]["blocks"]
        if "runs" in block
    ]
    assert sum(len(words.split()) for words in text) >= WORDS
    assert len(read.content["document"]["images"]) == PICTURES
    assert read.content["hidden"]["unread"] == []
