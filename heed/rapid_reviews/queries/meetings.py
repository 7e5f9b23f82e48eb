"""When the group met."""

from heed.cases.kept import rows_of
from heed.cases.models import Case, StepTaken
from heed.partnership.one_look import asked_once
from heed.rapid_reviews.models import Meeting
from heed.rulebook import process


@asked_once
def meetings_of(case: Case) -> list[Meeting]:
    """The meetings held in a case."""
    return list(rows_of(Meeting, case))


def last_change_of(meeting: Meeting) -> StepTaken | None:
    """When the record of a meeting was last finished or set right, and by whom."""
    of_the_case = StepTaken.objects.filter(case=meeting.case)
    step = process.AMEND_MEETING.slug
    return of_the_case.filter(step=step, subject_id=meeting.pk).last()
