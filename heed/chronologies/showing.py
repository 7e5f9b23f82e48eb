"""Rows of the composite as rows of a table. A template for each would cost more than
reading and opening them: they are written here, and every word of theirs is escaped."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cache
from html import escape
from types import MappingProxyType
from uuid import UUID

from django.urls import reverse
from django.utils.html import conditional_escape
from django.utils.safestring import SafeString, mark_safe

from heed.cases.models import Case
from heed.chronologies.doubts import kept_date_in_words
from heed.chronologies.models import Restricted, Row
from heed.chronologies.models.rows import told_by
from heed.chronologies.naming import with_names_off
from heed.chronologies.queries import Told, cleared_for, composite_until
from heed.chronologies.queries.key import naming_for
from heed.chronologies.understanding import KINDS
from heed.deidentify.naming import Naming

SEEN = {"yes": "Yes", "no": "No", "not_applicable": "Does not apply"}
ALONE = {"yes": "Yes, alone", "no": "Yes, not alone"}
KIND = dict(Row.Kind.choices)
IN_A_PART = 100
BOX = (
    '<label class="heed-choose"><input type="checkbox" name="row" value="{0}" '
    'form="chosen-rows"> Choose<span class="govuk-visually-hidden"> row {0}</span>'
    "</label>"
)
BELOW = (
    ("outcome", "What was done"),
    ("child_voice", "The child’s voice"),
    ("comment", "Comment of the agency"),
)
NOT_CLEARED = "You are not cleared to read it."
NOT_SHOWN = "Names are off: what happened is not shown."
BY_THE_KEY = (
    "Names are off: whoever is in the key of names is called as it says. Somebody who "
    "is not in it may still be named."
)

Marks = Mapping[UUID, Sequence[str]]
"""What is marked beside rows: by row the words, or links that are escaped already."""
NO_MARKS: Marks = MappingProxyType({})


def shown_together(
    case: Case, *, cleared: frozenset[str], named: bool, hidden: str = NOT_CLEARED
) -> dict:
    """A window of the composite, for pages that show it beside other things: that which
    ends when it happened, or the first while that is not known."""
    day = case.happened_until or case.happened_on
    composite = composite_until(case, day, cleared=cleared)
    how = {"named": named, "naming": naming_unless(case, named=named)}
    return {
        "composite": composite,
        "rows": rows_of_table(composite.rows, hidden=hidden, **how),
        "names_in_rows": how_named(case, named=named),
    }


def naming_unless(case: Case, *, named: bool) -> Naming | None:
    """How people are called where names are off; it is not asked for where they are
    on."""
    return None if named else naming_for(case)


def how_named(case: Case, *, named: bool) -> str:
    """What a page with rows says of the names in them; "" with names on."""
    if named:
        return ""
    return BY_THE_KEY if naming_for(case) else NOT_SHOWN


def shown_to(case: Case, person, *, at, named: bool) -> dict:
    """The same for one person: with the restricted rows that they may read."""
    cleared = cleared_for(person, case, at=at)
    return shown_together(case, cleared=cleared, named=named)


def rows_of_table(
    rows: Sequence[Told],
    *,
    named: bool,
    naming: Naming | None = None,
    hidden: str = NOT_CLEARED,
    marks: Marks = NO_MARKS,
    boxes: bool = False,
) -> SafeString:
    """The rows of the table. Their words name people, and stand there with names on;
    with names off as `naming` calls everybody, and not at all without it. `hidden` is
    said in place of those that are restricted. `marks` stand below what a row says;
    before them, with `boxes`, one by which it is chosen, where it may be read."""
    how = {"hidden": hidden, "marks": marks, "boxes": boxes}
    drawn = _drawn(rows, named=named, naming=naming, **how)
    return mark_safe("".join(drawn))  # noqa: S308 - each word of it is escaped below


def rows_in_parts(rows: Sequence[Told], **how) -> list[SafeString]:
    """The same of thousands, in parts, for a page that puts them in as they come."""
    drawn = [*_drawn(rows, **how)]
    return [
        mark_safe("".join(drawn[first : first + IN_A_PART]))  # noqa: S308 - as above
        for first in range(0, len(drawn), IN_A_PART)
    ]


def _drawn(
    rows: Sequence[Told],
    *,
    named: bool,
    naming: Naming | None = None,
    hidden: str = NOT_CLEARED,
    marks: Marks = NO_MARKS,
    boxes: bool = False,
) -> Iterable[str]:
    base = reverse("chronology_row", args=["_"]).removesuffix("_/")
    shown = rows if named else with_names_off(rows, naming)
    return map(_drawing(base, marks, hidden=hidden, boxes=boxes), shown)


def _drawing(
    base: str, marks: Marks, *, hidden: str, boxes: bool
) -> Callable[[Told], str]:
    """How a row is drawn. What many rows say alike, their days and whose they are, is
    put into words once for all of them, and forgotten with them."""
    begins = f'<a class="govuk-link" href="{base}'
    agency = cache(lambda name, service: escape(told_by(name, service)))
    clock = cache(lambda time: f"{time:%H:%M}" if time else "")
    dates: dict[tuple, str] = {}

    def date_of(row: Told) -> str:
        kept = row.words.get("date", {})
        if "candidates" in kept:
            return _date(kept)
        alike = tuple(kept.items())
        if alike not in dates:
            dates[alike] = _date(kept)
        return dates[alike]

    def drawn(row: Told) -> str:
        number = row.cited
        if row.hidden:
            day, said = _bare_date(row), _why_hidden(row, hidden)
            source = seen = ""
        else:
            day, said, seen = date_of(row), _said(row), _seen(row)
            source = f"<bdi>{escape(row.words.get('source', ''))}</bdi>"
        more = marks.get(row.pk, ()) if marks else ()
        if boxes and not row.hidden:
            more = (mark_safe(BOX.format(number)), *more)  # noqa: S308 - a number
        beside = _marks(row, more)
        return (
            f'<tr id="row-{number}"><th scope="row">{begins}{row.public_id}/">{number}'
            f"</a></th><td>{day}</td><td>{clock(row.time)}</td>"
            f"<td>{agency(row.agency, row.service)}</td><td>{said}{beside}</td>"
            f"<td>{seen}</td><td>{source}</td></tr>"
        )

    return drawn


def _seen(row: Told) -> str:
    """Whether the child was seen; whether alone, where it was seen at all."""
    seen = SEEN.get(row.child_seen, "Not recorded")
    return ALONE.get(row.seen_alone, seen) if row.child_seen == "yes" else seen


def _date(kept: Mapping) -> str:
    """A date as it is understood, and as it was typed where that is not the same."""
    typed = kept.get("words", "")
    read = kept_date_in_words(kept)
    if typed == read:
        return escape(read)
    told = escape(read[:1].upper() + read[1:])
    if not typed:
        return told
    return f'{told}<br><span class="govuk-hint heed-typed">“{escape(typed)}”</span>'


def _bare_date(row: Told) -> str:
    if row.earliest is None or row.latest is None:
        return "No date"
    first, last = (f"{d.day} {d:%B %Y}" for d in (row.earliest, row.latest))
    return first if first == last else f"{first} to {last}"


def _said(row: Told) -> str:
    words = row.words
    if not words or (len(words) == 1 and "date" in words):  # not to be shown here
        return ""
    kind = f"<strong>{KIND[row.kind]}.</strong> " if row.kind != "event" else ""
    made = [f"{kind}<bdi>{escape(words.get('event', ''))}</bdi>"]
    for name, label in BELOW:
        if said := words.get(name):
            made.append(f"<br>{label}: <bdi>{escape(said)}</bdi>")
    if present := words.get("present"):
        made.append(f"<br>Present: <bdi>{escape('; '.join(present))}</bdi>")
    return "".join(made)


def _why_hidden(row: Told, hidden: str) -> str:
    why = Restricted(row.restricted).label.lower()
    return f"<em>Restricted: {why}. {hidden}</em>"


def _marks(row: Told, more: Sequence[str]) -> str:
    plain = not (row.doubt or row.without_source or row.restricted or row.was_amended)
    if plain and not more:
        return ""
    said: list[str] = []
    if row.doubt:
        said.append("In doubt: " + KINDS.get(row.doubt, "a person must look at it"))
    if row.without_source and not row.hidden:
        said.append("No source")
    if row.restricted and not row.hidden:
        said.append(f"Restricted: {Restricted(row.restricted).label.lower()}")
    if row.was_amended:
        said.append("Put right here")
    said += more
    tags = (
        f'<span class="heed-mark">{conditional_escape(each)}</span>' for each in said
    )
    return f'<p class="govuk-hint heed-marks">{"; ".join(tags)}</p>' if said else ""
