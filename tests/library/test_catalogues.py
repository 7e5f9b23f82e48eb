import csv
import io
import json
import os
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from django.core.management import CommandError, call_command
from hypothesis import given
from hypothesis import strategies as st

from heed.library import actions
from heed.library.bundles import legacy_id
from heed.library.catalogue import NoCatalogue, read_catalogue
from heed.library.dates import read_public_date
from heed.library.models import Publication
from heed.library.states import Kind, kind_of
from heed.library.version import site_version
from tests.library.making import AT, a_card
from tests.papers.test_scans import a_scan

pytestmark = pytest.mark.django_db(databases=["library"])

ROOT = Path(__file__).resolve().parents[2]
COLUMNS = "id,title,publisher,year,date_published,type,themes,url,path,text"
COLUMNS = tuple(COLUMNS.split(","))


@pytest.fixture
def write(tmp_path):
    def write_rows(*rows, name="catalogue.csv"):
        file = tmp_path / name
        if file.suffix == ".jsonl":
            file.write_text("\n".join(json.dumps(row) for row in rows))
        else:
            with file.open("w", newline="") as out:
                writer = csv.DictWriter(out, COLUMNS)
                writer.writeheader()
                writer.writerows(rows)
        return file

    return write_rows


def heed_library(*words):
    said = io.StringIO()
    call_command("library", *map(str, words), stdout=said, stderr=io.StringIO())
    return said.getvalue()


def a_row(**cells):
    return {
        "id": "L-2016-02",
        "title": "Child Q2",
        "publisher": "Quillshire LSCB",
        "type": "SCR",
        "date_published": "Spring 2016",
        "text": "He was not seen.\n\nHis teacher asked about him.",
        **cells,
    }


def test_a_catalogue_is_entered_under_the_names_that_things_had(write):
    heed_library("import", write(a_row(themes="Neglect; Not in school")))

    entry = Publication.objects.get()
    assert entry.imported_id == "L-2016-02"
    assert entry.kind == Kind.SERIOUS_CASE_REVIEW
    assert entry.type_as_published == "SCR"
    assert (entry.year, entry.shown_date) == (2016, "Spring 2016")
    assert entry.publisher.name == "Quillshire LSCB"
    assert sorted(theme.name for theme in entry.themes.all()) == [
        "Neglect",
        "Not in school",
    ]
    assert [section.text for section in entry.sections.all()] == [
        "He was not seen.\n\nHis teacher asked about him."
    ]


def test_the_same_catalogue_twice_is_one(write):
    file = write(a_row(), a_row(id="L-2", title="Child R", text="Other words."))
    heed_library("import", file)
    before = site_version()

    said = json.loads(heed_library("import", file, "--json"))

    assert said == {"already": 2, "problems": []}
    assert Publication.objects.count() == 2
    assert site_version() == before


def test_a_row_that_was_put_right_is_entered_again_at_its_old_address(write):
    heed_library("import", write(a_row()))
    slug = Publication.objects.get().slug

    heed_library("import", write(a_row(title="Child Q2, renamed")))

    entry = Publication.objects.get()
    assert (entry.title, entry.slug) == ("Child Q2, renamed", slug)


def test_what_was_withdrawn_is_not_brought_back_by_a_catalogue(write):
    file = write(a_row())
    heed_library("import", file)
    actions.withdraw(legacy_id("L-2016-02"), 1, at=AT)

    heed_library("import", write(a_row(title="Again")))

    assert Publication.objects.get().is_gone


def test_two_children_of_one_label_stay_two(write):
    heed_library(
        "import", write(a_row(id="A", title="Child C"), a_row(id="B", title="Child C"))
    )

    assert Publication.objects.filter(title="Child C").count() == 2


def test_lines_of_json_are_a_catalogue_too(write):
    row = {**a_row(), "year": 2016, "date_published": None, "themes": ["Neglect"]}

    heed_library("import", write(row, name="catalogue.jsonl"))

    assert Publication.objects.get().shown_date == "2016"


