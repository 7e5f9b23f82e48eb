"""What is on hold in a case. The door asks here for the few steps that the table lets
wait; a referral, a child's safety, a notification and a submission never do."""

from heed import clock
from heed.cases.kept import rows_of
from heed.cases.models import Case, Hold, ParallelProcess
from heed.partnership.one_look import asked_once
from heed.rulebook.circumstances import Circumstance
from heed.rulebook.language import Blocks, Step
from heed.rulebook.parallel import BLOCKS, KINDS, Kind
from heed.rulebook.process import LIFT_HOLD
from heed.rulebook.roles import ROLES
from heed.rulebook.words import in_words
from heed.ui.sentences import lowered


@asked_once
def holds_of(case: Case) -> list[Hold]:
    """Everything that was ever put on hold, what stands before what was lifted."""
    kept = rows_of(Hold, case).select_related("process")
    return sorted(kept, key=lambda hold: (hold.lifted_at is not None, hold.set_at))


@asked_once
def processes_of(case: Case) -> list[ParallelProcess]:
    """What runs or ran beside a case, what runs before what is over."""
    kept = rows_of(ParallelProcess, case)
    return sorted(kept, key=lambda process: (process.is_over, process.noted_at))


def how_it_stands(process: ParallelProcess) -> str:
    """What comes next of it, or since when it is over, in one line without a name."""
    if process.ended_on:
        return f"Over since {in_words(process.ended_on)}"
    return f"Runs; next {in_words(process.next_on)}" if process.next_on else "Runs"


def standing_holds(case: Case, blocks: Blocks | None = None) -> list[Hold]:
    """The holds that nobody has lifted: all of them, or those on one thing."""
    standing = [hold for hold in holds_of(case) if hold.lifted_at is None]
    return [hold for hold in standing if blocks in {None, hold.blocks}]


def why_held(step: Step, spine) -> str | None:
    """What keeps this step from being taken, with its reason and the day on which it is
    looked at again; None where nothing does."""
    if step.held_by is None or not isinstance(spine, Case):
        return None
    standing = Hold.objects.filter(case=spine, blocks=step.held_by, lifted_at=None)
    first = standing.first()
    return said_of(first) if first else None


def said_of(hold: Hold) -> str:
    """A hold in words, for whoever meets it."""
    return (
        f"On hold: {lowered(BLOCKS[Blocks(hold.blocks)])}. {hold.reason.rstrip('.')}. "
        f"It was set by {hold.set_by} and is looked at again on "
        f"{in_words(hold.review_on)}. Under what runs beside the case, {lets_go_on()} "
        "may let it go on."
    )


def lets_go_on() -> str:
    """Who lets something go on that is on hold."""
    roles = sorted(f"a {lowered(ROLES[role].label)}" for role in LIFT_HOLD.by)
    return f"{', '.join(roles[:-1])} or {roles[-1]}"


def to_look_at(case: Case, *, at) -> list[Hold]:
    """The standing holds whose day to look again has come."""
    today = clock.london_date(at)
    return [hold for hold in standing_holds(case) if hold.review_on <= today]


def is_shown_from_the_register(case: Case, circumstance: Circumstance) -> bool:
    """Whether a circumstance is shown because something in the register stands: it is
    ended there, and not by hand."""
    running = {KINDS[Kind(one.kind)].circumstance for one in running_in(case)}
    holds = {Circumstance.PUBLICATION_ON_HOLD} if held_from_publication(case) else set()
    return circumstance in running | holds


def running_in(case: Case) -> list[ParallelProcess]:
    """What runs beside a case now."""
    return [one for one in processes_of(case) if not one.is_over]


def held_from_publication(case: Case) -> bool:
    """Whether a hold on publication stands."""
    return bool(standing_holds(case, Blocks.PUBLICATION))
