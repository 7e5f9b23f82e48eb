"""One case, or all that a person may open, written as an archive; with all of them,
the referrals that no case holds."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
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
from heed.cases.models import Case, Child, Spine
from heed.cases.steps import carrying_out
from heed.config.checksums import put_checksums
from heed.config.export import files, pages, tables
from heed.config.export.arrangement import arranged
from heed.config.export.files import FileKept
from heed.config.export.reach import Rows, rows_of, spines_of
from heed.config.export.restricted_rows import keep_restricted_rows_back
from heed.config.export.sealed_views import keep_sealed_views_back
from heed.config.export.values import Said, fields_of, moment, said_by
from heed.config.new_folder import must_be_free, new_folder
from heed.documents.models import Document
from heed.referrals.kept_apart import addresses_kept_apart, addresses_withheld
from heed.referrals.models import Referral
from heed.rulebook import process
from heed.rulebook.process import STAGES
from heed.vault.keys import forget_keys

HERE = "heed.config.export"
REFERRALS = Path("referrals")


@dataclass(frozen=True)
class Taken:
    """What an export came to."""

    reference: str
    records: int
    files: int
    left_out: int


def export_case(case: Case, target: Path, *, by, reason: str, at: datetime) -> Taken:
    """Put on the record that a case leaves Heed, for whom and why; then write it into
    a new folder. Without the record not a byte is written."""
    must_be_free(target)
    _on_the_record(case, by=by, reason=reason, at=at)
    with new_folder(target) as folder:
        taken = _write(case, folder, several=False, by=by, at=at)
        put_checksums(folder)
    return taken


def export_all(
    cases: Sequence[Case],
    referrals: Sequence[Referral],
    target: Path,
    *,
    by,
    reason: str,
    at: datetime,
) -> tuple[list[Taken], list[Taken]]:
    """The same for several cases, and for referrals that no case holds: each in a
    folder of its own."""
    must_be_free(target)
    for spine in [*cases, *referrals]:
        _on_the_record(spine, by=by, reason=reason, at=at)
    places = {
        **{pk: Path(name) for pk, name in _named(cases).items()},
        **{pk: REFERRALS / name for pk, name in _named(referrals).items()},
    }
    taken = {}
    with new_folder(target) as folder:
        for spine in [*cases, *referrals]:
            here = folder / places[spine.pk]
            here.mkdir(mode=0o700, parents=True)
            taken[spine.pk] = _write(spine, here, several=True, by=by, at=at)
            forget_keys()
        _list_of_all(cases, referrals, places, folder, by=by, at=at)
        put_checksums(folder)
    return [taken[c.pk] for c in cases], [taken[r.pk] for r in referrals]


def _named(spines: Sequence[Spine]) -> dict:
    """The folder of each in an archive of several: its reference, of plain letters;
    where two partnerships have the same, with the partnership's name."""
    plain = {each.pk: _plain_name(each) for each in spines}
    twice = {name for name, count in Counter(plain.values()).items() if count > 1}
    return {
        each.pk: f"{each.partnership.slug}-{name}" if name in twice else name
        for each in spines
        for name in [plain[each.pk]]
    }


def _plain_name(spine: Spine) -> str:
    """What is not sent yet has no reference."""
    draft = f"draft-{spine.public_id[:8]}"
    return re.sub(r"[^A-Za-z0-9-]+", "-", spine.reference) or draft


def _on_the_record(spine: Spine, *, by, reason: str, at: datetime) -> None:
    case = spine if isinstance(spine, Case) else None
    step = process.EXPORT_CASE if case else process.EXPORT_REFERRAL
    with carrying_out(step, spine, by=by, at=at, reasons=reason):
        for document in rows_of(spine)[Document]:
            record(
                what="export_document",
                by=by,
                at=at,
                subject_kind="documents.Document",
                subject_id=document.pk,
                case_id=case.pk if case else None,
                partnership_id=spine.partnership_id,
            )


