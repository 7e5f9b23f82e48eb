"""What the business unit keeps in the public library beside the reports of cases."""

import re
from datetime import timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import OperationalError
from django.test import Client
from django.urls import reverse

from heed import clock
from heed.audit.models import Entry
from heed.cases.actions import add_child
from heed.correspondence.models import OutgoingEmail
from heed.learning.actions import publish_own_briefing
from heed.library.bundles import NotReceivable
from heed.library.models import Publication
from heed.library.search import search
from heed.papers.blocks import document, heading, paragraph
from heed.papers.write_docx import write_docx
from heed.partnership.refusals import Refused
from heed.publications.actions import (
    ask_who_confirms_earlier,
    confirm_earlier_withdrawal,
    earlier_handing,
    enter_earlier_review,
    hand_down_earlier,
    withdraw_earlier_review,
)
from heed.publications.models import EarlierReview, EarlierWithdrawal
from heed.rulebook.language import Role
from tests.cases.factories import HEED, NOON, a_case_with_people
from tests.chronologies.factories import brought_in
from tests.partnership.factories import (
    a_partnership,
    a_person,
    an_organisation,
    signed_in,
)

pytestmark = pytest.mark.django_db(databases=["default", "library"])

REPORT = document(
    heading(1, "Serious case review: Child Q2"),
    heading(2, "What we found"),
    paragraph("The bruises of a baby were not spoken about."),
)
SAID = {
    "title": "Child Q2",
    "type_as_published": "Serious case review",
    "published": "March 2016",
    "themes": ["C03"],
    "pseudonyms": "Wren",
    "looked_at": "on",
}


@pytest.fixture(autouse=True)
def index_folder(settings, tmp_path):
    settings.LIBRARY_INDEX_FOLDER = tmp_path / "index"


@pytest.fixture
def manager():
    return a_person(Role.MANAGER)


def put_forward(client, **changes):
    return client.post(reverse("enter_earlier_review"), SAID | changes)


def a_partner_of(manager):
    return a_person(Role.DELEGATED_PARTNER, partnership=manager.partnership)


def entered_by(person, row, **changes):
    said = {"content_hash": row.content_hash, "read_it": "on"} | changes
    desk = signed_in(Client(), person)
    return desk.post(reverse("earlier_review", args=[row.public_id]), said)


def enter(client, manager, **changes):
    """Put forward by the manager, and entered by a partner who has read it."""
    answer = put_forward(client, **changes)
    assert answer.status_code == 302
    return entered_by(a_partner_of(manager), EarlierReview.objects.last())


def words(answer):
    return re.sub(r"\s+", " ", answer.content.decode())


def sent(letter):
    return OutgoingEmail.objects.filter(letter=letter)


def found(question):
    return [hit.publication.title for hit in search(question).hits]


def test_a_serious_case_review_is_entered_and_found_by_either_name(client, manager):
    desk = signed_in(client, manager)
    file = SimpleUploadedFile("q2.docx", write_docx(REPORT))

    assert enter(desk, manager, file=file).status_code == 302

    row = Publication.objects.get()
    assert (row.type_as_published, row.shown_date, row.year) == (
        "Serious case review",
        "March 2016",
        2016,
    )
    assert row.publisher.name == manager.partnership.name
    for question in (
        "SCR",
        "practice review",
        "serious case review",
        "bruises",
        "wren",
    ):
        assert found(question) == ["Child Q2"]
    assert "Child Q2" in words(desk.get(reverse("public_library")))
    entry = Entry.objects.filter(what="enter_earlier_review").get()
    assert entry.result == "done"
    assert entry.actor_id != str(manager.pk)


def test_what_is_put_forward_is_public_only_when_another_body_entered_it(
    client, manager
):
    partner = a_partner_of(manager)
    coordinator = a_person(Role.COORDINATOR, partnership=manager.partnership)
    assert put_forward(signed_in(client, coordinator)).status_code == 302
    row = EarlierReview.objects.get()

    assert not Publication.objects.exists()
    assert [m.to_address for m in sent("earlier_review_waits")] == [partner.email]
    assert "Somebody of another body" in words(entered_by(manager, row))
    assert "Who approves publications" in words(entered_by(coordinator, row))
    assert "Read it again" in words(entered_by(partner, row, content_hash="0" * 64))
    assert entered_by(a_person(Role.DELEGATED_PARTNER), row).status_code == 404
    assert not Publication.objects.exists()

    page = signed_in(Client(), partner).get(
        reverse("earlier_review", args=[row.public_id])
    )
    assert "Child Q2" in words(page)
    assert entered_by(partner, row).status_code == 302
    assert Publication.objects.get().title == "Child Q2"
    assert entered_by(partner, row).status_code == 404


