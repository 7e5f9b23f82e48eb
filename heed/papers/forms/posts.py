"""Somebody with their post and body in one answer, and what was typed behind it."""

import re

from heed.papers.forms.letter_sender import names_place
from heed.papers.patterns import later

_EMPTY = later(r"[(\[][\s,;/|]*[)\]]")
"""The brackets in which only a telephone and an address stood."""


def with_long_post(parts: list[str]) -> list[str]:
    """Name, post and body, where the post has a comma of its own: "Assistant Director,
    Safeguarding and Care, Quillshire County Council".
    """
    name, post, body = parts[:1], parts[1:-1], parts[-1:]
    several = len(post) > 1 and names_place(body[0])
    if not several or any(names_place(p) or _OF_A_BODY.search(p) for p in post):
        return parts
    return [*name, ", ".join(post), *body]


_OF_A_BODY = later(
    r"\b(?:health|team|unit|hub|group|ltd|limited|cic|homes?|force|board)\b",
    re.IGNORECASE,
)
_RANKED = later(
    r"(?P<rank>PC|PS|DC|DS|DI|DCI|Sgt|Insp|Det(?:ective)? (?:Con|Sgt|Insp)\w*)\.? "
    r"\d{1,6} (?P<name>[A-Z].*)",
    re.IGNORECASE,
)


def rank_behind(parts: list[str]) -> list[str]:
    """The rank behind the name, without the officer's number: "DS 4471 Jo Lark"."""
    match = _RANKED.fullmatch(parts[0]) if parts else None
    if match is None:
        return parts
    rank = match["rank"]
    short = len(rank) <= len("DCI")
    return [match["name"], rank.upper() if short else rank, *parts[1:]]


_SENTENCE = later(
    r"(?<=[a-z]{3})(?<!Prof)\.(?:[\s.]+(?P<said>[A-Z].*)|[\s.]*)$", re.DOTALL
)


def sentence_apart(text: str) -> tuple[str, str]:
    """Who somebody is, and the sentence behind it: "Jo Lark, warden. Please call".
    Brackets in which only a telephone stood are gone.
    """
    text = _EMPTY.sub(" ", text)
    match = _SENTENCE.search(text)
    return (text[: match.start()], match["said"] or "") if match else (text, "")
