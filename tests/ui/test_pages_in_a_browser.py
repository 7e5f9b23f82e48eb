"""The gallery in Chromium: looked at wide and narrow, with and without script."""

import re

import pytest
from playwright.sync_api import expect
from pypdf import PdfReader

from tests.browser import (
    DESKTOP,
    PHONE,
    check,
    chromium,
    complaints_of,
    open_page,
    picture,
    stands,
    walk_by_keyboard,
)
from tests.ui.gallery import served

pytestmark = pytest.mark.browser

PAGES = ["desk", "case", "form", "question", "password", "receipt", "library"]
SENTENCES = ["404", "403", "403_csrf", "500"]


@pytest.fixture(scope="module")
def gallery():
    with served() as address:
        yield address


@pytest.fixture(scope="module")
def browser():
    with chromium() as browser:
        yield browser


@pytest.mark.parametrize(
    ("name", "width"),
    [
        *((name, width) for name in PAGES for width in (DESKTOP, PHONE)),
        *((name, PHONE) for name in SENTENCES),
    ],
)
def test_every_page_is_accessible_and_breaks_no_policy(browser, gallery, name, width):
    with open_page(browser, width=width) as page:
        page.goto(f"{gallery}/{name}")
        check(page, f"gallery-{name}")


@pytest.mark.parametrize("name", ["case", "form", "question", "password"])
def test_every_page_is_accessible_without_script(browser, gallery, name):
    with open_page(browser, width=PHONE, script=False) as page:
        page.goto(f"{gallery}/{name}")
        check(page, f"gallery-{name}-without-script")


@pytest.mark.parametrize("name", ["desk", "case", "form", "library"])
def test_every_page_can_be_walked_by_keyboard(browser, gallery, name):
    with open_page(browser) as page:
        page.goto(f"{gallery}/{name}")
        reached = walk_by_keyboard(page)
        assert reached[0] == "Skip to main content"
        for link in page.locator("main a:visible, main button:visible").all():
            words = link.inner_text().split("\n")[0]
            assert any(words in one for one in reached), words


def test_the_first_key_leads_past_the_navigation(browser, gallery):
    with open_page(browser) as page:
        page.goto(f"{gallery}/desk")
        page.keyboard.press("Tab")
        page.keyboard.press("Enter")
        assert page.evaluate("document.activeElement.id") == "main-content"


def test_nothing_is_said_by_colour_alone(browser, gallery):
    with open_page(browser, forced_colors="active") as page:
        page.goto(f"{gallery}/case")
        check(page, "gallery-case-forced-colours")


@pytest.mark.parametrize("script", [True, False])
def test_a_form_with_faults_says_so_and_keeps_what_was_typed(browser, gallery, script):
    with open_page(browser, width=PHONE, script=script) as page:
        page.goto(f"{gallery}/form")
        page.get_by_label("Given name").fill("Zoë <b>")
        page.get_by_label("What happened?").fill("Two lines\nof it")
        page.get_by_role("button", name="Send the referral").click()
        expect(page).to_have_title(re.compile("^Error: "))
        summary = page.locator(".govuk-error-summary")
        if script:
            expect(summary).to_be_focused()
        check(page, f"gallery-form-errors{'' if script else '-without-script'}")
        summary.get_by_role("link", name="Enter your email address").click()
        if script:
            expect(page.get_by_label("Your email address")).to_be_focused()
        else:
            assert page.url.endswith("#id_email")
        expect(page.get_by_label("Given name")).to_have_value("Zoë <b>")
        expect(page.get_by_label("What happened?")).to_have_value("Two lines\nof it")


@pytest.mark.parametrize("script", [True, False])
def test_a_choice_reveals_its_question(browser, gallery, script):
    with open_page(browser, script=script) as page:
        page.goto(f"{gallery}/form")
        revealed = page.get_by_label("Who is with the child now?")
        expect(revealed).to_be_hidden()
        page.get_by_label("Yes").check()
        expect(revealed).to_be_visible()
        revealed.fill("Her aunt")
        page.get_by_role("radio", name="No", exact=True).check()
        expect(revealed).to_be_hidden()
        check(page, f"gallery-revealed{'' if script else '-without-script'}")


