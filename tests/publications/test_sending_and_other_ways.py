"""Copies go ahead; the other ways of publishing have the same gate."""

import io
import json
import zipfile
from datetime import date, timedelta

import pytest

from heed.cases.actions import end_process, note_process
from heed.cases.deadlines import running_deadline
from heed.cases.models import DecisionSheet
from heed.cases.steps import Refused
from heed.library.models import Publication as Shown
from heed.publications import actions
from heed.publications.bundling import for_own_site
from heed.publications.models import Comment, Paper, Publication
from heed.publications.pages import copy_deposited, copy_to_deposit
from heed.publications.queries import facts_of, gate_of, texts_of
from heed.rulebook.clocks import ADVANCE_COPY, OWN_SITE_CHECK, REPORT_DUE
from heed.rulebook.language import Role, Stage
from heed.rulebook.parallel import Kind
from tests.cases.factories import HEED
from tests.publications.factories import (
    APRIL,
    PUBLISHED,
    SENT,
    THE_DAY,
    a_published_report,
    approved,
    decided,
    planned,
    ready_to_publish,
    searched,
    sent_ahead,
    tried,
)
from tests.reviews.factories import a_signed_report, on_the_list

pytestmark = pytest.mark.django_db(databases=["default", "library"])


def test_the_last_day_for_the_copies_is_counted_back_from_the_planned_day():
    case, people = a_signed_report()
    decided(case, people)
    planned(case, people, THE_DAY)
    assert running_deadline(case, ADVANCE_COPY).due_on == date(2026, 5, 19)

    sent_ahead(case, people)

    case.refresh_from_db()
    assert case.stage == Stage.BEFORE_PUBLICATION
    assert running_deadline(case, ADVANCE_COPY) is None


def test_publishing_later_keeps_the_six_months_running_and_names_two_days():
    case, people = a_signed_report()
    with pytest.raises(Refused, match="the day now expected"):
        decided(case, people, "publish_later")

    days = {"expected_on": date(2026, 12, 1), "look_again_on": date(2026, 8, 3)}
    decided(case, people, "publish_later", **days)

    case.refresh_from_db()
    assert case.stage == Stage.PUBLICATION_DEFERRED
    assert running_deadline(case, REPORT_DUE) is not None
    assert DecisionSheet.objects.filter(case=case, record="publication").exists()


def early(case, person, reason="court_order"):
    actions.advance_early(
        case, reason=reason, words="The order of 20 May.", by=person, at=SENT
    )


def test_partners_of_two_bodies_record_why_it_may_be_earlier():
    case, people = ready_to_publish(but={"day"})
    publication = Publication.objects.get(case=case)
    early(case, people["icb"])
    with pytest.raises(Refused, match="takes two bodies"):
        early(case, people["icb"])
    assert facts_of(publication, at=SENT).early_reason == ""

    early(case, people["police"])

    facts, items = gate_of(publication, at=SENT)
    assert facts.early_reason == "court_order"
    copies = next(item for item in items if item.slug == "report.copies")
    assert copies.passed
    assert "7 working days short" in copies.sentence


def test_a_deposit_of_a_day_to_come_is_refused():
    case, people, _ = a_published_report()
    tomorrow = THE_DAY + timedelta(days=1)
    by = {"by": people["coordinator"], "at": PUBLISHED}
    with pytest.raises(Refused, match="in the future"):
        actions.deposit_with_nspcc(case, deposited_on=tomorrow, words="", **by)


def test_a_comment_of_a_day_to_come_is_refused():
    case, people = a_signed_report()
    decided(case, people)
    tomorrow = APRIL.date() + timedelta(days=1)
    said = {"body": "panel", "received_on": tomorrow, "words": "A comment."}
    with pytest.raises(Refused, match="in the future"):
        actions.record_comment(case, **said, by=people["coordinator"], at=APRIL)


