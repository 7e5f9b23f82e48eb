"""What the library has not taken yet of a publication, and what it will not take."""

from django.db.models import Q

from heed.cases.kept import rows_of
from heed.publications.models import HandOver, Publication


def on_its_way() -> Q:
    """What the library does not have yet: what it would not show is refused for good, a
    withdrawal never is."""
    return Q(done_at=None) & (Q(refused_at=None) | ~Q(what=HandOver.What.RECEIVE))


def waiting_hand_overs(publication: Publication) -> list[HandOver]:
    """What is on its way to the library."""
    return list(rows_of(HandOver, publication.case).filter(on_its_way()))


def refused_of(publication: Publication) -> list[HandOver]:
    """What the library refused, and nothing has taken its place since."""
    last = {
        each.library_id: each
        for each in rows_of(HandOver, publication.case).order_by("number")
    }
    return [e for e in last.values() if e.refused_at and not e.done_at]
