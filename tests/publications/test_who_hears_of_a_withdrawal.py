"""Of a withdrawal hears who stands on the list of the case. Where nobody there can be
the second person, others are asked to come in, and learn nothing of the case."""

from datetime import timedelta

import pytest

from heed.cases.actions import exclude_person
from heed.cases.models import AccessGrant
from heed.correspondence.models import OutgoingEmail
from heed.correspondence.sending import message_of
from heed.publications import actions
from heed.rulebook.language import Role, Seat
from tests.cases.factories import HEED
from tests.partnership.factories import a_person
from tests.publications.factories import PUBLISHED, a_published_report

pytestmark = pytest.mark.django_db(databases=["default", "library"])
LATER = PUBLISHED + timedelta(days=3)
WORDLESS = "withdrawal_needs_somebody"


def a_partner_on_no_list(case, seat=Seat.POLICE):
    return a_person(
        Role.DELEGATED_PARTNER, partnership=case.partnership, seat=seat, at=PUBLISHED
    )


def letters_to(person):
    return [
        e.letter for e in OutgoingEmail.objects.all() if e.to_address == person.email
    ]


def withdrawn(case, by, at=LATER):
    actions.withdraw_published(case, reasons="It names a street.", by=by, at=at)


def off_the_list(case, *people):
    grants = AccessGrant.objects.filter(case=case, person__in=people)
    grants.update(revoked_at=PUBLISHED)


def test_who_stands_on_no_list_of_the_case_hears_nothing_of_it():
    case, people, _ = a_published_report()
    outside = a_partner_on_no_list(case)

    withdrawn(case, people["icb"])

    assert letters_to(outside) == []
    assert "page_withdrawn" in letters_to(people["police"])
    assert WORDLESS not in letters_to(people["police"])


def test_who_was_taken_off_the_list_hears_nothing_of_the_case():
    case, people, _ = a_published_report()
    off_the_list(case, people["police"])

    withdrawn(case, people["icb"])

    assert letters_to(people["police"]).count("page_withdrawn") == 0


def test_where_nobody_on_the_list_can_confirm_others_come_in_without_a_word():
    case, people, _ = a_published_report()
    outside = a_partner_on_no_list(case)
    kept_out = a_partner_on_no_list(case, Seat.ICB)
    exclude_person(
        case, person=kept_out, reason="Her sister.", by=people["manager"], at=PUBLISHED
    )
    every = [people[s] for s in ("manager", "police", "local_authority")]
    off_the_list(case, *every)

    withdrawn(case, people["icb"])

    assert letters_to(outside) == [WORDLESS]
    assert letters_to(kept_out) == []
    assert WORDLESS not in letters_to(people["icb"])
    letter = OutgoingEmail.objects.filter(letter=WORDLESS).first()
    assert case.reference not in message_of(letter).as_string()
    assert case.public_id not in message_of(letter).as_string()


def test_when_its_working_day_has_passed_the_others_are_asked_too():
    case, people, _ = a_published_report()
    outside = a_partner_on_no_list(case)
    withdrawn(case, people["icb"])

    for day in (1, 2, 2, 3):
        actions.ask_who_confirms_withdrawals(by=HEED, at=LATER + timedelta(days=day))

    assert letters_to(outside) == [WORDLESS, WORDLESS]
    assert letters_to(people["police"]).count("withdrawal_waits") == 2
    assert WORDLESS not in letters_to(people["police"])
