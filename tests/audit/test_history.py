"""The record of a case is read as sentences; the codes beneath stay as they are."""

from uuid import UUID

import pytest
from django.db import connection
from django.db.models import Q

from heed.audit import sentences
from heed.audit.actors import AnonymousReferrer, LinkHolder
from heed.audit.models import Entry
from heed.audit.queries import Sought, history_of_case
from heed.audit.sentences import name_people_with, name_reasons, name_what
from tests.audit.entries import CASE, an_entry, some_entries


class Amira:
    actor_kind, actor_id, actor_name = "person", "p-1", "Amira Khan"


@pytest.fixture(autouse=True)
def _names_of_their_own(monkeypatch):
    monkeypatch.setattr(sentences, "NAMES", {})
    monkeypatch.setattr(sentences, "REASONS", {})
    monkeypatch.setattr(sentences, "_names_of_people", [])


def history(sought=None, *, referrals=(), before=None, most=50):
    how = {"referrals": referrals, "before": before, "most": most}
    return history_of_case(CASE, sought or Sought(), **how)


def says():
    return [line.says for line in history()]


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


def test_a_history_is_of_one_case_and_of_the_referrals_it_took_in(db):
    an_entry(case_id=UUID(int=99))
    an_entry(case_id=None, subject_kind="referrals.Referral", subject_id=UUID(int=5))
    an_entry(subject_id=UUID(int=8))

    assert [line.sequence for line in history()] == [3]
    assert [line.sequence for line in history(referrals=[UUID(int=5)])] == [3, 2]
    about = history(Sought(subject_id=UUID(int=8)))
    assert [(line.sequence, line.subject) for line in about] == [(3, "Document")]


def test_a_long_history_is_read_in_pages(db, django_assert_num_queries):
    some_entries(7)
    with django_assert_num_queries(1):
        first = history(most=4)
    rest = history(before=first[-1].sequence, most=4)
    assert [line.sequence for line in [*first, *rest]] == [7, 6, 5, 4, 3, 2, 1]


def test_what_was_done_with_one_thing_is_found_without_reading_everything(db):
    about = Q(case_id=CASE) | Q(subject_id__in=[str(UUID(int=7))])
    plan = Entry.objects.filter(about).order_by("-sequence").explain()
    if connection.vendor == "sqlite":
        assert "entries_about_one" in plan
        assert "SCAN audit_entry\n" not in plan
