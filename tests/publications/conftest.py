"""What many tests make and read back is the same files."""

from functools import lru_cache

import pytest


@pytest.fixture(scope="session", autouse=True)
def _drawn_once():
    """The same bytes of a PDF draw the same words. Heed keeps none of them beyond a look,
    for nobody may have cleared them; tests read back one report again and again."""
    from heed.publications.readback import pdf_words

    with pytest.MonkeyPatch.context() as replaced:
        drawn = lru_cache(maxsize=200)(pdf_words._drawn_in)
        replaced.setattr(pdf_words, "_drawn_in", drawn)
        yield
