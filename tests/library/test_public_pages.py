import re
from dataclasses import replace
from html.parser import HTMLParser
from urllib.parse import urljoin

import pytest
from django.conf import settings as heed_settings
from lxml import etree

from heed.library import actions, answers, own_pages, views
from heed.library.bundles import Line
from heed.library.models import Publication
from heed.library.states import GONE, RENDERINGS, Kind, State
from heed.papers.blocks import (
    Figure,
    document,
    heading,
    paragraph,
    plain_text,
    to_json,
)
from heed.ui.words import unwanted_words
from tests.library import quillshire
from tests.library.making import AT, GOLDCREST, a_bundle, a_card, published

pytestmark = pytest.mark.django_db(databases=["library"])

FILES = (".pdf", ".atom", ".txt", ".csv", ".json")
ATOM = "{http://www.w3.org/2005/Atom}"
MAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
REPORT = "/p/quillshire/publications/goldcrest/"

THE_SEVEN_HEADINGS = (
    "Background",
    "What happens next?",
    "What is a local child safeguarding practice review?",
    "How do I refer a case for a local child safeguarding practice review?",
    "What is the purpose of a local child safeguarding practice review?",
    "Who can refer a case for a local child safeguarding practice review?",
    "What kind of case would be referred for a local child safeguarding practice review?",
)


class Outline(HTMLParser):
    """The headings, the identities and the links of a page."""

    def __init__(self, text):
        super().__init__()
        self.levels, self.ids, self.links = [], [], []
        self.feed(text)

    def handle_starttag(self, tag, attrs):
        attrs = dict(attrs)
        if re.fullmatch("h[1-6]", tag):
            self.levels.append(int(tag[1]))
        if "id" in attrs:
            self.ids.append(attrs["id"])
        if tag == "a":
            self.links.append(attrs.get("href", ""))


def test_every_page_has_one_title_and_headings_without_gaps(visitor):
    quillshire.fill()

    for path in quillshire.PATHS:
        outline = Outline(visitor.get(path).text)
        assert outline.levels.count(1) == 1, path
        steps = zip(outline.levels, outline.levels[1:], strict=False)
        assert all(later <= level + 1 for level, later in steps), path
        assert len(outline.ids) == len(set(outline.ids)), path


def test_every_link_of_the_site_leads_somewhere(visitor):
    quillshire.fill()
    known = {}

    def of(path):
        if path not in known:
            answer = visitor.get(path)
            known[path] = answer.status, Outline(answer.text).ids
        return known[path]

    for page in quillshire.PATHS:
        for link in Outline(visitor.get(page).text).links:
            if re.match("[a-z]+:", link):
                continue
            path, _, place = urljoin(page, link).partition("#")
            if path.partition("?")[0].endswith(FILES):
                assert visitor.get(path).status == 200, (page, link)
                continue
            status, ids = of(path)
            assert status == 200 or path == page, (page, link)
            assert not place or place in ids, (page, link)


def test_pages_say_nothing_that_screens_do_not_say(visitor):
    quillshire.fill()

    for path in quillshire.PATHS:
        assert unwanted_words(visitor.get(path).text) == [], path


def test_a_report_begins_with_who_the_child_was(visitor):
    quillshire.fill()

    text = visitor.get(REPORT).text

    order = [
        text.index(words)
        for words in ("Who Goldcrest was", "showed her his trains", "Contents", "PDF")
    ]
    assert order == sorted(order)
    assert text.count("She grew quiet when somebody sang to her") == 1


def test_a_report_says_what_stands_beside_it(visitor):
    quillshire.fill()

    text = visitor.get(REPORT).text

    for words in (
        "Partnership response",
        "Seven-minute briefing",
        "goldcrest.pdf",
        "goldcrest.txt",
        "its first year runs to 14 January 2026",
        "Lead reviewer: Ilvy Kaczmarowicz",
        "2-minute read",
        "Where to find support",
        "01632 960100",
        "Report a problem with this page",
        "https://desk.quillshire.example/report-a-problem?page=",
        f"Available at: http://localhost{REPORT}",
    ):
        assert words in text, words


def test_a_content_notice_stands_before_the_part_it_speaks_of(visitor):
    quillshire.fill()

    text = visitor.get(REPORT).text

    notice = text.index("The next part says how a baby was hurt.")
    before, after = (
        text.index("Why there was a review</h2>"),
        text.index("What happened</h2>"),
    )
    assert before < notice < after
    assert 'href="#h6">Go past this part' in text