def test_what_is_set_aside_never_comes_into_the_library(client, manager):
    put_forward(signed_in(client, manager))
    row, partner = EarlierReview.objects.get(), a_partner_of(manager)

    signed_in(Client(), partner).post(
        reverse("set_aside_earlier_review", args=[row.public_id])
    )

    assert entered_by(partner, row).status_code == 404
    assert not Publication.objects.exists()


def test_what_names_a_child_of_any_case_here_or_a_number_is_not_put_forward(client):
    case, people = a_case_with_people()
    name_child_of(case, people["coordinator"])
    desk = signed_in(client, people["manager"])
    leak = document(paragraph("Tobiah Marchwinter of 17 Nightjar Close was hurt."))

    for answer in (
        put_forward(desk, title="Tobiah Marchwinter"),
        put_forward(desk, file=SimpleUploadedFile("q2.docx", write_docx(leak))),
        put_forward(desk, title="NHS 943 476 5919"),
    ):
        assert "could identify somebody" in words(answer)
    assert not EarlierReview.objects.exists()


def test_what_came_into_a_case_since_is_found_when_it_is_entered(client):
    case, people = a_case_with_people()
    put_forward(signed_in(client, people["manager"]), title="Marchwinter")
    row = EarlierReview.objects.get()
    name_child_of(case, people["coordinator"])

    answer = entered_by(people["icb"], row)

    assert "could identify somebody" in words(answer)
    assert not Publication.objects.exists()


def name_child_of(case, by):
    add_child(
        case,
        given_name="Tobiah",
        family_name="Marchwinter",
        address="17 Nightjar Close",
        by=by,
        at=NOON,
    )


def test_the_same_title_and_year_entered_anew_puts_it_right(client, manager):
    desk = signed_in(client, manager)
    enter(desk, manager)
    was = {"link": "https://example.org/q2", "link_is_dead": "on"}
    lacking = words(put_forward(desk, **(was | {"link": ""})))
    enter(desk, manager, type_as_published="Learning review", **was)

    assert "Give the address at which it was" in lacking
    shown = Publication.objects.get()
    assert (shown.type_as_published, shown.link_is_dead) == ("Learning review", True)


def test_what_is_lacking_is_said_and_what_was_typed_stays(client, manager):
    desk = signed_in(client, manager)

    answer = put_forward(desk, published="long ago", looked_at="")

    page = words(answer)
    assert "Say at least the year in which it came out." in page
    assert 'value="long ago"' in page
    assert 'value="Child Q2"' in page
    assert not Publication.objects.exists()


def test_a_file_that_cannot_be_read_enters_nothing_and_says_why(client, manager):
    desk = signed_in(client, manager)

    answer = put_forward(desk, file=SimpleUploadedFile("q2.docx", b"not a Word file"))

    assert answer.status_code == 200
    assert "error-summary" in words(answer)
    assert not Publication.objects.exists()
    assert Entry.objects.get(what="propose_earlier_review").result == "refused"


def test_whoever_anybody_told_of_in_a_case_is_searched_for_in_it(client):
    case, people = a_case_with_people()
    agency = an_organisation(case.partnership, "community", at=NOON)
    brought_in(case, agency, people, "3 May 2025,10:30,Notes,PC Odalys Tern rang,,,,")
    desk = signed_in(client, people["manager"])
    told = document(*REPORT.blocks, paragraph("Odalys Tern was thanked."))

    answer = put_forward(desk, file=SimpleUploadedFile("q.docx", write_docx(told)))

    assert "The search found what could identify somebody" in words(answer)
    assert not EarlierReview.objects.exists()


def test_an_earlier_review_is_withdrawn_at_once_and_does_not_come_back(client, manager):
    desk = signed_in(client, manager)
    enter(desk, manager)
    row = Publication.objects.get()

    desk.post(reverse("withdraw_earlier_review"), {"review": str(row.id)})

    row.refresh_from_db()
    assert row.is_gone
    assert found("SCR") == []
    assert "was withdrawn, and does not come back" in words(enter(desk, manager))


def fails(*_, **__):
    raise RuntimeError


