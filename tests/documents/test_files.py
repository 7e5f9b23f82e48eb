"""Files are kept as they were sent: sealed, in quarantine, opened by few, on record."""

import re
import socket
import threading
from contextlib import contextmanager, suppress

import pytest
from django.http import Http404
from django.test import Client

from heed.audit.actors import SystemActor
from heed.audit.models import Entry
from heed.config.ticks import TICKS
from heed.documents import actions, scanning
from heed.documents.actions import (
    MAY_OPEN,
    open_document,
    read,
    receive,
    scan_what_waits,
    withdraw,
)
from heed.documents.models import Document, Quarantine
from heed.documents.queries import document_of, documents_of
from heed.documents.scanning import verdict_on
from heed.papers.referral_form import SentTo, fill_referral_form, referral_form
from heed.partnership.refusals import Refused as NotDone
from tests.cases.factories import NOON, a_case, a_case_with_people, it_is
from tests.papers.factories_in import an_ole
from tests.partnership.factories import signed_in

pytestmark = pytest.mark.django_db
HEED = SystemActor("tests")
WORDS = b"Marny Oakbridge was seen at the boathouse."
BAD = {
    "html": b"<!doctype html><html><script>x</script></html>",
    "macros": b"PK",
    "password": an_ole("EncryptedPackage", "EncryptionInfo"),
    "empty": b"  ",
}


def kept(owner=None, data=WORDS, name="note of Marny.txt", **more) -> Document:
    return receive(
        data,
        name=name,
        owner=owner or a_case(),
        purpose="paper",
        received_from="email",
        by=HEED,
        at=NOON,
        **more,
    )


@contextmanager
def opened_by_anyone():
    before = dict(MAY_OPEN)
    MAY_OPEN["cases.Case"] = lambda document, person, at: True
    try:
        yield
    finally:
        MAY_OPEN.clear()
        MAY_OPEN.update(before)


def everything_in(folder):
    return b"".join(p.read_bytes() for p in folder.rglob("*") if p.is_file())


def test_a_file_comes_back_as_it_was_sent():
    case, people = a_case_with_people()
    document = kept(case)

    with opened_by_anyone():
        content = b"".join(open_document(document, by=people["police"], at=NOON))

    assert content == WORDS


def test_neither_its_name_nor_its_words_lie_open_anywhere(settings, tmp_path):
    settings.FILES_FOLDER = tmp_path / "files"
    document = kept()

    stored = everything_in(tmp_path)
    assert stored
    assert b"Marny" not in stored
    assert "Marny" not in document.stored_as
    (file,) = [path for path in tmp_path.rglob("*") if path.is_file()]
    for each in (file, file.parent):
        assert each.stat().st_mode & 0o077 == 0


def test_opening_a_file_is_recorded_and_without_the_record_it_stays_closed(monkeypatch):
    case, people = a_case_with_people()
    document = kept(case)
    with opened_by_anyone():
        open_document(document, by=people["police"], at=NOON)
        assert Entry.objects.get(what="open_document").actor_id == str(
            people["police"].pk
        )

        monkeypatch.setattr(actions, "record", lambda **more: 1 / 0)
        with pytest.raises(ZeroDivisionError):
            open_document(document, by=people["police"], at=NOON)


def test_a_file_whose_owner_nobody_answers_for_opens_for_nobody(monkeypatch):
    case, people = a_case_with_people()
    document = kept(case)
    monkeypatch.delitem(MAY_OPEN, "cases.Case")

    with pytest.raises(Http404):
        open_document(document, by=people["manager"], at=NOON)


def test_nothing_is_kept_for_an_owner_whom_nobody_answers_for(monkeypatch):
    case, _ = a_case_with_people()
    monkeypatch.delitem(MAY_OPEN, "cases.Case")

    with pytest.raises(LookupError, match=r"cases\.Case"):
        kept(case)
    assert not Document.objects.exists()


def test_a_file_that_was_taken_back_is_shown_to_nobody():
    case, people = a_case_with_people()
    document = kept(case)

    withdraw(document, by=HEED, at=NOON)

    assert documents_of(case) == []
    with pytest.raises(Http404):
        document_of(case, document.public_id)
    with opened_by_anyone(), pytest.raises(Http404):
        open_document(document, by=people["manager"], at=NOON)


def test_another_owners_file_is_not_this_owners():
    document = kept()

    with pytest.raises(Http404):
        document_of(a_case(), document.public_id)


