"""All that the group looks at when it meets stands on one screen."""

import re
from datetime import date, timedelta

import pytest
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from heed.audit.models import Entry
from heed.cases.actions import (
    add_child,
    grant_access,
    keep_household,
    name_family_member,
    raise_safety_action,
    relate_people,
)
from heed.cases.kinfolk import people_of
from heed.cases.models import Child
from heed.chronologies.queries import Sought, composite_of, composite_until
from heed.documents.actions import receive
from heed.documents.models import Reading
from heed.papers.chronologies import entries
from heed.papers.chronologies.kept import as_kept
from heed.papers.dates import read_date
from heed.rapid_reviews.actions import (
    answer_request,
    choose_themes,
    hold_meeting,
    log_answer,
    plan_day,
    write_episode,
    write_part,
)
from heed.rapid_reviews.meeting_screen import MAY_NOT_BE_EMPTY, written
from heed.rapid_reviews.missing import NOT_WHY
from heed.rapid_reviews.models import AgencyRequest, RapidReview
from heed.rulebook.language import Role
from tests.cases.factories import NOON, declared, it_is
from tests.partnership.factories import HEED, a_person, signed_in
from tests.rapid_reviews.answering import holder
from tests.rapid_reviews.factories import a_rapid_review, a_request
from tests.walked import walked_once

pytestmark = pytest.mark.django_db(databases=["default", "library"])
MOST = 25
# As the issue has it; the family's views and the plan stand among them.
ORDER = [
    "Children, household and genogram",
    "Key facts",
    "What each agency says",
    "Key practice episodes",
    "The child’s voice and daily life",
    "Race, culture, identity, disability and inequality",
    "What worked well",
    "Learning",
    "Earlier local reviews on the same theme",
    "Immediate actions",
]


@walked_once
def a_meeting_to_come():
    """A rapid review with something in most of its sections."""
    review, people = a_rapid_review()
    by = {"by": people["coordinator"], "at": NOON}
    case, child = review.case, Child.objects.get(case=review.case)
    mother = name_family_member(case, name="Wenna", relationship="mother", **by)
    relate_people(case, one=mother, kin="mother", other=child, **by)
    request, _ = a_request(review, people)
    log_answer(
        request,
        came_by="telephone",
        kind="summary",
        author="A. Penrose, named nurse",
        summary="She was seen twice in the week before.",
        **by,
    )
    write_part(review, part="facts", words="A fall down the stairs.", **by)
    write_episode(
        review,
        happened="3 March 2026",
        involved="Health visitor",
        what="A visit found nobody at home.",
        analysis="",
        **by,
    )
    raise_safety_action(
        case,
        what="See the baby today.",
        owner="Duty social worker",
        owner_organisation="Children’s services",
        due_at=NOON,
        **by,
    )
    return review, people


def a_member(case, people):
    member = a_person(Role.RAPID_REVIEW_MEMBER, partnership=case.partnership, at=NOON)
    grant_access(
        case,
        person=member,
        role=Role.RAPID_REVIEW_MEMBER,
        by=people["manager"],
        at=NOON,
    )
    declared(case, member)
    return member


def shown(client, person, review):
    with it_is(NOON):
        browser = signed_in(client, person)
        answer = browser.get(reverse("meeting_screen", args=[review.case.public_id]))
    assert answer.status_code == 200
    return answer.content.decode()


def test_its_sections_stand_in_the_order_of_the_meeting(client):
    review, people = a_meeting_to_come()
    page = shown(client, people["coordinator"], review)
    headings = re.findall(r'<h2 class="govuk-heading-m"[^>]*>(.*?)</h2>', page)
    assert [each for each in headings if each in ORDER] == ORDER
    for words in (
        "A fall down the stairs.",
        "Mother 1 is the mother of Child 1.",
        "She was seen twice in the week before.",
        "A visit found nobody at home.",
        "Duty social worker, Children’s services",
        "Not yet confirmed.",
    ):
        assert words in page


def test_what_is_empty_and_may_not_be_says_so(client):
    review, people = a_meeting_to_come()
    page = shown(client, people["coordinator"], review)
    # The child's voice, the family's views, identity.
    assert page.count(MAY_NOT_BE_EMPTY) == 3
    assert "Missing: What episode 1 shows." in page


def test_what_was_written_before_as_not_known_alone_asks_why():
    said = {"childs_voice": "Not known.", "identity": "Not known, because …"}
    parts = written(RapidReview(parts=said))
    assert parts["childs_voice"].lacks == NOT_WHY
    assert parts["identity"].lacks == ""
    assert parts["facts"].lacks == ""


