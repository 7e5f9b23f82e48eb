"""Where the pages of publication stand. No address carries a word of a report."""

from heed.publications.models import Paper

ONE = "cases/<str:public_id>/publication/"
SCAN = "searches/<str:public_id>/"
RESPONSE = {"kind": Paper.Kind.RESPONSE}
