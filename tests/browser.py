"""A real browser for the tests: opens pages, looks at them, and complains.

    with chromium() as browser, open_page(browser, width=320) as page:
        page.goto(address)
        check(page, "referral-start")

`check` fails on any axe violation, on anything that the browser reports (a refused
script, a missing file, an error in a script) and on a page that scrolls sideways; it
leaves a picture in var/screens/ (HEED_PICTURES=0: none). What happens to a page between
two checks is held
against it when it is closed.

While Chromium is open the main thread belongs to its event loop: tests that use it talk
to Heed over HTTP, never through the ORM.
"""

import asyncio
import os
import re
import shutil
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from functools import cache
from pathlib import Path
from urllib.parse import urlsplit
from weakref import WeakKeyDictionary, WeakSet

from axe_playwright_python.base import AXE_SCRIPT, AxeResults
from playwright.sync_api import (
    Browser,
    BrowserContext,
    ConsoleMessage,
    Page,
    Response,
    sync_playwright,
)

from tests.looked_at import KINDS, LOOKS, not_looked_at

CHROMIUM = next(
    filter(None, map(shutil.which, ("chromium-headless-shell", "chromium"))), None
)
ARGUMENTS = ["--no-sandbox", "--disable-dev-shm-usage", "--disable-gpu"]
SCREENS = Path(__file__).resolve().parents[1] / "var/screens"
PATIENCE = 60_000  # milliseconds: a busy machine is no failure
DESKTOP, PHONE = 1280, 320
HTML = "text/html; charset=utf-8"
POLICY = "content-security-policy"
AS_HERE = {
    "locale": "en-GB",
    "timezone_id": "Europe/London",
    "reduced_motion": "reduce",
}
# Pictures are for people; where nobody looks they are not taken.
PICTURES = os.environ.get("HEED_PICTURES", "1") == "1"
# What axe found wrong is all that is wanted of it; the rest takes longer to hand over
# than to find. Contrast, and links that differ from the words around them by colour
# alone, take two thirds of the time that axe takes, and are asked of each look by itself.
AXE = """(preload) => axe.run({
  resultTypes: ["violations"], preload,
  rules: {"color-contrast": {enabled: false}, "link-in-text-block": {enabled: false}},
}).then((found) => found.violations)"""
CONTRAST = """(looks) => axe.run(
  {include: looks.map((each) => window.heedLooks.get(each))},
  {resultTypes: ["violations"], runOnly: ["color-contrast", "link-in-text-block"]},
).then((found) => found.violations)"""

_complaints: WeakKeyDictionary[Page, list[str]] = WeakKeyDictionary()
_policies: WeakKeyDictionary[Page, str] = WeakKeyDictionary()
_twins: WeakKeyDictionary[Page, Page] = WeakKeyDictionary()
_beside_several: WeakKeyDictionary[Page, Page] = WeakKeyDictionary()
_without_script: WeakSet[BrowserContext] = WeakSet()
_styles_were_read: WeakKeyDictionary[Browser, set[str]] = WeakKeyDictionary()


@contextmanager
def chromium() -> Iterator[Browser]:
    """The machine's own Chromium, without a window: one for all tests of a process, and
    each time without anything of the time before. Its event loop runs for the block."""
    browser, loop = _the_browser()
    around = asyncio._get_running_loop()
    asyncio._set_running_loop(loop)
    try:
        yield browser
        if around is None:
            for context in browser.contexts:
                context.close()
    finally:
        asyncio._set_running_loop(around)


@cache
def _the_browser() -> tuple[Browser, asyncio.AbstractEventLoop]:
    """Begun once, since to begin takes as long as to look at four pages. The loop of the
    one who drives it stands still until somebody is in the block again."""
    driver = _at_the_end.enter_context(sync_playwright())
    loop = asyncio.get_running_loop()
    browser = driver.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
    _at_the_end.callback(browser.close)
    _at_the_end.callback(asyncio._set_running_loop, loop)
    asyncio._set_running_loop(None)
    return browser, loop


_at_the_end = ExitStack()


def close_the_browser() -> None:
    """Once no test of this process needs it any more."""
    _at_the_end.close()
    _the_browser.cache_clear()


