"""The words that screens do not say."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from heed.ui.words import unwanted_words, words_of_template


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("There are two tellings of that night", "tellings"),
        ("Compare the telling of the police", "the telling"),
        ("Settle the two dates", "Settle"),
        ("This gap was settled on Monday", "settled"),
        ("We will chase the school", "chase"),
        ("Chasers went out", "Chasers"),
        ("The referral was rejected", "rejected"),
        ("the alleged perpetrator", "alleged perpetrator"),
        ("A LAC review was held", "LAC"),
        ("He is a care leaver", "care leaver"),
        ("She committed suicide", "committed suicide"),
        ("Shown as a tombstone page", "tombstone"),
        ("Click here for the report", "Click here"),
        ("Invalid date", "Invalid"),
    ],
)
def test_a_word_that_screens_do_not_say_is_found(text, found):
    (only,) = unwanted_words(text)
    assert only.found == found
    assert only.say


@pytest.mark.parametrize(
    "text",
    [
        "Thank you for telling us",
        "Each account of the event is kept",
        "Purchase of equipment",
        "Settled status in the United Kingdom",
        "A settlement was reached",
        "Lack of supervision; a place in the queue",
        "A child who has caused harm",
        "A child in care; a looked-after child under section 20",
        "Not progressed, because the criteria were not met",
        "She died by suicide",
        "Reminders are sent on Monday",
    ],
)
def test_what_screens_may_say_is_left_alone(text):
    assert unwanted_words(text) == []


def test_a_letter_to_a_family_speaks_of_a_child_not_of_a_case():
    words = "The report about the case of the subject child is ready"
    assert unwanted_words(words) == []
    found = [one.found for one in unwanted_words(words, to_a_family=True)]
    assert found == ["the case", "subject child"]


def test_only_what_people_read_or_hear_of_a_template_is_looked_at():
    source = """
    {# we chase nobody #}{% comment %}rejected{% endcomment %}
    {% if rejected %}<a class="settle" href="/chase/" aria-label="Answer it">{{ tombstone }}
    <input aria-invalid="true" placeholder='Name &amp; place'></a>{% endif %}
    <c-notice title="A reminder went out">Confirm it</c-notice>
    """
    said = words_of_template(source)
    assert unwanted_words(said) == []
    for words in ("Answer it", "Name & place", "A reminder went out", "Confirm it"):
        assert words in said


def test_a_word_in_what_is_read_aloud_is_found():
    said = words_of_template('<button aria-label="Reject this referral">No</button>')
    assert [one.found for one in unwanted_words(said)] == ["Reject"]


@given(st.text())
def test_any_template_can_be_looked_at(text):
    unwanted_words(words_of_template(text))


@given(st.text(alphabet=st.characters(exclude_characters="<>{}&")))
def test_plain_words_are_looked_at_as_they_are(text):
    assert words_of_template(text) == text
