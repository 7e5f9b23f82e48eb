"""Where what agencies returned differs from one another and from the case."""

from dataclasses import replace

from heed.cases.models import Case, Child, FamilyMember
from heed.cases.queries import children_of, family_of
from heed.documents.models import Document, Reading
from heed.partnership.one_look import asked_once
from heed.rapid_reviews.differing import OUR_RECORD, Person, Told, together
from heed.rapid_reviews.models import AgencyRequest
from heed.rapid_reviews.queries.answers import answers_in
from heed.rapid_reviews.summaries import CHRONOLOGY, told_of_people
from heed.rapid_reviews.understanding import DatedRow, row_read


@asked_once
def people_as_told(case: Case) -> list[Person]:
    """Everybody of whom an agency tells in full, each with what the case and every
    agency says; nobody where none has told of anybody. The last that each told
    of people counts.
    """
    returned: dict = {}
    for answer in answers_in(case):
        who = answer.request.organisation.name
        # What is added in short later says nothing of people, and takes nothing back.
        if told := told_of_people(who, answer.facts or {}):
            returned[answer.request_id] = told
    if not returned:
        return []
    ours = [
        *map(_of_child, children_of(case)),
        *map(_of_member, family_of(case)),
    ]
    return together(ours, returned.values())


def dated_rows_of(case: Case) -> list[DatedRow]:
    """Every row of the chronologies that agencies sent, in the order of time; those
    whose date cannot be read at the end. Nothing is joined that two of them tell:
    putting them together is for people. Two looks, however many there are."""
    sent = {each.request_id: each for each in answers_in(case) if each.is_its_own}
    if not sent:
        return []
    read = Reading.objects.filter(
        document__owner_kind=AgencyRequest._meta.label,
        document__owner_id__in=list(sent),
        document__purpose=CHRONOLOGY,
        document__withdrawn_at=None,
    )
    last = {each.document_id: each for each in read.select_related("document")}
    rows = [
        row
        for reading in last.values()
        if (answer := sent[reading.document.owner_id])
        and reading.document.received_at <= answer.answered_at
        for row in _rows_of(reading, who=answer.request.organisation.name)
    ]
    return sorted(rows, key=lambda row: (not row.iso, row.iso, row.who))


def dated_rows(paper: Document, *, who: str = "") -> list[DatedRow]:
    """The rows of one chronology, as they were read; none where it was not."""
    reading = paper.readings.last()
    return _rows_of(reading, who=who) if reading else []


def _rows_of(reading: Reading, *, who: str) -> list[DatedRow]:
    entries = (reading.content or {}).get("entries", [])
    return [row_read(each, who=who) for each in entries]


def _of_child(child: Child) -> Told:
    names = filter(None, (child.given_name, child.family_name))
    return replace(_ours(child, " ".join(names), "Child"), is_child=True)


def _of_member(member: FamilyMember) -> Told:
    return _ours(member, member.name or "", member.relationship)


def _ours(row, name: str, relationship: str) -> Told:
    return Told(
        who=OUR_RECORD,
        name=name,
        also=tuple(row.also_known_as or ()),
        born=f"{row.born_on:%-d %B %Y}" if row.born_on else "",
        relationship=relationship,
        pseudonym=row.shown_as,
    )
