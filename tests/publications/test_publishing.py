"""The report becomes public, and what the library then holds."""

from datetime import UTC, date, datetime, timedelta

import pytest
from django.db import connection

from heed.audit.models import Entry
from heed.cases.actions import note_circumstance
from heed.cases.deadlines import running_deadline
from heed.cases.models import Case
from heed.cases.steps import Refused
from heed.correspondence.models import OutgoingEmail
from heed.library.bundles import NotReceivable
from heed.library.models import Publication as Shown
from heed.library.models import Publisher
from heed.partnership.models import Partnership
from heed.publications import actions
from heed.publications.handed import refused_of, waiting_hand_overs
from heed.publications.models import HandOver, Publication
from heed.rulebook.circumstances import Circumstance
from heed.rulebook.clocks import AVAILABILITY, REPORT_DUE, WITHDRAWAL_CONFIRMED
from heed.rulebook.language import Stage
from tests.cases.factories import HEED
from tests.partnership.factories import a_partnership
from tests.publications.factories import (
    PUBLISHED,
    a_published_report,
    approved,
    corrected,
    prepared,
    ready_to_publish,
    searched,
    step_by_name,
    tried,
)

pytestmark = pytest.mark.django_db(databases=["default", "library"])
LATER = PUBLISHED + timedelta(days=3)


def handed_down(at=PUBLISHED):
    actions.hand_down_what_is_due(by=HEED, at=at)


def published(**choices):
    case, people, publication = a_published_report(**choices)
    handed_down()
    return case, people, publication


def shown():
    return Shown.objects.filter(withdrawn_version=0)


def test_a_published_report_begins_with_who_the_child_was_and_keeps_its_year():
    case, _people, _publication = published()

    row = Shown.objects.get()
    assert case.stage == Stage.PUBLISHED
    assert row.child_anchor == "who-the-child-was"
    assert row.slug == "goldcrest-2026"
    assert row.title.startswith("Goldcrest: ")
    assert row.lead_reviewers == ["Orla Fenwright"]
    assert row.stays_until == date(2027, 5, 29)
    assert row.downloads.get(form="pdf").content.startswith(b"%PDF-")
    assert running_deadline(case, REPORT_DUE) is None
    assert running_deadline(case, AVAILABILITY).due_on == date(2027, 5, 29)


def test_the_library_learns_the_partnership_before_its_first_report():
    case, _, _ = published()
    publisher = Publisher.objects.get()
    assert (publisher.slug, publisher.name) == (
        case.partnership.slug,
        case.partnership.name,
    )

    case.partnership.business_unit_telephone = "01632 960999 (8am to 6pm)"
    case.partnership.save(update_fields=["business_unit_telephone"])
    handed_down(LATER)
    handed_down(LATER)

    publisher.refresh_from_db()
    assert publisher.version == 2
    unit = publisher.contact[0]
    assert unit["words"] == "01632 960999 (8am to 6pm)"
    assert unit["link"] == "tel:01632960999"


def test_nothing_reaches_the_library_before_the_step_is_committed(
    django_capture_on_commit_callbacks,
):
    case, people = ready_to_publish()
    with django_capture_on_commit_callbacks(execute=False) as after_commit:
        actions.publish(case, by=people["manager"], at=PUBLISHED)
    assert not Shown.objects.exists()

    for hand_down in after_commit:
        hand_down()
    assert shown().count() == 1


def test_what_is_noted_to_be_on_hold_is_not_published_until_that_is_over():
    case, people = ready_to_publish()
    hold = {"circumstance": Circumstance.PUBLICATION_ON_HOLD, "by": people["manager"]}
    day = {"since_on": PUBLISHED.date(), "at": PUBLISHED}
    note_circumstance(case, is_over=False, words="The trial.", **hold, **day)
    with pytest.raises(Refused, match="publication is on hold"):
        actions.publish(case, by=people["manager"], at=PUBLISHED)

    note_circumstance(case, is_over=True, words="It has ended.", **hold, **day)

    assert actions.publish(case, by=people["manager"], at=PUBLISHED)


