"""Roles in sentences, and what each may do: printed from the rulebook."""

from collections.abc import Iterator

from heed.config.written.markdown import bullets, filled, sentence, table, wrapped
from heed.partnership.grants import MAY_GRANT
from heed.rulebook import process
from heed.rulebook.language import Role, Step
from heed.rulebook.outcomes import label
from heed.rulebook.roles import (
    EXCLUSIONS,
    HAS_AN_ALTERNATE,
    HOLDS_A_SEAT,
    ROLES,
    SEATS,
    SEES_NO_CASE,
    WITHOUT_ACCOUNT,
    named,
)


def roles_and_permissions() -> bytes:
    """docs/for-partnerships/roles-and-permissions.md."""
    return filled(
        "roles-and-permissions.md",
        {
            "roles": _roles,
            "exclusions": _exclusions,
            "several people": _several_people,
            "never stopped": _never_stopped,
            "closed until": _closed_until,
        },
    )


def steps_of(role: Role) -> Iterator[tuple[str, list[Step]]]:
    """The steps that a role may take, under the part of the way that they belong to."""
    for part, steps in process.PARTS.items():
        if taken := [step for step in steps if role in step.by]:
            yield part, taken


def _roles() -> str:
    return "\n\n".join(_role(role) for role in ROLES)


def _role(role: Role) -> str:
    words = ROLES[role]
    parts = [
        f"### {words.label}",
        wrapped(f"{words.sentence} {words.never}"),
        bullets(_about(role)),
        *_steps(role),
    ]
    return "\n\n".join(filter(None, parts))


def _about(role: Role) -> Iterator[str]:
    if role in WITHOUT_ACCOUNT:
        yield "Has no account."
    elif givers := [giver for giver, may in MAY_GRANT.items() if role in may]:
        yield f"Invited by: {_listed(named(givers))}."
    if role in HOLDS_A_SEAT:
        held = SEATS.values() if role != Role.LOCAL_AUTHORITY_NOTIFIER else ()
        yield f"Speaks for one body: {_listed(list(held) or ['local authority'])}."
    if role in HAS_AN_ALTERNATE:
        yield "Names an alternate of the same body, who may act in their place."
    if role in SEES_NO_CASE:
        yield "Can be on no case's list."


def _steps(role: Role) -> Iterator[str]:
    for part, steps in steps_of(role):
        yield f"*{sentence(part)}*"
        yield bullets(_step(step) for step in steps)


def _step(step: Step) -> str:
    seat = f" ({SEATS[step.seat].lower()} only)" if step.seat else ""
    return f"{step.name}{seat}"


def _exclusions() -> str:
    return bullets(
        f"{ROLES[each.role].label}: not together with "
        f"{_listed(named(each.others))}"
        f"{', in any partnership' if each.anywhere else ''}. {each.why}"
        for each in EXCLUSIONS
    )


def _several_people() -> str:
    rows = [
        (f"{step.name}{outcome}", str(people), _by(step))
        for step in process.STEPS.values()
        for outcome, people in _signed(step)
        if people > 1
    ]
    return table(("Step", "People", "By"), rows)


def _signed(step: Step) -> Iterator[tuple[str, int]]:
    """How many people a step takes, and each outcome of it that takes more."""
    yield "", step.signatures
    for outcome in step.outcomes:
        yield f": {label(outcome).lower()}", step.follows(outcome).signatures


def _never_stopped() -> str:
    return bullets(s.name for s in process.STEPS.values() if s.never_stopped)


def _closed_until() -> str:
    closed = [step for step in process.STEPS.values() if step.closed_until]
    rows = [(step.name, sentence(step.closed_until)) for step in closed]
    return table(("Step", "Closed until"), rows)


def _by(step: Step) -> str:
    return ", ".join(named(step.by))


def _listed(labels: list[str]) -> str:
    *before, last = [_within(label) for label in labels]
    return f"{', '.join(before)} or {last}" if before else last


def _within(label: str) -> str:
    """A label within a sentence; the Panel keeps its capital."""
    return label if label.startswith("Panel") else label[:1].lower() + label[1:]