def _write(spine: Spine, folder: Path, *, several: bool, by, at: datetime) -> Taken:
    rows = rows_of(type(spine)._base_manager.get(pk=spine.pk))
    keep_sealed_views_back(spine, rows)
    restricted = keep_restricted_rows_back(spine, rows, by=by, at=at)
    apart = KeptApart(_kept_apart(spine))
    for name in (pages.FOLDER, tables.FOLDER):
        (folder / name).mkdir(mode=0o700)
    kept = files.put_files(rows, folder, apart, restricted)
    around = {"called": _called(spine), "by": by.actor_name, "taken_at": moment(at)}
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
    entries = _put_record(spine, folder, around)
    around |= {"up_to_all": _up_to_all(spine) if several else ""}
    _put_index(spine, folder, rows, kept, counts, entries, around)
    return Taken(
        reference=spine.reference,
        records=sum(count for _, count in counts),
        files=sum(not each.left_out for each in kept),
        left_out=sum(bool(each.left_out) for each in kept),
    )


def _kept_apart(spine: Spine) -> Iterator[str]:
    of_case = isinstance(spine, Case)
    return addresses_kept_apart(spine) if of_case else addresses_withheld(spine)


def _called(spine: Spine) -> str:
    if isinstance(spine, Case):
        return f"Case {spine.reference}"
    return f"Referral {spine.reference}" if spine.reference else "A draft of a referral"


def _up_to_all(spine: Spine) -> str:
    return "../" if isinstance(spine, Case) else "../../"


def _said(
    model: type[Model], rows: list, folder: Path, apart: KeptApart
) -> list[tuple[Model, list[Said]]]:
    """What every row says, written into the tables for machines on the way."""
    said = [(row, list(said_by(row, apart))) for row in rows]
    columns = [field.name for field in fields_of(model)]
    plain = [{each.field.name: each.plain for each in fields} for _, fields in said]
    tables.put_table(folder, model._meta.label, columns, plain)
    return said


def _put_record(spine: Spine, folder: Path, around: dict) -> int:
    about = Q(case_id=spine.pk) | Q(subject_id__in=map(str, spines_of(spine)))
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
    spine: Spine,
    folder: Path,
    rows: Rows,
    kept: list[FileKept],
    counts: list,
    entries: int,
    around: dict,
) -> None:
    is_case = isinstance(spine, Case)
    context = {
        **around,
        "partnership": spine.partnership,
        "is_case": is_case,
        "children": rows[Child],
        "stage": STAGES[spine.stage].label,
        "began": moment(_began(spine)),
        "closed": moment(spine.closed_at) if is_case and spine.closed_at else "",
        "sections": counts if is_case else [each for each in counts if each[1]],
        "entries": entries,
        "files": [pages.file_entry(each) for each in kept],
        "up": "",
    }
    pages.put_page(folder / "index.html", "case", context)
    _put_beside(folder)


def _began(spine: Spine) -> datetime:
    """When a case was opened, when a referral came or was begun."""
    if isinstance(spine, Case):
        return spine.opened_at
    return spine.received_at or spine.begun_at


def _list_of_all(
    cases: Sequence[Case],
    referrals: Sequence[Referral],
    places: dict,
    folder: Path,
    *,
    by,
    at: datetime,
) -> None:
    context = {"cases": _listed(cases, places)}
    context |= {"referrals": _listed(referrals, places)}
    context |= {"by": by.actor_name, "taken_at": moment(at), "up": ""}
    pages.put_page(folder / "index.html", "all", context)
    _put_beside(folder)


def _listed(spines: Sequence[Spine], places: dict) -> list[dict]:
    return [
        {
            "folder": places[each.pk].as_posix(),
            "reference": each.reference or "A draft",
            "stage": STAGES[each.stage].label,
            "began": moment(_began(each)),
        }
        for each in spines
    ]


def _put_beside(folder: Path) -> None:
    for name in ("archive.css", "README.txt"):
        with (folder / name).open("x", encoding="utf-8") as out:
            out.write(resources.files(HERE).joinpath(name).read_text("utf-8"))