def test_handing_down_again_changes_nothing():
    published()
    first = Shown.objects.get()
    HandOver.objects.update(done_at=None)

    handed_down(LATER)

    again = Shown.objects.get()
    assert (again.version, again.changed_at) == (first.version, first.changed_at)
    assert HandOver.objects.get().outcome == "already"


def test_what_the_library_cannot_take_now_is_tried_again(monkeypatch):
    from heed.publications.actions import handing

    a_published_report()

    def broken(*args, **kwargs):
        raise OSError("The disk says a child's name.")

    with monkeypatch.context() as patch:
        patch.setattr(handing.library, "receive", broken)
        handed_down()
    kept = HandOver.objects.get()
    assert (kept.done_at, kept.failure, kept.tries) == (None, "OSError", 1)

    handed_down(LATER)
    assert shown().count() == 1


def test_a_partnership_that_the_library_cannot_take_keeps_no_other_back(monkeypatch):
    from heed.publications.actions import handing

    names = ("Ash Vale", "Birch Vale")
    areas = [a_partnership(name=name, at=PUBLISHED) for name in names]
    for each in areas:
        handing.hand_down_publisher(each, by=HEED, at=PUBLISHED)
    Partnership.objects.update(business_unit_telephone="01632 960 001")
    taken = handing.library.receive_publisher

    def refuses_the_first(card, **when):
        if card.slug == areas[0].slug:
            raise NotReceivable("A link leads nowhere.")
        return taken(card, **when)

    with monkeypatch.context() as patch:
        patch.setattr(handing.library, "receive_publisher", refuses_the_first)
        handed_down(LATER)
    newest = Publisher.objects.get(slug=areas[1].slug)
    assert newest.contact[0]["words"] == "01632 960 001"
    assert Publisher.objects.get(slug=areas[0].slug).version == 1


STILL_SAID = {
    "day": "No day is planned",
    "search": "not searched",
    "approvals": "nobody has approved",
    "proceedings": "Nobody has confirmed that proceedings",
    "draft": "offered the draft",
    "told": "told the planned day",
}


def test_it_stays_shut_until_the_last_item_has_passed():
    case, people = ready_to_publish(but=STILL_SAID)
    left = dict(STILL_SAID)
    while left:
        with pytest.raises(Refused) as refused:
            actions.publish(case, by=people["manager"], at=PUBLISHED)
        assert [s for s in left.values() if s not in str(refused.value)] == []
        step_by_name(case, people, next(iter(left)))
        left.pop(next(iter(left)))
    assert not HandOver.objects.exists()
    assert Case.objects.get(pk=case.pk).stage == Stage.BEFORE_PUBLICATION
    refusals = Entry.objects.filter(what="publish", result="refused")
    assert refusals.count() == len(STILL_SAID)

    actions.publish(case, by=people["manager"], at=PUBLISHED)


def test_it_is_not_published_one_working_day_early():
    case, people = ready_to_publish(but={"day", "told"})
    from tests.publications.factories import family_was, planned

    planned(case, people, date(2026, 5, 28))
    family_was(case, people, "publication_date", at=PUBLISHED - timedelta(days=2))

    with pytest.raises(Refused, match="the first day is 29 May 2026"):
        actions.publish(
            case, by=people["manager"], at=datetime(2026, 5, 28, 9, 0, tzinfo=UTC)
        )


def test_only_the_manager_publishes():
    case, people = ready_to_publish()
    for who in ("coordinator", "local_authority", "reviewer"):
        with pytest.raises(Refused, match="Only a manager"):
            actions.publish(case, by=people[who], at=PUBLISHED)


def test_the_family_is_told_anew_when_the_day_changes():
    case, people = ready_to_publish()
    from tests.publications.factories import planned

    planned(case, people, date(2026, 6, 1), at=PUBLISHED)

    with pytest.raises(Refused, match="told the planned day"):
        actions.publish(
            case, by=people["manager"], at=datetime(2026, 6, 1, 9, 0, tzinfo=UTC)
        )


