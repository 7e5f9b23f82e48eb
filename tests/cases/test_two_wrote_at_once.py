"""Two people write at the same place at the same time: the later sees what the first
wrote, and what sending again would change of it, word by word."""

import pytest

from heed.cases.actions import amend_family_member, name_family_member
from heed.cases.models import FamilyMember
from tests.cases.factories import NOON, a_case_with_people, it_is
from tests.partnership.factories import signed_in

pytestmark = pytest.mark.django_db


def test_the_later_of_two_is_shown_word_by_word_what_sending_again_changes(client):
    case, people = a_case_with_people()
    member = name_family_member(
        case, relationship="mother", wishes="To be told.", by=people["manager"], at=NOON
    )
    seen = member.version
    amend_family_member(
        member, wishes="To be told first, by letter.", by=people["manager"], at=NOON
    )

    with it_is(NOON):
        signed_in(client, people["coordinator"])
        page = client.post(
            f"/family-members/{member.public_id}/",
            {
                "relationship": "mother",
                "wishes": "To be told first, by telephone.",
                "seen_version": seen,
            },
        ).content.decode()

    assert "Somebody else changed this" in page
    assert "Sending again would change:" in page
    assert "taken out: </span><bdi>letter.</bdi></del>" in page
    assert "put in: </span><bdi>telephone.</bdi></ins>" in page
    assert page.count("<del>") == 1  # nothing is said of what is the same
    kept = FamilyMember.objects.get(pk=member.pk)
    assert kept.wishes == "To be told first, by letter."
