"""No query reads, compares, sorts or writes what is sealed: each way is refused."""

import pytest
from django.core import serializers
from django.db import IntegrityError, transaction
from django.db.models import Count, F, Max, Q, Value
from django.db.models.functions import Upper
from django.forms import model_to_dict, modelform_factory

from heed.vault.fields import SealedFieldError
from tests.vault.notes import Note, Remark, a_note, again

pytestmark = pytest.mark.usefixtures("_notes")

QUERIES = {
    "look-up": lambda notes: notes.filter(words="Seen"),
    "look-up of nothing": lambda notes: notes.filter(reason=None),
    "isnull": lambda notes: notes.filter(reason__isnull=True),
    "contains": lambda notes: notes.filter(words__icontains="seen"),
    "exclude": lambda notes: notes.exclude(words="Seen"),
    "Q": lambda notes: notes.filter(Q(kind="plain") | Q(words="Seen")),
    "through a relation": lambda notes: Remark.objects.filter(note__words="Seen"),
    "order_by": lambda notes: notes.order_by("words"),
    "order_by descending": lambda notes: notes.order_by("-words"),
    "order_by through a relation": lambda notes: Remark.objects.order_by("note__words"),
    "values": lambda notes: notes.values("words"),
    "values of everything": lambda notes: notes.values(),
    "values_list": lambda notes: notes.values_list("words", flat=True),
    "values through a relation": lambda notes: Remark.objects.values("note__words"),
    "F in a filter": lambda notes: notes.filter(kind=F("words")),
    "F in an annotation": lambda notes: notes.annotate(seen=F("words")),
    "function": lambda notes: notes.annotate(seen=Upper("words")),
    "aggregate": lambda notes: notes.aggregate(Max("words")),
    "count": lambda notes: notes.aggregate(Count("words")),
    "distinct on": lambda notes: notes.order_by().distinct("words"),
    "latest": lambda notes: notes.latest("words"),
    "get_or_create": lambda notes: notes.get_or_create(words="Seen"),
    "update": lambda notes: notes.update(words="Seen"),
    "update to nothing": lambda notes: notes.update(reason=None),
    "update with a value": lambda notes: notes.update(words=Value("Seen")),
    "update with F": lambda notes: notes.update(words=F("kind")),
    "update from F": lambda notes: notes.update(kind=F("words")),
    "bulk_update": lambda notes: notes.bulk_update(list(notes), ["words"]),
    "bulk_update to nothing": lambda notes: notes.bulk_update(list(notes), ["reason"]),
}


@pytest.mark.parametrize("query", QUERIES.values(), ids=QUERIES)
def test_a_query_that_names_sealed_words_is_refused(query):
    note = a_note("Seen at home.", reason="A reason.")
    with pytest.raises(SealedFieldError, match="is sealed"), transaction.atomic():
        list(query(Note.objects.filter(pk=note.pk)) or ())
    kept = again(note)
    assert (kept.words, kept.reason) == ("Seen at home.", "A reason.")


def test_queries_that_name_no_sealed_words_go_on_as_ever():
    note = a_note("Seen at home.")
    Remark.objects.create(note=note)
    assert list(Note.objects.values_list("kind", "data_key_id")) == [
        ("plain", note.data_key_id)
    ]
    assert Remark.objects.filter(note__kind="plain").count() == 1
    assert Remark.objects.select_related("note").get().note.words == "Seen at home."
    assert Remark.objects.prefetch_related("note").get().note.words == "Seen at home."
    assert Note.objects.annotate(size=F("kind")).get().words == "Seen at home."
    assert Note.objects.filter(pk=note.pk).update(kind="other") == 1
    assert Note.objects.filter(kind="other").union(Note.objects.none()).count() == 1


def test_a_field_that_must_hold_something_refuses_nothing():
    with pytest.raises(IntegrityError), transaction.atomic():
        a_note(words=None)


@pytest.mark.parametrize("form", ["json", "python", "xml"])
def test_no_serialiser_carries_the_words_elsewhere(form):
    with pytest.raises(SealedFieldError):
        serializers.serialize(form, [a_note("Seen at home.")])


def test_no_form_shows_the_words_by_itself():
    form = modelform_factory(Note, fields="__all__")(instance=a_note("Seen at home."))
    assert "words" not in form.fields
    assert "Seen" not in str(form.as_p())
    assert "words" not in model_to_dict(form.instance)


def test_a_row_shown_by_mistake_shows_no_words():
    note = a_note("Seen at home.")
    assert "Seen" not in repr(note) + str(note) + repr(again(note).__dict__)
