"""A publication that does not say of which area it is: what would tell it."""

from heed.cases.kept import rows_of
from heed.cases.models import Case
from heed.library.queries import publishers
from heed.library.states import AREA_WITHHELD
from heed.partnership.models import Partnership
from heed.publications.models import Publication
from heed.rulebook.outcomes import PublicationDecision

SEVERAL = 2
NOT_NAMED = "A partnership that is not named"


def is_anonymous(publication: Publication) -> bool:
    """Whether the partners decided to publish it without naming the area."""
    return publication.decision == PublicationDecision.PUBLISH_ANONYMOUSLY


def hides_its_area(case: Case) -> bool:
    """Whether nothing that becomes public of a case may say of which area it is."""
    return any(map(is_anonymous, rows_of(Publication, case)))


def what_tells_the_area(publication: Publication) -> str:
    """A sentence of what around the text would tell the area; none where nothing does.
    In a library of one partnership every page says whose it is."""
    if not is_anonymous(publication):
        return ""
    if publication.case.partnership.site == Partnership.Site.OWN_SITE:
        return "On a site of the partnership’s own, the address tells the area."
    if len([each for each in publishers() if each.slug != AREA_WITHHELD]) < SEVERAL:
        return "This library has one partnership: whatever stands in it tells the area."
    return ""
