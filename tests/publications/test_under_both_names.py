"""Two partnerships publish one review: the partners of each decide for theirs, see what
is shared and nothing else of the case of the other, and it stands under both names."""

import io
from datetime import timedelta

import pypdf
import pytest
from django.urls import reverse

from heed.cases.actions import declare_on_share, end_share, share_case
from heed.cases.models import Case
from heed.cases.steps import Refused
from heed.correspondence.models import OutgoingEmail
from heed.library.models import Publication as Shown
from heed.library.models import Publisher
from heed.publications import actions
from heed.publications.joining import areas_answered_for, joined_with, joining_on
from heed.publications.models import Paper, Publication
from heed.publications.readback import said_of_itself
from heed.publications.rehearsal import row_of
from heed.publications.texts import text_of
from heed.rulebook.language import Role, Seat
from heed.rulebook.sharing import Leads, Part
from tests.cases.factories import HEED, it_is
from tests.partnership.factories import a_partnership, a_person, also, signed_in
from tests.publications.factories import PUBLISHED, SENT, ready_to_publish

pytestmark = pytest.mark.django_db(databases=["default", "library"])
BODIES = ("local_authority", "icb", "police")
HOUR = timedelta(hours=1)


def two_areas():
    """A report that is ready, shared with another area whose partners have declared."""
    case, people = ready_to_publish()
    return case, people, *shared_with_another_area(case, people)


def shared_with_another_area(case, people):
    """The share, and the partners of the other area by their seats."""
    there = a_partnership(at=SENT)
    share = share_case(
        case,
        other_area=there,
        leads=Leads.THIS_AREA,
        parts=[Part.PUBLICATION],
        agreed_on=SENT.date(),
        words="Both chairs, by letter.",
        by=people["icb"],
        at=SENT,
    )
    theirs = {}
    for seat in BODIES:
        role = Role.DELEGATED_PARTNER
        theirs[seat] = a_person(role, partnership=there, seat=Seat(seat), at=SENT)
        declare_on_share(share, answer="none", by=theirs[seat], at=SENT)
    return share, theirs


def proposed(case, people, share):
    return actions.propose_joint_publication(
        case, share=share, reasons="She lived in both.", by=people["icb"], at=SENT
    )


def answers(share, person, answer="agrees", *, area=None):
    why = "We have weighed it."
    return actions.answer_on_joint(
        share, answer=answer, reasons=why, area=area, by=person, at=SENT
    )


def names_rehearsed(case):
    paper = Paper.objects.get(case=case, kind=Paper.Kind.REPORT)
    assert joined_with(paper.publication)[0].name in said_of_itself(paper)
    row = row_of(paper, text_of(paper), at=SENT)
    return [each.name for each in row.joint_with.all()]


def printed(row):
    pdf = pypdf.PdfReader(io.BytesIO(row.downloads.get(form="pdf").content))
    return " ".join(pdf.pages[0].extract_text().split())


def test_the_partners_of_each_area_decide_for_theirs_and_both_names_stand_on_it():
    case, people, share, theirs = two_areas()
    proposed(case, people, share)
    answers(share, people["police"])
    with pytest.raises(Refused, match="already"):
        answers(share, people["icb"])
    answers(share, people["local_authority"], "dissents")
    answers(share, theirs["icb"])
    answers(share, theirs["police"])
    with pytest.raises(Refused, match="have not all answered"):
        actions.publish(case, by=people["manager"], at=PUBLISHED)

    answers(share, theirs["local_authority"])
    assert names_rehearsed(case) == [theirs["icb"].partnership.name]
    actions.publish(case, by=people["manager"], at=PUBLISHED)
    actions.hand_down_what_is_due(by=HEED, at=PUBLISHED)

    there = theirs["icb"].partnership
    row = Shown.objects.get()
    assert (row.state, row.publisher.name) == ("joint", case.partnership.name)
    assert [each.name for each in row.joint_with.all()] == [there.name]
    assert Publisher.objects.get(slug=there.slug).version == 1
    assert f"{case.partnership.name} and {there.name}" in printed(row)
    told = OutgoingEmail.objects.filter(letter="joint_publication_asked")
    assert theirs["police"].email in {each.to_address for each in told}
    end_share(case, share=share, reason="R", by=people["icb"], at=PUBLISHED + HOUR)
    assert joined_with(Publication.objects.get()) == [there]


def test_who_sits_in_both_areas_says_for_which_they_answer():
    case, people, share, theirs = two_areas()
    proposed(case, people, share)
    both, there = people["police"], theirs["icb"].partnership
    also(both, Role.DELEGATED_PARTNER, partnership=there, seat=Seat.POLICE, at=SENT)
    joining = joining_on(share)
    assert areas_answered_for(both, joining, at=SENT) == [case.partnership, there]
    with pytest.raises(Refused, match="say for which"):
        answers(share, both)

    for area in (case.partnership, there):
        answers(share, both, area=area)

    assert {each.area for each in joining.answers.filter(person=both)} == {
        case.partnership,
        there,
    }
    with pytest.raises(Refused, match="already"):
        answers(share, both)
    stranger = a_partnership(at=SENT)
    with pytest.raises(Refused, match="for which body"):
        answers(share, theirs["icb"], area=stranger)


def test_an_area_that_does_not_agree_keeps_it_shut_until_it_is_taken_back():
    case, people, share, theirs = two_areas()
    proposed(case, people, share)
    for seat in ("police", "local_authority"):
        answers(share, people[seat])
    for seat in BODIES:
        answers(share, theirs[seat], "dissents")
    with pytest.raises(Refused, match="do not agree to publish jointly"):
        actions.publish(case, by=people["manager"], at=PUBLISHED)

    actions.end_joint_publication(
        case, share=share, reasons="They do not.", by=people["icb"], at=SENT
    )

    assert joined_with(Publication.objects.get()) == []
    assert actions.publish(case, by=people["manager"], at=PUBLISHED)


def test_the_other_area_answers_on_its_page_and_opens_nothing_of_the_case(client):
    case, people, share, theirs = two_areas()
    proposed(case, people, share)
    person = theirs["icb"]
    with it_is(SENT):
        signed_in(client, person)
        shown = client.get(reverse("shared_case", args=[share.public_id])).text
        page = reverse("answer_on_joint", args=[share.public_id])
        assert page in shown
        begins = client.get(page).text
        assert "read it before you answer" in begins
        assert "Answer for your body" in begins
        sent = client.post(page, {"answer": "agrees", "reasons": "Ours too."})
        assert "Answer for your body" not in client.get(page).text
        again = client.post(page, {"answer": "agrees", "reasons": "And again."}).text
        closed = client.get(reverse("joint_publication", args=[case.public_id]))
    assert sent.status_code == 302
    assert closed.status_code == 404
    assert "There is a problem" in again
    assert "And again." in again
    assert "She lived in both." not in shown
    assert not Case.objects.visible_to(person, at=SENT).exists()


def test_who_has_not_declared_or_holds_no_seat_there_does_not_answer():
    case, people, share, theirs = two_areas()
    proposed(case, people, share)
    there = theirs["icb"].partnership
    undeclared = a_person(
        Role.LEAD_PARTNER, partnership=there, seat=Seat.POLICE, at=SENT
    )
    with pytest.raises(Refused, match="interest"):
        answers(share, undeclared)
    manager = a_person(Role.MANAGER, partnership=there, at=SENT)
    declare_on_share(share, answer="none", by=manager, at=SENT)
    with pytest.raises(Refused):
        answers(share, manager)
