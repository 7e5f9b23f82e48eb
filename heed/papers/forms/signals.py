"""What somebody's own words say that a person must see: told by phrases, with sentences.

Each row is a flag, the phrases that raise it, and why. A sentence that denies it ("no
media interest") raises nothing.
"""

import re
from collections.abc import Iterable
from functools import cache

_ROWS: tuple[tuple[str, str, str], ...] = (
    (
        "referrer_confidentiality_requested",
        r"(remain|stay|be kept|kept|keep me|be) anonymous|keep my (name|identity|details)|"
        r"(not|n't) (want|wish) (my|the family|them|her|him|anyone|mum|dad|the parents) "
        r"(name|to know|identity|details)|without (my|giving my) name|"
        r"my name (to be |must |should )?(not|kept|withheld)|"
        r"(not|n't|never) (tell|share|disclose|give|reveal|say) (.{0,30})?"
        r"(my name|my identity|who (i am|told you|i was|made)|that (i|it was me))|"
        r"(identity|name) (of the referrer )?(is |to be |be |must be |should be )"
        r"(withheld|kept confidential|protected|kept private)|in confidence that i",
        "The referrer asks not to be named.",
    ),
    (
        "contact_safety_note",
        r"(do not|don't|please don't|never|not safe to|unsafe to|must not) "
        r"(ring|phone|call|text|telephone|contact|write|e-?mail|leave (a )?(message|"
        r"voicemail)|visit|post|send (letters|post))|only (ring|call|phone|contact|text|"
        r"telephone)\b|(checks|monitors|reads|looks at|has access to) (my|her|his|mum's|"
        r"mother's|their) (phone|e-?mails?|messages|post|texts)|(ring|call|phone|contact|"
        r"text|e-?mail) (me )?(only|between|before|after|during)|no (voicemail|letters|"
        r"messages to be left)|safe (time|number|word|contact)\b|not (be )?(at|to) "
        r"(my |her |the )?home (number|address)",
        "There is a way or time not to make contact.",
    ),
    (
        "safe_address_present",
        r"\brefuge\b|safe (address|house|accommodation)|(confidential|undisclosed|secret|"
        r"protected) (address|location|placement)|address (is |must |to )?(not (to )?be "
        r"(disclosed|shared|given)|(is |be )?(withheld|confidential|kept))|"
        r"(whereabouts|location|address) (is |are |must )?(not known to|hidden from|"
        r"not be (known|disclosed)|kept from|unknown to)|non-?molestation|"
        r"moved to a place of safety",
        "An address on the paper may have to be kept from somebody.",
    ),
    (
        "handling_restriction",
        r"(not|never|n't) (to )?(be )?(shared?|disclosed?|copied|forwarded?|"
        r"circulated?|given|released?|pass(ed)?( on)?)\b.{0,40}?\b(with|to|outside|"
        r"without|beyond|on|further|in the|by|until)\b|(legal(ly)?|medical) (professional )?"
        r"privilege|police[- ]sensitive|sub judice|embargo|restricted circulation|"
        r"(reporting|court) restriction|eyes only|without (the )?(prior )?"
        r"(permission|agreement|authority) of|third[- ]party information must|"
        r"for (the )?(panel|rapid review|sub-?group)( members)? only|do not share",
        "The paper says how this must be handled.",
    ),
    (
        "media_interest",
        r"\b(journalist|reporter|newspaper|local paper|the press\b|bbc|itv|sky news|"
        r"daily (mail|mirror)|facebook|tiktok|twitter|social media|going viral|"
        r"media (interest|attention|enquir\w+|coverage|queries|request)|press (interest|"
        r"office|enquir\w+|coverage|statement)|in the (news|papers|media)|local radio|"
        r"online petition|headline|(echo|gazette|herald|courier|chronicle|post) (has|is|"
        r"have|rang|asked|ran|reported|published|contacted))",
        "The media know of this, or may.",
    ),
    (
        "consent_question",
        r"consent (was |has |is |had )?(not|never|n't)( been)? (obtained|sought|given|"
        r"asked)|(not|n't|no|without|refused?|withdr\w+|unclear|whether) (\w+ ){0,3}consent|"
        r"consent (is |was )?(refused|withdrawn|unclear|unsure|being sought)|"
        r"(parents?|family|mother|father|mum|dad) (is|are|was|were|has|have|do|does) (not|"
        r"n't|un)( been)? ?(aware|told|informed|know|agree|consent)\w*",
        "Whether the family knows or agrees is not settled.",
    ),
    (
        "dob_disputed",
        r"(dob|date of birth|age|birthday|born)\b.{0,80}\b(disput|differs?|differently|"
        r"conflict|contradict|not agree|disagree|wrong|incorrect|unclear|contest|however|"
        r"but (the |her |his )?(passport|birth certificate|gp|hospital|school|home office|"
        r"mother|father|records?)|age[- ]assess)|age[- ](disputed|assess\w+)|"
        r"(passport|birth certificate|home office|gp records?) (says?|shows?|gives?|has)\b",
        "The date of birth is disputed.",
    ),
    (
        "same_name_bystander",
        r"same (first |given |full |sur)?name\b|no relation|not (to be )?(confused|related)|"
        r"namesake|not the (subject|index|same) (child|person|\w+)|(another|a different|"
        r"second|other|older|younger|elder) (child|boy|girl|pupil|patient|man|woman|person|"
        r"cousin|adult)[^.]{0,15} (also )?(called|named)|shares? (her|his|the|a) (first |"
        r"full |sur)?name|also (called|named)|unrelated",
        "Somebody else bears the same name.",
    ),
    (
        "supersedes_earlier_copy",
        r"(supersed|replac)(es|ing|ed) (the |my |our |an? |any |all )?(previous|earlier|"
        r"version|copy|form|draft|one|referral|return|summary|last)|(corrected|amended|"
        r"revised|updated|resubmitted|second|new) (copy|version|form|return|submission|"
        r"referral)|(disregard|ignore|discard|destroy|delete) (the |my |our )?(previous|"
        r"earlier|first|last|original)|re-?submi(tted|ssion)|please use this (one|version|"
        r"copy|form) instead|earlier (copy|version) (was )?sent",
        "The paper says that it takes the place of an earlier one.",
    ),
)
"""Flag, phrases, reason."""

