"""The family is on the record from the first day: who counts, who keeps in touch, who
must not be contacted, what they wish, what they were told and when."""

import io
from zipfile import ZipFile

import pytest

from heed.audit.models import Entry
from heed.cases.actions import (
    add_child,
    agree_what_family_is_told,
    amend_family_member,
    grant_access,
    keep_family_record,
    name_family_contact,
    name_family_member,
    record_family_contact,
    record_protected_address,
    write_family_letter,
)
from heed.cases.family_letters import KINDS
from heed.cases.models import FamilyContact, FamilyMember
from heed.cases.queries import (
    families_not_recorded,
    family_record_of,
    family_work_to_do,
)
from heed.cases.steps import Refused
from heed.desk.waiting import my_work
from heed.rulebook.language import Role
from heed.rulebook.process import NAME_FAMILY_MEMBER
from heed.rulebook.process.stages import DECISION_STANDS, OPEN
from heed.ui.words import unwanted_words
from tests.cases.factories import NOON, a_case_with_people, declared, it_is
from tests.partnership.factories import a_person, signed_in

pytestmark = pytest.mark.django_db


def a_mother(case, by, **facts):
    facts = {"name": "Wenna Thistlemere", "wishes": "To be told all."} | facts
    return name_family_member(case, relationship="mother", by=by, at=NOON, **facts)


def a_contact(case, people, role=Role.FAMILY_CONTACT):
    person = a_person(role, partnership=case.partnership, at=NOON)
    grant_access(case, person=person, role=role, by=people["manager"], at=NOON)
    declared(case, person)
    return person


def told(case, by, **more):
    return record_family_contact(
        case,
        what_was_said="What a review is.",
        happened_on=NOON.date(),
        how="visit",
        about="review_begins",
        by=by,
        at=NOON,
        **more,
    )


def words_of(letter: bytes) -> str:
    return ZipFile(io.BytesIO(letter)).read("word/document.xml").decode()


def page(client, person, path):
    with it_is(NOON):
        return signed_in(client, person).get(path)


def test_an_empty_record_is_work_to_do_at_every_stage():
    stages = sorted(OPEN & NAME_FAMILY_MEMBER.at)
    case, people = a_case_with_people()
    for stage in stages:
        case.stage = stage
        case.save(update_fields=["stage"])
        assert len(family_work_to_do(case)) == 4 + (stage in DECISION_STANDS)
        assert families_not_recorded(people["coordinator"], most=9, at=NOON) == [case]
        work = [each.what for each in my_work(people["coordinator"], at=NOON)]
        assert "Complete the family record" in work
    assert len(stages) > 20


def test_a_record_that_is_kept_leaves_nothing_to_do():
    case, people = a_case_with_people()
    contact = a_contact(case, people)
    mother = a_mother(case, contact, taking_part="takes_part")
    name_family_contact(
        family_record_of(case), person=contact, by=people["coordinator"], at=NOON
    )
    keep_family_record(
        family_record_of(case),
        who_counts="His mother says: she, and his grandmother.",
        child_called="Lu",
        not_told_because="",
        by=contact,
        at=NOON,
    )
    told(case, contact, member=mother)

    assert family_work_to_do(case) == []
    assert families_not_recorded(contact, most=9, at=NOON) == []
    assert families_not_recorded(people["coordinator"], most=9, at=NOON) == []


def test_what_was_not_asked_of_each_is_named():
    case, people = a_case_with_people()
    a_mother(case, people["coordinator"], wishes="", needs_interpreter=True)
    a_mother(case, people["coordinator"], wishes="", must_not_be_contacted=True)

    named = [sentence for sentence in family_work_to_do(case) if "Mother" in sentence]

    assert named == [
        "Mother 1 needs an interpreter; the language is not written.",
        "Nobody has asked Mother 1 whether they wish to take part.",
        "It is not written what Mother 1 wishes.",
    ]


def test_what_is_known_of_somebody_changes_as_their_wishes_do(client):
    case, people = a_case_with_people()
    mother = a_mother(case, people["coordinator"])
    shown = page(client, people["coordinator"], f"/family-members/{mother.public_id}/")
    assert "Wenna Thistlemere" in shown.content.decode()

    changed = amend_family_member(
        mother,
        advocate="AAFDA",
        dates_to_avoid="14 June, his birthday",
        by=people["coordinator"],
        at=NOON,
    )

    kept = FamilyMember.objects.get(pk=changed.pk)
    assert (kept.advocate, kept.dates_to_avoid) == ("AAFDA", "14 June, his birthday")
    assert kept.wishes == "To be told all."


def test_the_page_of_the_family_says_all_of_it_when_names_are_on(client):
    case, people = a_case_with_people()
    a_mother(
        case,
        people["coordinator"],
        advocate="A cousin",
        dates_to_avoid="14 June",
        needs_interpreter=True,
        language="Polish",
        must_not_be_told_address=True,
    )
    told(case, people["coordinator"])
    path = f"/cases/{case.public_id}/family/"
    off = page(client, people["coordinator"], path).content.decode()
    assert "Must not be told where the child" in off
    assert "Wenna" not in off
    assert "A cousin" not in off

    with it_is(NOON):
        switch = f"/cases/{case.public_id}/names/"
        on = client.post(switch, {"from": "family"}, follow=True).content.decode()

    for words in ("Wenna", "A cousin", "14 June", "Polish", "To be told all.", "Visit"):
        assert words in on


