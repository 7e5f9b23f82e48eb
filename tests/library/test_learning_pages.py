"""What a reader comes for can be pointed at, gathered by theme, followed and reused."""

import csv
import io
import json
import re
from pathlib import Path

import pytest
from lxml import etree

from heed.library import actions, open_data
from heed.library.bundles import NotReceivable
from heed.library.models import Publication
from heed.library.narrowing import AGES
from heed.papers import blocks
from tests.library import quillshire
from tests.library.making import AT, GOLDCREST, a_bundle, published

pytestmark = pytest.mark.django_db(databases=["library"])

REPORT = "/p/quillshire/publications/goldcrest/"
ATOM = "{http://www.w3.org/2005/Atom}"
HURT = "She died with fractures of the skull."


def titles_in(feed):
    return [each.text for each in etree.fromstring(feed.body).iter(f"{ATOM}title")][1:]


def test_each_finding_and_recommendation_is_a_place_to_point_at(visitor):
    quillshire.fill()

    page = visitor.get(REPORT).text

    for name in ("finding-1", "finding-3", "recommendation-1", "recommendation-3"):
        assert page.count(f'id="{name}"') == 1, name
        assert f'href="#{name}"' in page
    assert "Recommendations (3)" in page
    points = {
        each["name"]: each for each in Publication.objects.get(id=GOLDCREST).points
    }
    assert points["recommendation-3"]["text"].startswith("Housing and police")


def test_names_that_the_desk_hands_down_are_kept_and_only_plain_ones(visitor):
    published(points=(("finding-9", "list1-1"),))
    page = visitor.get(REPORT).text
    assert 'id="finding-9"' in page
    assert 'id="finding-1"' in page, "what has no name yet gets the next"

    with pytest.raises(NotReceivable, match="plain name"):
        actions.receive(a_bundle(version=2, points=(('"><script>', "p1"),)), at=AT)


def test_what_can_be_cited_says_so_in_the_words_of_schema_org(visitor):
    quillshire.fill()

    page = visitor.get(REPORT).text

    (found,) = re.findall(r'<script type="application/ld\+json">(.*?)</script>', page)
    said = json.loads(found)
    assert said["@type"] == "Report"
    assert said["datePublished"] == "2025-01-14"
    assert said["url"].endswith(REPORT)
    assert said["author"] == [{"@type": "Person", "name": "Ilvy Kaczmarowicz"}]
    assert {each["encodingFormat"] for each in said["encoding"]} == {
        "application/pdf",
        "text/plain",
        "application/json",
    }


def test_no_word_of_a_title_ends_the_block_of_data(visitor):
    published(title="</script><script>alert(1)</script>")

    assert "<script>alert" not in visitor.get(REPORT).text


def test_a_report_can_be_had_as_data(visitor):
    quillshire.fill()

    answer = visitor.get(f"{REPORT}goldcrest.json")

    said = json.loads(answer.body)
    assert answer.headers["content-type"] == "application/json"
    assert len(said["recommendations"]) == 3
    of_data = visitor.get("/data/findings-and-recommendations.csv").text
    rows = [r for r in csv.DictReader(io.StringIO(of_data)) if REPORT in r["address"]]
    both = said["findings"] + said["recommendations"]
    assert sorted(each["place"] for each in both) == sorted(r["address"] for r in rows)
    assert f"http://localhost{REPORT}#recommendation-1" in {e["place"] for e in both}
    said_by = {each["place"]: each["text"] for each in both}
    assert all(r["text"] in {"", said_by[r["address"]]} for r in rows)


@pytest.mark.parametrize("path", ["/", "/publications/", "/feed.atom", "/themes/x/"])
def test_what_tells_how_a_child_was_hurt_stands_in_no_list_or_feed(visitor, path):
    published(summary=HURT, themes=("X",), content_notice="It tells of an injury.")

    assert "fractures" not in visitor.get(path).text


def test_nor_in_what_other_sites_show_of_the_page(visitor):
    published(summary=HURT, content_notice="It tells of an injury.")

    head = visitor.get(REPORT).text.partition("</head>")[0]

    assert "fractures" not in head
    rows = list(open_data.publications(None))
    assert [row["summary"] for row in rows] == [""]


