"""A referrer hears that it was received, is being considered, or has ended: no word, no
day and no page tells whether there is a case."""

import random
import re
from datetime import timedelta

import pytest
from django.core.cache import cache
from django.db import transaction
from django.test import Client
from django.urls import reverse

from heed.audit.actors import AnonymousReferrer
from heed.cases.models import Case
from heed.cases.steps import Refused
from heed.correspondence.models import OutgoingEmail
from heed.incidents.actions import decide_on_notification
from heed.referrals.actions import (
    acknowledge,
    add_information,
    begin_considering,
    give_new_secret,
    join_to_case,
    join_to_referral,
    look_again,
    note_reading,
    open_case,
    return_for_information,
    separate,
    set_aside,
    split_referral,
    withdraw_referral,
)
from heed.referrals.queries import status_of_referral
from heed.referrals.queries.following import CONSIDERED, ENDED, RECEIVED
from heed.referrals.splitting import GOES
from tests.cases.factories import NOON, declared, the_people
from tests.partnership.factories import a_partnership, signed_in
from tests.referrals.factories import a_referral
from tests.walked import walked_once

pytestmark = pytest.mark.django_db
HIDDEN = re.compile(r'name="(csrfmiddlewaretoken|once)" value="[^"]*"|nonce-[\w+/=-]+')
OPENED = NOON + timedelta(hours=1)
LATER = NOON + timedelta(days=2)
TWO_CHILDREN = {"child__2__given": "Juno", "child__2__family": "Ashdown"}


@walked_once
def sent_and_opened():
    """A referral that was opened at the desk; beside it another, and one in a case."""
    partnership = a_partnership(at=NOON, reference_prefix="Q")
    people = the_people(partnership)
    ours = a_referral(partnership, **TWO_CHILDREN)
    secret = give_new_secret(ours, by=people["coordinator"], at=NOON)
    other, in_a_case = a_referral(partnership), a_referral(partnership)
    case = open_case(in_a_case, by=people["coordinator"], at=NOON)
    note_reading(ours, by=people["coordinator"], at=OPENED)
    kept = {"ours": ours, "other": other, "case": case, "secret": secret}
    return kept | {"people": people}


def fresh(row):
    return type(row)._base_manager.get(pk=row.pk)


def desk_steps(kept):
    """What the desk may do with it, by name; each reads it afresh."""
    people, other, case = kept["people"], kept["other"], kept["case"]
    how = {"by": people["manager"], "at": LATER}
    why = {"reasons": "So it is.", **how}

    def ours():
        return fresh(kept["ours"])

    parts = {"parts": {"child-2": GOES}, "papers": {}, "added": {}}
    return {
        "open": lambda: open_case(ours(), **how),
        "open the other": lambda: open_case(fresh(other), **how),
        "join to a case": lambda: join_to_case(ours(), fresh(case), **why),
        "join to another": lambda: join_to_referral(ours(), fresh(other), **why),
        "be joined": lambda: join_to_referral(fresh(other), ours(), **why),
        "separate": lambda: separate(ours(), **why),
        "split": lambda: split_referral(ours(), **parts, **why),
        "acknowledge": lambda: acknowledge(ours(), **how),
        "take back": lambda: withdraw_referral(ours(), **why),
        "read": lambda: note_reading(ours(), **how),
    }


def page_of(kept):
    cache.clear()
    said = {"reference": kept["ours"].reference, "secret": kept["secret"]}
    answer = Client().post(reverse("refer_status"), said)
    return HIDDEN.sub("", answer.content.decode())


def in_some_order(names, *, seed, length=5):
    """Some steps in some order; every other time it is split first."""
    order = random.Random(seed).sample(sorted(names), length)
    return ["split", *order] if seed % 2 else order


@pytest.mark.parametrize("is_asked", [False, True])
def test_whatever_the_desk_does_word_day_and_page_stay_until_it_ends(is_asked):
    kept = sent_and_opened()
    if is_asked:
        why = {"reasons": "Which school?", "by": kept["people"]["manager"]}
        return_for_information(kept["ours"], **why, at=OPENED)
    steps = desk_steps(kept)
    told, shown = status_of_referral(fresh(kept["ours"])), page_of(kept)
    assert (told.words, told.since, told.has_question) == (CONSIDERED, OPENED, is_asked)

    taken = set()
    for seed in range(8):
        order = in_some_order(steps, seed=seed)
        inside = transaction.savepoint()
        for name in order:
            try:
                steps[name]()
            except Refused:
                continue
            taken.add(name)
            assert status_of_referral(fresh(kept["ours"])) == told, (order, name)
        assert page_of(kept) == shown, order
        transaction.savepoint_rollback(inside)
    assert {"open", "join to a case", "join to another", "split"} <= taken


