"""F21: broken papers and messages are read, or refused in one sentence. 300 here in one
process; 34 in tests/documents and 10,000 in `bench/mutants.py` go the whole way, each
read by a process of its own."""

import json
import time
from pathlib import Path

import pytest

from heed.documents.messages import parts_of
from heed.papers.limits import Kind, identify
from heed.papers.paper import WAYS, read_paper
from heed.papers.read_eml import read_message
from heed.papers.refusals import Refused
from tests.papers.mutants import mutant, papers, way_of

EACH = 30
BROKEN = Path(__file__).parent / "broken"


def verdict(number: int) -> str:
    """What becomes of one broken paper."""
    return verdict_of(*mutant(number), way_of(number))


def verdict_of(name: str, data: bytes, way: str) -> str:
    """ "read", or the sentence why it is not."""
    try:
        if identify(data, name) is Kind.EML:
            json.dumps(parts_of(read_message(data)))
        json.dumps(read_paper(data, name, way))
    except Refused as refused:
        return refused.sentence
    return "read"


@pytest.mark.parametrize("tenth", range(10))
def test_every_broken_paper_has_a_verdict(tenth):
    begun = time.process_time()

    for number in range(tenth * EACH, (tenth + 1) * EACH):
        said = verdict(number)
        assert said == "read" or (said.endswith(".") and "\n" not in said), number

    assert time.process_time() - begun < 20


@pytest.mark.parametrize("name", [each.name for each in BROKEN.iterdir()])
def test_what_once_fell_over_has_a_verdict(name):
    said = [verdict_of(name, (BROKEN / name).read_bytes(), way) for way in WAYS]

    assert all(each == "read" or each.endswith(".") for each in said)


def test_the_papers_themselves_are_whole():
    unread = {"message.msg", "page.png", "page.jpg", "page.tiff", "papers.zip"}

    for name, data in papers().items():
        if name not in unread:
            assert read_paper(data, name, "report")["text_length"] > 5, name
