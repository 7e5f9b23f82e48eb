"""The adults of a referral, and who they are to which child."""

import re
from typing import Any

from heed.papers.dates import dates_in
from heed.papers.forms.answers import Answer, Answers
from heed.papers.forms.children import Child
from heed.papers.forms.choices import YES_NO, choice
from heed.papers.forms.flags import Flags
from heed.papers.forms.names import NO_NAME, NOT_A_NAME, people_in
from heed.papers.forms.narrated import suspect
from heed.papers.forms.paper_dates import PaperDates
from heed.papers.forms.people_flags import is_outside
from heed.papers.forms.told import looks_like_name, people_told
from heed.papers.patterns import later

Adult = dict[str, Any]

_SUSPECTED = {"yes": True, "no": False}


def adults(
    answers: Answers, found: list[Child], dates: PaperDates, flags: Flags
) -> list[Adult]:
    """Every adult of the paper. One whose name is not known is still somebody."""
    made = []
    groups = (answers.group("adult", n) for n in answers.numbers("adult"))
    for number in answers.numbers("adult"):
        key = f"adult.{number}.name"
        _, remark = _without_remark(answers.text(key))
        if remark:
            answers.unread.append(Answer(remark, answers.label(key)))
    several = (said for group in groups for said in _each(group))
    for number, said in enumerate(several, 1):
        adult = _adult(said, found, dates, f"adult-{number}", ours=answers.ours)
        made.append(adult)
        related = said.get("relationship", "")
        is_father = _FATHER.fullmatch(related)
        if _PERHAPS_FATHER.search(related):
            why = f"“{related}” does not say that he is."
            flags.add("father_unknown", f"adult-{number}", why)
        elif is_father and not adult["name"]:
            doubted = _MAY_BE.search(said.get("name", ""))
            why = f"“{said['name']}”" if doubted else "The father is not named."
            flags.add("father_unknown", f"adult-{number}", why)
    if not answers.ours:
        suspect(made, answers.texts())
    return made


_FATHER = later(
    r"(?:birth )?(?:father|dad)(?: of .{1,40})?|[A-Z][\w-]+['’]s (?:father|dad)",
    re.IGNORECASE,
)
_PERHAPS_FATHER = later(
    r"\b(?:possibl[ey]|alleged|putative|perhaps|maybe|may be|might be|presumed|"
    r"believed|thought|claims?|says)\b.{0,30}\b(?:father|dad)\b|"
    r"\b(?:father|dad)\b\W{0,3}\?",
    re.IGNORECASE,
)


_LABELLED = later(
    r"(?:^|[;\n])[ \t]{0,4}"
    r"(?P<who>(?:(?:birth|step|grand|foster|maternal|paternal)[ -]?){0,2}"
    r"(?:mother|father|mum|dad|parent|aunt|uncle|partner|carer|cousin))[ \t]?:",
    re.IGNORECASE,
)


def _each(said: dict[str, str]) -> list[dict[str, str]]:
    """Every adult of one answer: "Sue Fernwood; Father: Dean Hall" names two."""
    name = said.get("name", "")
    found = list(_LABELLED.finditer(name))
    if not found:
        return _in_sentences(said)
    ends = [*(each.start() for each in found[1:]), len(name)]
    more = [
        {"relationship": each["who"], "name": name[each.end() : end].strip(" ;\n\t")}
        for each, end in zip(found, ends, strict=True)
    ]
    first = name[: found[0].start()].strip()
    if first or not said.get("relationship"):
        alone = {**said, "name": first}
        return [alone, *more] if first else [{**said, **more[0]}, *more[1:]]
    same = more[0]["relationship"].lower() == said["relationship"].lower()
    return [{**said, **more[0]}, *more[1:]] if same else more


