"""What is looked for in many rows at once is found where one by one would find it."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from heed.papers.chronologies import gaps
from heed.papers.chronologies.looking import Cue, Texts, folded
from heed.papers.theme_cues import STRENGTHS, LookedFor, cues, cues_listed

CUES = {name: each for name, each in vars(gaps).items() if isinstance(each, Cue)}
SAID = st.text(st.sampled_from("aAkKsSiI \u212a\u0130\u0131\u017f.ß\n\0'"), max_size=12)


@pytest.mark.parametrize("name", CUES)
def test_wherever_a_cue_is_found_stands_one_of_its_words(name):
    cue = CUES[name]
    pattern = re.compile(cue.pattern.pattern, cue.pattern.flags)

    @given(st.from_regex(pattern))
    def holds(said):
        assert any(word in folded(said) for word in cue.words)
        assert Texts(["", said, "Nothing of it"]).telling(cue) == [1]

    holds()


@given(st.lists(SAID), SAID.filter(str.strip))
def test_a_word_is_found_where_a_pattern_finds_it_in_capitals_or_not(texts, word):
    pattern = re.compile(re.escape(word), re.IGNORECASE)
    one_by_one = [at for at, said in enumerate(texts) if pattern.search(said)]

    assert Texts(texts).telling(Cue(pattern, (folded(word),))) == one_by_one


def test_all_that_cues_find_is_found_where_their_words_begin():
    for code, strength, cue in cues_listed():
        found_in = LookedFor([strength]).found_in
        plain = cue.replace("…", "and her").replace("*", "")
        pattern = cues()[code][strength]
        for said in (
            f"It was ({plain}), they said. {plain}s {plain}",
            plain.upper(),
            plain.replace(" ", "\n").replace("'", "’"),
            plain.replace("s", "ſ"),
        ):
            everywhere = [each.span() for each in pattern.finditer(said)]
            found = found_in(said).get(code, ())
            assert [each.span() for each in found] == everywhere
    assert LookedFor().found_in("He ate, then he slept.") == {}


@given(
    st.lists(
        st.sampled_from([each.replace("*", "") for _, _, each in cues_listed()]),
        max_size=4,
    )
)
def test_it_is_found_in_the_order_of_the_text_each_once(said):
    words = " ".join(said)
    for code, found in LookedFor().found_in(words).items():
        everywhere = [
            each.span()
            for kind in STRENGTHS
            if kind in cues()[code]
            for each in cues()[code][kind].finditer(words)
        ]
        assert [each.span() for each in found] == everywhere
