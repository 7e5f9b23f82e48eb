"""The address of a page about a row is what Django makes it, whatever its key."""

import pytest
from django.template import Context, Template
from django.urls import NoReverseMatch, reverse, set_script_prefix

from heed.ui.addresses import address_of, known_address

KEYS = ("0123456789abcdef" * 2, "f" * 32)


def drawn(words, **context):
    return Template("{% url " + words + " %}").render(Context(context))


@pytest.mark.parametrize("key", KEYS)
@pytest.mark.parametrize("name", ["case", "declaration", "own_answer", "draft"])
def test_it_is_the_address_that_django_puts_together(name, key):
    assert known_address(name, key) == address_of(name, key)
    assert address_of(name, key) == reverse(name, args=[key])
    assert drawn("name key", name=name, key=key) == reverse(name, args=[key])
    assert drawn(
        "name key as found %}{{ found }}{% url 'home'", name=name, key=key
    ) == (reverse(name, args=[key]) + reverse("home"))


def test_what_is_no_key_goes_the_usual_way():
    assert known_address("case", "../cases") == ""
    assert known_address("home", KEYS[0]) == ""
    assert drawn("'draft' key", key="a&b") == reverse("draft", args=["a&b"]).replace(
        "&", "&amp;"
    )
    with pytest.raises(NoReverseMatch):
        address_of("no_such_page", KEYS[0])
    with pytest.raises(NoReverseMatch):
        drawn("'home' key", key=KEYS[0])


def test_a_desk_below_an_address_of_its_own_keeps_it():
    before = address_of("case", KEYS[0])
    set_script_prefix("/heed/")
    try:
        assert address_of("case", KEYS[0]) == f"/heed{before}"
    finally:
        set_script_prefix("/")
