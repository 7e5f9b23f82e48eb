"""Addresses of rapid reviews, and the one address that agencies get: the lists that
stand beside the views."""

from heed.rapid_reviews.views import (
    agencies,
    agency_papers,
    annex,
    answering,
    deciding,
    differences,
    finding,
    for_the_panel,
    ladder,
    meetings,
    panel,
    parts,
    passing_on,
    preparing,
    questions,
    scrutiny,
    summary,
    together,
)

urlpatterns = [
    *parts.ADDRESSES,
    *meetings.ADDRESSES,
    *preparing.ADDRESSES,
    *deciding.ADDRESSES,
    *panel.ADDRESSES,
    *annex.ADDRESSES,
    *for_the_panel.ADDRESSES,
    *scrutiny.ADDRESSES,
    *together.ADDRESSES,
    *finding.ADDRESSES,
    *agencies.ADDRESSES,
    *ladder.ADDRESSES,
    *answering.ADDRESSES,
    *summary.ADDRESSES,
    *agency_papers.ADDRESSES,
    *differences.ADDRESSES,
    *passing_on.ADDRESSES,
    *questions.ADDRESSES,
]
