"""Cases in rapid review, walked there by the real actions."""

from datetime import date

from heed.cases.actions import add_child
from heed.incidents.actions import record_notification
from heed.partnership.models import Organisation
from heed.rapid_reviews.actions import (
    ask_agency,
    confirm_decision,
    propose_decision,
    send_to_panel,
)
from heed.rapid_reviews.pack import pack_of, written
from heed.rapid_reviews.queries import rapid_review_of
from tests.cases.factories import NOON, a_case_with_people
from tests.partnership.factories import an_organisation
from tests.walked import walked_once

SEATS = ("local_authority", "icb", "police")


@walked_once
def a_rapid_review(*, at=NOON):
    """A notified case whose rapid review is open, with one child; and its people."""
    case, people = a_case_with_people(at=at)
    add_child(
        case,
        given_name="Lumi",
        family_name="Ostrander-Vale",
        by=people["coordinator"],
        at=at,
    )
    notification = record_notification(
        case,
        sent_at=at,
        national_reference="SIN-25-031",
        late_reason="",
        by=people["local_authority"],
        at=at,
    )
    return rapid_review_of(notification.case), people


@walked_once
def a_request(review, people, *, at=NOON):
    """An organisation asked, and the code that opens its link."""
    hospital = an_organisation(
        review.partnership,
        Organisation.Kind.COMMUNITY,
        name="Quillshire Hospitals",
        at=at,
    )
    request = ask_agency(
        review.case,
        organisation=hospital,
        to_address="safeguarding@hospitals.quillshire.example",
        asked_for="Please tell us what you knew.",
        due_on=date(2026, 3, 20),
        by=people["coordinator"],
        at=at,
    )
    return request, request.code_to_read_out


@walked_once
def proposed(review, people, outcome="local_review", *, at=NOON, seen=None):
    """A decision put before the partners."""
    return propose_decision(
        review,
        outcome=outcome,
        reasons="Two agencies held half the picture each.",
        national_view="no",
        national_reasons="The learning is local.",
        by=people["manager"],
        at=at,
        seen=seen,
    )


@walked_once
def signed_off(review, people, outcome="local_review", *, at=NOON):
    """A rapid review that all three partners have signed."""
    proposed(review, people, outcome, at=at)
    for seat in SEATS:
        confirm_decision(
            review, answer="agrees", reasons="I agree.", by=people[seat], at=at
        )
    review.refresh_from_db()
    return review


@walked_once
def sent_to_the_panel(review, people, *, at=NOON):
    """A signed rapid review that went to the Panel."""
    return send_to_panel(
        review,
        sent_at=at,
        route="The Panel's secure mailbox",
        proof="Receipt 4471",
        late_reason="",
        by=people["coordinator"],
        at=at,
    )


def the_pack(review, *, at):
    """The submission as it stands, as Word."""
    return written(pack_of(review, at=at), "docx")