def test_nothing_of_an_earlier_review_is_public_that_the_desk_has_no_record_of(
    client, manager, monkeypatch
):
    put_forward(signed_in(client, manager))
    row, partner = EarlierReview.objects.get(), a_partner_of(manager)
    how = {"content_hash": row.content_hash, "by": partner, "at": clock.now()}
    with monkeypatch.context() as broken:
        broken.setattr("heed.partnership.records.record", fails)
        with pytest.raises(RuntimeError):
            enter_earlier_review(row, **how)
    assert not Publication.objects.exists()
    with monkeypatch.context() as broken:
        broken.setattr("heed.library.actions.enter_all", fails)
        assert enter_earlier_review(row, **how) == "waits"
    assert not Publication.objects.exists()

    hand_down_earlier(by=HEED, at=NOON)

    shown = Publication.objects.get()
    row.refresh_from_db()
    assert (shown.title, row.is_on_its_way) == ("Child Q2", False)
    with monkeypatch.context() as broken:
        broken.setattr("heed.library.actions.withdraw", fails)
        partnership = manager.partnership
        why = {"reasons": "", "by": manager, "at": clock.now()}
        withdraw_earlier_review(partnership, shown, **why)
        assert "not taken it off yet" in words(client.get(reverse("public_library")))
    hand_down_earlier(by=HEED, at=NOON)
    shown.refresh_from_db()
    assert shown.is_gone


@pytest.mark.parametrize("noted", [True, False], ids=["noted", "before that was noted"])
def test_what_can_never_be_handed_down_keeps_no_other_waiting(
    client, manager, monkeypatch, noted
):
    """Its words cannot be opened: the next one is there all the same; and once they
    can, they do not come after the same review was put right."""
    desk = signed_in(client, manager)
    with monkeypatch.context() as broken:
        broken.setattr("heed.library.actions.enter_all", fails)
        enter(desk, manager, pseudonyms="Old")
    kept = EarlierReview.objects.get()
    opened = earlier_handing.unpacked
    with monkeypatch.context() as broken:
        broken.setattr(
            "heed.publications.actions.earlier_handing.unpacked",
            lambda plain: fails() if plain == kept.entry else opened(plain),
        )
        enter(desk, manager, title="Child Z9")
        enter(desk, manager)
    library = reverse("public_library")
    assert "Entered, and not in the library yet: 1" in words(desk.get(library))
    assert {row.title for row in Publication.objects.all()} == {"Child Z9", "Child Q2"}
    if not noted:
        EarlierReview.objects.update(library_id=None, outcome="")

    hand_down_earlier(by=HEED, at=NOON)

    kept.refresh_from_db()
    assert not kept.is_on_its_way
    assert "not in the library yet" not in words(desk.get(library))
    assert Publication.objects.get(title="Child Q2").pseudonyms == ["Wren"]


def test_what_the_library_refused_put_nothing_right_and_keeps_none_waiting(
    client, manager, monkeypatch
):
    """What was entered after it was refused by the library, and opens no more: the one
    that waited goes down all the same."""
    desk = signed_in(client, manager)
    with monkeypatch.context() as broken:
        broken.setattr("heed.library.actions.enter_all", fails)
        enter(desk, manager)
    waits = EarlierReview.objects.get()
    with monkeypatch.context() as broken:
        broken.setattr("heed.library.actions.enter_all", refuses)
        broken.setattr("heed.publications.actions.earlier_handing._is_told", only_last)
        enter(desk, manager, pseudonyms="Heron")
    refused = EarlierReview.objects.exclude(pk=waits.pk).get()
    assert (refused.is_on_its_way, refused.outcome) == (False, "refused")
    opened = earlier_handing.unpacked
    monkeypatch.setattr(
        "heed.publications.actions.earlier_handing.unpacked",
        lambda plain: fails() if plain == refused.entry else opened(plain),
    )

    assert hand_down_earlier(by=HEED, at=NOON) == 1

    waits.refresh_from_db()
    assert (waits.is_on_its_way, waits.outcome) == (False, "kept")
    assert Publication.objects.get(title="Child Q2").pseudonyms == ["Wren"]


def refuses(*_, **__):
    raise NotReceivable


def only_last(tell, it, *rest, by, at):
    """The library is reached for what is entered now, not for what waited."""
    if it.entered_at == EarlierReview.objects.last().entered_at:
        tell(it, *rest, by=by, at=at)
    return True


def test_while_the_library_cannot_be_reached_nothing_more_is_tried(
    client, manager, monkeypatch
):
    tried = []

    def away(*_, **__):
        tried.append(1)
        raise OperationalError

    with monkeypatch.context() as broken:
        broken.setattr("heed.library.actions.enter_all", away)
        for title in ("Child Q2", "Child Z9"):
            enter(signed_in(client, manager), manager, title=title)
        tried.clear()
        assert hand_down_earlier(by=HEED, at=NOON) == 0
    assert len(tried) == 1
    assert hand_down_earlier(by=HEED, at=NOON) == 2


