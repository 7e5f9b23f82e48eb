"""What three confirmed is what stands: a later edit greys the confirmations and shows
word by word what was changed; what is grey signs nothing off; and to confirm again takes
no new proposal."""

from datetime import timedelta

import pytest

from heed.cases.actions import (
    amend_child,
    name_family_member,
    raise_safety_action,
)
from heed.cases.models import Child, StepTaken
from heed.cases.steps import Refused, Seen, Stale
from heed.correspondence.models import OutgoingEmail
from heed.rapid_reviews.actions import (
    amend_episode,
    confirm_decision,
    log_answer,
    weigh_criteria,
    write_episode,
    write_part,
)
from heed.rapid_reviews.confirmed import (
    answers_to,
    stale_confirmations,
    was_changed_since,
)
from heed.rapid_reviews.models import Confirmation
from heed.rulebook.criteria.records import DR_3
from heed.rulebook.language import Stage
from tests.cases.factories import NOON, it_is
from tests.partnership.factories import signed_in
from tests.rapid_reviews.factories import (
    SEATS,
    a_rapid_review,
    a_request,
    proposed,
    sent_to_the_panel,
    signed_off,
)
from tests.walked import walked_once

pytestmark = pytest.mark.django_db

LATER = NOON + timedelta(hours=2)


def write(review, people, words):
    write_part(
        review, part="childs_voice", words=words, by=people["coordinator"], at=NOON
    )


def weigh(review, people, why="Agencies did not share it."):
    question = DR_3.questions[0].slug
    weigh_criteria(
        review.case,
        record=DR_3.slug,
        answers={question: {"answer": "yes", "why": why}},
        by=people["coordinator"],
        at=LATER,
    )


def confirmed(review, people, *seats, **more):
    for seat in seats:
        confirm_decision(
            review, answer="agrees", reasons="We do.", by=people[seat], at=NOON, **more
        )
    review.refresh_from_db()


@walked_once
def two_have_confirmed():
    """A decision that two of three have confirmed; a part of it is written."""
    review, people = a_rapid_review()
    write(review, people, "He was seen alone twice.")
    proposed(review, people)
    confirmed(review, people, *SEATS[:2])
    return review, people


def by_seat(review):
    review.refresh_from_db()
    return {each.seat: each for each in answers_to(review)}


def said_of(change):
    name, pieces = change
    return name, [(piece.kind.value, piece.words.strip()) for piece in pieces]


def test_an_edit_greys_what_was_confirmed_and_shows_what_was_changed():
    review, people = two_have_confirmed()
    assert not any(each.grey for each in by_seat(review).values())

    write(review, people, "He was seen alone once.")

    for seat in SEATS[:2]:
        answered = by_seat(review)[seat]
        assert answered.grey
        assert [said_of(change) for change in answered.changes] == [
            (
                "The child's voice",
                [("same", "He was seen alone"), ("gone", "twice."), ("new", "once.")],
            )
        ]
    assert by_seat(review)[SEATS[2]].given is None


def test_criteria_and_answers_of_agencies_are_what_was_confirmed_too():
    review, people = a_rapid_review()
    request, _ = a_request(review, people)
    proposed(review, people)
    confirmed(review, people, "icb")

    weigh(review, people)
    log_answer(
        request,
        kind="summary",
        author="A. Nurse",
        came_by="telephone",
        summary="Seen on Monday.",
        by=people["coordinator"],
        at=LATER,
    )

    names = [name for name, _ in by_seat(review)["icb"].changes]
    assert names == [DR_3.questions[0].words, "Answer of Quillshire Hospitals"]


def described(review, people):
    child = Child.objects.get(case=review.case)
    amend_child(child, ethnicity="WBRI", by=people["coordinator"], at=LATER)


def named(review, people):
    name_family_member(
        review.case,
        name="Ana Ostrander",
        relationship="Grandmother",
        by=people["coordinator"],
        at=LATER,
    )


def made_safe(review, people):
    raise_safety_action(
        review.case,
        what="See the brother today.",
        owner="M. Ferncroft",
        owner_organisation="Quillshire Council",
        due_at=LATER + timedelta(hours=2),
        by=people["coordinator"],
        at=LATER,
    )


@pytest.mark.parametrize(
    ("change", "where", "words"),
    [
        (described, "Child: ", "Ethnicity"),
        (named, "Family", "Grandmother"),
        (made_safe, "Done at once", "See the brother today"),
    ],
)
def test_the_children_the_family_and_what_was_done_are_what_was_confirmed(
    change, where, words
):
    review, people = two_have_confirmed()

    change(review, people)

    (changed,) = by_seat(review)["icb"].changes
    assert changed[0].startswith(where)
    assert words in " ".join(piece.words for piece in changed[1])
    assert "Ana" not in str(changed)
    confirmed(review, people, SEATS[2])
    assert review.decided_outcome == ""  # what is grey signs nothing off
    confirmed(review, people, *SEATS[:2])
    assert review.decided_outcome == "local_review"


def test_whoever_reads_the_page_while_a_child_is_described_reads_it_again():
    review, people = a_rapid_review()
    proposed(review, people)
    review.refresh_from_db()
    read = Seen(version=review.version)

    described(review, people)

    with pytest.raises(Stale):
        confirmed(review, people, "icb", seen=read)


def test_what_is_described_once_it_went_to_the_panel_greys_nothing():
    review, people = a_rapid_review()
    signed_off(review, people)
    sent_to_the_panel(review, people)

    for change in (described, named, made_safe):
        change(review, people)

    assert stale_confirmations(review) == []