@pytest.mark.parametrize("notice", ["It tells of an injury.", ""])
def test_what_a_reader_is_warned_of_is_pointed_at_by_its_number_alone(visitor, notice):
    paper = blocks.document(
        blocks.heading(2, "Findings"),
        blocks.paragraph("Finding 1: She had fractures that nobody saw."),
        blocks.heading(2, "Recommendations"),
        blocks.paragraph("Recommendation 1: Ask who lives in the home."),
        title="Goldcrest",
    )
    published(paper=paper, content_notice=notice)

    rows = {row["name"]: row["text"] for row in open_data.points(None)}

    assert rows["finding-1"] == ""
    assert bool(rows["recommendation-1"]) is not bool(notice)
    listed = json.loads(visitor.get(f"/api/v1/publications/{GOLDCREST}").body)
    assert "fractures" not in json.dumps(listed["points"])
    [before] = re.findall(r"<ul><li>.*?finding-1.*?</ul>", visitor.get(REPORT).text)
    assert "fractures" not in before
    assert "Read it in its place" in before


def test_a_theme_reads_as_learning(visitor):
    quillshire.fill()

    page = visitor.get("/themes/information-sharing/").text

    found, _, recommended = page.partition("What was recommended")
    assert "no time set aside to do so" in found
    assert f'href="{REPORT}#recommendation-3"' in recommended
    assert "tell the health visitor when an adult joins a home" in recommended


def test_a_sentence_of_a_marked_part_shows_no_theme(visitor):
    quillshire.fill()

    page = visitor.get("/themes/bruising-in-babies-who-cannot-move/").text

    assert "small bruise" not in page
    assert "Goldcrest: a local child safeguarding practice review" in page


def test_only_a_sentence_of_the_text_shows_a_theme():
    with pytest.raises(NotReceivable, match="not in the document"):
        published(shown_by=(("Under-ones", "p1", "Her name was another."),))


def test_a_number_below_three_is_told_nowhere(visitor):
    quillshire.fill()

    page = visitor.get("/themes/").text
    assert "A number below three is not told." in page
    lines = re.findall(r"<li>(.*?)</li>", page)
    of = {re.sub("<[^>]+>", "", line).strip() for line in lines}
    assert "Information sharing 4 publications" in of
    assert "Under-ones" in of
    rows = csv.DictReader(io.StringIO(visitor.get("/data/themes.csv").text))
    counts = {row["name"]: row["publications"] for row in rows}
    assert (counts["Information sharing"], counts["Under-ones"]) == ("4", "")


def test_where_no_number_is_told_nothing_is_said_of_numbers(visitor):
    published(themes=("Under-ones",))

    page = visitor.get("/themes/").text
    assert "Under-ones" in page
    assert "A number below three" not in page


def test_a_theme_and_a_search_can_be_followed(visitor):
    quillshire.fill()

    for path in (
        "/themes/under-ones/feed.atom",
        "/search/feed.atom?q=ambulance+trains",
    ):
        answer = visitor.get(path)
        assert answer.headers["content-type"].startswith("application/atom+xml")
        assert titles_in(answer) == [
            "Goldcrest: a local child safeguarding practice review"
        ], path
    assert len(titles_in(visitor.get("/feed.atom"))) == 8


def test_briefings_have_a_page_of_their_own(visitor):
    quillshire.fill()

    page = visitor.get("/p/quillshire/briefings/").text

    assert "Goldcrest: a seven-minute briefing" in page
    assert "Goldcrest: a local child" not in page
    assert 'name="kind"' not in page


def test_the_open_data_says_what_every_column_says(visitor):
    quillshire.fill()

    for name in ("publications", "findings-and-recommendations", "themes"):
        said = json.loads(visitor.get(f"/data/{name}.json").body)
        assert all(row.keys() == said["columns"].keys() for row in said["rows"])
        assert all(said["columns"].values())
        sheet = csv.DictReader(io.StringIO(visitor.get(f"/data/{name}.csv").text))
        assert len(list(sheet)) == len(said["rows"]) > 0
    assert visitor.get("/data/cases.csv").status == 404


def test_no_cell_of_a_sheet_is_a_formula(visitor):
    published(title="=HYPERLINK(1)")

    assert "'=HYPERLINK(1)" in visitor.get("/data/publications.csv").text


