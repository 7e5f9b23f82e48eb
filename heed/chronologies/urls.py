"""Addresses of chronologies: the lists that stand beside the views."""

from heed.chronologies.views import (
    bringing,
    collating,
    composite,
    gaps,
    key,
    restricted,
    rows,
    tellings,
)

urlpatterns = [
    *composite.ADDRESSES,
    *bringing.ADDRESSES,
    *rows.ADDRESSES,
    *collating.ADDRESSES,
    *gaps.ADDRESSES,
    *restricted.ADDRESSES,
    *key.ADDRESSES,
    *tellings.ADDRESSES,
]