def test_files_beside_the_catalogue_are_read_and_others_are_not(write, tmp_path):
    (tmp_path / "one.txt").write_text("Her words.")
    (tmp_path / "broken.docx").write_text("no document")
    (tmp_path.parent / "outside.txt").write_text("not ours")
    rows = [
        a_row(id=name, text="", path=path)
        for name, path in {
            "read": "one.txt",
            "missing": "none.txt",
            "broken": "broken.docx",
            "outside": "../outside.txt",
        }.items()
    ]

    said = json.loads(heed_library("import", write(*rows), "--json"))

    assert said["kept"] == 4
    assert {problem["id"] for problem in said["problems"]} == {
        "missing",
        "broken",
        "outside",
    }
    with_words = Publication.objects.exclude(document=None)
    assert [row.imported_id for row in with_words] == ["read"]


def test_what_cannot_be_placed_is_told_and_the_rest_is_entered(write):
    said = json.loads(
        heed_library(
            "import",
            write(
                a_row(id=""),
                a_row(title="", type=""),
                a_row(title="The same id"),
                a_row(id="C", title="Child C", text="", url="javascript:alert(1)"),
            ),
            "--json",
        )
    )

    assert [problem["row"] for problem in said["problems"]] == [1, 3, 4]
    assert said["kept"] == 2
    assert (
        Publication.objects.get(imported_id="L-2016-02").title == "Untitled L-2016-02"
    )
    assert Publication.objects.get(imported_id="C").link == ""


def test_another_kind_of_file_is_no_catalogue(write, tmp_path):
    with pytest.raises(CommandError, match=r"a \.csv or a \.jsonl") as refused:
        heed_library("import", write(name="catalogue.txt"))
    assert refused.value.returncode == 2

    other = tmp_path / "other.csv"
    other.write_text("name,year\nx,2016\n")
    with pytest.raises(NoCatalogue, match="no column called id"):
        read_catalogue(other)
    with pytest.raises(CommandError, match="No such file"):
        heed_library("import", tmp_path / "none.csv")


@given(st.dictionaries(st.sampled_from(COLUMNS), st.text(max_size=30)))
def test_no_row_whatever_stops_a_catalogue(cells):
    with TemporaryDirectory() as folder:
        file = Path(folder) / "catalogue.jsonl"
        file.write_text(json.dumps({**cells, "path": ""}) + "\nnot json\n[1]\n")
        read = read_catalogue(file)

    assert len(read.entries) + len(read.problems) >= 3


def test_a_review_is_added_by_hand_with_its_file(tmp_path):
    (tmp_path / "report.txt").write_text("What was learned.")

    heed_library(
        "add-legacy",
        "--id=L-1",
        "--title=Child P",
        "--publisher=Quillshire LSCB",
        "--date=c. 2011",
        f"--file={tmp_path / 'report.txt'}",
    )

    entry = Publication.objects.get()
    assert entry.kind == Kind.SERIOUS_CASE_REVIEW
    assert entry.shown_date == "c. 2011"
    assert entry.document


def test_the_command_finds_by_the_catalogues_ids(write, tmp_path):
    heed_library("import", write(a_row(), a_row(id="L-2", title="Other", text="Dogs.")))
    (tmp_path / "queries.txt").write_text("teacher\ndogs\n")

    one = json.loads(heed_library("search", "teacher", "--json"))
    many = heed_library("search", "--batch", tmp_path / "queries.txt", "--json")

    (hit,) = one["results"]
    assert set(hit) == {"id", "title", "score", "anchor", "snippet"}
    assert (hit["id"], hit["anchor"]) == ("L-2016-02", "p1")
    assert "<mark>teacher</mark>" in hit["snippet"]
    found = [json.loads(line) for line in many.splitlines()]
    assert [line["query"] for line in found] == ["teacher", "dogs"]
    assert [line["results"][0]["id"] for line in found] == ["L-2016-02", "L-2"]
    assert "L-2016-02  Child Q2" in heed_library("search", "teacher")


def test_the_index_may_be_built_anew(write):
    heed_library("import", write(a_row()))

    assert json.loads(heed_library("rebuild", "--json")) == {"publications": 1}
    assert heed_library("rebuild") == ""


