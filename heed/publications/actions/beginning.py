"""The rows of a publication, kept from the first step that needs them."""

from heed.cases.actions.opening import belonging_to
from heed.cases.models import Case
from heed.cases.steps import Refused
from heed.publications.facts import MAIN
from heed.publications.models import Paper, Publication
from heed.publications.texts import text_of
from heed.reviews.queries import latest_report


def begun(case: Case, *, by, at) -> Publication:
    """The publication of a case, begun if it was not; inside a step. With a report
    lodged, its paper is there too."""
    kept, _ = Publication.objects.get_or_create(case=case, defaults=belonging_to(case))
    kept.case = case
    if latest_report(case) is not None:
        paper_of(kept, Paper.Kind.REPORT, by=by, at=at)
    return kept


def paper_of(publication: Publication, kind: str, *, by, at) -> Paper:
    """One text of a publication, begun empty if it was not; inside a step."""
    paper, _ = Paper.objects.get_or_create(
        publication=publication,
        kind=kind,
        defaults={
            **belonging_to(publication.case),
            "written_at": at,
            "written_by": None,
            "words": {},
        },
    )
    paper.publication, paper.case = publication, publication.case
    return paper


def begun_paper(case: Case, kind: str, *, by, at) -> Paper:
    """A text that has words already; inside a step. Refused where there are none."""
    paper = paper_of(begun(case, by=by, at=at), kind, by=by, at=at)
    if text_of(paper) is None:
        raise Refused("There is no such text yet.")
    return paper


def main_paper(publication: Publication, *, by, at) -> Paper:
    """The text that the partners decided to publish; inside a step."""
    kind = MAIN.get(publication.decision, Paper.Kind.REPORT)
    return paper_of(publication, kind, by=by, at=at)