def _in_sentences(said: dict[str, str]) -> list[dict[str, str]]:
    """The adults of an answer that says in words who they are; else the one of it."""
    name = said.get("name", "")
    told = [] if looks_like_name(name) or _MAY_BE.search(name) else people_told(name)
    related = said.get("relationship", "").lower()
    others = [each for each in told if each.relationship.lower() != related]
    if not others:
        return [said]
    made = [
        {"name": each.name, "relationship": each.relationship, "dob": each.dob}
        for each in told
    ]
    before = name[: told[0].start].strip(" ,;.\n")
    alone = {**said, "name": before if looks_like_name(before) else ""}
    return made if len(others) < len(told) or not related else [alone, *made]


def _adult(
    said: dict[str, str],
    found: list[Child],
    dates: PaperDates,
    ref: str,
    *,
    ours: bool,
) -> Adult:
    words, remark = _without_remark(said.get("name", ""))
    words, place = _without_place(words)
    words = NO_NAME.sub(" ", words).strip(" ,")
    words, unknown = _without_unknown(words)
    name, aka, born = _name(words)
    born = born or unknown
    said = {
        **said,
        "dob": said.get("dob") or born,
        "address": said.get("address") or place,
    }
    adult: Adult = {
        "name": name,
        "aka": [
            *aka,
            *(b for a in said.get("aka", "").split(";") if (b := a.strip(' "“”'))),
        ],
        "relationship": said.get("relationship") or None,
        "to": _whose(said, found, ours=ours),
        "dob": dates.json(said.get("dob", ""), f"{ref}.dob"),
    }
    if said.get("address"):
        adult["address"] = said["address"]
    if is_outside(said.get("relationship", "")):
        adult["third_party"] = True
    suspected = choice(YES_NO, said.get("suspected", ""))
    if suspected is None and is_said_to_be_suspected(remark):
        suspected = "yes"
    if name is None and _MAY_BE.search(words):
        # Nobody is the father because he may be; what was typed is kept.
        adult["relationship"] = f"{adult['relationship'] or ''}: {words}".strip(": ")
    if suspected in _SUSPECTED:
        adult["suspected"] = _SUSPECTED[suspected]
    return adult


_OF_WHOM = later(
    r"\b(?:of|to) (?P<of>.+)$|\((?P<in>[^)]+)\)|^(?P<whose>[A-Z][\w-]+)(?:['’]s)\b",
)
_NO_KIN = later(
    r"\b(?:not (?:a )?(?:blood )?relat\w+|no relation|unrelated)\b", re.IGNORECASE
)


def _whose(said: dict[str, str], found: list[Child], *, ours: bool) -> list[str]:
    """The children to whom somebody is related: as asked, or as the relationship says
    ("Father of Alfie", "Dad (twins)", "Jude's dad"); to none who is said to be no kin.
    """
    related = said.get("relationship", "")
    if not said.get("to") and not ours:
        if _NO_KIN.search(related):
            return []
        for match in _OF_WHOM.finditer(related):
            words = match["of"] or match["in"] or match["whose"]
            if named := children_meant(words, found, ours=ours):
                return named
    return children_meant(said.get("to", ""), found, ours=ours)


_DOUBTED = later(
    r"\b(says?|said|believed|thought|possibly|probably|not confirmed|unconfirmed|may "
    r"be|"
    r"alleged|claims?|unclear)\b|\?",
    re.IGNORECASE,
)
_FULL_NAME = later(r"\b[A-Z][a-z’'-]+(?:-[A-Z][a-z]+)? [A-Z][a-z’'-]+(?:-[A-Z][a-z]+)?")


_MAY_BE = later(
    r"\b(may|might|could) be (the |his |her |their )?(birth )?(father|dad|mother)\b",
    re.IGNORECASE,
)
"""Says who somebody may be, which names nobody."""
_PLACE = later(r",\s?(?P<place>(?:flat \d+,? )?\d+[a-z]? [A-Z][a-z].+)$", re.DOTALL)


