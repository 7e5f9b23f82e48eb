"""The texts of a publication, their searches and what may stay in them."""

from django.http import Http404

from heed.cases.kept import rows_of
from heed.cases.models import Case
from heed.partnership.one_look import asked_once
from heed.publications.composing import (
    PublicText,
)
from heed.publications.kinds import kinds_made_public, kinds_sent_ahead
from heed.publications.models import (
    Paper,
    Publication,
    Scan,
)
from heed.publications.queries.publication import beside_it, publication_of
from heed.publications.texts import text_of


def kinds_to_publish(publication: Publication) -> frozenset[str]:
    """What is to become public: what the partners decided on, and what stands beside
    it."""
    return kinds_made_public(publication.decision)


def papers_of(publication: Publication | None) -> list[Paper]:
    """The texts that are to become public, as far as there are any."""
    if publication is None:
        return []
    wanted = kinds_to_publish(publication)
    return [paper for paper in papers_ahead_of(publication) if paper.kind in wanted]


@asked_once
def papers_ahead_of(publication: Publication | None) -> list[Paper]:
    """The texts that go ahead of a publication: those that become public, and a report
    that the Panel and the Secretary of State alone read."""
    if publication is None:
        return []
    wanted = kinds_sent_ahead(publication.decision)
    found = beside_it(Paper, publication).select_related("publication", "document")
    return [paper for paper in found if paper.kind in wanted]


def papers_of_case(case: Case) -> list[Paper]:
    """What is to become public of a case; nothing before publication has begun."""
    return papers_of(publication_of(case))


def texts_of(publication: Publication) -> list[PublicText]:
    """The texts that are to become public, as they stand now."""
    return [text for paper in papers_of(publication) if (text := text_of(paper))]


def papers_to_send(publication: Publication | None) -> list[Paper]:
    """The texts that go ahead now: all of them before anything is public; then those
    that come later and were never public."""
    papers = papers_ahead_of(publication)
    if publication is None or publication.published_on is None:
        return papers
    made_public = kinds_to_publish(publication)
    return [p for p in papers if p.kind in made_public and not p.published_hash]


def texts_ahead_of(publication: Publication) -> list[PublicText]:
    """The texts that go ahead of it, as they stand now."""
    papers = papers_to_send(publication)
    return [text for paper in papers if (text := text_of(paper))]


def paper_or_404(case: Case, kind: str) -> Paper:
    """One text of a publication; Http404 while there is none."""
    found = rows_of(Paper, case).filter(kind=kind)
    paper = found.select_related("publication", "document").first()
    if paper is None:
        raise Http404
    return paper


def shown_text_or_404(paper: Paper) -> PublicText:
    """All that becomes public of a paper; Http404 while there is nothing of it."""
    text = text_of(paper)
    if text is None:
        raise Http404
    return text


@asked_once
def last_scan(paper: Paper) -> Scan | None:
    """The last search of a text, of whichever version."""
    scans = rows_of(Scan, paper.case).filter(paper=paper)
    return scans.select_related("acknowledged").last()


def last_scan_or_404(paper: Paper) -> Scan:
    """The last search of a text; Http404 before it was searched."""
    found = last_scan(paper)
    if found is None:
        raise Http404
    found.paper = paper
    return found
