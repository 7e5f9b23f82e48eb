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
    sends it: all of one answer together, and none instead of another. One that could
    not be read is kept with the sentence that says why."""
    papers = [each for each in papers_of(answer) if each.purpose == CHRONOLOGY]
    readings = [found for each in papers if (found := each.readings.last())]
    if not readings:
        return
    way = Coming.Way.ANSWER
    take_in(request.case, request.organisation, readings, way=way, by=by, at=at)
    for _ in readings:
        then_take(request, process.BRING_IN_CHRONOLOGY, by=by, at=at)
