"""Where what agencies returned differs from one another and from the case."""

from heed.cases.kept import rows_of
from heed.cases.models import Case, Child, FamilyMember
from heed.cases.queries import children_of, family_of
from heed.partnership.one_look import asked_once
from heed.rapid_reviews.differing import OUR_RECORD, Person, Told, together
from heed.rapid_reviews.models import AgencyAnswer
from heed.rapid_reviews.summaries import told_of_people


@asked_once
def people_as_told(case: Case) -> list[Person]:
    """Everybody of whom an agency tells in full, each with what the case and every
    agency says; nobody where none has told of anybody. The last answer of each counts.
    """
    returned = {
        answer.request_id: told_of_people(
            answer.request.organisation.name, answer.facts or {}
        )
        for answer in rows_of(AgencyAnswer, case).select_related(
            "request__organisation"
        )
    }
    if not any(returned.values()):
        return []
    ours = [
        *map(_of_child, children_of(case)),
        *map(_of_member, family_of(case)),
    ]
    return together(ours, returned.values())


def _of_child(child: Child) -> Told:
    names = filter(None, (child.given_name, child.family_name))
    return _ours(child, " ".join(names), "Child")


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
