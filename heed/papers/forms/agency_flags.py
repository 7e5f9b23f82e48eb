"""What an agency's return leaves to settle."""

import re
from typing import Any

from heed.papers.dates import dates_in
from heed.papers.forms.answers import Answer, Answers
from heed.papers.forms.choices import YES_NO, choice
from heed.papers.forms.contacts import EMAIL, PHONE
from heed.papers.forms.flags import Flags
from heed.papers.forms.paper_dates import PaperDates
from heed.papers.forms.people_flags import alike
from heed.papers.forms.signals import sentences, signals
from heed.papers.forms.tidying import name_and_role
from heed.papers.forms.told import looks_like_name
from heed.papers.patterns import later

Json = dict[str, Any]

_TITLE = later(r"^(mr|mrs|ms|miss|mx|dr|prof|pc|ds|di)\b\.?\s+", re.IGNORECASE)
_OF_RETURN = frozenset(
    (
        *("handling_restriction", "third_party_data", "safe_address_present"),
        *("media_interest", "new_person_identity", "same_name_bystander"),
        *("supersedes_earlier_copy", "dob_disputed"),
    )
)
_HANDLED = later(
    r"\b(not (to )?be (shared|disclosed|given|copied)|do not (share|disclose|copy)|"
    r"must not|in confidence|confidential|restricted|without consent|redact\w*|"
    r"third[- ]part(y|ies))\b",
    re.IGNORECASE,
)
_CHILD_WORD = later(
    r"\b(child|baby|son|daughter|subject|sibling|index)\b", re.IGNORECASE
)
_NAME = later(r"\b(?:(?:Mr|Mrs|Ms|Miss|Dr)\.? )?[A-Z][a-z’'-]+ [A-Z][a-z’'-]+\b")


def tidy_author(answers: Answers) -> None:
    """Take apart the contact details of the author, and the post behind a name."""
    contact = answers.by_key.pop("author.contact", None)
    for kind, pattern in (("email", EMAIL), ("phone", PHONE)):
        found = pattern.search(contact.text) if contact else None
        if contact and found and not answers.text(f"author.{kind}"):
            answers.add(f"author.{kind}", found[0].strip(), contact.label)
    if contact:
        _name_in(contact, answers)
    name_and_role(answers, "author")
    _checked_on(answers)
    given = answers.by_key.get("qa.by")
    parts = re.split(r",|\n| [–-] |\(", given.text, maxsplit=1) if given else []
    if given and len(parts) > 1 and len(parts[0].split()) > 1:
        answers.by_key["qa.by"] = Answer(parts[0].strip(), given.label)
        answers.unread.append(Answer(parts[1].strip(" )"), given.label))


def _name_in(contact: Answer, answers: Answers) -> None:
    """Who wrote, where the label asks for name, post and how to reach them in one."""
    rest = PHONE.sub(" ", EMAIL.sub(" ", contact.text))
    rest = re.sub(r"[\s,;.]+(?=[,;.\s]*$)", "", rest).strip(" ,;.")
    first = re.split(r"[,\n(]", rest, maxsplit=1)[0].strip()
    asked = re.search(r"(?i)\b(?:author|name|who)\b", contact.label)
    if asked and looks_like_name(first) and not answers.text("author.name"):
        answers.add("author.name", rest, contact.label)


def _checked_on(answers: Answers) -> None:
    """The date that stands behind the name of who checked."""
    given = answers.by_key.get("qa.by")
    days = [match[0] for match in dates_in(given.text)] if given else []
    if given and len(days) == 1 and not answers.text("qa.on"):
        answers.add("qa.on", days[0], given.label)
        bare = re.sub(r"(?:\bon |\bdated? )?" + re.escape(days[0]), "", given.text)
        del answers.by_key["qa.by"]
        answers.add("qa.by", bare.strip(" ,;()\n-–"), given.label)


def same_person(one: str, other: str) -> bool:
    """Whether two names are of one person, initials or titles apart."""
    a, b = (
        _TITLE.sub("", name.lower()).replace(".", "").split() for name in (one, other)
    )
    if not a or not b or a[-1] != b[-1]:
        return False
    first, second = a[0], b[0]
    short = min(len(first), len(second))
    initial = short == 1 or len(a) == 1 or len(b) == 1
    return first == second or (initial and first[0] == second[0])


