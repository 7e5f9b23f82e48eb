"""Files of any size are sealed piece by piece, and every loss and swap is noticed."""

import io
import itertools
import tracemalloc
from uuid import uuid4

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from heed.vault.ciphers import CannotOpen
from heed.vault.keys import forget_keys
from heed.vault.streams import PIECE, SALT, TAG, open_stream, seal_stream
from tests.vault.notes import a_key

HEADER = 1 + SALT
SEALED = PIECE + TAG
SIZES = [0, 1, PIECE - 1, PIECE, PIECE + 1, 3 * PIECE, 3 * PIECE + 7]

quickly = settings(
    max_examples=40,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)


@pytest.fixture
def key(db):
    return a_key()


def content(size):
    return bytes(itertools.islice(itertools.cycle(range(251)), size))


def sealed(plain, key, name="file-1"):
    return b"".join(seal_stream(io.BytesIO(plain), key, name))


def opened(raw, key, name="file-1"):
    return b"".join(open_stream(io.BytesIO(raw), key, name))


@pytest.mark.parametrize("size", SIZES)
def test_a_file_of_any_size_comes_back_as_it_went_in(key, size):
    plain = content(size)
    raw = sealed(plain, key)
    forget_keys()
    assert opened(raw, key) == plain
    assert opened(raw, key.pk) == plain


@quickly
@given(st.lists(st.binary(max_size=3 * PIECE), max_size=5), st.integers(1, 3 * PIECE))
def test_it_does_not_matter_in_which_pieces_a_file_comes(key, pieces, size):
    raw = b"".join(seal_stream(pieces, key, "file-1"))
    again = [raw[at : at + size] for at in range(0, len(raw), size)]
    assert b"".join(open_stream(again, key, "file-1")) == b"".join(pieces)


def test_a_file_read_in_short_reads_is_whole(key):
    class Trickle(io.BytesIO):
        def read(self, size=-1):
            return super().read(min(size, 1_000))

    plain = content(2 * PIECE + 3)
    raw = b"".join(seal_stream(Trickle(plain), key, "file-1"))
    assert b"".join(open_stream(Trickle(raw), key, "file-1")) == plain


def test_the_same_file_is_never_sealed_alike(key):
    assert sealed(b"The same.", key) != sealed(b"The same.", key)


def test_nothing_of_a_file_shows(key):
    assert b"canary" not in sealed(b"canary" * 20_000, key)


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("lost", [1, TAG, SEALED])
def test_a_file_cut_short_is_noticed(key, size, lost):
    raw = sealed(content(size), key)
    with pytest.raises(CannotOpen):
        opened(raw[:-lost], key)


def test_a_file_cut_at_the_end_of_a_piece_is_noticed(key):
    raw = sealed(content(3 * PIECE), key)
    for pieces in (0, 1, 2):
        with pytest.raises(CannotOpen):
            opened(raw[: HEADER + pieces * SEALED], key)


def test_pieces_moved_repeated_or_added_are_noticed(key):
    raw = sealed(content(3 * PIECE + 5), key)
    header, body = raw[:HEADER], raw[HEADER:]
    one, two, three, last = (
        body[at : at + SEALED] for at in range(0, len(body), SEALED)
    )
    for wrong in (
        [two, one, three, last],
        [one, one, three, last],
        [one, three, last],
        [one, two, three, last, last],
        [one, two, three],
        [last],
        [],
    ):
        with pytest.raises(CannotOpen):
            opened(header + b"".join(wrong), key)
    assert opened(header + b"".join([one, two, three, last]), key)


@quickly
@given(st.data())
def test_one_changed_byte_is_noticed(key, data):
    raw = bytearray(sealed(content(PIECE + 9), key))
    place = data.draw(st.integers(0, len(raw) - 1))
    raw[place] ^= data.draw(st.integers(1, 255))
    with pytest.raises(CannotOpen):
        opened(bytes(raw), key)


def test_a_file_opens_under_its_own_name_and_key_alone(key):
    raw = sealed(b"A report.", key)
    with pytest.raises(CannotOpen):
        opened(raw, key, "file-2")
    with pytest.raises(CannotOpen):
        opened(raw, a_key())
    with pytest.raises(CannotOpen):
        opened(raw, uuid4())


@pytest.mark.parametrize("raw", [b"", b"\x01", b"%PDF-1.7", bytes(HEADER)])
def test_what_was_not_sealed_here_is_not_opened(key, raw):
    with pytest.raises(CannotOpen):
        opened(raw, key)


def test_a_large_file_passes_through_little_memory(key):
    pieces = (bytes(PIECE) for _ in range(320))  # 20 MiB
    raw = seal_stream(pieces, key, "file-1")
    tracemalloc.start()
    try:
        size = sum(len(piece) for piece in open_stream(raw, key, "file-1"))
        _, most = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert size == 320 * PIECE
    assert most < 2 * 1024 * 1024
