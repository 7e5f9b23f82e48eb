"""An email with one readable form becomes a referral; everything else waits, unlost."""

import pytest
from django.test import Client
from django.urls import reverse

from heed.audit.models import Entry
from heed.cases.models import Deadline, StepTaken
from heed.cases.steps import Refused
from heed.correspondence.actions import deal_with
from heed.correspondence.models import (
    IncomingEmail,
    IncomingState,
    OutgoingEmail,
    Proof,
)
from heed.documents.models import Document, Quarantine
from heed.documents.queries import documents_of
from heed.partnership.refusals import Refused as RefusedHere
from heed.referrals.actions import (
    add_information,
    join_email,
    open_case,
    refer_email,
    refer_email_again,
    return_for_information,
    show_referrer,
)
from heed.referrals.files import may_open_of_email
from heed.referrals.models import AddedInformation, Referral
from heed.rulebook.language import Role, Stage
from tests.cases.factories import NOON, it_is, the_people
from tests.partnership.factories import a_partnership, a_person, signed_in
from tests.referrals.bad_papers import BAD_PAPERS, PAGE
from tests.referrals.factories import (
    ABOUT_PIPIT,
    a_filled_form,
    a_referral,
    an_email,
    an_emailed_form,
    arrived,
)

pytestmark = pytest.mark.django_db
OURS = {"host": "", "authentication_server": "mx.quillshire.example"}
FORGED = "mx.quillshire.example; spf=fail; dkim=none; dmarc=fail"
VOUCHED = "mx.quillshire.example; spf=pass; dkim=pass; dmarc=pass"


@pytest.fixture
def here():
    partnership = a_partnership(at=NOON, reference_prefix="Q")
    return the_people(partnership) | {"partnership": partnership}


def the_referral():
    return Referral.objects.get()


def letters():
    return [email.letter for email in OutgoingEmail.objects.all()]


def test_a_form_in_an_email_becomes_a_referral_with_its_fields_read(here):
    raw = an_emailed_form(here["partnership"])

    email = arrived(raw, here["partnership"])

    referral = the_referral()
    assert email.state == IncomingState.BECAME_REFERRAL
    assert email.reference == referral.reference == "Q-26-001"
    assert referral.channel == "email"
    assert referral.stage == Stage.REFERRAL_RECEIVED
    child = referral.reading["children"][0]
    assert (child["given"], child["dob"]["iso"]) == ("Tobiah", "2010-05-14")
    assert referral.answers["child.1.dob"] == "14 May 2010"
    assert referral.risk_now == "no"


def test_the_original_is_kept_byte_for_byte(here):
    raw = an_emailed_form(here["partnership"])

    email = arrived(raw, here["partnership"])

    from heed.documents.storage import content_of

    (original,) = documents_of(email, purpose="as_sent")
    assert b"".join(content_of(original)) == raw
    (form,) = documents_of(email, purpose="attachment")
    assert form.name == "referral-form.docx"


def test_it_is_acknowledged_without_a_word_of_it(here):
    arrived(an_emailed_form(here["partnership"]), here["partnership"])

    sent = OutgoingEmail.objects.get(letter="referral_received")
    assert sent.to_address == "neighbour@marrowby.example"
    assert "Tobiah" not in str(sent.fields)
    assert Deadline.objects.get(clock="acknowledgement").met_on == NOON.date()


@pytest.mark.parametrize("header", ["auto-replied", "auto-generated"])
def test_a_program_is_not_answered(here, header):
    raw = an_emailed_form(here["partnership"], Auto_Submitted=header)

    arrived(raw, here["partnership"])

    assert "referral_received" not in letters()
    assert Deadline.objects.get(clock="acknowledgement").met_on is None


def test_who_sent_it_is_kept_apart_from_what_they_sent(here):
    arrived(an_emailed_form(here["partnership"]), here["partnership"])

    referral = the_referral()
    assert "neighbour@" not in str(referral.answers) + str(referral.reading)
    identity = show_referrer(referral, by=here["coordinator"], at=NOON)
    assert identity["message"]["from"] == "neighbour@marrowby.example"


def test_the_same_message_three_times_is_one_referral(here):
    raw = an_emailed_form(here["partnership"])
    delivered = [b"Received: from mx%d\r\n" % n + raw for n in range(3)]

    emails = [arrived(each, here["partnership"]) for each in delivered]

    assert len({email.pk for email in emails}) == 1
    assert Referral.objects.count() == 1
    assert letters().count("referral_received") == 1


