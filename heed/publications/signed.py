"""Who signed what before a publication: of exactly which text, and knowing what."""

from heed.cases.holds import processes_of
from heed.cases.kept import rows_of
from heed.cases.models import Case
from heed.partnership.one_look import asked_once
from heed.publications.models import Approval, Clearance, Paper, Publication
from heed.publications.texts import authors_of
from heed.rulebook.language import Role


@asked_once
def _approvals_in(case: Case) -> list[Approval]:
    return list(rows_of(Approval, case).select_related("person", "organisation"))


def valid_approvals(paper: Paper, content_hash: str) -> list:
    """The approvals of exactly this text, one of each body, none by who wrote it. What
    was taken off is approved anew: what was given before it no longer counts."""
    mark = (paper.pk, content_hash)
    given = [
        each
        for each in _approvals_in(paper.case)
        if (each.paper_id, each.content_hash) == mark
        and not paper.publication.was_taken_off_since(each.approved_at)
    ]
    authors, standing = authors_of(paper) if given else set(), {}
    for each in given:
        if str(each.person_id) not in authors:
            standing.setdefault(each.organisation_id, each)
    return list(standing.values())


def cleared_by(publication: Publication) -> frozenset[str]:
    """The roles of those who looked at all that is noted beside the case as it stands
    now, and found that it allows publication. One person counts in one role."""
    noted = [each.known_since for each in processes_of(publication.case)]
    given = [
        each
        for each in rows_of(Clearance, publication.case)
        if not any(moment > each.cleared_at for moment in noted)
    ]
    managers = {each.person_id for each in given if each.role == Role.MANAGER}
    return frozenset(
        each.role
        for each in given
        if each.role == Role.MANAGER or each.person_id not in managers
    )
