"""F30: whatever is typed into any question of any form is kept to the letter or refused
in a sentence; a NUL is refused and what was typed stands there again."""

import copy
import pkgutil
from importlib import import_module

import pytest
from django import forms
from django.core.exceptions import ValidationError
from django.db import DataError, connection
from django.utils.html import escape

import heed
from tests.nasty import NAMES, NUL

WORDS = {**NAMES, "NUL": NUL, "NUL alone": "\0", "half a letter": "\ud83d"}


def every_form() -> list[type[forms.BaseForm]]:
    """Every form of Heed that says its questions."""
    for module in pkgutil.walk_packages(heed.__path__, "heed."):
        if "form" in module.name.rpartition(".")[2] and ".demo" not in module.name:
            import_module(module.name)
    return sorted(set(_below(forms.BaseForm)), key=_whole_name)


def _whole_name(form) -> str:
    return f"{form.__module__}.{form.__qualname__}"


def _below(form):
    for each in form.__subclasses__():
        if each.__module__.startswith("heed."):
            yield each
        yield from _below(each)


def questions():
    """Each kind of question once for each way of asking it: by its field's and its
    widget's class, and by what else decides what it takes."""
    found = {}
    for form in every_form():
        for name, field in form.base_fields.items():
            kind = type(field), type(field.widget), getattr(field, "max_length", None)
            found.setdefault(kind, (f"{_whole_name(form)}.{name}", field))
    return sorted(found.values(), key=lambda each: each[0])


def as_postgresql(execute, sql, params, many, context):
    """PostgreSQL takes no NUL in a text; SQLite does."""
    if any(isinstance(each, str) and "\0" in each for each in params or ()):
        raise DataError("PostgreSQL text fields cannot contain NUL (0x00) bytes")
    return execute(sql, params, many, context)


def sent(field, words: str):
    """What the question makes of it: the value, or None where it refuses in a
    sentence."""
    if isinstance(field, forms.ModelChoiceField):
        field.queryset = field.queryset.model._base_manager.all()
    field.rows = {}  # of those that pick among what a page shows
    takes_several = isinstance(field, forms.MultipleChoiceField)
    value = field.widget.value_from_datadict(
        *({"it": [words] if takes_several else words}, {}, "it")
    )
    try:
        return field.clean(value)
    except ValidationError as refused:
        return (
            None if all(map(str.strip, refused.messages)) else "REFUSED WITHOUT WORDS"
        )


QUESTIONS = questions()


def test_there_are_many_kinds_of_question():
    assert len(QUESTIONS) > 25
    kinds = {type(field).__name__ for _, field in QUESTIONS}
    assert {"CharField", "ChosenField", "NamesField", "DatePartsField"} <= kinds


@pytest.mark.django_db
@pytest.mark.parametrize(
    "field", [f for _, f in QUESTIONS], ids=[n for n, _ in QUESTIONS]
)
def test_every_kind_of_question_takes_or_refuses_every_word(field):
    with connection.execute_wrapper(as_postgresql):
        for words in WORDS.values():
            value = sent(copy.deepcopy(field), words)
            if isinstance(value, str) and value:
                assert "\0" not in value
                assert value == words.strip()


TYPED = [
    each
    for each in QUESTIONS
    if isinstance(each[1].widget, forms.TextInput | forms.Textarea)
    and not each[1].widget.is_hidden
]


@pytest.mark.parametrize("field", [f for _, f in TYPED], ids=[n for n, _ in TYPED])
def test_what_was_refused_stands_there_again(field):
    asked = type("Asked", (forms.Form,), {"it": copy.deepcopy(field)})
    form = asked({"it": f"{NUL} said “no”"})

    assert not form.is_valid()
    again = str(form).replace("\0", "")
    assert escape("AnnLark said “no”") in again
    assert "govuk-error-message" in again
