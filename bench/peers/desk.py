"""Fifty thousand cases, somebody who may open them all, and the two ways to look."""

import os
import statistics
import time
from datetime import timedelta
from importlib import import_module
from uuid import uuid4

TURNS, OK = 7, 200


def begin() -> None:
    """Django, with empty databases of its own."""
    os.environ["DJANGO_SETTINGS_MODULE"] = "bench.peers.settings"
    import django

    django.setup()
    from django.conf import settings

    from heed.vault.keys import make_key_file
    from tests.migrated import migrated_databases

    make_key_file(settings.MASTER_KEY_FILE)
    migrated_databases()
    import_module("heed.config.wsgi_desk")  # as it is served, and the admin beside it


def a_case_with_its_people():
    from tests.cases.factories import a_case_with_people

    return a_case_with_people.__wrapped__()


def many_cases(like, people, *, count: int, few: int) -> None:
    """So many cases like this one, on the lists of these people; on the coordinator's
    only so few. Each has a date that runs, one that was met, and two steps."""
    from heed.cases.deadlines import start_clock
    from heed.cases.models import (
        AccessGrant,
        Case,
        Deadline,
        InterestDeclaration,
        StepTaken,
    )
    from heed.rulebook.clocks import RAPID_REVIEW_DUE
    from tests.cases.factories import NOON

    running = start_clock(RAPID_REVIEW_DUE, like, on=NOON.date(), at=NOON)
    grants = list(AccessGrant.objects.filter(case=like))
    declared = list(InterestDeclaration.objects.filter(case=like))
    steps = list(StepTaken.objects.filter(case=like).defer("reasons")[:2])
    stages = ["under_consideration", "rapid_review", "closed"]
    coordinator = people["coordinator"].pk
    for first in range(0, count, 5_000):
        rows: dict = {}
        for number in range(first, min(first + 5_000, count)):
            ago = timedelta(minutes=7 * number + 1)
            case = Case(
                **_like(like),
                public_id=uuid4().hex,
                reference=f"B-{number // 2000:02}-{number:05}",
                stage=stages[number % 3],
                opened_at=NOON - ago,
            )
            rows.setdefault(Case, []).append(case)
            for each in (*grants, *declared):
                if each.person_id != coordinator or number < few:
                    _copied(rows, each, case, public_id=uuid4().hex)
            days = timedelta(days=number % 40 - 10)
            _copied(rows, running, case, spine_id=case.pk, due_on=running.due_on + days)
            met = {"met_on": running.due_on, "clock": "notification"}
            _copied(rows, running, case, spine_id=case.pk, **met)
            for each in steps:
                _copied(rows, each, case, spine_id=case.pk, at=each.at - ago)
        for model in (Case, AccessGrant, InterestDeclaration, Deadline, StepTaken):
            model.objects.bulk_create(rows[model], batch_size=500)


def many_steps(case, *, count: int) -> None:
    """So many steps in one case, a third of them with sealed reasons."""
    from heed.cases.models import StepTaken

    like = StepTaken.objects.filter(case=case).defer("reasons").first()
    said = "The health visitor saw the baby on Monday; nobody else did that week."
    rows: dict = {}
    for number in range(count):
        words = {"reasons": said if number % 3 == 0 else None}
        at = like.at + timedelta(minutes=number)
        _copied(rows, like, case, spine_id=case.pk, at=at, **words)
    StepTaken.objects.bulk_create(rows[StepTaken], batch_size=500)


def _like(row) -> dict:
    left_out = {"id", "public_id", "reference", "stage", "opened_at", "once"}
    return {
        field.attname: getattr(row, field.attname)
        for field in row._meta.concrete_fields
        if field.name not in left_out and not hasattr(field, "seal")
    }


def _copied(rows: dict, row, case, **differs) -> None:
    new = type(row)(**_like(row) | {"case_id": case.pk} | differs)
    rows.setdefault(type(row), []).append(new)


def browsers(person):
    """A browser at the desk, and one at the admin with its own middleware."""
    from django.conf import settings
    from django.test import Client, override_settings

    from tests.partnership.factories import signed_in

    desk, admin = signed_in(Client(), person), Client()
    admin.force_login(person, backend="django.contrib.auth.backends.ModelBackend")
    with override_settings(MIDDLEWARE=settings.OF_THE_ADMIN):
        admin.handler.load_middleware()
    return desk, admin


def cost(browser, page: str, *, turns: int = TURNS) -> tuple[int, float]:
    """Queries, and milliseconds of the processor: the median of some turns."""
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    browser.get(page)  # templates are read once
    with CaptureQueriesContext(connection) as asked:
        answer = browser.get(page)
        queries = len(asked)
    assert answer.status_code == OK, (page, answer.status_code)
    spent = []
    for _ in range(turns):
        begun = time.process_time()
        browser.get(page)
        spent.append((time.process_time() - begun) * 1000)
    return queries, statistics.median(spent)


def line(what: str, ours, peer, goal: float, floor: float) -> bool:
    """Print one row of the table; whether it is not below the floor."""
    ratio = peer[1] / ours[1]
    said = "as asked" if ratio >= goal else f"goal 1/{goal:g}"
    print(
        f"{what:44} {ours[0]:3} queries {ours[1]:7.1f} ms   admin {peer[0]:3} queries "
        f"{peer[1]:7.0f} ms   1/{ratio:.0f} ({said}; floor 1/{floor:g})"
    )
    return ratio >= floor
