"""Which tables hold anything of a case. A case page has parts for all that may come of
a case, and most cases have come to few of them: what is empty is not asked for.

It is one look over all tables while one page is read (`heed/partnership/one_look.py`).
Elsewhere nothing is known beforehand, and each table is asked."""

from functools import cache

from django.apps import apps
from django.db import connections, models, router

from heed.cases.models import Case
from heed.partnership.known_words import asking, in_known_words
from heed.partnership.one_look import asked_once, is_one_look
from heed.partnership.prepared import Prepared


def rows_of(model: type[models.Model], case: Case) -> models.QuerySet:
    """The rows of a case in one table, each of which knows its case already; where
    there are none it costs nothing to say so."""
    if not has_any(model, case):
        return nothing_of(model)
    to_case = model._meta.get_field("case")

    def begins():
        return getattr(case, to_case.remote_field.get_accessor_name()).all()

    def knows(row):
        if not to_case.is_cached(row):
            to_case.set_cached_value(row, case)

    return in_known_words(model, _asked_of(model), begins, case.pk, knows=knows)


@cache
def _asked_of(model: type[models.Model]) -> Prepared:
    return asking(lambda case: model._default_manager.filter(case=case))


class Nothing:
    """What is asked of no rows gives none: nothing is put together for it."""

    def _itself(self, *args, **kwargs):
        return self

    all = filter = exclude = annotate = alias = order_by = distinct = _itself
    select_related = prefetch_related = only = defer = values = values_list = _itself

    def _fetch_all(self):
        self._result_cache = []

    def exists(self):
        return False

    def count(self):
        return 0

    def first(self):
        return None

    last = first


@cache
def nothing_of(model: type[models.Model]) -> models.QuerySet:
    """No rows of a model, whatever is asked of them."""
    rows = model._default_manager.none()
    nothing = type("NothingOf", (Nothing, type(rows)), {})
    return nothing(model=model, query=rows.query, using=rows.db)


def has_any(model: type[models.Model], case: Case) -> bool:
    """Whether a table holds anything of a case; where that is not known, it may."""
    return not is_one_look() or model._meta.db_table in _tables_with_rows(case)


@asked_once
def _tables_with_rows(case: Case) -> set[str]:
    alias = router.db_for_read(Case)
    connection = connections[alias]
    key = Case._meta.pk.get_db_prep_value(case.pk, connection)
    question, count = _question(alias)
    with connection.cursor() as cursor:
        cursor.execute(question, [key] * count)
        return {table for (table,) in cursor.fetchall()}


@cache
def _question(alias: str) -> tuple[str, int]:
    """The look, in words of the database: drawn from the models, once a process."""
    name = connections[alias].ops.quote_name
    tables = [
        (model._meta.db_table, field.column)
        for model in apps.get_models()
        for field in model._meta.concrete_fields
        if field.name == "case" and field.related_model is Case
    ]
    asked = [
        # Nothing in it but names of tables and columns, quoted.
        f"SELECT '{table}' WHERE EXISTS "  # noqa: S608
        f"(SELECT 1 FROM {name(table)} WHERE {name(column)} = %s)"
        for table, column in tables
    ]
    return " UNION ALL ".join(asked), len(asked)
