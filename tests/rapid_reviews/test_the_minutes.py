"""The minutes of a meeting as Word."""

import io

import pytest
from django.urls import reverse
from docx import Document

from heed.audit.models import Entry
from heed.cases.actions import record_protected_address
from heed.rapid_reviews.actions import hold_meeting
from heed.rapid_reviews.forms import MeetingForm
from heed.rapid_reviews.minutes import the_minutes
from tests.cases.factories import NOON, it_is
from tests.partnership.factories import signed_in
from tests.rapid_reviews.factories import a_rapid_review

pytestmark = pytest.mark.django_db
FOLLOWS = "Ask the school about the sister; A. Penrose, school nursing; 20 March 2026"


def a_meeting(review, people, **more):
    said = {
        "attended": ["A. Penrose, school nursing", "T. Rowe, police"],
        "apologies": "The designated doctor",
        "interests": "None declared",
        "minutes": "The group thought about the stairs.\nIt was agreed to ask.",
        "agreed": [
            {
                "what": "Ask the school",
                "owner": "A. Penrose",
                "by_when": "20 March 2026",
            },
            {"what": "Look at the stairs", "owner": "", "by_when": ""},
        ],
    }
    return hold_meeting(
        review.case,
        held_on=NOON.date(),
        **(said | more),
        by=people["coordinator"],
        at=NOON,
    )


def test_the_minutes_open_in_word_with_who_came_and_what_follows():
    review, people = a_rapid_review()
    paper = Document(io.BytesIO(the_minutes(a_meeting(review, people), names_on=True)))
    words = [paragraph.text for paragraph in paper.paragraphs]
    assert "Meeting on Wednesday 11 March 2026" in words
    headings = [p.text for p in paper.paragraphs if p.style.name == "Heading 2"]
    assert headings == [
        "Who came",
        "Apologies",
        "Conflicts of interest declared",
        "What was said and agreed",
        "What follows",
    ]
    for said in ("T. Rowe, police", "The designated doctor", "It was agreed to ask."):
        assert said in words
    [table] = paper.tables
    assert [[cell.text for cell in row.cells] for row in table.rows] == [
        ["What", "Who", "By when"],
        ["Ask the school", "A. Penrose", "20 March 2026"],
        ["Look at the stairs", "Nobody is named", "No day is said"],
    ]


def test_taking_them_is_on_record_and_no_address_kept_apart_stands_in_them(client):
    review, people = a_rapid_review()
    where = "17 Nightjar Close, Quill QS1 2AB"
    by = {"by": people["coordinator"], "at": NOON}
    record_protected_address(review.case, address=where, **by)
    meeting = a_meeting(review, people, minutes=f"She lives at {where} now.")
    with it_is(NOON):
        path = reverse("meeting_minutes", args=[meeting.public_id])
        answer = signed_in(client, people["icb"]).get(path)
    paper = Document(io.BytesIO(answer.content))
    assert not any("Nightjar" in paragraph.text for paragraph in paper.paragraphs)
    assert Entry.objects.get(what="take_minutes").subject_id == str(meeting.pk)


def test_what_follows_is_typed_a_line_each():
    form = MeetingForm(
        {
            "held_on-day": "11",
            "held_on-month": "3",
            "held_on-year": "2026",
            "attended": "A. Penrose",
            "agreed": f"{FOLLOWS}\n\nLook at the stairs",
        },
        sealed=False,
    )
    assert form.is_valid(), form.errors
    assert form.answers["agreed"] == [
        {
            "what": "Ask the school about the sister",
            "owner": "A. Penrose, school nursing",
            "by_when": "20 March 2026",
        },
        {"what": "Look at the stairs", "owner": "", "by_when": ""},
    ]
