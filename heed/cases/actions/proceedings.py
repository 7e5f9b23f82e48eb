"""What runs beside a case is noted, how it stands, and that it is over."""

from datetime import date

from heed.cases.access import why_not
from heed.cases.actions.holding import keep_hold
from heed.cases.belonging import belonging_to
from heed.cases.models import Case, ParallelProcess
from heed.cases.steps import Refused, Seen, carrying_out, then_take
from heed.rulebook import process
from heed.rulebook.language import Blocks
from heed.rulebook.parallel import KINDS, Kind

NO_DAY = "Say when what must wait is looked at again."
NO_REASON = "Say why it must wait, and who asked for that."


def note_process(
    case: Case,
    *,
    kind: Kind,
    body: str = "",
    reference: str = "",
    contact: str = "",
    began_on: date | None = None,
    next_on: date | None = None,
    next_step: str = "",
    words: str = "",
    forbids: list[Blocks] | tuple = (),
    why_forbids: str = "",
    look_again_on: date | None = None,
    by,
    at,
    seen: Seen | None = None,
) -> ParallelProcess:
    """Note that something runs beside a case, whose it is, whom to ask and what comes
    next. What it asks not to be done is on hold from this moment, as a step of its own,
    by who may put something on hold."""
    with carrying_out(process.NOTE_PROCESS, case, by=by, at=at, seen=seen) as it:
        if forbids:
            _may_hold(it, why_forbids, look_again_on, by=by, at=at)
        kept = ParallelProcess.objects.create(
            **belonging_to(it),
            kind=kind,
            began_on=began_on,
            next_on=next_on,
            noted_at=at,
            noted_by=by.actor_name,
            body=body or None,
            reference=reference or None,
            contact=contact or None,
            next_step=next_step or None,
            words=words or None,
        )
        if forbids:
            until = {"review_on": look_again_on, "reason": why_forbids}
            _hold(it, kept, forbids, **until, by=by, at=at)
        _show_circumstances(it)
    return kept


def amend_process(
    running: ParallelProcess,
    *,
    body: str,
    reference: str,
    contact: str,
    next_on: date | None,
    next_step: str,
    words: str,
    by,
    at,
    seen: Seen | None = None,
) -> ParallelProcess:
    """Write down how it stands now: whom to ask, and what comes next."""
    with carrying_out(process.AMEND_PROCESS, running, by=by, at=at, seen=seen) as it:
        it.next_on = next_on
        it.body, it.reference = body or None, reference or None
        it.contact, it.next_step = contact or None, next_step or None
        it.words, it.changed_at = words or None, at
        it.save(
            update_fields=[
                "changed_at",
                "next_on",
                "body",
                "reference",
                "contact",
                "next_step",
                "words",
            ]
        )
    return it


def end_process(
    running: ParallelProcess,
    *,
    ended_on: date,
    reasons: str,
    by,
    at,
    seen: Seen | None = None,
) -> ParallelProcess:
    """Record that it is over, and how it ended. What is on hold because of it stays so
    until somebody lets it go on."""
    with carrying_out(
        process.END_PROCESS,
        running,
        by=by,
        at=at,
        effective_on=ended_on,
        reasons=reasons,
        seen=seen,
    ) as it:
        if it.is_over:
            raise Refused("It is recorded already that this is over.")
        it.ended_on, it.next_on, it.changed_at = ended_on, None, at
        it.save(update_fields=["ended_on", "next_on", "changed_at"])
        _show_circumstances(it.case)
    return it


def _hold(case: Case, of: ParallelProcess, forbids, *, reason, review_on, by, at):
    for blocks in forbids:
        said = {"blocks": blocks, "reason": reason, "review_on": review_on}
        keep_hold(case, **said, of=of, by=by, at=at)
    then_take(case, process.SET_HOLD, by=by, at=at, reasons=reason)


def _may_hold(case: Case, why: str, look_again_on: date | None, *, by, at) -> None:
    if refused := why_not(process.SET_HOLD, case, by, at=at):
        raise Refused(
            f"{refused} Note it without anything that must wait, and ring one."
        )
    if look_again_on is None:
        raise Refused(NO_DAY)
    if not why.strip():
        raise Refused(NO_REASON)


def _show_circumstances(case: Case) -> None:
    """What runs stands among the circumstances of a case, what is over does not; what
    somebody noted of other things stays."""
    of_kinds = {words.circumstance for words in KINDS.values() if words.circumstance}
    kept = ParallelProcess.objects.filter(case=case)
    ever = {KINDS[Kind(one.kind)].circumstance for one in kept}
    running = {KINDS[Kind(one.kind)].circumstance for one in kept if not one.is_over}
    flags = set(case.flags) - (ever & of_kinds) | (running & of_kinds)
    case.flags = sorted(flags)
    case.save(update_fields=["flags"])
