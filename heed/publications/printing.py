"""Texts with their PDFs, made before anybody is kept waiting."""

from dataclasses import dataclass

from heed import clock
from heed.cases.models import Case
from heed.publications.bundling import pdf_of
from heed.publications.composing import PublicText
from heed.publications.queries import papers_of, publication_of
from heed.publications.texts import text_of


@dataclass(frozen=True)
class Printed:
    """A text with its PDF."""

    text: PublicText
    pdf: bytes


def printed_of(case: Case, *, at) -> dict[str, Printed]:
    """Each text with its PDF, by the hash of the text, as it is read from today on.
    Making one may take seconds: no lock is held meanwhile, and whether it is still the
    same text is looked at inside the step."""
    today, publication = clock.london_date(at), publication_of(case)
    texts = [text_of(paper) for paper in papers_of(publication)]
    made = (
        Printed(text, pdf_of(text, case.partnership, on=today))
        for text in texts
        if text
    )
    return {each.text.content_hash: each for each in made}
