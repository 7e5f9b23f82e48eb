"""What the family hears of a decision is agreed first; whoever keeps in touch reads that,
and no decision. Until it is told, or it is said why not, it is work to do."""

import io
from zipfile import ZipFile

import pytest

from heed.cases.actions import (
    agree_what_family_is_told,
    keep_family_record,
    name_family_contact,
    name_family_member,
    record_family_contact,
    write_family_letter,
)
from heed.cases.queries import (
    families_not_recorded,
    family_record_of,
    family_work_to_do,
    ways,
)
from heed.cases.steps import Refused
from heed.correspondence.models import OutgoingEmail
from heed.rulebook.language import Role, Stage
from tests.cases.factories import NOON, a_case_with_people, it_is
from tests.partnership.factories import signed_in
from tests.reviews.factories import on_the_list
from tests.walked import walked_once

pytestmark = pytest.mark.django_db

AGREED = "Three bodies looked. None will write a report, and this is why."
NOT_TOLD = "The family has not been told what was decided, and it is not written why."


@walked_once
def a_decided_case():
    """A case that is decided, whose family record lacks nothing else."""
    case, people = a_case_with_people(stage=Stage.RAPID_REVIEW_SIGNED_OFF)
    people["contact"] = on_the_list(case, people, Role.FAMILY_CONTACT, at=NOON)
    by = {"by": people["coordinator"], "at": NOON}
    mother = name_family_member(
        case, relationship="mother", wishes="To know.", taking_part="asked", **by
    )
    name_family_contact(family_record_of(case), person=people["contact"], **by)
    kept = {"who_counts": "She does.", "child_called": "Lu", "not_told_because": ""}
    keep_family_record(family_record_of(case), **kept, **by)
    _told(case, people["contact"], about="review_begins")
    return case, people, mother


def _told(case, by, *, about):
    record_family_contact(
        case,
        what_was_said="As agreed.",
        happened_on=NOON.date(),
        how="visit",
        about=about,
        by=by,
        at=NOON,
    )


def agreed(case, by, *, told_as=AGREED, because=""):
    return agree_what_family_is_told(
        family_record_of(case),
        told_as=told_as,
        untold_because=because,
        by=by,
        at=NOON,
    )


@pytest.mark.parametrize("many", [0, 2_000])  # how few places are many
def test_it_is_work_to_do_until_the_family_is_told(many, monkeypatch):
    monkeypatch.setattr(ways, "MANY", many)
    case, people, _ = a_decided_case()
    assert family_work_to_do(case) == [NOT_TOLD]
    assert families_not_recorded(people["coordinator"], most=9, at=NOON) == [case]

    agreed(case, people["icb"])
    assert family_work_to_do(case) == [NOT_TOLD]  # agreed is not told
    _told(case, people["contact"], about="decision")

    assert family_work_to_do(case) == []
    assert families_not_recorded(people["coordinator"], most=9, at=NOON) == []


def test_that_it_is_not_told_yet_needs_a_reason():
    case, people, _ = a_decided_case()

    agreed(case, people["icb"], told_as="", because="The police ask to wait.")

    assert family_work_to_do(case) == []
    assert families_not_recorded(people["coordinator"], most=9, at=NOON) == []


def test_a_page_with_neither_words_nor_a_reason_is_asked_again(client):
    case, people, _ = a_decided_case()
    with it_is(NOON):
        signed_in(client, people["icb"])
        page = client.post(f"/cases/{case.public_id}/family/decision/", {})

    assert "Write what they are told, or below why they are not yet." in page.text
    assert family_record_of(case).decision_told_as is None


def test_before_a_decision_nobody_is_asked_for_it():
    case, _ = a_case_with_people()
    assert NOT_TOLD not in family_work_to_do(case)


def test_the_letter_says_what_was_agreed_and_no_more(client):
    case, people, mother = a_decided_case()
    asked = {"about": "decision", "day": None, "more": "Ring me.", "at": NOON}
    with pytest.raises(Refused, match="not agreed yet"):
        write_family_letter(mother, by=people["contact"], **asked)

    agreed(case, people["icb"])
    letter = write_family_letter(mother, by=people["contact"], **asked)

    said = ZipFile(io.BytesIO(letter)).read("word/document.xml").decode()
    assert said.index("decided what happens next") < said.index(AGREED)
    assert said.index(AGREED) < said.index("Ring me.") < said.index("pass on what you")
    other = write_family_letter(
        mother, by=people["contact"], **asked | {"about": "taking_part"}
    )
    assert AGREED not in ZipFile(io.BytesIO(other)).read("word/document.xml").decode()


def test_who_keeps_in_touch_reads_what_was_agreed_and_does_not_agree_it(client):
    case, people, _ = a_decided_case()
    OutgoingEmail.objects.all().delete()
    agreed(case, people["icb"])
    told = {each.to_address: each.letter for each in OutgoingEmail.objects.all()}
    assert told == {people["contact"].email: "please_look"}

    path = f"/cases/{case.public_id}/family/"
    with it_is(NOON):
        signed_in(client, people["contact"])
        off = client.get(path).text
        client.post(f"/cases/{case.public_id}/names/", {"from": "family"})
        on = client.get(path).text

    assert AGREED not in off
    assert AGREED in on
    assert "family/decision/" not in on
    with pytest.raises(Refused, match="Only a coordinator"):
        agreed(case, people["contact"])
