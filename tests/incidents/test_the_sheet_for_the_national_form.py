"""The sheet for the national form: everything the case knows of what it asks, before and
after it was sent, as a page and as text; and the copy that is kept and copied."""

from datetime import UTC, date, datetime, timedelta
from io import BytesIO

import docx
import pytest
from django.urls import reverse

from heed.audit.models import Entry
from heed.cases.actions import (
    add_child,
    grant_access,
    name_family_member,
    raise_safety_action,
    record_protected_address,
)
from heed.cases.models import OpenItem
from heed.correspondence.models import OutgoingEmail
from heed.incidents.actions import (
    give_view_on_notification,
    log_outside_notification,
    record_notification,
    settle_awareness,
    weigh_notification,
)
from heed.incidents.national_form import (
    IN_TIME,
    LEFT_OUT,
    NOT_KNOWN,
    NOT_SENT,
    Sending,
    as_text,
    sheet_for,
)
from heed.rulebook.language import Role
from heed.rulebook.national_form import AFTER_THE_CHILDREN, BEFORE_THE_CHILDREN
from tests.cases.factories import NOON, a_case_with_people, declared, it_is
from tests.incidents.asking import browser_of, press, text
from tests.partnership.factories import a_partnership, a_person, also
from tests.walked import about_now

pytestmark = pytest.mark.django_db
FRIDAY = datetime(2026, 3, 6, 16, 40, tzinfo=UTC)


def five_children(case, people, *, at=NOON):
    for number in range(1, 6):
        add_child(
            case,
            given_name=f"Wren{number}",
            family_name="Ostrander-Vale",
            born_on=date(2020, 1, number),
            by=people["coordinator"],
            at=at,
        )


def a_known_case():
    case, people = a_case_with_people()
    five_children(case, people)
    name_family_member(
        case,
        name="Calla Ostrander-Vale",
        relationship="mother",
        by=people["coordinator"],
        at=NOON,
    )
    raise_safety_action(
        case,
        what="See the younger ones at home today.",
        owner="Duty team",
        owner_organisation="Children's services",
        due_at=NOON,
        by=people["coordinator"],
        at=NOON,
    )
    settle_awareness(
        case, aware_at=FRIDAY, basis="Ward.", by=people["local_authority"], at=NOON
    )
    return case, people


def said(sheet):
    return {row.label: row.said for group in sheet.groups for row in group.rows}


def sent(case, people, *, at=NOON, late_reason="", **more):
    return record_notification(
        case,
        sent_at=at,
        national_reference="SIN-1",
        late_reason=late_reason,
        by=people["local_authority"],
        at=at,
        **more,
    )


def open_kinds(case):
    found = OpenItem.objects.filter(case=case, answered_at=None)
    return set(found.values_list("kind", flat=True))


def test_every_field_that_the_case_knows_stands_on_the_sheet():
    case, people = a_known_case()
    child = case.childs.first()
    weigh_notification(
        child,
        answers={"died": {"answer": "yes", "why": "On the ward, on Friday."}},
        by=people["coordinator"],
        at=NOON,
    )

    sheet = sheet_for(case, names_on=True, at=NOON)

    known = said(sheet)
    parts = (*BEFORE_THE_CHILDREN, *AFTER_THE_CHILDREN)
    assert {field.label for part in parts for field in part.fields} <= known.keys()
    assert known["Our reference"] == case.reference
    assert known["What kind of incident it is"] == "Death of a child"
    assert known["When the local authority became aware"] == "6 March 2026, 16:40"
    assert "Calla Ostrander-Vale" in known["Family and household"]
    assert "See the younger ones" in known["What was done to make children safe"]
    first = {row.label: row.said for row in sheet.children[0].rows}
    assert first["Name"] == "Wren1 Ostrander-Vale"
    assert first["Has the child died?"] == "Yes. On the ward, on Friday."


