"""What holds whatever happened: nothing is damaged, nothing half done, and the record
tells the same as the steps."""

from collections import Counter

from django.apps import apps
from django.db import connection

from heed.audit.append_only import missing_triggers
from heed.audit.models import Entry
from heed.audit.verification import verify
from heed.cases.models import StepTaken


def wrongs() -> list[str]:
    """What does not hold in the casework database, in words. Nothing, it is hoped."""
    found = [*_damage(), *(f"no trigger {name}" for name in missing_triggers())]
    if not (verdict := verify()).ok:
        found.append(f"the chain: {verdict.why}")
    if differing := _steps() ^ _entries():
        found.append(f"steps and record differ: {sorted(map(str, differing))}")
    return found + _stages()


def fingerprint() -> dict[str, int]:
    """How much there is of everything: equal before and after nothing was done."""
    counted = " UNION ALL ".join(
        f"SELECT '{model._meta.label}', count(*) FROM \"{model._meta.db_table}\""
        for model in apps.get_models()
        if model._meta.app_label != "library"
    )
    with connection.cursor() as cursor:
        counts = dict(cursor.execute(counted).fetchall())
        cursor.execute("SELECT link FROM audit_head")
        return counts | {"head": cursor.fetchone()[0]}


def _damage() -> list[str]:
    if connection.vendor != "sqlite":
        return []
    with connection.cursor() as cursor:
        said = cursor.execute("PRAGMA integrity_check").fetchall()
        loose = cursor.execute("PRAGMA foreign_key_check").fetchall()
    return [str(row) for row in [*said, *loose] if row != ("ok",)]


def _steps() -> set:
    taken = StepTaken.objects.values_list("step", "subject_id", "by_id", "at")
    return {(each, n) for each, n in Counter(map(_plain, taken)).items()}


def _entries() -> set:
    """The entries of steps: those of readings and of accounts have no step."""
    slugs = set(StepTaken.objects.values_list("step", flat=True))
    kept = Entry.objects.filter(what__in=slugs, result=Entry.Result.DONE)
    told = kept.values_list("what", "subject_id", "actor_id", "at")
    return {(each, n) for each, n in Counter(map(_plain, told)).items()}


def _plain(row) -> tuple:
    what, subject, who, at = row
    return what, str(subject).replace("-", ""), str(who), at.isoformat()


def _stages() -> list[str]:
    """Each case stands where its last step left it."""
    last: dict = {}
    for taken in StepTaken.objects.exclude(case=None).order_by("at", "pk"):
        last.setdefault(taken.case_id, set()).add(taken.stage_after)
    cases = apps.get_model("cases.Case")._base_manager.all()
    return [
        f"a case stands at {case.stage}, where no step led"
        for case in cases
        if case.pk in last and case.stage not in last[case.pk]
    ]
