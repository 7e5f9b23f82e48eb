"""A question whose words are put together once is asked with each one's own values, and
answered by the database each time."""

from datetime import timedelta
from uuid import UUID, uuid4

import pytest
from django.apps import apps
from django.db import connection
from django.test.utils import CaptureQueriesContext

from heed.cases.actions import raise_safety_action
from heed.cases.models import AccessGrant, Case, CaseRows, Deadline, SafetyAction
from heed.cases.models.spine import drawn_up, places_held_by, probed
from heed.cases.queries import Sought
from heed.cases.queries.deadlines import agreed_clocks, counted_clocks
from heed.cases.queries.listing import lines_of
from heed.cases.queries.places import Place
from heed.partnership.prepared import Prepared, uuid_of
from heed.rulebook.clocks import RAPID_REVIEW_DUE
from heed.rulebook.roles import READS_THE_CASE
from tests.cases.factories import NOON, a_case_with_people

pytestmark = pytest.mark.django_db


@Prepared
def cases_of(partnership_are_named: bool, *, partnership, since):
    found = Case.objects.filter(partnership=partnership, opened_at__gte=since)
    return found.select_related("partnership") if partnership_are_named else found


def test_rows_are_read_as_django_reads_them_and_partners_with_them():
    case, _ = a_case_with_people()
    asked = {"partnership": case.partnership_id, "since": NOON - timedelta(days=1)}
    for named in (True, False):
        assert (
            cases_of(named, **asked) == list(cases_of.drawn(named, **asked)) == [case]
        )
    with CaptureQueriesContext(connection) as queries:
        assert cases_of(True, **asked)[0].partnership == case.partnership
    assert len(queries) == 1


def test_each_asks_with_her_own_values_and_nothing_is_kept_of_an_answer():
    case, _ = a_case_with_people()
    asked = {"partnership": case.partnership_id, "since": NOON - timedelta(days=1)}
    assert cases_of(True, **asked) == [case]
    assert cases_of(True, **asked | {"partnership": uuid4()}) == []
    assert cases_of(True, **asked | {"since": NOON + timedelta(days=9)}) == []
    Case.objects.filter(pk=case.pk).update(opened_at=NOON - timedelta(days=2))
    assert cases_of(True, **asked) == []


@Prepared
def rows_of(*, places, person, today):
    return SafetyAction.objects.opened_in(places, person=person, today=today)


def test_a_tuple_is_room_for_each_value_in_it():
    case, people = a_case_with_people()
    action = raise_safety_action(
        case,
        what="Ask where she is.",
        owner_organisation="Police",
        owner="The duty team",
        due_at=NOON,
        by=people["coordinator"],
        at=NOON,
    )
    for name in ("manager", "icb", "police"):
        person = people[name]
        places = places_held_by(person, READS_THE_CASE, at=NOON)
        who = {"person": person.pk, "today": NOON.date()}
        assert rows_of(places=places, **who) == [action]
        elsewhere = tuple((uuid4(), names) for _, names in places)
        assert rows_of(places=elsewhere, **who) == []
        others = tuple((where, ("auditor",)) for where, _ in places)
        assert rows_of(places=others, **who) == []


def test_who_sees_rows_in_another_way_is_never_asked_of_places_alone():
    own = {
        model._meta.label
        for model in apps.get_models()
        if isinstance(rows := model._default_manager.all(), CaseRows)
        and not rows.open_by_places_alone
    }
    assert own >= {"rapid_reviews.WorkingNote", "rapid_reviews.ToldReasons"}
    assert own.isdisjoint({"cases.Child", "cases.FamilyMember", "cases.AddressRequest"})


@pytest.mark.parametrize("way", [drawn_up, probed])
@pytest.mark.parametrize(
    "sought",
    [
        Sought(),
        Sought(stage="under_consideration"),
        Sought(reference="q-2"),
        Sought(reference="100%_\\'"),
        Sought(after=Place(NOON + timedelta(days=1), uuid4())),
    ],
)
def test_the_list_is_asked_in_the_words_that_django_puts_together(way, sought):
    _, people = a_case_with_people()
    for who in ("manager", "icb"):
        person = people[who]
        places = places_held_by(person, READS_THE_CASE, at=NOON)
        values = {"person": person.pk, "today": NOON.date()} | sought.values
        shape = (way, places, person.partnership_id, 9)
        assert lines_of(*shape, **values) == list(lines_of.drawn(*shape, **values))
    asked = lines_of.drawn(*shape, **values).query.sql_with_params()[1]
    assert person.pk.hex in {str(each).replace("-", "") for each in asked}


@pytest.mark.parametrize("way", [drawn_up, probed])
def test_what_is_due_is_asked_in_the_words_that_django_puts_together(way):
    case, people = a_case_with_people()
    clock, last = RAPID_REVIEW_DUE.slug, timedelta(days=9)
    first, later = (
        Deadline.objects.create(
            case=case,
            partnership=case.partnership,
            data_key=case.data_key,
            spine_id=case.pk,
            clock=clock,
            counted_from_on=NOON.date(),
            due_on=NOON.date() + after,
            started_at=NOON,
        )
        for after in (last / 3, last)
    )
    asked = {
        "places": places_held_by(people["icb"], READS_THE_CASE, at=NOON),
        "person": people["icb"].pk,
        "today": NOON.date(),
    }
    beyond = {"day": first.due_on, "pk": first.pk}
    for values in (asked, asked | beyond, asked | {"person": uuid4()}):
        for question in (counted_clocks, agreed_clocks):
            of_django = list(question.drawn(way, 9, **values))
            assert question(way, 9, **values) == of_django
    assert [*counted_clocks(way, 9, **asked)][-2:] == [first, later]
    assert [*counted_clocks(way, 9, **asked | beyond)] == [later]


def test_whose_place_is_withdrawn_is_answered_so_by_the_next_question():
    _, people = a_case_with_people()
    person = people["icb"]
    values = {"person": person.pk, "today": NOON.date()}
    shape = (probed, places_held_by(person, READS_THE_CASE, at=NOON), None, 9)
    assert len(lines_of(*shape, **values)) == 1
    AccessGrant.objects.filter(person=person).update(revoked_at=NOON)
    assert lines_of(*shape, **values) == []


def test_an_id_read_quickly_is_the_same_id():
    for wanted in (UUID(int=0), UUID(int=2**128 - 1), *(uuid4() for _ in range(20))):
        made = uuid_of(wanted.hex)
        assert (made, hash(made), str(made)) == (wanted, hash(wanted), str(wanted))
        assert made.is_safe == wanted.is_safe
        with pytest.raises(TypeError, match="immutable"):
            made.int = 0