def test_the_kind_of_place_is_recorded_on_its_page_and_stands_on_the_sheet():
    case, people = a_known_case()
    page = reverse("incident_place", args=[case.public_id])
    unknown = {r.label: r for r in sheet_for(case, names_on=True, at=NOON).unknown}
    assert unknown["What kind of place it was"].answered_at == page

    with it_is(NOON):
        browser = browser_of(people["coordinator"])
        refused = browser.post(page, {"kind_of_place": "a barn"})
        press(browser, page, kind_of_place="not_known")
        case.refresh_from_db()
        answered = said(sheet_for(case, names_on=False, at=NOON))
        press(browser, page, kind_of_place="foster")

    case.refresh_from_db()
    assert answered["What kind of place it was"] == "Not known"
    assert "Error: What kind of place it was" in text(refused)
    known = said(sheet_for(case, names_on=False, at=NOON))
    assert known["What kind of place it was"] == "Foster placement"


def test_the_views_of_the_partners_are_what_says_whether_they_agree():
    case, people = a_known_case()
    asked = "Whether the partners agree to notify"
    assert said(sheet_for(case, names_on=False, at=NOON))[asked] == ""

    give_view_on_notification(
        case, view="notify", reasons="A baby.", by=people["police"], at=NOON
    )

    known = said(sheet_for(case, names_on=False, at=NOON))
    assert known[asked].splitlines() == [
        "Local authority: No view yet",
        "Integrated care board: No view yet",
        "Police: Notify",
    ]


def test_the_fifth_child_is_told_as_text_with_all_that_is_known():
    case, _ = a_known_case()

    sheet = sheet_for(case, names_on=True, at=NOON)

    assert len(sheet.children) == 4
    assert "Wren5 Ostrander-Vale" in sheet.further
    assert "Date of birth: 5 January 2020" in sheet.further
    assert "FURTHER CHILDREN\nChild 5. Name: Wren5" in as_text(sheet)


def test_what_nobody_knows_is_said_and_leads_to_where_it_is_answered():
    case, _ = a_known_case()

    unknown = {
        row.label: row for row in sheet_for(case, names_on=True, at=NOON).unknown
    }

    when = unknown["When it happened"]
    assert (when.words, when.answered_at) == (
        NOT_KNOWN,
        reverse("incident_days", args=[case.public_id]),
    )


def test_names_off_says_what_is_left_out():
    case, _ = a_known_case()

    sheet = sheet_for(case, names_on=False, at=NOON)

    words = as_text(sheet)
    assert "Wren" not in words
    assert "Calla" not in words
    assert f"Family and household: {LEFT_OUT}" in words


def test_an_address_that_is_kept_apart_stands_in_no_row():
    case, people = a_known_case()
    record_protected_address(
        case,
        child=case.childs.first(),
        address="14 Thistle Row, QX9 4AB",
        by=people["manager"],
        at=NOON,
    )
    name_family_member(
        case,
        name="Aunt, 14 Thistle Row",
        relationship="aunt",
        by=people["coordinator"],
        at=NOON,
    )

    assert "Thistle" not in as_text(sheet_for(case, names_on=True, at=NOON))


def test_the_sheet_as_sent_is_kept_and_open_to_the_partners():
    case, people = a_known_case()
    late, why = datetime(2026, 3, 16, 9, 0, tzinfo=UTC), "The portal was down."

    kept = sent(case, people, at=late, late_reason=why)

    with it_is(late + timedelta(hours=1)):
        police = browser_of(people["police"])
        answer = police.get(reverse("document", args=[kept.copy.public_id]))
        paper = docx.Document(BytesIO(answer.content))
    words = "\n".join(c.text for t in paper.tables for r in t.rows for c in r.cells)
    assert "Wren1 Ostrander-Vale" in words
    assert why in words
    assert NOT_SENT not in words
    assert kept.partners_told_at == late


def test_what_went_in_time_says_so_on_the_sheet():
    case, people = a_known_case()
    label = "Why it is late, if it is sent after five working days"
    assert said(sheet_for(case, names_on=True, at=NOON))[label] == NOT_SENT

    on_paper = said(sheet_for(case, names_on=True, at=NOON, sent=Sending(NOON, "")))
    sent(case, people)

    assert on_paper[label] == IN_TIME
    assert said(sheet_for(case, names_on=True, at=NOON))[label] == IN_TIME