_CROSS_BORDER = re.compile(
    r"(moved|move|relocated|transferred|fled|came|returned) (here |back |in )?(recently )?"
    r"(to|from|between) (?!hospital|the|a|her|his|their|foster|us|me)\w+|"
    r"placed (by|in|from) [A-Z]\w+|placed out of area|out[- ]of[- ](area|county|borough)|"
    r"(another|neighbouring|other|previous|host|placing|two|both|different|home) (local )?"
    r"(authorit(y|ies)|area|county|counties|council|borough|partnership)|cross[- ]border|"
    r"over the border"
)
_DENIED = re.compile(
    r"\b(no|none|nil|not aware of|not (yet )?any|nothing|without any|n/a|unlikely|never "
    r"any|there (is|has been|was) no|not currently|no known)\b",
    re.IGNORECASE,
)
_SENTENCE = re.compile(r"(?<=[.!?;])\s+(?=[A-Z(“\"'])|\n")
_DENIABLE = frozenset(
    ("media_interest", "safe_address_present", "same_name_bystander", "dob_disputed")
)


@cache
def _patterns() -> tuple[tuple[str, re.Pattern[str], str], ...]:
    return tuple(
        (name, re.compile(words, re.IGNORECASE), why) for name, words, why in _ROWS
    )


def signals(texts: Iterable[str]) -> dict[str, str]:
    """The flags that these words raise, each with its reason and the sentence."""
    found: dict[str, str] = {}
    for text in texts:
        for sentence in sentences(text):
            for name, pattern, why in _patterns():
                match = pattern.search(sentence)
                if match and not _is_denied(name, sentence, match):
                    found.setdefault(name, f"{why} “{sentence[:120]}”")
    return found


def sentences(text: str) -> list[str]:
    """A text in its sentences, on one line each, with plain apostrophes."""
    plain = text.replace("’", "'").replace("‘", "'")
    return [each.strip() for each in _SENTENCE.split(plain) if each.strip()]


def crosses_border(text: str) -> bool:
    """Whether words tell of more than one council's area."""
    return any(_CROSS_BORDER.search(each) for each in sentences(text))


def _is_denied(name: str, sentence: str, match: re.Match[str]) -> bool:
    if name not in _DENIABLE:
        return False
    before = sentence[max(0, match.start() - 40) : match.start()]
    if name == "same_name_bystander" and match[0].lower().startswith("no "):
        return False
    return _DENIED.search(before) is not None
