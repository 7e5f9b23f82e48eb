"""F52: whether there is a referral is told by no page and by no time that it takes.

Time on a busy machine is no measure; what takes time is: how often a code is hashed,
and what is asked of the database. bench/timing.py measures the time itself."""

import re
from dataclasses import dataclass

import pytest
from argon2 import PasswordHasher
from django.core.cache import cache
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from heed.referrals.actions import (
    give_new_secret,
    give_resume_code,
    open_case,
    set_aside,
)
from tests.cases.factories import NOON, the_people
from tests.partnership.factories import a_partnership, signed_in
from tests.referrals.factories import a_draft, a_referral
from tests.walked import walked_once

pytestmark = pytest.mark.django_db
WRONG = "00000-00000-00000-00000"
HIDDEN = re.compile(r'name="(csrfmiddlewaretoken|once)" value="[^"]*"|nonce-[\w+/=-]+')
VALUES = re.compile(r"'[^']*'|\b\d+\b|\"s\d+_x\d+\"")


@walked_once
def references(letters: str = "Q") -> dict[str, str]:
    """A reference for everything that one may stand for, and one for nothing. Two
    partnerships count in the same letters."""
    here, there = (a_partnership(at=NOON, reference_prefix=letters) for _ in range(2))
    people = the_people(here, at=NOON)
    by = {"by": people["manager"], "at": NOON}
    sent, with_case, ended = (a_referral(here) for _ in range(3))
    for each in (sent, with_case, ended):
        give_new_secret(each, **by)
    a_referral(there)  # goes by the same reference as the first of the other
    open_case(with_case, **by)
    set_aside(ended, reasons="An accident.", **by)
    without_secret = a_referral(here)
    draft = a_draft(here)
    way_back = give_resume_code(draft, by=people["manager"], at=NOON)
    return {
        "nothing": f"{letters}-26-999",
        "of two partnerships": sent.reference,
        "with a case": with_case.reference,
        "set aside": ended.reference,
        "never given a secret": without_secret.reference,
        "a form that is being written": way_back.reference,
        "no form": "F-ZZZZZZZZ",
        "no reference at all": "hello",
    }


@dataclass(frozen=True)
class Answered:
    page: str
    status: int
    hashed: int
    asked: tuple[str, ...]


@pytest.fixture
def ask(monkeypatch):
    """What somebody is answered who tries a wrong secret with a reference."""
    verify, tried = PasswordHasher.verify, []

    def counted(self, kept, code):
        tried.append(kept)
        return verify(self, kept, code)

    monkeypatch.setattr(PasswordHasher, "verify", counted)

    def asked(page, reference):
        cache.clear()
        tried.clear()
        said = {"reference": reference, "secret": WRONG}
        with CaptureQueriesContext(connection) as queries:
            answer = Client().post(reverse(page), said)
        shown = HIDDEN.sub("", answer.content.decode()).replace(reference, "?")
        kinds = tuple(VALUES.sub("?", each["sql"]) for each in queries)
        return Answered(shown, answer.status_code, len(tried), kinds)

    return asked


@pytest.mark.parametrize("page", ["refer_status", "refer_resume"])
def test_a_wrong_secret_is_answered_by_the_same_page_and_the_same_work(ask, page):
    known = references()
    first = ask(page, known["nothing"])

    assert "We cannot find that" in first.page
    assert first.hashed > 0
    for what, reference in known.items():
        assert ask(page, reference) == first, what


def test_somebody_elses_referral_is_answered_like_none():
    references()
    stranger = the_people(a_partnership(at=NOON), at=NOON)["manager"]
    theirs = a_referral(a_partnership(at=NOON))
    browser = signed_in(Client(), stranger)

    def answered(public_id):
        with CaptureQueriesContext(connection) as queries:
            answer = browser.get(reverse("referral", args=[public_id]))
        page = HIDDEN.sub("", answer.content.decode()).replace(public_id, "?")
        return answer.status_code, page, len(queries)

    answered("0" * 32)  # the first page of a session does more
    assert answered(theirs.public_id) == answered("0" * 32)
    assert answered(theirs.public_id)[0] == 404
