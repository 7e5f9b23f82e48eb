"""What is public already, who tried to identify the child, what a report was said to
hold, and how the gate stood when somebody approved."""

from datetime import date

from django.http import Http404

from heed.cases.kept import rows_of
from heed.cases.models import Case
from heed.partnership.one_look import asked_once
from heed.publications.models import (
    AttemptToIdentify,
    DutyPointedOut,
    GateAsApproved,
    KnownInPublic,
    Paper,
    Publication,
)
from heed.publications.queries.publication import beside_it
from heed.publications.signed import attempts_in


@asked_once
def sheet_of(publication: Publication) -> list[KnownInPublic]:
    """The jigsaw sheet: what others have made public, and where nothing was found."""
    return list(beside_it(KnownInPublic, publication).select_related("person"))


def looked_on(publication: Publication) -> dict[str, date]:
    """On which day somebody looked last at each source."""
    found = sorted(sheet_of(publication), key=lambda line: line.looked_on)
    return {line.source: line.looked_on for line in found}


def attempts_at(paper: Paper) -> list[AttemptToIdentify]:
    """Every attempt at a text, of whichever version, the first one first."""
    return [each for each in attempts_in(paper.case) if each.paper_id == paper.pk]


def attempts_that_found(paper: Paper) -> list[AttemptToIdentify]:
    """The attempts at a text that came to somebody, answered or not."""
    somebody = AttemptToIdentify.Outcome.SOMEBODY
    return [each for each in attempts_at(paper) if each.outcome == somebody]


def read_together(attempt: AttemptToIdentify) -> list[AttemptToIdentify]:
    """One attempt, and what it is of the other texts that were read with it: nobody has
    said yet what was done about any of it."""
    same = {"person": attempt.person_id, "attempted_at": attempt.attempted_at}
    found = rows_of(AttemptToIdentify, attempt.case).filter(**same, answered_at=None)
    found = found.select_related("paper__publication").exclude(pk=attempt.pk)
    somebody = AttemptToIdentify.Outcome.SOMEBODY
    return [attempt, *found.filter(outcome=somebody)]


@asked_once
def duties_pointed_out(paper: Paper) -> list[DutyPointedOut]:
    """What somebody said that a report holds, and where."""
    found = rows_of(DutyPointedOut, paper.case).filter(paper=paper)
    return list(found.select_related("person"))


@asked_once
def gates_as_approved(case: Case) -> list[GateAsApproved]:
    """How the gate stood each time when somebody approved a text of a case."""
    found = rows_of(GateAsApproved, case)
    return list(found.select_related("approval__person", "approval__organisation"))


def gate_as_approved_or_404(case: Case, public_id: str) -> GateAsApproved:
    """One of them; else Http404."""
    found = GateAsApproved.objects.filter(case=case, public_id=public_id)
    one = found.select_related(
        "approval__person", "approval__organisation", "approval__paper"
    ).first()
    if one is None:
        raise Http404
    return one