def withdrawn(desk, **said):
    row = Publication.objects.get()
    desk.post(reverse("withdraw_earlier_review"), {"review": str(row.id), **said})
    return EarlierWithdrawal.objects.get()


def test_a_second_person_confirms_that_an_earlier_review_stays_withdrawn(client):
    manager = a_person(Role.MANAGER, at=NOON)
    desk = signed_in(client, manager)
    enter(desk, manager)
    kept = withdrawn(desk, reasons="It names a street.")
    page = reverse("confirm_earlier_withdrawal", args=[kept.public_id])

    assert "It names a street." in words(desk.get(page))
    assert "A second person confirms" in words(desk.post(page))
    assert "waits for a second person" in words(desk.get(reverse("public_library")))
    partnership = manager.partnership
    partner = a_person(Role.DELEGATED_PARTNER, partnership=partnership, seat="police")
    signed_in(client, a_person(Role.MANAGER))
    assert client.get(page).status_code == 404
    signed_in(client, partner).post(page)

    kept.refresh_from_db()
    assert kept.confirmed_by == partner.actor_name
    with pytest.raises(Refused, match="confirmed already"):
        confirm_earlier_withdrawal(kept, by=manager, at=NOON)
    assert Publication.objects.get().is_gone


def test_an_unconfirmed_withdrawal_of_an_earlier_review_is_asked_about_daily(client):
    manager = a_person(Role.MANAGER, at=NOON)
    enter(signed_in(client, manager), manager)
    row = Publication.objects.get()
    partnership = manager.partnership
    kept = withdraw_earlier_review(partnership, row, reasons="", by=manager, at=NOON)
    told = OutgoingEmail.objects.filter(letter="page_withdrawn")
    assert [each.to_address for each in told] == [manager.email]

    days = (1, 2, 2, 5)  # NOON is a Wednesday: on Thursday it is in time
    late = [
        ask_who_confirms_earlier(by=manager, at=NOON + timedelta(days=day))
        for day in days
    ]

    assert late == [0, 1, 1, 1]
    assert OutgoingEmail.objects.filter(letter="withdrawal_waits").count() == 2
    other = a_person(Role.COORDINATOR, partnership=partnership, at=NOON)
    confirm_earlier_withdrawal(kept, by=other, at=NOON)
    assert ask_who_confirms_earlier(by=manager, at=NOON + timedelta(days=6)) == 0


def test_nobody_withdraws_what_another_partnership_entered(client, manager):
    other = a_person(Role.MANAGER)
    enter(signed_in(client, manager), manager)
    row = Publication.objects.get()

    answer = signed_in(client, other).post(
        reverse("withdraw_earlier_review"), {"review": str(row.id)}
    )

    assert answer.status_code == 200
    row.refresh_from_db()
    assert not row.is_gone


def test_the_briefing_that_ships_with_heed_is_published_by_one_press(client, manager):
    desk = signed_in(client, manager)
    assert "Publish this briefing" in words(desk.get(reverse("public_library")))

    for _ in range(2):
        desk.post(reverse("own_briefing"))

    row = Publication.objects.get()
    assert row.title == "Child safeguarding practice reviews"
    page = words(desk.get(reverse("public_library")))
    assert "Publish this briefing" not in page
    assert f"/p/{manager.partnership.slug}/publications/practice-reviews/" in page


@pytest.mark.parametrize("role", [Role.DELEGATED_PARTNER, Role.SCRUTINEER])
def test_only_the_business_unit_keeps_the_library(client, role):
    person = a_person(role)
    desk = signed_in(client, person)

    for name in ("public_library", "enter_earlier_review", "withdraw_earlier_review"):
        assert desk.get(reverse(name)).status_code == 404
    assert desk.post(reverse("own_briefing")).status_code == 404
    with pytest.raises(Refused, match="business unit"):
        publish_own_briefing(person.partnership, by=person, at=NOON)


def test_a_partnership_with_a_site_of_its_own_enters_nothing_here(client):
    manager = a_person(Role.MANAGER, partnership=a_partnership(site="own_site"))
    desk = signed_in(client, manager)

    assert "publishes on its own website" in words(desk.get(reverse("public_library")))
    assert "on its own site, not in the library" in words(put_forward(desk))
    assert not Publication.objects.exists()


def test_the_page_is_offered_where_the_business_unit_looks(client, manager):
    page = words(signed_in(client, manager).get(reverse("account")))

    assert reverse("public_library") in page
