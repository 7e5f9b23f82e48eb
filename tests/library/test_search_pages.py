"""The page of a search, its filters and its feed, as they go out."""

from datetime import timedelta
from urllib.parse import quote

import pytest
from lxml.etree import fromstring

from heed.library.models import Publication
from heed.library.states import Kind
from tests.library.making import AT, published
from tests.library.test_searching import a_report

pytestmark = pytest.mark.django_db(databases=["library"])

ATOM = "{http://www.w3.org/2005/Atom}"


@pytest.fixture
def site(visitor):
    published()
    a_report(
        "Linnet: a briefing",
        "Goldcrest was mentioned, with bruising.",
        kind=Kind.BRIEFING,
        ages=("under-1", "16-17"),
        readers=("police",),
    )
    return visitor


def test_a_search_offers_what_it_can_be_narrowed_by_and_keeps_what_was_chosen(site):
    page = site.get("/search/?q=goldcrest&for=police").text

    for label in ("Type", "Year", "Theme", "Age of the child", "Who it is for"):
        assert f">{label}</label>" in page
    assert '<option value="police" selected>Police</option>' in page
    assert '<option value="under-1">Under 1 year</option>' in page
    assert "Police and crime" not in page
    assert "1 publication found" in page
    assert "Linnet: a briefing" in page


def test_one_area_alone_is_no_choice_and_two_are(site):
    assert ">Area</label>" not in site.get("/search/?q=goldcrest").text


def test_the_list_is_narrowed_by_the_same(site):
    assert "1 publication<" in site.get("/publications/?age=16-17").text
    assert "Linnet" not in site.get("/publications/?for=health").text
    assert "Nothing here fits" in site.get("/publications/?age=16-17&for=health").text


def test_who_finds_nothing_may_ask_without_what_was_chosen(site):
    page = site.get("/search/?q=goldcrest&year=1999").text

    assert "Nothing was found" in page
    assert 'href="?q=goldcrest">Search without what you chose</a>' in page


def test_what_was_mistyped_is_one_press_away(site):
    page = site.get("/search/?q=brusing&for=police").text

    assert "Did you mean" in page
    assert 'href="?q=bruising&amp;for=police">bruising</a>' in page
    assert "Did you mean" not in site.get("/search/?q=bruising").text


def test_a_search_is_followed_as_a_feed_that_quotes_no_report(site):
    page = site.get("/search/?q=goldcrest&for=police").text
    assert 'href="/p/quillshire/search/feed.atom?q=goldcrest&amp;for=police"' in page

    answer = site.get("/search/feed.atom?q=goldcrest&for=police")

    assert answer.headers["content-type"].startswith("application/atom+xml")
    feed = fromstring(answer.body)
    titles = [each.text for each in feed.findall(f"{ATOM}entry/{ATOM}title")]
    assert titles == ["Linnet: a briefing"]
    assert "with bruising" not in answer.text
    assert "goldcrest" in feed.find(f"{ATOM}title").text
    own = site.get("/p/quillshire/search/feed.atom?q=goldcrest")
    assert len(fromstring(own.body).findall(f"{ATOM}entry")) == 2


def test_a_feed_of_no_words_and_of_odd_ones_is_a_feed(site):
    for asked in ("", "?q=", "?q=%00%0b%ff", f"?q={quote('<&>')}&year=%ff"):
        assert site.get(f"/search/feed.atom{asked}").status == 200


@pytest.mark.parametrize("name", ["q", "kind", "year", "publisher", "theme", "age"])
def test_every_odd_byte_in_every_answer_is_answered(site, name):
    asked = "".join(f"%{byte:02x}" for byte in range(256))

    assert site.get(f"/search/?q=goldcrest&{name}={asked}").status == 200
    assert site.get(f"/publications/?{name}={asked}").status == 200
    assert site.get(f"/search/?{name}={'x' * 10_000}").status == 200


def test_a_question_that_is_cut_says_so(site):
    said = "we looked for its first 200 letters"

    assert said in site.get(f"/search/?q={'goldcrest+' * 1_000}").text
    assert said in site.get(f"/search/?q={'x' * 10_000}").text
    assert said not in site.get(f"/search/?q={'goldcrest+' * 15}").text


def test_an_unknown_answer_is_not_kept_as_a_choice(site):
    page = site.get("/search/?q=goldcrest&kind=<script>").text

    assert "&lt;script" not in page.split("</form>", maxsplit=1)[0]
    assert "<script>" not in page.split("</form>", maxsplit=1)[0]


def test_a_feed_is_never_older_than_its_newest_entry(site):
    """Hand-overs come late and in any order."""
    later = AT + timedelta(days=2)
    Publication.objects.update(changed_at=later)

    feed = fromstring(site.get("/feed.atom").body)

    newest = max(each.text for each in feed.findall(f"{ATOM}entry/{ATOM}updated"))
    assert feed.find(f"{ATOM}updated").text == newest
    assert newest.startswith(str(later.date()))
