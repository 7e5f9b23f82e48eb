"""Answers that hold more than their label asks for, taken apart."""

import re

from heed.papers.dates import dates_in, split_time
from heed.papers.forms.answers import Answer, Answers
from heed.papers.forms.behind_names import homes_behind_names, sexes
from heed.papers.forms.choices import OUTCOME, STATUS, YES_NO, choice
from heed.papers.forms.contacts import EMAIL, PHONE
from heed.papers.forms.flags import Flags
from heed.papers.forms.household import take_household, take_people
from heed.papers.forms.lead import beside_name, tidy_lead_answers
from heed.papers.forms.moving import move_children, name_workers
from heed.papers.forms.nights import day_and_span
from heed.papers.forms.pointing import follow_pointers
from heed.papers.forms.posts import rank_behind, sentence_apart, with_long_post
from heed.papers.forms.sharing import share_out
from heed.papers.forms.signals import sentences
from heed.papers.forms.trimming import place_behind, trim, when_before_where
from heed.papers.patterns import later

_KIND = later(
    r"\b(e-?mail|tel(ephone)?|phone|mob(ile)?)\b\s*:?|(?<!\w)[TEM]\s?:", re.IGNORECASE
)
_DUE = later(r"\b(edd|due|expected)\b", re.IGNORECASE)


def tidy(answers: Answers, flags: Flags) -> None:
    """Take apart what people write together: contacts, dates with times, agencies."""
    trim(answers)
    for who in ("referrer", "lead"):
        _contact(answers, who)
    name_and_role(answers, "referrer")
    _role_and_agency(answers)
    tidy_lead(answers)
    homes_behind_names(answers)
    share_out(answers)
    take_household(answers)
    _time_of_incident(answers)
    _listed_agencies(answers)
    sexes(answers)
    _due_dates(answers)
    _outcome_of_two(answers)
    _outcome_by_type(answers)
    _statuses(answers)
    _told(answers)
    _carers(answers)
    follow_pointers(answers, flags)
    move_children(answers)
    name_workers(answers)


def tidy_lead(answers: Answers) -> None:
    """What was written where the lead's name or post was asked, also on a screen."""
    beside_name(answers)
    name_and_role(answers, "lead")
    tidy_lead_answers(answers)


def _alive(answers: Answers, group: str) -> None:
    """Whether a child is alive, where it was asked with yes or no."""
    given = _taken(answers, f"{group}.is_alive")
    said = choice(YES_NO, given.text) if given else None
    status = choice(STATUS, given.text) if given else None
    meant = {"yes": "alive", "no": "died"}.get(said or "") or status
    known = _is_somebody(answers, int(group.rpartition(".")[2]))
    if given and meant and known and not answers.text(f"{group}.status"):
        answers.add(f"{group}.status", meant, given.label)
    elif given:
        answers.unread.append(given)


def _carers(answers: Answers) -> None:
    """Who cared for a child, where the answer says who they are: a foster carer."""
    for number in answers.numbers("child"):
        given = answers.by_key.get(f"child.{number}.whereabouts")
        if given and re.search(r"(?i:car(?:er|ing)|looking after|who)", given.label):
            take_people(answers, given.text, given.label)


def _taken(answers: Answers, key: str) -> Answer | None:
    return answers.by_key.pop(key, None)


def _contact(answers: Answers, who: str) -> None:
    given = _taken(answers, f"{who}.contact")
    if given is None:
        return
    emails, phones = EMAIL.findall(given.text), PHONE.findall(given.text)
    rest = PHONE.sub(" ", EMAIL.sub(" ", given.text))
    rest = _KIND.sub(" ", rest)
    for kind, found in (("email", emails), ("phone", phones)):
        if found and not answers.text(f"{who}.{kind}"):
            answers.add(f"{who}.{kind}", found[0].strip(), given.label)
    rest = rest.strip(" ,;/|\n\t-")
    if rest and (len(rest) > len("ext 12") or not (emails or phones)):
        answers.unread.append(Answer(rest, given.label))


_POST = later(r"(?P<name>[^(–]+?)\s*(?:\((?P<a>[^)]+)\)|\s[–-]\s(?P<b>.+))")


