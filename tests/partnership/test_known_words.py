"""A queryset that is asked in known words finds what Django finds, however it is asked
further; and nothing that it was given stays in the words."""

from datetime import timedelta

import pytest
from django.db import connection
from django.db.models import F, Q
from django.db.models.sql.compiler import SQLCompiler
from django.test.utils import CaptureQueriesContext

from heed.cases.actions import raise_safety_action
from heed.cases.kept import rows_of
from heed.cases.models import AccessGrant, Case, Child, SafetyAction
from heed.cases.seen import cases_seen_by, seen_by
from heed.partnership.known_words import InKnownWords, _all_of, known
from heed.rulebook.language import Role, Stage
from tests.cases.factories import NOON, a_case_with_people

pytestmark = pytest.mark.django_db


def an_action(case, people, *, due_at=NOON):
    who = {"owner_organisation": "Police", "owner": "The duty team"}
    by = {"by": people["coordinator"], "at": NOON}
    return raise_safety_action(
        case, what="Ask where she is.", due_at=due_at, **who, **by
    )


# What may be asked further, each as it would be of any queryset.
FURTHER = {
    "all of them": lambda rows: rows.all(),
    "by a state and a day": lambda rows: rows.filter(
        revoked_at=None, starts_on__lte=NOON.date(), role__in=[*Role]
    ),
    "but for some": lambda rows: rows.exclude(ends_on__isnull=False).exclude(seat=""),
    "in an order": lambda rows: rows.select_related("person").order_by("-person__name"),
    "of some people": lambda rows: rows.filter(
        person__in=[grant.person for grant in rows.order_by("pk")[:2]]
    ),
    "some columns": lambda rows: rows.order_by("pk").values_list("person", "role"),
    "one column": lambda rows: rows.order_by("pk").values_list("role", flat=True),
    "as another column says": lambda rows: rows.filter(
        partnership=F("case__partnership")
    ),
    "without a column": lambda rows: rows.defer("seat").order_by("pk"),
    "with words": lambda rows: rows.filter(role="manager"),
    "in another way": lambda rows: rows.filter(Q(role=Role.MANAGER) | Q(seat="police")),
    "a part of them": lambda rows: rows.order_by("pk")[1:3],
    "as dictionaries": lambda rows: rows.order_by("pk").values("role"),
    "within a question": lambda rows: Case.objects.filter(
        pk__in=rows.filter(revoked_at=None).values("case")
    ),
    "the rows after something else": lambda rows: rows.order_by("pk").distinct(),
    "none of them": lambda rows: rows.filter(person__in=[]),
}


@pytest.mark.parametrize("further", FURTHER)
def test_what_is_asked_further_is_answered_as_django_answers_it(further):
    case, _ = a_case_with_people()
    ask = FURTHER[further]
    found = ask(rows_of(AccessGrant, case))
    assert list(found) == list(ask(AccessGrant.objects.filter(case=case)))
    assert list(ask(rows_of(AccessGrant, case))) == list(found)
    assert bool(found) is (further != "none of them")


def test_one_row_any_row_and_how_many():
    case, people = a_case_with_people()
    rows, plain = rows_of(AccessGrant, case), AccessGrant.objects.filter(case=case)
    for ordered in ((), ("-starts_on", "pk")):
        ours, theirs = rows.order_by(*ordered), plain.order_by(*ordered)
        assert (ours.first(), ours.last()) == (theirs.first(), theirs.last())
    assert rows.exists()
    assert not rows.filter(revoked_at=NOON).exists()
    assert rows.filter(revoked_at=NOON).first() is None
    assert rows.count() == plain.count() > 1
    one = rows.get(person=people["manager"])
    assert one == plain.get(person=people["manager"])
    for what in ({"revoked_at": NOON}, {"revoked_at": None}):
        with pytest.raises(
            (AccessGrant.DoesNotExist, AccessGrant.MultipleObjectsReturned)
        ):
            rows.get(**what)


def test_a_row_knows_its_case_and_what_was_asked_for_with_it():
    case, people = a_case_with_people()
    an_action(case, people)
    rows = list(rows_of(SafetyAction, case).prefetch_related("partnership"))
    with CaptureQueriesContext(connection) as queries:
        assert [each.case for each in rows] == [case]
        assert rows[0].case is case
        assert rows[0].partnership.name
    assert not queries.captured_queries


def test_the_second_time_nothing_is_put_together_and_the_answer_is_todays(monkeypatch):
    case, people = a_case_with_people()
    action = an_action(case, people)

    def ask():
        open_ones = seen_by(SafetyAction, people["manager"], at=NOON)
        return list(open_ones.filter(confirmed_at=None, due_at__lte=NOON))

    assert ask() == [action]

    def refuse(*args, **kwargs):
        pytest.fail("put together anew")

    with monkeypatch.context() as kept:
        kept.setattr(SQLCompiler, "as_sql", refuse)
        assert ask() == [action]
    SafetyAction.objects.filter(pk=action.pk).update(due_at=NOON + timedelta(days=1))
    assert ask() == []
    SafetyAction.objects.filter(pk=action.pk).update(due_at=NOON)
    AccessGrant.objects.filter(person=people["manager"]).update(revoked_at=NOON)
    assert ask() == []


def test_each_sees_her_own_cases_and_rows_of_them():
    here, people = a_case_with_people()
    action = an_action(here, people)
    for name in ("manager", "icb", "police"):
        person = people[name]
        seen = list(cases_seen_by(person, at=NOON))
        assert seen == list(Case.objects.visible_to(person, at=NOON))
        rows = list(seen_by(SafetyAction, person, at=NOON))
        assert rows == list(SafetyAction.objects.visible_to(person, at=NOON))
        assert (here in seen) is (action in rows)
    people["manager"].is_active = False
    assert list(cases_seen_by(people["manager"], at=NOON)) == []


def test_words_that_somebody_wrote_are_never_noted():
    case, _people = a_case_with_people()
    asked = known(Child).filter(pseudonym="Ada Lovelace")
    assert not isinstance(asked, InKnownWords)
    assert isinstance(known(Case).filter(stage=Stage.CONCERN), InKnownWords)
    list(known(Case).filter(partnership=case.partnership, opened_at__lte=NOON))
    kept = str([*_all_of(Case)._known])
    assert str(case.partnership_id) not in kept
    assert "2026" not in kept
