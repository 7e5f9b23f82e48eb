"""A scan of an old report is kept sealed, and shown only by two who looked through it."""

import json
from io import StringIO

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.management import CommandError, call_command
from django.test import Client
from django.urls import reverse

from heed.audit.models import Entry
from heed.documents.models import Document
from heed.library.models import Download, Publication
from heed.publications.models import EarlierReview
from heed.rulebook.language import Role
from heed.rulebook.scans import SCAN_CHECKS
from tests.learning.test_beside_the_reports import (
    a_partner_of,
    entered_by,
    put_forward,
    sent,
    words,
)
from tests.papers.test_scans import CANARY, a_scan
from tests.partnership.factories import a_person, signed_in

pytestmark = pytest.mark.django_db(databases=["default", "library"])

ALL = list(SCAN_CHECKS)


@pytest.fixture(autouse=True)
def folders(settings, tmp_path):
    settings.LIBRARY_INDEX_FOLDER = tmp_path / "index"


@pytest.fixture
def manager():
    return a_person(Role.MANAGER)


@pytest.fixture
def desk(client, manager):
    return signed_in(client, manager)


def a_file():
    return SimpleUploadedFile("q2.pdf", a_scan(words=b""))


def test_a_scan_is_kept_sealed_and_the_public_is_told_only_that_it_exists(
    desk, manager
):
    assert put_forward(desk, file=a_file()).status_code == 302
    row, partner = EarlierReview.objects.get(), a_partner_of(manager)

    second = signed_in(Client(), partner)
    page = words(second.get(reverse("earlier_review", args=[row.public_id])))
    assert "It stays sealed here" in page
    assert "scan_checked" not in page
    assert entered_by(partner, row, scan_checked=ALL).status_code == 302

    shown = Publication.objects.get()
    assert shown.image_only
    assert not shown.downloads.exists()
    kept = {each.purpose: each for each in Document.objects.all()}
    assert sorted(kept) == ["earlier_original", "earlier_scan"]


def test_the_public_reads_the_bare_pages_when_two_looked_at_all_of_them(desk, manager):
    put_forward(desk, file=a_file(), scan_checked=ALL)
    row, partner = EarlierReview.objects.get(), a_partner_of(manager)
    assert row.first_checked == ALL
    second = signed_in(Client(), partner)
    page = second.get(reverse("earlier_review", args=[row.public_id]))
    for looked in SCAN_CHECKS.values():
        assert looked in words(page)
    scan = Document.objects.get(purpose="earlier_scan")
    assert reverse("document", args=[scan.public_id]) in words(page)
    assert second.get(reverse("document", args=[scan.public_id])).status_code == 200

    partly = entered_by(partner, row, scan_checked=ALL[:-1])
    assert "looked at for each of these" in words(partly)
    assert not Publication.objects.exists()

    assert entered_by(partner, row, scan_checked=ALL).status_code == 302

    shown = bytes(Download.objects.get().content)
    assert shown.startswith(b"%PDF-")
    assert CANARY.encode() not in shown
    row.refresh_from_db()
    assert row.second_checked == ALL
    entry = Entry.objects.get(what="enter_earlier_review", result="done")
    assert entry.reason_code == "scan_shown"


def test_a_second_person_may_enter_it_without_the_scan(desk, manager):
    put_forward(desk, file=a_file(), scan_checked=ALL)

    entered_by(a_partner_of(manager), EarlierReview.objects.get())

    assert Publication.objects.get().image_only
    assert not Download.objects.exists()


def test_who_looked_for_some_of_it_does_not_put_it_forward(desk):
    answer = put_forward(desk, file=a_file(), scan_checked=ALL[:2])

    assert "looked at for each of these" in words(answer)
    assert not EarlierReview.objects.exists()
    assert not Document.objects.exists()


def test_somebody_else_does_not_open_the_scan(desk, manager):
    put_forward(desk, file=a_file())
    scan = reverse("document", args=[Document.objects.last().public_id])
    lead = a_person(Role.SAFEGUARDING_LEAD, partnership=manager.partnership)

    for other in (lead, a_person(Role.MANAGER)):
        assert signed_in(Client(), other).get(scan).status_code == 404


def a_catalogue(folder):
    (folder / "scan.pdf").write_bytes(a_scan(words=b""))
    rows = (
        {"id": "A", "title": "Child C", "year": 2009, "text": "She was not seen."}
        | {"publisher": "Quillshire  LSCB"},
        {"id": "B", "title": "Child C", "year": 2012, "path": "scan.pdf"},
        {"id": "C", "title": "NHS 943 476 5919", "year": 2012},
        {"id": "D", "title": "Child D", "year": 2011, "publisher": "Marlshire LSCB"},
    )
    file = folder / "catalogue.jsonl"
    file.write_text("\n".join(map(json.dumps, rows)))
    return file


def imported(file, email):
    said = StringIO()
    ours = ("--published-as", "Quillshire LSCB")
    words = ("import", str(file), "--put-forward-by", email, *ours, "--json")
    call_command("library", *words, stdout=said, stderr=StringIO())
    return json.loads(said.getvalue())


def test_a_catalogue_goes_forward_at_the_desk_and_waits_row_by_row(
    manager, tmp_path, settings
):
    settings.WITH_A_DESK = True
    file, partner = a_catalogue(tmp_path), a_partner_of(manager)

    said = imported(file, manager.email)

    assert (said["put_forward"], said["refused"], said["left_out"]) == (2, 1, 1)
    problems = {problem["id"]: problem["why"] for problem in said["problems"]}
    assert problems.keys() == {"B", "C", "D"}
    assert "“Marlshire LSCB” published it. It was left out" in problems["D"]
    assert problems["C"] == "It was refused. Put it forward on the desk to read why."
    entries = Entry.objects.filter(what="propose_earlier_review")
    assert {(e.actor_kind, e.actor_id) for e in entries} == {("system", "catalogue")}
    refused = entries.get(result="refused")
    assert refused.subject_id == str(manager.pk)
    assert not Publication.objects.exists()
    assert [m.to_address for m in sent("earlier_review_waits")] == [partner.email]
    assert Document.objects.filter(purpose="earlier_scan").count() == 1
    for row in EarlierReview.objects.all():
        assert entered_by(partner, row).status_code == 302
    assert Publication.objects.filter(title="Child C").count() == 2

    again = imported(file, manager.email)
    assert (again["already"], again["refused"]) == (2, 1)
    assert Document.objects.count() == 2


def test_a_catalogue_goes_forward_for_somebody_of_the_business_unit_alone(
    manager, tmp_path, settings
):
    settings.WITH_A_DESK = True
    partner = a_partner_of(manager)

    assert imported(a_catalogue(tmp_path), partner.email)["refused"] == 3
    with pytest.raises(CommandError, match="Nobody here signs in"):
        imported(a_catalogue(tmp_path), "nobody@quillshire.example")
    assert not EarlierReview.objects.exists()
