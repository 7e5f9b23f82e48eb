"""Who wrote for an agency, whom its own records name, and where people were seen."""

from collections.abc import Iterator

from heed.cases.kept import rows_of
from heed.cases.models import Case
from heed.deidentify import Kind, name_in
from heed.partnership.models import Organisation
from heed.publications.register.lines import Line, at_work, line, somebody
from heed.rapid_reviews.models import AgencyAnswer, AgencyRequest
from heed.rapid_reviews.summaries import told_of_people

# A practice or a school has few families: its name leads to them. A trust has many.
SMALL = {
    Organisation.Kind.GP: Kind.PLACE,
    Organisation.Kind.SCHOOL: Kind.SCHOOL,
    Organisation.Kind.EARLY_YEARS: Kind.SCHOOL,
}


def who_answered(case: Case) -> Iterator[Line]:
    """Who wrote an agency's answer and who checked it; people as its own records have
    them: another spelling tells as much."""
    answers = rows_of(AgencyAnswer, case)
    for answer in answers.select_related("request__organisation"):
        yield from _named_by(answer)
        employer = answer.request.organisation.name
        yield from at_work(name_in(answer.author), employer=employer)
        yield from at_work(name_in(answer.checked_by or ""))


def _named_by(answer: AgencyAnswer) -> Iterator[Line]:
    for told in told_of_people("", answer.facts or {}):
        who = somebody(told.relationship or "Somebody")
        yield line(who, Kind.NAME, told.name)
        yield line(who, Kind.DOB, told.born)


def where_they_went(case: Case) -> Iterator[Line]:
    """The practices and schools that were asked what they know, and whom of them."""
    asked = rows_of(AgencyRequest, case).select_related("organisation")
    for request in asked:
        kind = SMALL.get(request.organisation.kind)
        if kind:
            yield line(somebody("Somebody"), kind, request.organisation.name)
        yield from at_work(name_in(request.to_name or ""))
