"""The children of a referral: as many as were named, born or not."""

import re
from dataclasses import replace
from typing import Any

from heed.papers.dates import dates_in
from heed.papers.forms.answers import Answers
from heed.papers.forms.child_flags import flag_child
from heed.papers.forms.choices import OUTCOME, PLACE, SEX, STATUS, YES_NO, choice
from heed.papers.forms.flags import Flags
from heed.papers.forms.kin import sex_by_kin, where_and_with_whom
from heed.papers.forms.letter_deaths import has_died, is_alive, lives_by
from heed.papers.forms.names import (
    NOT_A_NAME,
    Named,
    age_told,
    may_be_called,
    people_in,
    without_alias,
)
from heed.papers.forms.narrated import births_told
from heed.papers.forms.nhs_numbers import checked
from heed.papers.forms.paper_dates import PaperDates
from heed.papers.forms.sharing import part_of, shared
from heed.papers.forms.subject import by_subject
from heed.papers.forms.told import looks_like_name
from heed.papers.patterns import later

Child = dict[str, Any]

_AS_TYPED = {
    "age_text": "age_text",
    "ethnicity": "ethnicity_verbatim",
    "language": "language",
    "address": "address",
    "whereabouts": "whereabouts",
    "school": "school",
    "responsible_la": "responsible_la",
    "initials_in_header": "initials_in_header",
    "relationship": "relationship",
}
_A_SIBLING = later(r"\b(?:brother|sister|sibling)\b(?! of)", re.IGNORECASE)
_OF_ALL = later(r"\b(both|all|each)\b", re.IGNORECASE)
_UNBORN = later(r"\bunborn\b|\bedd\b|due date", re.IGNORECASE)
_IN_CARE = later(
    r"care order|section 20|\bs\.?20\b|looked after|in care|\bico\b", re.IGNORECASE
)


def children(answers: Answers, dates: PaperDates, flags: Flags) -> list[Child]:
    """Every child of the paper, with what is said of each."""
    made: list[Child] = []
    texts = [] if answers.ours else [*answers.texts()]
    _without_phantoms(answers)
    for number in answers.numbers("child"):
        group = f"child.{number}"
        people = _people(answers, group, flags)
        if _is_nobody(people, answers, number):
            _leave_out(answers, group)
            continue
        said = answers.group("child", number)
        firsts = [each.given.split()[0].lower() for each in people if each.given]
        for named in people:
            ref = f"child-{len(made) + 1}"
            role = _role(said, number, is_first=not made)
            own = said
            if len(people) > 1 and named.given:
                own = part_of(said, named.given.split()[0].lower(), firsts)
            child = _child(named, own, ref, dates)
            told = births_told(named.given, child["aka"], texts)
            others = [*answers.others.get(f"{group}.dob", []), *told]
            _add_conflict(child, others, dates)
            made.append({"ref": ref, "role": role} | child)
    by_subject(made, answers.text("subject.named"))
    _one_outcome(made, answers)
    _as_told(made, answers)
    _flag(made, flags)
    return made


def _flag(made: list[Child], flags: Flags) -> None:
    for child in made:
        flag_child(child, flags)
    if len(made) > 1:
        flags.add("multiple_children", "children", f"{len(made)} children are named.")


def _leave_out(answers: Answers, group: str) -> None:
    for name in sorted(_SAYS_NOTHING - {"role"}):
        _set_aside(answers, f"{group}.{name}")


def _without_phantoms(answers: Answers) -> None:
    """Beside children who are known by name or birth, answers that name none are no
    further child: whose they are, a person must see, and they stay unread.
    """
    known = [n for n in answers.numbers("child") if _is_told(answers, n)]
    for number in answers.numbers("child") if known else ():
        if number in known:
            continue
        for name in sorted(answers.group("child", number)):
            if name == "role":
                answers.by_key.pop(f"child.{number}.role")
            else:
                _set_aside(answers, f"child.{number}.{name}")


