"""What the family was told and asked, and who accepted why not."""

from heed.cases.models import FamilyContact
from heed.cases.queries import family_contacts_of
from heed.partnership.one_look import asked_once
from heed.publications.models import (
    FamilyNotTold,
    Publication,
)
from heed.publications.queries.publication import beside_it
from heed.reviews.queries import (
    portrait_of,
)

OFFERED = {FamilyContact.About.DRAFT_OFFERED, FamilyContact.About.DRAFT_READ}


def family_told(publication: Publication) -> tuple[bool, bool, bool]:
    """Whether the family was offered the draft, was told the day, and agreed to the
    words on who the child is, if there are any."""
    told = family_contacts_of(publication.case)
    offered = any(each.about in OFFERED for each in told)
    portrait = portrait_of(publication.case)
    agreed = portrait is None or portrait.family_agreed
    return offered, _day_told(publication, told), agreed


def _day_told(publication: Publication, told) -> bool:
    """The family was told the day since it was set: another day is told anew."""
    since = publication.planned_at
    day = FamilyContact.About.PUBLICATION_DATE
    return bool(since) and any(
        each.about == day and each.recorded_at >= since for each in told
    )


def acceptances_of(publication: Publication, about: str) -> list[FamilyNotTold]:
    """Who has accepted why the family was not told or asked; of words on the child, of
    the words as they stand now."""
    accepted = [each for each in _acceptances(publication) if each.about == about]
    portrait = portrait_of(publication.case)
    if about == FamilyNotTold.About.WORDS and portrait:
        return [each for each in accepted if each.accepted_at >= portrait.written_at]
    return accepted


@asked_once
def _acceptances(publication: Publication) -> list[FamilyNotTold]:
    return list(beside_it(FamilyNotTold, publication).select_related("person"))


def excused(publication: Publication, about: str) -> int:
    return len({each.person_id for each in acceptances_of(publication, about)})
