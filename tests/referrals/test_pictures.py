"""A picture that came with a referral is shown made anew, to who may see all of it."""

import io

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from PIL import Image

from heed.audit.actors import AnonymousReferrer
from heed.audit.models import Entry
from heed.correspondence.models import IncomingEmail
from heed.documents.queries import documents_of
from heed.referrals.actions import add_paper, open_case, refer
from tests.cases.factories import NOON, declared, the_people
from tests.papers.factories_in import a_zip
from tests.papers.test_remaking import SECRET, a_photograph
from tests.partnership.factories import a_partnership, signed_in
from tests.referrals.factories import ABOUT_PIPIT, a_draft, an_email, arrived
from tests.walked import walked_once

pytestmark = pytest.mark.django_db
NOBODY_SENT_IT = {
    key: said for key, said in ABOUT_PIPIT.items() if not key.startswith("referrer.")
}
A_ZIP_TOO = a_photograph() + a_zip({"a.txt": "x"})


def with_a_picture(data=None, **answers):
    partnership = a_partnership(at=NOON, reference_prefix="Q")
    people = the_people(partnership)
    given = {name.replace("__", "."): said for name, said in answers.items()}
    draft = a_draft(partnership, answers=NOBODY_SENT_IT | given)
    by = {"by": AnonymousReferrer(str(draft.pk)), "at": NOON}
    file = SimpleUploadedFile("burns.jpg", data or a_photograph())
    add_paper(draft, file=file, **by)
    return refer(draft, **by), people


@walked_once
def one_sent_by_nobody_known():
    return with_a_picture()


def addresses(referral):
    (file,) = documents_of(referral)
    one = [referral.public_id, file.public_id]
    return reverse("referral_paper", args=one), reverse("referral_picture", args=one)


def get(who, address):
    return signed_in(Client(), who).get(address)


def test_the_business_unit_sees_what_it_shows_and_none_of_what_it_tells():
    referral, people = one_sent_by_nobody_known()
    page, picture = addresses(referral)

    said = get(people["coordinator"], page).content.decode()
    assert f'<img src="{picture}"' in said

    got = get(people["coordinator"], picture)
    assert got["Content-Type"] == "image/jpeg"
    assert got["X-Content-Type-Options"] == "nosniff"
    assert "sandbox" in got["Content-Security-Policy"]
    assert Image.open(io.BytesIO(got.content)).size == (60, 40)
    assert SECRET not in got.content
    assert Entry.objects.filter(what="read_paper").exists()


def test_it_stands_on_the_page_on_which_the_referral_is_checked():
    referral, people = one_sent_by_nobody_known()
    (file,) = documents_of(referral)
    page = reverse("check_understood", args=[referral.public_id])
    said = get(people["coordinator"], f"{page}?paper={file.public_id}").content.decode()
    assert f'<img src="{addresses(referral)[1]}"' in said


def in_a_case(referral, people):
    case = open_case(referral, by=people["coordinator"], at=NOON)
    declared(case, people["coordinator"], people["police"], at=NOON)
    return case


def with_names(case, who):
    browser = signed_in(Client(), who)
    browser.post(reverse("case_names", args=[case.public_id]), {"names": "on"})
    return browser


def test_a_partner_sees_it_with_names_on_where_nobody_is_left_out():
    referral, people = one_sent_by_nobody_known()
    case = in_a_case(referral, people)
    page, picture = addresses(referral)

    assert get(people["police"], picture).status_code == 404
    assert "names turned on" in get(people["police"], page).content.decode()

    assert with_names(case, people["police"]).get(picture).status_code == 200


@pytest.mark.parametrize(
    "answers",
    [
        {"referrer__name": "Wilhelmina Ashgrove"},
        {"child__1__address": "14 Gannet Row", "child__1__address_withheld": "yes"},
    ],
    ids=["who referred", "an address"],
)
def test_nobody_sees_in_it_what_is_kept_from_them(answers):
    referral, people = with_a_picture(**answers)
    case = in_a_case(referral, people)
    page, picture = addresses(referral)
    browser = with_names(case, people["police"])

    assert browser.get(picture).status_code == 404
    assert "<img" not in browser.get(page).content.decode()


def test_a_picture_that_is_something_else_too_is_kept_aside_and_not_shown():
    referral, people = with_a_picture(A_ZIP_TOO)
    page, picture = addresses(referral)
    for address in (page, picture):
        assert get(people["coordinator"], address).status_code == 404


def test_the_picture_of_an_email_that_waits_is_shown_to_the_business_unit():
    partnership = a_partnership(at=NOON, reference_prefix="Q")
    people = the_people(partnership)
    arrived(an_email(("burns.jpg", a_photograph())), partnership)
    email = IncomingEmail.objects.get()
    (file,) = documents_of(email, purpose="attachment")
    one = [email.public_id, file.public_id]
    picture = reverse("email_picture", args=one)

    said = get(people["coordinator"], reverse("email_paper", args=one))
    assert f'<img src="{picture}"' in said.content.decode()
    assert SECRET not in get(people["coordinator"], picture).content
    assert get(people["police"], picture).status_code == 404