def test_a_comment_waits_until_a_partner_replies():
    case, people = ready_to_publish()
    comment = actions.record_comment(
        case,
        body="panel",
        received_on=date(2026, 5, 22),
        words="Please say more of housing.",
        by=people["coordinator"],
        at=SENT + timedelta(days=3),
    )
    with pytest.raises(Refused, match="1 comment without a reply"):
        actions.publish(case, by=people["manager"], at=PUBLISHED)

    actions.reply_to_comment(comment, reply="We did.", by=people["icb"], at=SENT)

    actions.publish(case, by=people["manager"], at=PUBLISHED)
    assert Comment.objects.get().replied_by == people["icb"].actor_name


def test_two_people_accept_why_the_family_was_not_offered_the_draft():
    case, people = ready_to_publish(but={"draft"})

    def accept(person):
        actions.accept_family_not_told(
            case, about="draft", reasons="They asked us not to.", by=person, at=SENT
        )

    accept(people["manager"])
    with pytest.raises(Refused, match="two people"):
        accept(people["manager"])
    with pytest.raises(Refused, match="offered the draft"):
        actions.publish(case, by=people["manager"], at=PUBLISHED)
    accept(people["icb"])

    actions.publish(case, by=people["manager"], at=PUBLISHED)


def test_the_response_stands_beside_the_report_once_it_has_passed_the_gate():
    case, people = ready_to_publish()
    actions.write_response(
        case, text="We accept it.", by=people["coordinator"], at=SENT
    )
    with pytest.raises(Refused, match="response as it stands was not searched"):
        actions.publish(case, by=people["manager"], at=PUBLISHED)
    kind = Paper.Kind.RESPONSE
    searched(case, people, kind)
    approved(case, people["manager"], people["icb"], kind=kind)
    with pytest.raises(Refused, match="response: no copy has gone to the Panel"):
        actions.publish(case, by=people["manager"], at=PUBLISHED)
    sent_ahead(case, people)
    with pytest.raises(Refused, match="response: nobody has tried to tell"):
        actions.publish(case, by=people["manager"], at=PUBLISHED)
    tried(case, people, kind, who="police", at=SENT)

    actions.publish(case, by=people["manager"], at=PUBLISHED)
    actions.hand_down_what_is_due(by=HEED, at=PUBLISHED)

    rows = Shown.objects.order_by("slug")
    assert [row.slug for row in rows] == ["goldcrest-2026", "goldcrest-2026-response"]
    assert len({row.review_id for row in rows}) == 1


def test_the_improvements_alone_pass_the_same_gate_and_are_called_so():
    case, people = ready_to_publish(but={"words", "search", "approvals"})
    decided(case, people, "improvements_only", at=SENT)
    actions.write_improvements(
        case,
        text="# What we changed\n\n- We ask who is at home.",
        by=people["coordinator"],
        at=SENT,
    )
    kind = Paper.Kind.IMPROVEMENTS
    searched(case, people, kind)
    tried(case, people, kind, at=SENT)
    approved(case, people["manager"], people["icb"], kind=kind)
    sent_ahead(case, people)
    with pytest.raises(Refused, match="not what the partners decided"):
        actions.publish(case, by=people["manager"], at=PUBLISHED)

    actions.publish_improvements(
        case, reasons="A sibling lives there.", by=people["manager"], at=PUBLISHED
    )
    actions.hand_down_what_is_due(by=HEED, at=PUBLISHED)

    row = Shown.objects.get()
    assert (row.kind, row.state) == ("improvements", "improvements_only")
    case.refresh_from_db()
    assert case.stage == Stage.IMPROVEMENTS_PUBLISHED


def test_publishing_nothing_ends_the_clocks_of_publication():
    case, people = a_signed_report()
    decided(case, people, "publish_nothing")
    case.refresh_from_db()
    assert case.stage == Stage.ACTIONS_OPEN
    assert running_deadline(case, REPORT_DUE) is None


def elsewhere(case, person, day=THE_DAY, **choices):
    return actions.publish_elsewhere(
        case,
        **{
            "address": "https://quillshire.example/goldcrest",
            "published_on": day,
            "published_by": "Mabry Pellowick",
            **choices,
        },
        by=person,
        at=PUBLISHED,
    )


