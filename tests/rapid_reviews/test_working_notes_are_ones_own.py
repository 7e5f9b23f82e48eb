"""Working notes are their writer's own; the page says to whom they may have to go."""

import pytest
from django.urls import reverse

from heed.cases.actions import grant_access
from heed.cases.steps import Refused
from heed.rapid_reviews.actions import amend_note, write_note
from heed.rapid_reviews.models import WorkingNote
from heed.rapid_reviews.queries import own_notes_in
from heed.rulebook.language import Role
from heed.rulebook.roles import READS_THE_CASE
from tests.cases.factories import NOON, a_case_with_people, declared, it_is
from tests.partnership.factories import a_person, signed_in

pytestmark = pytest.mark.django_db
WORDS = "He did not look at her when she spoke."


def noted():
    case, people = a_case_with_people()
    note = write_note(case, words=WORDS, by=people["police"], at=NOON)
    return case, people, note


def test_nobody_else_reads_a_working_note(client):
    case, people, note = noted()
    assert [n.words for n in own_notes_in(case, people["police"], at=NOON)] == [WORDS]
    for who in ("manager", "coordinator", "icb", "local_authority"):
        assert own_notes_in(case, people[who], at=NOON) == []
        with it_is(NOON):
            browser = signed_in(client, people[who])
            listed = browser.get(reverse("own_notes", args=[case.public_id]))
            own = browser.get(reverse("own_note", args=[note.public_id]))
            history = browser.get(reverse("case_history", args=[case.public_id]))
        assert WORDS not in listed.content.decode()
        assert own.status_code == 404
        assert WORDS not in history.content.decode()


def test_the_page_says_to_whom_it_may_have_to_be_given(client):
    case, people, _ = noted()
    path = reverse("own_notes", args=[case.public_id])
    with it_is(NOON):
        browser = signed_in(client, people["police"])
        page = browser.get(path).content.decode()
        for words in (WORDS, "the police, a court or a coroner", "asks what is held"):
            assert words in page
        browser.post(path, {"words": "Ask for the photographs."})
    notes = own_notes_in(case, people["police"], at=NOON)
    assert {note.words for note in notes} == {WORDS, "Ask for the photographs."}


def test_nobody_changes_the_note_of_another():
    _, people, note = noted()
    with pytest.raises(Refused, match="Only whoever wrote"):
        amend_note(note, words="Else.", by=people["manager"], at=NOON)
    amend_note(note, words="He looked away.", by=people["police"], at=NOON)
    assert WorkingNote.objects.get().words == "He looked away."


def test_whoever_leaves_the_case_leaves_the_notes():
    from heed.cases.actions import revoke_access
    from heed.cases.models import AccessGrant

    case, people = a_case_with_people()
    adviser = a_person(Role.LEGAL_ADVISER, partnership=case.partnership, at=NOON)
    how = {"role": Role.LEGAL_ADVISER, "by": people["manager"], "at": NOON}
    grant_access(case, person=adviser, **how)
    declared(case, adviser)
    write_note(case, words=WORDS, by=adviser, at=NOON)
    assert Role.LEGAL_ADVISER in READS_THE_CASE

    grant = AccessGrant.objects.get(person=adviser)
    revoke_access(grant, reason="Over", by=people["manager"], at=NOON)
    assert own_notes_in(case, adviser, at=NOON) == []
    with pytest.raises(Refused):
        write_note(case, words="More.", by=adviser, at=NOON)
