"""Labels that ask by the whole of their words: of one of several, by a number; or how a
child is.
"""

import re

from heed.papers.patterns import later


def asked_by_whole(label: str) -> str:
    """What a label asks of a child by all its words together; "" for any other."""
    if _TO_WHOM.fullmatch(label):
        return ".to"
    if _OF_LIFE.match(label):
        return "child.is_alive"
    if _IS_SUBJECT.fullmatch(label):
        return "child.subject"
    if _OF_STATE.fullmatch(label):
        return "child.status"
    return "child.name" if _NUMBERED_CHILD.fullmatch(label) else ""


def numbered_parts(label: str) -> tuple[str, str, str] | None:
    """Of whom, by which number, and what is asked: "Adult 2 date of birth". Only an
    agency is asked for by its number alone.
    """
    match = _NUMBERED.fullmatch(label.strip(" :*"))
    if match is None:
        return None
    kind = match["kind"] or match["kind2"]
    rest = _TO_CHILD.sub("", match["rest"] or match["first"] or "").strip(" –:-")
    kind = next(name for start, name in _KINDS if kind.lower().startswith(start))
    if not rest and kind != "agency":
        return None
    return kind, match["number"] or match["number2"], rest


_KINDS = (
    *(("sib", "sibling"), ("brother", "sibling"), ("other child", "sibling")),
    *(("ag", "agency"), ("org", "agency"), ("serv", "agency"), ("a", "adult")),
    *(("household", "adult"), ("family", "adult"), ("person", "adult")),
)
_WHO = (
    r"(?:sibling|brother/sister|other child|adult|household member|family member|"
    r"person|agency|organisation|service)"
)
_NO = r" ?(?:no\.?|number|#)? ?"
_NUMBERED = later(
    rf"(?P<kind>{_WHO}){_NO}(?P<number>[1-9])\b(?P<rest>[^\d]{{0,60}})|"
    rf"(?P<first>[A-Za-z][^\d]{{2,40}}?) (?:of|for|–|-) "
    rf"(?P<kind2>{_WHO}){_NO}(?P<number2>[1-9])",
    re.IGNORECASE,
)
_IS_SUBJECT = later(
    r"\W*(?:is (?:this|the) child )?(?:the )?subject of (?:this|the) "
    r"(?:\w+ )?(?:alert|referral|form|report|review|notification)\W*(?:y/n)?\W*",
    re.IGNORECASE,
)
_TO_WHOM = later(
    r"\W*(?:(?:parent|carer|related|relationship) )?(?:to|of|for) (?:which|what|whom) "
    r"?(?:child(?:ren)?)?\W*(?:\(?(?:nos?|numbers?)\.?\)?)?\W*",
    re.IGNORECASE,
)
_TO_CHILD = later(
    r"\b(?:to|with) (?:the )?(?:child(?:ren)?|young person|subject|family)\b",
    re.IGNORECASE,
)
_NUMBERED_CHILD = later(
    r"\W*(?:subject|child|young person|yp|victim|pupil|patient|infant|baby|twin)"
    r"(?: child)? ?(?:no\.?|number|#)? ?(?:[1-9]|one|two|three|four|[A-D])\W*"
    r"(?:\(?(?:full |given )?names?\)?)?\W*",
    re.IGNORECASE,
)
_OF_LIFE = later(
    r"\W*(?:\w{1,3}[.)] )?(?:is|are) (?:\w+ ){1,3}(?:(?:still|now) )?(?:alive|"
    r"living)\s*\?",
    re.IGNORECASE,
)
"""Asks whether a child lives, and not where."""
_OF_STATE = later(
    r"\W*(?:\w{1,3}[.)] )?(?:is|was) (?:the |this )?(?:subject |index )?(?:child|"
    r"young person|baby|infant|pupil)\W*",
    re.IGNORECASE,
)
"""A question that the boxes beside it end: "Is the child  [ ] living  [x] missing"."""
