"""Where what agencies returned differs from one another and from the case."""

from dataclasses import replace

from heed.cases.models import Case, Child, FamilyMember
from heed.cases.queries import children_of, family_of
from heed.documents.models import Document
from heed.partnership.one_look import asked_once
from heed.rapid_reviews.differing import OUR_RECORD, Person, Told, together
from heed.rapid_reviews.queries.answers import answers_in
from heed.rapid_reviews.summaries import told_of_people
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


def dated_rows(paper: Document) -> list[DatedRow]:
    """The rows of one chronology, as they were read; none where it was not."""
    reading = paper.readings.last()
    entries = (reading.content or {}).get("entries", []) if reading else []
    return [row_read(each) for each in entries]


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