def test_none_of_these_rules_out_the_others(browser, gallery):
    with open_page(browser) as page:
        page.goto(f"{gallery}/form")
        page.get_by_label("Neglect").check()
        page.get_by_label("None of these is known").check()
        expect(page.get_by_label("Neglect")).not_to_be_checked()


def test_a_draft_is_kept_while_somebody_writes(browser, gallery):
    with open_page(browser) as page:
        page.goto(f"{gallery}/form")
        page.get_by_label("Given name").fill("Maya")
        status = page.locator("[data-autosave-status]")
        expect(status).to_have_text(re.compile(r"^Draft saved at \d\d:\d\d$"))


def test_a_draft_that_cannot_be_kept_says_so_and_keeps_the_words(browser, gallery):
    with open_page(browser) as page:
        page.goto(f"{gallery}/form")
        page.route("**/draft", lambda route: route.abort("internetdisconnected"))
        page.get_by_label("Given name").fill("Maya")
        status = page.locator("[data-autosave-status]")
        expect(status).to_contain_text("could not be saved")
        expect(page.get_by_label("Given name")).to_have_value("Maya")
        heard = complaints_of(page)
        assert all("INTERNET_DISCONNECTED" in one for one in heard)
        heard.clear()  # the lost connection is what this test wanted


def test_the_session_says_when_it_ends_and_one_key_keeps_it(browser, gallery):
    with open_page(browser) as page:
        page.goto(f"{gallery}/session")
        warning = page.get_by_role("dialog")
        expect(warning).to_be_visible()
        expect(page.get_by_role("button", name="Stay signed in")).to_be_focused()
        check(page, "gallery-session-ends")
        page.keyboard.press("Enter")
        expect(warning).to_be_hidden()


def test_a_session_that_has_ended_hides_the_page(browser, gallery):
    with open_page(browser) as page:
        page.clock.install()
        page.goto(f"{gallery}/session")
        page.clock.run_for(5_000)
        page.clock.fast_forward(130_000)
        page.clock.run_for(2_000)
        expect(page.get_by_text("You have been signed out")).to_be_visible()
        expect(page.locator("main")).to_be_hidden()
        picture(page, "gallery-session-ended")


@pytest.mark.parametrize("script", [True, False])
def test_quick_exit_leaves_at_once_and_back_still_works(browser, gallery, script):
    with open_page(browser, script=script) as page:
        page.route(
            "https://www.bbc.co.uk/**",
            lambda route: route.fulfill(body="<title>Weather</title>", content_type="text/html"),
        )  # fmt: skip
        page.goto(f"{gallery}/desk")
        page.goto(f"{gallery}/question")
        page.get_by_role("button", name="Exit this page").click()
        expect(page).to_have_title("Weather")
        page.go_back()
        expect(page.get_by_role("heading", name="Is any child at risk")).to_be_visible()


def test_a_password_can_be_looked_at_by_the_one_who_types_it(browser, gallery):
    with open_page(browser) as page:
        page.goto(f"{gallery}/password")
        box = page.get_by_label("Password", exact=True)
        box.fill("correct horse")
        page.get_by_role("button", name="Show password").click()
        expect(box).to_have_attribute("type", "text")


def test_the_menu_folds_on_a_narrow_screen_only_where_it_can_be_unfolded(
    browser, gallery
):
    for script in (True, False):
        with open_page(browser, width=PHONE, script=script) as page:
            page.goto(f"{gallery}/desk")
            link = page.get_by_role("link", name="Deadlines")
            if script:
                expect(link).to_be_hidden()
                page.get_by_role("button", name="Menu").click()
            expect(link).to_be_visible()


@pytest.mark.parametrize(("name", "is_private"), [("case", True), ("library", False)])
def test_every_sheet_of_a_private_page_bears_its_marking(
    browser, gallery, tmp_path, name, is_private
):
    with open_page(browser) as page:
        page.goto(f"{gallery}/{name}")
        page.pdf(path=tmp_path / "page.pdf", format="A4")
    sheets = [sheet.extract_text() for sheet in PdfReader(tmp_path / "page.pdf").pages]
    assert [("OFFICIAL-SENSITIVE" in words) for words in sheets] == (
        [is_private] * len(sheets)
    )
    text = " ".join(sheets)
    assert "Samaritans" in text or "Eleven people" in text  # what was folded is there
    assert "Sign out" not in text


