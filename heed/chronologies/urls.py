"""Addresses of chronologies: the lists that stand beside the views."""

from heed.chronologies.views import (
    bringing,
    collating,
    composite,
    empty_form,
    episodes,
    gaps,
    key,
    notes,
    out,
    restricted,
    rows,
    taken_out,
    tellings,
    themes,
)

urlpatterns = [
    *composite.ADDRESSES,
    *bringing.ADDRESSES,
    *taken_out.ADDRESSES,
    *rows.ADDRESSES,
    *collating.ADDRESSES,
    *gaps.ADDRESSES,
    *empty_form.ADDRESSES,
    *restricted.ADDRESSES,
    *key.ADDRESSES,
    *tellings.ADDRESSES,
    *episodes.ADDRESSES,
    *themes.ADDRESSES,
    *notes.ADDRESSES,
    *out.ADDRESSES,
]
