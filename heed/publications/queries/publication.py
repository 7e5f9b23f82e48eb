"""The publication of a case, and what the partners answered on it."""

from django.http import Http404

from heed.cases.kept import rows_of
from heed.cases.models import Case
from heed.partnership.one_look import asked_once
from heed.publications.models import (
    AnswerOnPublication,
    Publication,
)
from heed.rulebook.outcomes import PublicationDecision
from heed.rulebook.roles import SEATS


@asked_once
def publication_of(case: Case) -> Publication | None:
    """The publication of a case, once anything of it has begun."""
    return rows_of(Publication, case).select_related("withdrawn_by").first()


def publication_or_404(case: Case) -> Publication:
    """The publication of a case; Http404 before it has begun."""
    found = publication_of(case)
    if found is None:
        raise Http404
    return found


def answers_on(publication: Publication) -> list[dict]:
    """Each of the three seats with its answer to what is before the partners, or none
    yet; empty while nothing was put before them."""
    if not publication.proposed_decision:
        return []
    given = {each.seat: each for each in _answers_in_round(publication)}
    return [
        {"seat": seat, "label": label, "given": given.get(seat)}
        for seat, label in SEATS.items()
    ]


@asked_once
def _answers_in_round(publication: Publication) -> list[AnswerOnPublication]:
    answers = beside_it(AnswerOnPublication, publication)
    return list(answers.filter(round=publication.round).select_related("person"))


def beside_it(model, publication: Publication):
    """The rows of a table that stand beside a publication: there is one to a case."""
    return rows_of(model, publication.case).filter(publication=publication)


def waits_for_answers(publication: Publication | None) -> bool:
    """Whether something is before the partners that not all three have answered."""
    return publication is not None and any(
        row["given"] is None for row in answers_on(publication)
    )


def takes_three(publication: Publication | None, outcome: str) -> bool:
    """Whether a decision takes the answers of the three partners: all but publishing in
    full do, and that too while something is before them or they decided otherwise."""
    full = PublicationDecision.PUBLISH
    if outcome != full:
        return True
    if publication is None:
        return False
    stands = publication.decision or full
    return stands != full or waits_for_answers(publication)
