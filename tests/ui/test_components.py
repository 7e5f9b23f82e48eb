"""Components: few, safe with whatever words they are given, and drawn to the pattern."""

import re
from datetime import date
from pathlib import Path
from types import SimpleNamespace as Thing

import pytest

import heed.ui
from tests.ui.drawing import draw
from tests.ui.oracle import examples, same_markup

FOLDER = Path(heed.ui.__file__).parent / "templates"
COMPONENTS = sorted((FOLDER / "cotton").glob("*.html"))
HOSTILE = "\"'><script>alert(1)</script>{{ 1 }}"


def example(component, name):
    return next(html for known, _, html in examples(component) if known == name)


def declared(path):
    """What a component can be given: names of words, and names of things."""
    found = re.search(r"<c-vars (.*?)/>", path.read_text(), re.DOTALL)
    words = re.findall(r'(:?[\w]+)="', found[1] if found else "")
    return (
        [one for one in words if not one.startswith(":")],
        [one.removeprefix(":") for one in words if one.startswith(":")],
    )


def test_there_are_no_more_components_than_one_can_remember():
    assert len(COMPONENTS) <= 25


@pytest.mark.parametrize("path", COMPONENTS, ids=lambda path: path.stem)
def test_no_words_given_to_a_component_become_markup(path):
    words, things = declared(path)
    # Things are given as they are; a date or a list would be of its own kind.
    given_words = "".join(f' :{name}="hostile"' for name in words)
    given_lists = "".join(
        f' :{name}="listed"'
        for name in things
        if name in {"days", "marks", "pages", "pieces"}
    )
    listed = [
        Thing(
            text=HOSTILE, url=HOSTILE, current=True, count=HOSTILE, date=HOSTILE,
            number=HOSTILE, reason=HOSTILE, name=HOSTILE, who=HOSTILE, born=HOSTILE,
            note=HOSTILE, words=HOSTILE, what=HOSTILE,
        )
    ]  # fmt: skip
    page = draw(
        f"<c-{path.stem}{given_words}{given_lists}>{{{{ hostile }}}}</c-{path.stem}>",
        hostile=HOSTILE,
        listed=listed,
    )
    assert "<script" not in page
    assert "alert(1)" in page
    assert 'role="button"><' not in page
    for value in re.findall(r'="([^"]*)"', page):
        assert "<script" not in value


@pytest.mark.parametrize("path", COMPONENTS, ids=lambda path: path.stem)
def test_a_component_says_what_it_is_for_and_prints_no_bundle_of_attributes(path):
    source = path.read_text()
    assert source.startswith("{# ")
    # Cotton's {{ attrs }} prints values as they come.
    assert "{{ attrs" not in source


@pytest.mark.parametrize(
    ("component", "name", "ours"),
    [
        ("details", "default", '<c-details summary="Help with nationality">'),
        ("warning-text", "default", "<c-warning>"),
        ("button", "default", "<c-button>"),
        ("button", "warning", '<c-button kind="warning">'),
        ("button", "secondary", '<c-button kind="secondary">'),
        ("button", "link", '<c-button href="/">'),
    ],
)
def test_a_component_is_drawn_as_in_the_example(component, name, ours):
    html = example(component, name)
    inside = {
        "details": r'<div class="govuk-details__text">(.*)</div>',
        "warning-text": r"Warning</span>(.*)</strong>",
        "button": r"<(?:button|a)[^>]*>(.*)</(?:button|a)>",
    }[component]
    words = re.search(inside, html, re.DOTALL)[1]
    closing = ours.split()[0].strip("<>")
    page = draw(f"{ours}{words}</{closing}>")
    without = ("type", "data-prevent-double-click", "name")
    assert same_markup(page, without=without) == same_markup(html, without=without)


