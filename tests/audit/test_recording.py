"""An entry says who did what and when, in codes and ids, in the same transaction."""

import json
from datetime import UTC, datetime, timedelta, timezone
from hashlib import sha256
from uuid import UUID

import pytest
from django.db import connections, transaction

from heed.audit.actions import NotOnTheRecord
from heed.audit.actors import AnonymousReferrer, LinkHolder, SystemActor
from heed.audit.models import Entry, Head
from tests.audit.entries import AT, CASE, QUILLSHIRE, an_entry, some_entries


def test_an_entry_says_who_did_what_to_which_object_and_when(db):
    entry = Entry.objects.get(pk=an_entry().pk)
    assert (entry.what, entry.role, entry.result) == (
        "open_document",
        "coordinator",
        "done",
    )
    assert (entry.actor_kind, entry.actor_id) == ("system", "the tests")
    assert (entry.subject_kind, entry.subject_id) == (
        "documents.Document",
        str(UUID(int=7)),
    )
    assert (entry.case_id, entry.partnership_id, entry.at) == (CASE, QUILLSHIRE, AT)
    assert not entry.refused


def test_the_text_that_was_hashed_is_kept_as_it_was_hashed(db):
    some_entries(2)
    first, second = Entry.objects.all()
    assert json.loads(first.canonical) == [
        1,
        1,
        first.pk.hex,
        "2026-03-11 09:00:00",
        "system",
        "the tests",
        "coordinator",
        "open_document",
        "documents.Document",
        str(UUID(int=7)),
        CASE.hex,
        QUILLSHIRE.hex,
        "done",
        "r0",
    ]
    assert first.link == sha256(bytes(32) + first.canonical.encode()).hexdigest()
    before = bytes.fromhex(first.link)
    assert second.link == sha256(before + second.canonical.encode()).hexdigest()


def test_the_head_stands_where_the_chain_ends(db):
    last = some_entries(5)[-1]
    head = Head.objects.get()
    assert (head.sequence, head.link) == (5, last.link) == (last.sequence, last.link)


def test_a_refusal_is_on_the_record_with_its_reason(db):
    entry = an_entry(result="refused", reason_code="not_on_the_list")
    assert (entry.refused, entry.reason_code) == (True, "not_on_the_list")


def test_an_entry_is_made_in_the_transaction_of_what_it_tells(db, monkeypatch):
    with monkeypatch.context() as outside:
        outside.setattr(connections["default"], "in_atomic_block", False)
        with pytest.raises(NotOnTheRecord, match="transaction"):
            an_entry()


def test_what_did_not_happen_leaves_no_entry_and_no_gap(db):
    an_entry()
    with transaction.atomic():
        an_entry()
        transaction.set_rollback(True)
    assert an_entry().sequence == 2


@pytest.mark.parametrize(
    "said",
    [
        {"what": "Mother said she was frightened"},
        {"what": "x" * 81},
        {"subject_kind": "Jamie's report"},
        {"subject_id": "Jamie Marsh"},
        {"subject_id": 'quote"'},
        {"role": "the social worker"},
        {"reason_code": "because she knew him"},
        {"reason_code": "line\nbreak"},
        {"reason_code": "pipe|"},
        {"what": "évènement"},
        {"result": "perhaps"},
        {"by": SystemActor("")},
        {"by": LinkHolder('a"b', "Quillshire Hospital")},
        {"at": datetime(2026, 3, 11, 9)},
    ],
)
def test_words_of_a_case_and_half_said_things_are_not_recorded(db, said):
    with pytest.raises(NotOnTheRecord) as refusal:
        an_entry(**said)
    assert not Entry.objects.exists()
    assert "Jamie" not in str(refusal.value)
    assert "Mother" not in str(refusal.value)


def test_somebody_of_an_unknown_kind_is_not_recorded(db):
    class Stranger:
        actor_kind, actor_id, actor_name = "stranger", "7", "A stranger"

    with pytest.raises(NotOnTheRecord, match="anonymous_referrer"):
        an_entry(by=Stranger())


def test_a_case_that_is_no_id_is_not_recorded(db):
    with pytest.raises(ValueError, match="UUID"):
        an_entry(case_id="Q-26-014")


@pytest.mark.parametrize(
    ("by", "kind", "name"),
    [
        (AnonymousReferrer("r-1"), "anonymous_referrer", "The referrer"),
        (
            LinkHolder("l-1", "Quillshire Hospital"),
            "link_holder",
            "Quillshire Hospital",
        ),
        (LinkHolder("l-1", ""), "link_holder", "Somebody with a link"),
        (SystemActor("deadlines"), "system", "Heed (deadlines)"),
    ],
)
def test_everybody_who_acts_has_a_kind_an_id_and_a_name(db, by, kind, name):
    entry = an_entry(by=by)
    assert (entry.actor_kind, by.actor_kind, by.actor_name) == (kind, kind, name)
    assert entry.actor_id == by.actor_id


def test_the_same_moment_is_written_alike_wherever_it_was_read(db):
    summer = timezone(timedelta(hours=1))
    here = an_entry(at=AT.astimezone(summer), what="a")
    there = an_entry(at=AT.astimezone(UTC), what="a")
    assert json.loads(here.canonical)[3] == json.loads(there.canonical)[3]


def test_an_entry_costs_three_questions(db, django_assert_num_queries):
    with django_assert_num_queries(3):
        an_entry()
