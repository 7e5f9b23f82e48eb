"""People of Quillshire walking through Heed in a browser, in sentences."""

import re
from contextlib import contextmanager
from datetime import date, datetime

from playwright.sync_api import Page, expect

from tests.browser import check
from tests.journeys.world import World


class Walk:
    """One browser that is one person after the other, as on one machine."""

    def __init__(self, page: Page, world: World, *, look: bool = True):
        self.page, self.world, self.look, self.case_url = page, world, look, ""
        self.seen = 0

    # Who, and where

    def as_somebody(self, slug: str) -> None:
        self.page.goto(f"{self.world.desk}/demonstration/")
        self.page.locator(f'form[action$="/be/{slug}/"] button').click()
        expect(self.page.locator("h1")).to_have_text("My work")

    def opens(self, path: str) -> None:
        self.page.goto(path if path.startswith("http") else self.world.desk + path)
        self.looks()

    def opens_the_case(self) -> None:
        self.opens(self.case_url)

    def follows(self, words: str) -> None:
        self.page.get_by_role("link", name=words).first.click()
        self.looks()

    def looks(self) -> None:
        """Every page that is walked over is accessible, quiet and narrow enough."""
        if self.look:
            self.seen += 1
            title = self.page.title().partition(" – ")[0]
            check(self.page, f"walk-{self.seen:03d}-{title}")

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
        else:
            self._words(name, str(value))

    def _date(self, name: str, value: date) -> None:
        for part, words in (("day", "%-d"), ("month", "%-m"), ("year", "%Y")):
            self.page.fill(f'[name="{name}-{part}"]', value.strftime(words))

    def _words(self, name: str, value: str) -> None:
        field = self.page.locator(f'[name="{name}"]').first
        kind = field.evaluate("e => e.tagName + ':' + (e.type || '')")
        if kind.endswith((":radio", ":checkbox")):
            self.page.check(f'input[name="{name}"][value="{value}"]')
        elif kind.startswith("SELECT"):
            chosen = field.locator("option", has_text=re.compile(re.escape(value)))
            field.select_option(chosen.first.get_attribute("value"))
        else:
            field.fill(value)

    def presses(self, words: str) -> None:
        self.page.get_by_role("button", name=words, exact=True).first.click()
        self.looks()

    def sees(self, *sentences: str) -> None:
        for words in sentences:
            expect(self.page.locator("body")).to_contain_text(words)

    def does_not_see(self, *sentences: str) -> None:
        for words in sentences:
            expect(self.page.locator("body")).not_to_contain_text(words)

    # What everybody does in the same way

    def takes(self, step: str, button: str = "Save", **answers) -> None:
        """From the case page: follow the step, answer its page, and send it."""
        self.takes_nothing(step)
        self.fills(**answers)
        self.presses(button)

    def declares_no_interest(self) -> None:
        self.opens("/")
        self.page.get_by_role("link", name=re.compile("Say whether")).first.click()
        self.looks()
        self.fills(answer="none")
        self.presses("Record my answer")
        self.case_url = self.page.url

    @contextmanager
    def somebody(self, slug: str):
        self.as_somebody(slug)
        yield self

    def moves_the_clock_to(self, day: date) -> None:
        self.page.goto(f"{self.world.desk}/demonstration/")
        self._date("to", day)
        self.page.get_by_role("button", name="Move on", exact=True).click()

    def takes_nothing(self, step: str) -> None:
        """From the case page: only go to the step's page."""
        self.opens_the_case()
        to_do = self.page.locator(".heed-to-do")
        to_do.get_by_role("link", name=step, exact=True).click()
        self.looks()

    def attaches(self, name: str, file_name: str, data: bytes) -> None:
        self.page.set_input_files(
            f'input[name="{name}"]',
            {"name": file_name, "mimeType": "application/octet-stream", "buffer": data},
        )
