"""The table as plain rows, for the page “How this works” and for docs/process.md."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from heed.rulebook import process
from heed.rulebook.clocks import (
    ADVANCE_COPY,
    AVAILABILITY,
    CLOCKS,
    RAPID_REVIEW_DUE,
    REPORT_DUE,
)
from heed.rulebook.counting import Due, due
from heed.rulebook.language import Clock, Limit, Next, Role, Stage, Step
from heed.rulebook.outcomes import label
from heed.rulebook.process import stages
from heed.rulebook.process.stages import STAGES
from heed.rulebook.roles import ROLES, SEATS, named_briefly
from heed.rulebook.words import (
    counted,
    counted_from_in_words,
    force_in_words,
    period_in_words,
)

# A step open at this many stages is told once, not under each of them.
ALMOST_ANY = 16

NAMED_WHEN_LEFT_OUT = 3
GROUPS = {
    "any stage from the rapid review on": stages.AFTER_NOTIFICATION,
    "any open stage of a case": stages.A_CASE,
    "any stage of a case, open or not": stages.A_CASE_OR_PAST,
    "any open stage": stages.OPEN,
    "any stage": stages.ANY,
    "any stage, also of one that was joined": stages.EVERY,
}

# One worked chain: known on 30 March 2026, sent on 2 April, decided on 27 April.
EXAMPLES = {
    RAPID_REVIEW_DUE.slug: date(2026, 4, 2),
    REPORT_DUE.slug: date(2026, 4, 27),
    ADVANCE_COPY.slug: date(2026, 10, 27),
    AVAILABILITY.slug: date(2026, 10, 27),
}
USUAL_EXAMPLE = date(2026, 3, 30)


@dataclass(frozen=True, kw_only=True)
class OutcomeRow:
    """What follows a step, or one outcome of it."""

    outcome: str
    label: str
    then: str
    starts: tuple[str, ...]
    stops: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class StepRow:
    """One step in plain words."""

    slug: str
    transition: str
    name: str
    at: str
    by: tuple[str, ...]
    seat: str
    outcomes: tuple[OutcomeRow, ...]
    reasons: str
    tells: tuple[str, ...]
    never_stopped: bool
    closed_until: str
    held_by: str
    signatures: int
    source: str


@dataclass(frozen=True, kw_only=True)
class StageRow:
    """One stage in plain words, with the steps that belong to it."""

    slug: str
    label: str
    sentence: str
    steps: tuple[StepRow, ...]


@dataclass(frozen=True, kw_only=True)
class PartRow:
    """One part of the way, with its steps in order."""

    sentence: str
    steps: tuple[StepRow, ...]


@dataclass(frozen=True, kw_only=True)
class ClockRow:
    """One clock in plain words, with a worked example where a period is set."""

    slug: str
    reference: str
    name: str
    period: str
    counted: str
    stopped_by: str
    force: str
    source: str
    late_needs: str
    kept: str
    started_by: tuple[str, ...]
    example: Due | None


@dataclass(frozen=True, kw_only=True)
class RoleRow:
    """One role in plain words, with the steps that it may take."""

    slug: str
    label: str
    sentence: str
    never: str
    steps: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class Rows:
    """The whole table."""

    stages: tuple[StageRow, ...]
    parts: tuple[PartRow, ...]
    almost_any: tuple[StepRow, ...]
    clocks: tuple[ClockRow, ...]
    roles: tuple[RoleRow, ...]


def as_rows() -> Rows:
    """The process as plain rows that a page can show."""
    steps = process.STEPS.values()
    return Rows(
        stages=tuple(_stage(stage, steps) for stage in STAGES),
        parts=tuple(
            PartRow(sentence=sentence, steps=tuple(map(step_row, part)))
            for sentence, part in process.PARTS.items()
        ),
        almost_any=tuple(map(step_row, filter(_at_almost_any, steps))),
        clocks=tuple(_clock(clock) for clock in CLOCKS.values()),
        roles=tuple(_role(role, steps) for role in ROLES),
    )


def step_row(step: Step) -> StepRow:
    """One step in plain words."""
    return StepRow(
        slug=step.slug,
        transition=step.transition,
        name=step.name,
        at=stages_in_words(step.at),
        by=tuple(named_briefly(step.by)),
        seat=SEATS[step.seat] if step.seat else "",
        outcomes=_outcomes(step),
        reasons=step.reasons,
        tells=(*(ROLES[role].label for role in step.tells), *step.tells_outside),
        never_stopped=step.never_stopped,
        closed_until=step.closed_until,
        held_by=step.held_by or "",
        signatures=step.signatures,
        source=str(step.source),
    )


def stages_in_words(at: frozenset[Stage]) -> str:
    """The stages at which a step may be taken, as briefly as they can be said."""
    for words, group in GROUPS.items():
        left_out = group - at
        if at <= group and len(left_out) <= NAMED_WHEN_LEFT_OUT < len(at):
            return f"{words}, but not {_labels(left_out)}" if left_out else words
    return _labels(at)


def _labels(at: frozenset[Stage]) -> str:
    return ", ".join(words.label for stage, words in STAGES.items() if stage in at)


def _at_almost_any(step: Step) -> bool:
    return len(step.at) >= ALMOST_ANY


def _outcomes(step: Step) -> tuple[OutcomeRow, ...]:
    if isinstance(step.leads_to, Next):
        return (_outcome("", step.leads_to),)
    return tuple(_outcome(*each) for each in step.leads_to.items())


def _outcome(outcome: str, following: Next) -> OutcomeRow:
    return OutcomeRow(
        outcome=outcome,
        label=label(outcome) if outcome else "",
        then=_then(following),
        starts=tuple(clock.name for clock in following.starts),
        stops=tuple(clock.name for clock in following.stops),
    )


def _then(following: Next) -> str:
    people, lasts = following.signatures, following.good_for
    parts = (
        STAGES[following.stage].label if following.stage else "",
        f"when {people} different people say so" if people > 1 else "",
        _good_for(lasts) if lasts else "",
    )
    return "; ".join(filter(None, parts))


def _good_for(lasts: Limit) -> str:
    return f"good for {counted(lasts.number, lasts.unit)} after it was said"


def _stage(stage: Stage, steps: Iterable[Step]) -> StageRow:
    return StageRow(
        slug=stage,
        label=STAGES[stage].label,
        sentence=STAGES[stage].sentence,
        steps=tuple(
            step_row(step)
            for step in steps
            if stage in step.at and not _at_almost_any(step)
        ),
    )


def _clock(clock: Clock) -> ClockRow:
    return ClockRow(
        slug=clock.slug,
        reference=clock.reference,
        name=clock.name,
        period=period_in_words(clock),
        counted=counted_from_in_words(clock),
        stopped_by=clock.stopped_by,
        force=force_in_words(clock.force),
        source=str(clock.source),
        late_needs=clock.late_needs,
        kept=clock.kept,
        started_by=tuple(step.name for step in _starting(clock)),
        example=_example(clock),
    )


def _example(clock: Clock) -> Due | None:
    day = EXAMPLES.get(clock.slug, USUAL_EXAMPLE)
    return due(clock, day) if clock.limit else None


def _starting(clock: Clock) -> Sequence[Step]:
    return [step for step in process.STEPS.values() if clock in clocks_started(step)]


def clocks_started(step: Step) -> frozenset[Clock]:
    """Every clock that this step may start, whatever its outcome."""
    return frozenset(clock for each in ways_on(step) for clock in each.starts)


def clocks_stopped(step: Step) -> frozenset[Clock]:
    """Every clock that this step may stop, whatever its outcome."""
    return frozenset(clock for each in ways_on(step) for clock in each.stops)


def ways_on(step: Step) -> tuple[Next, ...]:
    """What may follow a step, in the order of its outcomes."""
    if isinstance(step.leads_to, Next):
        return (step.leads_to,)
    return tuple(step.leads_to.values())


def _role(role: Role, steps: Iterable[Step]) -> RoleRow:
    return RoleRow(
        slug=role,
        label=ROLES[role].label,
        sentence=ROLES[role].sentence,
        never=ROLES[role].never,
        steps=tuple(step.name for step in steps if role in step.by),
    )
