"""The record of a case is read as sentences; the codes beneath stay as they are."""

from uuid import UUID

import pytest

from heed.audit import sentences
from heed.audit.actors import AnonymousReferrer, LinkHolder
from heed.audit.queries import history_of_case, history_of_subject
from heed.audit.sentences import name_people_with, name_reasons, name_what
from tests.audit.entries import CASE, an_entry, some_entries


class Amira:
    actor_kind, actor_id, actor_name = "person", "p-1", "Amira Khan"


@pytest.fixture(autouse=True)
def _names_of_their_own(monkeypatch):
    monkeypatch.setattr(sentences, "NAMES", {})
    monkeypatch.setattr(sentences, "REASONS", {})
    monkeypatch.setattr(sentences, "_names_of_people", [])


def says():
    return [line.says for line in history_of_case(CASE)]


def test_a_history_says_who_did_what_the_latest_first(db):
    an_entry("read_identities", by=Amira())
    an_entry(
        "cases.open_document", by=LinkHolder("l-1", "Quillshire Hospital"), role=""
    )
    an_entry("send_reminder", role="")
    an_entry("refer", by=AnonymousReferrer("r-1"), role="")
    assert says() == [
        "The referrer: Refer.",
        "Heed (the tests): Send reminder.",
        "Somebody with a link: Open document.",
        "Somebody (coordinator): Read identities.",
    ]


def test_names_are_said_by_those_who_know_them(db):
    name_what({"read_identities": "Read the names of the children"})
    name_people_with(lambda ids: {"p-1": "Amira Khan"} if ids == {"p-1"} else {})
    an_entry("read_identities", by=Amira(), role="delegated_partner")
    assert says() == ["Amira Khan (delegated partner): Read the names of the children."]


def test_a_refusal_says_that_it_was_one_and_why(db):
    an_entry("decide", by=Amira(), result="refused", reason_code="not_allowed")
    an_entry("decide", by=Amira(), result="refused", reason_code="stale")
    an_entry("decide", by=Amira(), result="refused")
    name_reasons({"stale": "somebody had changed it since"})
    assert says() == [
        "Somebody (coordinator): Decide. Refused.",
        "Somebody (coordinator): Decide. Refused, because: somebody had changed it since.",
        "Somebody (coordinator): Decide. Refused, because: not allowed.",
    ]


def test_a_history_is_of_one_case_or_one_object(db):
    an_entry(case_id=UUID(int=99))
    an_entry(subject_id=UUID(int=8))
    assert [line.subject_id for line in history_of_case(CASE)] == [str(UUID(int=8))]
    about = history_of_subject("documents.Document", UUID(int=8))
    assert [line.sequence for line in about] == [2]


def test_a_long_history_is_read_in_pages(db, django_assert_num_queries):
    some_entries(7)
    with django_assert_num_queries(1):
        first = history_of_case(CASE, most=4)
    rest = history_of_case(CASE, before=first[-1].sequence, most=4)
    assert [line.sequence for line in [*first, *rest]] == [7, 6, 5, 4, 3, 2, 1]