@pytest.mark.parametrize("bad", BAD)
def test_what_cannot_be_read_safely_is_kept_aside_with_the_reason(bad):
    document = kept(data=BAD[bad], name="report.docx")

    assert document.quarantine == Quarantine.REFUSED
    assert document.refused_because.endswith(".")
    assert document.size == len(BAD[bad])


def test_nothing_is_called_clean_that_nobody_scanned():
    assert kept().quarantine == Quarantine.NOT_SCANNED


# clamd


@pytest.fixture
def clamd(settings, tmp_path):
    """Somebody who answers on a socket as clamd does."""
    asked, said = [], [b"stream: OK\0"]
    door = socket.socket(socket.AF_UNIX)
    settings.CLAMD_SOCKET = str(tmp_path / "clamd")
    door.bind(settings.CLAMD_SOCKET)
    door.listen()

    def answer():
        while True:
            try:
                caller, _ = door.accept()
            except OSError:
                return
            # Whoever asks may have hung up in the meantime.
            with suppress(OSError), caller, caller.makefile("rb") as data:
                if data.read(len(b"zPING\0")) == b"zPING\0":
                    caller.sendall(b"PONG\0")
                    continue
                asked.append(whole_stream(data))
                caller.sendall(said[0])

    threading.Thread(target=answer, daemon=True).start()
    yield asked, said
    door.shutdown(socket.SHUT_RDWR)
    door.close()


def whole_stream(data) -> bytes:
    """What follows the first letters of the command."""
    assert data.read(len(b"EAM\0")) == b"EAM\0"
    pieces = b""
    while length := int.from_bytes(data.read(4)):
        pieces += data.read(length)
    return pieces


def test_a_file_that_was_scanned_says_so(clamd):
    asked, _ = clamd

    assert kept().quarantine == Quarantine.CLEAN
    assert asked == [WORDS]


def test_a_file_with_a_virus_is_kept_and_opens_for_nobody(clamd):
    case, people = a_case_with_people()
    clamd[1][0] = b"stream: Eicar-Test-Signature FOUND\0"
    document = kept(case)

    assert document.quarantine == Quarantine.INFECTED
    assert read(document, read_as="report", by=HEED, at=NOON).content is None
    with opened_by_anyone(), pytest.raises(Http404):
        open_document(document, by=people["manager"], at=NOON)


@pytest.mark.parametrize(
    "answer", [b"stream: Broken OK ERROR\0", b"stream: x OK\0", b"\0", b""]
)
def test_an_answer_that_is_no_verdict_leaves_it_not_scanned(clamd, answer):
    clamd[1][0] = answer

    assert kept().quarantine == Quarantine.NOT_SCANNED


def test_a_file_in_many_pieces_is_scanned_whole(clamd):
    pieces = [b"", WORDS, b"", b"x" * (scanning.PIECE + 1), b""]

    assert verdict_on(pieces) == Quarantine.CLEAN
    assert clamd[0] == [b"".join(pieces)]


@pytest.mark.parametrize(
    "answer",
    [
        b"INSTREAM size limit exceeded. ERROR\0",
        b"stream: Heuristics.Limits.Exceeded.MaxFileSize FOUND\0",
    ],
)
def test_a_file_that_the_scanner_does_not_take_is_kept_aside_with_the_reason(
    clamd, answer
):
    clamd[1][0] = answer
    document = kept()

    assert document.quarantine == Quarantine.REFUSED
    assert "larger than the virus scanner takes" in document.refused_because


def test_a_scanner_that_says_nothing_in_time_leaves_it_not_scanned(clamd, monkeypatch):
    monkeypatch.setattr(scanning, "SECONDS", 2)
    monkeypatch.setattr(scanning.time, "monotonic", iter(range(99)).__next__)

    assert verdict_on([b"x"] * 3) == Quarantine.NOT_SCANNED


def test_one_file_without_a_verdict_holds_up_no_other(clamd, settings):
    asked, said = clamd
    there, settings.CLAMD_SOCKET = settings.CLAMD_SOCKET, "/nowhere/clamd"
    for words in (b"one", b"two"):
        kept(data=words)
    settings.CLAMD_SOCKET = there
    said[0] = b"stream: Can't allocate memory ERROR\0"

    scan_what_waits(by=HEED, at=NOON)

    assert asked == [b"one", b"two"]


