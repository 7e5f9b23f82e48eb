"""Names of people as they are typed: several in one line, also known as, twins."""

import re
from dataclasses import dataclass, replace

from heed.papers.dates import dates_in
from heed.papers.patterns import later

_SEPARATOR = later(
    r"[;\n]| & | \+ |\band\b|(?P<comma>,| [-–] )(?! ?(?:jr|snr)\b)", re.IGNORECASE
)
_AKA = later(
    r"[\"“‘'](?P<quoted>[^\"”’']{2,30})[\"”’']|"
    r"\(?\b(?:a\.?k\.?a\.?|also known as|known as|formerly|alias|née|nee|now|"
    r"previously|(?<=\()(?:was|birth reg(?:istered|\.)?(?: as)?|registered as|"
    r"down as|called))\b\.?:?\s+(?:as )?"
    r"[\"“]?(?P<named>[A-Z][\w’'-]+(?:\s[A-Z][\w’'-]+){0,2})[\"”]?\)?",
)
_TO_BE_NAMED = later(
    r"\(?\b(?:to be|will be|being|is to be) (?:named|called) (?P<name>[A-Z][\w’'-]+)\)?"
)
_SHORT_NAME = later(
    r"(?<=\w )\((?P<name>(?!Male|Female|Boy|Girl|Twins?|Triplets?|Unborn|Deceased|Died|"
    r"Child|Baby|Subject|Index|Mother|Father|Brother|Sister)[A-Z][a-z’'-]{1,14})\)"
)
_BOTH_ETHNIC = later(
    r"\b(?:white|black|asian|caribbean|african) (?:&|and) (?:white|black|asian)\b",
    re.IGNORECASE,
)
"""One ethnic group of two words, and not two people."""
_CALLED = later(
    r"\((?P<a>[A-Z][\w’'-]*) to (?:every(?:one|body)|family|friends|all|us)\)|"
    r"\((?:[\w’'-]+ ){0,3}calls? (?:him|her|them) (?P<b>[A-Z][\w’'-]+)\)"
)
"""By what others call somebody: "(KJ to everyone)", "(his mum calls him Jax)"."""
_COMMA_AKA = later(
    r"[,;]\s*(?=\(?(?:a\.?k\.?a\b|also known as|known as|formerly|née|nee)\b)",
    re.IGNORECASE,
)
NO_NAME = later(
    r"[(,]?\s*\b(?:(?:sur|last |family |first |second |fore|full |known )?names?"
    r"(?: is| was)? (?:not|un) ?(?:yet )?(?:known|given|stated|sure|recorded|clear|"
    r"provided|disclosed)|(?:no|unknown|unclear) (?:sur|last |family |first |second )?"
    r"name(?: (?:given|known|stated))?|don'?t know (?:the |his |her |their )?"
    r"(?:sur|last |second )?name)\b[^),;\n]*\)?",
    re.IGNORECASE,
)
"""Says of a name that it is missing, and is none itself."""
_NO_BIRTH = later(
    r"\b(?:d\.?o\.?b\.?|date of birth|born)[\s:]*(?:n/?k|(?:not |un)known|tbc)\b",
    re.IGNORECASE,
)
_TWINS = later(r"\b(twins?|triplets?)\b", re.IGNORECASE)
_UNBORN = later(
    r"\b(unborn|u/b|expected baby|bump|(baby|child|twins?) (is |are )?(due|"
    r"expected))\b",
    re.IGNORECASE,
)
_AGE = later(
    r"\b(?:aged?\s*:?\s*)?(?P<age>\d{1,2}(?:\s?(?:-|to)\s?\d{1,2})?\s?"
    r"(?:years?|yrs?|y/?o|months?|mths?|weeks?|wks?|days?)(?:[ -]old)?)\b"
    r"|\baged?\s*:?\s*(?P<bare>\d{1,2})\b|"
    r"\b(?P<rough>(?:nearly|almost|about|abt|around|approx\.?) \d{1,2})\b(?![/.-]\d)|"
    r"\((?:twins?|triplets?)?[ ,]*(?P<alone>\d{1,2})\)",
    re.IGNORECASE,
)
_SEX = later(
    r"\((?P<sex>[MF]|male|female|boy|girl)\)|(?<=[\d ])(?P<last>[MF])\s*$|"
    r"\bbaby (?P<baby>girl|boy)\b",
    re.IGNORECASE,
)
_CODED = later(
    r"(child|baby|young person|sibling) [A-Z]{1,2}\d{0,2}|S\d", re.IGNORECASE
)
_ONLY_SEX = later(r"\W*(?:female|male|boy|girl|f|m)\W*", re.IGNORECASE)
_ONLY_ETHNIC = later(
    r"(?:(?:white|black|asian|mixed|any other|other|british|african|caribbean|indian|"
    r"pakistani|bangladeshi|chinese|irish|roma|gypsy|traveller|arab|polish|romanian|"
    r"english|welsh|scottish|european|background|heritage|ethnic|eastern|and|or|of|turkish|"
    r"kurdish|somali|nigerian|albanian|[&\x01\x02])[\s/–-]*){2,8}",
    re.IGNORECASE,
)
_BABY = later(r"\bbaby\b", re.IGNORECASE)
_OF_SOMEBODY = later(r"\b(baby|child|unborn) of\b", re.IGNORECASE)
_FILLER = later(
    r"\b(d\.?o\.?b\.?|date of birth|e\.?d\.?d\.?|due( date)?|born( on)?|deceased|died|"
    r"aged?|twins?|triplets?|child(ren)?|subject|index|both|siblings?|brothers?|"
    r"sisters?|half|step|name|unborn|baby|of|on)\b\.?:?|[()\[\]:]",
    re.IGNORECASE,
)
_TITLE = later(r"^(mr|mrs|ms|miss|mx|dr|master|prof)\b\.?\s+", re.IGNORECASE)
NOT_A_NAME = later(
    r"(not |un)(yet )?(known|named|stated|given|disclosed|recorded)|n/?[ka]|none|nil|"
    r"(unknown|unidentified|unnamed) (male|female|man|woman|person|adult)|"
    r"(?:refus|declin)\w* to (?:say|name|tell|give|disclose)\b.*|"
    r"tbc|as above|see above|withheld|\?+|-+|x+|child|unborn( baby| child)?|baby",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Named:
    """One person of a cell, with what was written beside the name."""

    given: str = ""
    family: str = ""
    possible_family: str = ""
    """The family name of somebody beside: the paper does not say it is theirs."""
    aka: tuple[str, ...] = ()
    unborn: bool = False
    twin: bool = False
    date: str = ""
    age: str = ""
    sex: str = ""
    ethnicity: str = ""


def people_in(text: str) -> list[Named]:
    """The people whom a cell names. Several in one cell are several people."""
    text = _COMMA_AKA.sub(" ", text)
    text = _BOTH_ETHNIC.sub(
        lambda m: re.sub("&|and", lambda k: _KEPT[k[0]], m[0]), text
    )
    text = _CALLED.sub(lambda m: f"(known as {m['a'] or m['b']})", text)
    found: list[Named] = []
    for person in (_person(part) for part in _parts(text)):
        if person.given or person.family or person.unborn:
            found.append(person)
        elif found and person.date and not found[-1].date:
            # "Leo Fernwood, dob 3/4/19 (m)": this belongs to the name before it.
            sex, age = found[-1].sex or person.sex, found[-1].age or person.age
            found[-1] = replace(found[-1], date=person.date, sex=sex, age=age)
        elif found and person.age and not found[-1].age:
            found[-1] = replace(found[-1], age=person.age)
        elif found and (person.sex or person.ethnicity):
            last = found[-1]
            sex, ethnicity = last.sex or person.sex, last.ethnicity or person.ethnicity
            found[-1] = replace(last, sex=sex, ethnicity=ethnicity)
    found = [replace(p, ethnicity=p.ethnicity.translate(_TYPED)) for p in found]
    return _with_families(_with_twins(found, text))


_KEPT = {"&": "\x01", "and": "\x02"}
_TYPED = str.maketrans({"\x01": "&", "\x02": "and"})


def _with_twins(found: list[Named], text: str) -> list[Named]:
    """Twins share a date: those named after the word, or all before "(twins)"."""
    marked = [n for n, each in enumerate(found) if each.twin]
    if not _TWINS.search(text) or len(found) < 2:  # noqa: PLR2004
        return found
    first = marked[0] if marked else 0
    if first == len(found) - 1:
        first = max(0, first - 1)
    last = len(found)
    line = next((li for li in text.split("\n") if _TWINS.search(li)), "")
    on_line = [n for n, e in enumerate(found) if e.given and e.given in line]
    if "\n" in text.strip() and len(on_line) > 1:
        # Twins of one line; who stands in another is none.
        first, last = on_line[0], on_line[-1] + 1
    dates = {each.date for each in found[first:last] if each.date}
    date = dates.pop() if len(dates) == 1 else ""
    twins = [replace(t, twin=True, date=t.date or date) for t in found[first:last]]
    others = [replace(each, twin=False) for each in found]
    return [*others[:first], *twins, *others[last:]]


def _with_families(found: list[Named]) -> list[Named]:
    """In "Leo and Mia Fernwood" the family name is written once, for both."""
    made: list[Named] = []
    for number, person in enumerate(found):
        after = [each.family for each in found[number + 1 :] if each.family]
        before = [each.family for each in found[:number] if each.family]
        if person.family or person.possible_family:
            made.append(person)
        elif after and not person.unborn:
            made.append(replace(person, family=after[0]))
        else:
            possible = (before or after or [""])[-1]
            made.append(replace(person, possible_family=possible))
    return made


def _parts(text: str) -> list[str]:
    if re.fullmatch(r"\s*[A-Z’'-]{2,}\s*,\s*[A-Z][a-z’'-]+(\s[A-Z][\w’'-]+)*\s*", text):
        # "FERNWOOD, Leo" is one person, family name first.
        family, given = text.split(",")
        return [f"{given.strip()} {family.strip()}"]
    # What stands in brackets belongs to the name before it, commas and all.
    kept = re.sub(
        r"\([^)]*\)", lambda m: m[0].replace(",", " ").replace(";", " "), text
    )
    kept = re.sub(r"[^\S\n]+", " ", kept)
    kept = re.sub(r"^ ?(?:\d{1,2}[.)]|[•*-]) ", "", kept, flags=re.MULTILINE)
    parts: list[str] = []
    start, after_comma = 0, False
    for end in (*_SEPARATOR.finditer(kept), None):
        part = kept[start : end.start() if end else None].strip()
        # "Tyler Brown, aged 6, at home": what follows is about him, and nobody's name.
        if part and not (after_comma and _is_aside(part, parts)):
            parts.append(part)
        if end:
            start, after_comma = end.end(), end["comma"] is not None
    return parts


def _is_aside(part: str, before: list[str]) -> bool:
    """Words after a comma that begin small and tell neither date nor age nor baby.

    Whoever types every name small, or a family name again, names somebody.
    """
    if not any(each[0].isupper() for each in before):
        return False
    if set(part.split()) & set(" ".join(before).lower().split()):
        return False
    if not part[0].islower() or _PARTICLE.match(part) or _UNBORN.search(part):
        return False
    telling = (
        _ONLY_SEX.fullmatch(part)
        or _AGE.search(part)
        or _BABY.search(part)
        or _TWINS.search(part)
    )
    return not telling and not any(dates_in(part))


_OLD = later(
    r"\b\d{1,2}(?:\s?(?:-|–|to)\s?\d{1,2})?\s?(?:days?|weeks?|wks?|months?|mths?|"
    r"years?|yrs?)(?: old|(?= of age))",
    re.IGNORECASE,
)


def age_told(words: str) -> str:
    """The age that stands beside a day of birth: "6-8 weeks old, born mid July"."""
    match = _OLD.search(words)
    return match[0] if match else ""


def may_be_called(words: str) -> bool:
    """Whether somebody may be called so: some words, and no figure."""
    return re.search(r"\d", words) is None and len(words.split()) <= _LONGEST_NAME


_LONGEST_NAME = 6
"""Words."""


def without_alias(words: str) -> tuple[str, list[str]]:
    """A name without the other names that stand beside it, and these."""
    aka = [match["quoted"] or match["named"] for match in _AKA.finditer(words)]
    return NO_NAME.sub(" ", _AKA.sub(" ", words)).strip(" ,()"), aka


def _person(part: str) -> Named:
    part = _NO_BIRTH.sub(" ", NO_NAME.sub(" ", part)).strip(" ,")
    if _CODED.fullmatch(part.strip()):
        return Named(part.strip())
    if re.fullmatch(r"1?\d", part):
        return Named(age=part)
    if _ONLY_SEX.fullmatch(part):
        return Named(sex=part.strip(" .()"))
    if _ONLY_ETHNIC.fullmatch(part):
        return Named(ethnicity=part)
    aka = tuple(m["quoted"] or m["named"] for m in _AKA.finditer(part))
    rest = _AKA.sub(" ", part)
    named = _TO_BE_NAMED.search(rest)
    if named:
        aka, rest = (*aka, named["name"]), rest.replace(named[0], " ")
    short = _SHORT_NAME.search(rest)
    if short and not NOT_A_NAME.fullmatch(short["name"]):
        aka, rest = (*aka, short["name"]), rest.replace(short[0], " ")
    date = next((match[0] for match in dates_in(rest)), "")
    rest = rest.replace(date, " ") if date else rest
    age, sex = _AGE.search(rest), _SEX.search(rest)
    rest = _FILLER.sub(" ", _SEX.sub(" ", _AGE.sub(" ", rest)))
    person = Named(
        *split_name(rest),
        aka=aka,
        unborn=_UNBORN.search(part) is not None,
        twin=_TWINS.search(part) is not None,
        date=date,
        age=next(filter(None, age.groups()), "") if age else "",
        sex=(sex["sex"] or sex["last"] or sex["baby"]) if sex else "",
    )
    return _of_a_baby(person, part)


def _of_a_baby(person: Named, part: str) -> Named:
    """A baby without a first name goes by a family name, its own or its mother's."""
    if not person.unborn and not _BABY.search(part):
        return person
    if _OF_SOMEBODY.search(part):
        return replace(person, given="", family="", possible_family=person.family)
    if person.given and not person.family:
        return replace(person, given="", family=person.given)
    return person


def split_name(words: str) -> tuple[str, str]:
    """Given names and family name; one word alone is a given name.

    A family name may be several words: "van der Berg", "De Souza".
    """
    name = _TITLE.sub("", re.sub(r"\s+", " ", words).strip(" ,.-/?"))
    if not name or NOT_A_NAME.fullmatch(name):
        return "", ""
    parts = [part for part in name.split(" ") if not part.isdigit()]
    if not parts:
        return "", ""
    first = next(
        (n for n, part in enumerate(parts[1:-1], 1) if part.lower() in _PARTICLES),
        len(parts) - 1,
    )
    if len(parts) == 1:
        return parts[0], ""
    return " ".join(parts[:first]), " ".join(parts[first:])


_PARTICLE = later(r"(van|von|de|der|den|da|di|la|le|bin|ibn|al|el)[ -]")
_PARTICLES = frozenset(
    ("van", "von", "de", "der", "den", "da", "di", "la", "le", "bin", "ibn", "al", "el")
)