def name_and_role(answers: Answers, who: str) -> None:
    """A name and what follows its comma, or its line: who that person is, and where."""
    given = answers.by_key.get(f"{who}.name")
    if given is None:
        return
    text = given.text
    for kind, pattern in (("email", EMAIL), ("phone", PHONE)):
        found = pattern.search(text)
        if found and not answers.text(f"{who}.{kind}"):
            answers.add(f"{who}.{kind}", found[0].strip(), given.label)
            text = text.replace(found[0], " ")
    text, said = sentence_apart(_KIND.sub(" ", text))
    answers.unread += [Answer(said, given.label)] if said else []
    lines = [line for line in text.split("\n") if _bare(line)]
    # Of three lines each is one thing: a post may have a comma of its own.
    apart = r"\n" if len(lines) > len("ab") else r"[,\n]"
    parts = [p for each in re.split(apart, "\n".join(lines)) if (p := _bare(each))]
    parts = _post_behind(rank_behind(with_long_post(parts)))
    if not parts or len(parts[0].split()) < 2:  # noqa: PLR2004
        return
    if who == "referrer" and _IS_SENTENCE.search(parts[0]):
        # "A neighbour who does not want to be named" says who, and is no name.
        del answers.by_key["referrer.name"]
        answers.add("referrer.role", given.text, given.label)
        return
    answers.by_key[f"{who}.name"] = Answer(parts[0], given.label)
    order = _order_of(given.label)
    places = [n for n in order if not answers.text(f"{who}.{n}")]
    for place, part in zip(places, parts[1:], strict=False):
        answers.add(f"{who}.{place}", part, given.label)
    answers.unread += [Answer(part, given.label) for part in parts[1 + len(places) :]]


def _post_behind(parts: list[str]) -> list[str]:
    """The post that stands with the name: "Jo Lark (warden)"."""
    post = _POST.fullmatch(parts[0]) if parts else None
    if post is None:
        return parts
    return [post["name"].strip(), (post["a"] or post["b"]).strip(), *parts[1:]]


def _order_of(label: str) -> tuple[str, str]:
    """What stands behind a name first: the post, unless only the agency is asked."""
    of_agency = _ASKS_AGENCY.search(label) and not _ASKS_POST.search(label)
    return ("organisation", "role") if of_agency else ("role", "organisation")


_ASKS_AGENCY = later(r"(?:\band|&|/) ?(?:agency|organisation)\b", re.IGNORECASE)
_ASKS_POST = later(r"\b(?:role|designation|title|position|post|rank)\b", re.IGNORECASE)
_BOTH_ASKED = later(
    r"(?=.*\b(?:role|designation|job title|position|post)\b)"
    r"(?=.*\b(?:agency|organisation|team|service|employer)\b)",
    re.IGNORECASE,
)


def _role_and_agency(answers: Answers) -> None:
    """The post, and behind its comma the agency, under a label that asks both."""
    for here, there in (("organisation", "role"), ("role", "organisation")):
        given = answers.by_key.get(f"referrer.{here}")
        both = given and _BOTH_ASKED.match(given.label)
        if (
            given
            and both
            and "," in given.text
            and not answers.text(f"referrer.{there}")
        ):
            role, _, agency = given.text.partition(",")
            answers.by_key["referrer.role"] = Answer(role.strip(), given.label)
            answers.by_key["referrer.organisation"] = Answer(
                agency.strip(), given.label
            )


_IS_SENTENCE = later(
    r"^(?:an?|the|my|our|somebody|someone|anon\w*)\b|\b(?:who|that|does|wants?|wishes|not|is)\b",
    re.IGNORECASE,
)


def _bare(words: str) -> str:
    return re.sub(r"\s+", " ", words).strip(" ;/|:-–.")


def _time_of_incident(answers: Answers) -> None:
    when = answers.by_key.get("incident.date")
    if when is None:
        return
    day, time = day_and_span(when.text)
    if not day:
        when = place_behind(answers, when)
        day, time = split_time(when.text)
    if time:
        answers.by_key["incident.date"] = Answer(day, when.label)
        answers.add("incident.time", time, when.label)
    when_before_where(answers)