def only_adults(answers: Answers) -> bool:
    """Whether the table of people knows adults and says of the children that it does
    not.
    """
    known: list[str] = []
    unknown: list[str] = []
    for number in answers.numbers("person"):
        said = answers.group("person", number)
        here = unknown if is_unknown(said) else known
        here.append(said.get("relationship", ""))
    of_children = [bool(_CHILD_WORD.search(each)) for each in known]
    return (
        bool(known) and not any(of_children) and any(map(_CHILD_WORD.search, unknown))
    )


def is_unknown(said: dict[str, str]) -> bool:
    """Whether the row of a person says that the agency does not know them."""
    known = choice(YES_NO, said.get("known", ""))
    return known == "no" or (choice(YES_NO, said.get("not_known", "")) == "yes")


def sensitive(answers: Answers) -> list[Json]:
    """What must be handled with care, of whom, and how, in the paper's own words."""
    found = []
    asked = answers.text("sensitive")
    texts = [("sensitive", asked)]
    texts += [
        (key, answer.text)
        for key, answer in answers.by_key.items()
        if key != "sensitive"
    ]
    for key, text in texts:
        for sentence in sentences(text):
            handling = _HANDLED.search(sentence)
            nothing = choice(YES_NO, sentence) == "no" and len(sentence.split()) <= 4  # noqa: PLR2004
            if (key == "sensitive" and not nothing) or handling:
                named = list(_NAME.finditer(sentence))
                person = named[0] if named else None
                found.append(
                    {
                        "what": key,
                        "person": re.sub(r"'s$", "", person[0]) if person else None,
                        "handling": sentence if handling else None,
                        "verbatim": sentence,
                    }
                )
    return found


def flag_return(made: Json, answers: Answers, dates: PaperDates, flags: Flags) -> None:
    """Raise what the return as a whole leaves to settle."""
    if made["other_agencies"]:
        why = f"It names {'; '.join(made['other_agencies'])}."
        flags.add("new_agency_named", "other_agencies", why)
    words = [*answers.texts(), *(a.text for a in answers.unread if a.label)]
    for name, why in signals(words).items():
        if name in _OF_RETURN:
            flags.add(name, "words", why)
    if made["sensitive"]:
        flags.add("handling_restriction", "sensitive", "Some of it must be kept apart.")
    if made.get("supersedes"):
        why = "The paper says that it takes the place of an earlier one."
        flags.add("supersedes_earlier_copy", "supersedes", why)
    _flag_subject(made, answers, dates, flags)


def _flag_subject(
    made: Json, answers: Answers, dates: PaperDates, flags: Flags
) -> None:
    """Whether the child of the head is the child of the table and of the words."""
    names = [each.strip() for each in answers.text("child.name").split("\n") if each]
    if not names:
        return
    name = names[0].lower()
    if any(not same_person(other, names[0]) for other in names[1:]):
        why = f"The paper is about {' and about '.join(names)}."
        flags.add("subject_mismatch", "child", why)
    born = dates.json(answers.text("child.dob"), "child.dob")
    for person in made["people_known"]:
        other = (person["name"] or "").lower()
        if same_person(other, name) and born and person["dob"]:
            if born["iso"] != person["dob"]["iso"]:
                why = f"“{born['verbatim']}” and “{person['dob']['verbatim']}”."
                flags.add("dob_conflict", "child.dob", why)
                a, b = ((d["iso"] or "").split("-") for d in (born, person["dob"]))
                if len(a) == len(b) == 3 and a == [b[0], b[2], b[1]]:  # noqa: PLR2004
                    flags.add("dob_conflict_day_month_swap", "child.dob", why)
        elif other.split()[:1] == name.split()[:1] and alike(
            other.split()[-1], name.split()[-1]
        ):
            why = f"“{names[0]}” and “{person['name']}”."
            flags.add("surname_variants", "child", why)


_PLACED = later(
    r"agency|author\.(name|role|email|phone)|qa\..*|due|returned_on|period(_from|_to)?|"
    r"involvement|people_(not_)?known|summary|learning|immediate_actions|"
    r"other_agencies|"
    r"opinion|records_secured|version|supersedes|person\..*|sensitive|form\.version|"
    r"marking"
)


def elsewhere(answers: Answers) -> list[Answer]:
    """What was answered and has no place of its own in the reading."""
    return [
        Answer(answer.text, answer.label or key)
        for key, answer in answers.by_key.items()
        if not _PLACED.fullmatch(key)
    ]