def test_partners_hear_the_same_moment_that_the_copy_is_with_them():
    case, people = a_known_case()

    sent(case, people)

    copied = OutgoingEmail.objects.filter(letter="something_to_see")
    assert {one.to_address for one in copied} == {
        people["icb"].email,
        people["police"].email,
    }


def test_what_cannot_be_made_into_a_paper_stops_no_notification(monkeypatch):
    case, people = a_known_case()
    monkeypatch.setattr(
        "heed.incidents.actions.copies.sheet_for", lambda *a, **k: 1 / 0
    )

    kept = sent(case, people)

    assert kept.copy is None
    assert "notification_copy" in open_kinds(case)


def test_storage_that_is_away_stops_no_notification(monkeypatch):
    def away(*_, **__):
        raise OSError("no route to the bucket")

    case, people = a_known_case()
    monkeypatch.setattr("heed.cases.actions.papers.receive", away)

    assert sent(case, people).copy is None
    assert "notification_copy" in open_kinds(case)


def test_an_outside_notification_that_was_late_asks_why_and_takes_no_answer_for_a_gap():
    case, people = a_known_case()
    late = datetime(2026, 3, 16, 9, 0, tzinfo=UTC)

    log_outside_notification(
        case,
        sent_at=late,
        national_reference="S",
        by=people["coordinator"],
        at=late,
    )

    assert "reasons.record_notification" in open_kinds(case)


def test_that_it_was_late_may_only_be_known_once_awareness_is_settled():
    case, people = a_case_with_people()
    kept = log_outside_notification(
        case, sent_at=NOON, national_reference="S", by=people["coordinator"], at=NOON
    )
    assert "reasons.record_notification" not in open_kinds(kept.case)

    settle_awareness(
        case,
        aware_at=NOON - timedelta(days=20),
        basis="The ward knew.",
        by=people["local_authority"],
        at=NOON,
    )

    assert "reasons.record_notification" in open_kinds(case)


# The pages


def test_the_sheet_is_there_before_anything_was_sent_and_reading_names_is_recorded():
    now = about_now()
    case, people = a_case_with_people(at=now)
    five_children(case, people, at=now)
    browser = browser_of(people["local_authority"])
    page = reverse("national_form", args=[case.public_id])

    off = text(browser.get(page))
    browser.post(
        reverse("case_names", args=[case.public_id]), {"from": "national_form"}
    )
    before = Entry.objects.filter(what="read_identities").count()
    on = text(browser.get(page))
    pasted = browser.get(reverse("national_form_text", args=[case.public_id]))

    assert "Names are off" in off
    assert "Wren1" not in off
    assert "Wren1 Ostrander-Vale" in on
    assert "readonly" in text(pasted)
    assert Entry.objects.filter(what="read_identities").count() == before + 2


def test_who_prepares_no_notification_has_no_sheet():
    now = about_now()
    case, _ = a_case_with_people(at=now)
    scrutineer = a_person(Role.SCRUTINEER, partnership=case.partnership, at=now)

    page = reverse("national_form", args=[case.public_id])
    assert browser_of(scrutineer).get(page).status_code == 404


def test_a_role_that_is_held_elsewhere_opens_no_sheet():
    now = about_now()
    case, people = a_case_with_people(at=now)
    member = a_person(Role.RAPID_REVIEW_MEMBER, partnership=case.partnership, at=now)
    also(member, Role.COORDINATOR, partnership=a_partnership(at=now), at=now)
    on_list = {"role": Role.RAPID_REVIEW_MEMBER, "starts_on": now.date()}
    grant_access(case, person=member, **on_list, by=people["manager"], at=now)
    declared(case, member, at=now)

    browser, case_page = browser_of(member), reverse("case", args=[case.public_id])
    assert browser.get(case_page).status_code == 200
    for page in ("national_form", "national_form_text"):
        path = reverse(page, args=[case.public_id])
        assert browser.get(path).status_code == 404
