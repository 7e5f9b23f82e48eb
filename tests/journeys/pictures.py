"""Makes the pictures of the README from the running system:

    python -m tests.journeys.pictures

They show Quillshire on 11 March 2026, as `make demo` loads it."""

import re
import tempfile
from pathlib import Path

from tests.browser import chromium, close_the_browser, open_page
from tests.journeys.world import ROOT, a_world

FOLDER = ROOT / "docs/pictures"
WIDE, HIGH = 1100, 760


def main() -> None:
    """Take each picture in the order of the walk."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    with (
        tempfile.TemporaryDirectory() as folder,
        a_world(Path(folder), people_only=False) as world,
        chromium() as browser,
        open_page(browser, width=WIDE, height=HIGH) as page,
    ):
        for name, take in PICTURES.items():
            take(page, world)
            page.screenshot(path=FOLDER / f"{name}.png")
    close_the_browser()


def _be(page, world, slug: str) -> None:
    page.goto(f"{world.desk}/demonstration/")
    page.locator(f'form[action$="/be/{slug}/"] button').click()


def _refer(page, world) -> None:
    page.goto(f"{world.desk}/refer/quillshire/")


def _referral(page, world) -> None:
    _be(page, world, "coordinator")
    page.get_by_role("link", name=re.compile("Read this referral")).first.click()


def _case(page, world) -> None:
    _be(page, world, "coordinator")
    page.get_by_role("link", name="Q-26-007", exact=True).first.click()


def _who_has_answered(page, world) -> None:
    _case(page, world)
    page.get_by_role("heading", name="Who has answered").scroll_into_view_if_needed()
    page.mouse.wheel(0, 500)
    page.wait_for_timeout(300)


def _sheets(page, world) -> None:
    _case(page, world)
    page.get_by_role("link", name="Open the sheets").click()


def _deadlines(page, world) -> None:
    _be(page, world, "manager")
    page.goto(f"{world.desk}/deadlines/")


def _public(page, world) -> None:
    page.goto(world.public)


PICTURES = {
    "01-refer": _refer,
    "02-referral": _referral,
    "03-case": _case,
    "04-working-sheet": _sheets,
    "05-who-has-answered": _who_has_answered,
    "06-public": _public,
    "07-deadlines": _deadlines,
}


if __name__ == "__main__":
    main()
