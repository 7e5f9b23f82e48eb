"""Two areas work on one case: the other reads what both agreed and nothing else, once
each of its people has declared to have no interest; and both write to each other."""

from datetime import date, timedelta

import pytest
from django.urls import reverse

from heed.audit.models import Entry
from heed.cases.actions import (
    add_child,
    declare_on_share,
    end_share,
    raise_safety_action,
    set_hold,
    share_case,
    transfer_case,
    write_to_other_area,
)
from heed.cases.leading import who_leads
from heed.cases.models import Case, CaseShare, StepTaken
from heed.cases.sharing import SHOWN, what_is_shared
from heed.cases.steps import Refused
from heed.correspondence.models import OutgoingEmail
from heed.desk.waiting import my_work
from heed.rulebook.circumstances import Circumstance
from heed.rulebook.language import Blocks, Role, Seat
from heed.rulebook.sharing import PARTS, Leads, Part
from tests.cases.factories import NOON, a_case_with_people, it_is
from tests.partnership.factories import a_partnership, a_person, signed_in
from tests.walked import walked_once

pytestmark = pytest.mark.django_db
SAFE = "See the younger ones at home today."


@walked_once
def two_areas():
    """A case here with a child and a safety action, and the people of another area."""
    case, people = a_case_with_people()
    add_child(
        case,
        given_name="Lumi",
        family_name="Ostrander-Vale",
        by=people["coordinator"],
        at=NOON,
    )
    raise_safety_action(
        case,
        what=SAFE,
        owner="",
        owner_organisation="Children's services",
        due_at=NOON,
        by=people["coordinator"],
        at=NOON,
    )
    there = a_partnership(at=NOON)
    people["their manager"] = a_person(Role.MANAGER, partnership=there, at=NOON)
    people["their police"] = a_person(
        Role.DELEGATED_PARTNER, partnership=there, seat=Seat.POLICE, at=NOON
    )
    people["their reviewer"] = a_person(Role.LEAD_REVIEWER, partnership=there, at=NOON)
    return case, people


def shared(case, people, *parts, by="icb", leads=Leads.THIS_AREA):
    return share_case(
        case,
        other_area=people["their manager"].partnership,
        leads=leads,
        parts=list(parts or [Part.SAFETY]),
        agreed_on=date(2026, 3, 10),
        words="Both chairs, by letter of 10 March.",
        by=people[by],
        at=NOON,
    )


def declares(share, person, answer="none"):
    return declare_on_share(share, answer=answer, by=person, at=NOON)


def page(client, person, share, name="shared_case"):
    with it_is(NOON + timedelta(hours=1)):
        signed_in(client, person)
        return client.get(reverse(name, args=[share.public_id]))


def test_the_home_area_reads_what_was_agreed_and_nothing_else(client):
    case, people = two_areas()
    share = shared(case, people)
    declares(share, people["their manager"])

    got = page(client, people["their manager"], share).text

    assert SAFE in got
    assert "Both chairs" not in got
    assert "Lumi" not in got
    assert PARTS[Part.CHILDREN] not in got
    with it_is(NOON + timedelta(hours=1)):
        for name in ("case", "children", "beside_case", "case_history"):
            address = reverse(name, args=[case.public_id])
            assert client.get(address).status_code == 404
    assert not Case.objects.visible_to(people["their manager"], at=NOON).exists()


def test_each_part_that_may_be_agreed_can_be_drawn_up():
    case, people = two_areas()
    share = shared(case, people, *Part)

    drawn = dict(what_is_shared(share, at=NOON))

    assert set(SHOWN) == set(Part)
    assert list(drawn) == list(PARTS.values())
    assert "Lumi Ostrander-Vale" in str(drawn[PARTS[Part.CHILDREN]])


def test_nothing_is_seen_before_an_interest_is_declared_nor_by_who_has_one(client):
    case, people = two_areas()
    share = shared(case, people)

    asked = page(client, people["their police"], share)
    declares(share, people["their police"], "has")
    after = page(client, people["their police"], share)

    where = reverse("declare_on_share", args=[share.public_id])
    assert asked.url == after.url == where
    with pytest.raises(Refused, match="interest"):
        write_to_other_area(share, words="?", by=people["their police"], at=NOON)


@pytest.mark.parametrize("who", ["their reviewer"])
def test_other_roles_of_the_other_area_see_nothing(client, who):
    case, people = two_areas()
    share = shared(case, people)

    assert page(client, people[who], share).status_code == 404


def test_a_share_that_ended_answers_404(client):
    case, people = two_areas()
    share = shared(case, people)
    declares(share, people["their manager"])

    end_share(case, share=share, reason="They asked.", by=people["icb"], at=NOON)

    assert page(client, people["their manager"], share).status_code == 404
    with pytest.raises(Refused):
        write_to_other_area(share, words="?", by=people["their manager"], at=NOON)
    with pytest.raises(Refused, match="no longer"):
        end_share(case, share=share, reason="Again.", by=people["icb"], at=NOON)


def test_the_other_area_neither_shares_nor_ends():
    case, people = two_areas()
    share = shared(case, people)

    with pytest.raises(Refused, match="Only"):
        end_share(case, share=share, reason=".", by=people["their manager"], at=NOON)
    with pytest.raises(Refused, match="Only"):
        shared(case, people, by="their manager")