def test_each_section_leads_to_where_it_is_written_and_back(client):
    review, people = a_meeting_to_come()
    member = a_member(review.case, people)
    page = shown(client, member, review)
    for part in ("facts", "childs_voice", "identity", "worked_well", "learning"):
        assert f"/rapid-review/parts/{part}/?from=screen" in page
    path = reverse("rapid_review_part", args=[review.case.public_id, "learning"])
    with it_is(NOON):
        saved = client.post(f"{path}?from=screen", {"words": "To ask once more."})
    assert saved["Location"] == reverse("meeting_screen", args=[review.case.public_id])
    assert "To ask once more." in shown(client, member, review)


def test_whoever_may_not_write_is_led_nowhere_to_write(client):
    review, people = a_meeting_to_come()
    page = shown(client, people["police"], review)
    assert "?from=screen" not in page
    assert "A fall down the stairs." in page


def test_the_group_reads_no_name_of_the_family(client):
    review, people = a_meeting_to_come()
    member = a_member(review.case, people)
    with_names_on(client, member, review)
    assert "Wenna" not in shown(client, member, review)
    with_names_on(client, people["manager"], review)
    assert "Wenna is the mother of Lumi" in shown(client, people["manager"], review)


def test_it_asks_little_however_much_there_is_and_is_one_reading(client):
    review, people = a_meeting_to_come()
    by = {"by": people["coordinator"], "at": NOON}
    _and_all_the_rest(review, by)
    few = queries_of(client, review, people["manager"])
    assert len(few) <= MOST, "\n".join(few)
    for number in range(4):
        add_child(review.case, given_name=f"Tamsin {number}", **by)
        said = {"happened": f"{number} March", "involved": "", "analysis": "Haste."}
        write_episode(review, what="A call.", **said, **by)
    more = queries_of(client, review, people["manager"])
    assert len(more) == len(few)
    read = Entry.objects.filter(what="read_meeting_screen")
    assert read.count() == 4
    assert not Entry.objects.filter(what="read_identities").exists()


def _and_all_the_rest(review, by):
    """A household, a meeting, a day of the plan that was moved, a chronology."""
    case = review.case
    keep_household(case, people=list(people_of(case).values()), **by)
    hold_meeting(
        case,
        held_on=NOON.date(),
        attended=["A. Penrose"],
        apologies="",
        interests="",
        minutes="",
        **by,
    )
    said = {"take_along": True, "reasons": "The surgery answers late."}
    plan_day(case, milestone="answers", planned_on=date(2026, 3, 27), **said, **by)
    a_chronology(AgencyRequest.objects.get(), ("2/12/2025", "A visit"))


def queries_of(client, review, person):
    """What the page asks the database; the line in the record is beside it."""
    path = reverse("meeting_screen", args=[review.case.public_id])
    with it_is(NOON):
        signed_in(client, person)
        client.get(path)
        with CaptureQueriesContext(connection) as asked:
            client.get(path)
    said = [query["sql"][:110] for query in asked.captured_queries]
    return [sql for sql in said if sql.startswith("SELECT")]


def test_an_episode_without_analysis_is_named_and_with_it_is_not():
    from heed.rapid_reviews.actions import amend_episode
    from heed.rapid_reviews.missing import what_is_missing
    from heed.rapid_reviews.models import Episode

    review, people = a_meeting_to_come()

    def named():
        return [
            m.words for m in what_is_missing(review, at=NOON) if m.part == "episodes"
        ]

    assert named() == ["What episode 1 shows."]
    episode = Episode.objects.get()
    said = {"happened": "3 March", "involved": "", "what": "A visit.", "place": 1}
    by = {"by": people["coordinator"], "at": NOON}
    amend_episode(episode, analysis="Nobody asked twice.", wrong=False, **said, **by)
    assert named() == []


def test_episodes_stand_in_the_order_that_was_asked_for():
    from heed.rapid_reviews.actions import amend_episode
    from heed.rapid_reviews.queries import episodes_of

    review, people = a_rapid_review()
    by = {"by": people["coordinator"], "at": NOON}
    said = {"involved": "", "analysis": "Haste."}
    for day in ("first", "second", "third"):
        write_episode(review, happened=day, what="A call.", **said, **by)
    last = episodes_of(review.case)[2]
    again = said | {"happened": "third", "what": "A call."}

    amend_episode(last, place=1, wrong=False, **again, **by)
    assert [e.happened for e in episodes_of(review.case)] == [
        "third",
        "first",
        "second",
    ]

    first = episodes_of(review.case)[0]
    amend_episode(first, place=1, wrong=True, **again, **by)
    left = episodes_of(review.case)
    assert [(e.place, e.happened) for e in left] == [(1, "first"), (2, "second")]


