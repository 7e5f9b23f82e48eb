"""Old Office files: a small disk in a file, which may lie about itself."""

import random
import struct
import time
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from heed.papers.blocks import document
from heed.papers.hidden import Beside, Hidden, Reading
from heed.papers.limits import Kind, identify
from heed.papers.ole import container
from heed.papers.read_doc.lines import box_of
from heed.papers.read_doc.sprms import edges, properties
from heed.papers.reading import _with_remains, read_blocks
from heed.papers.refusals import Reason, Refused
from tests.papers.factories_in import an_ole

DOC = (Path(__file__).parent / "saved" / "form.doc").read_bytes()


def test_streams_are_found_by_their_path():
    opened = container(DOC)

    assert opened.has("WordDocument")
    assert opened.read("WordDocument")[:2] == b"\xec\xa5"
    assert opened.read("nothing") == b""


def test_what_a_container_holds_says_what_it_is():
    made = an_ole(WordDocument=b"x" * 5000, Table=b"y")

    assert identify(made, "") is Kind.DOC
    assert container(made).read("WordDocument").rstrip(b"\x00") == b"x" * 5000


def test_words_in_a_text_do_not_make_it_another_kind():
    """By structure: "EncryptedPackage" written in a letter is no password."""
    talks = an_ole(WordDocument="EncryptedPackage _VBA_PROJECT".encode("utf-16-le"))

    assert identify(talks, "letter.doc") is Kind.DOC


def test_an_old_word_file_with_a_password_is_refused():
    at = DOC.index(b"\xec\xa5") + 0x0A
    flags = struct.unpack_from("<H", DOC, at)[0] | 0x0100
    locked = DOC[:at] + struct.pack("<H", flags) + DOC[at + 2 :]

    with pytest.raises(Refused) as refused:
        read_blocks(locked, "form.doc")
    assert refused.value.reason is Reason.ENCRYPTED


def test_a_container_that_bites_its_own_tail_is_damaged():
    made = bytearray(an_ole(WordDocument=b"x" * 5000))
    # The table's first sector follows the header; let the directory lead to itself.
    struct.pack_into("<I", made, 512 + 4, 1)

    with pytest.raises(Refused) as refused:
        identify(bytes(made), "form.doc")
    assert refused.value.reason is Reason.DAMAGED


@pytest.mark.parametrize("at", [30, 44, 48, 60, 68, 72, 76])
def test_a_header_that_lies_is_damaged_or_read_and_quick(at):
    begun = time.process_time()
    for lie in (0xFFFFFFFF, 0x7FFFFFFF, 0xFFFF, 0):
        made = bytearray(DOC)
        struct.pack_into("<I", made, at, lie)
        with suppress(Refused):
            read_blocks(bytes(made), "form.doc")

    assert time.process_time() - begun < 1


@given(seed=st.integers(min_value=0, max_value=2**32))
def test_an_old_word_file_with_some_bytes_changed_is_read_or_refused(seed):
    chance = random.Random(seed)
    made = bytearray(DOC)
    for _ in range(chance.randint(1, 30)):
        made[chance.randrange(len(made))] = chance.randrange(256)
    with suppress(Refused):
        read_blocks(bytes(made), "form.doc")


@given(raw=st.binary(max_size=300))
def test_any_bytes_are_some_properties(raw):
    edges(properties(raw))
    assert box_of(raw) in {"", "☐", "☒"}


def test_what_a_reader_names_unread_stays_named_when_the_rest_cannot_be_looked_at():
    known = Hidden(unread=("a part",), beside=(Beside("names of parts", "x"),))
    reading = Reading(document(), kind=Kind.DOC, hidden=known)

    hidden = _with_remains(reading, b"no container").hidden

    assert hidden.unread == ("a part", "what the file holds beside its text")
    assert hidden.beside == known.beside