def _is_told(answers: Answers, number: int) -> bool:
    """Whether a child is told of: by name, birth, age, or how it is related."""
    said = answers.group("child", number)
    other = choice(PLACE, said.get("role", "")) in {"sibling", "other"}
    return other or bool(_TELLS_OF_CHILD & set(said))


def _is_nobody(people: list[Named], answers: Answers, number: int) -> bool:
    """Whether nothing at all is said of a child: then the paper has none there."""
    unnamed = not any(each.given or each.family or each.unborn for each in people)
    return unnamed and not (set(answers.group("child", number)) - _SAYS_NOTHING)


_TELLS_OF_CHILD = frozenset(
    ("name", "given", "family", "dob", "edd", "age_text", "relationship", "school")
)
_SAYS_NOTHING = frozenset(("role", "name", "given", "family", "status", "relationship"))


def _as_told(made: list[Child], answers: Answers) -> None:
    """A child has died, or lives, of whom a sentence says so."""
    body = "\n".join(answers.texts()).replace("’", "'")
    names = [child["given"] or "" for child in made]
    names += [answers.text(f"adult.{n}.name") for n in answers.numbers("adult")]
    firsts = {name.split()[0].lower() for name in names if name}
    for child in made:
        if child["status"] != "unknown" or not child["given"]:
            continue
        name = f"{child['given']} {child['family'] or ''}".strip()
        others = frozenset(firsts - {child["given"].split()[0].lower()})
        if has_died(name, body):
            child["status"] = "died"
        elif is_alive(name, body, others):
            child["status"] = "alive"


def _one_outcome(made: list[Child], answers: Answers) -> None:
    """The outcome of the criteria is that of the one child whom the paper is about."""
    subjects = [child for child in made if child["role"] == "index"]
    outcome = choice(OUTCOME, answers.text("criteria.outcome"))
    for child in subjects if outcome == "seriously_harmed" else ():
        if child["status"] == "unknown":
            child["status"] = "alive"
    if len(subjects) != 1 or outcome != "died":
        return
    child = subjects[0]
    said = answers.text("child.1.date_of_death")
    if child["status"] == "unknown":
        child["status"] = "died"
    elif child["status"] == "alive" and said and not child["date_of_death"]:
        # "Date of death: n/a" on a paper that ticks "died": one of the two is a slip.
        child["status"] = "unknown"


_BY_SUBJECT = {"yes": "index", "no": "sibling"}
"""What a list of brothers and sisters says in its column "Subject of this form?"."""


def _role(said: dict[str, str], number: int, *, is_first: bool) -> str:
    """The place of a child in what happened: as asked, or as it is related."""
    role = choice(PLACE, said.get("role", "")) or _usual_role(number)
    if not is_first and _A_SIBLING.search(said.get("relationship", "")):
        role = "sibling"
    return _BY_SUBJECT.get(choice(YES_NO, said.get("subject", "")) or "", role)


def _usual_role(number: int) -> str:
    """Whom a form asks about first is whom it is about."""
    return "index" if number == 1 else "other"


# Who


def _people(answers: Answers, group: str, flags: Flags) -> list[Named]:
    """Whom one group of answers is about: mostly one child, sometimes several."""
    people = [each for each in _named(answers, group) if _may_be_named(each)]
    if not people:
        for name in ("name", "given", "family"):
            _set_aside(answers, f"{group}.{name}")
        return [Named()]
    if len(people) < 2:  # noqa: PLR2004
        return people
    # One box for the sex of several children does not say whose it is; nor does one
    # for a death, unless it says that it is all of theirs.
    firsts = [each.given.split()[0].lower() for each in people if each.given]
    for name in ("sex", "date_of_death", "status"):
        words = answers.text(f"{group}.{name}")
        of_all = _OF_ALL.search(words) or _NO_DEATH.fullmatch(words.strip())
        if not of_all and not shared(words, firsts):
            _set_aside(answers, f"{group}.{name}")
    if any(each.date for each in people):
        return people
    return _with_dates(people, answers, group, flags)


