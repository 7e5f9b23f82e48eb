"""Who somebody is by the word for how they are related."""

import re
from collections.abc import Mapping

from heed.papers.patterns import later

_A_CHILD = later(
    r"\b(subject|index|self|child|son|daughter|sibling|brother|sister|unborn|baby|"
    r"twin)\b",
    re.IGNORECASE,
)
_NOT_A_CHILD = later(
    r"\b(of|’s|'s) |in[ -]law|partner|mother|father|adult|(’s|'s)$|foster (brother|"
    r"sister)s?"
    r" carer|great|aunt|uncle|minder",
    re.IGNORECASE,
)
_SIBLING = later(r"\b(half|step|sibling|brother|sister|twin)\b", re.IGNORECASE)


def is_child(relationship: str) -> bool:
    """Whether somebody so related is one of the children."""
    named = _A_CHILD.search(relationship) is not None
    return named and not _NOT_A_CHILD.search(relationship)


def is_sibling(relationship: str) -> bool:
    """Whether somebody so related is a brother or a sister."""
    return _SIBLING.search(relationship) is not None


def is_subject(relationship: str) -> bool:
    """Whether the word says that this is the child whom the paper is about."""
    return (
        re.search(r"\b(subject|index|self)\b", relationship, re.IGNORECASE) is not None
    )


_BOY = later(r"\b(brother|son|nephew|grandson|boy)$", re.IGNORECASE)
_GIRL = later(r"\b(sister|daughter|niece|granddaughter|girl)$", re.IGNORECASE)


def sex_by_kin(said: Mapping[str, str]) -> str | None:
    """The sex that the word for a relation states: a half brother is male."""
    related = said.get("relationship", "").strip(" .")
    if _BOY.search(related):
        return "male"
    return "female" if _GIRL.search(related) else None


def without_whom(words: str) -> str:
    """An address without the line that says with whom, and not where: "mother"."""
    lines = words.split("\n")
    return "\n".join(each for each in lines if not _WITH_WHOM.fullmatch(each))


def where_and_with_whom(home: str, where: str) -> tuple[str, str]:
    """An address, and the whereabouts; with whom a child is tells these where it is
    all that stands for an address.
    """
    bare = without_whom(home)
    return bare, where or ("" if bare else home)


_WITH_WHOM = later(
    r"(?:with )?(?:his |her |their |both |the )?(?:(?:birth|step|grand|foster|maternal|"
    r"paternal)[ -]?)*(?:mother|father|mum|dad|parents?|carers?|nan|aunt|uncle|"
    r"[mp]g[mf]|grandma)"
    r"(?: (?:and|&) (?:[A-Z]?[\w.’'-]+ ?){1,3})?\W*",
    re.IGNORECASE,
)
