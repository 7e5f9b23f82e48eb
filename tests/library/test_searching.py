import threading
from html.parser import HTMLParser
from itertools import product
from unicodedata import normalize
from uuid import uuid4

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from heed.library import actions
from heed.library.models import Publication
from heed.library.search import search
from heed.library.search import shelf as shelves
from heed.library.search.spelling import MOST_ALIKE, Spelling
from heed.library.search.words import meanings
from heed.library.states import Kind
from heed.library.version import current_version
from heed.papers import blocks
from tests.library.making import AT, GOLDCREST, a_bundle, a_card, published

pytestmark = pytest.mark.django_db(databases=["library"])


def a_report(title, text="", *, paper=None, **changes):
    paper = paper or blocks.document(
        blocks.heading(2, "What we found"), blocks.paragraph(text)
    )
    changes = {"pseudonyms": (), "themes": (), "review_id": None, **changes}
    bundle = a_bundle(
        publication_id=uuid4(),
        slug=f"report-{uuid4().hex}",
        title=title,
        summary="",
        paper=paper,
        **changes,
    )
    actions.receive_publisher(a_card(), at=AT)
    actions.receive(bundle, at=AT)
    return bundle


def titles(question, **options):
    return [hit.publication.title for hit in search(question, **options).hits]


@pytest.mark.parametrize("asked", ["NFC", "NFD"])
@pytest.mark.parametrize("written", ["NFC", "NFD"])
def test_letters_are_found_however_they_are_put_together(asked, written):
    """F30. No pair of the two looks different on a screen."""
    words = [normalize(written, each) for each in ("Siobhán", "Nguyễn")]
    a_report("One", f"The worker {words[0]} wrote it down.")
    a_report(words[1], "Another report.")

    assert titles(normalize(asked, "siobhán")) == ["One"]
    assert titles(normalize(asked, "Nguyễn")) == [words[1]]


def test_words_are_found_in_whatever_form_they_take():
    a_report("Linnet", "The neglected child had been bruised.")

    assert titles("neglect") == titles("bruising") == titles("NEGLECTING") == ["Linnet"]


def test_some_of_the_words_are_enough_and_all_of_them_come_first():
    a_report("Short", "Housing.")
    a_report("Both", "A long text about many other matters. " * 30 + "Housing. Debt.")

    assert titles("housing debt") == ["Both", "Short"]


def test_a_title_counts_for_more_than_a_mention():
    a_report("Mention", "Dogs were mentioned.")
    a_report("Dogs in the home", "Other matters.")

    assert titles("dogs")[0] == "Dogs in the home"


@pytest.mark.parametrize(
    ("question", "text"),
    [
        ("infant", "The baby was small."),
        ("baby", "The infant was small."),
        ("DA", "There was domestic abuse."),
        ("domestic violence", "DA was known."),
        ("was not brought", "WNB was written on the letter."),
        ("WNB", "She was not brought to the clinic."),
        ("did not attend", "She was not brought to the clinic."),
        ("A&E", "He was seen in the emergency department."),
        ("children's mental health", "CAMHS had closed the case."),
    ],
)
def test_what_the_field_says_in_two_ways_is_found_by_either(question, text):
    a_report("Sought", text)
    a_report("Other", "Nothing of the kind.")

    assert titles(question) == ["Sought"]


@pytest.mark.parametrize(
    "question",
    ["serious case review", "SCR", "LCSPR", "local child safeguarding practice review"],
)
def test_a_serious_case_review_is_found_by_its_old_name_and_by_the_new(question):
    a_report("Child Q2", "What was learned.", kind=Kind.SERIOUS_CASE_REVIEW)

    assert titles(question) == ["Child Q2"]


def test_a_pseudonym_and_a_former_title_find_the_report():
    a_report("Report", "What was learned.", pseudonyms=("Wren",))
    a_report("Renamed", "What was learned.", former_titles=("The Avocet review",))

    assert titles("wren") == ["Report"]
    assert titles("avocet") == ["Renamed"]


def test_a_quoted_phrase_is_looked_for_as_a_phrase():
    a_report("Apart", "Home was far from visits.")
    a_report("Together", "There were home visits.")

    assert titles('"home visits"') == ["Together"]


def test_an_excerpt_marks_the_words_and_says_where_they_stand():
    published()

    (hit,) = search("shared notes").hits

    assert hit.heading == "What we found"
    assert hit.publication.sections.get(heading="What we found").anchor == hit.anchor
    assert "The <mark>notes</mark> were not <mark>shared</mark>." in hit.excerpt


