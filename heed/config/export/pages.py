"""The pages of an archive: plain HTML that any browser shows, without a network."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from django.db.models import Field, Model
from django.template.loader import render_to_string
from django.utils.html import format_html, format_html_join, linebreaks
from django.utils.safestring import SafeString

from heed.cases.apart import KeptApart
from heed.cases.deadlines import due_of
from heed.cases.models import Deadline
from heed.chronologies.models import Row
from heed.config.export.arrangement import CALLED
from heed.config.export.files import FileKept
from heed.config.export.values import Said, title_of
from heed.papers.blocks import Document
from heed.papers.write_html import write_html
from heed.rulebook.clocks import CLOCKS
from heed.rulebook.counting import Due
from heed.rulebook.words import in_words
from heed.rulebook.working_days import UnknownYear

FOLDER = "pages"
# Of no use to somebody who reads: what joins rows stands in the tables for machines.
FOR_MACHINES = frozenset(
    {
        "id",
        "public_id",
        "partnership",
        "case",
        "spine_id",
        "once",
        "version",
        "by_kind",
        "by_id",
        "subject_kind",
        "subject_id",
        "owner_kind",
        "owner_id",
        "stored_as",
        "library_id",
        "review_id",
    }
)
MARKS = ("_hash", "_mark")


@dataclass(frozen=True)
class Record:
    """One row as it stands on a page."""

    anchor: str
    title: str
    entries: list[tuple[str, SafeString]]


@dataclass(frozen=True)
class Group:
    """The rows of one kind, under what they are called."""

    title: str
    records: list[Record]


def put_page(path: Path, template: str, context: Mapping) -> None:
    """Write one page of the archive."""
    with path.open("x", encoding="utf-8") as out:
        out.write(render_to_string(f"export/{template}.html", context))


def group_of(
    model: type[Model],
    said: Iterable[tuple[Model, list[Said]]],
    files: list[FileKept],
    apart: KeptApart,
) -> Group:
    """The rows of a model, each with what it says in words."""
    by_row: dict = {}
    for each in files:
        by_row.setdefault(each.row.pk, []).append(each)
    records = [
        Record(
            anchor=f"r-{row.pk}",
            title=apart.without(title_of(row)),
            entries=[
                *_why_gone(row),
                *_entries(fields),
                *_beside(row, by_row.get(row.pk, ())),
            ],
        )
        for row, fields in said
    ]
    label, plural = model._meta.label, model._meta.verbose_name_plural
    return Group(CALLED.get(label, plural.capitalize()), records)


def _why_gone(row: Model) -> Iterator[tuple[str, SafeString]]:
    """First of all, of a row of a chronology that is told no more."""
    if isinstance(row, Row) and row.why_gone:
        yield "Told no more", drawn(row.why_gone)


def _entries(fields: Iterable[Said]) -> Iterator[tuple[str, SafeString]]:
    for each in fields:
        if each.words not in ("", None) and not _for_machines(each.field):
            yield each.kept.words.capitalize(), drawn(each.words)


def _for_machines(field: Field) -> bool:
    sealed = hasattr(field, "seal")
    name = field.name
    return name in FOR_MACHINES or (name.endswith(MARKS) and not sealed)


def drawn(value) -> SafeString:
    """A value as HTML: every word of it escaped."""
    if isinstance(value, Document):
        return format_html(
            '<div class="paper">{}</div>', SafeString(write_html(value, title_level=4))
        )
    if isinstance(value, dict):
        pairs = [(str(k).replace("_", " "), drawn(v)) for k, v in value.items()]
        return format_html(
            "<dl>{}</dl>", format_html_join("", "<dt>{}</dt><dd>{}</dd>", pairs)
        )
    if isinstance(value, list):
        items = [(drawn(each),) for each in value]
        return format_html("<ul>{}</ul>", format_html_join("", "<li>{}</li>", items))
    text = {True: "Yes", False: "No", None: "Not given"}.get(value, value)
    return SafeString(linebreaks(str(text), autoescape=True))


def _beside(row: Model, files: Iterable[FileKept]) -> Iterator[tuple[str, SafeString]]:
    for each in files:
        yield "The file", file_entry(each, up="../")
    if isinstance(row, Deadline) and (worked := _counted(row)):
        days = [
            (in_words(day.date), "counts" if day.counts else "does not count", day.why)
            for day in worked.counting
        ]
        yield (
            "How it was counted",
            format_html(
                "<details><summary>Day by day, to {}</summary><table>{}</table>"
                "</details>",
                in_words(worked.due_on),
                format_html_join(
                    "", "<tr><td>{}</td><td>{}</td><td>{}</td></tr>", days
                ),
            ),
        )


def _counted(deadline: Deadline) -> Due | None:
    """How a deadline comes about; None for a clock that the rulebook knows no more, and
    where its holidays are not known."""
    if deadline.clock not in CLOCKS:
        return None
    try:
        return due_of(deadline)
    except UnknownYear:
        return None


def file_entry(each: FileKept, *, up: str = "") -> SafeString:
    """A link to a file, or why it is not in the archive."""
    if each.left_out:
        return format_html("{}: not in this archive. {}", each.called, each.left_out)
    return format_html('<a href="{}{}">{}</a>', up, each.path, each.called)