_REMARK = later(
    r"^(?P<who>[^\n;]{3,60}?)\s*(?:\s[–-]\s|;|\. |, (?=(?:currently|now|who|arrested|"
    r"charged|on bail|remanded|suspected|in custody|lives|living)\b))\s*"
    r"(?P<said>[a-z][^\n]+)$"
)
_DEAD = later(
    r"^(?P<who>[^\n(]{3,60}?)\s*\((?P<said>(?:deceased|died|now dead|in prison|"
    r"in custody|no contact|lives|estranged|separated|whereabouts|not in)[^)]*)\)$",
    re.IGNORECASE,
)
_BRACKET = later(r"^(?P<who>[^\n(;]{3,60}\d)\s*\((?P<said>[a-z][^()\n]*)\)$")
_AGED = later(
    r"^(?P<who>[^\n\d(]{3,50}?)[\s,(]+(?P<said>(?:aged? |about |abt\.? |approx\.? )?"
    r"[1-9]\d(?: ?(?:yrs?|years?))?(?: old)?)\)?$",
    re.IGNORECASE,
)
_SUSPECT = later(
    r"(?<!not )(?<!never )\b(?:arrested (?:on suspicion|for|in connection)|"
    r"charged with|suspected of|alleged perpetrator|"
    r"(?:the |prime |main )suspect\b|suspect$|under investigation for|"
    r"released under investigation)",
    re.IGNORECASE,
)


# Any of these leaves it open: whether he is no longer one is for a person to read.
_NOT_HE = later(
    r"\b(?:not|never|no longer|n't|no)\b[^;.]{0,30}"
    r"\b(?:suspect|arrest|charg|investigat)|"
    r"\b(?:cleared|eliminated|ruled out|no further action|nfa|released without charge|"
    r"charges? (?:were |was )?dropped|acquitted|found not guilty)\b",
    re.IGNORECASE,
)


def is_said_to_be_suspected(remark: str) -> bool:
    """Whether a remark behind a name says that this person is suspected; what also says
    the contrary, or that it is over, says neither."""
    return bool(_SUSPECT.search(remark)) and not _NOT_HE.search(remark)


def _without_remark(words: str) -> tuple[str, str]:
    """A name, and what is told behind it: "Jo Hill, dob 1/2/90 - arrested in May"."""
    said = words.strip()
    match = (
        _BRACKET.match(said)
        or _REMARK.match(said)
        or _AGED.match(said)
        or _DEAD.match(said)
    )
    if match is None or _MAY_BE.search(words) or _DOUBTED.search(words):
        return words, ""
    name = re.split(r"[,(]|\bdob\b|\d", match["who"], maxsplit=1)[0].strip()
    named = looks_like_name(name) and len(name.split()) > 1
    return (match["who"], match["said"]) if named else (words, "")


_UNKNOWN = later(
    r"[\s,;(–-]+(?P<dob>(?:d\.?o\.?b\.?|date of birth|born|age)[\s:]*)?"
    r"(?P<said>(?:approx(?:imately|\.)?|about|circa|c\.|around) ?(?:19|20)\d\d|n/?k|"
    r"(?:not |un)(?:yet )?(?:known|stated|given|recorded)|tbc|\?+)"
    r"[)\s.]*$",
    re.IGNORECASE,
)


def _without_unknown(words: str) -> tuple[str, str]:
    """A name, and the words behind it that only say that the birth is not known."""
    match = _UNKNOWN.search(words)
    name = words[: match.start()].strip() if match else ""
    named = looks_like_name(name) and len(name.split()) > 1
    if match is None or not (named or (name and match["dob"])):
        return words, ""
    return name, match["said"]


_BORN_BEHIND = later(
    r"[\s,;(]+(?P<dob>(?:d\.?o\.?b\.?|date of birth|born)[\s:]*\d[\w ./-]{5,16})\)?$",
    re.IGNORECASE,
)


