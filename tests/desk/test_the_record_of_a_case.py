"""Who keeps a case reads who did what in it and who read what: sentences, no words."""

import re

import pytest

from heed.audit.models import Entry
from heed.cases.actions import add_child, amend_child, exclude_person, grant_access
from heed.cases.steps import Refused
from heed.desk import record_queries
from heed.rulebook.language import Role
from heed.rulebook.roles import READS_THE_CASE, READS_WHO_DID_WHAT, WITHOUT_ACCOUNT
from tests.cases.factories import NOON, a_case_with_people, declared, it_is
from tests.looking import a_desk, a_session, look_at
from tests.partnership.factories import SEATED, a_person, signed_in

pytestmark = pytest.mark.django_db
NAME = "Zephyrine"


@pytest.fixture
def here():
    """A case in which a child was named and somebody was refused."""
    case, people = a_case_with_people()
    add_child(case, given_name=NAME, by=people["coordinator"], at=NOON)
    with pytest.raises(Refused):
        exclude_person(
            case, person=people["icb"], reason="-", by=people["police"], at=NOON
        )
    return people | {"case": case}


def answer(here, client, who="coordinator", **asked):
    with it_is(NOON):
        path = f"/cases/{here['case'].public_id}/record/"
        return signed_in(client, here[who]).get(path, asked)


def said(here, client, **asked):
    shown = re.findall(
        r"<td>([^<]+)</td>\s*<td>([^<]+)</td>", _text(here, client, asked)
    )
    return [says for _, says in shown]


def _text(here, client, asked):
    return answer(here, client, **asked).text


def test_it_says_who_did_and_read_what_the_latest_first(here, client):
    coordinator, police = here["coordinator"].name, here["police"].name

    shown = said(here, client)

    assert shown[0] == f"{coordinator}: Read who did and read what in a case."
    assert f"{coordinator} (coordinator): Record what is known of a child." in shown
    [refused] = [each for each in shown if "Refused" in each]
    assert refused.startswith(f"{police}: Exclude somebody")
    assert "because: it was not theirs to do" in refused
    assert NAME not in answer(here, client).text


def test_it_is_narrowed_to_what_was_done_what_was_read_or_what_was_refused(
    here, client
):
    everything = set(said(here, client))
    done = set(said(here, client, kind="changes"))
    read = set(said(here, client, kind="reading"))
    assert done
    assert read == {
        f"{here['coordinator'].name}: Read who did and read what in a case."
    }
    assert done | read == everything
    assert not done & read
    assert len(said(here, client, kind="refused")) == 1


def test_all_that_was_done_with_one_thing_is_a_press_away(here, client):
    child = here["case"].childs.get()
    amend_child(child, sex="male", by=here["coordinator"], at=NOON)

    shown = said(here, client, about=str(child.pk))

    assert shown == [
        f"{here['coordinator'].name} (coordinator): Record what is known of a child."
    ]
    assert "about one thing only" in answer(here, client, about=str(child.pk)).text


def test_older_entries_follow_and_nothing_is_said_twice(here, client, monkeypatch):
    whole = said(here, client, kind="changes")
    monkeypatch.setattr(record_queries, "PAGE", 2)
    first = answer(here, client, kind="changes").text
    before = re.search(r"\?kind=changes&amp;before=(\d+)", first)[1]

    rest = said(here, client, kind="changes", before=before)

    assert [*said(here, client, kind="changes"), *rest] == whole[:4]


def test_that_it_was_read_is_on_the_record(here, client):
    answer(here, client)
    entry = Entry.objects.get(what="read_case_record")
    assert (entry.actor_id, entry.case_id) == (
        str(here["coordinator"].pk),
        here["case"].pk,
    )


def test_of_those_on_the_list_the_business_unit_alone_reads_it(here, client):
    case, opened, linked = here["case"], set(), set()
    for role in sorted(READS_THE_CASE - WITHOUT_ACCOUNT):
        seat = {"seat": "police"} if role in SEATED else {}
        person = a_person(role, partnership=case.partnership, **seat, at=NOON)
        sits = person.roles.get().seat or ""
        doing = {"by": here["manager"], "at": NOON}
        grant_access(case, person=person, role=role, seat=sits, **doing)
        declared(case, person)
        if answer(here | {"somebody": person}, client, "somebody").status_code == 200:
            opened.add(role)
        with it_is(NOON):
            page = client.get(f"/cases/{case.public_id}/")
        assert page.status_code == 200
        linked |= {role} if "Who did what" in page.text else set()

    assert opened == linked == READS_WHO_DID_WHAT


@pytest.mark.browser
def test_how_it_looks_wide_and_narrow(here):
    path = f"/cases/{here['case'].public_id}/record/"
    pages = {"all": path, "refused": f"{path}?kind=refused", "none": f"{path}?before=1"}
    with a_desk(NOON) as desk:
        look_at(desk, a_session(here["coordinator"]), pages, named="case-record")


def test_a_coordinator_of_another_case_is_told_what_a_stranger_is(here, client):
    other = a_person(Role.COORDINATOR, partnership=here["case"].partnership, at=NOON)
    assert answer(here | {"other": other}, client, "other").status_code == 404
    assert not Entry.objects.filter(what="read_case_record").exists()