def test_an_agency_that_corrects_its_answer_is_shown_word_by_word():
    review, people = a_rapid_review()
    request, _ = a_request(review, people)
    by = {"author": "A. Nurse", "came_by": "telephone", "by": people["coordinator"]}
    log_answer(request, kind="summary", summary="Seen on Monday.", at=NOON, **by)
    proposed(review, people)
    confirmed(review, people, "icb")

    log_answer(request, kind="summary", summary="Seen on Friday.", at=LATER, **by)

    (changed,) = by_seat(review)["icb"].changes
    name, pieces = said_of(changed)
    assert name == "Answer of Quillshire Hospitals"
    assert ("gone", "Monday.") in pieces
    assert ("new", "Friday.") in pieces


def test_an_episode_that_is_set_right_after_all_signed_is_shown_and_confirmed_again():
    review, people = a_rapid_review()
    unit = {"by": people["coordinator"], "at": NOON}
    said = {"happened": "In May", "what": "Nobody asked.", "analysis": "They hurried."}
    episode = write_episode(review, involved="", **said, **unit)
    signed_off(review, people)

    said["analysis"] = "They were alone."
    amend_episode(episode, place=1, wrong=False, involved="", **said, **unit)

    assert was_changed_since(review)
    [change] = by_seat(review)["police"].changes
    name, pieces = said_of(change)
    assert name == "Key practice episode 1"
    assert ("gone", "hurried.") in pieces


def test_a_part_that_no_rapid_review_has_is_refused():
    review, people = a_rapid_review()
    with pytest.raises(Refused, match="no such part"):
        write_part(review, part="voice", words="X", by=people["coordinator"], at=NOON)


def test_what_is_grey_signs_nothing_off_and_is_confirmed_again_as_it_stands():
    review, people = two_have_confirmed()
    write(review, people, "He was seen alone once.")

    confirmed(review, people, SEATS[2])
    assert review.decided_outcome == ""
    confirmed(review, people, *SEATS[:2])  # no new proposal

    assert review.decided_outcome == "local_review"
    assert review.case.__class__.objects.get().stage == Stage.RAPID_REVIEW_SIGNED_OFF
    assert not any(each.grey for each in by_seat(review).values())
    assert stale_confirmations(review) == []


@pytest.mark.parametrize(
    "change", [lambda r, p: write(r, p, "He was seen alone once."), weigh]
)
def test_who_has_the_page_open_meanwhile_reads_it_again(change):
    """Also where nobody has confirmed yet: what is read is what is signed."""
    review, people = a_rapid_review()
    proposed(review, people)
    review.refresh_from_db()
    read = Seen(version=review.version)

    change(review, people)

    with pytest.raises(Stale):
        confirmed(review, people, "icb", seen=read)
    assert not Confirmation.objects.exists()


def test_a_new_proposal_shows_beside_each_answer_what_it_changes():
    review, people = two_have_confirmed()

    proposed(review, people, outcome="no_further_review")

    (change,) = by_seat(review)["icb"].changes
    assert said_of(change)[0] == "Proposed decision"
    assert by_seat(review)["icb"].grey


def test_what_was_signed_off_stands_and_is_said_to_have_been_changed_since():
    review, people = a_rapid_review()
    signed_off(review, people)

    write(review, people, "Written after it was signed.")
    review.refresh_from_db()

    assert review.decided_outcome == "local_review"
    stale = stale_confirmations(review)
    assert [each.seat for each in stale] == list(by_seat(review))
    assert all(each.changes for each in stale)


def test_what_was_changed_after_sign_off_is_confirmed_again_and_decides_nothing_anew(
    client,
):
    review, people = a_rapid_review()
    signed_off(review, people)
    decided = review.decided_on
    with pytest.raises(Refused, match="already answered"):
        confirmed(review, people, "icb")
    OutgoingEmail.objects.all().delete()
    write(review, people, "Written after it was signed.")
    told = OutgoingEmail.objects.filter(letter="please_look").count()
    with it_is(NOON):
        desk = signed_in(client, people["icb"])
        case = desk.get(f"/cases/{review.case.public_id}/").text
        page = f"/cases/{review.case.public_id}/rapid-review/decision/confirm/"
        asked = desk.get(page).text

    confirmed(review, people, "icb")

    assert told == 3
    assert "Confirm the text that was changed since you signed" in case
    assert "The decision stands as it was signed" in asked
    assert [each.seat for each in stale_confirmations(review)] == [
        seat for seat in SEATS if seat != "icb"
    ]
    kept = Confirmation.objects.filter(seat="icb").order_by("again")
    assert [each.again for each in kept] == [0, 1]
    assert (review.decided_outcome, review.decided_on) == ("local_review", decided)
    assert StepTaken.objects.filter(step="sign_off_rapid_review").count() == 1
    with pytest.raises(Refused, match="already answered"):
        confirmed(review, people, "icb")


def test_the_pages_show_it_in_grey_with_the_difference(client):
    review, people = two_have_confirmed()
    write(review, people, "He was seen alone once.")
    with it_is(NOON):
        signed_in(client, people["icb"])
        case = client.get(f"/cases/{review.case.public_id}/").text
        confirm = client.get(
            f"/cases/{review.case.public_id}/rapid-review/decision/confirm/"
        ).text

    for shown in (case, confirm):
        assert "Counts no more" in shown
        assert "What was changed since" in shown
        assert "taken out: </span><bdi>twice.</bdi></del>" in shown
        assert "put in: </span><bdi>once.</bdi></ins>" in shown


def test_an_answer_from_before_what_was_confirmed_was_kept_is_not_called_changed():
    review, _people = two_have_confirmed()
    for each in Confirmation.objects.all():
        each.confirmed = None
        each.save(update_fields=["confirmed"])

    assert not any(each.grey for each in by_seat(review).values())