def test_episodes_go_into_the_paper_for_the_panel():
    import io

    from docx import Document

    from tests.rapid_reviews.factories import the_pack

    review, _ = a_meeting_to_come()
    paper = Document(io.BytesIO(the_pack(review, at=NOON)))
    rows = [[cell.text for cell in row.cells] for t in paper.tables for row in t.rows]
    assert [
        "1. 3 March 2026",
        "Health visitor",
        "A visit found nobody at home.",
        "Not written yet",
    ] in rows
    assert any("What episode 1 shows." in row for row in rows)
    said = [paragraph.text for paragraph in paper.paragraphs]
    assert "Mother 1 is the mother of Child 1." in said
    assert not any("Wenna" in words for words in said)


def test_themes_are_chosen_and_kept():
    review, people = a_rapid_review()
    by = {"by": people["coordinator"], "at": NOON}
    assert choose_themes(review, themes=["C01", "B05"], **by).themes == ["C01", "B05"]


def told_in(case):
    """What the rows of a case tell, in the order of time."""
    composite = composite_of(case, Sought(), cleared=frozenset())
    return [row.words["event"] for row in composite.rows]


def a_chronology(request, *rows, sent=True):
    """A paper that came with an answer, and what was read in it."""
    with transaction.atomic():
        paper = receive(
            b"rows",
            name="chronology.txt",
            owner=request,
            purpose="agency_chronology",
            received_from="link",
            by=HEED,
            at=NOON,
        )
    said = [
        entries.Entry(
            n=n,
            row=n,
            event=what,
            source="Record",
            date=entries.dated(read_date(when)),
        )
        for n, (when, what) in enumerate(rows, 1)
    ]
    Reading._base_manager.create(
        partnership_id=paper.partnership_id,
        data_key_id=paper.data_key_id,
        document=paper,
        read_as="entries",
        read_at=NOON,
        content={"entries": [as_kept(entry) for entry in said]},
    )
    if sent:
        said = {"kind": "summary", "author": "A. Nurse", "summary": "See the rows."}
        answer_request(request, **said, by=holder(request), at=NOON)


def test_what_agencies_sent_as_chronologies_stands_there_by_day(client):
    review, people = a_meeting_to_come()
    assert "in the order of time" not in shown(client, people["manager"], review)
    a_chronology(
        AgencyRequest.objects.get(),
        ("?23 Dec 2025", "Ambulance called"),
        ("not recorded", "A letter"),
        ("2/12/2025", "Visit by the midwife"),
    )
    assert told_in(review.case) == [
        "Visit by the midwife",
        "Ambulance called",
        "A letter",
    ]
    with_names_on(client, people["manager"], review)
    page = shown(client, people["manager"], review)
    assert page.index("Visit by the midwife") < page.index("Ambulance called")
    assert "“not recorded”" in page


def test_of_a_long_chronology_the_days_before_it_happened_stand_there(client):
    review, people = a_meeting_to_come()
    days = [date(2024, 1, 1) + timedelta(days=n) for n in range(120)]
    a_chronology(
        AgencyRequest.objects.get(),
        *((f"{day:%d/%m/%Y}", f"Row of {day:%-d %B}") for day in days),
    )
    case = review.case
    unknown = composite_until(case, None, cleared=frozenset())
    assert unknown.rows[0].words["event"] == "Row of 1 January"

    case.happened_on = case.happened_until = date(2024, 4, 19)
    case.save(update_fields=["happened_on", "happened_until"])

    around = composite_until(case, case.happened_on, cleared=frozenset())
    assert around.rows[0].words["event"] == "Row of 11 January"
    assert around.rows[-1].words["event"] == "Row of 19 April"
    page = shown(client, people["manager"], review)
    assert "rows 11 to 110 of 120, as far as the day when it happened" in page


def with_names_on(client, person, review):
    with it_is(NOON):
        names = reverse("case_names", args=[review.case.public_id])
        signed_in(client, person).post(names, {"from": "meeting_screen"})


def test_rows_of_a_chronology_follow_the_switch_of_names_wherever_they_stand(client):
    review, people = a_meeting_to_come()
    manager = people["manager"]
    a_chronology(AgencyRequest.objects.get(), ("2/12/2025", "Kay said that Lumi fell"))
    paths = [
        reverse("meeting_screen", args=[review.case.public_id]),
        reverse("returns_that_differ", args=[review.case.public_id]),
    ]

    def pages():
        with it_is(NOON):
            return [signed_in(client, manager).get(path).text for path in paths]

    for page in pages():
        assert "2 December 2025" in page
        assert "Kay said" not in page
    with_names_on(client, manager, review)
    for page in pages():
        assert "Kay said that Lumi fell" in page


def test_what_was_not_sent_stands_in_no_chronology_though_a_call_was_logged():
    review, _ = a_meeting_to_come()  # whose agency rang
    a_chronology(AgencyRequest.objects.get(), ("2/12/2025", "A visit"), sent=False)
    assert told_in(review.case) == []