def test_the_same_words_sent_again_are_a_copy_and_become_nothing(here):
    form = a_filled_form(here["partnership"])
    first, second = (
        arrived(
            an_email(("form.docx", form), message_id=f"<{n}@x>"), here["partnership"]
        )
        for n in range(2)
    )

    assert second.state == IncomingState.DUPLICATE
    assert second.same_as == first
    assert Referral.objects.count() == 1


def test_one_message_number_with_another_content_is_another_message(here):
    one = an_email(message_id="<same@x>", body="Please call me.")
    other = an_email(message_id="<same@x>", body="Do not call me.")

    arrived(one, here["partnership"])
    arrived(other, here["partnership"])

    assert IncomingEmail.objects.filter(state=IncomingState.WAITING).count() == 2


def test_a_plea_that_was_dealt_with_and_comes_again_asks_for_a_person_again(here):
    from heed.correspondence.actions import deal_with

    first = arrived(an_email(body="Please call me."), here["partnership"])
    deal_with(first, answer="Called back.", by=here["coordinator"], at=NOON)

    second = arrived(an_email(body="Please call me."), here["partnership"])

    assert second.state == IncomingState.WAITING


def test_a_message_without_a_form_waits_with_a_sentence(here):
    email = arrived(an_email(body="I am worried."), here["partnership"])

    assert email.state == IncomingState.WAITING
    assert email.why.startswith("It brings no referral form")
    assert not Referral.objects.exists()


def test_a_message_with_two_forms_waits_and_says_so(here):
    papers = [
        ("one.docx", a_filled_form(answers=ABOUT_PIPIT)),
        ("two.docx", a_filled_form(answers=ABOUT_PIPIT | {"child.1.given": "Junia"})),
    ]

    email = arrived(an_email(*papers), here["partnership"])

    assert email.state == IncomingState.WAITING
    assert "2 referral forms" in email.why
    assert not Referral.objects.exists()


@pytest.mark.parametrize("kind", BAD_PAPERS)
def test_a_paper_that_cannot_be_read_safely_is_kept_and_said(here, kind):
    made, sentence = BAD_PAPERS[kind]

    email = arrived(an_email(("form.docx", made())), here["partnership"])

    assert email.state == IncomingState.WAITING
    assert "form.docx" in email.why
    assert sentence in email.why
    (paper,) = documents_of(email, purpose="attachment")
    assert paper.quarantine == Quarantine.REFUSED


def test_a_good_form_is_not_held_up_by_a_bad_attachment_beside_it(here):
    raw = an_email(("form.docx", a_filled_form()), ("photos.docx", PAGE))

    assert arrived(raw, here["partnership"]).state == IncomingState.BECAME_REFERRAL
    assert Document.objects.filter(quarantine=Quarantine.REFUSED).count() == 1


def test_a_forged_sender_is_marked_not_answered_and_decides_nothing(here, settings):
    settings.MAILBOXES = [settings.MAILBOXES[0] | OURS]
    raw = an_emailed_form(here["partnership"], Authentication_Results=FORGED)

    email = arrived(raw, here["partnership"])

    assert email.sender_proven == Proof.FAILED
    assert "referral_received" not in letters()
    steps = set(StepTaken.objects.values_list("step", flat=True))
    assert steps == {"refer"}


def test_only_our_own_mail_server_vouches_for_a_sender(here, settings):
    settings.MAILBOXES = [settings.MAILBOXES[0] | OURS]
    elsewhere = "mx.elsewhere.example; dmarc=pass; spf=pass"

    vouched = arrived(
        an_email(body="a", Authentication_Results=VOUCHED), here["partnership"]
    )
    claimed = arrived(
        an_email(body="b", Authentication_Results=elsewhere), here["partnership"]
    )

    assert vouched.sender_proven == Proof.PROVEN
    assert claimed.sender_proven == Proof.NOT_KNOWN


def test_a_reply_that_names_a_reference_joins_it(here):
    referral = a_referral(here["partnership"])
    return_for_information(
        referral, reasons="Which school?", by=here["coordinator"], at=NOON
    )

    email = arrived(
        an_email(
            subject=f"RE: {referral.reference}: we have a question", body="Thistlemere."
        ),
        here["partnership"],
    )

    referral.refresh_from_db()
    assert email.state == IncomingState.JOINED
    assert referral.stage == Stage.REFERRAL_RECEIVED
    assert AddedInformation.objects.get().words.strip() == "Thistlemere."


