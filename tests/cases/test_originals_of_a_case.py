"""Originals of a case's papers: for few, on the list, and never before it is on record.

An original may hold what its text does not show. Who needs it as it was sent is said
for each kind of paper; what nobody said opens for nobody."""

import ast
import importlib

import pytest
from django.http import Http404
from django.urls import reverse

from heed.audit.models import Entry
from heed.cases.actions import exclude_person, grant_access
from heed.cases.files import OPEN_TO
from heed.correspondence.actions import AS_SENT, ATTACHMENT
from heed.documents import actions
from heed.documents.actions import open_document, receive
from heed.partnership.models import RoleHeld
from heed.rapid_reviews.queries import EMAILED
from heed.referrals.actions.adding import ADDED
from heed.referrals.actions.drafting import PAPER
from heed.referrals.actions.typing_in import ORIGINAL
from heed.rulebook.language import Role
from heed.rulebook.roles import BUSINESS_UNIT, CASE_ROLES
from tests.cases.factories import HEED, NOON, a_case_with_people, declared, it_is
from tests.guards.source import HEED as SOURCE
from tests.guards.source import calls, python_files
from tests.partnership.factories import a_person, signed_in

pytestmark = pytest.mark.django_db
DRAFT = b"The draft, with a name in a comment."
OF_REFERRALS = {PAPER, ADDED, ORIGINAL}
OF_EMAILS = {AS_SENT, ATTACHMENT}
OF_AGENCIES = {EMAILED}  # tests/rapid_reviews/test_a_form_that_came_by_email.py


def an_original(case, purpose="report"):
    return receive(
        DRAFT,
        name="draft.txt",
        owner=case,
        purpose=purpose,
        received_from="lead_reviewer",
        by=HEED,
        at=NOON,
    )


def on_the_list(case, people, role):
    person = a_person(role, partnership=case.partnership, at=NOON)
    seat = RoleHeld.objects.get(person=person).seat or ""
    manager = people["manager"]
    grant_access(case, person=person, role=role, seat=seat, by=manager, at=NOON)
    declared(case, person)
    return person


def may_open(document, person) -> bool:
    try:
        return b"".join(open_document(document, by=person, at=NOON)) == DRAFT
    except Http404:
        return False


def test_a_report_as_it_was_sent_is_for_its_author_and_the_business_unit():
    case, people = a_case_with_people()
    document = an_original(case)
    others = sorted(CASE_ROLES - BUSINESS_UNIT - {Role.DELEGATED_PARTNER})

    may = {
        role for role in others if may_open(document, on_the_list(case, people, role))
    }

    assert may == {Role.LEAD_REVIEWER}
    assert may_open(document, people["manager"])
    assert may_open(document, people["coordinator"])
    assert not may_open(document, people["police"])


def test_a_role_opens_nothing_without_the_list_the_declaration_or_when_excluded():
    case, people = a_case_with_people()
    document = an_original(case)
    beside = a_person(Role.COORDINATOR, partnership=case.partnership, at=NOON)
    undeclared = a_person(Role.COORDINATOR, partnership=case.partnership, at=NOON)
    grant_access(
        case, person=undeclared, role=Role.COORDINATOR, by=people["manager"], at=NOON
    )
    exclude_person(
        case,
        person=people["coordinator"],
        reason="Kin",
        by=people["manager"],
        at=NOON,
    )

    for person in (beside, undeclared, people["coordinator"]):
        assert not may_open(document, person)


def test_a_kind_of_paper_that_nobody_named_opens_for_nobody():
    case, people = a_case_with_people()

    document = an_original(case, purpose="never_named")

    assert not any(may_open(document, person) for person in people.values())


def test_it_is_on_record_before_its_first_byte(monkeypatch):
    case, people = a_case_with_people()
    document = an_original(case)
    monkeypatch.setattr(actions, "content_of", lambda document: 1 / 0)

    with pytest.raises(ZeroDivisionError):
        open_document(document, by=people["manager"], at=NOON)

    entry = Entry.objects.get(what="open_document")
    assert (entry.case_id, entry.actor_id) == (case.pk, str(people["manager"].pk))


def test_it_opens_at_its_address_and_for_others_it_is_not_there(client):
    case, people = a_case_with_people()
    address = reverse("document", args=[an_original(case).public_id])

    with it_is(NOON):
        signed_in(client, people["manager"])
        assert client.get(address).content == DRAFT
        signed_in(client, people["police"])
        assert client.get(address).status_code == 404


def purposes_stored():
    """The kind of paper of every call in Heed that keeps a file, and where it stands."""
    for path in python_files():
        for name, call in calls(path):
            said = {each.arg: each.value for each in call.keywords}
            if name in {"receive", "keep_file", "keep_paper"} and "purpose" in said:
                yield path, said["purpose"]


def as_said(path, value):
    if isinstance(value, ast.Constant):
        return value.value
    if not isinstance(value, ast.Name):
        return None  # a copy is of the kind of what it copies
    module = ".".join(path.relative_to(SOURCE.parent).with_suffix("").parts)
    return getattr(importlib.import_module(module), value.id, None)


def test_every_kind_of_paper_that_is_ever_kept_has_somebody_who_opens_it():
    stored = {as_said(path, value) for path, value in purposes_stored()}

    assert stored >= {"report", "response", PAPER}
    others = OF_REFERRALS | OF_EMAILS | OF_AGENCIES
    assert stored - {None} - set(OPEN_TO) - others == set()
    assert all(OPEN_TO.values())
