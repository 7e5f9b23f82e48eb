"""The safeguarding lead: who it is, what they said and when, whatever box it is in."""

import re

from heed.papers.dates import dates_in
from heed.papers.forms.answers import Answer, Answers
from heed.papers.forms.choices import ENDORSEMENT, YES_NO, choice
from heed.papers.forms.told import looks_like_name
from heed.papers.patterns import later

_CONSULTED = later(
    r"(?:was )?(?:consulted|spoken to|informed|advised)"
    r"(?: on| at)?:? ?(?P<on>\d[^()]{4,20})?",
    re.IGNORECASE,
)
_NOT_ASKED = later(
    r"\b(not|n[’']t|never)( yet)? (been )?"
    r"(spoken|spoke|speak|consulted|asked|discussed|informed|told|contacted)\b",
    re.IGNORECASE,
)
_ANSWERED = later(
    r"\s*(?:yes|y|no(?! one)|not yet|confirmed|agreed|consulted|discussed|spoken to|"
    r"with|by)\b[\s,.:;–-]*",
    re.IGNORECASE,
)
_BY_LABEL = {
    "signed": later(r"\bsigned|signature", re.IGNORECASE),
    "decided": later(
        r"\b(agree\w*|endors\w*|approv\w*|decid\w*|decision|authoris\w*|support\w*)",
        re.IGNORECASE,
    ),
    "consulted": later(
        r"\b(consult\w*|discuss\w*|spok\w*|speak|advi[cs]e\w*|inform\w*|aware|talk\w*)",
        re.IGNORECASE,
    ),
}


def tidy_lead_answers(answers: Answers) -> None:
    """What stands for the post, the name or the day of a lead and tells more."""
    role = answers.by_key.get("lead.role")
    told = _CONSULTED.fullmatch(role.text) if role else None
    if role and told:
        del answers.by_key["lead.role"]
        answers.add("lead.endorsement", role.text, role.label)
        if not answers.text("lead.consulted_on"):
            answers.add("lead.consulted_on", told["on"] or "", role.label)
    _not_yet_asked(answers)
    for key in ("lead.endorsement", "lead.consulted_on", "lead.verbatim"):
        _name_in(answers, key)
    _day_in(answers)
    if _asked_of_referrer(answers):
        return
    name = answers.by_key.get("lead.name")
    if name and _NOT_ASKED.search(name.text):
        del answers.by_key["lead.name"]
        answers.add("lead.endorsement", "None", name.label)
        answers.add("lead.verbatim", name.text, name.label)


_ARE_YOU = later(r"^[\W\d]*(?:are you|is (?:the )?referrer)\b", re.IGNORECASE)


def _asked_of_referrer(answers: Answers) -> bool:
    """Whether the form asks if who refers is the lead; then yes names them."""
    name = answers.by_key.get("lead.name")
    if name is None or not _ARE_YOU.search(name.label):
        return False
    del answers.by_key["lead.name"]
    if choice(YES_NO, name.text) == "yes":
        answers.add("lead.name", "the referrer", name.label)
        answers.add("lead.endorsement", "is_referrer", name.label)
    else:
        answers.unread.append(name)
    return True


def _not_yet_asked(answers: Answers) -> None:
    """That the lead was not asked yet, said behind the name: "on leave, not asked"."""
    role = answers.by_key.get("lead.role")
    if role and _NOT_ASKED.search(role.text) and not answers.text("lead.endorsement"):
        del answers.by_key["lead.role"]
        answers.add("lead.endorsement", "None", role.label)
        answers.add("lead.verbatim", role.text, role.label)


_IN_BRACKETS = later(rf"\(\s*{_CONSULTED.pattern}\s*\)", re.IGNORECASE)


_POST_BEFORE = later(
    r"(?P<role>(?:named|designated|specialist|lead) (?:nurse|doctor|gp|midwife|"
    r"professional))[,:]? (?P<name>[A-Z][\w’'-]+ [A-Z][\w’'-]+.*)",
    re.IGNORECASE | re.DOTALL,
)


def beside_name(answers: Answers) -> None:
    """What stands with the lead's name: the day behind it, the post before it."""
    _day_behind_name(answers)
    _post_before_name(answers)


def _post_before_name(answers: Answers) -> None:
    """The post before the lead's name: "Named Nurse Jo Lark"."""
    given = answers.by_key.get("lead.name")
    match = _POST_BEFORE.fullmatch(given.text) if given else None
    if given and match and not answers.text("lead.role"):
        answers.by_key["lead.name"] = Answer(match["name"], given.label, given.at)
        answers.add("lead.role", match["role"], given.label)


