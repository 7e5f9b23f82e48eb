"""An address that only looks like an agency's is named before it is asked."""

import pytest

from heed.partnership.models import Organisation
from heed.rapid_reviews.forms import AskForm
from tests.cases.factories import NOON
from tests.partnership.factories import a_partnership, an_organisation


def asked(address: str, **more) -> dict:
    partnership = a_partnership(at=NOON)
    trust = an_organisation(partnership, Organisation.Kind.ACUTE, at=NOON)
    trust.mail_domains = ["hospitals.quillshire.example"]
    trust.save(update_fields=["mail_domains"])
    given = {"organisations": [str(trust.pk)], "to_address": address, **more}
    return AskForm(given, organisations=[trust]).errors


@pytest.mark.django_db
def test_a_look_alike_is_named_and_can_be_confirmed():
    (why,) = asked("safeguarding@hospitals.quilshire.example")["to_address"]
    assert "It looks like hospitals.quillshire.example, and is another address." in why
    assert "Check it letter by letter" in why

    given = "safeguarding@hospitals.quilshire.example"
    confirmed = asked(given, again=["hospitals.quilshire.example"])
    assert "to_address" not in confirmed


@pytest.mark.django_db
def test_what_was_confirmed_of_one_domain_is_confirmed_of_no_other():
    known = ["hospitals.quilshire.example"]
    (why,) = asked("safeguarding@brackenholt.example", again=known)["to_address"]
    assert "not a mail domain that we know" in why


@pytest.mark.django_db
def test_nobody_is_asked_to_confirm_before_there_is_something_to_confirm():
    trust = an_organisation(a_partnership(at=NOON), Organisation.Kind.ACUTE, at=NOON)
    assert "again" not in AskForm(organisations=[trust]).fields


@pytest.mark.django_db
def test_a_domain_that_looks_like_none_is_not_said_to():
    (why,) = asked("safeguarding@brackenholt.example")["to_address"]
    assert "looks like" not in why


@pytest.mark.django_db
def test_a_known_one_is_asked_without_a_word():
    assert "to_address" not in asked("safeguarding@hospitals.quillshire.example")
