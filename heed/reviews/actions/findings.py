"""The reviewer writes her findings, each with the rows on which it rests."""

from heed.cases.belonging import belonging_to
from heed.cases.models import Case
from heed.cases.steps import Refused, Seen, carrying_out
from heed.chronologies.actions.findings import put_under, take_from_under
from heed.reviews.findings import KIND
from heed.reviews.models import Finding
from heed.rulebook import process

OUT = "This finding was taken out."


def write_finding(
    case: Case,
    *,
    words: str,
    by,
    at,
    rows: str = "",
    anchor: str = "",
    seen: Seen | None = None,
) -> Finding:
    """Write what was found, and name the rows of the chronology on which it rests."""
    with carrying_out(process.WRITE_FINDING, case, by=by, at=at, seen=seen) as it:
        made = Finding.objects.create(
            **belonging_to(it),
            number=Finding.objects.filter(case=it).count() + 1,
            written_at=at,
            written_by=by,
            anchor=anchor,
            words=words,
        )
        _rest(made, rows, by=by, at=at)
    return made


def amend_finding(
    finding: Finding,
    *,
    words: str,
    by,
    at,
    rows: str = "",
    anchor: str = "",
    wrong: bool = False,
    seen: Seen | None = None,
) -> Finding:
    """Set a finding right: its words, its rows, its paragraph; or take it out. Its
    number stays."""
    with carrying_out(process.WRITE_FINDING, finding, by=by, at=at, seen=seen) as it:
        if it.taken_out_at:
            raise Refused(OUT)
        it.words, it.anchor = words, anchor
        it.taken_out_at = at if wrong else None
        it.save(update_fields=["words", "anchor", "taken_out_at"])
        if wrong:
            take_from_under(it.case, kind=KIND, finding=it.public_id, by=by, at=at)
        else:
            _rest(it, rows, by=by, at=at)
    return it


def _rest(finding: Finding, rows: str, *, by, at) -> None:
    under = {"kind": KIND, "finding": finding.public_id}
    put_under(finding.case, **under, rows=rows, by=by, at=at)
