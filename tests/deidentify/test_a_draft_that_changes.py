"""A paragraph that changes is looked at again alone; the result is that of the whole."""

from hypothesis import given, settings
from hypothesis import strategies as st

from heed.deidentify import Draft, scan_text
from tests.deidentify.quillshire import a_person, a_register

REGISTER = a_register(a_person("Hope"), a_person("Grace"))

PARAGRAPHS = st.sampled_from(
    [
        "Elspeth was seen.",
        "Marchwimter came.",
        "A marchwimter is a bird.",
        "Hope told them. Grace’s room.",
        "Project Hope offered support.",
        "Whimbrel said they were tired. Whimbrel took their bag. They slept.",
        "Whimbrel knew they were loved. Whimbrel liked their room.",
        "Whimbrel lost her shoe.",
        "They are twins.",
        "Aged 14, they moved.",
        "A rare metabolic disorder.",
        "They met Tobiah there.",
        "Tobiah ran.",
        "A tobiah is a sort of gate.",
        "The Tobiah Inquiry (2003) was read.",
        "Three days later Plover wrote to a.b@quillshire.example on 4 May 2024.",
        "A neighbour heard Els-",
        "peth crying.",
        "The newspaper wrote:",
        "“Left alone for days while agencies argued”",
        "Agency\tContact\nSurgery\tMarchwinter-Wray",
        "",
        "\n",
        "çà et là\u200b, Ma\u00adrch­winter",
    ]
)
EDITS = st.lists(
    st.tuples(st.integers(0, 8), st.integers(0, 3), st.lists(PARAGRAPHS, max_size=3)),
    min_size=1,
    max_size=5,
)
ALLOWED = st.sampled_from([(), ("tobiah",), ("marchwinter wray", "hope")])


@settings(max_examples=150)
@given(st.lists(PARAGRAPHS, max_size=8), EDITS, ALLOWED)
def test_after_any_changes_the_findings_are_those_of_the_whole(begun, edits, allow):
    paragraphs = list(begun)
    draft = Draft("\n\n".join(paragraphs), REGISTER, allow)
    for start, length, new in edits:
        paragraphs[start : start + length] = new
        text = "\n\n".join(paragraphs)
        draft.becomes(text)
        assert draft.findings() == scan_text(text, REGISTER, allow)


def test_only_what_changed_is_looked_at_again():
    paragraphs = [f"Elspeth came {n} times." for n in range(20)]
    draft = Draft("\n\n".join(paragraphs), REGISTER)
    paragraphs[7] = "Nobody came."
    assert draft.becomes("\n\n".join(paragraphs)) == [7]
    assert draft.hits_of(7) == []
    assert [hit.class_ for hit in draft.hits_of(8)] == ["name"]


def test_what_one_paragraph_says_changes_what_is_found_in_another():
    draft = Draft("They met Tobiah.\n\nTobiah ran.", REGISTER)
    assert [hit.class_ for hit in draft.hits_of(1)] == ["name"]
    draft.becomes("They met nobody.\n\nTobiah ran.")
    assert draft.hits_of(1) == []


def test_lines_as_windows_ends_them_part_paragraphs_too():
    text = "Elspeth ran.\r\n\r\nA neighbour heard Els-\r\n\r\npeth."
    findings = scan_text(text, REGISTER)
    assert [text[f.start : f.end] for f in findings] == ["Elspeth", "Els-\r\n\r\npeth"]
