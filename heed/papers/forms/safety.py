"""Whether a child is at risk now: what the question asks, and what the answer says.

"No" to "Is every child safe?" is a risk; "no" to "Is any child at risk?" is none. Where
the question leaves open which of the two it asks, or the words behind "yes" and "no"
take something back, nothing is settled.
"""

import re

from heed.papers.forms.choices import YES_NO, choice
from heed.papers.patterns import later

SAFE, RISK = "safe", "risk"

_NOT_NOW = later(
    r"\b(?:was|were|had|at the time|before|previously|ever|staff|workers?|visit\w*)\b|"
    r"\bsafe (?:to|for|around|near|when|on)\b|"
    r"\bsafe (?:at|in|with) (?!present|the moment|this|home|hand|time|their|his|her)"
)
"""Asks of another time, of others, or of one place or doing, and not of now."""
_CHOICES = later(r"\(?\b(?:yes ?(?:/|or) ?no|y ?/ ?n|or not)\b\)?")
_OF_SAFETY = later(
    r"\bout of (?:danger|harm'?s way|risk)\b|\bno longer (?:at|in) (?:risk|danger)\b|"
    r"\bfree (?:of|from) (?:all |any )?(?:risk|harm|danger)\b|"
    r"\b(?:safe(?:ly)?|(?:well )?protected)\b(?: from (?:any |all |further |more )?"
    r"(?:risk|harm|danger)s?\b)?"
)
_OF_RISK = later(
    r"\bunsafe\b|\bat (?:\w+ )?risk\b|\bin (?:\w+ )?danger\b|"
    r"\b(?:immediate|ongoing|current|further|outstanding|urgent|remaining|continuing|"
    r"any) (?:\w+ ){0,2}(?:risks?|danger|concerns?|worries)\b|"
    r"\b(?:risks?|danger) (?:now|to|for)\b|\bat_risk\b|\bconcern for\b"
)
_UNDONE = later(
    r"\b(?:no|not|never|none|without|n't|isnt|arent|hasnt|remov\w+|manag\w+|gone|"
    r"address\w+|resolv\w+|reduc\w+|pass(?:ed|es)|dealt|mitigat\w+|over|end(?:ed|s)|"
    r"lift\w+|avert\w+|lower\w*|contain\w*|controll\w+|acted|eas(?:ed|ing)|"
    r"shared|reported|eliminat\w+|stopp\w+|prevent\w+|handl\w+|settled|over with)\b"
)
"""What turns a question about: "Has the risk been removed?"."""
_ASKS = later(
    r"(?:and |so |if so |now )?(?:is|are|does|do|was|were|has|have|will|can|would|any|"
    r"all|every|each|both|child|children|siblings?|brothers?|anyone|anybody|everyone|"
    r"everybody)\b"
)
_OPEN = later(r"(?:who|whom|which|what|how|why|when|where|if|details|action)\b")
_SHORT = 6
"""Words of a question without its verb: "Remaining children safe?"."""
_OF_PEOPLE = later(
    r"\b(?:child|children|kids?|siblings?|brothers?|sisters?|anyone|anybody|everyone|"
    r"everybody|baby|babies|he|she|they|them|young (?:person|people)|family)\b"
)
_DENIED = later(
    r"\b(?:no|not|none|nobody|no one|nor|never|neither|without|n't)\b"
    r"(?:[ \w,]{0,30}?)\b(?:at risk|in danger|risks?|danger|concerns?|worries)\b"
)
_NO_RISK = later(
    r"\W*(?:there (?:is|are) )?(?:no|none|nil)\b(?: (?:other|further|known|identified|"
    r"immediate|outstanding|current|ongoing|remaining|present|apparent))*"
    r" (?:risks?|dangers?|(?:safety |safeguarding )?concerns?)\b"
    r"(?! (?:assess|plan|manage|screen|rating|score|identification))"
)
_DOUBT = later(
    r"\b(?:but|except|unless|until|however|although|though|apart from|other than|"
    r"not (?:yet )?(?:been )?(?:checked|seen|visited|known|sure|clear|confirmed|safe|"
    r"certain|found)|\w+n't|cannot|nobody|no one|no-one|unknown|unclear|unsure|"
    r"uncertain|worr\w+|unsafe|at risk|in danger|concern\w*|hopefully|hope|"
    r"i (?:think|believe|assume|suppose)|we (?:think|believe|assume)|as far as|"
    r"possibly|"
    r"probably|perhaps|maybe|may|might|could|should be|supposed|still (?:at|in|living|"
    r"lives?|with|there|has|have|sees?|seeing|goes|going|visits?)|whereabouts|missing|"
    r"has gone|have gone|for now|at the moment|yet)\b|\?"
)
_ALL_SAFE = later(
    r"(?:(?:yes|all|both|every|the|each|other|any|is|are|child(?:ren)?|siblings?|he|"
    r"she|they|now|currently|today|of|them|everyone|everybody|is|safe|well|and|fine|"
    r"no|risks?|concerns?|identified|immediate)\b[\s,.;]*)+"
)


