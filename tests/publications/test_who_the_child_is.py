"""It begins with who the child is, or was: in words to which the family agreed."""

from datetime import timedelta

import pytest

from heed.cases.models import Child
from heed.cases.steps import Refused
from heed.publications import actions
from heed.publications.queries import papers_of_case, texts_of
from heed.publications.texts import who_they_are
from heed.reviews.actions import write_portrait
from tests.publications.factories import (
    PUBLISHED,
    SENT,
    approved,
    ready_to_publish,
    searched,
    sent_ahead,
    tried,
)

pytestmark = pytest.mark.django_db(databases=["default", "library"])


def child(pseudonym, status="alive", role="subject"):
    return Child(pseudonym=pseudonym, status=status, role=role)


@pytest.mark.parametrize(
    ("children", "heading"),
    [
        ([child("Dabchick")], "Who Dabchick is"),
        ([child("Wren", "died")], "Who Wren was"),
        ([child("Wren", "unknown")], "Who Wren is"),
        ([child("Wren", "died"), child("Siskin", role="sibling")], "Who Wren was"),
        ([child("Wren"), child("Siskin", "died")], "Who Wren and Siskin are"),
        ([child("Wren", "died"), child("Siskin", "died")], "Who Wren and Siskin were"),
        ([child("")], "Who the child is"),
    ],
)
def test_a_child_who_lives_is_and_a_child_who_died_was(children, heading):
    assert who_they_are(children) == heading


def written(case, people, *, agreed, words="Goldcrest liked to be sung to.", at=SENT):
    write_portrait(
        case, words=words, family_agreed=agreed, by=people["coordinator"], at=at
    )


def anew(case, people, *, agreed, at=SENT, **words):
    """Other words on who the child is, and all that follows from another text."""
    written(case, people, agreed=agreed, at=at, **words)
    searched(case, people, at=at)
    tried(case, people, at=at)
    approved(case, people["manager"], people["police"], at=at)
    sent_ahead(case, people, at=at)


def accept(case, person, *, at=SENT):
    actions.accept_family_not_told(
        case, about="words", reasons="They could not be found.", by=person, at=at
    )


def test_words_to_which_the_family_did_not_agree_are_not_published():
    case, people = ready_to_publish()
    anew(case, people, agreed=False)
    with pytest.raises(Refused, match="not recorded that the family agreed to the wor"):
        actions.publish(case, by=people["manager"], at=PUBLISHED)

    written(case, people, agreed=True, at=SENT + timedelta(hours=2))
    actions.publish(case, by=people["manager"], at=PUBLISHED)


def test_two_people_accept_why_the_family_was_not_asked_about_the_words():
    case, people = ready_to_publish()
    anew(case, people, agreed=False)
    accept(case, people["manager"])
    with pytest.raises(Refused, match="two people"):
        accept(case, people["manager"])
    with pytest.raises(Refused, match="agreed to the words"):
        actions.publish(case, by=people["manager"], at=PUBLISHED)

    accept(case, people["icb"])

    actions.publish(case, by=people["manager"], at=PUBLISHED)


def test_what_was_accepted_of_other_words_does_not_hold_for_these():
    case, people = ready_to_publish()
    anew(case, people, agreed=False)
    for who in ("manager", "icb"):
        accept(case, people[who])
    later, other = SENT + timedelta(hours=2), "Goldcrest laughed at the rain."
    anew(case, people, agreed=False, words=other, at=later)

    with pytest.raises(Refused, match="agreed to the words"):
        actions.publish(case, by=people["manager"], at=PUBLISHED)


def test_the_published_text_says_is_of_a_child_who_lives():
    case, _ = ready_to_publish()
    assert Child.objects.get(case=case).status != "died"
    (paper,) = papers_of_case(case)
    (text,) = texts_of(paper.publication)
    assert text.document.blocks[0].text == "Who Goldcrest is"
