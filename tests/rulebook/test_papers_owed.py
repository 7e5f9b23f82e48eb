"""What the papers of a case tell, and who gets them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from heed.rulebook.contents import (
    REPORT_DUTIES,
    REVIEWER_QUALITIES,
    SUBMISSION,
    Level,
    gaps,
    is_told,
    wants_a_reason,
)
from heed.rulebook.recipients import LABELS, PAPERS, Recipient

PARTS = [part.slug for part in SUBMISSION]
PAPER = {paper.slug: paper for paper in PAPERS}


def test_a_rapid_review_is_told_in_this_order():
    assert PARTS[0] == "notification"
    assert PARTS.index("facts") < PARTS.index("childs_voice") < PARTS.index("learning")
    assert PARTS[-1] == "sharing"
    assert len(set(PARTS)) == len(PARTS) == 19


def test_what_the_panel_cannot_do_without_is_essential():
    assert {part.slug for part in SUBMISSION if part.essential} == {
        "notification",
        "children",
        "facts",
        "episodes",
        "safety_actions",
        "decision",
        "national_view",
        "sign_off",
    }


def test_the_childs_voice_and_identity_are_never_passed_over_in_silence():
    silent = {part.slug for part in SUBMISSION if part.never_silent}
    assert silent == {"childs_voice", "family_views", "identity"}


@pytest.mark.parametrize(
    ("words", "told"),
    [
        *(("Not known", False), ("unknown.", False), ("N/K", False), ("n/a", False)),
        *(("None known", False), ("-", False), ("Not yet sought", False), ("", False)),
        ("Not known: she was three weeks old and nobody wrote down how she was.", True),
        ("Not asked yet, because the police asked us to wait.", True),
        ("No, he said, he was afraid to go home.", True),
    ],
)
def test_the_childs_voice_is_not_told_by_saying_that_it_is_not_known(words, told):
    assert is_told("childs_voice", words) is told
    assert wants_a_reason("childs_voice", words) is (bool(words) and not told)


def test_other_parts_may_say_so():
    assert is_told("worked_well", "Not known")
    assert not wants_a_reason("worked_well", "Not known")
    assert not wants_a_reason("identity", "  ")
    assert not is_told("worked_well", "")


def test_an_empty_submission_names_every_part_the_essential_ones_first():
    missing = gaps([])
    assert len(missing) == len(SUBMISSION)
    assert all(part.essential for part in missing[:8])
    assert not any(part.essential for part in missing[8:])


@given(st.sets(st.sampled_from(PARTS)))
def test_a_gap_is_what_was_not_filled(filled):
    assert {part.slug for part in gaps(filled)} == set(PARTS) - filled


def test_a_report_must_tell_improvements_and_underlying_reasons():
    musts = {duty.slug for duty in REPORT_DUTIES if duty.level == Level.MUST}
    assert musts == {"improvements", "underlying_reasons", "monitored"}


def test_a_reviewer_is_free_of_conflicts_of_interest():
    assert "independence" in dict(REVIEWER_QUALITIES)


def test_a_rapid_review_is_not_published():
    assert Recipient.PUBLIC not in PAPER["rapid_review"].goes_to
    assert "not published" in PAPER["rapid_review"].note


def test_the_report_goes_ahead_to_the_panel_the_minister_and_ofsted():
    ahead = PAPER["advance_copy"]
    for recipient in (
        Recipient.PANEL,
        Recipient.SECRETARY_OF_STATE,
        Recipient.OFSTED,
        Recipient.FAMILY,
    ):
        assert recipient in ahead.goes_to
    assert Recipient.PUBLIC not in ahead.goes_to


def test_what_is_published_is_for_everybody():
    assert set(PAPER["published_report"].goes_to) == set(Recipient)


@pytest.mark.parametrize("paper", PAPERS, ids=lambda paper: paper.slug)
def test_the_panel_gets_every_paper(paper):
    assert Recipient.PANEL in paper.goes_to
    assert all(paper.goes_to.values())


def test_every_recipient_has_its_name():
    assert set(LABELS) == set(Recipient)
