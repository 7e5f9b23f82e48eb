"""At which moment something goes out by itself."""

from datetime import datetime, timedelta

from heed.cases.kept import rows_of
from heed.publications.models import Publication, Release

# A worker that starts anew has this long; then nobody reckons with it any more.
GRACE = timedelta(minutes=15)


def waiting_release(publication: Publication) -> Release | None:
    """What is arranged to go out by itself, if anything is."""
    found = rows_of(Release, publication.case).filter(
        publication=publication, released_at=None, lapsed_at=None, taken_back_at=None
    )
    return found.select_related("arranged_by").first()


def last_lapse(publication: Publication) -> Release | None:
    """What did not go out at its moment, unless it was arranged again since, or has
    gone out."""
    last = rows_of(Release, publication.case).filter(publication=publication).last()
    return last if last and last.lapsed_at else None


def is_too_late(moment: datetime, at: datetime) -> bool:
    """Whether a moment has passed by so much that nothing goes out for it any more: the
    family, and who answers the press, were told another hour."""
    return at > moment + GRACE
