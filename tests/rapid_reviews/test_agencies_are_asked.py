"""Several agencies are asked in one go, each its own questions, at its own contact."""

from datetime import date

import pytest

from heed.cases.actions import record_incident_days
from heed.cases.steps import Refused
from heed.correspondence.models import OutgoingEmail
from heed.partnership.models import Organisation
from heed.rapid_reviews.actions import (
    ask_agencies,
    ask_for_more,
    require_information,
)
from heed.rapid_reviews.forms import AskForm
from heed.rapid_reviews.models import AgencyRequest
from heed.rapid_reviews.queries import proposed_for_asking
from heed.rulebook.agency_questions import (
    QUESTIONS,
    WHAT_ALL_ARE_ASKED,
    asked_in_words,
)
from tests.cases.factories import NOON, it_is
from tests.partnership.factories import an_organisation, signed_in
from tests.rapid_reviews.factories import a_rapid_review, a_request

Kind = Organisation.Kind
DUE = date(2026, 3, 20)


def an_agency(partnership, kind, name):
    agency = an_organisation(partnership, kind, name=name, at=NOON)
    domain = f"{name.split()[-1].lower()}.quillshire.example"
    agency.mail_domains = [domain]
    agency.contact_name = f"Lead of {name}"
    agency.contact_address = f"safe@{domain}"
    agency.save(update_fields=["mail_domains", "contact_name", "contact_address"])
    return agency


def three_agencies(partnership):
    return [
        an_agency(partnership, Kind.SCHOOL, "Heron School"),
        an_agency(partnership, Kind.GP, "Marsh Surgery"),
        an_agency(partnership, Kind.OTHER, "Quillshire Scouts"),
    ]


def test_a_school_is_asked_what_a_school_can_know_and_a_surgery_is_not():
    school = asked_in_words(Kind.SCHOOL, WHAT_ALL_ARE_ASKED)
    surgery = asked_in_words(Kind.GP, WHAT_ALL_ARE_ASKED)

    assert "what was done about absences?" in school
    assert "absences" not in surgery
    assert school.startswith(WHAT_ALL_ARE_ASKED)
    assert asked_in_words(Kind.OTHER, "Please tell us.") == "Please tell us."


def test_questions_are_of_kinds_that_there_are():
    assert QUESTIONS.keys() <= set(Kind.values)
    assert (
        not set(Kind.values)
        - QUESTIONS.keys()
        - {*(Kind.BUSINESS_UNIT, Kind.NATIONAL, Kind.INDEPENDENT, Kind.OTHER)}
    )


@pytest.mark.django_db
def test_several_are_asked_in_one_go_and_each_gets_its_own_letter():
    review, people = a_rapid_review()
    agencies = three_agencies(review.partnership)

    asked = ask_agencies(
        review.case,
        organisations=agencies,
        asked_for="Please tell us what you knew.",
        scope_from=date(2024, 3, 1),
        scope_to=date(2026, 3, 10),
        due_on=DUE,
        by=people["coordinator"],
        at=NOON,
    )

    emails = OutgoingEmail.objects.filter(letter="agency_asked")
    written = {each.to_address: each.fields for each in emails}
    assert set(written) == {each.contact_address for each in agencies}
    assert len({fields["link"] for fields in written.values()}) == len(agencies)
    for request, agency in zip(asked, agencies, strict=True):
        others = {each.name for each in agencies} - {agency.name}
        said = str(written[agency.contact_address])
        assert not any(other in said for other in others)
        assert request.to_name == agency.contact_name
        assert request.scope_from == date(2024, 3, 1)
    assert "absences" in asked[0].asked_for
    assert "absences" not in asked[1].asked_for


def form_for(agencies, **said):
    given = {"asked_for": "Please.", "again": ""} | said
    given |= {"due_on-day": "20", "due_on-month": "3", "due_on-year": "2026"}
    return AskForm(given, organisations=agencies)


@pytest.mark.django_db
def test_the_point_of_contact_is_proposed_and_may_be_another():
    review, _ = a_rapid_review()
    school, surgery, _ = three_agencies(review.partnership)
    choices = dict(form_for([school]).fields["organisations"].choices)
    assert choices[str(school.pk)] == (
        "Heron School (Lead of Heron School, safe@school.quillshire.example)"
    )

    another = "head@school.quillshire.example"
    alone = form_for(
        [school, surgery], organisations=[str(school.pk)], to_address=another
    )
    assert alone.is_valid(), alone.errors
    assert alone.answers["to_address"] == another

    both = form_for(
        [school, surgery],
        organisations=[str(school.pk), str(surgery.pk)],
        to_address=another,
    )
    assert "alone" in str(both.errors["to_address"])


@pytest.mark.django_db
def test_without_a_contact_on_record_or_with_a_strange_one_it_is_said_so():
    review, _ = a_rapid_review()
    school, surgery, scouts = three_agencies(review.partnership)
    surgery.contact_address = ""
    scouts.contact_address = "safe@sc0uts.quillshire.example"
    agencies = [school, surgery, scouts]

    form = form_for(agencies, organisations=[str(each.pk) for each in agencies])

    said = str(form.errors["organisations"])
    assert "We have no contact of Marsh Surgery" in said
    assert "It looks like scouts.quillshire.example" in said
    assert "Heron School" not in said


@pytest.mark.django_db
def test_the_time_and_the_day_are_proposed_from_the_case():
    review, people = a_rapid_review()
    assert "scope_from" not in proposed_for_asking(review.case, on=NOON.date())
    record_incident_days(
        review.case,
        happened_on=date(2026, 2, 28),
        happened_until=None,
        by=people["coordinator"],
        at=NOON,
    )
    review.case.refresh_from_db()

    proposed = proposed_for_asking(review.case, on=NOON.date())

    assert proposed["scope_from"] == date(2024, 2, 28)
    # Sent on Wednesday 11 March 2026: the tenth working day is the 25th.
    assert proposed["due_on"] == date(2026, 3, 25)
    later = proposed_for_asking(review.case, on=date(2026, 3, 26))
    assert "due_on" not in later


@pytest.mark.django_db
def test_the_page_asks_all_that_were_ticked_and_once(client):
    review, people = a_rapid_review()
    school, surgery, _ = three_agencies(review.partnership)
    signed_in(client, people["coordinator"])
    address = f"/cases/{review.case.public_id}/agencies/ask/"
    said = {
        "organisations": [str(school.pk), str(surgery.pk)],
        "asked_for": "Please tell us what you knew.",
        "once": "a-token-of-this-page",
        "due_on-day": "20",
        "due_on-month": "3",
        "due_on-year": "2026",
    }

    with it_is(NOON):
        page = client.get(address).content.decode()
        client.post(address, said)
        client.post(address, said)

    assert "what was done about absences?" in page
    assert 'value="25"' in page  # the proposed day
    assert AgencyRequest.objects.count() == 2


@pytest.mark.django_db
@pytest.mark.parametrize("year", [2006, 2062])
def test_a_year_that_was_mistyped_is_asked_about(year):
    review, people = a_rapid_review()
    wrong = {"due_on": date(year, 3, 20), "by": people["coordinator"], "at": NOON}
    request, _ = a_request(review, people)
    once_more = {"organisations": [request.organisation], "asked_for": "What?"}
    with pytest.raises(Refused, match="Check the year"):
        ask_agencies(review.case, **once_more, **wrong)
    with pytest.raises(Refused, match="Check the year"):
        require_information(request, requirement="The notes.", **wrong)
    with pytest.raises(Refused, match="Check the year"):
        ask_for_more(request, parts=["summary"], why="It is thin.", **wrong)
