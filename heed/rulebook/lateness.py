"""What is done late and wants a reason: by which steps a clock is met, and which of
them ask for the reason themselves."""

from heed.rulebook import process
from heed.rulebook.language import Clock, Step
from heed.rulebook.process.publication.deciding import DECIDE_ON_PUBLICATION

# The form of these steps asks why it is late; what is not said there is a gap already.
ASKS_ITSELF = frozenset({process.RECORD_NOTIFICATION, process.SEND_TO_PANEL})
# What ends a clock because nothing is owed any more meets nothing.
CALLS_OFF = frozenset(
    {
        process.CLOSE_WITHOUT_REVIEW,
        process.DECIDE_ON_NOTIFICATION,
        DECIDE_ON_PUBLICATION,
        process.RECONSIDER,
        process.SIGN_OFF_RAPID_REVIEW,
        process.WITHDRAW_NOTIFICATION,
    }
)
MET, CALLED_OFF = "met", "called_off"


def how_it_ends(step: Step) -> str:
    """How a clock ends by this step: what it waits for has been done, or is not owed
    any more."""
    return CALLED_OFF if step in CALLS_OFF else MET


def wants_a_reason(step: Step, clock: Clock) -> bool:
    """Whether it stays open why this clock was met late by this step, until somebody
    says so: not where a decision ends it, and not where the step itself asks."""
    meets = not step.outcomes and step not in CALLS_OFF
    return clock.asks_why_late and meets and not asks_itself(step, clock)


def asks_itself(step: Step, clock: Clock) -> bool:
    """Whether the reason that the form of a step asks for is about this clock: about
    one that the step ends, not about one that it starts and that was met already."""
    return step in ASKS_ITSELF and clock in step.follows(at=None).stops


def gap_of(clock: Clock) -> str:
    """What the gap is called by which somebody is asked why a clock was met late."""
    return f"late.{clock.slug}"


def gaps_filled(clock: Clock) -> tuple[str, ...]:
    """The gaps that are filled when somebody says why this clock was late."""
    asking = [step for step in ASKS_ITSELF if clock in step.follows(at=None).stops]
    return (gap_of(clock), *(f"reasons.{step.slug}" for step in asking))