def test_a_briefing_is_read_as_seven_boxes_in_order(visitor):
    quillshire.fill()

    text = visitor.get("/p/quillshire/publications/goldcrest-briefing/").text

    places = [text.index(f">{title}</h2>") for title, _ in quillshire.BRIEFING]
    assert places == sorted(places)
    assert text.count('<li class="library-box">') == 7


@pytest.mark.parametrize("state", sorted(set(State) - set(GONE)))
def test_every_state_in_which_something_may_be_published_is_told(visitor, state):
    publisher = "area-withheld" if state == State.AREA_WITHHELD else "quillshire"
    actions.receive_publisher(a_card(slug=publisher), at=AT)
    actions.receive(a_bundle(state=state, publisher=publisher), at=AT)

    text = visitor.get(f"/p/{publisher}/publications/goldcrest/").text

    assert RENDERINGS[state].sentence in text
    assert state == State.PUBLISHED or State(state).label in text


@pytest.mark.parametrize("state", GONE)
def test_every_way_of_being_gone_is_told(visitor, state):
    bundle = published()
    actions.withdraw(bundle.publication_id, 1, at=AT, state=state)

    answer = visitor.get(REPORT)

    assert answer.status == 410
    assert RENDERINGS[state].sentence in answer.text
    assert "14 January 2025" in answer.text
    assert "01632 960100" in answer.text


def test_the_list_can_be_narrowed_by_type_year_and_theme(visitor):
    quillshire.fill()

    def titles(query):
        text = visitor.get(f"/p/quillshire/publications/?{query}").text
        return re.findall(r"library-entry__title.*?>([^<]+)</a>", text)

    assert len(titles("")) == 7
    assert titles("kind=improvements") == ["Redstart: what has been improved"]
    assert titles("year=2016") == ["Child Q2"]
    assert titles("theme=criminal-exploitation")[0].startswith("Wren")
    assert titles("kind=report&year=2016") == []
    assert titles("year=x&page=99") == titles("year=12345678901234567890") == []


def test_a_long_list_has_pages(visitor):
    actions.receive_publisher(a_card(), at=AT)
    for n in range(25):
        bundle = replace(a_bundle(), publication_id=quillshire.number(100 + n))
        actions.receive(replace(bundle, slug=f"n-{n}", title=f"Number {n}"), at=AT)

    first = visitor.get("/publications/?kind=report").text
    second = visitor.get("/publications/?kind=report&page=2").text

    assert first.count("library-entry__title") == 20
    assert "?kind=report&amp;page=2" in first
    assert second.count("library-entry__title") == 5


def test_a_library_of_one_partnership_is_that_partnerships_throughout(visitor):
    published()

    for path in ("/", "/publications/", "/what-is-a-review/", "/search/?q=x"):
        assert "Quillshire Safeguarding Children Partnership" in visitor.get(path).text


def test_a_joint_review_stands_with_both_partnerships(visitor):
    quillshire.fill()

    for publisher in ("quillshire", "brackenholt"):
        assert "Wren:" in visitor.get(f"/p/{publisher}/publications/").text


def test_a_publisher_wears_its_own_colours_from_a_stylesheet(visitor):
    published()

    colours = visitor.get("/p/quillshire/colours.css")

    assert colours.headers["content-type"] == "text/css; charset=utf-8"
    assert "--heed-brand:#17444f" in colours.text
    assert 'href="/p/quillshire/colours.css"' in visitor.get(REPORT).text


def test_the_seven_headings_of_the_partnerships_briefing_are_all_there():
    titles = [
        part.text
        for slug in own_pages.TITLES
        for part in own_pages.shipped(slug).blocks
        if hasattr(part, "level")
    ]
    assert [title for title in THE_SEVEN_HEADINGS if title not in titles] == []


def test_working_together_is_weighed_and_is_no_gate():
    review = plain_text(own_pages.shipped("what-is-a-review")).text
    who = plain_text(own_pages.shipped("who-can-refer")).text

    assert "None of these is a test that a case must pass" in review
    assert "You do not have to show that organisations worked badly together" in who


A_DAY = r"\b\d{1,2} (?:January|February|March|April|May|June|July|August|September"
A_DAY += r"|October|November|December) \d{4}"
IN_ITS_NAME = r"\b[Ww]e (?:will|shall|aim to) (?:answer|reply|respond|get back)"


@pytest.mark.parametrize("slug", own_pages.TITLES)
def test_the_pages_that_ship_promise_nothing_for_a_partnership_and_hold_no_day(slug):
    text = plain_text(own_pages.shipped(slug)).text
    assert re.findall(f"{A_DAY}|{IN_ITS_NAME}", text) == []


