"""Reads a Word file (.docx) straight from its XML, with all that is hidden in it."""

from heed.papers.hidden import Reading

__all__ = ["read_docx"]


def read_docx(data: bytes) -> Reading:
    """The blocks of a Word file and what was hidden. Raises Refused when damaged."""
    # What is plain is read without the readers of all that a file can hold.
    from heed.papers.read_docx.document import read_document

    return read_document(data)