def test_partners_and_reviewer_are_told_without_a_word_of_the_case():
    _case, people, _ = published()
    told = OutgoingEmail.objects.filter(letter="report_published")
    assert {email.to_address for email in told} == {
        people[who].email for who in ("local_authority", "icb", "police", "reviewer")
    }
    assert "Goldcrest" not in str([email.fields for email in told])


def test_what_is_not_yet_public_lies_sealed():
    case, people = ready_to_publish()
    prepared(case, people, summary="A canary sang in Ostlebridge.")
    with connection.cursor() as cursor:
        cursor.execute("SELECT words FROM publications_paper")
        stored = b"".join(bytes(row[0]) for row in cursor.fetchall())
    assert b"Ostlebridge" not in stored


def test_the_page_is_gone_at_the_next_request_when_somebody_withdraws_it():
    case, people, _ = published()

    actions.withdraw_published(
        case, reasons="It names a street.", by=people["icb"], at=LATER
    )
    handed_down(LATER)

    row = Shown.objects.get()
    assert row.is_gone
    assert (row.title, row.document) == ("", None)
    assert not row.downloads.exists()
    assert running_deadline(case, WITHDRAWAL_CONFIRMED).due_on == date(2026, 6, 2)


def test_a_withdrawal_overtakes_a_version_that_has_not_arrived():
    case, people, _ = a_published_report()
    actions.withdraw_published(case, reasons="Wrong.", by=people["icb"], at=PUBLISHED)

    handed_down()

    assert Shown.objects.get().is_gone
    assert list(HandOver.objects.values_list("outcome", flat=True)) == [
        "withdrawn",
        "withdrawn",
    ]


def test_a_withdrawal_is_never_refused_whatever_code_it_gives():
    case, people, _ = published()
    actions.withdraw_published(
        case, reasons="R", because="of_tomorrow", by=people["icb"], at=LATER
    )
    HandOver.objects.filter(what="withdraw").update(refused_at=LATER)
    assert waiting_hand_overs(Publication.objects.get())

    handed_down(LATER)

    row = Shown.objects.get()
    assert (row.is_gone, row.gone_because) == (True, "")
    assert refused_of(Publication.objects.get()) == []


def test_a_second_person_confirms_a_withdrawal():
    case, people, _ = published()
    actions.withdraw_published(case, reasons="Wrong.", by=people["icb"], at=LATER)

    with pytest.raises(Refused, match="second person"):
        actions.confirm_withdrawal(case, by=people["icb"], at=LATER)
    actions.confirm_withdrawal(case, by=people["police"], at=LATER)

    assert running_deadline(case, WITHDRAWAL_CONFIRMED) is None
    with pytest.raises(Refused, match="No withdrawal waits"):
        actions.confirm_withdrawal(case, by=people["police"], at=LATER)


def sent(letter):
    return OutgoingEmail.objects.filter(letter=letter)


def test_those_who_may_confirm_a_withdrawal_and_the_reviewer_are_told_of_it():
    case, people, _ = published()

    actions.withdraw_published(case, reasons="Wrong.", by=people["icb"], at=LATER)

    told = {each.to_address for each in sent("page_withdrawn")}
    assert {people[who].email for who in ("manager", "police", "reviewer")} <= told


def test_an_unconfirmed_withdrawal_stays_and_is_asked_about_each_working_day():
    case, people, _ = published()
    actions.withdraw_published(case, reasons="Wrong.", by=people["icb"], at=LATER)
    ask = actions.ask_who_confirms_withdrawals

    in_time = LATER + timedelta(days=1)
    assert ask(by=HEED, at=in_time) == 0
    for day in (2, 2, 3, 5, 6):  # Wednesday twice, Thursday, then a weekend
        assert ask(by=HEED, at=LATER + timedelta(days=day)) == 1

    mine = list(sent("withdrawal_waits"))
    police = [each for each in mine if each.to_address == people["police"].email]
    assert len(police) == 2
    assert Publication.objects.get().is_public is False
    actions.confirm_withdrawal(case, by=people["police"], at=LATER + timedelta(days=7))
    assert ask(by=HEED, at=LATER + timedelta(days=8)) == 0


