"""Of whom a letter tells: the child itself, its brother or sister, somebody beside."""

import re


def role_in(body: str, name: str, who: str, *, first: str, of: str) -> str:
    """The place of a child in a letter; `first` is the first child that it names, and
    `of` the first names of them all, as a pattern.
    """
    further = name != first
    is_kin = re.search(r"brother|sister|sibling", who) is not None
    another = rf"(?!(?:{of})')[A-Z][\w-]+"
    if is_kin and (
        _is_somebodys(body, who, name, rf"(?:{of})")
        or (further and not _is_somebodys(body, who, name, another))
    ):
        return "sibling"
    own = re.search(rf"\b(?:own|another) (?:\w+,? ){{0,3}}{re.escape(name)}\b", body)
    between = body[body.find(first) : body.find(name)]
    apart = re.search(r"[.!?]\s+[A-Z]|\n\n", between)
    return "other" if further and (own or apart) else "index"


def _is_somebodys(body: str, who: str, name: str, of: str) -> bool:
    """Whether a brother or sister is that of a child told of, not of the writer."""
    whose = r"[Hh]is|[Hh]er|[Tt]heir|" if not of.startswith("(?!") else ""
    return bool(
        re.search(
            rf"\b(?:{whose}{of}'s) (?:\w+ )?{re.escape(who.strip())},? "
            rf"(?:called |named )?{re.escape(name)}\b",
            body,
        )
    )
