"""Publishing in full is expected. Anything else takes the answers of the three partners,
and the Panel and the Secretary of State are told why."""

from datetime import UTC, date, datetime

import pytest
from django.urls import reverse

from heed.cases.models import OpenItem, StepTaken
from heed.cases.steps import Refused, Seen, Stale
from heed.desk.signatures import signatures_owed
from heed.publications.models import Publication
from heed.rapid_reviews.actions import record_told
from heed.rulebook.language import Stage
from tests.cases.factories import it_is
from tests.partnership.factories import signed_in
from tests.publications.factories import APRIL, answered, decided, proposed
from tests.reviews.factories import a_signed_report

pytestmark = pytest.mark.django_db(databases=["default", "library"])
OTHERWISE = ["improvements_only", "publish_nothing"]
LATER = {"expected_on": date(2026, 12, 1), "look_again_on": date(2026, 8, 3)}


def stands(case) -> tuple[str, str]:
    case.refresh_from_db()
    return Publication.objects.get(case=case).decision, case.stage


def untold(case):
    found = OpenItem.objects.filter(case=case, answered_at=None)
    return sorted(
        found.filter(kind__startswith="untold.").values_list("kind", flat=True)
    )


@pytest.mark.parametrize("outcome", OTHERWISE)
def test_one_partner_alone_decides_nothing_but_publishing_in_full(outcome):
    case, people = a_signed_report()
    proposed(case, people, outcome)
    assert stands(case) == ("", Stage.SIGNED_OFF)
    with pytest.raises(Refused, match="already answered"):
        answered(case, people["local_authority"])
    answered(case, people["icb"])
    assert stands(case) == ("", Stage.SIGNED_OFF)

    answered(case, people["police"], "dissents")

    assert stands(case)[0] == outcome
    taken = StepTaken.objects.get(case=case, step="decide_on_publication")
    assert taken.outcome == outcome


def test_where_two_dissent_it_is_not_decided():
    case, people = a_signed_report()
    proposed(case, people, "publish_nothing")
    for seat in ("icb", "police"):
        answered(case, people[seat], "dissents")
    assert stands(case) == ("", Stage.SIGNED_OFF)
    assert untold(case) == []

    decided(case, people)
    assert stands(case)[0] == "publish"


def test_one_partner_alone_does_not_change_what_the_three_decided():
    case, people = a_signed_report()
    decided(case, people, "publish_later", **LATER)
    assert stands(case) == ("publish_later", Stage.PUBLICATION_DEFERRED)

    proposed(case, people, "publish", by="police")
    assert stands(case) == ("publish_later", Stage.PUBLICATION_DEFERRED)
    for seat in ("icb", "local_authority"):
        answered(case, people[seat])
    assert stands(case) == ("publish", Stage.SIGNED_OFF)


def test_what_one_partner_puts_anew_sets_aside_the_answers_of_before():
    case, people = a_signed_report()
    proposed(case, people, "publish_nothing")
    answered(case, people["icb"])
    proposed(case, people, "improvements_only", by="police")
    answered(case, people["icb"])
    assert stands(case)[0] == ""
    answered(case, people["local_authority"])
    assert stands(case)[0] == "improvements_only"


def test_while_something_is_before_them_publishing_in_full_is_put_before_them_too():
    case, people = a_signed_report()
    proposed(case, people, "publish_nothing")
    proposed(case, people, "publish", by="police")
    assert stands(case)[0] == ""


def test_a_second_partner_does_not_overwrite_what_they_have_not_seen():
    case, people = a_signed_report()
    case.refresh_from_db()
    shown = Seen(version=case.version)
    proposed(case, people, "publish_nothing", seen=shown)
    with pytest.raises(Stale):
        proposed(case, people, "publish_nothing", by="police", seen=shown)


def told(case, people, body):
    record_told(
        case,
        body=body,
        what="not_in_full",
        told_at=datetime(2026, 4, 27, 9, 0, tzinfo=UTC),
        route="Its own mailbox",
        proof="",
        by=people["coordinator"],
        at=APRIL,
    )


def test_it_stays_named_until_panel_and_secretary_of_state_were_told_why():
    case, people = a_signed_report()
    decided(case, people)
    assert untold(case) == []
    decided(case, people, "publish_later", **LATER)
    assert untold(case) == ["untold.not_in_full.dfe", "untold.not_in_full.panel"]

    told(case, people, "panel")
    assert untold(case) == ["untold.not_in_full.dfe"]
    told(case, people, "dfe")
    assert untold(case) == []


def test_the_pages_show_what_is_before_the_partners_and_who_has_answered(client):
    case, people = a_signed_report()
    proposed(case, people, "improvements_only")
    address = reverse("answer_on_publication", args=[case.public_id])
    owed = {each.url for each in signatures_owed(people["icb"], at=APRIL)}
    assert address in owed
    signed_in(client, people["icb"])
    with it_is(APRIL):
        assert address in client.get(f"/cases/{case.public_id}/").content.decode()
        page = client.get(address)
        assert "Publish the improvements only" in page.content.decode()
        post = {
            "answer": "agrees",
            "reasons": "A brother could be found by it.",
            "seen_version": page.context["form"]["seen_version"].value(),
        }
        assert client.post(address, post).status_code == 302
        shown = client.get(f"/cases/{case.public_id}/").content.decode()
    assert "A brother could be found by it." in shown
    assert "Has not answered yet" in shown


FORMS_OF_DECISIONS = [
    "decide_on_publication",
    "answer_on_publication",
    "plan_publication",
    "clear_proceedings",
    "accept_family_not_told",
    "advance_early",
    "approve_publication",
    "publish",
    "publish_improvements",
    "publish_elsewhere",
    "publish_correction",
    "confirm_withdrawal",
    "agree_to_remove",
    "remove_published",
]


def test_every_form_that_decides_carries_the_version_that_was_shown(client):
    case, people = a_signed_report()
    decided(case, people)
    case.refresh_from_db()
    signed_in(client, people["manager"])
    without = []
    with it_is(APRIL):
        for name in FORMS_OF_DECISIONS:
            page = client.get(reverse(name, args=[case.public_id]))
            seen = page.context["form"]["seen_version"].value()
            without += [] if seen == case.version else [name]
    assert without == []
