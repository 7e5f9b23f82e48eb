"""The whole way once: from an emailed Word form to a published report and its briefing.

Each page that is walked over has no axe violation, complains of nothing and is no wider
than its window; and all of it can be done without script."""

from datetime import date, datetime

import pytest

from tests.browser import chromium, open_page
from tests.journeys import parts
from tests.journeys.walk import Walk
from tests.journeys.world import a_world, logs_of

THE_DAY = datetime(2026, 3, 11, 8, 30)


@pytest.mark.browser
@pytest.mark.real_server
@pytest.mark.parametrize("script", [True, False], ids=["with-script", "without-script"])
def test_from_an_emailed_form_to_a_signed_report(tmp_path, script):
    with (
        a_world(tmp_path) as world,
        chromium() as browser,
        open_page(browser, script=script) as page,
    ):
        # Axe sees the same pages either way; without script it is the way that counts.
        walk = Walk(page, world, look=script)
        try:
            _walk(walk)
        except Exception as failure:
            failure.add_note(f"At {page.url}\n{logs_of(world)}")
            raise


def _walk(walk: Walk) -> None:
    parts.a_neighbour_emails_the_word_form(walk)
    parts.the_business_unit_reads_it_and_opens_a_case(walk)
    parts.everybody_declares(walk)
    parts.the_partners_consider_and_the_council_notifies(walk, THE_DAY)
    parts.an_agency_answers_by_link_and_code(walk)
    walk.moves_the_clock_to(date(2026, 3, 17))
    parts.the_rapid_review_is_weighed_and_signed(walk)
    parts.the_panel_is_sent_it_and_answers(walk, datetime(2026, 3, 17, 8, 45))
    walk.moves_the_clock_to(date(2026, 3, 20))
    parts.a_reviewer_is_appointed_and_writes(walk)
    parts.the_report_is_drafted_changed_and_signed(walk)
