"""Agencies by where they are, late beside it, as it is at this moment."""

from datetime import UTC, date, datetime

import pytest
from django.utils.html import strip_tags

from heed.audit.actors import LinkHolder
from heed.partnership import sessions
from heed.partnership.one_look import one_look
from heed.rapid_reviews.actions import (
    accept_answer,
    answer_request,
    ask_for_more,
    open_request,
    refuse_request,
    require_information,
    revoke_request,
)
from heed.rapid_reviews.first_page import late
from heed.rapid_reviews.queries import matrix_of
from heed.rulebook.language import Role
from tests.cases.factories import NOON, it_is
from tests.partnership.factories import a_person, signed_in
from tests.rapid_reviews.factories import a_rapid_review, a_request

pytestmark = pytest.mark.django_db
BEFORE, LATE = date(2026, 3, 18), date(2026, 3, 24)  # due on Friday 20 March
AFTER = datetime(2026, 3, 24, 10, tzinfo=UTC)


def holder(request):
    return LinkHolder(str(request.pk), request.organisation.name)


def answered(request, *, at=NOON, **said):
    by = holder(request)
    given = {"kind": "summary", "author": "A. Nurse", "summary": "Seen."} | said
    answer_request(request, **given, by=by, at=at)
    request.refresh_from_db()
    return request


def where(request, *, on=BEFORE):
    with one_look():
        rows = matrix_of(request.case, on=on)
    (row,) = [row for row in rows if row.request.pk == request.pk]
    return {
        slug: cell.words or cell.on for slug, cell in row.at.items() if slug != "asked"
    }


def test_each_agency_stands_where_it_is_and_late_beside_it():
    review, people = a_rapid_review()
    request, code = a_request(review, people)
    desk = people["coordinator"]
    assert where(request) == {}
    assert where(request, on=LATE) == {"late": "2 working days"}

    open_request(request, code=code, by=holder(request), at=NOON)
    assert where(request) == {"opened": NOON.date()}

    request = answered(request)
    assert where(request, on=LATE)["full"] == "to be accepted"
    assert "late" not in where(request, on=LATE)

    ask_for_more(
        request,
        parts=["practice"],
        why="Nothing is said of it.",
        due_on=date(2026, 3, 23),
        by=desk,
        at=NOON,
    )
    stands = where(request, on=LATE)
    assert stands["partial"] == "the rest is asked for"
    assert stands["late"] == "1 working day after the later day"
    assert "full" not in stands

    request.refresh_from_db()
    request = answered(request, at=AFTER)
    accept_answer(request, by=desk, at=AFTER)
    stands = where(request, on=date(2026, 4, 8))
    assert stands["full"] == "accepted"
    assert stands["late"] == "1 working day after the later day"


MORE = {"parts": ["practice"], "why": "Nothing is said of it."}
REQUIRED = {"requirement": "All that you know."}
LATER = date(2026, 3, 25)


def asked_again():
    """One that answered late and is asked for more, and one that never answered and is
    required to: both by a later day."""
    review, people = a_rapid_review()
    came, silent = (a_request(review, people)[0] for _ in range(2))
    came = answered(came, at=AFTER)
    ask_for_more(came, **MORE, due_on=LATER, by=people["coordinator"], at=AFTER)
    partner = people["local_authority"]
    require_information(silent, **REQUIRED, due_on=LATER, by=partner, at=AFTER)
    for each in (came, silent):
        each.refresh_from_db()
    return came, silent, people


def told_late(case):
    return [each.words for each in late(case, at=AFTER, reasons={})]


def test_a_second_request_does_not_undo_that_the_first_answer_came_late():
    came, silent, people = asked_again()
    days = {(each.first_due_on, each.due_on) for each in (came, silent)}
    assert days == {(date(2026, 3, 20), LATER)}
    assert where(came, on=LATE)["late"] == "2 working days after the first day"
    both = "4 working days after the first day, 1 working day after the later day"
    assert where(silent, on=date(2026, 3, 26))["late"] == both

    came = answered(came, at=AFTER)
    ask_for_more(came, **MORE, due_on=LATE, by=people["coordinator"], at=AFTER)

    came.refresh_from_db()
    assert (came.first_due_on, came.due_on) == (date(2026, 3, 20), LATE)
    by = "Quillshire Hospitals was to answer by 20 March 2026, then by"
    assert told_late(came.case) == [
        f"{by} 24 March 2026, and answered on 24 March 2026.",
        f"{by} 25 March 2026, and has not answered.",
    ]


def test_the_later_day_stands_beside_the_first(client):
    came, _, people = asked_again()
    signed_in(client, people["coordinator"])
    with it_is(AFTER):
        for page in (f"requests/{came.public_id}", f"cases/{came.case.public_id}"):
            shown = strip_tags(client.get(f"/{page}/").content.decode())
            assert "20 March 2026, then 25 March 2026" in shown


