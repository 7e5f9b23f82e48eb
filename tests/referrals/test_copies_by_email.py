"""A copy of a notification, or of a "need to know" briefing, that comes by email is a
referral, and what it is a copy of is kept."""

from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse

from heed.cases.models import Deadline
from heed.correspondence.models import IncomingEmail, IncomingState, OutgoingEmail
from heed.documents.queries import documents_of
from heed.papers.blocks import document, heading, paragraph
from heed.papers.write_docx import write_docx
from heed.referrals.actions import open_case, refer_email
from heed.referrals.models import Channel, Referral
from heed.rulebook.clocks import NOTIFICATION_DUE
from heed.ui.templatetags.days import moment
from tests.cases.factories import NOON, the_people
from tests.papers.factories_in import a_docx, grid, para
from tests.partnership.factories import a_partnership, signed_in
from tests.referrals.factories import a_filled_form, an_email, arrived
from tests.walked import walked_once

pytestmark = pytest.mark.django_db
A_NOTIFICATION = a_docx(
    para("Serious incident notification (copy for the partnership)"),
    grid(
        ("Child’s first name", "Isolde"),
        ("Child’s surname", "Fenwright"),
        ("Date of birth", "4 March 2015"),
        ("Date of incident", "1 March 2026"),
        ("What happened?", "She was found hurt behind the boathouse."),
    ),
)
A_BRIEFING = write_docx(
    document(
        heading(1, "Need to Know briefing"),
        paragraph(
            "Isolde Fenwright, born 4 March 2015, was taken to hospital on 1 March "
            "2026 with burns. The police are looking into it."
        ),
    )
)


@walked_once
def a_unit():
    partnership = a_partnership(at=NOON, reference_prefix="Q")
    return partnership, the_people(partnership)


@pytest.mark.parametrize(
    ("paper", "channel"),
    [
        (A_NOTIFICATION, Channel.NOTIFICATION_COPY),
        (A_BRIEFING, Channel.BRIEFING_COPY),
    ],
    ids=["notification", "briefing"],
)
def test_a_copy_by_email_is_a_referral_that_says_of_what_it_is(paper, channel):
    partnership, people = a_unit()

    email = arrived(an_email(("copy.docx", paper)), partnership)

    assert email.state == IncomingState.BECAME_REFERRAL
    referral = Referral.objects.get()
    assert referral.channel == channel
    assert not referral.is_typed_in
    assert "Isolde" in str(referral.reading)
    assert OutgoingEmail.objects.filter(letter="referral_arrived").exists()
    browser = signed_in(Client(), people["coordinator"])
    said = browser.get(reverse("referral", args=[referral.public_id]))
    assert f"{channel.label}, by email" in said.content.decode()


def test_an_ordinary_form_by_email_is_no_copy():
    partnership, _ = a_unit()
    arrived(an_email(("form.docx", a_filled_form(partnership))), partnership)
    assert Referral.objects.get().channel == Channel.EMAIL


AN_AGENDA = a_docx(
    para("Strategy group, 3 March"),
    para("Apologies"),
    para("Serious incident notification about Leo"),
    para("Any other business"),
)


@pytest.mark.parametrize(
    "raw",
    [
        an_email(
            body="Thank you for the serious incident notification about Leo, "
            "can we meet Tuesday?"
        ),
        an_email(subject="Serious incident notification", body="Can we meet Tuesday?"),
        an_email(("agenda.docx", AN_AGENDA)),
    ],
    ids=["body", "subject", "agenda"],
)
def test_what_only_speaks_of_a_notification_waits_for_a_person(raw):
    partnership, people = a_unit()

    email = arrived(raw, partnership)

    assert email.state == IncomingState.WAITING
    assert not Referral.objects.exists()
    assert not OutgoingEmail.objects.filter(letter="referral_received").exists()
    page = signed_in(Client(), people["coordinator"]).get(reverse("emails"))
    assert reverse("email", args=[email.public_id]) in page.content.decode()


@pytest.mark.parametrize("days", [-400, -17, 2], ids=["year", "weeks", "tomorrow"])
def test_what_the_sender_says_of_the_time_of_sending_counts_nothing(days):
    partnership, people = a_unit()
    sent = NOON + timedelta(days=days)

    arrived(an_email(("copy.docx", A_NOTIFICATION), at=sent), partnership)

    referral = Referral.objects.get()
    assert referral.stated_on is None
    assert started_on(referral) == {NOON.date()}
    browser = signed_in(Client(), people["coordinator"])
    page = browser.get(reverse("referral", args=[referral.public_id])).content.decode()
    assert "Sent, as stated" in page
    assert moment(sent) in page


def started_on(spine) -> set:
    return {each.counted_from_on for each in Deadline.objects.filter(spine_id=spine.pk)}


def test_a_case_knows_no_earlier_awareness_from_the_date_of_an_email():
    partnership, people = a_unit()
    said = document(
        heading(1, "Need to Know briefing"),
        paragraph("Isolde Fenwright, born 4 March 2015, is in hospital with burns."),
    )
    raw = an_email(("copy.docx", write_docx(said)), at=NOON - timedelta(days=17))
    arrived(raw, partnership)

    case = open_case(Referral.objects.get(), by=people["coordinator"], at=NOON)

    due = Deadline.objects.get(case=case, clock=NOTIFICATION_DUE.slug)
    assert due.counted_from_on == NOON.date()


def test_one_of_several_that_a_person_chooses_keeps_what_it_is_and_when_it_came():
    partnership, people = a_unit()
    papers = [("one.docx", A_NOTIFICATION), ("two.docx", A_BRIEFING)]
    email = arrived(an_email(*papers), partnership)
    assert email.state == IncomingState.WAITING
    email = IncomingEmail.objects.get()
    paper = next(
        each
        for each in documents_of(email, purpose="attachment")
        if each.name == "two.docx"
    )

    at = NOON + timedelta(days=1)
    referral = refer_email(email, paper=paper, by=people["coordinator"], at=at)

    assert referral.channel == Channel.BRIEFING_COPY
    assert referral.stated_on == NOON.date()
    assert started_on(referral) == {NOON.date()}
