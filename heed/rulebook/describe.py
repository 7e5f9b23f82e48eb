"""Prints the table as a page: `python -m heed.rulebook.describe > docs/process.md`."""

import sys
from collections.abc import Iterable, Iterator, Sequence

from heed.rulebook import deciding, process
from heed.rulebook.contents import REPORT_DUTIES, SUBMISSION
from heed.rulebook.counting import Due
from heed.rulebook.criteria.questions import DecisionRecord
from heed.rulebook.criteria.records import DECISION_RECORDS
from heed.rulebook.editions import REGIMES
from heed.rulebook.escalation import RUNGS, Rung
from heed.rulebook.language import Role, Stage, Step
from heed.rulebook.process.stages import COMES_AFTER, STAGES
from heed.rulebook.recipients import LABELS as RECIPIENTS
from heed.rulebook.recipients import PAPERS, Recipient
from heed.rulebook.roles import ROLES, SEATS
from heed.rulebook.rows import ClockRow, OutcomeRow, Rows, StepRow, ways_on
from heed.rulebook.rows import as_rows as as_rows  # noqa: PLC0414  offered here too
from heed.rulebook.words import counted, in_words

# These are counted on the page day by day; the others are counted alike.
DAY_BY_DAY = (
    "notification",
    "rapid_review",
    "publication",
    "advance_copy",
    "availability",
)

# A step that may be taken at more stages than this is drawn from one of them.
DRAWN_FROM = 3

INTRODUCTION = """\
# The process

This page is printed from `heed/rulebook`, which is what Heed runs by: who may do what,
when, what follows, which clock runs and who says so. Do not edit it; change the table
and run `make process`.

Nothing missing stops a referral, a child being made safe, a notification or a
submission: what is missing becomes a named gap that travels with it. Only publication,
disclosure and destruction stay closed until what they need stands. No clock pauses.
"""

STEP_HEADINGS = (
    *("Step", "", "At", "By", "Tells"),
    *("If", "Then", "Starts", "Stops", "Source"),
)
CLOCK_HEADINGS = (
    *("", "Clock", "Period", "From", "Until", "Kept"),
    *("Force", "If late", "Source"),
)


def as_markdown() -> str:
    """The whole table as one page of Markdown."""
    rows = as_rows()
    parts = (
        [INTRODUCTION],
        _picture(),
        _stages(rows),
        _clocks(rows),
        _what_stays_late(),
        _decisions(),
        _papers(),
        _roles(rows),
        _editions(),
    )
    return "\n".join(line for part in parts for line in part)


def main() -> None:
    """Print the page."""
    sys.stdout.write(as_markdown())


def _picture() -> Iterator[str]:
    yield "## The way of a case\n"
    yield "```mermaid"
    yield "stateDiagram-v2"
    for stage, words in STAGES.items():
        yield f'    state "{words.label}" as {stage}'
    yield f"    [*] --> {Stage.CONCERN}"
    yield from dict.fromkeys(
        arrow for step in process.STEPS.values() for arrow in _arrows(step)
    )
    yield f"    {Stage.ARCHIVED} --> [*]"
    yield "```\n"
    yield (
        f"A step that may be taken at more than {DRAWN_FROM} stages is drawn from the "
        "usual one only; the tables name them all.\n"
    )


def _arrows(step: Step) -> Iterator[str]:
    for following in ways_on(step):
        if following.stage:
            left = step.at - following.stays_at - {following.stage}
            for origin in _drawn(left, following.stage):
                yield f"    {origin} --> {following.stage}: {step.name}"


def _drawn(origins: frozenset[Stage], reached: Stage) -> Sequence[Stage]:
    in_order = [stage for stage in Stage if stage in origins]
    if len(in_order) <= DRAWN_FROM:
        return in_order
    usual = COMES_AFTER.get(reached)
    return [usual] if usual in origins else in_order[:1]


def _stages(rows: Rows) -> Iterator[str]:
    yield "## Stages\n"
    lines = (
        (stage.label, stage.sentence, "; ".join(step.name for step in stage.steps))
        for stage in rows.stages
    )
    yield from _table(("Stage", "What it means", "What may be done"), lines)
    names = "; ".join(step.name for step in rows.almost_any)
    yield f"At almost any stage: {names}.\n"
    yield "## Steps\n"
    for part in rows.parts:
        yield f"### {part.sentence.removesuffix('.')}\n"
        yield from _table(STEP_HEADINGS, _step_lines(part.steps))


def _step_lines(steps: Iterable[StepRow]) -> Iterator[Sequence[str]]:
    for step in steps:
        first, *others = step.outcomes
        seat = f" ({step.seat.lower()})" if step.seat else ""
        by = f"{', '.join(step.by)}{seat}"
        name, tells = f"{step.name}{_remarks(step)}", ", ".join(step.tells)
        what = (name, step.transition, step.at, by, tells)
        yield (*what, *_follows(first), step.source)
        for outcome in others:
            yield (*[""] * len(what), *_follows(outcome), "")


def _follows(outcome: OutcomeRow) -> Sequence[str]:
    starts, stops = "; ".join(outcome.starts), "; ".join(outcome.stops)
    return (outcome.label, outcome.then, starts, stops)


