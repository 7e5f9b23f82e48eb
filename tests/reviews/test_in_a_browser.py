"""How the pages of rapid reviews, reviews and families look, wide and narrow."""

from datetime import date, timedelta

import pytest
from django.urls import reverse

from heed.cases import actions as on_cases
from heed.cases.answering import SentFile
from heed.cases.kinfolk import people_of
from heed.cases.queries import family_record_of
from heed.correspondence.models import OutgoingEmail
from heed.rapid_reviews import actions as on_rapid_reviews
from heed.reviews import actions
from heed.reviews.texts import paragraphs
from heed.rulebook.language import Role
from tests.cases.factories import NOON
from tests.looking import a_desk, a_session, look_at
from tests.partnership.factories import a_person
from tests.rapid_reviews.factories import (
    SEATS,
    a_rapid_review,
    a_request,
    proposed,
    sent_to_the_panel,
    signed_off,
)
from tests.rapid_reviews.test_a_lead_signs_off import an_answer
from tests.reviews.factories import (
    APRIL,
    a_review_at_work,
    declared_independent,
    lodged,
    on_the_list,
    proposed_reviewer,
)

pytestmark = [pytest.mark.django_db, pytest.mark.browser]


def a_family(case, people, at):
    """A mother who wishes much, and a father who must not be contacted."""
    by = people["coordinator"]
    mother = on_cases.name_family_member(
        case,
        name="Wenna Thistlemere",
        relationship="mother",
        contact="By telephone, after four",
        needs_interpreter=True,
        language="Cornish",
        wishes="She wants to be told everything, by one person.",
        dates_to_avoid="14 June, his birthday",
        taking_part="takes_part",
        by=by,
        at=at,
    )
    on_cases.name_family_member(
        case,
        name="Calder Broadmire",
        relationship="father",
        must_not_be_contacted=True,
        must_not_be_told_address=True,
        by=by,
        at=at,
    )
    on_cases.record_protected_address(
        case, address="7 Vole Reach", member=mother, by=by, at=at
    )
    on_cases.name_family_contact(
        family_record_of(case), person=people["manager"], by=by, at=at
    )
    on_cases.record_family_contact(
        case,
        member=mother,
        happened_on=at.date(),
        how="visit",
        about="review_begins",
        what_was_said="What a review is, and that it blames nobody.",
        by=by,
        at=at,
    )
    return mother


def names_on(case):
    def switch(client):
        client.post(reverse("case_names", args=[case.public_id]))

    return switch


def test_the_pages_of_a_family():
    review, people = a_rapid_review()
    case = review.case
    mother = a_family(case, people, NOON)
    contact = on_the_list(case, people, Role.FAMILY_CONTACT, at=NOON)
    family = {
        "family": reverse("family", args=[case.public_id]),
        "member": reverse("family_member", args=[mother.public_id]),
        "letter": reverse("family_letter", args=[mother.public_id]),
        "record": reverse("keep_family_record", args=[case.public_id]),
        "told": reverse("record_family_contact", args=[case.public_id]),
    }
    apart = {"address": reverse("record_protected_address", args=[case.public_id])}
    with a_desk(NOON) as desk:
        session = a_session(people["coordinator"], then=names_on(case))
        look_at(desk, session, family | apart, named="family")
        home = {"home": "/", "family": family["family"]}
        look_at(desk, a_session(contact), home, named="family-contact")


def test_the_pages_of_a_rapid_review():
    review, people = a_rapid_review()
    case = review.case
    a_family(case, people, NOON)
    request, _ = a_request(review, people)
    lead = a_person(
        Role.SAFEGUARDING_LEAD,
        partnership=case.partnership,
        organisation=request.organisation,
        at=NOON,
    )
    _what_was_gathered(review, people, request)
    one = {"case": "case", "send": "send_to_panel", "view": "view_on_review"}
    one |= {"parts": "rapid_review_parts", "weigh": "weigh_criteria"}
    one |= {"ask": "ask_agency", "agencies": "agency_matrix"}
    one |= {"told": "record_told", "scrutiny": "comment_on_case"}
    one |= {"screen": "meeting_screen", "plan": "rapid_review_plan"}
    one |= {"notes": "own_notes", "episode": "write_episode"}
    pages = {name: reverse(url, args=[case.public_id]) for name, url in one.items()}
    pages["meeting"] = reverse("meeting", args=[case.meetings.get().public_id])
    asked = {"letter": "information_letter", "more": "ask_for_more"}
    asked |= {"request": "agency_request", "require": "require_information"}
    pages |= {n: reverse(url, args=[request.public_id]) for n, url in asked.items()}
    pages["ladder"] = reverse("agency_ladder")
    with a_desk(NOON) as desk:
        session = a_session(people["manager"], then=names_on(case))
        look_at(desk, session, pages, named="rapid-review")
        confirm = {"confirm": reverse("confirm_decision", args=[case.public_id])}
        look_at(desk, a_session(people["icb"]), confirm, named="rapid-review")
        own = {"own": reverse("own_request", args=[request.public_id]), "home": "/"}
        look_at(desk, a_session(lead), own, named="safeguarding-lead")


