"""What has ended is kept outside the databases. Nothing that ends is held up by it."""

import json
from dataclasses import replace
from uuid import uuid4

import pytest

from heed.audit.actors import SystemActor
from heed.audit.models import Entry
from heed.cases.actions import exclude_person, revoke_access
from heed.cases.models import AccessGrant
from heed.config.journal import keeping, lines
from heed.partnership.actions import declare_interest, disable_person
from heed.partnership.models import Person
from heed.referrals.actions import step_back
from heed.referrals.models import ReferralInterest
from heed.rulebook.language import Role
from heed.rulebook.process import STEPS
from tests.cases.factories import NOON, a_case_with_people
from tests.partnership.factories import a_person
from tests.referrals.factories import a_referral

pytestmark = pytest.mark.django_db
HEED = SystemActor("the tests")


@pytest.fixture(autouse=True)
def journal(settings, tmp_path):
    settings.JOURNAL_FOLDER = tmp_path / "journal"
    return settings.JOURNAL_FOLDER


@pytest.fixture
def revoked():
    case, people = a_case_with_people()
    grant = AccessGrant.objects.get(case=case, person=people["police"])
    revoke_access(grant, reason="x", by=people["manager"], at=NOON)
    return case, people, grant


def catch_up():
    return keeping.catch_up(by=HEED, at=NOON)


def test_it_follows_the_record_from_its_beginning_and_adds_nothing_twice(revoked):
    case, _, grant = revoked

    assert catch_up() > 0
    last = lines.last_line()
    assert (last.kind, last.subject) == ("access", str(case.pk))
    assert last.facts["revoked"] == [str(grant.pk)]
    assert catch_up() == 0


def test_an_interest_of_no_case_yet_holds_nothing_up(revoked):
    case, people, _ = revoked
    declare_interest(
        partnership=case.partnership,
        kind="family_name",
        words="Ostrander-Vale",
        by=people["icb"],
        at=NOON,
    )
    exclude_person(
        case, person=people["icb"], reason="Kin", by=people["manager"], at=NOON
    )

    assert catch_up() > 0
    assert lines.last_line().facts["excluded"] == [str(people["icb"].pk)]


def test_who_stepped_back_from_a_referral_stays_out_of_an_older_database():
    referral = a_referral()
    manager = a_person(Role.MANAGER, partnership=referral.partnership, at=NOON)
    step_back(referral, details="My niece.", by=manager, at=NOON)
    catch_up()
    last = lines.last_line()
    ReferralInterest.objects.all().delete()

    done = keeping.ENDINGS[last.kind].again(last.subject, last.facts, by=HEED, at=NOON)

    assert done
    assert referral.is_closed_to(manager)
    assert not keeping.ENDINGS[last.kind].again(
        last.subject, last.facts, by=HEED, at=NOON
    )


def test_an_end_is_noted_as_soon_as_it_is_committed(
    revoked, django_capture_on_commit_callbacks
):
    case, people, _ = revoked
    catch_up()

    with django_capture_on_commit_callbacks(execute=True):
        exclude_person(
            case, person=people["icb"], reason="Kin", by=people["manager"], at=NOON
        )

    assert lines.last_line().facts["excluded"] == [str(people["icb"].pk)]


def test_nothing_is_held_up_by_a_journal_that_cannot_be_written(
    revoked, journal, django_capture_on_commit_callbacks
):
    _, people, _ = revoked
    journal.write_text("in the way")

    with django_capture_on_commit_callbacks(execute=True):
        disable_person(people["police"], by=people["manager"], at=NOON)

    assert not Person.objects.get(pk=people["police"].pk).is_active
    journal.unlink()
    assert catch_up() > 0, "the next tick makes it whole"
    assert lines.last_line().kind == "account"


def test_a_line_that_a_crash_tore_is_written_again(revoked, journal):
    catch_up()
    path = journal / lines.NAME
    whole = path.read_text()
    path.write_text(whole[:-9])

    catch_up()

    assert [json.loads(x) for x in whole.splitlines()][-1]["entry"] == (
        lines.last_line().entry
    )


def test_it_holds_no_words_and_is_read_by_its_owner_alone(revoked, journal):
    catch_up()
    path = journal / lines.NAME
    assert (path.stat().st_mode & 0o077, journal.stat().st_mode & 0o077) == (0, 0)
    names = {person.name for person in Person.objects.all()}
    assert [name for name in names if name in path.read_text()] == []


def test_what_the_database_knows_already_does_not_end_again(revoked):
    _, people, _ = revoked
    disable_person(people["icb"], by=people["manager"], at=NOON)
    catch_up()
    Person.objects.filter(pk=people["icb"].pk).update(is_active=True)

    assert keeping.carry_out_again(lines.lines(), by=HEED, at=NOON) == {}
    foreign = [replace(each, entry=str(uuid4())) for each in lines.lines()]
    assert keeping.carry_out_again(foreign, by=HEED, at=NOON)["account"] == 1
    entry = Entry.objects.get(what="ended_again", subject_kind="account")
    assert entry.subject_id == str(people["icb"].pk)


def test_of_one_thing_the_last_line_counts(revoked):
    _, people, _ = revoked
    pk = str(people["icb"].pk)
    told = [
        lines.Line(900, "a" * 36, NOON.isoformat(), "account", pk, {"active": False}),
        lines.Line(901, "b" * 36, NOON.isoformat(), "account", pk, {"active": True}),
    ]
    told = [replace(each, entry=_uuid(n)) for n, each in enumerate(told, start=1)]

    assert keeping.carry_out_again(told, by=HEED, at=NOON) == {}
    assert Person.objects.get(pk=pk).is_active


def _uuid(number):
    return f"00000000-0000-4000-8000-{number:012}"


def test_every_code_that_it_waits_for_is_one_that_the_record_knows():
    from tests.guards.source import python_files

    source = "".join(
        path.read_text()
        for path in python_files("partnership", "desk", "referrals", "publications")
    )
    unknown = [c for c in keeping.KINDS if c not in STEPS and f'"{c}"' not in source]
    assert unknown == []


def test_it_is_told_by_the_wiring():
    from heed.audit import telling

    [(what, told)] = telling._listening
    assert (set(what), told) == (set(keeping.KINDS), keeping.note)