def _remarks(step: StepRow) -> str:
    remarks = [
        "nothing missing stops it" if step.never_stopped else "",
        f"{step.signatures} different people" if step.signatures > 1 else "",
        f"closed until {step.closed_until}" if step.closed_until else "",
        f"waits while {step.held_by} is on hold" if step.held_by else "",
    ]
    said = "; ".join(filter(None, remarks))
    return f" — {said}" if said else ""


def _clocks(rows: Rows) -> Iterator[str]:
    yield "## Clocks\n"
    yield from _table(CLOCK_HEADINGS, (_clock_line(clock) for clock in rows.clocks))
    yield "### How they are counted\n"
    yield (
        "The day itself is day 0 and never counts. Working days are Monday to Friday, "
        "bank holidays of England and Wales left out. Months and years run to the "
        "corresponding date, or to the last day of a month that has none. Each is "
        "due at the end of the day.\n"
    )
    for clock in rows.clocks:
        if clock.example and clock.slug in DAY_BY_DAY:
            yield from _example(clock, clock.example)


def _clock_line(clock: ClockRow) -> Sequence[str]:
    return (
        clock.reference,
        clock.name,
        clock.period,
        clock.counted.removeprefix("counted "),
        clock.stopped_by,
        clock.kept or "by the steps of a case",
        clock.force,
        clock.late_needs,
        clock.source,
    )


def _example(clock: ClockRow, example: Due) -> Iterator[str]:
    yield f"#### {clock.name}\n"
    yield (
        f"{clock.period}, {clock.counted}. From {in_words(example.counted_from)}: "
        f"**{in_words(example.due_on)}**.\n"
    )
    lines = (
        (in_words(day.date), "counts" if day.counts else "", day.why)
        for day in example.counting
    )
    yield from _table(("Day", "", "Why"), lines)


def _what_stays_late() -> Iterator[str]:
    yield "## What stays late\n"
    yield (
        "Each of these is told once, by an email with a reference and a day: those on "
        "the list of the case, or, where none of them stands on it, all who hold the "
        "role; never who is kept from the case. These are local arrangements: no "
        "guidance says who is told, nor when.\n"
    )
    lines = (
        (clock.name, f"{counted(rung.after, 'working day')} late", _told(rung))
        for clock, rungs in RUNGS.items()
        for rung in rungs
    )
    yield from _table(("What", "When", "Who is told"), lines)


def _told(rung: Rung) -> str:
    roles = (ROLES[role].label for role in Role if role in rung.tells)
    seat = f" ({SEATS[rung.seat].lower()})" if rung.seat else ""
    return f"{', '.join(roles)}{seat}"


def _decisions() -> Iterator[str]:
    yield "## Decisions\n"
    yield f"{deciding.CARRIED_WHEN} Source: {deciding.SOURCE}.\n"
    for record in DECISION_RECORDS.values():
        yield from _decision(record)


def _decision(record: DecisionRecord) -> Iterator[str]:
    yield f"### {record.reference}: {record.title}\n"
    yield f"{record.decided_by} {record.note}".strip() + "\n"
    lines = (
        (each.words, ", ".join(each.choices.values()), str(each.source))
        for each in record.questions
    )
    yield from _table(("Question", "Answers", "Source"), lines)
    if record.outcomes:
        yield f"It may end in: {'; '.join(record.choices().values())}.\n"


def _papers() -> Iterator[str]:
    yield "## Papers\n"
    yield "### What a rapid review tells the Panel, in this order\n"
    parts = (
        (part.title, part.tells, "essential" if part.essential else "")
        for part in SUBMISSION
    )
    yield from _table(("Part", "What it tells", ""), parts)
    yield "### What a report must and should do\n"
    duties = ((each.level, each.words, str(each.source)) for each in REPORT_DUTIES)
    yield from _table(("", "Duty", "Source"), duties)
    yield "### Who gets what\n"
    papers = (
        (paper.title, *(paper.goes_to.get(each, "") for each in Recipient), paper.note)
        for paper in PAPERS
    )
    yield from _table(("Paper", *RECIPIENTS.values(), ""), papers)


def _roles(rows: Rows) -> Iterator[str]:
    yield "## Roles\n"
    lines = ((role.label, role.sentence, role.never) for role in rows.roles)
    yield from _table(("Role", "What it does", "What it never does"), lines)


def _editions() -> Iterator[str]:
    yield "## Editions\n"
    yield "A case keeps the editions of its events; a decision stores its own.\n"
    lines = (
        (
            each.title,
            each.in_force_from.isoformat(),
            each.in_force_to.isoformat() if each.in_force_to else "",
            each.governs,
            "compared" if each.read else "not yet compared with the original",
        )
        for each in REGIMES
    )
    yield from _table(("Edition", "From", "To", "Governs", "Our wording"), lines)


def _table(headings: Sequence[str], lines: Iterable[Sequence[str]]) -> Iterator[str]:
    yield f"| {' | '.join(headings)} |"
    yield f"|{'---|' * len(headings)}"
    for line in lines:
        yield f"| {' | '.join(line)} |"
    yield ""


if __name__ == "__main__":
    main()