@contextmanager
def open_page(
    browser: Browser,
    *,
    width: int = DESKTOP,
    height: int = 900,
    script: bool = True,
    **more: object,
) -> Iterator[Page]:
    """A page of somebody new: no cookie, no history. What it complains of fails.

    `more` goes to the browser context: `forced_colors="active"`, a stored sign-in.
    """
    context = browser.new_context(
        viewport={"width": width, "height": height},
        java_script_enabled=script,
        **AS_HERE,
        **more,
    )
    context.set_default_timeout(PATIENCE)
    if not script:
        _without_script.add(context)
    try:
        yield watched(context.new_page())
        for page in context.pages:
            assert not complaints_of(page), complaints_of(page)
    finally:
        for page in context.pages:
            if page in _twins:
                _twins.pop(page).context.close()
        context.close()


@contextmanager
def several_pages(
    browser: Browser, *, script: bool = False
) -> Iterator[Callable[[], Page]]:
    """Pages of several people, all with script or all without: each call gives one of
    somebody new. What axe looks at stands in one page beside all who have none."""
    with ExitStack() as stack, open_page(browser) as twin:

        def somebody() -> Page:
            page = stack.enter_context(open_page(browser, script=script))
            _beside_several[page] = twin
            return page

        yield somebody


def watched(page: Page) -> Page:
    """The same page; from now on what its browser reports is remembered."""
    heard = _complaints.setdefault(page, [])
    page.on("console", lambda message: _console(page, heard, message))
    page.on("response", lambda response: _policy_of(page, response))
    page.on("pageerror", lambda error: heard.append(f"script: {error}"))
    page.on(
        "requestfailed",
        # A navigation that another one overtook did not fail.
        lambda request: (
            request.failure == "net::ERR_ABORTED"
            or heard.append(f"{request.url}: {request.failure}")
        ),
    )
    return page


def complaints_of(page: Page) -> list[str]:
    """What the browser has reported about the page so far."""
    return _complaints.get(page, [])


def check(page: Page, name: str) -> None:
    """Look at the page as it stands: accessible, quiet, no wider than the window."""
    picture(page, f"{name}-{page.viewport_size['width']}")
    stands(page)


def wide_and_narrow(page: Page, name: str) -> None:
    """Look at the page on a desk and on a telephone; it is left as wide as on a desk."""
    for width in (PHONE, DESKTOP):
        page.set_viewport_size({"width": width, "height": 900})
        check(page, name)


def stands(page: Page) -> None:
    """The same, and no picture of it is kept."""
    # What is pressed leads on at once; what it leads to may not have come wholly yet.
    page.wait_for_load_state()
    assert not complaints_of(page), complaints_of(page)
    kinds = not_looked_at(page.evaluate(KINDS))
    if not_looked_at(f"met: {each}" for each in _looks_on(page)) or kinds:
        with _readable_by_axe(page) as readable:
            found = _axe(readable, everything=bool(kinds))
        assert found.violations_count == 0, f"{page.url}\n{found.generate_report()}"
    width = page.viewport_size["width"]
    assert (wide := _widest(page)) <= width, f"{page.url} is {wide} wide, not {width}"


def picture(page: Page, name: str) -> Path:
    """Keep a picture of the whole page in var/screens/."""
    SCREENS.mkdir(parents=True, exist_ok=True)
    path = SCREENS / f"{re.sub(r'[^a-z0-9-]+', '-', name.lower())}.png"
    if PICTURES:
        page.wait_for_load_state()
        # To hide the caret would write a style into the page.
        page.screenshot(path=path, full_page=True, caret="initial")
    return path


def walk_by_keyboard(page: Page, *, most: int = 300) -> list[str]:
    """Press Tab from the top to the end of the page; what was reached, in order.

    Fails where the keyboard is caught, or where it cannot be seen where one is.
    """
    reached: list[str] = []
    page.evaluate("document.activeElement.blur(); window.scrollTo(0, 0)")
    for _ in range(most):
        page.keyboard.press("Tab")
        here = page.evaluate(WHERE_THE_KEYBOARD_IS)
        if here is None:
            return reached
        assert here["seen"], f"{page.url}: {here['words']} is reached but not seen"
        if reached and here["first"]:
            return reached
        reached.append(here["words"])
    raise AssertionError(f"{page.url}: the keyboard is caught after {reached[-3:]}")


