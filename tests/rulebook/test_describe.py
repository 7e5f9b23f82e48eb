"""The table as a page, and as rows for the page “How this works”."""

import runpy
from pathlib import Path

from heed.rulebook import describe, process
from heed.rulebook.clocks import CLOCKS
from heed.rulebook.escalation import RUNGS
from heed.rulebook.language import Role, Stage
from heed.rulebook.roles import ROLES
from heed.rulebook.rows import as_rows, stages_in_words

PAGE = Path(__file__).parents[2] / "docs" / "process.md"


def test_the_page_is_current():
    # If this fails, run `make process` and read what changed.
    assert PAGE.read_text(encoding="utf-8") == describe.as_markdown()


def test_it_prints_the_page(capsys):
    runpy.run_path(describe.__file__, run_name="__main__")
    assert capsys.readouterr().out == describe.as_markdown()


def test_the_page_draws_the_way_of_a_case():
    page = describe.as_markdown()
    assert "```mermaid\nstateDiagram-v2\n" in page
    way = "notification_decided --> rapid_review: Record that the Panel was notified"
    assert way in page
    for stage in Stage:
        assert f" as {stage}\n" in page


def test_every_table_of_the_page_is_a_table():
    columns = 0
    for line in describe.as_markdown().splitlines():
        if line.startswith("|"):
            columns = columns or line.count("|")
            assert line.count("|") == columns, line
        else:
            columns = 0


def test_the_page_names_every_step_every_clock_and_every_role():
    page = describe.as_markdown()
    for step in process.STEPS.values():
        assert step.name in page
        assert all(ROLES[role].label in page for role in step.tells)
    for clock in CLOCKS.values():
        assert f"| {clock.reference} | {clock.name} |" in page
        assert f"| {clock.kept or 'by the steps of a case'} |" in page


def test_the_page_says_who_is_told_of_what_stays_late_and_when():
    page = describe.as_markdown()
    late = page.partition("## What stays late")[2].partition("\n## ")[0]
    assert late.count(" late | ") == sum(map(len, RUNGS.values()))
    one = "| Notify the Panel | 2 working days late | Lead safeguarding partner (local"
    assert one in late


def test_the_rows_hold_every_stage_step_clock_and_role():
    rows = as_rows()
    assert [stage.slug for stage in rows.stages] == list(Stage)
    assert [role.slug for role in rows.roles] == list(Role)
    assert [clock.slug for clock in rows.clocks] == list(CLOCKS)
    in_parts = [step.slug for part in rows.parts for step in part.steps]
    assert in_parts == list(process.STEPS)


def test_a_step_stands_under_its_stages_or_under_almost_any():
    rows = as_rows()
    almost_any = {step.slug for step in rows.almost_any}
    for stage in rows.stages:
        here = {step.slug for step in stage.steps}
        should = {s.slug for s in process.STEPS.values() if Stage(stage.slug) in s.at}
        assert here | (almost_any & should) == should
        assert not here & almost_any


def test_every_clock_with_a_period_has_a_worked_example():
    for clock in as_rows().clocks:
        assert (clock.example is None) is (CLOCKS[clock.slug].limit is None)
        if clock.example:
            assert clock.example.counting


def test_a_clock_says_which_step_starts_it():
    clocks = {clock.slug: clock for clock in as_rows().clocks}
    assert clocks["notification"].started_by == (process.SETTLE_AWARENESS.name,)


def test_stages_are_named_briefly_where_nearly_all_are_meant():
    assert stages_in_words(frozenset(Stage) - {Stage.MERGED}) == "any stage"
    assert stages_in_words(frozenset({Stage.CONCERN})) == "Concern"
    assert "but not Concern" in stages_in_words(process.SETTLE_AWARENESS.at)


def test_a_step_row_speaks_of_people_and_bodies():
    rows = {step.slug: step for part in as_rows().parts for step in part.steps}
    sent = rows["record_notification"]
    assert sent.seat == "Local authority"
    assert "Ofsted" in sent.tells
    assert sent.never_stopped
    assert rows["publish"].closed_until
    assert rows["confirm_decision"].signatures == 3