@pytest.mark.parametrize("slug", own_pages.TITLES)
def test_the_pages_about_reviews_can_be_read_by_a_fourteen_year_old(slug):
    text = plain_text(own_pages.shipped(slug)).text
    words = re.findall(r"[A-Za-z’-]+", text)
    sentences = len(re.findall(r"[.!?:]\s|\n+", f"{text}\n"))
    syllables = sum(len(re.findall("[aeiouy]+", word.lower())) or 1 for word in words)

    grade = 0.39 * len(words) / sentences + 11.8 * syllables / len(words) - 15.59

    assert grade <= 9
    assert unwanted_words(text) == []


def test_a_partnership_may_put_its_own_page_in_place(visitor):
    own = document(heading(1, "Our way"), paragraph("Ring us."), title="Our way")
    actions.receive_publisher(a_card(pages={"how-to-refer": to_json(own)}), at=AT)

    assert "<h1>Our way</h1>" in visitor.get("/p/quillshire/how-to-refer/").text
    assert "Who can refer a case" in visitor.get("/p/quillshire/who-can-refer/").text
    assert visitor.get("/p/quillshire/no-such-page/").status == 404


def test_a_referral_leads_to_the_desk_or_where_the_partnership_says(visitor):
    published()
    assert "https://desk.quillshire.example/refer" in visitor.get("/").text

    own = a_card(version=2, referral_link="https://quillshire.example/refer-a-case")
    actions.receive_publisher(own, at=AT)
    assert "https://quillshire.example/refer-a-case" in visitor.get("/").text


def test_a_publication_may_name_its_own_support(visitor):
    published(support=(Line(name="Wren line", words="01632 960123", link="tel:1"),))

    assert "Wren line" in visitor.get(REPORT).text


def test_the_feed_is_atom_and_quotes_no_report(visitor):
    quillshire.fill()

    answer = visitor.get("/p/quillshire/feed.atom")
    feed = etree.fromstring(answer.body)

    assert answer.headers["content-type"].startswith("application/atom+xml")
    assert feed.tag == f"{ATOM}feed"
    for needed in ("id", "title", "updated", "author", "link"):
        assert feed.find(f"{ATOM}{needed}") is not None
    entries = feed.findall(f"{ATOM}entry")
    assert len(entries) == Publication.objects.live().filter(slug__gt="").count() - 1
    for entry in entries:
        for needed in ("id", "title", "updated", "link", "summary"):
            assert entry.find(f"{ATOM}{needed}") is not None
    assert "bruise" not in answer.text
    assert "withdrawn" not in answer.text


def test_odd_characters_do_not_break_the_feed(visitor):
    published(title="A \x0b <b> & B", summary="1 < 2", themes=("Under\x01ones",))

    feed = etree.fromstring(visitor.get("/feed.atom").body)

    assert feed.find(f"{ATOM}entry/{ATOM}title").text == "A   <b> & B"
    assert feed.find(f"{ATOM}entry/{ATOM}summary").text == "1 &lt; 2"


def test_every_address_of_the_site_map_can_be_opened(visitor):
    quillshire.fill()

    site_map = etree.fromstring(visitor.get("/sitemap.xml").body)
    addresses = [each.text for each in site_map.iter(f"{MAP}loc")]

    assert f"http://localhost{REPORT}" in addresses
    assert not any("statement" in address for address in addresses)
    for address in addresses:
        assert visitor.get(address.removeprefix("http://localhost")).status == 200


def test_what_robots_read_names_nothing_private(visitor):
    quillshire.fill()
    heed_settings.DESK_ADDRESS = "https://desk.quillshire.example"

    robots = visitor.get("/robots.txt").text
    security = visitor.get("/.well-known/security.txt").text

    assert robots.splitlines() == [
        "User-agent: *",
        "Disallow: /search/",
        "Disallow: /p/*/search/",
        "Sitemap: http://localhost/sitemap.xml",
    ]
    assert re.search(r"^Expires: \d{4}-\d\d-01T00:00:00Z$", security, re.MULTILINE)
    for word in ("case", "admin", "draft", "statement", "goldcrest"):
        assert word not in robots.lower() + security.lower()


def test_a_text_download_reads_like_the_report(visitor):
    quillshire.fill()

    answer = visitor.get(f"{REPORT}goldcrest.txt")

    assert answer.headers["content-type"] == "text/plain; charset=utf-8"
    assert "Who was on the record: Mother and father" in answer.text


