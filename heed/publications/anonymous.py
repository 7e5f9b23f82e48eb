"""A publication that does not say of which area it is: what would tell it."""

from collections.abc import Iterable
from uuid import UUID

from heed.cases.kept import rows_of
from heed.cases.models import Case
from heed.cases.queries import children_of
from heed.deidentify.pseudonym_slips import names_in_scheme, scheme_of
from heed.library.queries import publications as published
from heed.library.queries import publishers
from heed.library.states import AREA_WITHHELD
from heed.partnership.models import Partnership
from heed.publications.models import Publication
from heed.rulebook.outcomes import PublicationDecision

SEVERAL = 2
BY_ITS_SCHEME = (
    "The name chosen for the child is of a kind that only your area’s reviews have: "
    "choose another kind."
)
BESIDE_IT = (
    "Something of this review is public under the name of your area: withdraw that "
    "first, or publish under your name."
)
AS_LETTERS = str.maketrans("0123456789abcdef", "bcdfghjkmnpqrstv")
"""No digits, which read as a code, and no vowels, which read as a word."""
NOT_NAMED = "A partnership that is not named"


def is_anonymous(publication: Publication) -> bool:
    """Whether the partners decided to publish it without naming the area."""
    return publication.decision == PublicationDecision.PUBLISH_ANONYMOUSLY


def letters_for(publication: Publication | None, library_id: UUID) -> str:
    """What makes the public address of a text its own where areas are withheld, and
    nothing elsewhere: all such texts stand in one place, whichever area they are of."""
    if publication is None or not is_anonymous(publication):
        return ""
    return "-" + library_id.hex[:6].translate(AS_LETTERS)


def hides_its_area(case: Case) -> bool:
    """Whether nothing that becomes public of a case may say of which area it is."""
    return any(map(is_anonymous, rows_of(Publication, case)))


def tells_by_its_scheme(
    names: Iterable[str], here: Iterable[str], elsewhere: Iterable[str]
) -> bool:
    """Whether pseudonyms are of a scheme after which this area names the children of
    its public reviews, and no other area does."""
    scheme = scheme_of(names)
    return names_in_scheme(scheme, here) and not names_in_scheme(scheme, elsewhere)


def what_tells_the_area(publication: Publication) -> str:
    """A sentence of what around the text would tell the area; none where nothing does.
    In a library of one partnership every page says whose it is."""
    if not is_anonymous(publication):
        return ""
    if publication.case.partnership.site == Partnership.Site.OWN_SITE:
        return "On a site of the partnership’s own, the address tells the area."
    if len([each for each in publishers() if each.slug != AREA_WITHHELD]) < SEVERAL:
        return "This library has one partnership: whatever stands in it tells the area."
    if _stands_under_a_name(publication):
        return BESIDE_IT
    return BY_ITS_SCHEME if _named_as_only_here(publication.case) else ""


def _stands_under_a_name(publication: Publication) -> bool:
    """A briefing, most of all: what is of one review stands beside it on its page."""
    same = published().filter(review_id=publication.review_id)
    return same.exclude(publisher__slug=AREA_WITHHELD).exists()


def _named_as_only_here(case: Case) -> bool:
    """Asked of what is public, under whose name it stands."""
    here: list[str] = []
    elsewhere: list[str] = []
    for row in published().exclude(publisher__slug=AREA_WITHHELD):
        ours = row.publisher.slug == case.partnership.slug
        (here if ours else elsewhere).extend(row.pseudonyms)
    names = [child.pseudonym for child in children_of(case) if child.pseudonym]
    return tells_by_its_scheme(names, here, elsewhere)
