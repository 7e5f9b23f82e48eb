"""Anyone refers a child; what they sent is received, answered and kept apart."""

from datetime import date, timedelta

import pytest
from django.db import connection

from heed.audit.actors import AnonymousReferrer
from heed.audit.models import Entry
from heed.cases.models import Deadline, OpenItem, StepTaken
from heed.cases.steps import AlreadyDone, Refused, Seen
from heed.correspondence.models import OutgoingEmail
from heed.referrals.actions import (
    acknowledge,
    refer,
    save_answers,
    show_receipt_secret,
    show_referrer,
)
from heed.referrals.models import ChildAtRisk, Referral, Referrer
from heed.rulebook.language import Role, Stage
from heed.vault.codes import is_code
from tests.cases.factories import NOON, the_people
from tests.partnership.factories import a_partnership, a_person
from tests.referrals.factories import ABOUT_PIPIT, a_draft, a_referral

pytestmark = pytest.mark.django_db


def the_referrer(referral):
    return AnonymousReferrer(str(referral.pk))


def gaps_of(referral):
    found = OpenItem.objects.filter(spine_id=referral.pk)
    return set(found.values_list("kind", flat=True))


def letters_to(address):
    return [e.letter for e in OutgoingEmail.objects.all() if e.to_address == address]


def test_a_sent_referral_has_a_reference_a_stage_and_its_two_clocks():
    referral = a_referral(a_partnership(reference_prefix="Q", at=NOON))

    assert referral.reference == "Q-26-001"
    assert referral.stage == Stage.REFERRAL_RECEIVED
    due = dict(
        Deadline.objects.filter(spine_id=referral.pk).values_list("clock", "due_on")
    )
    assert due == {"acknowledgement": date(2026, 3, 13), "triage": date(2026, 3, 12)}


def test_a_draft_has_neither_a_reference_nor_a_clock():
    draft = a_draft()

    assert draft.reference == ""
    assert not Deadline.objects.exists()
    assert not StepTaken.objects.exists()


def test_what_is_missing_stops_nothing_and_gets_a_name():
    referral = a_referral(answers={"safety.at_risk": "no"})

    assert referral.stage == Stage.REFERRAL_RECEIVED
    assert gaps_of(referral) == {
        "referral.child",
        "referral.what",
        "referral.when",
        "referral.why",
        "referral.referrer",
    }


def test_a_complete_referral_leaves_no_gap():
    assert gaps_of(a_referral()) == set()


def test_an_empty_form_can_be_sent_and_asks_about_risk():
    referral = a_referral(answers={})

    assert referral.risk_now == "not_known"
    assert ChildAtRisk.objects.filter(referral=referral, confirmed_at=None).exists()


def test_who_referred_is_kept_apart_under_a_key_of_its_own():
    referral = a_referral(declaration__signed="W. Ashgrove")

    referrer = Referrer.objects.get(referral=referral)
    assert referrer.data_key_id != referral.data_key_id
    assert referrer.identity["name"] == "Wilhelmina Ashgrove"
    assert "Ashgrove" not in str(referral.answers)
    assert "Ashgrove" not in str(referral.reading)


def test_who_referred_is_shown_to_the_business_unit_alone_and_put_on_the_record():
    referral = a_referral()
    people = the_people(referral.partnership)

    identity = show_referrer(referral, by=people["coordinator"], at=NOON)

    assert identity["email"] == "neighbour@marrowby.example"
    assert Entry.objects.get(what="show_referrer").subject_id == str(referral.pk)
    with pytest.raises(Refused, match="Only the business unit"):
        show_referrer(referral, by=people["police"], at=NOON)


def test_an_address_that_must_be_kept_from_somebody_stands_nowhere_else():
    where = "14 Gannet Row, Saltern Quay"
    referral = a_referral(
        child__1__address=where,
        child__1__address_withheld="yes",
        child__1__whereabouts="With her aunt",
        child__2__given="Junia",
        child__2__address=where,
        adult__1__address=where,
    )

    assert "Gannet" not in str(referral.answers) + str(referral.reading)
    assert referral.withheld == {
        "child-1": f"{where}\nWith her aunt",
        "child-2": where,
        "adult-1": where,
    }


def test_no_word_of_a_referral_lies_open_in_the_database():
    a_referral(child__1__school="Thistlemere Primary")

    with connection.cursor() as cursor:
        cursor.execute("SELECT * FROM referrals_referral")
        rows = str(
            [
                [bytes(c) if isinstance(c, memoryview) else c for c in row]
                for row in cursor.fetchall()
            ]
        )
        cursor.execute("SELECT * FROM referrals_referrer")
        rows += str(cursor.fetchall())
    for word in ("Tobiah", "Marchwinter", "boathouse", "Thistlemere", "Ashgrove"):
        assert word not in rows


def test_the_referrer_is_answered_without_a_word_of_what_they_said():
    referral = a_referral()

    email = next(
        e
        for e in OutgoingEmail.objects.all()
        if e.to_address == "neighbour@marrowby.example"
    )
    assert email.letter == "referral_received"
    assert "Tobiah" not in str(email.fields)
    assert email.fields["reference"] == referral.reference
    assert Deadline.objects.get(clock="acknowledgement").met_on == NOON.date()