def _without_place(words: str) -> tuple[str, str]:
    """A name, and the address that was typed behind it, or ""."""
    place = _PLACE.search(words)
    if place is None or any(m.start() == 0 for m in dates_in(place["place"])):
        return words, ""
    name, home = words[: place.start()].strip(), place["place"].strip()
    born = _BORN_BEHIND.search(home)
    if born:
        return f"{name}, {born['dob']}", home[: born.start()].strip()
    return name, home


def _name(words: str) -> tuple[str | None, list[str], str]:
    """The name as typed, the other names beside it, and a date of birth beside it."""
    words = re.sub(r"\s+", " ", words).strip()
    if not words or NOT_A_NAME.fullmatch(words):
        return None, [], ""
    if _MAY_BE.search(words) or _NOBODY.match(words):
        return None, [], ""
    if len(words.split()) > _MOST_WORDS and not people_in(words):
        return None, [], ""
    names = _FULL_NAME.findall(words)
    if _DOUBTED.search(words) and len(names) == 1:
        return names[0], [], ""
    people = people_in(words)
    if len(people) != 1 or not (people[0].aka or people[0].date or people[0].age):
        return (words if _is_nobody_else(words) else None), [], ""
    person = people[0]
    return f"{person.given} {person.family}".strip(), list(person.aka), person.date


def _is_nobody_else(words: str) -> bool:
    """Whether an answer is short enough, and bare enough, to be a name as typed."""
    bare = re.sub(r"\([^)]*\)", " ", words)
    return len(bare.split()) <= _MOST_WORDS and not re.search(r"\d|[.;:?!] ", bare)


_MOST_WORDS = 7
_NOBODY = later(
    r"(?:not|un) ?(?:known|named|identified|disclosed|stated)\b|no (?:details?|name|"
    r"information|father|mother|partner)\b|none (?:known|recorded|stated)\b|n/[ka]\b|"
    r"(?:details?|name|identity) (?:not|un)|(?:i )?(?:do not|don.?t|dont) know\b|"
    r"no idea\b|not sure\b|(?:s?he|they) (?:never|would not|wouldn.?t) (?:said|say)\b",
    re.IGNORECASE,
)
"""Says that nobody is named: "Not known to services"."""


_NUMBERS_ALONE = later(r"[\s,;&+/1-9]*(?:and[\s,;&+/1-9]*)*")
_BEHIND_CHILD = later(
    r"\bchild(?:ren)?\s*(?:no\.?\s*|number\s*)?((?:[1-9]\b(?:\s*(?:,|&|\+|/|and)\s*)?)+)",
    re.IGNORECASE,
)


def _numbers_of_children(words: str) -> set[int]:
    """The children that are meant by their number; an age is none."""
    alone = [words] if _NUMBERS_ALONE.fullmatch(words.lower()) else []
    said = " ".join([*alone, *_BEHIND_CHILD.findall(words)])
    return {int(each) for each in re.findall(r"\b[1-9]\b", said)}


def children_meant(words: str, found: list[Child], *, ours: bool) -> list[str]:
    """The children meant. Our form says that no name means all; others mean the first.

    "Relationship to the child" on any other form is to the child whom it is about.
    """
    if not words.strip():
        return [child["ref"] for child in found if ours or child["role"] == "index"]
    said = set(re.findall(r"[\w’'-]+", words.lower()))
    if {"all", "both"} & said:
        return [child["ref"] for child in found]
    twins = [child["ref"] for child in found if child.get("multiple_birth")]
    if "twins" in said and twins:
        return twins
    unborn = [child["ref"] for child in found if child.get("status") == "unborn"]
    if "unborn" in said and unborn:
        return unborn
    numbers = _numbers_of_children(words)
    return [
        child["ref"]
        for number, child in enumerate(found, 1)
        if number in numbers
        or (child["given"] and set(child["given"].lower().split()) & said)
    ]