def test_pairs_are_drawn_as_in_the_example():
    html = example("summary-list", "default")
    pairs = re.findall(r"__key\">(.*?)</dt>.*?__value\">(.*?)</dd>", html, re.DOTALL)
    rows = "".join(
        f'<c-summary_row label="{label.strip()}">{value}</c-summary_row>'
        for label, value in pairs
    )
    page = draw(f"<c-summary_list>{rows}</c-summary_list>")
    assert same_markup(page.replace(" govuk-summary-list__row--no-actions", "")) == (
        same_markup(html)
    )


def test_pages_before_and_after_are_drawn_as_in_the_example():
    page = draw(
        '<c-pagination previous_url="/previous" next_url="/next" label="Pagination" />'
    )
    html = example("pagination", "with prev and next only")
    ours, theirs = (
        [line for line in same_markup(one, without=("xmlns",)) if "<" in line]
        for one in (page, re.sub(r"<span[^>]*hidden[^>]*>[^<]*</span>", "", html))
    )
    assert ours == theirs


def test_a_button_that_changes_something_cannot_be_pressed_twice():
    assert 'data-prevent-double-click="true"' in draw("<c-button>Send</c-button>")
    assert 'type="submit"' in draw("<c-button>Send</c-button>")


def test_a_button_says_what_pressing_it_does():
    page = draw(
        "<c-what_happens>Pressing this tells the Panel.</c-what_happens>"
        '<c-button describedby="what-happens">Send</c-button>'
    )
    assert 'id="what-happens">Pressing this tells the Panel.' in page
    assert 'aria-describedby="what-happens"' in page


def test_a_deadline_without_a_date_says_so():
    assert "No date yet" in draw('<c-deadline name="Report published" />')


def test_a_deadline_gives_its_day_of_the_week():
    page = draw('<c-deadline name="Sent" :due="due" />', due=date(2026, 4, 24))
    assert 'datetime="2026-04-24">Friday 24 April 2026</time>' in page


def test_a_day_that_does_not_count_says_why_and_has_no_number():
    days = [
        Thing(date=date(2026, 4, 2), number=1, reason="Working day"),
        Thing(date=date(2026, 4, 3), number=None, reason="Good Friday"),
    ]
    page = draw('<c-how_it_was_counted :days="days" />', days=days)
    off = page[page.index("heed-counted__off") :]
    assert "Does not count" in off
    assert "Good Friday" in off


def test_names_are_turned_on_by_a_button_and_never_by_a_link():
    page = draw('<c-case_banner reference="Q-26-014" names_url="/names" />')
    assert '<form method="post" action="/names">' in page
    assert "Names are off" in page
    on = draw('<c-case_banner names_url="/names" :names_on="True" />')
    assert "Turn names off" in on


def test_a_child_at_risk_is_said_before_anything_else_of_the_case():
    page = draw('<c-case_banner reference="Q-26-014" at_risk="1 action is open" />')
    assert page.index("A child may be at risk now") < page.index("Q-26-014")
    assert "at risk" not in draw('<c-case_banner reference="Q-26-014" />')


def test_a_safety_action_says_whether_somebody_confirmed_it():
    open_one = draw('<c-safety_action title="Visit" />')
    assert "Nobody has taken this on yet" in open_one
    assert "Not yet confirmed" in open_one
    assert "Not yet" not in draw(
        '<c-safety_action title="Visit" :confirmed_at="at" confirmed_by="Priya Nair" />',
        at=date(2026, 3, 11),
    )


def test_a_gap_stays_named_until_it_is_answered():
    assert "Missing: Date of birth" in draw('<c-named_gap title="Date of birth" />')
    page = draw('<c-named_gap title="Date of birth" :answered="True" url="/x" />')
    assert "Answered: Date of birth" in page
    assert "/x" not in page


def test_a_component_hears_nothing_that_was_said_to_another():
    page = draw(
        '<c-notice title="Outer" kind="care"><c-notice><p>Inner</p></c-notice></c-notice>'
    )
    assert page.count("Outer") == 1
    assert page.count("heed-notice--care") == 1


def test_templates_are_short():
    long = [
        p.name for p in FOLDER.rglob("*.*") if len(p.read_text().splitlines()) > 150
    ]
    assert long == []
