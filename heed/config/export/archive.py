"""One case, or all that a person may open, written as an archive."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from importlib import resources
from pathlib import Path

from django.db.models import Model, Q

from heed.audit.actions import record
from heed.audit.chain import COLUMNS
from heed.audit.models import Entry
from heed.audit.sentences import sentences_of
from heed.cases.apart import KeptApart
from heed.cases.models import Case, Child
from heed.cases.steps import carrying_out
from heed.config.checksums import put_checksums
from heed.config.export import files, pages, tables
from heed.config.export.arrangement import arranged
from heed.config.export.files import FileKept
from heed.config.export.reach import Rows, rows_of, spines_of
from heed.config.export.values import Said, fields_of, moment, said_by
from heed.config.new_folder import must_be_free, new_folder
from heed.documents.models import Document
from heed.referrals.kept_apart import addresses_kept_apart
from heed.rulebook import process
from heed.rulebook.process import STAGES
from heed.vault.keys import forget_keys

HERE = "heed.config.export"


@dataclass(frozen=True)
class Taken:
    """What an export came to."""

    reference: str
    records: int
    files: int
    left_out: int


def export_cases(
    cases: Sequence[Case], target: Path, *, several: bool, by, reason: str, at: datetime
) -> list[Taken]:
    """Put on the record that these cases leave Heed, for whom and why; then write them
    into a new folder. Without the record not a byte is written."""
    must_be_free(target)
    for case in cases:
        _on_the_record(case, by=by, reason=reason, at=at)
    taken, named = [], _named(cases)
    with new_folder(target) as folder:
        for case in cases:
            here = folder / named[case.pk] if several else folder
            here.mkdir(mode=0o700, exist_ok=True)
            taken.append(_write(case, here, several=several, by=by, at=at))
            forget_keys()
        if several:
            _list_of_all(cases, named, folder, by=by, at=at)
        put_checksums(folder)
    return taken


def _named(cases: Sequence[Case]) -> dict:
    """Each case's folder in an archive of several: its reference, of plain letters;
    where two partnerships have the same, with the partnership's name."""
    plain = {each.pk: re.sub(r"[^A-Za-z0-9-]+", "-", each.reference) for each in cases}
    twice = {name for name, count in Counter(plain.values()).items() if count > 1}
    return {
        each.pk: f"{each.partnership.slug}-{name}" if name in twice else name
        for each in cases
        for name in [plain[each.pk]]
    }


def _on_the_record(case: Case, *, by, reason: str, at: datetime) -> None:
    with carrying_out(process.EXPORT_CASE, case, by=by, at=at, reasons=reason):
        for document in rows_of(case)[Document]:
            record(
                what="export_document",
                by=by,
                at=at,
                subject_kind="documents.Document",
                subject_id=document.pk,
                case_id=case.pk,
                partnership_id=case.partnership_id,
            )


def _write(case: Case, folder: Path, *, several: bool, by, at: datetime) -> Taken:
    rows = rows_of(Case.objects.get(pk=case.pk))
    apart = KeptApart(addresses_kept_apart(case))
    for name in (pages.FOLDER, tables.FOLDER):
        (folder / name).mkdir(mode=0o700)
    kept = files.put_files(rows, folder, apart)
    around = {"case": case, "by": by.actor_name, "taken_at": moment(at)}
    counts = []
    for section, here in arranged(rows):
        groups = [
            pages.group_of(model, _said(model, some, folder, apart), kept, apart)
            for model, some in here.items()
        ]
        count = sum(len(group.records) for group in groups)
        counts.append((section, count))
        if count:
            context = {**around, "up": "../", "section": section, "groups": groups}
            path = folder / pages.FOLDER / f"{section.slug}.html"
            pages.put_page(path, "section", context)
    entries = _put_record(case, folder, around)
    _put_index(
        case, folder, rows, kept, counts, entries, {**around, "several": several}
    )
    return Taken(
        reference=case.reference,
        records=sum(count for _, count in counts),
        files=sum(not each.left_out for each in kept),
        left_out=sum(bool(each.left_out) for each in kept),
    )


def _said(
    model: type[Model], rows: list, folder: Path, apart: KeptApart
) -> list[tuple[Model, list[Said]]]:
    """What every row says, written into the tables for machines on the way."""
    said = [(row, list(said_by(row, apart))) for row in rows]
    columns = [field.name for field in fields_of(model)]
    plain = [{each.field.name: each.plain for each in fields} for _, fields in said]
    tables.put_table(folder, model._meta.label, columns, plain)
    return said


def _put_record(case: Case, folder: Path, around: dict) -> int:
    about = Q(case_id=case.pk) | Q(subject_id__in=map(str, spines_of(case)))
    entries = list(Entry.objects.filter(about).order_by("sequence"))
    columns = [*COLUMNS, "canonical", "link"]
    plain = [{name: _as_text(getattr(e, name)) for name in columns} for e in entries]
    tables.put_table(folder, "record", columns, plain)
    lines = [
        (entry.sequence, moment(entry.at), says)
        for entry, says in zip(entries, sentences_of(entries), strict=True)
    ]
    path = folder / pages.FOLDER / "record.html"
    pages.put_page(path, "record", {**around, "up": "../", "lines": lines})
    return len(entries)


def _as_text(value):
    return value if value is None or isinstance(value, int | str) else str(value)


def _put_index(
    case: Case,
    folder: Path,
    rows: Rows,
    kept: list[FileKept],
    counts: list,
    entries: int,
    around: dict,
) -> None:
    context = {
        **around,
        "children": rows[Child],
        "stage": STAGES[case.stage].label,
        "opened": moment(case.opened_at),
        "closed": moment(case.closed_at) if case.closed_at else "",
        "sections": counts,
        "entries": entries,
        "files": [pages.file_entry(each) for each in kept],
        "up": "",
    }
    pages.put_page(folder / "index.html", "case", context)
    _put_beside(folder)


def _list_of_all(
    cases: Sequence[Case], named: dict, folder: Path, *, by, at: datetime
) -> None:
    listed = [
        {
            "folder": named[case.pk],
            "reference": case.reference,
            "stage": STAGES[case.stage].label,
            "opened": moment(case.opened_at),
        }
        for case in cases
    ]
    context = {"cases": listed, "by": by.actor_name, "taken_at": moment(at), "up": ""}
    pages.put_page(folder / "index.html", "all", context)
    _put_beside(folder)


def _put_beside(folder: Path) -> None:
    for name in ("archive.css", "README.txt"):
        with (folder / name).open("x", encoding="utf-8") as out:
            out.write(resources.files(HERE).joinpath(name).read_text("utf-8"))
