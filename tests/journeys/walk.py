"""People of Quillshire walking through Heed in a browser, in sentences."""

import re
from datetime import date, datetime
from pathlib import Path
from urllib.parse import urlsplit

from playwright.sync_api import Locator, Page, expect

from tests.browser import picture, stands
from tests.journeys.world import World
from tests.looked_at import not_looked_at

# Two processes of the test run share two processors: a slow page is no failure.
PATIENCE = 90_000
expect.set_options(timeout=PATIENCE)
AT_THE_CASE = re.compile("/cases/[^/]+/")


class Walk:
    """One browser that is one person after the other, as on one machine."""

    def __init__(self, page: Page, world: World):
        page.set_default_timeout(PATIENCE)
        self.page, self.world, self.look = page, world, True
        self.reference, self.looks_taken = "", 0
        self.somebody, self.sessions, self.at_the_case = "", {}, {}

    # Who, and where

    def as_somebody(self, slug: str) -> None:
        """Whoever was here keeps a session, and comes back to it: to the case, where they
        have opened it, and else to their work."""
        context = self.page.context
        self.is_a_stranger()
        if slug in self.sessions:
            context.add_cookies(self.sessions[slug])
            self.page.goto(self.at_the_case.get(slug, self.world.desk))
        else:
            self.page.goto(f"{self.world.desk}/demonstration/")
            self.page.locator(f'form[action$="/be/{slug}/"] button').click()
            expect(self.page.locator("h1")).to_have_text("My work")
        self.somebody = slug

    def is_a_stranger(self) -> None:
        """Somebody whom this browser does not know."""
        context = self.page.context
        self.sessions[self.somebody], self.somebody = context.cookies(), ""
        context.clear_cookies()

    def opens(self, path: str) -> None:
        self.page.goto(path if path.startswith("http") else self.world.desk + path)
        self.looks()

    def opens_the_case(self) -> None:
        """From the list of one's cases; from a page of the case, by its banner."""
        if AT_THE_CASE.fullmatch(urlsplit(self.page.url).path):
            return
        banner = self.page.locator(".heed-case__name a")
        listed = self.page.get_by_role("link", name=self.reference, exact=True)
        self._goes_on_by(banner if banner.count() else listed)
        self.at_the_case[self.somebody] = self.page.url

    def follows(self, words: str, *, within: str = "body") -> None:
        self._goes_on_by(self.link(words, within=within))

    def follows_exactly(self, words: str) -> None:
        self._goes_on_by(self.page.get_by_role("link", name=words, exact=True))

    def lists(self, words: str) -> bool:
        return self.page.get_by_role("link", name=words, exact=True).count() == 1

    def link(self, words: str, *, within: str = "body") -> Locator:
        """The first link that says these words, those that are only heard among them
        (a browser sets what is only heard apart by a space)."""
        heard = r"\s*".join(map(re.escape, re.findall(r"\w+|[^\w\s]", words)))
        name = re.compile(heard, re.IGNORECASE)
        return self.page.locator(within).get_by_role("link", name=name).first

    def _goes_on_by(self, link_or_button: Locator) -> None:
        with self.page.expect_navigation(wait_until="domcontentloaded"):
            link_or_button.click()
        self.looks()

    def looks(self) -> None:
        """Every page that is walked over is accessible, quiet and narrow enough."""
        if self.look:
            self._keeps_a_picture()
            stands(self.page)

    def _keeps_a_picture(self) -> None:
        """One of each page that is met, in the order in which they are."""
        title = self.page.title().replace(self.reference, "").partition(" – ")[0]
        width = self.page.viewport_size["width"]
        if not_looked_at([f"picture of {title}, {width}"]):
            self.looks_taken += 1
            picture(self.page, f"walk-{self.looks_taken:03d}-{title}-{width}")

    # What is typed and pressed

    def fills(self, **answers) -> None:
        for name, value in answers.items():
            self._fill(name, value)

    def _fill(self, name: str, value) -> None:
        if isinstance(value, datetime):
            self._date(name, value)
            self.page.fill(f'[name="{name}-time"]', f"{value:%H:%M}")
        elif isinstance(value, date):
            self._date(name, value)
        elif value is True:
            self.page.check(f'input[name="{name}"]')
        elif isinstance(value, list):
            for each in value:
                self.page.get_by_label(each, exact=True).check()
        else:
            self._words(name, str(value))

    def _date(self, name: str, value: date) -> None:
        for part, words in (("day", "%-d"), ("month", "%-m"), ("year", "%Y")):
            self.page.fill(f'[name="{name}-{part}"]', value.strftime(words))

    def _words(self, name: str, value: str) -> None:
        field = self.page.locator(f'[name="{name}"]:not(button)').first
        kind = field.evaluate("e => e.tagName + ':' + (e.type || '')")
        if kind.endswith((":radio", ":checkbox")):
            self.page.check(f'input[name="{name}"][value="{value}"]')
        elif kind.startswith("SELECT"):
            chosen = field.locator("option", has_text=re.compile(re.escape(value)))
            field.select_option(chosen.first.get_attribute("value"))
        else:
            field.fill(value)

    def presses(self, words: str) -> None:
        button = self.page.get_by_role("button", name=words, exact=True)
        self._goes_on_by(button.first)

    def sends(self) -> None:
        """Press the one button of the page, whatever it says."""
        button = self.page.locator("main form:not([action]) .govuk-button")
        expect(button).to_have_count(1)
        self._goes_on_by(button)

    def sees(self, *sentences: str) -> None:
        for words in sentences:
            expect(self.page.locator("body")).to_contain_text(words)

    def does_not_see(self, *sentences: str) -> None:
        for words in sentences:
            expect(self.page.locator("body")).not_to_contain_text(words)

    def attaches(self, name: str, file_name: str, data: bytes) -> None:
        self.page.set_input_files(
            f'input[name="{name}"]',
            {"name": file_name, "mimeType": "application/octet-stream", "buffer": data},
        )

    def saves(self, words: str) -> bytes:
        """The file behind a link, as the browser saves it."""
        with self.page.expect_download() as saved:
            self.link(words).click()
        return Path(saved.value.path()).read_bytes()

    def reads_an_email(self, to: str, subject: str) -> str:
        """The words of an email that came."""
        email = self.world.post.wait_for(to, subject)
        return email.get_payload(decode=True).decode()

    # What everybody does in the same way

    def takes(self, step: str, **answers) -> None:
        """From the case page: follow the step, answer its page, and send it."""
        self.takes_nothing(step)
        self.fills(**answers)
        self.sends()
        self.does_not_see("There is a problem")

    def takes_nothing(self, step: str) -> None:
        """From the case page: only go to the step's page."""
        self.opens_the_case()
        link = self.page.locator(".heed-to-do").get_by_role(
            "link", name=step, exact=True
        )
        if not link.count():
            self._unfolds(step)
        self._goes_on_by(link)

    def unfolds(self, words: str) -> None:
        self.page.locator("summary", has_text=words).first.click()

    def _unfolds(self, step: str) -> None:
        """What is possible at any time is folded up by what it is about."""
        groups = self.page.locator(".heed-also details:not([open])")
        told = self.page.get_by_text(step, exact=True)
        groups.filter(has=told).locator("summary").click()

    def declares_no_interest(self) -> None:
        self.follows("Say whether")
        self.fills(answer="none")
        self.presses("Record my answer")

    def moves_the_clock_to(self, day: date) -> None:
        self.page.goto(f"{self.world.desk}/demonstration/")
        self._date("to", day)
        self.presses("Move on")