def test_a_public_page_runs_no_script_at_all(browser, gallery):
    with open_page(browser) as page:
        asked = []
        page.on("request", lambda request: asked.append(request.resource_type))
        page.goto(f"{gallery}/library")
        assert "script" not in asked


def test_words_that_are_too_faint_are_found_on_the_second_page_too(browser):
    page_of = (
        "<html lang=en><title>Words</title><style>.faint {{ color: #ddd }}</style>"
        "<main><h1>Words</h1>{}</main>"
    ).format
    with open_page(browser) as page:
        page.set_content(page_of("<p>Plain words</p>"))
        check(page, "words-to-be-read")
        page.set_content(page_of("<p>Plain words</p><p class=faint>Others</p>"))
        with pytest.raises(AssertionError, match="color-contrast"):
            check(page, "words-too-faint")


def test_a_link_that_only_its_colour_tells_from_the_words_around_it_is_found(browser):
    page_of = (
        "<html lang=en><title>Links</title><style>a {{ color: #444; "
        "text-decoration: none }}</style><main><h1>Links</h1>{}</main>"
    ).format
    with open_page(browser) as page:
        page.set_content(page_of("<p><a href=#one>By itself</a></p>"))
        check(page, "a-link-by-itself")
        page.set_content(page_of("<p>Read <a href=#one>the words</a> first.</p>"))
        with pytest.raises(AssertionError, match="link-in-text-block"):
            check(page, "a-link-among-words")


SOUND = """<html lang=en-GB><title>Sound</title><main><h1>Sound</h1><h2>Under it</h2>
<p>Some words</p><form><label for=one>One</label><input id=one aria-describedby=hint>
<p id=hint>A hint</p><button>Send</button></form><ul><li>First</li></ul>
<dl><dt>Word</dt><dd>What it means</dd></dl><img alt=Tern src="data:,">
<table><caption>Rows</caption><tr><th scope=col>Head</th></tr><tr><td>1</td></tr></table>
<details><summary>More</summary><p>Words</p></details></main></html>"""


@pytest.mark.parametrize(
    ("sound", "wrong", "rule"),
    [
        ("<label for=one>", "<label for=other>", "label"),
        ("<label for=one>One</label>", "<label for=one></label>", "label"),
        ("<input id=one", "<input id=one role=heading-ish", "aria-roles"),
        ("<input id=one", "<input id=one aria-hid=1", "aria-valid-attr"),
        ("<input id=one", "<input id=one autocomplete=all", "autocomplete-valid"),
        ("<h2>Under it</h2>", "<h4>Under it</h4>", "heading-order"),
        ("<h2>Under it</h2>", "<h2></h2>", "empty-heading"),
        ("<h1>Sound</h1><h2>", "<h2>Sound</h2><h2>", "page-has-heading-one"),
        ("<button>Send</button>", "<button></button>", "button-name"),
        ("<button>Send", "<button><a href=#one>To</a>", "nested-interactive"),
        ("<button>Send", "<button aria-expanded=no>Send", "aria-valid-attr-value"),
        ("<button>Send", "<button aria-checked=true>Send", "aria-allowed-attr"),
        ("<li>First</li>", "<li>First</li><p>Second</p>", "list"),
        ("<dt>Word</dt>", "<p>Word</p>", "definition-list"),
        ("alt=Tern ", "", "image-alt"),
        ("<th scope=col>Head", "<th scope=all>Head", "scope-attr-valid"),
        ("<summary>More</summary>", "<summary></summary>", "summary-name"),
        ("</main>", "</main><p>Outside</p>", "region"),
        ("</main>", "</main><main>Again</main>", "landmark-no-duplicate-main"),
        ("<p>Some words", "<p tabindex=3>Some words", "tabindex"),
        (" lang=en-GB", "", "html-has-lang"),
        ("<title>Sound</title>", "<title></title>", "document-title"),
    ],
)
def test_what_is_wrong_is_found_on_a_page_whose_things_were_looked_at_before(
    browser, sound, wrong, rule
):
    with open_page(browser) as page:
        page.set_content(SOUND)
        stands(page)
        page.set_content(SOUND.replace(sound, wrong, 1))
        with pytest.raises(AssertionError, match=rule):
            stands(page)
        complaints_of(page).clear()
