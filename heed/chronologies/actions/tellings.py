"""People say which rows belong together and which do not, and take it back. No row is
changed by it, and none is taken away."""

from collections.abc import Collection, Iterable, Sequence
from datetime import datetime

from heed.cases.belonging import belonging_to
from heed.cases.models import Case
from heed.cases.steps import Refused, Seen, carrying_out
from heed.chronologies.models import Account, Row, Telling
from heed.chronologies.numbers import as_cited
from heed.chronologies.queries import cleared_for
from heed.chronologies.saying import print_of
from heed.rulebook import process

TWO = 2
TOO_FEW = "Name two rows or more."
NOT_SUGGESTED = (
    "This is not suggested any more: somebody answered it, or changed a row of it. "
    "Look at the list again."
)
NO_REASONS = "Please say why, in a sentence."
GONE = "Row {} is not in the newest file of its agency any more."
NOT_CLEARED = "Row {} is restricted, and you are not cleared to read it."
ARE_TOGETHER = "These rows are together already. Take that back first."
OVER = "This was taken back already."
NOT_ALL = "Only those who may read every account of an event change it."
LEFT = "This account was taken out already."


def confirm_telling(
    case: Case, *, kind: str, rows: Sequence[Row], why: str, by, at, seen=None
) -> Telling:
    """Say that rows belong together, as Heed suggested. Where some of them are of an
    event already, the others come to it."""
    with carrying_out(process.CONFIRM_TELLING, case, by=by, at=at, seen=seen) as it:
        fresh = _fresh(it, rows, by=by, at=at)
        return _put_together(it, kind, fresh, {"why": why}, by=by, at=at)


def join_rows(
    case: Case,
    *,
    kind: str,
    rows: Sequence[Row],
    reasons: str,
    by,
    at,
    seen: Seen | None = None,
) -> Telling:
    """Say by hand that rows belong together, with a sentence that says why."""
    with carrying_out(process.JOIN_ROWS, case, by=by, at=at, seen=seen) as it:
        if not reasons.strip():
            raise Refused(NO_REASONS)
        fresh = _fresh(it, rows, by=by, at=at)
        why = {"why": reasons, "by_hand": True}
        return _put_together(it, kind, fresh, why, by=by, at=at)


def refuse_telling(
    case: Case, *, kind: str, rows: Sequence[Row], why: str, by, at, seen=None
) -> Telling:
    """Say that rows do not belong together. They are not suggested again; those of them
    that are together already stay so."""
    with carrying_out(process.REFUSE_TELLING, case, by=by, at=at, seen=seen) as it:
        fresh = _fresh(it, rows, by=by, at=at)
        sides = _sides(it, kind, fresh)
        if len(set(sides)) < TWO:
            raise Refused(ARE_TOGETHER)
        refused = _begun(it, kind, belongs=False, by=by, at=at)
        for row, side in zip(fresh, sides, strict=True):
            _put(refused, row, {"why": why, "side": side}, by=by, at=at)
    return refused


def take_telling_back(telling: Telling, *, by, at, seen: Seen | None = None) -> Telling:
    """Take back what was said of rows: they stand as if nobody had said it."""
    how = {"by": by, "at": at, "seen": seen}
    with carrying_out(process.TAKE_TELLING_BACK, telling, **how) as it:
        _must_stand(it, by=by, at=at)
        _end(it, by=by, at=at)
    return it


def leave_event(account: Account, *, by, at, seen: Seen | None = None) -> Account:
    """Take one account out of an event, to which it is not suggested again. Of one
    account alone there is no event left."""
    with carrying_out(process.LEAVE_EVENT, account, by=by, at=at, seen=seen) as it:
        if it.left_at:
            raise Refused(LEFT)
        _must_stand(it.telling, by=by, at=at)
        _take_out([it], by=by, at=at)
        if it.telling.accounts.filter(left_at=None).count() < TWO:
            _end(it.telling, by=by, at=at)
    return it


def look_again(telling: Telling, *, by, at, seen: Seen | None = None) -> Telling:
    """Say of rows that were changed since that they belong together still. What a newer
    file has no more is of the event no more."""
    with carrying_out(process.CONFIRM_TELLING, telling, by=by, at=at, seen=seen) as it:
        _must_stand(it, by=by, at=at)
        standing = list(it.accounts.filter(left_at=None).select_related("row"))
        _take_out([one for one in standing if one.row.gone_in_id], by=by, at=at)
        kept = [one for one in standing if not one.row.gone_in_id]
        for one in kept:
            one.said = print_of(one.row.words)
            one.save(update_fields=["said"])
        if len(kept) < TWO:
            _end(it, by=by, at=at)
    return it


def say_if_agreed(
    telling: Telling, *, agreed: str, reasons: str, by, at, seen: Seen | None = None
) -> Telling:
    """Say whether the agencies agree on an event or dispute it, and on what. What was
    said before stays beside it."""
    with carrying_out(process.SAY_IF_AGREED, telling, by=by, at=at, seen=seen) as it:
        if not reasons.strip():
            raise Refused(NO_REASONS)
        _must_stand(it, by=by, at=at)
        it.agreed = Telling.Agreed(agreed)
        said = {"agreed": it.agreed, "because": reasons, "by": by.actor_name}
        it.agreed_said = [*(it.agreed_said or []), said | {"at": at.isoformat()}]
        it.save(update_fields=["agreed", "agreed_said"])
    return it