def test_no_excerpt_shows_what_a_content_notice_stands_before():
    published(distressing=("h3",), content_notice="This part is hard to read.")

    (hit,) = search("bruising hospital").hits
    assert (hit.excerpt, hit.heading) == ("", "")

    published(content_notice="All of it is hard to read.", version=2)
    (hit,) = search("shared notes").hits
    assert hit.excerpt == ""


def test_text_that_looks_like_a_tag_is_shown_as_text():
    # Of visits, not of bruises as once: a sentence on those is not quoted any more.
    a_report("Tags", "He wrote <script>alert(1)</script> & café visits in the notes.")

    (hit,) = search("visit").hits

    assert "&lt;script&gt;alert(1)&lt;/script&gt; &amp; café" in hit.excerpt
    assert "<mark>visits</mark>" in hit.excerpt


def test_what_is_withdrawn_is_not_found_even_by_an_index_that_still_holds_it(
    monkeypatch,
):
    published()
    held = shelves.shelf()
    actions.withdraw(GOLDCREST, 1, at=AT)
    monkeypatch.setattr("heed.library.search.asking.shelf", lambda: held)

    found = search("goldcrest")

    assert (found.hits, found.total, found.stale) == ((), 0, True)


def test_a_corrected_report_is_never_shown_with_the_words_it_had(monkeypatch):
    published()
    held = shelves.shelf()
    corrected = blocks.document(blocks.paragraph("Nothing to add."))
    actions.receive(a_bundle(version=2, paper=corrected, summary="New."), at=AT)
    monkeypatch.setattr("heed.library.search.asking.shelf", lambda: held)

    (hit,) = search("bruising").hits

    assert hit.excerpt == "New."


def test_an_index_of_an_older_version_is_left_for_a_new_one(index_folder):
    published()
    search("goldcrest")
    before = set(index_folder.glob(f"{shelves.SHAPE}-*"))
    actions.receive(a_bundle(version=2, title="Renamed"), at=AT)

    assert titles("goldcrest") == ["Renamed"]
    assert len(set(index_folder.glob(f"{shelves.SHAPE}-*")) - before) == 1


def test_old_indexes_are_cleared_away(index_folder):
    (index_folder / "0-1-of-an-earlier-release").mkdir(parents=True)
    published()
    for version in range(2, 6):
        actions.receive(a_bundle(version=version), at=AT)
        search("goldcrest")

    (left,) = [path.name for path in index_folder.iterdir() if path.is_dir()]
    assert left.startswith(f"{shelves.SHAPE}-")


def test_withdrawn_words_leave_the_machine_though_nobody_searches(
    index_folder, new_door, monkeypatch
):
    """G14. What was withdrawn is in no file of the index."""
    monkeypatch.setattr(shelves, "_build_meanwhile", shelves._catch_up)
    published()
    search("goldcrest")
    door = new_door(changed=shelves.keep_up)
    door.get("/")
    assert any(b"bruising" in each.read_bytes() for each in files_in(index_folder))

    actions.withdraw(GOLDCREST, 1, at=AT)
    door.get("/")

    assert not any(b"bruising" in each.read_bytes() for each in files_in(index_folder))
    assert shelves._held is None or shelves._held.version == current_version()


def files_in(folder):
    return [path for path in folder.rglob("*") if path.is_file()]


def test_a_large_library_answers_from_the_index_it_has_while_the_next_is_built(
    monkeypatch,
):
    published()
    search("goldcrest")
    begun = []
    monkeypatch.setattr(shelves, "BUILT_AT_ONCE", 0)
    monkeypatch.setattr(shelves, "_build_meanwhile", lambda *args: begun.append(args))
    actions.receive(a_bundle(version=2), at=AT)

    found = search("goldcrest")

    assert found.stale
    assert found.total == 1
    assert len(begun) == 1


def test_a_process_that_starts_answers_from_the_newest_index_it_finds(monkeypatch):
    published()
    search("goldcrest")
    actions.receive(a_bundle(version=2), at=AT)
    monkeypatch.setattr(shelves, "_held", None)
    monkeypatch.setattr(shelves, "BUILT_AT_ONCE", 0)
    monkeypatch.setattr(shelves, "_build_meanwhile", lambda *args: None)

    found = search("goldcrest")

    assert found.stale
    assert found.total == 1


