"""Siskin's case as the demonstration has it on the eleventh day: what eight agencies said
of him is laid side by side, and what the group has written is on one screen."""

import pytest

from tests.browser import chromium, several_pages
from tests.journeys.several import Several
from tests.journeys.world import quillshire_as_loaded


@pytest.mark.browser
@pytest.mark.real_server
def test_the_group_sees_where_the_agencies_differ(tmp_path):
    with (
        quillshire_as_loaded(tmp_path) as world,
        chromium() as browser,
        several_pages(browser) as new_page,
        Several(new_page, world).on("Q-26-007") as person,
    ):
        coordinator = person("coordinator")
        coordinator.sees("day 11 of 15", "6 of 8 have answered")
        coordinator.follows("What each says, side by side")
        coordinator.presses("Turn names on")
        coordinator.sees("8 April 2009", "4 August 2009")
        coordinator = person("coordinator")
        coordinator.follows("Tinderwick Surgery", within="main")
        coordinator.sees("Reminders")
        member = person("group-member")
        member.follows("The meeting on one screen")
        member.sees("Each service held half of it.")
