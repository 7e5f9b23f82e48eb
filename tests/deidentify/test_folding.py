import unicodedata

from hypothesis import example, given
from hypothesis import strategies as st

from heed.deidentify.folding import fold, squeezed, words_of


@given(st.text())
@example("ﬁ\u00adX\u200bé")
@example("İstanbul ß Æ ½ ①")
def test_every_place_of_the_folded_text_has_its_place_in_the_original(text):
    folded = fold(text)
    starts = [folded.start(place) for place in range(len(folded.text))]
    ends = [folded.end(place + 1) for place in range(len(folded.text))]
    assert starts == sorted(starts)
    assert ends == sorted(ends)
    for start, end in zip(starts, ends, strict=True):
        assert 0 <= start < end <= len(text)


@given(st.text(alphabet=st.characters(min_codepoint=0x20, max_codepoint=0x7E)))
def test_plain_text_keeps_its_places(text):
    folded = fold(text)
    assert folded.text == text.lower()
    assert [folded.start(n) for n in range(len(text))] == list(range(len(text)))


@given(st.text(alphabet="abcdefgh \u00e9\u00fc\u00ad\u200b\u2019\ufb01", min_size=1))
def test_a_letter_is_found_where_it_was_typed(text):
    folded = fold(text)
    for place, letter in enumerate(folded.text):
        typed = text[folded.start(place) : folded.end(place + 1)]
        assert letter in fold(typed).text


def test_accents_ligatures_and_borrowed_letters_are_undone():
    assert fold("Élodie").text == "elodie"
    assert fold(unicodedata.normalize("NFD", "Élodie")).text == "elodie"
    assert fold("Sofﬁa").text == "soffia"
    assert fold("Т\u043eb\u0456\u0430h").text == "tobiah"
    assert fold("Mar\u00adchwin\u200bter").text == "marchwinter"
    assert fold("Ｔｏｂｉａｈ").text == "tobiah"
    assert fold("O’Dell").text == "o'dell"


def test_words_and_numbers_are_apart_however_they_are_joined():
    assert words_of("Ostrander-Vale's NHS9991234560") == (
        *("ostrander", "vale", "s"),
        *("nhs", "9991234560"),
    )
    assert squeezed("ZZ99 4AB") == squeezed("zz994ab") == "zz994ab"


def test_names_in_other_scripts_are_words_too():
    assert words_of("Żółć") == ("zolc",)
    assert words_of("王 สม ნინო") == ("王", "สม", "ნინო")
