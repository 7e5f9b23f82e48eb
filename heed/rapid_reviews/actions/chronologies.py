"""A chronology that an agency sends with its answer becomes rows of the case."""

from heed.cases.steps import then_take
from heed.chronologies.actions import take_in
from heed.chronologies.models import Coming
from heed.rapid_reviews.models import AgencyAnswer, AgencyRequest
from heed.rapid_reviews.queries import papers_of
from heed.rapid_reviews.summaries import CHRONOLOGY
from heed.rulebook import process


def take_in_chronologies(
    request: AgencyRequest, answer: AgencyAnswer, *, by, at
) -> None:
    """Keep the rows of the chronologies that go with an answer, inside the step that
    sends it. One that could not be read is kept with the sentence that says why."""
    for paper in papers_of(answer):
        reading = paper.readings.last()
        if paper.purpose == CHRONOLOGY and reading is not None:
            way = Coming.Way.ANSWER
            take_in(request.case, request.organisation, reading, way=way, by=by, at=at)
            then_take(request, process.BRING_IN_CHRONOLOGY, by=by, at=at)
