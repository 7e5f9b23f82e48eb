"""A professional who referred hears what was decided and why, through the safeguarding
lead of their organisation: the email says nothing, and the lead reads that and nothing
else. A member of the public is told no more than that it has ended."""

import pytest
from django.urls import reverse

from heed.audit.models import Entry
from heed.cases.actions import (
    add_child,
    exclude_person,
    record_protected_address,
)
from heed.cases.models import Case
from heed.cases.steps import Refused
from heed.correspondence.models import OutgoingEmail
from heed.rapid_reviews.actions import close_without_review, tell_reasons
from heed.rapid_reviews.models import RapidReview, ToldReasons
from heed.rapid_reviews.queries import ways_to_tell
from heed.referrals.actions import open_case
from heed.referrals.models import Referral
from heed.referrals.queries import status_of_referral
from heed.referrals.queries.following import ENDED
from heed.rulebook.language import Stage
from tests.cases.factories import NOON, declared, it_is, the_people
from tests.partnership.factories import a_partnership, signed_in
from tests.referrals.factories import a_referral, staff_of
from tests.walked import walked_once

pytestmark = pytest.mark.django_db

WORDS = "It goes to a local review. Thank you for telling us."
OF_THE_WARD = {"referrer__capacity": "staff", "referrer__role": "Ward sister"}


@walked_once
def a_decided_case(*, of_the_ward=True):
    """A case that began with a referral and is decided; its people; an organisation
    with a lead."""
    partnership = a_partnership(at=NOON, reference_prefix="Q")
    people, staff = the_people(partnership), staff_of(partnership, at=NOON)
    answers = OF_THE_WARD if of_the_ward else {}
    referral = a_referral(partnership, at=NOON, **answers)
    case = open_case(referral, by=people["coordinator"], at=NOON)
    declared(case, *people.values())
    case = Case.objects.get(pk=case.pk)
    case.stage = Stage.RAPID_REVIEW_SIGNED_OFF
    case.save(update_fields=["stage"])
    return case, people, staff


def ways(case, person):
    found = ways_to_tell(case, on=NOON.date())
    return [way for way in found if way[1].person == person]


def told(case, people, staff):
    (way,) = ways(case, staff["lead"])
    return tell_reasons(
        case, through=way, words=WORDS, by=people["coordinator"], at=NOON
    )


def test_the_lead_is_written_to_without_a_word_and_reads_it_recorded(client):
    case, people, staff = a_decided_case()
    row = told(case, people, staff)

    letter = OutgoingEmail.objects.get(letter="reasons_for_lead")
    path = reverse("told_reasons", args=[row.public_id])
    assert letter.to_address == staff["lead"].email
    assert path in letter.fields["link"]
    assert "review" not in str(letter.fields)
    with it_is(NOON):
        page = signed_in(client, staff["lead"]).get(path).text
        elsewhere = client.get(f"/cases/{case.public_id}/").status_code
    assert WORDS in page
    assert elsewhere == 404
    assert case.reference not in page.replace(row.referral.reference, "")
    assert Entry.objects.get(what="read_reasons_for_lead").subject_id == str(row.pk)


def test_neither_a_name_nor_an_address_that_is_kept_apart_is_told():
    case, people, staff = a_decided_case()
    where = {"address": "17 Nightjar Close, Quill QS1 2AB"}
    record_protected_address(case, **where, by=people["manager"], at=NOON)
    add_child(case, given_name="Lumi", by=people["coordinator"], at=NOON)
    (through,) = ways(case, staff["lead"])

    for words, why in (
        ("Lumi is safe now.", "Take out: Lumi"),
        ("They live at 17 Nightjar Close.", "kept apart"),
    ):
        with pytest.raises(Refused, match=why):
            tell_reasons(
                case, through=through, words=words, by=people["coordinator"], at=NOON
            )
    assert not ToldReasons.objects.exists()


def test_another_of_the_organisation_and_another_lead_find_nothing(client):
    case, people, staff = a_decided_case()
    path = reverse("told_reasons", args=[told(case, people, staff).public_id])

    with it_is(NOON):
        assert signed_in(client, staff["nurse"]).get(path).status_code == 404
        assert signed_in(client, people["icb"]).get(path).status_code == 404
        assert WORDS in signed_in(client, people["coordinator"]).get(path).text


def test_who_is_kept_from_the_case_is_neither_told_nor_asked(client):
    case, people, staff = a_decided_case()
    row, (through,) = told(case, people, staff), ways(case, staff["lead"])
    exclude_person(
        case, person=staff["lead"], reason="Kin", by=people["manager"], at=NOON
    )

    assert ways(case, staff["lead"]) == []
    with pytest.raises(Refused, match="through that lead"):
        tell_reasons(
            case, through=through, words=WORDS, by=people["coordinator"], at=NOON
        )
    with it_is(NOON):
        path = reverse("told_reasons", args=[row.public_id])
        assert signed_in(client, staff["lead"]).get(path).status_code == 404


def test_a_member_of_the_public_is_told_nothing_of_a_decision():
    case, *_ = a_decided_case(of_the_ward=False)
    assert ways_to_tell(case, on=NOON.date()) == []


def test_that_it_ended_is_told_to_all_who_referred_in_the_same_words():
    case, people, _ = a_decided_case(of_the_ward=False)
    case.stage = Stage.PANEL_RESPONDED
    case.save(update_fields=["stage"])
    RapidReview.objects.create(
        case=case,
        partnership=case.partnership,
        data_key=case.data_key,
        opened_at=NOON,
        decided_outcome="no_further_review",
        parts={},
    )
    OutgoingEmail.objects.all().delete()
    assert status_of_referral(Referral.objects.get()).words != ENDED

    close_without_review(case, reason="All is known.", by=people["icb"], at=NOON)

    assert status_of_referral(Referral.objects.get()).words == ENDED
    letters = {each.letter: each for each in OutgoingEmail.objects.all()}
    assert letters["not_taken_further"].to_address == "neighbour@marrowby.example"
    assert "review" not in str(letters["not_taken_further"].fields)


def test_the_page_offers_each_way_and_the_case_shows_that_it_was_told(client):
    case, people, staff = a_decided_case()
    path = f"/cases/{case.public_id}/rapid-review/reasons/"
    ((referral, held),) = ways(case, staff["lead"])
    with it_is(NOON):
        signed_in(client, people["coordinator"])
        off = client.get(path).text
        client.post(reverse("case_names", args=[case.public_id]))
        page = client.get(path).text
        client.post(path, {"through": f"{referral.pk}:{held.pk}", "words": WORDS})

    assert f"{referral.reference}: {staff['lead'].name}" in page
    assert staff["lead"].name not in off
    assert staff["lead"].organisation.name not in off
    assert ToldReasons.objects.get().words == WORDS


def test_which_agency_referred_is_told_to_the_business_unit_alone(client):
    case, people, staff = a_decided_case()
    told(case, people, staff)
    agency, reference = staff["lead"].organisation.name, "Who referred"
    with it_is(NOON):
        partner = signed_in(client, people["icb"])
        page = partner.get(f"/cases/{case.public_id}/").text
        step = partner.get(f"/cases/{case.public_id}/rapid-review/reasons/")

    assert reference not in page
    assert agency not in page
    assert step.status_code == 404