def test_an_index_that_cannot_be_built_is_said_and_tried_again(monkeypatch, caplog):
    tried = threading.Semaphore(0)

    def build(version, home):
        tried.release()
        raise OSError("The disk is full.")

    monkeypatch.setattr(shelves, "build", build)
    for _ in range(2):
        shelves._build_meanwhile(None, None)
        assert tried.acquire(timeout=60)
        for thread in threading.enumerate():
            if thread.name == "search index":
                thread.join(60)

    assert caplog.text.count("The search index could not be built.") == 2


def test_two_processes_build_an_index_once(index_folder, monkeypatch):
    published()
    version = shelves.shelf().version
    monkeypatch.setattr(shelves, "_fill", lambda folder: pytest.fail("built twice"))

    shelves.build(version, index_folder)


def test_a_search_may_be_narrowed_to_one_partnership_kind_year_or_theme():
    published()
    a_report("Linnet", "Goldcrest was mentioned.", kind=Kind.BRIEFING)

    assert len(titles("goldcrest", only={"publisher": "quillshire"})) == 2
    assert titles("goldcrest", only={"kind": "briefing"}) == ["Linnet"]
    assert titles("goldcrest", only={"theme": "under-ones"}) == [a_bundle().title]
    assert titles("goldcrest", only={"year": "1999"}) == []


def test_a_question_of_common_words_alone_is_still_asked():
    a_report("About", "Who was she?")

    assert titles("who was she") == ["About"]


class Marks(HTMLParser):
    """Fails where an excerpt holds any element but <mark>."""

    def handle_starttag(self, tag, attrs):
        assert (tag, attrs) == ("mark", [])


ANYTHING = st.text(max_size=300) | st.text(
    "\"'()[]{}:^~*+-!&|\\/<>=. abAND OR", max_size=80
)


@settings(
    max_examples=150,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(question=ANYTHING)
def test_no_question_whatever_fails_and_no_excerpt_holds_more_than_marks(question):
    if not Publication.objects.exists():
        published()
        a_report("Tags", "a b <script> & ( ) : ^ ~ * + - ! \\ / OR AND é")

    for hit in search(question).hits:
        Marks().feed(hit.excerpt)


@pytest.mark.parametrize(
    "question", ["\ud800", "\0", "x" * 10_000, "a " * 5_000, "", '"']
)
def test_odd_and_very_long_questions_are_cut_and_not_refused(question):
    assert len(meanings(question)) <= 24
    search(question)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("neglct", "neglect"),
        ("brusing at home", "bruising at home"),
        ("“safegaurding”", "“safeguarding”"),
        ("hospitalll", "hospital"),
        ("sudi", ""),
        ("bruise", ""),
        ("zzzzzzzz", ""),
        ("rtw", ""),
    ],
)
def test_what_was_mistyped_is_asked_about_and_nothing_else_is(typed, meant):
    text = "Neglect, bruising at home and in hospital: safeguarding the child."
    a_report("Linnet", text)

    assert search(typed).meant == meant


def test_for_a_word_that_stands_nowhere_few_are_tried_and_the_common_ones_first():
    letters = "abcdefghij"
    rare = ["".join(("safegua", *each)) for each in product(letters, repeat=3)]
    spelling = Spelling(dict.fromkeys(rare, 1) | {"safeguards": 9}, known=set())

    tried = spelling._like("safeguxrdz")

    assert len(tried) <= MOST_ALIKE
    assert spelling.put_right(["safeguxrdz"]) == {"safeguxrdz": "safeguards"}


def test_words_of_a_phrase_that_stand_apart_are_found_after_the_phrase():
    a_report("Apart", "There was abuse, and it was domestic.")
    a_report("Together", "There was domestic abuse.")

    assert titles("domestic abuse") == ["Together", "Apart"]
    assert titles('"domestic abuse"') == ["Together"]


def test_a_phrase_of_the_field_that_begins_with_a_common_word_is_not_dropped():
    a_report("Sought", "She was not brought to the clinic, a baby.")
    a_report("Other", "A baby, and another baby.")

    assert titles("baby was not brought")[0] == "Sought"


def test_a_search_may_be_narrowed_to_an_age_and_to_readers():
    a_report("Young", "Goldcrest.", ages=("under-1",), readers=("health", "police"))
    a_report("Old", "Goldcrest.", ages=("16-17",))

    assert titles("goldcrest", only={"age": "under-1"}) == ["Young"]
    assert titles("goldcrest", only={"for": "police"}) == ["Young"]
    assert titles("goldcrest", only={"for": "police", "age": "16-17"}) == []
