"""After a split, what came with one part is put with the other: files, what was added,
and an email alone."""

import pytest
from django.test import Client
from django.urls import reverse

from heed.cases.models import StepTaken
from heed.cases.steps import Refused
from heed.correspondence.models import IncomingEmail
from heed.documents.queries import documents_of
from heed.documents.storage import content_of
from heed.referrals.actions import join_email, move_added, open_case
from heed.referrals.queries import added_to
from heed.referrals.queries.one import emails_of_referral
from heed.referrals.splitting import BOTH, GOES, STAYS
from heed.vault.models import KeyWrap
from tests.cases.factories import NOON, declared
from tests.partnership.factories import signed_in
from tests.referrals.factories import a_referral, an_email, arrived
from tests.referrals.test_splitting import LATER, fresh, in_two, one_of_two
from tests.walked import about_now

pytestmark = pytest.mark.django_db


def by_email(referral, people, *, at=NOON):
    email = arrived(an_email(body="Juno is safe."), referral.partnership, at=at)
    join_email(email, referral=referral, by=people["coordinator"], at=at)
    return referral.added.get(email=email)


def moved(first, taken, people, *, papers=None, added=None):
    more = {"papers": papers or {}, "added": added or {}}
    by = {"by": people["coordinator"], "at": LATER}
    move_added(first, taken, **more, **by)
    return fresh(first), fresh(taken)


@pytest.mark.parametrize(
    ("where", "here", "there"), [(STAYS, 1, 1), (GOES, 0, 2), (BOTH, 1, 2)]
)
def test_files_and_what_was_added_go_where_somebody_says(where, here, there):
    referral, people = one_of_two()
    first, taken = in_two(referral, people, where=STAYS)
    (paper,), added = documents_of(first), first.added.get()
    mail = by_email(taken, people)
    chosen = {"papers": {paper.public_id: where}, "added": {added.public_id: where}}
    if where == STAYS:
        with pytest.raises(Refused, match="stays where it is"):
            moved(first, taken, people, **chosen)
        chosen = {"added": {added.public_id: STAYS}}
    else:
        first, taken = moved(first, taken, people, **chosen)

    assert first.added.count() == len(documents_of(first)) == here
    assert taken.added.count() == there
    assert {one.words.strip() for one in taken.added.all()} >= {"Juno is safe."}
    for one in documents_of(taken):
        assert b"".join(content_of(one)) == b"What I saw of Juno."
    assert mail.email in emails_of_referral(taken)


def test_an_email_goes_alone_and_is_opened_with_the_other_alone():
    referral, people = one_of_two()
    first, taken = in_two(referral, people, where=STAYS)
    added = by_email(first, people)

    first, taken = moved(first, taken, people, added={added.public_id: GOES})

    assert emails_of_referral(first) == []
    (email,) = emails_of_referral(taken)
    assert (email.owner_id, email.reference) == (taken.pk, taken.reference)
    wraps = KeyWrap.objects.filter(data_key=email.data_key)
    assert [each.parent_id for each in wraps] == [taken.data_key_id]
    assert IncomingEmail.objects.get(pk=email.pk).body.strip() == "Juno is safe."
    for each in (first, taken):
        assert StepTaken.objects.filter(spine_id=each.pk, step="move_added").exists()


def test_an_email_that_was_added_goes_alone_when_it_is_split():
    referral, people = one_of_two()
    email = arrived(an_email(body="Juno is safe."), referral.partnership)
    join_email(email, referral=referral, by=people["coordinator"], at=NOON)
    referral.added.get(email=None).delete()

    first, taken = in_two(fresh(referral), people)

    assert [added_to(each) != [] for each in (first, taken)] == [False, True]
    assert emails_of_referral(first) == []


def test_only_parts_of_one_referral_share_what_came():
    referral, people = one_of_two()
    other = a_referral(referral.partnership)
    added = referral.added.get()
    with pytest.raises(Refused, match="did not come out of one referral"):
        moved(referral, other, people, added={added.public_id: GOES})


def test_it_is_asked_on_a_page_also_when_a_case_holds_one_of_them():
    referral, people = one_of_two(at=(now := about_now()))
    first, taken = in_two(referral, people, where=STAYS, at=now)
    case = open_case(taken, by=people["manager"], at=now)
    declared(case, people["coordinator"], at=now)
    browser = signed_in(Client(), people["coordinator"])
    page = browser.get(reverse("referral", args=[first.public_id])).content.decode()
    where = reverse("move_added", args=[first.public_id, taken.public_id])
    assert where in page
    assert browser.get(where).status_code == 302  # names are off in the case
    browser.post(reverse("referral", args=[taken.public_id]))

    form = browser.get(where).context["form"]
    sent = {name: form[name].value() for name in form.fields}
    sent |= {each.field: GOES for each in form.offered}

    assert browser.post(where, sent).status_code == 302
    assert documents_of(fresh(first)) == [] == added_to(fresh(first))
    assert len(documents_of(fresh(taken))) == 1
    again = browser.get(where).content.decode()
    assert "All that came with it stands in both" in again
    stranger = reverse(
        "move_added", args=[first.public_id, a_referral(referral.partnership).public_id]
    )
    assert browser.get(stranger).status_code == 404
