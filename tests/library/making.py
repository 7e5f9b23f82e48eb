"""Makes what the desk would hand down, for the tests of the library."""

from dataclasses import replace
from datetime import UTC, date, datetime
from uuid import UUID

from heed.library import actions
from heed.library.bundles import Bundle, Line, PublisherCard
from heed.library.dates import PublicDate
from heed.library.states import Kind
from heed.papers import blocks
from heed.papers.blocks import Run

AT = datetime(2025, 1, 14, 9, 0, tzinfo=UTC)
GOLDCREST = UUID("0f0f0f0f-0000-4000-8000-000000000001")
REVIEW = UUID("0f0f0f0f-0000-4000-8000-00000000000a")
PDF = b"%PDF-1.7\n" + bytes(range(256)) * 40


def a_card(**changes):
    card = PublisherCard(
        slug="quillshire",
        version=1,
        name="Quillshire Safeguarding Children Partnership",
        strapline="Learning from what happens to children in Quillshire",
        contact=(
            Line(
                name="Business unit",
                words="01632 960100",
                link="tel:01632960100",
            ),
        ),
    )
    return replace(card, **changes)


def a_paper():
    return blocks.document(
        blocks.heading(1, "Goldcrest: a review"),
        blocks.heading(2, "Who Goldcrest was"),
        blocks.paragraph(
            "Goldcrest was ten weeks old and grew quiet when she was sung to."
        ),
        blocks.heading(2, "What happened"),
        blocks.paragraph("Goldcrest was seen with bruising, and was not brought back."),
        blocks.heading(3, "At the hospital"),
        blocks.paragraph("Her injuries were described in words hard to read."),
        blocks.heading(2, "What we found"),
        blocks.listing("Nobody asked who was at home.", "The notes were not shared."),
        blocks.table(
            [["Health visitor", "14 days"], ["Hospital", "1 day"]],
            header=["Who", "How soon"],
            caption="Who saw Goldcrest",
        ),
        blocks.heading(2, "Recommendations"),
        blocks.paragraph(
            "Ask about bruising in babies who cannot move. See ",
            Run("the guidance", link="https://www.gov.uk/guidance"),
            ".",
        ),
        title="Goldcrest: a review",
    )


def a_bundle(**changes):
    paper = changes.pop("paper", None) or a_paper()
    bundle = Bundle(
        publication_id=GOLDCREST,
        version=1,
        publisher="quillshire",
        slug="goldcrest",
        kind=Kind.REPORT,
        title="Goldcrest: a local child safeguarding practice review",
        document=blocks.to_json(paper),
        pseudonyms=("Goldcrest",),
        summary="What we learned from the short life of a baby girl.",
        published=PublicDate.of(date(2025, 1, 14)),
        stays_until=date(2026, 1, 14),
        themes=("Under-ones", "Information sharing"),
        review_id=REVIEW,
        pdf=PDF,
    )
    return replace(bundle, **changes)


def published(**changes):
    """A publication in the library, with its publisher."""
    actions.receive_publisher(a_card(), at=AT)
    bundle = a_bundle(**changes)
    actions.receive(bundle, at=AT)
    return bundle
