"""When the group met."""

from heed.cases.kept import rows_of
from heed.cases.models import Case
from heed.partnership.one_look import asked_once
from heed.rapid_reviews.models import Meeting


@asked_once
def meetings_of(case: Case) -> list[Meeting]:
    """The meetings held in a case."""
    return list(rows_of(Meeting, case))