@pytest.mark.parametrize(
    "how",
    [
        {"Auto_Submitted": "auto-replied"},
        {"subject": "Automatic reply: Q-26-001: we have a question"},
    ],
    ids=["header", "subject"],
)
def test_an_automatic_reply_answers_nothing_and_waits(here, how):
    referral = a_referral(here["partnership"])
    return_for_information(
        referral, reasons="Which school?", by=here["coordinator"], at=NOON
    )
    named = {"subject": f"RE: {referral.reference}: we have a question"} | how

    email = arrived(an_email(body="I am away.", **named), here["partnership"])

    referral.refresh_from_db()
    assert referral.reference == "Q-26-001"
    assert (email.state, email.owner_id) == (IncomingState.WAITING, None)
    assert referral.stage == Stage.RETURNED_FOR_INFORMATION
    assert referral.asked_at
    assert not AddedInformation.objects.exists()
    page = signed_in(Client(), here["coordinator"]).get(reverse("emails"))
    assert "an out-of-office reply" in page.content.decode()

    join_email(email, referral=referral, by=here["coordinator"], at=NOON)

    referral.refresh_from_db()
    assert AddedInformation.objects.get().words.strip() == "I am away."
    assert referral.stage == Stage.RETURNED_FOR_INFORMATION
    assert referral.asked_at


def test_a_stranger_who_names_a_reference_waits_for_a_person(here, settings):
    settings.MAILBOXES = [settings.MAILBOXES[0] | OURS]
    referral = a_referral(here["partnership"])
    words = {"subject": f"Re: {referral.reference}", "body": "It was an accident."}
    forged = {"Authentication_Results": FORGED, "sender": ABOUT_PIPIT["referrer.email"]}

    stranger = arrived(an_email(**words, sender="x@y.example"), here["partnership"])
    as_if_the_referrer = arrived(an_email(**words, **forged), here["partnership"])

    for email in (stranger, as_if_the_referrer):
        assert email.state == IncomingState.WAITING
        assert referral.reference in email.why
    assert not AddedInformation.objects.exists()


def test_somebody_for_whom_our_mail_server_vouches_joins_a_reference(here, settings):
    settings.MAILBOXES = [settings.MAILBOXES[0] | OURS]
    referral = a_referral(here["partnership"])
    raw = an_email(
        subject=referral.reference,
        sender="ward@hospital.example",
        Authentication_Results=VOUCHED,
    )

    assert arrived(raw, here["partnership"]).state == IncomingState.JOINED


def test_a_reply_that_brings_a_form_says_so(here):
    referral = a_referral(here["partnership"])
    raw = an_emailed_form(subject=f"Fwd: {referral.reference}")

    email = arrived(raw, here["partnership"])

    assert email.state == IncomingState.JOINED
    assert "another child" in email.why


def test_another_partnerships_reference_is_no_reference_here(here):
    other = a_referral(a_partnership(at=NOON, reference_prefix="B"))

    email = arrived(an_email(subject=other.reference), here["partnership"])

    assert email.state == IncomingState.WAITING


def test_what_cannot_join_any_more_waits(here):
    referral = a_referral(here["partnership"])
    Referral.objects.filter(pk=referral.pk).update(stage=Stage.CLOSED)

    email = arrived(an_email(subject=referral.reference), here["partnership"])

    assert email.state == IncomingState.WAITING
    assert "cannot be done" in email.why


def test_a_person_makes_a_referral_of_an_email_that_waited(here):
    email = arrived(an_email(body="The baby was bruised again."), here["partnership"])

    referral = refer_email(email, by=here["coordinator"], at=NOON)

    email.refresh_from_db()
    assert email.state == IncomingState.BECAME_REFERRAL
    assert "bruised" in referral.reading["circumstances"]
    assert StepTaken.objects.get(step="refer").by_id == str(here["coordinator"].pk)


def test_what_came_with_an_email_that_waits_is_read_without_opening_it(here, client):
    """Nobody has to open a stranger's file to say what an email is."""
    papers = [("one.docx", a_filled_form()), ("two.docx", a_filled_form())]
    email = arrived(an_email(*papers, ("photos.docx", PAGE)), here["partnership"])
    one, _, kept_aside = documents_of(email, purpose="attachment")
    to = reverse("email", args=[email.public_id])
    words, none = (
        reverse("email_paper", args=[email.public_id, each.public_id])
        for each in (one, kept_aside)
    )

    with it_is(NOON):
        coordinator = signed_in(client, here["coordinator"])
        assert words in (page := coordinator.get(to).content.decode())
        assert none not in page
        shown = coordinator.get(words).content.decode()
        assert "Tobiah" in shown
        assert Entry.objects.get(what="read_paper").subject_id == str(one.pk)
        assert coordinator.get(none).status_code == 404
        assert signed_in(Client(), here["police"]).get(words).status_code == 404
        refer_email(email, paper=one, by=here["coordinator"], at=NOON)
        assert coordinator.get(words).status_code == 404


