"""Each case begins on its first day, before there is any other, and is walked once by
people without script and once by people with it: everybody in a browser of their own."""

import pytest

from tests.browser import chromium, several_pages
from tests.journeys.several import Several
from tests.journeys.world import quillshire_at_first


@pytest.fixture(params=[False, True], ids=["without script", "with script"])
def everybody(request, tmp_path):
    first_day = request.module.REFERENCE, request.module.BEGINS
    with (
        quillshire_at_first(tmp_path, *first_day) as world,
        chromium() as browser,
        several_pages(browser, script=request.param) as new_page,
    ):
        yield Several(new_page, world)
