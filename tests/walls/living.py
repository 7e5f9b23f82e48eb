"""A life in a house: `python -m tests.walls.living`. Words are said in every way in
which Heed is told words, and what holds none of them is said on standard output."""

import json
import sys
from datetime import timedelta
from pathlib import Path

import django

django.setup()

from django.conf import settings  # noqa: E402
from django.contrib.sessions.models import Session  # noqa: E402
from django.core.cache import cache  # noqa: E402
from django.core.files.uploadedfile import SimpleUploadedFile  # noqa: E402
from django.db import connection, transaction  # noqa: E402
from django.test import Client  # noqa: E402
from django.test.utils import setup_test_environment  # noqa: E402

from heed.cases import queries  # noqa: E402
from heed.cases.actions import add_child, raise_safety_action  # noqa: E402
from heed.cases.models import Case  # noqa: E402
from heed.config.ticks import Duties, Tick  # noqa: E402
from heed.correspondence.models import OutgoingEmail  # noqa: E402
from heed.correspondence.sending import message_of  # noqa: E402
from heed.correspondence.writing import all_letters  # noqa: E402
from heed.documents.actions import read, receive  # noqa: E402
from heed.rulebook.language import Role  # noqa: E402
from tests.cases.factories import NOON, a_case, a_case_with_people, it_is  # noqa: E402
from tests.partnership.factories import a_person, signed_in  # noqa: E402
from tests.referrals.factories import a_referral, an_email, arrived  # noqa: E402
from tests.walls.canaries import Canaries, found_in, found_in_texts  # noqa: E402
from tests.walls.planting import Planter, sealed_fields, sealed_models  # noqa: E402

CASES = 6
OWN_WORDS = {"OutgoingEmail"}  # planted: what they hold is no letter of Heed's
canaries = Canaries()


def plant_everywhere(partnership) -> None:
    """A row of every kind in several cases, each sealed field with a word of its own."""
    by = a_person(Role.PRACTITIONER, partnership=partnership, at=NOON)
    for _ in range(CASES):
        case = a_case(partnership)
        own = sealed_fields(Case)
        for field in own:
            setattr(case, field.name, canaries.for_field(field))
        case.save(update_fields=[field.name for field in own])
        planter = Planter(case, by, by.organisation, NOON, canaries.for_field)
        for model in sealed_models():
            if model is not Case:
                planter.row_of(model)


def act(case, people) -> None:
    """The same words through real actions, an email and a file."""
    word, by = canaries.word, {"by": people["coordinator"], "at": NOON}
    add_child(case, given_name=word(), family_name=word(), notes=word(), **by)
    raise_safety_action(
        case, what=word(), owner_organisation="Police", owner=word(), due_at=NOON, **by
    )
    a_referral(case.partnership, incident__what=word(), child__1__given=word())
    arrived(an_email((f"{word()}.txt", word().encode()), body=word()), case.partnership)
    document = receive(
        f"She was called {word()}.".encode(),
        name=f"{word()}.txt",
        owner=case,
        purpose="paper",
        received_from="upload",
        **by,
    )
    read(document, read_as="report", **by)


def look_at_pages(case, manager) -> None:
    """Pages read, a form filled in rightly and wrongly, a file sent with it."""
    browser = signed_in(Client(raise_request_exception=False), manager)
    one = f"/cases/{case.public_id}/"
    browser.post(f"{one}names/")
    for page in ("", "children/", "family/", "history/", "access/"):
        assert browser.get(one + page).status_code == 200, page
    sent = SimpleUploadedFile(f"{canaries.word()}.txt", canaries.word().encode() * 9000)
    answers = {"given_name": canaries.word(), "role": "subject", "status": "alive"}
    answers["file"] = sent
    assert browser.post(f"{one}children/add/", answers).status_code == 302
    answers = {"given_name": canaries.word(), "status": canaries.word()}
    browser.post(f"{one}children/add/", answers)
    browser.post("/account/login/", {"login": canaries.word(), "password": "x"})


def fail(case, manager) -> None:
    """A page and a duty of the worker that fail with a word on their lips."""
    kept, queries.children_of = queries.children_of, _fails
    browser = signed_in(Client(raise_request_exception=False), manager)
    assert browser.get(f"/cases/{case.public_id}/").status_code == 500
    queries.children_of = kept
    Duties([Tick("failing", timedelta(), f"{__name__}:fails")]).carry_out()


def _fails(case):
    raise ValueError(canaries.word())


def fails(*, by, at):
    raise ValueError(canaries.word())


def journal_of_a_change(case) -> bytes:
    """What lies beside the database while a change is not yet made."""
    with transaction.atomic():
        for child in case.childs.all():
            child.notes = canaries.word()
            child.save(update_fields=["notes"])
        with connection.cursor() as cursor:
            cursor.execute("PRAGMA cache_spill = 1")
        beside = Path(f"{settings.DATABASES['default']['NAME']}-journal")
        return beside.read_bytes()


def letters() -> list[str]:
    """Every email that Heed wrote, as its reader reads it."""
    known = {letter.slug for letter in all_letters()}
    written = OutgoingEmail.objects.filter(letter__in=known)
    return [message_of(email).as_string() for email in written]


def main() -> None:
    setup_test_environment()
    with it_is(NOON):
        case, people = a_case_with_people()
        act(case, people)
        plant_everywhere(case.partnership)
        look_at_pages(case, people["manager"])
        fail(case, people["manager"])
        journal = journal_of_a_change(case)
    sessions = [str(each.get_decoded()) for each in Session.objects.all()]
    written = letters()
    cached = cache_rows()
    json.dump(
        {
            "planted": canaries.given,
            "sessions": [len(sessions), found_in_texts(sessions)],
            "letters": [len(written), found_in_texts(written)],
            "cached": [len(cached), found_in_texts(cached)],
            "journal": [len(journal), found_in(journal)],
        },
        sys.stdout,
    )


def cache_rows() -> list[str]:
    cache.set("looked", "by the tests")
    with connection.cursor() as cursor:
        cursor.execute("SELECT cache_key FROM heed_throttles")
        keys = [key for (key,) in cursor.fetchall()]
    return [f"{key} {cache.get(key.split(':', 2)[2])!r}" for key in keys]


if __name__ == "__main__":
    main()
