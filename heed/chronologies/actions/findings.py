"""A finding says on which rows it rests."""

from heed.cases.belonging import belonging_to
from heed.cases.models import Case
from heed.cases.steps import Refused, Seen, carrying_out
from heed.chronologies.actions.citing import rows_cited
from heed.chronologies.models import RowOfFinding
from heed.chronologies.queries.cited import rows_open
from heed.chronologies.queries.clearance import cleared_for
from heed.chronologies.queries.findings import rests_in
from heed.chronologies.saying import print_of
from heed.rulebook import process

OVERTAKEN = (
    "Somebody changed this meanwhile: it rests on {} now. Open the page again and look."
)


def rest_on_rows(
    case: Case,
    *,
    kind: str,
    finding: str,
    rows: str,
    by,
    at,
    were: str | None = None,
    seen: Seen | None = None,
) -> None:
    """Say on which rows a finding rests: on these, and on no others any more. Where
    they are not those that `were` shown, somebody else changed them meanwhile."""
    with carrying_out(process.LINK_FINDING, case, by=by, at=at, seen=seen) as it:
        rests = rests_in(it, kind, cleared=cleared_for(by, it, at=at))
        now = rests[finding].numbers if finding in rests else ""
        if were is not None and were != now:
            raise Refused(OVERTAKEN.format(now or "on none"))
        put_under(it, kind=kind, finding=finding, rows=rows, by=by, at=at)


def put_under(case: Case, *, kind: str, finding: str, rows: str, by, at) -> None:
    """Put rows under a finding, inside the step of whoever writes it. Rows that they
    may not read, or that a newer file has no more, stay under it all the same."""
    wanted = {row.pk: row for row in rows_cited(case, rows, by=by, at=at)}
    cleared = cleared_for(by, case, at=at)
    open_ = set(rows_open(case, cleared=cleared).values_list("pk", flat=True))
    standing = RowOfFinding.objects.filter(
        case=case, kind=kind, finding=finding, taken_out_at=None
    )
    there = set()
    for link in standing:
        there.add(link.row_id)
        if link.row_id in open_ and link.row_id not in wanted:
            link.taken_out_at = at
            link.save(update_fields=["taken_out_at"])
    for key, row in wanted.items():
        if key not in there:
            RowOfFinding.objects.create(
                **belonging_to(case),
                kind=kind,
                finding=finding,
                row=row,
                linked_at=at,
                linked_by=by.actor_name,
                said=print_of(row.words),
            )


def take_from_under(case: Case, *, kind: str, finding: str, by, at) -> None:
    """Take every row from under a finding that was taken out, inside its step."""
    under = {"case": case, "kind": kind, "finding": finding}
    for link in RowOfFinding.objects.filter(**under, taken_out_at=None):
        link.taken_out_at = at
        link.save(update_fields=["taken_out_at"])