def test_a_scanner_that_is_gone_leaves_it_not_scanned(settings, tmp_path):
    settings.CLAMD_SOCKET = str(tmp_path / "nobody")

    assert kept().quarantine == Quarantine.NOT_SCANNED


def test_what_was_not_scanned_opens_for_nobody_where_there_is_a_scanner(
    settings, tmp_path
):
    case, people = a_case_with_people()
    settings.CLAMD_SOCKET = str(tmp_path / "nobody")
    document = kept(case)

    with opened_by_anyone(), pytest.raises(NotDone, match="has not been scanned"):
        open_document(document, by=people["manager"], at=NOON)

    entry = Entry.objects.get(what="open_document")
    assert (entry.refused, entry.reason_code) == (True, "not_scanned")


def test_what_came_while_the_scanner_was_away_is_scanned_anew(clamd, settings):
    asked, said = clamd
    case, people = a_case_with_people()
    there, settings.CLAMD_SOCKET = settings.CLAMD_SOCKET, "/nowhere/clamd"
    first, second = kept(case), kept(case, data=b"Another file.")
    settings.CLAMD_SOCKET = there

    with opened_by_anyone():
        opened = open_document(first, by=people["manager"], at=NOON)
        assert b"".join(opened) == WORDS
    said[0] = b"stream: Eicar-Test-Signature FOUND\0"
    scan_what_waits(by=HEED, at=NOON)

    assert asked == [WORDS, b"Another file."]
    verdicts = {each.pk: each.quarantine for each in Document.objects.all()}
    assert verdicts == {first.pk: Quarantine.CLEAN, second.pk: Quarantine.INFECTED}
    assert any(tick.action.endswith(":scan_what_waits") for tick in TICKS)


def test_what_cannot_be_read_safely_opens_for_the_unit_after_a_second_press(client):
    with it_is(NOON):
        case, people = a_case_with_people()
        document = kept(case, data=BAD["password"], name="plan.docx")
        assert document.quarantine == Quarantine.REFUSED
        address = f"/files/{document.public_id}/"
        with opened_by_anyone():
            police = signed_in(Client(), people["police"])
            assert police.get(address).status_code == 404
            assert police.post(address).status_code == 404
            manager = signed_in(client, people["manager"])
            asked = manager.get(address).content.decode()
            assert not Entry.objects.filter(what="open_kept_aside").exists()
            opened = manager.post(address).content

    assert "Open it all the same" in asked
    assert opened == BAD["password"]
    assert Entry.objects.get(what="open_kept_aside").case_id == case.pk


# Reading


def test_a_form_is_read_beside_its_file_and_never_in_its_place():
    form = fill_referral_form(
        referral_form(SentTo(partnership="Quillshire", mailbox="r@q.example")),
        {"child.1.given": "Marny"},
    )
    document = kept(data=form, name="form.docx")

    reading = read(document, read_as="referral", by=HEED, at=NOON)

    assert reading.content["children"][0]["given"] == "Marny"
    assert reading.content["typed"]["child.1.given"] == "Marny"
    assert document.readings.last() == reading
    assert document.size == len(form)


def test_a_refused_file_is_not_read():
    reading = read(kept(data=BAD["html"]), read_as="referral", by=HEED, at=NOON)

    assert reading.content is None
    assert "web page" in reading.problem


# Names


NAMES = [
    *("../../etc/passwd\0\n", "..\\..\\boot.ini", "%2e%2e%2fa", "C:\\a.txt", "CON"),
    *(
        "-rf",
        "x" * 300,
        "a\r\nSet-Cookie: b.txt",
        "",
        ".",
        "\u202ecod.txt",
        "\ud800.txt",
    ),
]


@pytest.mark.parametrize("name", NAMES)
def test_a_name_is_words_about_a_file_and_never_where_it_lies(client, name):
    """F35: it is kept to the letter, stored under chance and handed out by neither."""
    with it_is(NOON), opened_by_anyone():
        case, people = a_case_with_people()
        document = kept(case, name=name)
        manager = signed_in(client, people["manager"])
        answer = manager.get(f"/files/{document.public_id}/")

    assert re.fullmatch("[0-9a-f]{64}", document.stored_as)
    document.refresh_from_db()
    assert document.name == name
    assert answer.content == WORDS
    said = f'attachment; filename="{document.public_id}.txt"'
    assert answer["Content-Disposition"] == said
    assert answer["Content-Type"] == "application/octet-stream"
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert "sandbox" in answer["Content-Security-Policy"]