def _named(answers: Answers, group: str) -> list[Named]:
    given, family = answers.text(f"{group}.given"), answers.text(f"{group}.family")
    name = answers.text(f"{group}.name")
    if not given and not family:
        return people_in(name) or [Named(unborn=bool(_UNBORN.search(name)))]
    family, more = without_alias(family)
    people = people_in(given)
    if len(people) > 1:
        return [replace(each, family=each.family or _name(family)) for each in people]
    unborn = bool(_UNBORN.search(f"{given} {family}"))
    first, *others = re.split(r"\s*/\s*|\s+or\s+", given)
    aka = [*people[0].aka, *others, *more] if people else [*others, *more]
    first = people[0].given if people and people[0].aka else first
    return [Named(_name(first), _name(family), aka=tuple(aka), unborn=unborn)]


def _may_be_named(named: Named) -> bool:
    """Whether somebody can be called so: a sentence is no name."""
    name = f"{named.given} {named.family}".strip()
    if _IN_CARE.search(name) or re.search(r"\b(?i:order|plan)$", name):
        return False
    return not name or looks_like_name(name) or len(name.split()) <= 1


def _name(words: str) -> str:
    """A name as typed; none where the words, but for brackets, say there is none."""
    bare = re.sub(r"\([^)]*\)", "", words).strip()
    return "" if NOT_A_NAME.fullmatch(bare) else words.strip()


def _set_aside(answers: Answers, key: str) -> None:
    answer = answers.by_key.pop(key, None)
    if answer:
        answers.unread.append(answer)


def _with_dates(
    people: list[Named], answers: Answers, group: str, flags: Flags
) -> list[Named]:
    """Give the dates of one cell to the children of another, if that is certain."""
    words = answers.text(f"{group}.dob")
    found = [match[0] for match in dates_in(words)]
    if len(found) == 1 and all(person.twin for person in people):
        found *= len(people)
    if len(found) == len(people):
        answers.by_key.pop(f"{group}.dob")
        pairs = zip(people, found, strict=True)
        return [replace(person, date=each) for person, each in pairs]
    if words:
        _set_aside(answers, f"{group}.dob")
        flags.add("dob_ambiguous", group, f"“{words}” stands beside several children.")
    return people


# What is said of each


def _child(named: Named, said: dict[str, str], ref: str, dates: PaperDates) -> Child:
    status = _status(named, said)
    born = named.date or said.get("dob", "")
    due = said.get("edd", "") or (born if status == "unborn" else "")
    child: Child = {
        "given": named.given or None,
        "family": named.family or None,
        "aka": [*named.aka, *filter(may_be_called, list_in(said.get("aka", "")))],
        "dob": dates.born("" if status == "unborn" else born, f"{ref}.dob"),
        "edd": dates.due(due, f"{ref}.edd"),
        "date_of_death": dates.json(death_in(said), f"{ref}.died"),
        "status": status,
        "legal_status": list_in(said.get("legal_status", "")),
        "plan_history": list_in(said.get("plan_history", "")),
    }
    if _AN_AGE.search(born) and not (child["dob"] or {}).get("iso"):
        said = {"age_text": born, **said}
    elif aged := age_told(born):
        said = {"age_text": aged, **said}
    return child | _if_said(named, said)


def _status(named: Named, said: dict[str, str]) -> str:
    if named.unborn or (said.get("edd") and not said.get("dob")):
        return "unborn"
    if any(letter.isdigit() for letter in said.get("date_of_death", "")):
        return "died"
    meant = choice(STATUS, said.get("status", ""))
    lives = lives_by(said.get("date_of_death", "")) or is_no_death(said)
    return meant or ("alive" if lives else "unknown")


def is_no_death(said: dict[str, str]) -> bool:
    """Whether the day of death is answered with there being none."""
    return _NO_DEATH.fullmatch(said.get("date_of_death", "").strip()) is not None


_NO_DEATH = later(
    r"\W*(?:n\W?/?\W?a|not applicable|no|does not apply|(?:child |still )?alive|"
    r"living|not (?:deceased|dead|died))\W*"
    r"(?:[–-]? ?(?:child |still )?(?:is )?(?:alive|living))?\W*",
    re.IGNORECASE,
)