def test_on_its_own_site_the_address_the_day_and_the_person_are_kept():
    case, people = ready_to_publish()
    with pytest.raises(Refused, match="seven working days had not passed"):
        elsewhere(case, people["manager"], THE_DAY - timedelta(days=1))

    kept = elsewhere(case, people["manager"])

    assert (kept.own_address, kept.own_published_by) == (
        "https://quillshire.example/goldcrest",
        "Mabry Pellowick",
    )
    assert not Shown.objects.exists()
    check = actions.check_published_elsewhere(
        case, stands=True, note="", by=people["coordinator"], at=PUBLISHED
    )
    assert check.checked_on == THE_DAY


def test_on_its_own_site_it_is_looked_at_once_a_year():
    case, people = ready_to_publish()
    elsewhere(case, people["manager"])
    assert running_deadline(case, OWN_SITE_CHECK).due_on == date(2027, 5, 29)

    a_year_later = PUBLISHED + timedelta(days=360)
    actions.check_published_elsewhere(
        case, stands=True, note="", by=people["coordinator"], at=a_year_later
    )

    assert running_deadline(case, OWN_SITE_CHECK).due_on == date(2028, 5, 24)


def test_the_files_for_its_own_site_are_the_cleared_text_and_always_the_same():
    case, _people = ready_to_publish()
    texts = texts_of(Publication.objects.get(case=case))
    first = for_own_site(texts, case.partnership)
    assert first == for_own_site(texts, case.partnership)
    with zipfile.ZipFile(io.BytesIO(first)) as archive:
        names = archive.namelist()
        about = json.loads(archive.read("goldcrest-2026.json"))
        page = archive.read("goldcrest-2026.html").decode()
    assert [name.rpartition(".")[2] for name in names] == ["html", "pdf", "txt", "json"]
    assert about["lead_reviewers"] == ["Orla Fenwright"]
    assert "Who Goldcrest is" in page
    assert "Childline" in page


def test_a_copy_for_the_nspcc_is_recorded():
    case, people, _ = a_published_report()
    kept = actions.deposit_with_nspcc(
        case,
        deposited_on=THE_DAY,
        words="By email.",
        by=people["coordinator"],
        at=PUBLISHED,
    )
    assert kept.deposited_on == THE_DAY


def test_once_a_copy_went_the_next_is_asked_for_as_another_one():
    case, people, _ = a_published_report()
    assert (copy_to_deposit(case), copy_deposited(case)) == (True, False)

    actions.deposit_with_nspcc(
        case, deposited_on=THE_DAY, words="", by=people["coordinator"], at=PUBLISHED
    )

    assert (copy_to_deposit(case), copy_deposited(case)) == (False, True)


def test_proceedings_are_cleared_by_the_lawyer_or_by_the_manager_with_a_partner():
    case, people = ready_to_publish(but={"proceedings"})
    publication = Publication.objects.get(case=case)

    def passed(at):
        _, items = gate_of(publication, at=at)
        return next(item.passed for item in items if item.slug == "proceedings")

    def clear(person, at=SENT):
        actions.clear_proceedings(
            case, looked_at=["orders"], words="None.", by=person, at=at
        )
        return passed(at)

    assert not clear(people["manager"])
    assert clear(people["icb"])
    noted = SENT + timedelta(minutes=1)
    by = people["coordinator"]
    inquest = note_process(case, kind=Kind.INQUEST, by=by, at=noted)
    assert not passed(noted)
    clear(people["icb"], noted)
    assert clear(people["manager"], noted)
    ended = noted + timedelta(minutes=1)
    end_process(inquest, ended_on=ended.date(), reasons="Over.", by=by, at=ended)
    assert not passed(ended)
    stranger = on_the_list(case, people, Role.SCRUTINEER, at=APRIL)
    with pytest.raises(Refused, match="Only"):
        clear(stranger)