def _fresh(case: Case, rows: Collection[Row], *, by, at) -> list[Row]:
    """The rows as they are now: of this case, still told, and read by this person."""
    if not rows:
        raise Refused(NOT_SUGGESTED)
    found = Row.objects.filter(case=case, pk__in={row.pk for row in rows})
    fresh = list(found.order_by("number"))
    cleared = {"", *cleared_for(by, case, at=at)}
    for row in fresh:
        if row.gone_in_id:
            raise Refused(GONE.format(as_cited(row.number)))
        if row.restricted not in cleared:
            raise Refused(NOT_CLEARED.format(as_cited(row.number)))
    if len(fresh) < TWO:
        raise Refused(TOO_FEW)
    return fresh


def _put_together(
    case: Case, kind: str, rows: list[Row], why: dict, *, by, at
) -> Telling:
    known = _standing(case, kind, rows)
    for each in known:
        _must_read_all(each, by=by, at=at)
    into = known[0] if known else _begun(case, kind, belongs=True, by=by, at=at)
    mine = set(_rows_in(into))
    for row in rows:
        if row.pk not in mine:
            _put(into, row, why, by=by, at=at)
    for other in known[1:]:
        _bring_over(other, into, by=by, at=at)
    _end_refusals(into, by=by, at=at)
    if into.agreed:  # nobody has asked those who joined it since
        into.agreed = ""
        into.save(update_fields=["agreed"])
    return into


def _bring_over(other: Telling, into: Telling, *, by, at) -> None:
    """Two events that are one: the accounts of the second come to the first."""
    there = set(_rows_in(into))
    for account in other.accounts.filter(left_at=None).select_related("row"):
        if account.row_id not in there:
            kept = ("why", "by_hand", "said", "put_at", "put_by")
            said = {name: getattr(account, name) for name in kept}
            _put(into, account.row, said, by=by, at=at)
    both = [*(into.agreed_said or []), *(other.agreed_said or [])]
    into.agreed_said = sorted(both, key=lambda said: said["at"]) or None
    into.save(update_fields=["agreed_said"])
    _end(other, by=by, at=at, ended_by=into)


def _end_refusals(telling: Telling, *, by, at) -> None:
    """Who says that rows belong together takes back that they do not."""
    mine = set(_rows_in(telling))
    refused = Telling.objects.filter(
        case=telling.case, kind=telling.kind, belongs=False, over_at=None
    )
    for each in refused.filter(accounts__row__in=mine).distinct():
        sides = [one.side for one in each.accounts.all() if one.row_id in mine]
        if len(set(sides)) >= TWO:
            _must_read_all(each, by=by, at=at)
            _end(each, by=by, at=at, ended_by=telling)


def _standing(case: Case, kind: str, rows: Iterable[Row]) -> list[Telling]:
    """The events, or groups of rows that are there twice, in which rows stand."""
    found = Telling.objects.filter(
        case=case,
        kind=Telling.Kind(kind),
        belongs=True,
        over_at=None,
        accounts__row__in=[row.pk for row in rows],
        accounts__left_at=None,
    )
    return list(found.distinct().order_by("said_at", "pk"))


def _sides(case: Case, kind: str, rows: list[Row]) -> list[int]:
    """Which of these rows are together already, and which stand for themselves."""
    of_row = {}
    for telling in _standing(case, kind, rows):
        of_row |= dict.fromkeys(_rows_in(telling), telling.pk)
    keys = [of_row.get(row.pk, row.pk) for row in rows]
    return [keys.index(key) for key in keys]


def _rows_in(telling: Telling) -> list:
    standing = telling.accounts.filter(left_at=None)
    return list(standing.values_list("row_id", flat=True))


def _begun(case: Case, kind: str, *, belongs: bool, by, at: datetime) -> Telling:
    return Telling.objects.create(
        **belonging_to(case),
        kind=Telling.Kind(kind),
        belongs=belongs,
        said_at=at,
        said_by=by.actor_name,
    )


def _put(telling: Telling, row: Row, why: dict, *, by, at) -> None:
    now = {"said": print_of(row.words), "put_at": at, "put_by": by.actor_name}
    Account.objects.create(
        **belonging_to(telling.case), telling=telling, row=row, **(now | why)
    )


def _take_out(accounts: Iterable[Account], *, by, at) -> None:
    for one in accounts:
        one.left_at, one.left_by = at, by.actor_name
        one.save(update_fields=["left_at", "left_by"])


def _end(telling: Telling, *, by, at, ended_by: Telling | None = None) -> None:
    """End what was said of rows. What ended only because of it stands again, but for
    rows that belong together with others by now."""
    telling.over_at, telling.over_by = at, by.actor_name
    telling.ended_by = ended_by
    telling.save(update_fields=["over_at", "over_by", "ended_by"])
    for each in telling.ended.all() if ended_by is None else ():
        rows = [account.row for account in each.accounts.filter(left_at=None)]
        if each.belongs and _standing(each.case, each.kind, rows):
            continue
        each.over_at, each.over_by, each.ended_by = None, "", None
        each.save(update_fields=["over_at", "over_by", "ended_by"])


def _must_stand(telling: Telling, *, by, at) -> None:
    """Raises Refused for what was taken back, and where one may not read all of it."""
    if telling.over_at:
        raise Refused(OVER)
    _must_read_all(telling, by=by, at=at)


def _must_read_all(telling: Telling, *, by, at) -> None:
    cleared = ["", *cleared_for(by, telling.case, at=at)]
    if telling.accounts.exclude(row__restricted__in=cleared).exists():
        raise Refused(NOT_ALL)