def polarity(question: str) -> str:
    """Whether a question asks if they are safe, or if they are at risk; "" where that
    is not plain. Of several questions in one label the first that asks it counts.
    """
    said = _CHOICES.sub(" ", question.lower().replace("’", "'"))
    for part in re.split(r"[?.]\s*", said):
        safe = _OF_SAFETY.search(part)
        rest = _OF_SAFETY.sub(" ", part)
        risk = _OF_RISK.search(rest)
        if safe or risk:
            unsure = (safe and risk) or _UNDONE.search(rest) or _NOT_NOW.search(part)
            return "" if unsure else RISK if risk else SAFE
    return ""


def safety_question(label: str) -> str:
    """`safety.safe` or `safety.at_risk` when a label asks it of people, in whatever
    words; "" for any other.
    """
    said = re.sub(r"^\W*(?:\w{1,3}[.)]\s+)?", "", label.lower().replace("’", "'"))
    asked = polarity(said)
    plain = re.search(
        r"\b(?:safe|unsafe|at risk|in danger|out of (?:danger|harm'?s way))\b", said
    )
    short = len(said.split()) <= _SHORT and not _OPEN.match(said)
    if not asked or not plain or not (short or _ASKS.match(said)):
        return ""
    if not _OF_PEOPLE.search(said):
        return ""
    return "safety.safe" if asked == SAFE else "safety.at_risk"


def open_risk(question: str, answer: str) -> bool | None:
    """Whether a child is at risk now by this answer; None where that is not certain."""
    said = answer.lower().replace("’", "'")
    meant = {"yes": True, "no": False}.get(choice(YES_NO, answer) or "")
    asked = polarity(question)
    rest = _DENIED.sub(" ", re.sub(r"^\W*(?:yes|no|y|n)\b", " ", said))
    doubted = _DOUBT.search(rest) is not None
    ends = re.split(r"[.;]\s+", said.rstrip(" ."))[-1]
    if not asked and (_NO_RISK.match(said) or _NO_RISK.fullmatch(ends)):
        # "Immediate safety: no outstanding risk" answers, whatever was asked.
        return None if doubted else False
    if meant is None:
        safe = "safe" in said and _ALL_SAFE.fullmatch(said.strip())
        return False if safe and not doubted else None
    if not asked:
        return None
    risk = meant if asked == RISK else not meant
    calmed = _DENIED.search(said) or re.search(r"(?<!not )(?<!un)\bsafe\b", rest)
    return None if (calmed if risk else doubted) else risk


def agreed(found: list[bool | None]) -> bool | None:
    """What several answers say together: a risk that one of them denies is open to
    doubt, and never denied.
    """
    said = {each for each in found if each is not None}
    if True in said:
        return True if False not in said else None
    return False if said and None not in found else None
