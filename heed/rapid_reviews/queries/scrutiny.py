"""What the scrutineer said."""

from heed.cases.kept import rows_of
from heed.cases.models import Case
from heed.rapid_reviews.models import ScrutinyComment


def scrutiny_of(case: Case) -> list[ScrutinyComment]:
    """What the scrutineer said about a case, the latest first."""
    return list(rows_of(ScrutinyComment, case).order_by("-given_at"))
