"""Where the pages of publication stand. No address carries a word of a report."""

from heed.publications.models import Paper

ONE = "cases/<str:public_id>/publication/"
SCAN = "searches/<str:public_id>/"
RESPONSE = {"kind": Paper.Kind.RESPONSE}
WRITES = (
    "keeps it, and makes you one who wrote it: you then neither approve this text, nor "
    "sign an exception in it, nor try as its second reader to tell who it is about"
)
