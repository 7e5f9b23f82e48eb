"""Key practice episodes."""

from heed.cases.kept import rows_of
from heed.cases.models import Case
from heed.partnership.one_look import asked_once
from heed.rapid_reviews.models import Episode


@asked_once
def episodes_of(case: Case) -> list[Episode]:
    """The key practice episodes of a case in their order, without those taken out."""
    return [each for each in rows_of(Episode, case) if not each.set_aside_at]


def without_analysis(case: Case) -> list[Episode]:
    """Those of which nobody has written yet what they show."""
    return [each for each in episodes_of(case) if not each.analysis]
