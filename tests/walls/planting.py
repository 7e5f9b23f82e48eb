"""Rows of every model that keeps words of a case, found by the registry.

Where a real action makes a row, the tests use the action. This is for all the others,
those of applications included that are written after this file.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import timedelta
from itertools import count
from uuid import uuid4

from django.apps import apps
from django.db import IntegrityError, models, transaction

from heed.partnership.models import Organisation, Person
from heed.vault.fields import Sealed, SealedBytes, SealedDate, SealedJSON
from heed.vault.models import DataKey, SealedRow
from tests.partnership.factories import a_partnership


def sealed_models() -> list[type[SealedRow]]:
    """Every model with rows under a data key, lower ones first."""
    found = [m for m in apps.get_models() if issubclass(m, SealedRow)]
    return [m for m in found if m._meta.app_label.endswith("_tests") is False]


def sealed_fields(model) -> list[Sealed]:
    return [f for f in model._meta.concrete_fields if isinstance(f, Sealed)]


@dataclass
class Planter:
    """Makes rows of one case. `word_for` gives what is sealed in each field; `person`
    and `organisation` stand wherever a row names one."""

    case: object
    person: Person
    organisation: Organisation
    at: object
    word_for: Callable[[Sealed], object]
    elsewhere: object = None
    rows: dict = field(default_factory=dict)
    numbers: Iterator[int] = field(default_factory=lambda: count(1))

    def row_of(self, model):
        """The row of a model in this case, planted when first asked for."""
        if model not in self.rows:
            self.rows[model] = self._planted(model)
        return self.rows[model]

    def _planted(self, model):
        """Bare first: nothing ended, withdrawn or answered. Where a constraint refuses
        that, with every moment filled. Where there can be one such row only, that one."""
        for bare in (True, False):
            try:
                with transaction.atomic():
                    return model._base_manager.create(**self._values(model, bare=bare))
            except IntegrityError:
                continue
        return self._filled(self._the_only(model))

    def _the_only(self, model):
        """The row of which a case, or an agency, has one."""
        of_cases = any(each.name == "case" for each in model._meta.concrete_fields)
        whose = "case" if of_cases else "organisation"
        return model._base_manager.get(**{whose: getattr(self, whose)})

    def _filled(self, row):
        fields = sealed_fields(type(row))
        for each in fields:
            setattr(row, each.name, self.word_for(each))
        row.save(update_fields=[each.name for each in fields])
        return row

    def _values(self, model, *, bare: bool) -> dict:
        return {
            each.name: self._value(each, bare=bare)
            for each in model._meta.concrete_fields
            if not self._left_to_itself(each, bare=bare)
        }

    def _left_to_itself(self, each, *, bare: bool) -> bool:
        if isinstance(each, Sealed) or each.is_relation:
            return False
        if each.primary_key or each.has_default():
            return True
        return each.null and (bare or not isinstance(each, models.DateTimeField))

    def _value(self, each, *, bare: bool):
        if isinstance(each, Sealed):
            return self.word_for(each)
        if each.is_relation:
            return self._related(each)
        if each.name == "outside_name":
            return ""
        if each.choices:
            return each.choices[0][0]
        if bare and each.blank and isinstance(each, models.CharField):
            return ""
        return self._plain(each)

    def _related(self, each):
        if each.name == "other_area":  # of nobody in this world
            self.elsewhere = self.elsewhere or a_partnership(at=self.at)
            return self.elsewhere
        known = {
            DataKey: self.case.data_key,
            type(self.case): self.case,
            type(self.case.partnership): self.case.partnership,
            Person: self.person,
            Organisation: self.organisation,
        }
        if each.related_model in known:
            return known[each.related_model]
        if each.null:
            return None
        return self.row_of(each.related_model)

    def _plain(self, each):
        at, number = self.at, next(self.numbers)
        by_type = {
            models.UUIDField: self.case.pk if each.name == "spine_id" else uuid4(),
            models.DateTimeField: at,
            models.DateField: at.date(),
            models.BooleanField: False,
            models.DecimalField: number,
            models.JSONField: [],
        }
        for kind, value in by_type.items():
            if isinstance(each, kind):
                return value
        if isinstance(each, models.IntegerField):
            return number
        return f"{number:x}-{uuid4().hex}"[: each.max_length or 40]


def some_word(text: str = "Planted", *, of_day=None) -> Callable[[Sealed], object]:
    """Words of each kind of sealed field, all of them the same."""

    def word_for(each: Sealed):
        if isinstance(each, SealedDate):
            return of_day
        if isinstance(each, SealedJSON):
            return None if each.null else {}
        return text.encode() if isinstance(each, SealedBytes) else text

    return word_for


def a_day_before(at, days: int):
    return (at - timedelta(days=days)).date()
