"""Addresses of rapid reviews, and the one address that agencies get: the lists that
stand beside the views."""

from heed.rapid_reviews.views import (
    agencies,
    agency_papers,
    answering,
    deciding,
    differences,
    meetings,
    panel,
    parts,
    scrutiny,
    summary,
)

urlpatterns = [
    *parts.ADDRESSES,
    *meetings.ADDRESSES,
    *deciding.ADDRESSES,
    *panel.ADDRESSES,
    *scrutiny.ADDRESSES,
    *agencies.ADDRESSES,
    *answering.ADDRESSES,
    *summary.ADDRESSES,
    *agency_papers.ADDRESSES,
    *differences.ADDRESSES,
]