def test_the_interface_answers_as_its_description_says(visitor):
    quillshire.fill()
    described = json.loads(visitor.get("/api/openapi.json").body)
    assert described["openapi"].startswith("3.")
    assert set(described["paths"]) == {
        "/api/v1/publications",
        "/api/v1/publications/{publication_id}",
        "/api/v1/themes",
        "/api/v1/themes/{slug}",
    }
    assert {method for each in described["paths"].values() for method in each} == {
        "get"
    }

    listed = json.loads(visitor.get("/api/v1/publications?theme=under-ones").body)
    (one,) = listed["items"]
    whole = json.loads(visitor.get(f"/api/v1/publications/{one['id']}").body)

    assert one["recommendations"] == 3
    assert one.items() <= whole.items()
    assert whole["points"][-1]["address"].endswith(f"{REPORT}#recommendation-3")
    theme = json.loads(visitor.get("/api/v1/themes/information-sharing").body)
    assert len(theme["found"]) == len(theme["recommended"]) == 1


def test_the_interface_says_of_which_ages_and_for_whom_and_is_narrowed_by_them(visitor):
    published(ages=("under-1",), readers=("police", "health"))

    def asked(narrowed):
        return json.loads(visitor.get(f"/api/v1/publications?{narrowed}").body)["items"]

    (one,) = asked("age=under-1&for=health")
    assert (one["ages"], one["readers"]) == ([AGES["under-1"]], ["Health", "Police"])
    assert asked("age=16-17") == asked("for=housing") == []


def test_only_the_interface_itself_needs_what_describes_types():
    # A process that only shows pages starts without them.
    folder = Path(open_data.__file__).parent
    needs = re.compile(r"^(?:from|import) (?:ninja|pydantic)", re.MULTILINE)

    found = {p.name for p in folder.rglob("*.py") if needs.search(p.read_text("utf-8"))}

    assert found == {"api.py"}
    assert not re.search(
        r"^from heed.library import .*\bapi\b|^from heed.library.api",
        "\n".join(p.read_text("utf-8") for p in folder.glob("*.py")),
        re.MULTILINE,
    )


def test_what_the_interface_does_not_have_it_says_plainly(visitor):
    quillshire.fill()

    for path, status in (
        (f"/api/v1/publications/{quillshire.WITHDRAWN}", 410),
        ("/api/v1/publications/0f0f0f0f-0000-4000-8000-00000000ffff", 404),
        ("/api/v1/publications?publisher=nobody", 404),
        ("/api/v1/themes/nothing", 404),
        ("/api/v1/cases", 404),
        ("/api/v1/publications/x", 422),
    ):
        answer = visitor.get(path)
        assert answer.status == status, path
        assert "set-cookie" not in answer.headers


def test_what_is_withdrawn_leaves_data_interface_and_themes_at_once(visitor):
    quillshire.fill()
    places = (
        "/data/publications.csv",
        "/data/findings-and-recommendations.json",
        "/api/v1/publications",
        "/themes/information-sharing/",
        "/search/feed.atom?q=ambulance",
        "/sitemap.xml",
    )
    assert all("oldcrest/" in visitor.get(path).text for path in places)

    actions.withdraw(GOLDCREST, 2, at=AT, because="privacy")

    for path in places:
        assert f"{REPORT}" not in visitor.get(path).text, path
    assert Publication.objects.get(id=GOLDCREST).points == []
    assert visitor.get("/themes/under-ones/").status == 404


@pytest.mark.parametrize(
    ("because", "sentence"),
    [
        ("privacy", "to protect people’s privacy"),
        ("legal", "for legal reasons"),
        ("", "can no longer be read"),
    ],
)
def test_where_it_stood_it_says_why_and_points_at_nobody(visitor, because, sentence):
    published()
    actions.withdraw(GOLDCREST, 2, at=AT, because=because)

    answer = visitor.get(REPORT)

    assert answer.status == 410
    assert sentence in answer.text
    assert "identif" not in answer.text.partition("<main")[2].partition("</main>")[0]


def test_a_reason_that_is_no_code_is_not_kept_and_keeps_no_page_up():
    published()

    actions.withdraw(GOLDCREST, 2, at=AT, because="her name was in it")

    gone = Publication.objects.get(id=GOLDCREST)
    assert (gone.withdrawn_at, gone.gone_because) == (AT, "")


def test_a_page_that_comes_back_says_no_more_why_it_was_gone():
    published()
    actions.withdraw(GOLDCREST, 2, at=AT, because="mistake")
    actions.receive(a_bundle(version=3, paper=blocks.document(title="x")), at=AT)

    assert Publication.objects.get(id=GOLDCREST).gone_because == ""
