"""Addresses of chronologies: the lists that stand beside the views."""

from heed.chronologies.views import bringing, collating, composite, restricted, rows

urlpatterns = [
    *composite.ADDRESSES,
    *bringing.ADDRESSES,
    *rows.ADDRESSES,
    *collating.ADDRESSES,
    *restricted.ADDRESSES,
]
