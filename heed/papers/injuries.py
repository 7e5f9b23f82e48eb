"""Words that tell how a child was hurt: no list, feed, card or search carries them."""

import re
from functools import lru_cache

from heed.papers.patterns import later

_HURT = (
    r"injur\w*|wound\w*|bruis\w*|fractur\w*|broken (?:\w+ )?(?:bone|arm|leg|rib)s?"
    r"|burn(?:s|t|ed)?|scald\w*|bleed\w*|bled|blood\w*|haemorrhag\w*|bit(?:e|es|ten)"
    r"|shak(?:en|ing)|head trauma|skull|beat(?:en|ing)?|punch\w*|kick\w*|slap\w*|hit"
    r"|struck|stab\w*|knife|knives|shot|gun\w*|strangl\w*|suffocat\w*|smother\w*"
    r"|chok(?:ed|ing)|drown\w*|hang(?:ed|ing)|hung|ligature\w*|overdos\w*|poison\w*"
    r"|starv\w*|emaciat\w*|malnourish\w*|rap(?:e|ed|es|ist)|penetrat\w*|mutilat\w*"
    r"|tortur\w*|murder\w*|kill(?:ed|ing|s)?|corpse|post-?mortem|genital\w*|weapon\w*"
)
HURT = later(rf"(?<!\w)(?:{_HURT})(?!\w)", re.IGNORECASE)


_WORD = re.compile(r"[^\W_]+")
_LATER_WORDS = re.compile(r"(?:bone|arm|leg|rib)s?|trauma|mortem", re.IGNORECASE)
"""The words by which that is known which the list says in several."""


def tells_of_injury(words: str) -> bool:
    """Whether these words tell how somebody was hurt, as far as a list of words can
    tell. A person has to choose words for lists all the same."""
    # Word by word first: to try the list at each letter takes thirty times as long.
    return any(map(_may_tell, _WORD.findall(words))) and bool(HURT.search(words))


@lru_cache(maxsize=2**16)
def _may_tell(word: str) -> bool:
    return bool(HURT.search(word) or _LATER_WORDS.fullmatch(word))