def death_in(said: dict[str, str]) -> str:
    """The words for the day of death; none where they say that there is none."""
    words = "" if is_no_death(said) else said.get("date_of_death", "")
    return "" if NOT_A_NAME.match(words) and not re.search(r"\d", words) else words


def _add_conflict(child: Child, others: list[str], dates: PaperDates) -> None:
    """Keep another date of birth that the same paper gives beside the first."""
    born = child["dob"]
    for words in others:
        other = dates.json(words, f"{child['given']}.dob")
        if born and other and other["iso"] and other["iso"] != born["iso"]:
            born["conflicts_with"] = other


def _if_said(named: Named, said: dict[str, str]) -> Child:
    """What is left out when the paper says nothing of it."""
    typed = {name: said.get(slug, "") for slug, name in _AS_TYPED.items()}
    where = typed["whereabouts"]
    typed["address"], typed["whereabouts"] = where_and_with_whom(
        typed["address"], where
    )
    typed["ethnicity_verbatim"] = typed["ethnicity_verbatim"] or named.ethnicity
    found: Child = {name: words for name, words in typed.items() if _says(words)}
    if named.age:
        found.setdefault("age_text", named.age)
    if named.possible_family:
        found["possible_family"] = named.possible_family
    sex = choice(SEX, said.get("sex", "") or named.sex) or sex_by_kin(said)
    if sex:
        found["sex"] = sex
    if choice(YES_NO, said.get("address_withheld", "")) == "yes":
        found["address_withheld"] = True
    if said.get("spelt"):
        found["other_families"] = [said["spelt"].split()[-1]]
    _add_care(found, said)
    several = said.get("multiple_birth", "")
    said_so = choice(YES_NO, several)
    if named.twin or (said_so != "no" and re.search(r"(?i)(?<!not a )\btwin", several)):
        found["multiple_birth"] = "twin"
    elif said_so == "yes" or re.match(r"(?i)tripl|quad", several):
        found["multiple_birth"] = several
    numbers = checked(said.get("nhs_number", ""))
    return found | ({"identifiers": numbers} if numbers else {})


def _add_care(found: Child, said: dict[str, str]) -> None:
    """Whether the child is looked after, as asked or as the legal status has it."""
    asked = choice(YES_NO, said.get("looked_after", ""))
    if asked in {"yes", "no"}:
        found["looked_after"] = asked == "yes"
    elif _IN_CARE.search(said.get("legal_status", "")):
        found["looked_after"] = True
    if _ONLY_WITHHELD.fullmatch(said.get("whereabouts", "").strip()):
        found["address_withheld"] = True
        found.pop("whereabouts", None)
    if _WITHHELD.search(said.get("address", "")):
        found["address_withheld"] = True
        if _ONLY_WITHHELD.fullmatch(said["address"].strip()):
            found.pop("address", None)


_AN_AGE = later(
    r"\d\s?(years?|yrs?|y/?o|months?|mths?|weeks?|wks?|days?)\b", re.IGNORECASE
)
_WITHHELD = later(
    r"withheld|not (to )?be (disclosed|shared|given)|confidential|do not (disclose|"
    r"share|"
    r"give)|\brefuge\b|protected address|undisclosed|safe address",
    re.IGNORECASE,
)
_ONLY_WITHHELD = later(
    r"(address )?(is )?(withheld|confidential|not disclosed|undisclosed|to be withheld|"
    r"protected)\b[^\d]*",
    re.IGNORECASE,
)


def _says(words: str) -> bool:
    return bool(words) and not re.fullmatch(
        r"(n/?a|not applicable|[-–—]+|(?:as|see) (?:section |part )?[a-h]\d?)\.?",
        words.strip(),
        re.IGNORECASE,
    )


def list_in(words: str) -> list[str]:
    """The entries of an answer, a line each; none where it says that it has none."""
    if NOT_A_NAME.fullmatch(words.strip()) or re.fullmatch(
        r"no\.?", words.strip(), re.IGNORECASE
    ):
        return []
    return [part.strip() for part in re.split(r"[;\n]", words) if part.strip()]
