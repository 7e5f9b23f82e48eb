"""Uploads lie sealed and without a name until they are kept, and end with the request."""

import uuid
from io import BytesIO

import pytest
from django.contrib.auth.models import AnonymousUser
from django.core.exceptions import RequestDataTooBig
from django.core.files.uploadedfile import SimpleUploadedFile
from django.http import HttpResponse, UnreadablePostError
from django.test import RequestFactory, override_settings
from hypothesis import given
from hypothesis import settings as how
from hypothesis import strategies as st

from heed.config.middleware import MomentAndPerson
from heed.documents.uploads import IntoTheStore

WORDS = b"Marny Oakbridge was seen at the boathouse."


def uploaded(*pieces, settings, tmp_path, limit=1000):
    settings.FILES_FOLDER, settings.FILE_UPLOAD_MAX_BYTES = tmp_path, limit
    handler = IntoTheStore(RequestFactory().post("/"))
    handler.new_file("file", "note of Marny.txt", "text/plain", None)
    for piece in pieces:
        handler.receive_data_chunk(piece, 0)
    return handler


def test_an_upload_lies_sealed_until_the_request_ends(settings, tmp_path):
    handler = uploaded(WORDS, WORDS, settings=settings, tmp_path=tmp_path)
    lies_there = handler.out
    file = handler.file_complete(2 * len(WORDS))

    sealed = lies_there.read(1000, 0)
    assert len(sealed) > 2 * len(WORDS)
    assert b"Marny" not in sealed
    assert file.read() == WORDS + WORDS
    assert b"".join(file.chunks()) == WORDS + WORDS
    assert file.size == 2 * len(WORDS)
    file.close()
    assert not lies_there.close.alive


def test_an_upload_that_breaks_off_leaves_nothing(settings, tmp_path):
    """F27: nor does one whose process is killed, for it never has a name."""
    handler = uploaded(WORDS, settings=settings, tmp_path=tmp_path)

    assert list((tmp_path / "arriving").iterdir()) == []
    lies_there = handler.out
    handler.upload_interrupted()
    assert not lies_there.close.alive


class BreaksOff(BytesIO):
    """What a browser sends that loses its line."""

    def read(self, *words):
        if not (data := super().read(*words)):
            raise OSError("The line is gone.")
        return data


def test_a_request_that_breaks_off_leaves_nothing(settings, tmp_path):
    settings.FILES_FOLDER = tmp_path
    sent = b'--x\r\nContent-Disposition: form-data; name="files"; filename="a"\r\n\r\n'
    request = RequestFactory().post("/", content_type="multipart/form-data; boundary=x")
    request.META["CONTENT_LENGTH"] = 10_000_000
    request._stream = BreaksOff(sent + WORDS * 5_000)

    with pytest.raises(UnreadablePostError):
        assert request.FILES

    assert list((tmp_path / "arriving").iterdir()) == []
    assert request.arriving.out.close.alive
    MomentAndPerson(lambda request: HttpResponse())(with_nobody(request))
    assert request.arriving.out is None


def with_nobody(request):
    request.user = AnonymousUser()
    return request


@pytest.mark.django_db
@pytest.mark.parametrize(
    "sent",
    [
        {f"field{n}": "x" for n in range(3_000)},
        {f"file{n}": SimpleUploadedFile("a.txt", b"x") for n in range(30)},
        {"words": "x" * 6_000_000},
    ],
    ids=["3,000 fields", "30 files", "6 MB of words"],
)
def test_a_request_of_more_than_anybody_means_is_refused(client, sent):
    answer = client.post("/refer/status/", sent)

    assert answer.status_code == 413
    assert "Send fewer files at a time" in answer.content.decode()


def test_a_request_that_says_it_is_too_large_is_refused_unread():
    request = RequestFactory().post("/", content_type="multipart/form-data; boundary=x")
    request.META["CONTENT_LENGTH"] = 2 * 1024**3
    request._stream = BreaksOff(b"never read")

    with pytest.raises(RequestDataTooBig):
        assert request.FILES
    assert request._stream.tell() == 0


def test_an_upload_over_the_limit_keeps_nothing_and_can_be_named(settings, tmp_path):
    handler = uploaded(
        *[b"x" * 600] * 3, settings=settings, tmp_path=tmp_path, limit=1000
    )
    file = handler.file_complete(1800)

    assert file.is_too_large
    assert file.name == "note of Marny.txt"
    assert sum(p.stat().st_size for p in tmp_path.rglob("*") if p.is_file()) == 0


def test_an_upload_without_end_is_cut_off(settings, tmp_path):
    handler = uploaded(settings=settings, tmp_path=tmp_path, limit=1000)

    for _ in range(4):
        handler.receive_data_chunk(b"x" * 1000, 0)

    with pytest.raises(RequestDataTooBig):
        handler.receive_data_chunk(b"x" * 1000, 0)
    assert list((tmp_path / "arriving").iterdir()) == []


@how(max_examples=25, deadline=None)
@given(pieces=st.lists(st.binary(min_size=1, max_size=400), min_size=1, max_size=6))
def test_whatever_is_uploaded_comes_out_as_it_went_in(pieces, tmp_path_factory):
    folder = tmp_path_factory.mktemp(f"up{uuid.uuid4().hex[:8]}")
    with override_settings(FILES_FOLDER=folder, FILE_UPLOAD_MAX_BYTES=100_000):
        handler = IntoTheStore(RequestFactory().post("/"))
        handler.new_file("file", "a", "", None)
        for piece in pieces:
            handler.receive_data_chunk(piece, 0)
        assert handler.file_complete(0).read() == b"".join(pieces)
