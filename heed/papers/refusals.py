"""A paper that cannot be taken in, said in one sentence."""

from enum import StrEnum


class Reason(StrEnum):
    """Why a paper was refused, for the record: it says nothing of what is in it."""

    EMPTY = "empty"
    TOO_LARGE = "too_large"
    UNPACKS_TOO_LARGE = "unpacks_too_large"
    TOO_MANY_MEMBERS = "too_many_members"
    ZIP_IN_ZIP = "zip_in_zip"
    UNSAFE_NAMES = "unsafe_names"
    MACROS = "macros"
    ENCRYPTED = "encrypted"
    WEB_PAGE = "web_page"
    NOT_WHAT_IT_SAYS = "not_what_it_says"
    TWO_KINDS_IN_ONE = "two_kinds_in_one"
    UNKNOWN_KIND = "unknown_kind"
    DAMAGED = "damaged"
    NO_TEXT = "no_text"


class Refused(Exception):
    """The paper is not read. The sentence says why, and what to send instead."""

    def __init__(self, sentence: str, reason: Reason) -> None:
        super().__init__(sentence)
        self.sentence = sentence
        self.reason = reason
