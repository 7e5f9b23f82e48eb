"""A pattern that is compiled later finds what it would find at once."""

import re

from heed.papers.patterns import later


def test_a_later_pattern_is_compiled_at_its_first_use_and_only_then(monkeypatch):
    made = []
    compiled = re.compile
    monkeypatch.setattr(re, "compile", lambda *a: made.append(a) or compiled(*a))
    pattern = later(r"b(?P<rest>\w+)", re.IGNORECASE)
    assert made == []

    assert pattern.search("a Bee")["rest"] == "ee"
    assert pattern.sub("c", "bee") == "c"
    assert pattern.pattern == r"b(?P<rest>\w+)"
    assert len(made) == 1
