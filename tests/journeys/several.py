"""Several people of Quillshire, each in a browser of their own, signed in once.

    with everybody.on("Q-26-007") as person:
        person("police").takes("Confirm the decision for your body, or dissent", ...)

A page that one of them met is not looked at again when another
one meets it in the same state."""

import re
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from html import unescape

from playwright.sync_api import Page, expect

from tests.journeys.walk import Walk
from tests.journeys.world import World, logs_of


class Several:
    """Everybody who walks in one house."""

    def __init__(self, new_page: Callable[[], Page], world: World):
        self.new_page, self.world = new_page, world
        self.here: dict[str, Walk] = {}
        self.reference, self.cases = "", {}

    @contextmanager
    def on(self, reference: str) -> Iterator[Callable[[str], Walk]]:
        """For the block it is about this case."""
        self.reference = reference
        try:
            yield self.person
        except Exception as failure:
            where = [f"{slug}: {walk.page.url}" for slug, walk in self.here.items()]
            failure.add_note("\n".join([*where, logs_of(self.world)]))
            raise

    def person(self, slug: str) -> Walk:
        """Somebody who comes to the case, as it stands now, by their list of cases; or
        to their work, where they have no case of it."""
        walk = self.here.get(slug) or self._signed_in(slug)
        walk.reference = self.reference
        known = self.cases.get((slug, self.reference))
        walk.opens(known or "/cases/")
        if known is None and walk.lists(self.reference):
            walk.follows_exactly(self.reference)
            self.cases[slug, self.reference] = walk.page.url
        return walk

    def stranger(self) -> Walk:
        """Somebody at another machine, who has no account here."""
        return self._walk()

    def moves_on_to(self, day: date) -> None:
        """For everybody it is nine in the morning of a later day."""
        somebody = next(iter(self.here.values()))
        somebody.moves_the_clock_to(day)

    def _signed_in(self, slug: str) -> Walk:
        walk = self.here[slug] = self._walk()
        walk.page.goto(f"{self.world.desk}/demonstration/")
        walk.page.locator(f'form[action$="/be/{slug}/"] button').click()
        expect(walk.page.locator("h1")).to_have_text("My work")
        walk.looks()
        return walk

    def _walk(self) -> Walk:
        return Walk(self.new_page(), self.world)

    def email_to(self, to: str, subject: str = "") -> str:
        """The newest email to somebody, as the demonstration shows it: among the latest,
        or else among all of them."""
        wanted = re.compile(rf"{subject}[^<]* – to {to}.*?</details>", re.DOTALL)
        for which in ("", "?all=1"):
            page = f"{self.world.desk}/demonstration/post/{which}"
            with urllib.request.urlopen(page) as it:
                if email := wanted.search(it.read().decode()):
                    return unescape(email[0])
        raise AssertionError(f"No email about “{subject}” went to {to}.")

    def link_emailed(self, to: str, subject: str) -> str:
        """Where the link of that email leads."""
        words = self.email_to(to, subject)
        return re.search(r'href="https?://[^/"]+(/[^"]+)"', words)[1]
