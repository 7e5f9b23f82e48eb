"""The rows of the chronology on which a recommendation, or a finding with a question,
rests. Those to whom it is addressed read it, and none of these rows."""

from heed.cases.kept import rows_of
from heed.cases.models import Case
from heed.chronologies.findings import Told
from heed.chronologies.queries.findings import Rests, rests_in
from heed.learning.models import Recommendation

KIND = "recommendation"


def told(case: Case, keys: set[str]) -> dict[str, Told]:
    """The recommendations of these keys, as the page of a row shows them."""
    return {
        each.public_id: Told(
            f"{each.get_kind_display()} {each.number}", each.text, "learning"
        )
        for each in rows_of(Recommendation, case)
        if each.public_id in keys
    }


def rows_under(found: Recommendation, *, cleared: frozenset[str]) -> Rests:
    """The rows on which it rests, as far as somebody may read them."""
    rests = rests_in(found.case, KIND, cleared=cleared)
    return rests.get(found.public_id, Rests())
