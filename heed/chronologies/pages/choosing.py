"""Rows of the composite are chosen by a box beside each, to be marked together."""

from collections.abc import Iterable, Mapping, Sequence
from uuid import UUID

from django.utils.safestring import mark_safe

from heed.chronologies.queries import Told

# The steps for which rows are chosen (templates/chronologies/chosen.html).
MARKS = frozenset({"mark_episode", "say_themes"})
BOX = (
    '<label class="heed-choose"><input type="checkbox" name="row" value="{0}" '
    'form="chosen-rows"> Choose<span class="govuk-visually-hidden"> row {0}</span>'
    "</label>"
)


def together(*several: Mapping[UUID, Sequence[str]]) -> dict[UUID, list[str]]:
    """All marks of a row, one kind after the other."""
    found: dict[UUID, list[str]] = {}
    for marks in several:
        for row, said in marks.items():
            found.setdefault(row, []).extend(said)
    return found


def with_choices(
    rows: Iterable[Told], marks: Mapping[UUID, Sequence[str]]
) -> dict[UUID, list[str]]:
    """The marks of rows, each with its box; what somebody may not read has none."""
    return {
        row.pk: [mark_safe(BOX.format(row.cited)), *marks.get(row.pk, ())]  # noqa: S308 - a number
        for row in rows
        if not row.hidden
    }
