"""A catalogue of earlier reviews on its way to the desk, by the command line."""

from collections.abc import Iterable
from datetime import datetime
from pathlib import Path

from django.conf import settings

from heed.library.catalogue import NoCatalogue
from heed.partnership.models import Person
from heed.publications.actions.catalogues import PutForward, put_catalogue_forward

NOBODY = "Nobody here signs in under this address."


def put_forward(
    catalogue: Path, email: str, *, published_as: Iterable[str], at: datetime
) -> PutForward:
    """Put every row forward for the partnership of who has this address. What they may
    do is asked of each row, as on the page; NoCatalogue where there is no such person.
    """
    found = Person.objects.select_related("partnership").filter(email=email)
    person = found.first() if settings.WITH_A_DESK else None
    if person is None or person.partnership is None:
        raise NoCatalogue(NOBODY)
    return put_catalogue_forward(
        person.partnership, catalogue, published_as=published_as, by=person, at=at
    )