def test_it_is_shared_once_at_a_time_and_never_with_oneself():
    case, people = two_areas()
    shared(case, people)

    with pytest.raises(Refused, match="already"):
        shared(case, people)
    people["their manager"].partnership = case.partnership
    with pytest.raises(Refused, match="itself"):
        shared(case, people)
    case.refresh_from_db()
    assert case.has_flag(Circumstance.CROSS_BORDER)


def test_a_hold_on_giving_papers_to_others_holds_it():
    case, people = two_areas()
    set_hold(
        case,
        blocks=Blocks.DISCLOSURE,
        reason="The court has not given leave.",
        review_on=date(2026, 5, 6),
        by=people["coordinator"],
        at=NOON,
    )

    with pytest.raises(Refused, match="has not given leave"):
        shared(case, people)
    assert not CaseShare.objects.exists()


def test_the_other_area_is_told_with_the_reference_alone():
    case, people = two_areas()

    shared(case, people, *Part)

    told = OutgoingEmail.objects.filter(letter="case_shared")
    assert {one.to_address for one in told} == {
        people["their manager"].email,
        people["their police"].email,
    }
    assert "Lumi" not in str([one.fields for one in told])


def test_both_write_and_both_read_it(client):
    case, people = two_areas()
    share = shared(case, people)
    declares(share, people["their manager"])
    write_to_other_area(
        share, words="She was on a plan with us.", by=people["their manager"], at=NOON
    )
    write_to_other_area(
        share, words="Thank you. Since when?", by=people["coordinator"], at=NOON
    )

    here = page(client, people["police"], share).text
    there = page(client, people["their manager"], share).text

    for got in (here, there):
        assert "She was on a plan with us." in got
        assert "Since when?" in got
    read = Entry.objects.filter(what="read_shared_case", case_id=case.pk)
    assert read.count() == 2


def test_who_leads_is_one_fact_whichever_way_it_was_recorded():
    case, people = two_areas()
    later = {"by": people["icb"], "at": NOON + timedelta(hours=1)}
    ours, theirs = case.partnership.name, people["their manager"].partnership.name
    assert who_leads(case).area == ours

    share = shared(case, people, leads=Leads.OTHER_AREA)
    assert (who_leads(case).area, who_leads(case).since) == (theirs, date(2026, 3, 10))
    taken = StepTaken.objects.get(case=case, step="transfer_case")
    assert taken.reasons == "Both chairs, by letter of 10 March."
    assert OutgoingEmail.objects.filter(letter="lead_elsewhere").exists()
    end_share(case, share=share, reason="Over.", **later)
    assert who_leads(case).area == theirs
    transfer_case(case, agreed_on=NOON.date(), words="Fernshire leads.", **later)

    assert not who_leads(case).is_ours
    assert who_leads(case).since == NOON.date()
    assert StepTaken.objects.filter(case=case, step="transfer_case").count() == 2


def test_a_manager_shares_and_hands_no_lead_over():
    case, people = two_areas()

    with pytest.raises(Refused, match="ask a partner"):
        shared(case, people, by="manager", leads=Leads.OTHER_AREA)
    assert not CaseShare.objects.exists()
    shared(case, people, by="manager")

    assert who_leads(case).is_ours
    assert not StepTaken.objects.filter(step="transfer_case").exists()


def waits(person):
    return [one.url for one in my_work(person, at=NOON) if "shares" in one.what]


def test_what_is_shared_waits_until_it_is_declared_on_and_then_stands_in_the_list(
    client,
):
    case, people = two_areas()
    share = shared(case, people)
    theirs = people["their manager"]

    for who in ("their manager", "their police"):
        assert waits(people[who]) == [
            reverse("declare_on_share", args=[share.public_id])
        ]
    for who in ("their reviewer", "manager"):
        assert waits(people[who]) == []
    with it_is(NOON + timedelta(hours=1)):
        signed_in(client, theirs)
        before = client.get(reverse("home")).text
        declares(share, theirs)
        declares(share, people["their police"], "has")
        after = client.get(reverse("home")).text
        of_police = signed_in(client, people["their police"]).get(reverse("home")).text

    link = reverse("shared_case", args=[share.public_id]) + '"'
    assert waits(theirs) == waits(people["their police"]) == []
    assert link not in before
    assert link in after
    assert link not in of_police


def test_it_is_shared_and_ended_on_pages_and_stands_in_the_list_of_the_other(client):
    case, people = two_areas()
    with it_is(NOON):
        signed_in(client, people["icb"])
        answered = client.post(
            reverse("share_case", args=[case.public_id]),
            {
                "other_area": people["their manager"].partnership.pk,
                "leads": "other_area",
                "parts": ["children", "dates"],
                "agreed_on-day": "10",
                "agreed_on-month": "3",
                "agreed_on-year": "2026",
                "words": "Both chairs.",
            },
        )
        register = client.get(reverse("beside_case", args=[case.public_id])).text
        signed_in(client, people["their manager"])
        listed = client.get(reverse("shared_cases")).text

    assert answered.status_code == 302
    assert f"Led by {people['their manager'].partnership.name}, since" in register
    assert case.reference in listed
