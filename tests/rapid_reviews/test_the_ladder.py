"""Whoever has not answered is written to; then its lead, then the partner."""

from datetime import UTC, date, datetime

import pytest

from heed.audit.actors import LinkHolder, SystemActor
from heed.cases.models import StepTaken
from heed.correspondence.models import OutgoingEmail
from heed.incidents.actions import withdraw_notification
from heed.incidents.queries import standing_notification
from heed.partnership.refusals import Refused
from heed.rapid_reviews.actions import (
    answer_request,
    climb_the_ladder,
    revoke_request,
    send_link_again,
    set_ladder,
)
from heed.rapid_reviews.models import AgencyLadder, AgencyRequest, Chase
from heed.rapid_reviews.queries import matrix_of
from heed.rulebook.language import Role
from tests.cases.factories import NOON, it_is
from tests.partnership.factories import a_person, signed_in
from tests.rapid_reviews.factories import a_rapid_review, a_request
from tests.walked import walked_once

pytestmark = pytest.mark.django_db
HEED = SystemActor("ladder_of_agencies")
LETTERS = ("agency_reminded", "agency_silent_lead", "agency_silent")


def looked(*days):
    """The worker looks on these days of March 2026 (the answer is due on the 20th)."""
    for day in days:
        at = datetime(2026, 3, day, 9, 30, tzinfo=UTC)
        climb_the_ladder(by=HEED, at=at)


def written():
    emails = OutgoingEmail.objects.filter(letter__in=LETTERS).order_by("id")
    return [(each.letter, each.to_address) for each in emails]


def to_the_partner():
    return OutgoingEmail.objects.get(letter="agency_silent").fields["lead"]


@walked_once
def a_silent_agency():
    review, people = a_rapid_review()
    request, _ = a_request(review, people)
    lead = a_person(
        Role.SAFEGUARDING_LEAD,
        partnership=review.partnership,
        organisation=request.organisation,
        at=NOON,
    )
    return request, people, lead


def test_each_rung_is_climbed_once_and_stands_in_the_history():
    request, people, lead = a_silent_agency()

    looked(*(day for day in range(12, 31) for _ in range(2)))

    to = request.to_address
    assert sorted(written()) == sorted(
        [
            *[("agency_reminded", to)] * 3,
            ("agency_silent_lead", lead.email),
            ("agency_silent", people["icb"].email),  # a health service's partner
        ]
    )
    steps = StepTaken.objects.filter(case=request.case, by_kind="system")
    assert steps.filter(step="remind_agency").count() == 3
    assert steps.filter(step="escalate_agency").count() == 2


def test_letters_of_the_ladder_say_no_word_of_the_case():
    request, _, _ = a_silent_agency()
    looked(*range(18, 31))

    emails = OutgoingEmail.objects.filter(letter__in=LETTERS[:2])
    for email in emails:
        said = str(email.fields)
        assert request.case.reference not in said
        assert "Lumi" not in said
        assert email.fields["number"] == request.reference


def test_a_worker_that_missed_days_writes_one_letter_a_day():
    a_silent_agency()
    looked(30)
    assert [letter for letter, _ in written()] == ["agency_reminded"]
    looked(30, 31)
    assert len(written()) == 2


def test_one_that_cannot_be_counted_takes_nobody_elses_reminder_away():
    review, people = a_rapid_review()
    broken, _ = a_request(review, people)
    a_request(review, people)
    AgencyRequest.objects.filter(pk=broken.pk).update(due_on=date(2006, 3, 20))

    looked(20)

    assert Chase.objects.exclude(request=broken).exists()
    (row,) = [
        row
        for row in matrix_of(review.case, on=date(2026, 3, 20))
        if row.request.pk == broken.pk
    ]
    assert row.at["late"].words == "late"


def test_who_has_answered_or_was_let_off_hears_nothing():
    review, people = a_rapid_review()
    request, _ = a_request(review, people)
    other, _ = a_request(review, people)
    answer_request(
        request,
        kind="summary",
        author="A. Nurse",
        summary="Seen once.",
        by=LinkHolder(str(request.pk), request.organisation.name),
        at=NOON,
    )
    revoke_request(other, reason="By mistake.", by=people["coordinator"], at=NOON)

    looked(*range(18, 31))

    assert written() == []


def test_no_agency_is_reminded_once_the_notification_was_withdrawn():
    request, people, _ = a_silent_agency()
    looked(18)
    assert written()[0] == ("agency_reminded", request.to_address)
    withdraw_notification(
        standing_notification(request.case),
        reasons="It proved to be a birth mark.",
        panel_told_on=NOON.date(),
        by=people["local_authority"],
        at=NOON,
    )

    looked(*range(19, 31))

    assert len(written()) == 1


def test_an_agency_without_a_lead_is_said_to_have_none():
    review, people = a_rapid_review()
    a_request(review, people)
    looked(23, 24, 25)

    told = dict(Chase.objects.values_list("rung", "told"))
    assert told == {"after": 1, "lead": 0, "partner": 1}
    assert "no safeguarding lead" in to_the_partner()


def test_the_partner_hears_that_the_lead_was_told_where_it_was():
    a_silent_agency()
    looked(23, 24, 25)

    assert to_the_partner() == "Its safeguarding lead was told."


def test_a_reminder_names_the_day_of_the_link_that_opens():
    request, people, _ = a_silent_agency()
    again = datetime(2026, 3, 17, 9, tzinfo=UTC)
    send_link_again(request, by=people["coordinator"], at=again)

    looked(18)

    said = OutgoingEmail.objects.get(letter="agency_reminded").fields
    assert (said["asked"], said["link_sent"]) == ("11 March 2026", "17 March 2026")


def test_the_manager_chooses_the_days_and_nobody_else():
    request, people, _ = a_silent_agency()
    area = request.partnership
    with pytest.raises(Refused, match="Only the partnership"):
        set_ladder(area, days={"lead": 4}, by=people["coordinator"], at=NOON)
    with pytest.raises(Refused, match="Look at the days again"):
        set_ladder(area, days={"lead": 9}, by=people["manager"], at=NOON)
    set_ladder(area, days={"lead": 4, "partner": 5}, by=people["manager"], at=NOON)

    looked(*range(20, 27))

    letters = ["agency_reminded", "agency_reminded", "agency_silent_lead"]
    assert sorted(letter for letter, _ in written()) == letters


def test_the_page_of_the_days_keeps_what_was_chosen(client):
    _, people, _ = a_silent_agency()
    signed_in(client, people["manager"])
    typed = {"before": "3", "after": "1", "lead": "2", "partner": "4"}
    with it_is(NOON):
        page = client.get("/partnership/agency-reminders/").content.decode()
        client.post("/partnership/agency-reminders/", typed)
        wrong = client.post(
            "/partnership/agency-reminders/", typed | {"lead": "9"}
        ).content.decode()

    assert "Suggested: 2" in page
    assert "Look at the days again" in wrong
    chosen = AgencyLadder.objects.get()
    assert chosen.days == {"before": -3, "after": 1, "lead": 2, "partner": 4}


def test_the_request_page_shows_who_was_reminded_when(client):
    request, people, _ = a_silent_agency()
    looked(20)
    signed_in(client, people["coordinator"])
    with it_is(datetime(2026, 3, 21, 9, tzinfo=UTC)):
        page = client.get(f"/requests/{request.public_id}/").content.decode()
    assert "A reminder on the day, to whoever was asked" in page
    assert Chase.objects.get().due_on == date(2026, 3, 20)