def test_the_same_day_named_anew_stands_there_once():
    review, people = a_rapid_review()
    request = answered(a_request(review, people)[0])
    day = date(2026, 3, 20)
    ask_for_more(request, **MORE, due_on=day, by=people["coordinator"], at=NOON)

    request.refresh_from_db()
    assert (request.was_due_on, request.later_day) == (day, None)
    by = "Quillshire Hospitals was to answer by 20 March 2026"
    assert told_late(review.case) == [f"{by}, and a part is still missing."]


def test_who_declined_and_is_then_required_to_answer_has_not_answered():
    review, people = a_rapid_review()
    request, _ = a_request(review, people)
    refuse_request(request, reason="The police ask.", by=holder(request), at=NOON)
    assert where(request, on=LATE) == {"refused": NOON.date()}

    require_information(
        request,
        **REQUIRED,
        due_on=date(2026, 3, 23),
        by=people["local_authority"],
        at=NOON,
    )

    assert where(request, on=LATE)["late"].startswith("2 working days after the first")
    [told] = told_late(review.case)
    assert told.endswith("then by 23 March 2026, and has not answered.")


def test_that_nobody_is_known_declined_and_taken_back_stand_apart():
    review, people = a_rapid_review()
    nil, refused = (a_request(review, people)[0] for _ in range(2))
    revoked, code = a_request(review, people)
    searched = {"children_searched": True, "adults_searched": True}
    answered(nil, kind="not_known", systems_searched="SystmOne", **searched)
    refuse_request(refused, reason="The police ask.", by=holder(refused), at=NOON)
    desk = people["coordinator"]
    open_request(revoked, code=code, by=holder(revoked), at=NOON)
    revoke_request(revoked, reason="By mistake.", by=desk, at=AFTER)

    assert where(nil) == {"nil": "to be accepted"}
    assert where(refused, on=LATE) == {"refused": NOON.date()}
    assert where(revoked, on=LATE) == {"opened": NOON.date(), "revoked": AFTER.date()}
    with one_look():
        rows = matrix_of(review.case, on=LATE)
    stand = {row.request.pk: row.now.name for row in rows}
    assert stand[revoked.pk] == "Taken back"


def test_many_agencies_cost_no_more_looks_than_one(django_assert_max_num_queries):
    review, people = a_rapid_review()
    for _ in range(4):
        a_request(review, people)
    with django_assert_max_num_queries(3), one_look():
        assert len(matrix_of(review.case, on=LATE)) == 4


def test_the_table_alone_is_asked_for_again_and_again(client):
    review, people = a_rapid_review()
    request, _ = a_request(review, people)
    signed_in(client, people["coordinator"])
    address = f"/cases/{review.case.public_id}/agencies/"
    with it_is(NOON):
        whole = client.get(address).content.decode()
        case = client.get(f"/cases/{review.case.public_id}/").content.decode()
        answered(request)
        parts = {
            part: client.get(f"{address}?part={part}").content.decode()
            for part in ("matrix", "where_each_is")
        }

    for page, part in ((whole, "matrix"), (case, "where_each_is")):
        assert f'data-live="{address}?part={part}"' in page
        assert "<html" not in parts[part]
        assert "to be accepted" in strip_tags(parts[part])


def test_a_page_that_asks_by_itself_keeps_no_session_from_ending(client):
    review, people = a_rapid_review()
    signed_in(client, people["coordinator"])
    address = f"/cases/{review.case.public_id}/agencies/?part=matrix"

    def seen():
        return client.session[sessions.SEEN]

    with it_is(NOON):
        client.get(address)
    before = seen()
    session = client.session
    session[sessions.SEEN] = before - 120
    session.save()
    with it_is(NOON):
        client.get(address, headers={"Heed-Live": "1"})
        assert seen() == before - 120
        client.get(address)
    assert seen() > before - 120


def test_a_request_is_found_by_the_reference_that_somebody_names(client):
    review, people = a_rapid_review()
    request, _ = a_request(review, people)
    stranger = a_person(Role.COORDINATOR, partnership=review.partnership, at=NOON)
    named = [request.reference, request.reference.lower().replace("-", " ")]

    def asked(person, reference):
        signed_in(client, person)
        with it_is(NOON):
            return client.get("/requests/", {"reference": reference})

    for reference in named:
        found = asked(people["coordinator"], reference)
        assert found["Location"] == f"/requests/{request.public_id}/"
    nothing = "No request of your cases has this reference."
    for person, reference in (
        (stranger, request.reference),
        (people["coordinator"], "R-0"),
        (people["coordinator"], "R-0000-0000"),
    ):
        assert nothing in asked(person, reference).content.decode()