def test_two_forms_of_one_email_may_become_two_referrals(here):
    papers = [
        ("one.docx", a_filled_form(answers=ABOUT_PIPIT)),
        ("two.docx", a_filled_form(answers=ABOUT_PIPIT | {"child.1.given": "Junia"})),
    ]
    email = arrived(an_email(*papers), here["partnership"])
    one, two = documents_of(email, purpose="attachment")

    by = {"by": here["manager"], "at": NOON}
    made = [
        refer_email(email, paper=one, **by),
        refer_email_again(email, paper=two, **by),
    ]

    names = {r.reading["children"][0]["given"] for r in made}
    assert names == {"Tobiah", "Junia"}
    assert {r.email_id for r in made} == {email.pk}


def test_two_people_make_one_referral_of_an_email(here):
    email = arrived(an_email(body="The baby was bruised again."), here["partnership"])
    as_both_saw_it = IncomingEmail.objects.get(pk=email.pk)
    one = refer_email(email, by=here["coordinator"], at=NOON)

    with pytest.raises(Refused, match=one.reference):
        refer_email(as_both_saw_it, by=here["manager"], at=NOON)
    other = a_referral(here["partnership"])
    with pytest.raises(Refused, match=one.reference):
        join_email(as_both_saw_it, referral=other, by=here["manager"], at=NOON)
    with pytest.raises(RefusedHere, match=one.reference):
        deal_with(as_both_saw_it, answer="Done.", by=here["manager"], at=NOON)

    assert list(Referral.objects.exclude(pk=other.pk)) == [one]
    assert not AddedInformation.objects.exists()


def test_a_person_puts_an_email_with_the_reference_it_belongs_to(here):
    referral = a_referral(here["partnership"])
    email = arrived(an_email(body="It happened again."), here["partnership"])

    join_email(email, referral=referral, by=here["coordinator"], at=NOON)

    email.refresh_from_db()
    assert email.state == IncomingState.JOINED
    assert AddedInformation.objects.get().email == email


def test_an_email_is_for_the_business_unit_and_with_its_case_for_fewer(here):
    email = arrived(an_emailed_form(here["partnership"]), here["partnership"])
    (original,) = documents_of(email, purpose="as_sent")
    stranger = a_person(Role.MANAGER, at=NOON)

    def may(person):
        return may_open_of_email(original, person, NOON)

    assert may(here["coordinator"])
    assert not may(here["police"])
    assert not may(stranger)
    open_case(the_referral(), by=here["manager"], at=NOON)
    assert not may(here["coordinator"])  # who has not declared an interest yet


def test_an_email_is_never_lost_when_something_breaks(here, monkeypatch):
    monkeypatch.setattr("heed.referrals.actions.arriving._refer", lambda *a, **k: 1 / 0)

    email = arrived(an_emailed_form(here["partnership"]), here["partnership"])

    assert email.state == IncomingState.WAITING
    assert "by itself" in email.why


def test_what_was_kept_but_not_looked_at_is_looked_at_when_it_comes_again(
    here, monkeypatch
):
    raw = an_emailed_form(here["partnership"])
    with monkeypatch.context() as broken:
        # The process dies between keeping the email and looking at it.
        broken.setattr("heed.correspondence.actions._look_at", lambda *a, **k: None)
        arrived(raw, here["partnership"])
    assert not Referral.objects.exists()

    arrived(raw, here["partnership"])

    assert Referral.objects.count() == 1


def test_what_is_added_to_a_draft_is_refused(here):
    from tests.referrals.factories import a_draft

    draft = a_draft(here["partnership"])

    with pytest.raises(Refused, match="not been sent"):
        add_information(draft, words="More.", by=here["coordinator"], at=NOON)


def test_a_form_that_names_nobody_leaves_gaps_and_not_guesses(here):
    arrived(an_emailed_form(answers={"safety.at_risk": "no"}), here["partnership"])

    assert all(not c["given"] for c in the_referral().reading["children"])