def test_a_download_has_only_the_name_of_its_publication(visitor):
    published()

    assert visitor.get(f"{REPORT}goldcrest.docx").status == 404
    assert visitor.get(f"{REPORT}other.pdf").status == 404
    assert visitor.get(f"{REPORT}goldcrest.exe").status == 404


def test_a_picture_is_served_only_if_it_is_one(visitor):
    png = b"\x89PNG\r\n\x1a\n" + b"\0" * 20
    images = {"9f0a.png": png, "two.svg": b"<svg/>"}
    shown = document(paragraph("A"), Figure(image="9f0a.png", alt="A line that falls"))
    published(paper=replace(shown, images=images))

    (address,) = re.findall(r'<img[^>]* src="([^"]+)"', visitor.get(REPORT).text)
    assert visitor.get(address).headers["content-type"] == "image/png"
    assert visitor.get(f"{REPORT}pictures/two.svg").status == 404
    assert visitor.get(f"{REPORT}pictures/none.png").status == 404

    actions.withdraw(GOLDCREST, 1, at=AT)
    assert visitor.get(address).status == 410


def test_a_search_page_answers_with_words_marked(visitor):
    quillshire.fill()

    text = visitor.get("/p/quillshire/search/?q=adult+visitor").text

    assert "<mark>adult</mark>" in text
    assert "#h" in text
    assert 'value="adult visitor"' in text
    assert "Nothing was found" in visitor.get("/search/?q=zebra").text
    assert visitor.get("/search/?q=a&page=9999999999999999999999").status == 200


def test_whatever_is_asked_is_shown_as_words_and_never_as_a_tag(visitor):
    quillshire.fill()

    text = visitor.get("/search/?q=%3Cb%3E%22bruise%22%26%ef%b7%90").text

    assert "<title>&lt;b&gt;&quot;bruise&quot;&amp;\ufdd0 – search" in text
    assert 'value="&lt;b&gt;&quot;bruise&quot;&amp;\ufdd0"' in text


def test_one_shape_of_answer_says_nothing_of_another(visitor):
    quillshire.fill()

    some, none = visitor.get("/search/?q=bruise").text, visitor.get("/search/").text

    assert "found</h2>" in some
    assert "found</h2>" not in none
    assert "<title>Search" in none
    assert not set("\ufdd0\ufdd1\ufdd2\ufdd3\ufdd4\ufdd5\ufdd6") & set(some + none)


@pytest.mark.parametrize("place", ["/search/", "/p/quillshire/search/"])
def test_a_quick_answer_is_that_of_django_to_the_byte(new_door, place):
    quillshire.fill()
    quick, plain = new_door(quick=answers.quickly), new_door()
    words = (
        "bruise",
        "visit+baby",
        "%3Cb%3E",
        "zebra",
        "review&page=2",
        "a&kind=briefing",
    )
    asked = [f"{place}?q={each}" for each in words]
    for each in asked:
        quick.get(each.replace("q=", "q=the+"))

    for each in asked:
        assert answers.quickly(*each.split("?")) is not None
        assert quick.get(each) == plain.get(each)


def test_nothing_is_answered_quickly_before_its_page_is_known():
    published()
    assert answers.quickly("/search/", "q=goldcrest") is None
    assert answers.quickly("/publications/", "q=goldcrest") is None


def test_what_is_withdrawn_is_not_in_a_quick_answer(new_door):
    published()
    door = new_door(quick=answers.quickly)
    for words in ("goldcrest", "notes"):
        assert "1 publication found" in door.get(f"/search/?q={words}").text

    actions.withdraw(GOLDCREST, 1, at=AT)

    assert "Nothing was found" in door.get("/search/?q=shared+notes").text


def test_an_answer_of_an_older_index_is_not_kept(visitor, monkeypatch):
    published()
    monkeypatch.setattr("heed.library.search.asking.current_version", lambda: None)

    answer = visitor.get("/search/?q=goldcrest")

    assert answer.headers["cache-control"] == "no-store"
    assert len(visitor.door._kept) == 0


def test_a_legacy_review_that_is_only_a_scan_says_so(visitor):
    quillshire.fill()

    text = visitor.get("/p/quillshire/publications/l-2016-02/").text

    assert "Only a scan of this is known" in text
    assert "Published <span" in text
    assert ">2016<" in text


def test_an_address_that_leads_nowhere_is_told_under_the_partnerships_name(rf):
    published()

    answer = views.not_found(rf.get("/nowhere/"))

    assert answer.status_code == 404
    assert "Quillshire Safeguarding Children Partnership" in answer.content.decode()


def test_kinds_are_all_shown_by_a_label():
    assert all(kind.label for kind in Kind)