def _what_was_gathered(review, people, request):
    case, coordinator = review.case, people["coordinator"]
    an_answer(request)
    child, mother, father = people_of(case).values()
    by = {"by": coordinator, "at": NOON}
    on_cases.relate_people(case, one=mother, kin="mother", other=child, **by)
    on_cases.relate_people(
        case, one=mother, kin="partners", other=father, until="2024", **by
    )
    for analysis in ("Each service held half of it.", ""):
        on_rapid_reviews.write_episode(
            review,
            happened="14 November 2025",
            involved="Emergency department",
            what="He left before he was seen.",
            analysis=analysis,
            **by,
        )
    on_rapid_reviews.plan_day(
        case,
        milestone="answers",
        planned_on=NOON.date() + timedelta(days=19),
        take_along=True,
        reasons="The surgery answers late.",
        **by,
    )
    on_rapid_reviews.hold_meeting(
        case,
        held_on=NOON.date(),
        attended=["Named nurse, Quillshire Hospitals", "Inspector, Constabulary"],
        apologies="Tinderwick Surgery",
        interests="The inspector knows the uncle, and left for that part.",
        minutes="Both halves were put side by side.",
        by=coordinator,
        at=NOON,
    )
    for seat in SEATS[:2]:
        on_rapid_reviews.give_view_on_review(
            case,
            view="local_review",
            reasons="Two agencies held half the picture each.",
            by=people[seat],
            at=NOON,
        )
    proposed(review, people)
    scrutineer = on_the_list(case, people, Role.SCRUTINEER, at=NOON)
    on_rapid_reviews.comment_as_scrutineer(
        case,
        kind="challenge",
        about="family",
        words="Nobody has asked his grandmother.",
        by=scrutineer,
        at=NOON,
    )


def test_the_pages_after_the_panel_was_told():
    review, people = a_rapid_review()
    sent_to_the_panel(signed_off(review, people), people)
    on_rapid_reviews.record_panel_answer(
        review.case,
        answer="agrees",
        dated_on=NOON.date(),
        words="We agree with your decision.",
        letter_file=SentFile("letter.pdf", b"%PDF-1.4\n%%EOF\n"),
        by=people["coordinator"],
        at=NOON,
    )
    told = on_rapid_reviews.record_told(
        review.case,
        body="ofsted",
        what="local_review",
        told_at=NOON - timedelta(hours=1),
        route="Its own portal",
        proof="Receipt 77",
        by=people["coordinator"],
        at=NOON,
    )
    one = {"case": "case", "parts": "rapid_review_parts", "again": "propose_decision"}
    pages = {
        **{n: reverse(url, args=[review.case.public_id]) for n, url in one.items()},
        "answer": reverse("answer_of_body", args=[told.public_id]),
    }
    with a_desk(NOON) as desk:
        look_at(desk, a_session(people["coordinator"]), pages, named="panel-told")


def test_the_pages_of_a_review():
    case, people = a_review_at_work()
    report = lodged(case, people)
    event, request = _practitioners(case, people)
    actions.request_from_reviewer(
        case,
        words="Please send a draft of chapter two.",
        due_on=date(2026, 5, 8),
        by=people["icb"],
        at=APRIL,
    )
    comment = actions.comment_on_accuracy(
        report, anchor="", words="It was in March.", by=people["icb"], at=APRIL
    )
    anchor = next(a for a, words in paragraphs(report.blocks) if "Nobody" in words)
    actions.propose_change(
        report,
        anchor=anchor,
        after="Nobody asked who lived there.",
        reasons="It says it better.",
        by=people["icb"],
        at=APRIL,
    )
    of_case = {"case": "case", "changes": "report_changes", "report": "report"}
    pages = {name: reverse(url, args=[case.public_id]) for name, url in of_case.items()}
    pages["event"] = reverse("event", args=[event.public_id])
    pages["comment"] = reverse("answer_comment", args=[comment.public_id])
    with a_desk(APRIL) as desk:
        session = a_session(people["reviewer"])
        look_at(desk, session, pages, named="review")
        tell = {"tell": reverse("tell_of_reviewer", args=[case.public_id])}
        look_at(desk, a_session(people["manager"]), tell, named="review")
        look_at(desk, *_by_link(request), named="own-account")
        _one_is_proposed(desk, case, people)


def _one_is_proposed(desk, case, people):
    """Another reviewer, who declares before she is anywhere near the case."""
    other = a_person(
        Role.LEAD_REVIEWER, partnership=case.partnership, name="Isolde Ray", at=APRIL
    )
    proposal = proposed_reviewer(case, people | {"reviewer": other})
    pages = {"own": reverse("declare_independence", args=[proposal.public_id])}
    session = a_session(other)
    look_at(desk, session, pages | {"home": "/"}, named="proposed")
    declared_independent(proposal, {"reviewer": other})
    look_at(desk, session, {"declared": pages["own"]}, named="proposed")
    paper = {"paper": reverse("record_independence", args=[proposal.public_id])}
    look_at(desk, a_session(people["manager"]), paper, named="proposed")


def _practitioners(case, people):
    event = actions.plan_event(
        case,
        held_on=date(2026, 6, 2),
        title="What it was like",
        by=people["coordinator"],
        at=APRIL,
    )
    invited = actions.invite_to_event(
        event,
        name="Wren Harrowgate",
        organisation="Quillshire Hospitals",
        work="health visitor",
        support_offered=True,
        by=people["coordinator"],
        at=APRIL,
    )
    request = actions.ask_for_account(
        invited, to_address="w.h@hospitals.example", by=people["reviewer"], at=APRIL
    )
    return event, request


def _by_link(request):
    """The session of a practitioner who has given the code, and her page."""
    from django.test import Client

    from tests.looking import COOKIE

    email = OutgoingEmail.objects.get(letter="account_asked")
    address = "/account/" + email.fields["link"].partition("/account/")[2]
    client = Client()
    client.post(address, {"code": request.code_to_read_out})
    return client.cookies[COOKIE].value, {"page": address}