def _day_behind_name(answers: Answers) -> None:
    """The day behind the lead's name: "Jo Lark, Named Nurse - 26 Feb 2026"."""
    given = answers.by_key.get("lead.name")
    told = _ANSWERED.match(given.text) if given else None
    if given and told and told.end() < len(given.text):
        answers.add("lead.endorsement", told[0].strip(" ,.:;–-"), given.label)
        given = Answer(given.text[told.end() :], given.label)
        answers.by_key["lead.name"] = given
    days = [match[0] for match in dates_in(given.text)] if given else []
    if given is None or len(days) != 1 or _IN_BRACKETS.search(given.text):
        return
    behind = re.search(
        r"[\s,;(–-]*\b(?P<how>(?:has )?(?:agreed|approved|endorsed|signed|consulted|"
        r"discussed|spoken to|informed|supports?|authorised)\b)?(?: with)?"
        rf"[\s,:]*(?:\b(?:on|dated?)\b )?{re.escape(days[0])}[\s)]*",
        given.text,
        re.IGNORECASE,
    )
    if behind is None:
        return
    bare = f"{given.text[: behind.start()]}, {given.text[behind.end() :]}"
    answers.by_key["lead.name"] = Answer(bare.strip(" ,;\n"), given.label)
    if behind["how"] and not answers.text("lead.endorsement"):
        answers.add("lead.endorsement", behind["how"], given.label)
    if not answers.text("lead.consulted_on"):
        answers.add("lead.consulted_on", days[0], given.label)


def _day_in(answers: Answers) -> None:
    """The day beside "yes": "Yes 08/06/26"."""
    given = answers.by_key.get("lead.endorsement")
    days = [match[0] for match in dates_in(given.text)] if given else []
    denied = given is not None and choice(YES_NO, given.text) == "no"
    if (
        given
        and len(days) == 1
        and not denied
        and not answers.text("lead.consulted_on")
    ):
        answers.add("lead.consulted_on", days[0], given.label)


def _name_in(answers: Answers, key: str) -> None:
    """Who was asked, and when, behind "yes": "Yes. Jo Lark, Manager, on 9/6/26"."""
    given = answers.by_key.get(key)
    if given is None or answers.text("lead.name"):
        return
    rest = given.text
    while (less := _ANSWERED.sub("", rest, count=1)) != rest and _ANSWERED.match(rest):
        rest = less
    days = [match[0] for match in dates_in(rest)]
    if days:
        rest = re.sub(rf"(?:\bon )?{re.escape(days[0])}", "", rest)
    parts = [part for each in re.split(r"[,\n(]| [–-] ", rest) if (part := _bare(each))]
    if not parts or len(parts[0].split()) < 2 or not looks_like_name(parts[0]):  # noqa: PLR2004
        return
    answers.add("lead.name", parts[0], given.label)
    if len(parts) > 1 and not answers.text("lead.role"):
        role = _AGREED_BEHIND.sub("", parts[1]).strip(" )")
        answers.add("lead.role", role, given.label)
    if len(days) == 1:
        answers.by_key.pop("lead.consulted_on", None)
        answers.add("lead.consulted_on", days[0], given.label)


def _bare(words: str) -> str:
    return re.sub(r"\s+", " ", words).strip(" ;/|:-–.")


_AGREED_BEHIND = later(
    r"\)?\s*\b(?:has )?(?:agreed|approved|endorsed|signed|consulted|informed)$",
    re.IGNORECASE,
)
_JUST_YES = later(r"y|yes|x|☒|true", re.IGNORECASE)


def endorsement(answers: Answers, said: str, verbatim: str) -> str | None:
    """What the lead said, by the words; else by the label beside which a name or a day
    stands: "Safeguarding lead consulted (name, date)".
    """
    meant = choice(ENDORSEMENT, said or verbatim)
    asks = answers.label("lead.endorsement")
    if meant == "consulted" and _JUST_YES.fullmatch(said.strip()):
        return "decided" if _BY_LABEL["decided"].search(asks) else meant
    if meant or not (answers.text("lead.name") or answers.text("lead.consulted_on")):
        return meant
    if choice(YES_NO, said) == "no":
        return None
    for key in ("lead.endorsement", "lead.name", "lead.consulted_on"):
        label = answers.label(key) if answers.text(key) else ""
        found = (name for name, words in _BY_LABEL.items() if words.search(label))
        if label != key and (name := next(found, "")):
            return name
    return None
