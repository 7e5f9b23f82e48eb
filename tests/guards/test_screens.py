"""What screens never say, and what pages never carry."""

import re

from heed.ui.words import unwanted_words, words_of_template
from tests.guards.source import ROOT, templates


def test_screens_use_the_fields_own_words():
    found = {
        str(path.relative_to(ROOT)): words
        for path in templates()
        if (words := unwanted_words(words_of_template(path.read_text())))
    }
    assert found == {}


def test_pages_carry_no_script_and_no_style_of_their_own():
    forbidden = re.compile(
        r"<script(?![^>]*\bsrc=)|<style|\sstyle=|\son[a-z]+=['\"]|javascript:",
        re.IGNORECASE,
    )
    found = [
        str(path.relative_to(ROOT))
        for path in templates()
        if forbidden.search(path.read_text())
    ]
    assert found == []


def test_nothing_is_marked_safe_in_a_template():
    found = [
        str(path.relative_to(ROOT))
        for path in templates()
        if re.search(r"\|\s*safe\b|autoescape off", path.read_text())
    ]
    assert found == []
