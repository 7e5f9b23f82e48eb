"""An approval stands as long as whoever gave it may approve: it falls with a role, with an
end of access, and with a conflict of interest."""

import pytest

from heed.cases.actions import exclude_person, revoke_access
from heed.cases.models import AccessGrant
from heed.partnership.actions import end_role
from heed.partnership.models import RoleHeld
from heed.publications.queries import facts_of, paper_or_404
from tests.cases.factories import HEED
from tests.publications.factories import APRIL, PUBLISHED, approved, ready_to_publish

pytestmark = pytest.mark.django_db(databases=["default", "library"])


def access_ends(case, people):
    grant = AccessGrant.objects.get(case=case, person=people["police"], revoked_at=None)
    revoke_access(grant, reason="Left.", by=people["manager"], at=APRIL)


def interest_is_found(case, people):
    exclude_person(
        case,
        person=people["police"],
        reason="Knows them.",
        by=people["manager"],
        at=APRIL,
    )


def role_ends(case, people):
    held = RoleHeld.objects.get(person=people["police"])
    end_role(held, by=HEED, at=APRIL)


@pytest.mark.parametrize("falls", [access_ends, interest_is_found, role_ends])
def test_an_approval_falls(falls):
    case, people = ready_to_publish(but={"copies"})
    publication = paper_or_404(case, "report").publication

    def standing():
        return facts_of(publication, at=PUBLISHED).texts[0].approved_by

    assert len(standing()) == 2
    falls(case, people)
    assert [each.partition(" (")[0] for each in standing()] == [people["manager"].name]
    approved(case, people["icb"])
    assert len(standing()) == 2
