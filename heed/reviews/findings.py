"""The reviewer's findings, and the rows of the chronology on which they rest."""

from heed.cases.kept import rows_of
from heed.cases.models import Case
from heed.chronologies.findings import Told
from heed.chronologies.queries.findings import Rests, rests_in
from heed.reviews.models import Finding

KIND = "finding"


def findings_of(case: Case) -> list[Finding]:
    """The findings of a case that stand, in the order of their numbers."""
    return list(rows_of(Finding, case).filter(taken_out_at=None))


def with_rows(case: Case, *, cleared: frozenset[str]) -> list[tuple[Finding, Rests]]:
    """Each finding with the rows on which it rests."""
    rests = rests_in(case, KIND, cleared=cleared)
    return [(each, rests.get(each.public_id, Rests())) for each in findings_of(case)]


def told(case: Case, keys: set[str]) -> dict[str, Told]:
    """The findings of these keys, as the page of a row shows them."""
    return {
        each.public_id: Told(f"Finding {each.number}", each.words, "review_findings")
        for each in findings_of(case)
        if each.public_id in keys
    }