def test_who_must_not_be_contacted_is_not_written_to():
    a_referral(referrer__contact_note="My husband reads my email.")

    assert letters_to("neighbour@marrowby.example") == []


def test_the_business_unit_is_told_that_something_arrived():
    partnership = a_partnership(at=NOON)
    people = the_people(partnership)

    a_referral(partnership)

    assert letters_to(people["manager"].email) == ["referral_arrived"]
    assert letters_to(people["coordinator"].email) == ["referral_arrived"]
    assert letters_to(people["police"].email) == []


@pytest.mark.parametrize("answer", ["yes", "not_known"])
def test_a_child_at_risk_reaches_the_desk_before_anything_is_sent(answer):
    partnership = a_partnership(at=NOON)
    people = the_people(partnership)

    draft = a_draft(partnership, answers={"safety.at_risk": answer})

    assert draft.is_draft
    assert letters_to(people["coordinator"].email) == ["child_at_risk"]
    assert StepTaken.objects.get().step == "raise_safety_action"


def test_a_risk_is_told_once_however_often_the_page_is_saved():
    draft = a_draft(answers={"safety.at_risk": "yes"})

    for words in ("Her brother.", "Her brother and the baby."):
        save_answers(
            draft,
            keys=["safety.at_risk", "safety.who"],
            answers={"safety.at_risk": "yes", "safety.who": words},
            by=the_referrer(draft),
            at=NOON,
        )

    assert ChildAtRisk.objects.count() == 1


def test_no_risk_alerts_nobody():
    a_draft(answers={"safety.at_risk": "no"})

    assert not ChildAtRisk.objects.exists()
    assert not OutgoingEmail.objects.exists()


def test_pressing_send_twice_sends_once():
    draft = a_draft()
    seen = Seen(version=draft.version, once="the-same-page")

    refer(draft, by=the_referrer(draft), at=NOON, seen=seen)
    with pytest.raises(AlreadyDone):
        refer(draft, by=the_referrer(draft), at=NOON, seen=seen)

    assert Referral.objects.exclude(reference="").count() == 1


def test_what_was_sent_cannot_be_changed_or_sent_again():
    referral = a_referral()

    with pytest.raises(Refused, match="has been sent"):
        save_answers(
            referral,
            keys=["incident.what"],
            answers={},
            by=the_referrer(referral),
            at=NOON,
        )
    with pytest.raises(Refused, match="sent already"):
        refer(referral, by=the_referrer(referral), at=NOON)


def test_the_secret_of_a_receipt_is_shown_once_and_kept_as_a_hash():
    referral = a_referral()

    secret = show_receipt_secret(referral, by=the_referrer(referral), at=NOON)

    referral.refresh_from_db()
    assert len(secret.replace("-", "")) == 20
    assert is_code(secret.lower().replace("-", " "), referral.receipt_hash)
    assert referral.receipt_hash.startswith("$argon2id$")
    assert show_receipt_secret(referral, by=the_referrer(referral), at=NOON) == ""


def test_an_unborn_child_twins_and_an_unknown_birthday_are_kept_as_they_are():
    referral = a_referral(
        child__1__dob="not known",
        child__2__status="unborn",
        child__2__edd="20 June 2026",
        child__3__given="Asha and Bryn",
        child__3__family="Marchwinter",
        child__3__dob="5 June 2021",
        child__3__status="alive",
    )

    children = referral.reading["children"]
    assert [c["given"] for c in children] == ["Tobiah", None, "Asha", "Bryn"]
    assert children[0]["dob"] is None or children[0]["dob"]["iso"] is None
    assert children[1]["status"] == "unborn"
    assert children[1]["edd"]["iso"] == "2026-06-20"


def test_answers_that_cannot_be_worked_through_are_still_received(monkeypatch):
    monkeypatch.setattr(
        "heed.referrals.understanding.referral_from_answers", lambda *a, **k: 1 / 0
    )

    referral = a_referral()

    assert referral.stage == Stage.REFERRAL_RECEIVED
    assert referral.reading["flags"][0]["name"] == "not_understood"
    assert referral.answers["child.1.given"] == "Tobiah"


def test_a_late_acknowledgement_is_recorded_by_hand():
    answers = {k: v for k, v in ABOUT_PIPIT.items() if k != "referrer.email"}
    referral = a_referral(answers=answers)
    manager = a_person(Role.MANAGER, partnership=referral.partnership, at=NOON)

    acknowledge(referral, by=manager, at=NOON + timedelta(hours=1))

    assert Deadline.objects.get(clock="acknowledgement").met_on == NOON.date()


def test_each_save_of_a_draft_is_on_the_record_without_its_words():
    a_draft()

    entries = Entry.objects.filter(what="write_referral")
    assert entries.count() == 1
    assert entries.get().actor_kind == "anonymous_referrer"
    assert not any("boathouse" in str(e.canonical) for e in Entry.objects.all())


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("criteria.outcome", "not_known"),
        ("child.2.sex", "F"),
        ("other.parallel", ["criminal", "gossip"]),
    ],
)
def test_an_answer_that_the_form_does_not_offer_is_never_kept(question, answer):
    with pytest.raises(ValueError, match=f"choices of the form: {question}"):
        a_draft(a_partnership(at=NOON), answers=ABOUT_PIPIT | {question: answer})