def _listed_agencies(answers: Answers) -> None:
    listed = _taken(answers, "agencies.listed")
    if listed and choice(YES_NO, listed.text) == "no":
        answers.unread.append(listed)
    if listed is None or choice(YES_NO, listed.text) == "no":
        return
    kept = re.sub(r"\([^)]*\)", lambda m: m[0].replace(",", "\x00"), listed.text)
    names = [each.replace("\x00", ",") for each in re.split(r"[;\n]|,\s", kept)]
    if len(names) == 1:
        names = re.split(r"(?<=\w\w|\w\))\.\s+(?=[A-Z])", names[0])
    start = max([0, *answers.numbers("agency")])
    for number, name in enumerate((n.strip(" -•.") for n in names), start + 1):
        _listed_agency(answers, f"agency.{number}", name, listed.label)


_STILL = later(
    r"(?P<name>.+?)\s+[–-]\s+(?P<still>(?:yes|no|still|current|open|active|closed|ended|"
    r"until|not)\b.*)",
    re.IGNORECASE,
)
_ASIDE = later(r"(?P<name>.+?)\s*\((?P<aside>(?:[a-z]\S* \S+ [^()]*|[^()]*\?))\)")
_WITHIN = later(
    r"(?P<name>[^()]{2,60}?)\s*(?:\(|\s[–-]\s)(?P<who>(?:(?:SW|HV|GP|PC|DC|DS|DI|Dr|Mrs?|Ms|Miss|IRO|"
    r"social worker|health visitor|midwife|school nurse|key ?worker)\.? )"
    r"(?:[A-Z][\w.’'-]* ?){1,3})\)?"
)
"""An agency with the worker in brackets: "Tarn CSC (SW Jo Lark)"."""
_WORKER = later(
    r"(?P<role>IRO|GP|HV|SW|(?:[Ss]ocial|[Ff]amily|[Kk]ey) [Ww]orker|"
    r"[Hh]ealth [Vv]isitor|[Mm]idwife|[Ss]chool [Nn]urse) "
    r"(?P<who>(?:Dr |Mrs? |Ms )?[A-Z][\w’'-]+ [A-Z][\w’'-]+)"
)


def _listed_agency(answers: Answers, group: str, name: str, label: str) -> None:
    """One agency of a list, and what is said behind it of how it stands."""
    still = _STILL.fullmatch(name)
    if still:
        answers.add(f"{group}.still_involved", still["still"], label)
        name = still["name"]
    within = _WITHIN.fullmatch(name)
    if within:
        answers.add(f"{group}.contact", within["who"].strip(), label)
        name = within["name"]
    aside = _ASIDE.fullmatch(name)
    if aside:
        answers.unread.append(Answer(f"{name}", label))
        name = aside["name"]
    worker = _WORKER.fullmatch(name)
    if worker:
        answers.add(f"{group}.contact", worker["who"], label)
        name = worker["role"]
    answers.add(f"{group}.name", name, label)


def _due_dates(answers: Answers) -> None:
    """What is marked as "EDD" under "Date of birth" is when the baby is due."""
    for number in answers.numbers("child"):
        born = answers.by_key.get(f"child.{number}.dob")
        if born and _DUE.search(born.text):
            del answers.by_key[f"child.{number}.dob"]
            answers.add(f"child.{number}.edd", born.text, born.label)


_BOTH = later(
    r"\b(?:die[ds]?|death)\b.*\b(?:harm|injur)|\b(?:harm|injur)\w*\b.*\b(?:die[ds]?|death)\b",
    re.IGNORECASE,
)


def _outcome_of_two(answers: Answers) -> None:
    """Whether the child died, and whether it was harmed, asked one after the other."""
    given = [_taken(answers, f"criteria.{each}") for each in ("died", "harmed")]
    for each in filter(None, given):
        if _BOTH.search(each.label):
            answers.add("criteria.outcome", each.text, each.label)
            return
    died, harmed = (choice(YES_NO, each.text) if each else None for each in given)
    if given[0] and died == "no":
        answers.add("child.1.has_died", given[0].text, given[0].label)
    asked = [answers.text(f"child.{n}.has_died") for n in answers.numbers("child")]
    deaths = {died, *(choice(YES_NO, each) for each in asked if each)}
    outcome = _outcome(died, harmed, deaths)
    label = next((each.label for each in given if each), "")
    if not answers.text("criteria.outcome"):
        answers.add("criteria.outcome", outcome, label)
    if not outcome:
        answers.unread += [each for each in given if each]


