"""What the library has not taken yet of a publication, and what it will not take."""

from heed.cases.kept import rows_of
from heed.publications.models import HandOver, Publication


def waiting_hand_overs(publication: Publication) -> list[HandOver]:
    """What is on its way to the library."""
    waiting = rows_of(HandOver, publication.case).filter(done_at=None, refused_at=None)
    return list(waiting)


def refused_of(publication: Publication) -> list[HandOver]:
    """What the library refused, and nothing has taken its place since."""
    last = {
        each.library_id: each
        for each in rows_of(HandOver, publication.case).order_by("number")
    }
    return [each for each in last.values() if each.refused_at]