def test_a_withdrawal_goes_through_even_without_reasons():
    case, people, _ = published()
    actions.withdraw_published(case, reasons="", by=people["icb"], at=LATER)
    assert Publication.objects.get().is_public is False


def test_ordinary_removal_within_a_year_is_refused():
    case, people, _ = published()
    for moment in (LATER, datetime(2027, 5, 28, 9, 0, tzinfo=UTC)):
        with pytest.raises(Refused, match="until 29 May 2027"):
            actions.agree_to_remove(
                case, reasons="It is old.", by=people["manager"], at=moment
            )


def test_after_a_year_two_people_take_it_down():
    case, people, _ = published()
    moment = datetime(2027, 6, 1, 9, 0, tzinfo=UTC)
    with pytest.raises(Refused, match="Two people"):
        actions.remove_published(case, reasons="Old.", by=people["manager"], at=moment)
    actions.agree_to_remove(case, reasons="Old.", by=people["manager"], at=moment)
    with pytest.raises(Refused, match="Two people"):
        actions.remove_published(case, reasons="Old.", by=people["manager"], at=moment)

    actions.remove_published(case, reasons="Old.", by=people["icb"], at=moment)
    handed_down(moment)

    row = Shown.objects.get()
    assert (row.is_gone, row.state) == (True, "removed")
    assert running_deadline(case, AVAILABILITY) is None


def test_a_correction_is_a_new_version_at_the_same_address():
    case, people, _ = published()
    with pytest.raises(Refused, match="text that is published already"):
        actions.publish_correction(
            case, reasons="None.", by=people["manager"], at=LATER
        )
    prepared(case, people, summary="Put right.", at=LATER)
    corrected(case, people, "The summary is put right.", at=LATER)
    with pytest.raises(Refused, match="nobody has approved"):
        actions.publish_correction(
            case, reasons="A word.", by=people["manager"], at=LATER
        )
    searched(case, people, at=LATER)
    approved(case, people["manager"], people["icb"], at=LATER)
    with pytest.raises(Refused, match="has changed since: it is tried anew"):
        actions.publish_correction(case, reasons="R", by=people["manager"], at=LATER)
    tried(case, people, at=LATER)

    actions.publish_correction(case, reasons="A word.", by=people["manager"], at=LATER)
    handed_down(LATER)

    row = Shown.objects.get()
    assert (row.version, row.slug, row.summary) == (2, "goldcrest-2026", "Put right.")
    assert row.published_on == date(2026, 5, 29)
    HandOver.objects.update(done_at=None)
    handed_down(LATER)
    outcomes = HandOver.objects.order_by("number").values_list("outcome", flat=True)
    assert list(outcomes) == ["older", "already"]
    assert Shown.objects.get().summary == "Put right."


def test_after_a_withdrawal_the_page_comes_back_as_a_correction():
    case, people, _ = published()
    actions.withdraw_published(case, reasons="Wrong.", by=people["icb"], at=LATER)
    with pytest.raises(Refused, match="confirms the withdrawal first"):
        actions.publish_correction(case, reasons="R", by=people["manager"], at=LATER)
    actions.confirm_withdrawal(case, by=people["police"], at=LATER)
    with pytest.raises(Refused, match="approve"):
        actions.publish_correction(case, reasons="R", by=people["manager"], at=LATER)

    anew = LATER + timedelta(hours=1)
    approved(case, people["manager"], people["police"], at=anew)
    actions.publish_correction(case, reasons="R", by=people["manager"], at=anew)
    handed_down(anew)

    row = Shown.objects.get()
    assert (row.version, row.is_gone) == (3, False)