def _outcome(died: str | None, harmed: str | None, deaths: set[str | None]) -> str:
    if "yes" in deaths:
        return "died" if died == "yes" else ""
    if harmed == "yes" and "not_known" not in deaths:
        return "seriously_harmed"
    return "neither" if harmed == "no" and deaths - {None} == {"no"} else ""


_TYPE = later(
    r"\b(?:type|category|nature|kind|class\w*) of (?:incident|event|case|notification|"
    r"referral)|\bincident (?:type|category)|\bcategory\b|^\W*type\W*$",
    re.IGNORECASE,
)


def _outcome_by_type(answers: Answers) -> None:
    """The type of an incident may say how it ended for the child."""
    given = answers.by_key.get("incident.harm")
    if given is None or answers.text("criteria.outcome"):
        return
    meant = choice(OUTCOME, given.text)
    if _TYPE.search(given.label) and meant in {"died", "seriously_harmed"}:
        answers.add("criteria.outcome", given.text, given.label)


_OF_ANY = later(r"\b(?:any|a|either|each) (?:child|of)|\bchildren\b", re.IGNORECASE)


def _statuses(answers: Answers) -> None:
    """Whether a child has died, where it was asked with yes or no."""
    for number in answers.numbers("child"):
        _day_beside_status(answers, f"child.{number}")
        _alive(answers, f"child.{number}")
        given = _taken(answers, f"child.{number}.has_died")
        said = choice(YES_NO, given.text) if given else None
        known = [n for n in answers.numbers("child") if _is_somebody(answers, n)]
        if given and (said not in {"yes", "no"} or not known):
            answers.unread.append(given)
        elif given and said == "no" and _OF_ANY.search(given.label):
            for each in known:
                if not answers.text(f"child.{each}.status"):
                    answers.add(f"child.{each}.status", "all alive", given.label)
        elif given:
            status = "died" if said == "yes" else "alive"
            answers.add(f"child.{number}.status", status, given.label)


def _day_beside_status(answers: Answers, group: str) -> None:
    """The day of a death that stands beside "deceased"."""
    said = answers.text(f"{group}.status")
    days = [match[0] for match in dates_in(said)]
    died = len(days) == 1 and choice(STATUS, said) == "died"
    if died and not answers.text(f"{group}.date_of_death"):
        answers.add(f"{group}.date_of_death", days[0], "status")


def _is_somebody(answers: Answers, number: int) -> bool:
    """Whether anything is said of a child besides whether it lives."""
    return bool(set(answers.group("child", number)) - {"role", "status", "has_died"})


_TELLS = later(
    r"\b(told|informed|reported|referred|notified|passed (on )?to|contacted|rang|rung|"
    r"phoned|alerted|spoken to|called|escalated|"
    r"shared "
    r"with|aware|strategy (meeting|discussion)|mash|made to)\b",
    re.IGNORECASE,
)


def _told(answers: Answers) -> None:
    """Whether there is a risk, and who was told of it, answered in one breath."""
    risk, told = (answers.by_key.get(f"safety.{name}") for name in ("at_risk", "told"))
    risk = risk or answers.by_key.get("safety.safe")
    if told and not risk and choice(YES_NO, told.text) and _YES_OR_NO.match(told.text):
        answers.by_key["safety.at_risk"] = told
        del answers.by_key["safety.told"]
        risk, told = told, None
    if risk and not told:
        said = [each for each in sentences(risk.text) if _TELLS.search(each)]
        said = [each for each in said if not _TOLD_NOBODY.search(each)]
        if said:
            answers.add("safety.told", "\n".join(said), risk.label)


_TOLD_NOBODY = later(
    r"\b(?:not|no[ -]?one|nobody|none|nowhere|never|yet to|unaware)\b|n't\b",
    re.IGNORECASE,
)
_YES_OR_NO = later(r"\s*(yes|no|y|n)\b", re.IGNORECASE)
