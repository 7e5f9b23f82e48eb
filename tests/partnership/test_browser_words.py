"""Whoever looks where they are signed in reads the name of a browser, not its code."""

import pytest

from heed.partnership.devices import browser_words

WINDOWS = "Mozilla/5.0 (Windows NT 10.0; Win64; x64)"
LINUX = "Mozilla/5.0 (X11; Linux x86_64)"
IPHONE = "Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X)"
MAC = "Mozilla/5.0 (Macintosh; Intel Mac OS X 10.15; rv:143.0)"


@pytest.mark.parametrize(
    ("written", "said"),
    [
        (f"{WINDOWS} Chrome/140.0 Safari/537.36 Edg/140.0", "Edge on Windows"),
        (f"{LINUX} Chrome/140.0 Safari/537.36", "Chrome on Linux"),
        (f"{IPHONE} Version/18.5 Mobile/15E148 Safari/604.1", "Safari on an iPhone"),
        (f"{MAC} Gecko/20100101 Firefox/143.0", "Firefox on a Mac"),
        ("curl/8.5.0", "A browser"),
        ("", "A browser"),
    ],
)
def test_a_browser_is_called_what_people_call_it(written, said):
    assert browser_words(written) == said