def test_a_case_that_ends_and_one_that_never_was_end_alike():
    kept = sent_and_opened()
    people, ours = kept["people"], kept["ours"]
    inside = transaction.savepoint()
    set_aside(fresh(ours), reasons="An accident.", by=people["manager"], at=LATER)
    without, letters = page_of(kept), told_by_letter()
    assert ENDED in without
    transaction.savepoint_rollback(inside)

    case = open_case(ours, by=people["coordinator"], at=OPENED)
    declared(case, *people.values())
    decide_on_notification(
        Case.objects.get(pk=case.pk),
        outcome="do_not_notify",
        reasons="An accident.",
        by=people["local_authority"],
        at=LATER,
    )

    assert page_of(kept) == without
    assert told_by_letter() == letters


def told_by_letter():
    sent = OutgoingEmail.objects.filter(letter="not_taken_further")
    return [(each.letter, each.to_address, each.fields) for each in sent]


def test_joined_to_a_case_that_ended_before_it_ends_on_the_day_it_was_joined():
    kept = sent_and_opened()
    people, case = kept["people"], kept["case"]
    declared(case, *people.values())
    decide_on_notification(
        Case.objects.get(pk=case.pk),
        outcome="do_not_notify",
        reasons="An accident.",
        by=people["local_authority"],
        at=NOON,
    )

    how = {"reasons": "One.", "by": people["manager"], "at": LATER}
    join_to_case(kept["ours"], fresh(case), **how)

    told = status_of_referral(fresh(kept["ours"]))
    assert (told.words, told.since) == (ENDED, LATER)


def test_looked_at_again_and_opened_after_all_read_alike():
    kept = sent_and_opened()
    people = kept["people"]
    why = {"reasons": "An accident.", "by": people["manager"], "at": LATER}
    considered = page_of(kept)
    set_aside(kept["ours"], **why)
    inside = transaction.savepoint()
    look_again(fresh(kept["ours"]), **why)
    assert page_of(kept) == considered
    transaction.savepoint_rollback(inside)

    open_case(fresh(kept["ours"]), by=people["manager"], at=LATER)

    assert page_of(kept) == considered


def test_until_the_business_unit_opened_it_no_case_changes_a_word():
    partnership = a_partnership(at=NOON, reference_prefix="Q")
    people = the_people(partnership)
    referral = a_referral(partnership)
    open_case(referral, by=people["coordinator"], at=LATER)

    assert status_of_referral(fresh(referral)).words == RECEIVED
    begin_considering(fresh(referral), by=people["police"], at=LATER)
    assert status_of_referral(fresh(referral)).words == RECEIVED
    begin_considering(fresh(referral), by=people["manager"], at=LATER)
    assert status_of_referral(fresh(referral)).words == CONSIDERED


def test_opening_its_page_at_the_desk_begins_the_consideration():
    partnership = a_partnership(reference_prefix="Q")
    people = the_people(partnership)
    referral = a_referral(partnership)
    browser = signed_in(Client(), people["coordinator"])

    browser.get(reverse("referral", args=[referral.public_id]))

    assert status_of_referral(fresh(referral)).words == CONSIDERED


def test_a_question_stands_on_the_page_until_it_is_answered_case_or_not():
    kept = sent_and_opened()
    people = kept["people"]
    why = {"reasons": "Which school?", "by": people["manager"]}
    return_for_information(kept["ours"], **why, at=OPENED)
    asked = page_of(kept)
    assert "We have a question" in asked
    assert "school" not in asked

    open_case(fresh(kept["ours"]), by=people["manager"], at=LATER)
    assert page_of(kept) == asked

    by = AnonymousReferrer(str(kept["ours"].pk))
    add_information(fresh(kept["ours"]), words="Thistlemere.", by=by, at=LATER)
    assert "We have a question" not in page_of(kept)


def test_an_answer_to_the_reference_they_have_answers_for_what_was_taken_out():
    kept = sent_and_opened()
    desk = desk_steps(kept)
    taken = desk["split"]()
    why = {"reasons": "Which school?", "by": kept["people"]["manager"]}
    return_for_information(taken, **why, at=LATER)
    assert status_of_referral(fresh(kept["ours"])).has_question

    by = AnonymousReferrer(str(kept["ours"].pk))
    add_information(fresh(kept["ours"]), words="Thistlemere.", by=by, at=LATER)

    assert not status_of_referral(fresh(kept["ours"])).has_question


def test_who_sent_what_was_joined_hears_of_the_end_too_and_once():
    kept = sent_and_opened()
    desk, people = desk_steps(kept), kept["people"]
    desk["be joined"]()

    set_aside(fresh(kept["ours"]), reasons="No.", by=people["manager"], at=LATER)

    sent = OutgoingEmail.objects.filter(letter="not_taken_further")
    references = [each.fields["reference"] for each in sent]
    assert sorted(references) == sorted(
        [kept["ours"].reference, kept["other"].reference]
    )