def test_a_library_may_be_a_file_that_is_named(write, tmp_path):
    file, library = write(a_row()), tmp_path / "named.sqlite3"
    environment = {
        "PATH": os.environ["PATH"],
        "HEED_DOOR": "public",
        "HEED_VAR": str(tmp_path),
        "DJANGO_SETTINGS_MODULE": "heed.config.settings",
    }

    def run(*words):
        return subprocess.run(
            [sys.executable, "-m", "django", "library", *map(str, words)],
            env=environment,
            cwd=ROOT,
            capture_output=True,
            check=False,
        )

    missing = run("search", "teacher", "--library", library)
    assert (missing.returncode, missing.stdout) == (2, b"")
    assert b"There is no library in" in missing.stderr

    (tmp_path / "casework.sqlite3").touch()
    assert run("import", file).returncode == 2, "a desk stands beside this one"
    assert run("import", file, "--library", library).returncode == 0
    found = run("search", "teacher", "--json", "--library", library)
    assert json.loads(found.stdout)["results"][0]["id"] == "L-2016-02"
    assert (tmp_path / "named.sqlite3.index").is_dir()


def test_a_library_that_a_desk_fills_takes_in_nothing_past_the_second_person(
    write, settings
):
    file = write(a_row())
    by_hand = ("add-legacy", "--id=quillshire:child-p", "--title=Child P")
    settings.WITH_A_DESK = True

    named = ("import", file, "--library", settings.DATABASES["library"]["NAME"])
    for words in (("import", file), by_hand, named):
        with pytest.raises(CommandError, match="somebody of another body") as refused:
            heed_library(*words)
        assert refused.value.returncode == 2

    assert not Publication.objects.exists()
    assert json.loads(heed_library("search", "teacher", "--json"))["total"] == 0


def test_a_library_that_a_desk_has_handed_a_card_is_the_desks_on_any_machine(write):
    actions.receive_publisher(a_card(), at=AT)

    with pytest.raises(CommandError, match="A desk fills this library"):
        heed_library("import", write(a_row()))

    assert not Publication.objects.exists()


def test_who_fills_a_library_by_itself_is_told_what_nobody_has_looked_at(write):
    told = io.StringIO()
    call_command("library", "import", write(a_row()), stdout=told, stderr=told)
    assert "no second person has read it" in told.getvalue()


@pytest.mark.parametrize(
    ("words", "shown", "year"),
    [
        ("14 January 2025", "14 January 2025", 2025),
        ("2016-03", "March 2016", 2016),
        ("2016", "2016", 2016),
        ("03/04/2015", "3 April 2015", 2015),
        ("31/02/2017", "31/02/2017", 2017),
        ("2016-03-00", "2016-03-00", 2016),
        ("c. 2011", "c. 2011", 2011),
        ("2014/15", "2014/15", 2014),
        ("Spring 2014", "Spring 2014", 2014),
        ("n.d.", "n.d.", None),
        ("42370", "42370", None),
        ("1066", "1066", None),
        ("", "", None),
    ],
)
def test_a_date_is_shown_as_exactly_as_it_is_known(words, shown, year):
    date = read_public_date(words)

    assert (date.shown, date.year) == (shown, year)


@given(
    st.text(max_size=30)
    | st.from_regex(r"\A[0-9]{1,4}[-/. ][0-9]{1,2}[-/. ][0-9]{1,4}\Z")
)
def test_no_date_whatever_is_refused_and_its_words_are_never_lost(words):
    date = read_public_date(words)

    assert date.iso or date.words == " ".join(words.split())
    assert date.first is None or date.first.year == date.year


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("SCR", Kind.SERIOUS_CASE_REVIEW),
        ("Serious Case Review (overview)", Kind.SERIOUS_CASE_REVIEW),
        ("LCSPR", Kind.REPORT),
        ("Local Child Safeguarding Practice Review", Kind.REPORT),
        ("National review", Kind.NATIONAL_REPORT),
        ("7 minute briefing", Kind.BRIEFING),
        ("Partnership response", Kind.RESPONSE),
        ("Learning review", Kind.LEARNING_SUMMARY),
        ("Podcast", Kind.OTHER),
        ("", Kind.OTHER),
    ],
)
def test_what_catalogues_call_things_is_understood(words, kind):
    assert kind_of(words) == kind


