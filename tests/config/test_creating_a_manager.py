"""The first manager of a partnership comes in from the command line."""

import json
from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from heed import clock
from heed.audit.models import Entry
from heed.correspondence.models import OutgoingEmail
from heed.partnership.actions import accept_invitation
from heed.partnership.models import Invitation, Partnership
from heed.partnership.queries import roles_of
from heed.rulebook.language import Role
from tests.partnership.factories import PASSWORD, a_partnership, a_person

pytestmark = pytest.mark.django_db

NEW = {"found": "exampleshire", "called": "Exampleshire SCP", "short_name": "Example"}


def create(email="manager@exampleshire.example", name="First Manager", **options):
    out = StringIO()
    call_command("create_manager", email, name, as_json=True, stdout=out, **options)
    return json.loads(out.getvalue())


def refused(*args, **options):
    with pytest.raises(CommandError) as refusal:
        create(*args, **options)
    assert refusal.value.returncode == 2
    return str(refusal.value)


def test_a_partnership_is_founded_and_its_manager_comes_in_by_link_and_code():
    said = create(**NEW, area=["E06000999=Exampleshire"])

    invitation = Invitation.objects.get()
    partnership = Partnership.objects.get()
    assert said["partnership"] == partnership.slug == "exampleshire"
    assert [area.name for area in partnership.areas.all()] == ["Exampleshire"]
    manager = accept_invitation(
        invitation, code=said["code"], password=PASSWORD, at=invitation.invited_at
    )
    today = clock.london_date(invitation.invited_at)
    held = roles_of(manager, partnership, on=today)
    assert [each.role for each in held] == [Role.MANAGER]


def test_the_link_leaves_by_the_outbox_and_the_code_does_not():
    said = create(**NEW)

    email = OutgoingEmail.objects.get()
    assert email.to_address == "manager@exampleshire.example"
    assert said["code"] not in str(email.fields)


def test_both_are_on_the_record():
    create(**NEW)

    entries = Entry.objects.order_by("sequence")
    assert [(e.actor_kind, e.what) for e in entries] == [
        ("system", "found_partnership"),
        ("system", "invite_person"),
    ]


def test_where_a_manager_is_another_is_invited_only_when_asked_for():
    partnership = a_partnership()
    there = a_person(Role.MANAGER, partnership=partnership)

    sentence = refused()

    assert there.name in sentence
    assert "--another" in sentence
    assert create(another=True)["partnership"] == partnership.slug


def test_who_is_invited_already_is_named():
    a_partnership()
    create()
    assert "manager@exampleshire.example" in refused("other@exampleshire.example")


def test_a_refusal_leaves_nothing_behind():
    create(**NEW)
    before = Entry.objects.count()

    refused(**{**NEW, "found": "otherplace"}, area=["E06000998"])

    assert Partnership.objects.count() == 1
    assert Entry.objects.count() == before


@pytest.mark.parametrize(
    ("options", "said"),
    [
        ({}, "No partnership has been founded yet"),
        ({"email": "not an address", **NEW}, "not an email address"),
        ({"name": " ", **NEW}, "what the manager is called"),
        ({"found": "exampleshire"}, "needs its names"),
        ({**NEW, "found": "Example shire"}, "cannot stand in an address"),
    ],
)
def test_what_is_missing_is_said(options, said):
    assert said in refused(**options)


def test_of_several_partnerships_one_is_named():
    one, two = a_partnership(), a_partnership()
    assert two.slug in refused()
    assert "There is no partnership elsewhere" in refused(partnership="elsewhere")
    assert create(partnership=one.slug)["partnership"] == one.slug
