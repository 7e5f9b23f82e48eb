"""The form that agencies fill in as a chronology: the partnership's columns, as Word
and as Excel. Nothing of a case stands in it."""

from collections.abc import Callable

from django.http import Http404, HttpResponse

from heed.chronologies.copies import TYPES
from heed.chronologies.queries.columns import columns_asked_by
from heed.papers.chronologies.writing.template import (
    Asked,
    excel_template,
    word_template,
)

SEND_TO = "{}, by the link in our letter."
WAYS: dict[str, Callable[[Asked], bytes]] = {
    "docx": word_template,
    "xlsx": excel_template,
}


def asked_by(partnership, *, agency: str = "") -> Asked:
    """What agencies of a partnership are asked for in a chronology."""
    return Asked(
        partnership=partnership.name,
        send_to=SEND_TO.format(partnership.name),
        agency=agency,
        columns=columns_asked_by(partnership),
    )


def empty_form(asked: Asked, ending: str) -> HttpResponse:
    """The form to keep, as Word or as Excel; Http404 for any other ending."""
    if ending not in WAYS:
        raise Http404
    answer = HttpResponse(WAYS[ending](asked), content_type=TYPES[ending])
    answer["Content-Disposition"] = f'attachment; filename="chronology.{ending}"'
    return answer
