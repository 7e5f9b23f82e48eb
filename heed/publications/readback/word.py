"""The words of a Word file that will be served: its text, and all that hides in it."""

from collections.abc import Iterator

from heed.deidentify.containers import parts_of
from heed.papers.blocks import leaves, plain_text
from heed.papers.reading import read_blocks


def words_of_word(data: bytes) -> Iterator[tuple[str, str, bool]]:
    """Each place of the file with its words, and whether they are a label. Raises
    ValueError where a part of it cannot be read: nobody knows what that holds."""
    reading = read_blocks(data, "its.docx")
    if unread := (*reading.hidden.unread, *reading.hidden.embedded):
        raise ValueError(f"{len(unread)} of its parts")
    for _, words in leaves(reading.document.blocks):
        yield "its text", words, False
    for part in parts_of(reading, plain_text(reading.document).text, ""):
        yield f"its {part.name}", part.text, part.label