def test_ages_and_readers_of_a_catalogue_are_what_a_search_is_narrowed_by():
    said = {"id": "A", "ages": "3 weeks; 14", "for": "GPs; schools; circus"}
    with TemporaryDirectory() as folder:
        file = Path(folder) / "catalogue.jsonl"
        file.write_text(json.dumps({**said, "title": "Two children"}))
        (entry,) = read_catalogue(file).entries.values()

    assert entry.ages == ("under-1", "11-15")
    assert entry.readers == ("health", "education")


def told_of(write, *rows):
    said = json.loads(heed_library("import", write(*rows), "--json"))
    return {problem["id"]: problem["why"] for problem in said["problems"]}


@pytest.mark.parametrize(
    ("one", "other", "why"),
    [
        ({"title": "Child C"}, {"title": "SCR: Child C"}, "the same name"),
        ({"year": ""}, {"date_published": "n.d."}, "the same name"),
        ({"title": "Child A"}, {"title": "Child A", "date_published": "2017"}, "name"),
        (
            {"title": "Q", "url": "https://lscb.example/q2.pdf"},
            {"title": "Two", "url": "https://LSCB.example/q2.pdf/"},
            "the same address",
        ),
        (
            {"title": "One", "text": "Hers."},
            {"title": "Two", "text": "Hers."},
            "the same words",
        ),
    ],
)
def test_rows_that_may_be_one_review_are_told_and_both_stand(write, one, other, why):
    other = {"text": "Other words.", **other}
    told = told_of(write, a_row(id="A", **one), a_row(id="B", **other))

    assert "may be the same review as row 1 (A)" in told["B"]
    assert why in told["B"]
    assert Publication.objects.count() == 2


@pytest.mark.parametrize(
    "other",
    [
        {"date_published": "2009"},
        {"publisher": "Brackenholt LSCB"},
        {"title": "Child D"},
    ],
)
def test_two_children_of_two_reviews_are_not_told_as_one(write, other):
    row = {"title": "Child C", "text": ""}

    assert told_of(write, a_row(id="A", **row), a_row(id="B", **{**row, **other})) == {}


def test_a_dead_link_is_told_and_is_no_link_on_the_page(write, visitor):
    link = "https://lscb.example/child-q2.pdf"
    row = {"url": link, "text": ""}
    rows = {
        "DEAD": {**row, "url_status": "404 Not Found"},
        "WELL": {"url": f"{link}?2", "text": "", "url_status": "200"},
        "SHUT": {"url": f"{link}?3", "text": "", "url_status": "403"},
    }
    write_all = (a_row(id=key, title=key, **said) for key, said in rows.items())
    told = told_of_columns(write, *write_all)

    assert list(told) == ["DEAD"]
    assert "leads nowhere" in told["DEAD"]
    page = visitor.get("/p/quillshire-lscb/publications/dead/").text
    assert f'href="{link}"' not in page
    assert f"at {link}, where it can no longer be found" in page
    assert (
        f'href="{link}?2"' in visitor.get("/p/quillshire-lscb/publications/well/").text
    )


def told_of_columns(write, *rows):
    file = write(*rows, name="catalogue.jsonl")
    said = json.loads(heed_library("import", file, "--json"))
    return {problem["id"]: problem["why"] for problem in said["problems"]}


def test_a_scan_is_entered_as_image_only_and_no_byte_of_it_is_public(write, tmp_path):
    (tmp_path / "scan.pdf").write_bytes(a_scan(words=b""))

    told = told_of(write, a_row(text="", path="scan.pdf"))

    assert "pictures of pages and no words" in told["L-2016-02"]
    entry = Publication.objects.get()
    assert entry.image_only
    assert not entry.downloads.exists()
