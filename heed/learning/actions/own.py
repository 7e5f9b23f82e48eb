"""The first briefing of the library: what a practice review is, in our own words."""

from uuid import UUID

from django.db import transaction

from heed import clock
from heed.audit.actions import record
from heed.learning.beside import NAME, own_id
from heed.learning.briefings import facts_of, public_document
from heed.library import actions as library
from heed.library.actions import Received
from heed.library.bundles import Bundle
from heed.library.dates import PublicDate
from heed.library.models import Publication
from heed.library.states import Kind
from heed.papers.blocks import to_json
from heed.papers.briefing_data import shipped
from heed.papers.briefing_paper import briefing_docx, briefing_pdf
from heed.partnership.grants import manages
from heed.partnership.models import Partnership
from heed.partnership.refusals import Refused
from heed.publications.actions import hand_down_publisher
from heed.rulebook.roles import BUSINESS_UNIT

EDITION = 1
"""To be raised whenever the words that ship with Heed change."""
SUMMARY = (
    "What a child safeguarding practice review is and what it is for, who can refer, "
    "and what happens next: seven boxes to read and talk over."
)


def publish_own_briefing(partnership: Partnership, *, by, at) -> Received:
    """Put the briefing on practice reviews that ships with Heed into the library, as
    published by this partnership. Done twice, it stands there once."""
    if not manages(by, partnership, clock.london_date(at), *BUSINESS_UNIT):
        raise Refused("The business unit keeps the public library.", code="not_yours")
    library_id = own_id(partnership)
    if Publication.objects.filter(id=library_id, version__gte=EDITION).exists():
        return Received.ALREADY
    hand_down_publisher(partnership, by=by, at=at)
    with transaction.atomic():
        record(
            what="publish_own_briefing",
            by=by,
            at=at,
            subject_kind="library.Publication",
            subject_id=library_id,
            partnership_id=partnership.pk,
        )
    return library.receive(_bundle(partnership, library_id, at), by=by, at=at)


def _bundle(partnership: Partnership, library_id: UUID, at) -> Bundle:
    paper = shipped(NAME)
    return Bundle(
        publication_id=library_id,
        version=EDITION,
        publisher=partnership.slug,
        slug="practice-reviews",
        kind=Kind.BRIEFING,
        title=paper.title,
        summary=SUMMARY,
        document=to_json(public_document(paper)),
        facts=facts_of(paper),
        published=PublicDate.of(clock.london_date(at)),
        pdf=briefing_pdf(paper, accent=partnership.colour),
        word=briefing_docx(paper),
    )
