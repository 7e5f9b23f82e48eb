"""A page is withdrawn at once by one person, or taken down after a year by two."""

from heed import clock
from heed.cases.models import Case, Deadline
from heed.cases.steps import Refused, Seen, carrying_out
from heed.partnership.queries import holidays_for
from heed.publications.actions.beginning import begun
from heed.publications.actions.handing import keep_going
from heed.publications.actions.telling import (
    ask_again_to_confirm,
    tell_of_withdrawal,
)
from heed.publications.availability import days_between, first_day_to_remove
from heed.publications.beside import BESIDE
from heed.publications.models import HandOver, Publication
from heed.rulebook import process
from heed.rulebook.clocks import WITHDRAWAL_CONFIRMED
from heed.rulebook.gone import GoneBecause
from heed.rulebook.working_days import why_not_working


def withdraw_published(
    case: Case,
    *,
    reasons: str,
    leave_briefings: bool = False,
    because: str = GoneBecause.PRIVACY,
    by,
    at,
    seen: Seen | None = None,
) -> Publication:
    """Withdraw what is public, at once: it is gone at the next request, and so are the
    briefings made from it unless they are to stay. Where it stood the public reads why,
    as a code says. A second person confirms it within one working day."""
    with carrying_out(
        process.WITHDRAW_PUBLISHED, case, by=by, at=at, reasons=reasons, seen=seen
    ) as it:
        kept = _public(it, by=by, at=at)
        kept.withdrawn_at, kept.withdrawn_by = at, by
        kept.withdrawal_confirmed_at, kept.withdrawal_confirmed_by = None, ""
        kept.save(
            update_fields=[
                "withdrawn_at",
                "withdrawn_by",
                "withdrawal_confirmed_at",
                "withdrawal_confirmed_by",
            ]
        )
        _take_away(kept, HandOver.What.WITHDRAW, because=because, by=by, at=at)
        for beside in [] if leave_briefings else BESIDE:
            beside.withdraw(it, because=because, by=by, at=at)
        tell_of_withdrawal(it, by=by, at=at)
    return kept


def confirm_withdrawal(case: Case, *, by, at, seen: Seen | None = None) -> Publication:
    """Confirm an urgent withdrawal as the second person, with all that went then."""
    with carrying_out(process.CONFIRM_WITHDRAWAL, case, by=by, at=at, seen=seen) as it:
        kept = begun(it, by=by, at=at)
        if kept.withdrawn_at is None or kept.withdrawal_confirmed_at:
            raise Refused("No withdrawal waits to be confirmed.")
        if kept.withdrawn_by_id == by.pk:
            raise Refused("A second person confirms what you have withdrawn.")
        kept.withdrawal_confirmed_at = at
        kept.withdrawal_confirmed_by = by.actor_name
        kept.save(update_fields=["withdrawal_confirmed_at", "withdrawal_confirmed_by"])
        for beside in BESIDE:
            beside.confirm(it, since=kept.withdrawn_at, by=by, at=at)
    return kept


def agree_to_remove(
    case: Case, *, reasons: str, by, at, seen: Seen | None = None
) -> Publication:
    """Say, as the first of two people, that a report need not stay. Before it has been
    public for a year this is refused."""
    with carrying_out(
        process.AGREE_TO_REMOVE, case, by=by, at=at, reasons=reasons, seen=seen
    ) as it:
        kept = _public(it, by=by, at=at)
        _must_be_a_year_old(kept, at=at)
        kept.removal_agreed_by = by
        kept.save(update_fields=["removal_agreed_by"])
    return kept


def remove_published(
    case: Case,
    *,
    reasons: str,
    leave_briefings: bool = False,
    by,
    at,
    seen: Seen | None = None,
) -> Publication:
    """Take a report down in the ordinary way, as the second of two people, after a
    year, and the briefings made from it unless they are to stay; a briefing that stands
    for a report goes with the decision. What must go before that is withdrawn."""
    with carrying_out(
        process.REMOVE_PUBLISHED, case, by=by, at=at, reasons=reasons, seen=seen
    ) as it:
        kept = _public(it, by=by, at=at)
        _must_be_a_year_old(kept, at=at)
        if kept.removal_agreed_by_id in {None, by.pk}:
            raise Refused("Two people agree to it: another person says so first.")
        kept.removed_at, kept.removal_agreed_by = at, None
        kept.save(update_fields=["removed_at", "removal_agreed_by"])
        time = GoneBecause.TIME
        _take_away(kept, HandOver.What.REMOVE, because=time, by=by, at=at)
        stay = leave_briefings and not kept.is_briefing_alone
        for beside in [] if stay else BESIDE:
            beside.withdraw(it, because=time, by=by, at=at)
            beside.confirm(it, since=at, by=by, at=at)  # two people agreed to it
    return kept


def _public(case: Case, *, by, at) -> Publication:
    kept = begun(case, by=by, at=at)
    if not kept.is_public:
        raise Refused("Nothing of this case is public now.")
    return kept


def _must_be_a_year_old(kept: Publication, *, at) -> None:
    first = first_day_to_remove(kept)
    if clock.london_date(at) < first:
        raise Refused(
            "A published review stays public for at least a year, with all that came "
            "later to stand beside it; days on which it was away do not count: until "
            f"{first.day} {first:%B %Y}. If it could harm somebody, withdraw it."
        )


def come_back(kept: Publication, *, by, at) -> None:
    """Let what was taken off be public again, inside the step that hands it down; the
    days on which it was away do not count towards its year."""
    if not kept.is_away:
        return
    gone = min(filter(None, (kept.withdrawn_at, kept.removed_at)))
    for paper in kept.papers.exclude(published_hash=""):
        paper.days_away += days_between(gone, at)
        paper.save(update_fields=["days_away"])
    kept.withdrawn_at = kept.withdrawn_by = kept.removed_at = None
    kept.withdrawal_confirmed_at = None
    kept.save(
        update_fields=[
            "withdrawn_at",
            "withdrawn_by",
            "removed_at",
            "withdrawal_confirmed_at",
        ]
    )


def _take_away(kept: Publication, what: str, *, because: str, by, at) -> None:
    shown = HandOver.objects.filter(case=kept.case, what=HandOver.What.RECEIVE)
    ours = set(kept.papers.values_list("library_id", flat=True))
    for library_id in ours & set(shown.values_list("library_id", flat=True)):
        keep_going(kept.case, library_id, what, because=because, by=by, at=at)


def ask_who_confirms_withdrawals(*, by, at) -> int:
    """Ask again, each working day, for the second person whom a withdrawal still lacks
    after its day: the scrutineer too. The page stays withdrawn; how many wait."""
    today = clock.london_date(at)
    waiting = Deadline.objects.filter(
        clock=WITHDRAWAL_CONFIRMED.slug,
        superseded_at=None,
        met_on=None,
        due_on__lt=today,
    )
    late = list(waiting.select_related("case__partnership"))
    for each in late:
        if not why_not_working(today, holidays_for(each.case.partnership)):
            ask_again_to_confirm(each.case, once=str(today), by=by, at=at)
    return len(late)
