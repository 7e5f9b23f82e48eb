"""What becomes public is what the Panel had: exactly that text, or one of which partners
of two bodies say that what changed is not material."""

from datetime import timedelta

import pytest
from django.urls import reverse

from heed.cases.steps import Refused
from heed.publications import actions
from heed.publications.models import NotMaterial, Publication
from heed.publications.queries import facts_of, gate_of, paper_or_404, texts_to_send
from heed.publications.texts import text_of
from tests.cases.factories import it_is
from tests.partnership.factories import signed_in
from tests.publications.factories import (
    PUBLISHED,
    REPORT,
    SENT,
    approved,
    prepared,
    ready_to_publish,
    searched,
    sent_ahead,
    tried,
)

pytestmark = pytest.mark.django_db(databases=["default", "library"])
AFTER = SENT + timedelta(days=1)


def a_text_changed_after_the_copies():
    """Everything is ready but the copies: they went, and a word was changed since."""
    case, people = ready_to_publish()
    prepared(case, people, summary="Another summary.", at=AFTER)
    searched(case, people, at=AFTER)
    approved(case, people["manager"], people["police"], at=AFTER)
    case.refresh_from_db()
    return case, people


def not_material(case, person, *, at=AFTER, mark=None, words="A comma."):
    text = text_of(paper_or_404(case, REPORT))
    return actions.record_not_material(
        case,
        kind=REPORT,
        content_hash=mark or text.content_hash,
        words=words,
        by=person,
        at=at,
    )


def published(case, people, *, at=PUBLISHED):
    return actions.publish(case, by=people["manager"], at=at)


def test_a_text_that_the_panel_never_saw_is_not_published():
    case, people = a_text_changed_after_the_copies()
    with pytest.raises(Refused, match="changed since the copies went"):
        published(case, people)

    tried(case, people, at=AFTER)
    sent_ahead(case, people, at=AFTER)
    with pytest.raises(Refused, match="the last copy went on 20 May 2026"):
        published(case, people)
    published(case, people, at=PUBLISHED + timedelta(days=3))


def test_a_text_that_went_back_to_what_was_sent_counts_from_its_copy():
    case, people = a_text_changed_after_the_copies()
    prepared(case, people, at=AFTER)
    facts = facts_of(Publication.objects.get(case=case), at=AFTER)
    assert facts.earliest_on == PUBLISHED.date()


def test_partners_of_two_bodies_record_that_the_change_is_not_material():
    case, people = a_text_changed_after_the_copies()
    not_material(case, people["icb"])
    with pytest.raises(Refused, match="takes two bodies"):
        not_material(case, people["icb"])
    with pytest.raises(Refused, match="it takes two bodies"):
        published(case, people)
    with pytest.raises(Refused, match="Only"):
        not_material(case, people["manager"])

    not_material(case, people["police"], words="One comma in the summary.")

    _, items = gate_of(Publication.objects.get(case=case), at=PUBLISHED)
    (copies,) = (item for item in items if item.slug == "report.copies")
    assert "the integrated care board and the police recorded" in copies.sentence
    published(case, people)
    assert NotMaterial.objects.count() == 2


def test_it_holds_for_exactly_the_text_of_which_it_was_said():
    case, people = a_text_changed_after_the_copies()
    not_material(case, people["icb"])
    not_material(case, people["police"])
    before = text_of(paper_or_404(case, REPORT)).content_hash
    prepared(case, people, summary="And another one.", at=AFTER)

    with pytest.raises(Refused, match="changed since you opened it"):
        not_material(case, people["local_authority"], mark=before)
    with pytest.raises(Refused, match="changed since the copies went"):
        published(case, people)


def test_it_is_judged_against_the_copy_that_went_last():
    case, people = a_text_changed_after_the_copies()
    not_material(case, people["icb"])
    not_material(case, people["police"])
    prepared(case, people, summary="Sent as a second version.", at=AFTER)
    sent_ahead(case, people, at=AFTER + timedelta(hours=1))
    prepared(case, people, summary="Another summary.", at=AFTER)
    with pytest.raises(Refused, match="changed since the copies went"):
        published(case, people)


def test_of_what_was_sent_as_it_stands_nobody_says_so():
    case, people = ready_to_publish()
    with pytest.raises(Refused, match="No copy went ahead from which this text"):
        not_material(case, people["icb"])


def test_the_shortfall_stays_known_when_the_text_is_put_right_later():
    case, people = ready_to_publish(but={"copies"})
    sent_ahead(case, people, at=SENT + timedelta(days=2))
    for body in ("icb", "police"):
        actions.advance_early(
            case,
            reason="court_order",
            words="The order of 20 May.",
            by=people[body],
            at=SENT + timedelta(days=2),
        )
    assert published(case, people).days_short == 2

    prepared(case, people, summary="Put right.", at=PUBLISHED)

    assert facts_of(Publication.objects.get(), at=PUBLISHED).days_short == 2


def test_the_page_shows_what_was_recorded_and_the_button_is_offered(client):
    case, people = a_text_changed_after_the_copies()
    signed_in(client, people["icb"])
    address = reverse("record_not_material", args=[case.public_id])
    at_the_case = reverse("case", args=[case.public_id])
    with it_is(AFTER):
        assert address in client.get(at_the_case).content.decode()
        form = client.get(address).context["form"]
        post = {"content_hash": form["content_hash"].value(), "words": "One comma."}
        assert client.post(address, post).status_code == 302
        shown = client.get(at_the_case).content.decode()
    assert "One comma." in shown


def test_copies_are_not_asked_for_once_they_have_gone(client):
    case, people = ready_to_publish()
    assert texts_to_send(Publication.objects.get(case=case)) == []
    signed_in(client, people["coordinator"])
    with it_is(AFTER):
        shown = client.get(reverse("case", args=[case.public_id])).content.decode()
    assert reverse("send_advance_copies", args=[case.public_id]) not in shown
