"""What leaves Heed of a chronology: no more than whoever takes it may read, by name or
by the key, and it comes back as it was."""

import io
import re
import zipfile
from datetime import date
from decimal import Decimal
from uuid import uuid4

import pypdf
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from heed.audit.models import Entry
from heed.chronologies.actions import bring_in
from heed.chronologies.citing import read_numbers
from heed.chronologies.copies import TYPES, Wanted, chosen, file_of
from heed.chronologies.models import Row
from heed.chronologies.queries import Told, difference_in
from tests.cases.factories import NOON, it_is
from tests.chronologies.factories import LATER
from tests.chronologies.test_the_key_of_names import (
    a_chronology_that_names_people,
    begun,
)
from tests.deidentify.test_naming import NAMING, PEOPLE, WAYS
from tests.partnership.factories import signed_in

TODAY = date(2026, 3, 12)
SAYING = [w.format(*n.split()) for _, n in PEOPLE if " " in n for w in WAYS]


def a_row(n: int, *, restricted="", hidden=False, **words):
    day = {"words": f"on {words.get('event', '')[:20]}", "iso": "2025-05-03"}
    day |= {"earliest": "2025-05-03", "latest": "2025-05-03", "precision": "day"}
    on = date(2025, 5, 3)
    said = {} if hidden else {"date": day, **words}
    told = ("Quill", "", on, on, None, "event", "no", "no", "", False)
    who = (uuid4(), uuid4(), f"{n}", Decimal(n))
    return Told(*who, *told, restricted, None, said, hidden)


def words_in(made: bytes, ending: str) -> str:
    if ending == "pdf":
        pages = pypdf.PdfReader(io.BytesIO(made)).pages
        return "\n".join(page.extract_text() for page in pages)
    if ending in {"docx", "xlsx"}:
        with zipfile.ZipFile(io.BytesIO(made)) as parts:
            return "\n".join(
                parts.read(n).decode("utf-8", "replace") for n in parts.namelist()
            )
    return made.decode("utf-8-sig")


@pytest.mark.parametrize("ending", TYPES)
def test_with_names_off_no_name_of_the_key_is_left_in_any_file(ending):
    rows = [
        a_row(
            n,
            event=f"{said} was seen.",
            source=f"Call from {said}",
            present=[said, "Mother"],
            child=said,
            other=[[f"Told by {said}", f"and {said}"]],
        )
        for n, said in enumerate(SAYING, 1)
    ]
    unknown = "PC KHAN rang 07700 900123 from 4 Larch Row, SQ1 2AB"
    rows.append(a_row(98, event=unknown, source="Dr José"))
    rows.append(a_row(99, restricted="sub_judice", event="Zircon was charged."))
    rows.append(a_row(100, restricted="safe_address", hidden=True))
    how = {"naming": NAMING, "title": "Chronology Q-1", "on": TODAY}

    made = words_in(file_of(rows, Wanted(ending=ending), **how), ending)

    assert "Kestrel" in made
    for each in ("Zircon", "KHAN", "900123", "Larch", "SQ1", "José"):
        assert each not in made, each
    assert "may still be named" in " ".join(made.split()) or ending in {"csv", "json"}
    parts = {part for _, name in PEOPLE for part in re.split("[ -]", name)} - {"May"}
    left = {part for part in parts if re.search(rf"\b{part}\b", made, re.IGNORECASE)}
    assert left - {"Kestrel"} == set()


def test_an_annex_is_by_the_key_and_without_what_few_may_read():
    rows = [a_row(1, event="Tazzy rang"), a_row(2, restricted="sub_judice", event="X")]
    wanted = Wanted(ending="docx", with_restricted=True, is_annex=True)
    how = {"naming": NAMING, "title": "Chronology Q-1", "on": TODAY}
    made = words_in(file_of(rows, wanted, **how), "docx")
    assert "Annex: from the chronology" in made
    assert "Mother rang" in made
    assert "Q-1" not in made
    assert "A restricted entry stands here" in made
    assert chosen(rows, read_numbers("2-9")) == rows[1:]


def taken(client, case, **asked):
    url = reverse("take_chronology", args=[case.public_id])
    said = {"ending": "csv", "purpose": "read"} | asked
    with it_is(NOON):
        return client.post(url, said)


def at_a_desk(person, case, *, names_on=False):
    desk = signed_in(Client(), person)
    if names_on:
        with it_is(NOON):
            desk.post(reverse("case_names", args=[case.public_id]), {"from": "case"})
    return desk


@pytest.mark.django_db(databases=["default", "library"])
def test_a_copy_comes_back_without_a_difference():
    case, agency, people = a_chronology_that_names_people()
    row = Row.objects.filter(chronology__organisation=agency).first()
    mine = {"agencies": [row.chronology.public_id], "named": "yes"}
    desk = at_a_desk(people["coordinator"], case, names_on=True)

    for ending in ("docx", "xlsx", "csv"):
        file = taken(desk, case, ending=ending, **mine)
        assert file["Content-Disposition"].endswith(f'-chronology.{ending}"')
        assert file["Content-Type"] == TYPES[ending]
        sent = SimpleUploadedFile(f"back.{ending}", file.content)
        by = {"by": people["coordinator"], "at": LATER}
        came = bring_in(case, organisation=agency, file=sent, **by)
        found = difference_in(came, cleared=frozenset())
        assert (found.new, found.changed, found.gone) == ([], [], []), ending
        assert found.same == came.rows_in == 3
    codes = Entry.objects.filter(what="take_chronology").values_list("reason_code")
    assert [code for (code,) in codes] == [
        f"{ending}.some.3.named" for ending in ("docx", "xlsx", "csv")
    ]


@pytest.mark.django_db(databases=["default", "library"])
def test_a_copy_obeys_the_switch_and_what_was_looked_for_goes_along():
    case, _, people = a_chronology_that_names_people()
    off = at_a_desk(people["coordinator"], case)
    assert "There is no key of names yet" in taken(off, case).text
    begun(case, people)

    assert "There is a problem" in taken(off, case, named="yes").text
    assert "is not the number of a row" in taken(off, case, numbers="x").text
    assert "No row is as you ask" in taken(off, case, text="zircon").text
    assert "Tazzy" not in taken(off, case).text
    desk = at_a_desk(people["coordinator"], case, names_on=True)
    page = taken(desk, case, prepared="yes", text="Visit by", ending="csv").text
    assert 'value="Visit by"' in page
    assert "By name, as they were typed" in page
    annex = taken(desk, case, purpose="annex", named="yes")
    assert "Tazzy" not in words_in(annex.content, "docx")
    assert "annex.docx" in annex["Content-Disposition"]
    police = at_a_desk(people["police"], case, names_on=True)
    whole = taken(police, case, named="yes", with_restricted="on").text
    assert "Tazzy" in whole
    assert "an interview with the police" not in whole
    codes = Entry.objects.filter(what="take_chronology").values_list("reason_code")
    assert [code for (code,) in codes] == [
        *("csv.whole.10.unnamed", "docx.annex.10.unnamed", "csv.whole.10.named")
    ]
