"""The whole way once: from an emailed Word form to a published report and its briefing, and
back: a reader reports a problem, and the report is taken down.

It is walked without script, as whoever has none must be able to. Each page that is
walked over is shown with its scripts too, and then has no axe violation, complains of
nothing and is no wider than its window."""

import pytest

from tests.browser import chromium, open_page
from tests.journeys.parts import (
    learning,
    publication,
    rapid_review,
    referral,
    review,
    withdrawal,
)
from tests.journeys.walk import Walk
from tests.journeys.world import a_world, logs_of

PARTS = (
    referral.a_neighbour_emails_the_word_form,
    referral.the_business_unit_reads_it_and_opens_a_case,
    referral.everybody_declares,
    referral.the_partners_consider_and_the_council_notifies,
    referral.somebody_keeps_in_touch_with_the_family,
    referral.the_family_is_met,
    rapid_review.an_agency_answers_by_link_and_code,
    rapid_review.interviews_wait_for_the_police_and_go_on,
    rapid_review.the_rapid_review_is_weighed_and_signed,
    rapid_review.the_panel_is_sent_it_and_answers,
    review.a_reviewer_is_appointed,
    review.practitioners_say_what_it_was_like,
    review.the_report_is_drafted,
    review.a_change_is_asked_for_and_accepted,
    review.the_three_partners_sign_it,
    publication.the_partners_decide_and_write_what_stands_around_it,
    publication.what_could_identify_somebody_is_found,
    publication.one_word_is_kept_and_one_is_mended,
    publication.the_partners_sign_the_version_as_it_stands,
    publication.nothing_identifies_anybody_now,
    publication.what_might_is_answered_with_reasons,
    publication.it_is_looked_for_what_is_public_already,
    publication.a_second_reader_cannot_tell_who_it_is,
    publication.two_approvers_of_different_bodies_approve_it,
    publication.the_family_and_the_national_bodies_have_it_first,
    publication.it_is_not_public_before_its_day,
    publication.it_is_published_on_its_day,
    publication.anybody_finds_it_and_reads_it,
    publication.a_copy_goes_to_the_nspcc,
    learning.an_organisation_answers_a_recommendation,
    learning.an_action_is_planned_and_done,
    learning.its_impact_is_looked_for_and_recorded,
    learning.a_briefing_is_written_and_approved,
    learning.anybody_reads_the_briefing,
    learning.no_public_byte_names_anybody,
    withdrawal.somebody_reads_it_on_a_telephone,
    withdrawal.they_report_a_problem_with_it,
    withdrawal.the_manager_takes_it_down_at_once,
    withdrawal.a_second_person_confirms_it,
)


@pytest.mark.browser
@pytest.mark.real_server
def test_from_an_emailed_form_to_a_briefing_that_anybody_may_read(tmp_path):
    with (
        a_world(tmp_path) as world,
        chromium() as browser,
        open_page(browser, script=False) as page,
    ):
        walk = Walk(page, world)
        try:
            for part in PARTS:
                part(walk)
        except Exception as failure:
            failure.add_note(f"At {page.url}\n{logs_of(world)}")
            raise