def test_whoever_must_not_be_contacted_is_not_contacted_by_mistake(client):
    case, people = a_case_with_people()
    father = a_mother(case, people["coordinator"], must_not_be_contacted=True)
    path = f"/cases/{case.public_id}/family/contacts/"
    said = {
        "member": str(father.pk),
        "happened_on-day": "11",
        "happened_on-month": "3",
        "happened_on-year": "2026",
        "how": "telephone",
        "what_was_said": "He rang.",
    }
    with it_is(NOON):
        browser = signed_in(client, people["coordinator"])
        refused = browser.post(path, said).content.decode()
        assert "must not be contacted" in refused
        assert "He rang." in refused
        assert not FamilyContact.objects.exists()
        browser.post(path, said | {"although": "on"})
    assert FamilyContact.objects.get().what_was_said == "He rang."


def test_no_letter_is_written_to_whom_must_not_be_contacted():
    case, people = a_case_with_people()
    mother = a_mother(case, people["coordinator"], must_not_be_contacted=True)
    with pytest.raises(Refused, match="must not be contacted"):
        a_letter(mother, people["coordinator"])


def test_no_letter_names_an_address_that_is_kept_apart(client):
    case, people = a_case_with_people()
    add_child(case, given_name="Lumi", by=people["coordinator"], at=NOON)
    mother = a_mother(case, people["coordinator"])
    record_protected_address(
        case, address="17 Nightjar Close, Quill QS1 2AB", by=people["manager"], at=NOON
    )
    path = f"/family-members/{mother.public_id}/letter/"
    said = {"about": "taking_part", "more": "Write to him at 17  nightjar close."}
    with it_is(NOON):
        refused = signed_in(client, people["coordinator"]).post(path, said)

    page = refused.content.decode()
    assert refused["Content-Type"].startswith("text/html")
    assert "An address that is kept apart stands in this letter" in page
    assert "Write to him at" in page
    assert not Entry.objects.filter(what="write_family_letter").exists()


def test_a_partner_reads_the_family_record_and_writes_no_letter_to_the_family():
    case, people = a_case_with_people()
    add_child(case, given_name="Lumi", by=people["coordinator"], at=NOON)
    mother = a_mother(case, people["coordinator"])
    with pytest.raises(Refused, match="Only a coordinator"):
        a_letter(mother, people["icb"])


def a_letter(member, by, about="review_begins", more="", day=None):
    return write_family_letter(member, about=about, day=day, more=more, by=by, at=NOON)


@pytest.mark.parametrize("about", [about for about, _ in KINDS])
def test_a_letter_calls_the_child_by_the_name_that_the_family_uses(about):
    letter = a_letter_about(about)
    assert "Lu" in letter
    assert "Dear Wen" in letter
    assert unwanted_words(letter) == []
    assert "the case" not in letter.lower()
    assert "the subject" not in letter.lower()
    assert "Q-26" not in letter


def a_letter_about(about):
    case, people = a_case_with_people()
    mother = a_mother(case, people["coordinator"], name_chosen="Wen")
    keep_family_record(
        family_record_of(case),
        who_counts="",
        child_called="Lu",
        not_told_because="",
        by=people["coordinator"],
        at=NOON,
    )
    agree_what_family_is_told(
        family_record_of(case),
        told_as="No further review, because all was known.",
        untold_because="",
        by=people["icb"],
        at=NOON,
    )
    return words_of(a_letter(mother, people["coordinator"], about, day=NOON.date()))


def test_without_that_name_it_is_the_childs_own_for_who_may_know_it():
    case, people = a_case_with_people()
    add_child(case, given_name="Lumi", by=people["coordinator"], at=NOON)
    mother, contact = a_mother(case, people["coordinator"]), a_contact(case, people)

    assert "Lumi" in words_of(a_letter(mother, people["coordinator"]))
    with pytest.raises(Refused, match="which name the family uses"):
        a_letter(mother, contact)


def test_a_letter_comes_as_word_and_is_on_record(client):
    case, people = a_case_with_people()
    contact = a_contact(case, people)
    mother = a_mother(case, contact)
    keep_family_record(
        family_record_of(case),
        who_counts="",
        child_called="Lu",
        not_told_because="",
        by=contact,
        at=NOON,
    )
    with it_is(NOON):
        path = f"/family-members/{mother.public_id}/letter/"
        answer = signed_in(client, contact).post(path, {"about": "taking_part"})

    assert "Lu" in words_of(answer.content)
    entry = Entry.objects.get(what="write_family_letter")
    assert entry.subject_id == str(mother.pk)


def test_an_address_is_kept_apart_by_the_business_unit_alone(client):
    from heed.cases.models import ProtectedAddress

    case, people = a_case_with_people()
    mother = a_mother(case, people["coordinator"])
    path = f"/cases/{case.public_id}/family/address/"
    said = {"whose": str(mother.pk), "address": "7 Vole Reach"}
    with it_is(NOON):
        refused = signed_in(client, people["icb"]).post(path, said).content.decode()
        assert "Only a coordinator or a manager" in refused
        signed_in(client, people["coordinator"]).post(path, said)
        shown = client.get(f"/cases/{case.public_id}/family/").content.decode()
    assert ProtectedAddress.objects.get().of_member == mother
    assert "Vole Reach" not in shown
    assert "Address of Mother 1" in shown
