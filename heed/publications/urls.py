"""Addresses of publication: the lists that stand beside the views."""

from heed.publications.views import before, findings, public, states, trying

urlpatterns = [
    *before.ADDRESSES,
    *findings.ADDRESSES,
    *public.ADDRESSES,
    *states.ADDRESSES,
    *trying.ADDRESSES,
]