# Colours that somebody forces on pages, how dark they like them, and the styles of a page.
HOW_IT_IS_SEEN = """() => ["(forced-colors: active)", "(prefers-color-scheme: dark)",
  "(prefers-contrast: more)", "print"].map((each) => matchMedia(each).matches).join()
  + [...document.querySelectorAll("link[rel=stylesheet], style")]
    .map((each) => each.getAttribute("href") || each.textContent).join()"""
WHERE_THE_KEYBOARD_IS = """() => {
  const here = document.activeElement;
  if (!here || here === document.body) return null;
  const box = here.getBoundingClientRect();
  const style = getComputedStyle(here);
  const again = window.heedFirst === here;
  window.heedFirst = window.heedFirst || here;
  const label = here.labels && here.labels.length ? here.labels[0].innerText : "";
  return {
    words: (here.getAttribute("aria-label") || label || here.innerText || here.name
            || here.tagName).trim().replace(/\\s+/g, " "),
    seen: box.width > 0 && box.height > 0 && box.bottom > 0
          && box.top < window.innerHeight && style.visibility !== "hidden",
    first: again,
  };
}"""


def _axe(page: Page, *, everything: bool) -> AxeResults:
    """What axe finds wrong with the kinds of things, and with looks that are new."""
    page.evaluate(AXE_SCRIPT)
    wrong = page.evaluate(AXE, _reads_styles(page)) if everything else []
    looks = _looks_on(page)
    new = [looks[each] for each in not_looked_at(looks)]
    faint = page.evaluate(CONTRAST, new) if new else []
    return AxeResults({"violations": wrong + faint})


def _looks_on(page: Page) -> dict[str, str]:
    """What there is to be seen, by how it is seen: under which styles, in which colours
    and how wide."""
    width, seen = page.viewport_size["width"], page.evaluate(HOW_IT_IS_SEEN)
    return {f"{seen} {width} {each}": each for each in page.evaluate(LOOKS)}


def _reads_styles(page: Page) -> bool:
    """One rule alone asks for the style sheets themselves; all pages of a door have the
    same ones, so that they are fetched for it once in each browser."""
    read, door = _styles_were_read.setdefault(page.context.browser, set()), _door(page)
    first = door not in read
    read.add(door)
    return first


def _door(page: Page) -> str:
    return urlsplit(page.url).netloc


@contextmanager
def _readable_by_axe(page: Page) -> Iterator[Page]:
    """The page itself; where scripts are off, the same page with its scripts on.

    Axe is a script too. So what is walked over without script is looked at as most
    people have it, with what its scripts make of it and what they complain of.
    """
    if page.context not in _without_script:
        yield page
        return
    seen, twin = page.content(), _twin_of(page)
    twin.set_viewport_size(page.viewport_size)
    headers = {"content-type": HTML, POLICY: _policies.get(page, "")}
    twin.route(page.url, lambda route: route.fulfill(body=seen, headers=headers))
    twin.goto(page.url)
    twin.unroute(page.url)
    assert not complaints_of(twin), complaints_of(twin)
    yield twin
    # What axe does to a page is not the page's; nor does it live on, and ask for more.
    twin.goto("about:blank")
    complaints_of(twin).clear()


def _twin_of(page: Page) -> Page:
    """A page beside it in the same browser, whose scripts and styles are read once."""
    if page in _beside_several:
        return _beside_several[page]
    if page not in _twins:
        context = page.context.browser.new_context(**AS_HERE)
        _twins[page] = watched(context.new_page())
    return _twins[page]


def _policy_of(page: Page, response: Response) -> None:
    """What a page lets its scripts do, for the page with its scripts on."""
    request = response.request
    if request.is_navigation_request() and request.frame == page.main_frame:
        _policies[page] = response.headers.get(POLICY, "")


def _console(page: Page, heard: list[str], message: ConsoleMessage) -> None:
    # That a page itself answers 404 or 409 is what the test came to see.
    is_the_page = message.location.get("url") == page.url
    answered = message.text.startswith("Failed to load resource")
    if message.type in {"error", "warning"} and not (is_the_page and answered):
        heard.append(f"{message.type}: {message.text}")


def _widest(page: Page) -> int:
    return page.evaluate("document.documentElement.scrollWidth")
