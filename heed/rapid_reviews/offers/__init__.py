"""What rapid reviews offer on the case page, split by noun: steps with their pages,
and panels."""

from heed.rapid_reviews.offers import (
    agencies,
    deciding,
    differences,
    meetings,
    panel,
    questions,
    scrutiny,
    together,
)


def offer_all() -> None:
    """Offer every step and every panel, once, when Heed starts."""
    for part in (
        *(agencies, differences, meetings, deciding, panel, scrutiny, together),
        questions,
    ):
        part.offer_it()
