"""Two people write at the same place at the same time: the later sees what the first
wrote, and what sending again would change of it, word by word."""

import pytest

from heed.cases.actions import amend_family_member, name_family_member
from heed.cases.models import FamilyMember
from heed.rapid_reviews.actions import write_part
from tests.cases.factories import NOON, a_case_with_people, it_is
from tests.partnership.factories import signed_in
from tests.rapid_reviews.factories import a_rapid_review, proposed

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


def test_the_same_of_a_part_of_a_rapid_review_and_of_a_proposal(client):
    review, people = a_rapid_review()
    by = {"by": people["coordinator"], "at": NOON}
    seen = review.version
    write_part(review, part="childs_voice", words="He was seen twice.", **by)
    proposed(review, people)
    base = f"/cases/{review.case.public_id}/rapid-review/"
    with it_is(NOON):
        signed_in(client, people["manager"])
        part = client.post(
            f"{base}parts/childs_voice/",
            {"words": "He was seen once.", "seen_version": seen},
        ).text
        decision = client.post(
            f"{base}decision/",
            {
                "outcome": "local_review",
                "reasons": "Two agencies held little of the picture.",
                "national_view": "no",
                "national_reasons": "The learning is local.",
                "seen_version": seen,
            },
        ).text

    assert "taken out: </span><bdi>twice.</bdi></del>" in part
    assert "put in: </span><bdi>once.</bdi></ins>" in part
    assert "taken out: </span><bdi>half" in decision
    assert "put in: </span><bdi>little of " in decision
