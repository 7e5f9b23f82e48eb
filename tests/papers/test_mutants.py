"""F21: broken papers and messages are read, or refused in one sentence. 300 here, 10,000
in `bench/mutants.py`, there each in a process that is confined as the real one."""

import json
import time

import pytest

from heed.documents.messages import parts_of
from heed.papers.limits import Kind, identify
from heed.papers.paper import WAYS, read_paper
from heed.papers.read_eml import read_message
from heed.papers.refusals import Refused
from tests.papers.mutants import mutant, papers

EACH = 30


def verdict(number: int) -> str:
    """What becomes of one broken paper: "read", or the sentence why it is not."""
    name, data = mutant(number)
    try:
        if identify(data, name) is Kind.EML:
            json.dumps(parts_of(read_message(data)))
        json.dumps(read_paper(data, name, sorted(WAYS)[number % len(WAYS)]))
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


@pytest.mark.parametrize("number", [9736])
def test_what_once_fell_over_has_a_verdict(number):
    """9736: a row all of whose cells go on from those above."""
    said = verdict(number)
    assert said == "read" or said.endswith(".")


def test_the_papers_themselves_are_whole():
    unread = {"message.msg", "page.png", "page.jpg", "papers.zip"}

    for name, data in papers().items():
        if name not in unread:
            assert read_paper(data, name, "report")["text_length"] > 5, name
