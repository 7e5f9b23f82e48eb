"""What a letter says that came with a form, or a note of a call, and no label asks.

The form's answers stand. The letter adds what they leave out; where the two give
different dates of birth, both are kept.
"""

import re
from collections.abc import Iterator
from datetime import date

from heed.papers.blocks import (
    Block,
    Document,
    Heading,
    ListBlock,
    Paragraph,
    Table,
)
from heed.papers.dates import dates_in, split_time
from heed.papers.forms.answers import Answer, Answers
from heed.papers.forms.boxes import standing
from heed.papers.forms.household import first_names, unbroken
from heed.papers.forms.names import people_in
from heed.papers.forms.passed_on import passes_on, take_lead_who_sends
from heed.papers.forms.signals import sentences
from heed.papers.forms.told import looks_like_name
from heed.papers.patterns import later

_LETTER = later(
    r"^\s*(?:dear|yours (?:sincerely|faithfully|truly)|(?:kind|best|many) (?:regards|"
    r"wishes|thanks))\b",
    re.IGNORECASE | re.MULTILINE,
)
_LEAST_WORDS = 40
_NOTE = later(
    r"\b(?:telephone|phone) (?:message|note|call|referral|contact)\b|\bnote of (?:a )?"
    r"(?:telephone |phone )?(?:call|conversation)\b|\bcall (?:note|log|sheet)\b|"
    r"\bmessage (?:sheet|pad|slip)\b",
    re.IGNORECASE,
)
_COPY = later(
    r"\bnotification\b.{0,40}\bcopy\b|\bcopy of (?:the |a |your )?(?:\w+ "
    r"){0,3}(?:notification|submission)|\bnotification (?:summary|receipt)\b|"
    r"\bprinted from the notification system\b",
    re.IGNORECASE | re.DOTALL,
)


def channel_of(document: Document, channel: str) -> str:
    """How the paper came, where nobody said it and its own heading does."""
    if channel != "other":
        return channel
    head = "\n".join(standing((block,))[:200] for block in document.blocks[:4])
    if _NOTE.search(head):
        return "phone"
    return "notification_copy" if _COPY.search(head) else channel


_NOTIFICATION = re.compile(
    r"\bserious (?:child safeguarding )?incident notification\b|"
    r"\bnotification of (?:a )?serious (?:child safeguarding )?incident\b|"
    r"\bchild safeguarding incident notification\b",
    re.IGNORECASE,
)
_BRIEFING = re.compile(
    r"\bneed[ -]to[ -]know\b[^\n]{0,30}\b(?:briefing|note|report)\b|"
    r"\bbriefing\b[^\n]{0,30}\bneed[ -]to[ -]know\b",
    re.IGNORECASE,
)
_OF_ANOTHER_KIND = later(
    r"\b(?:agenda|minutes|meeting|item|invitation|guidance|guide|policy|procedures?|"
    r"training|chronology|discuss\w*|quer(?:y|ies)|questions?|reply|response)\b",
    re.IGNORECASE,
)
"""In the title of a paper that speaks of a notification, and is none."""
_SAYS_SOMETHING = later(
    r"[.?!,;]\s*$|[.?!]\s+[A-Z]|^\W*(?:\d+[.)]|(?:re|aw|your|our)\b)|"
    r"\b(?:is|are|was|has|have|had|can|could|please|thanks?|i|we|you)\b",
    re.IGNORECASE,
)
"""A sentence, a reply or a point of a list, and no title."""
_ABOVE_A_TITLE = later(
    r"^\W*(?:official|restricted|confidential|sensitive|protect)\b|^\W*copy\b(?! of)|"
    r"\b(?:council|partnership|board|trust|police|borough|services?|department)\W*$",
    re.IGNORECASE,
)
_FORWARDED = later(r"^\s*(?:(?:fwd?|wg)\s*:\s*)+", re.IGNORECASE)
_MOST_WORDS_OF_A_TITLE = 14
_HEAD = 4


def copy_of(document: Document, *, is_form: bool) -> str:
    """Of what a paper is a copy, where its title says so: of a notification, or of a
    "need to know" briefing; "" of neither. Running text says nothing of the kind: it
    may speak of another paper. Of a form that we know every title at its head counts,
    of any other paper the first alone.
    """
    titles = list(_titles(document))
    if any(_OF_ANOTHER_KIND.search(title) for title in titles):
        return ""
    named = [copy_named(title) for title in titles]
    if is_form:
        return next(filter(None, named), "")
    above = _ABOVE_A_TITLE.search
    both = zip(titles, named, strict=True)
    return next((copy for title, copy in both if copy or not above(title)), "")


def copy_named(title: str) -> str:
    """Of what a paper with this title is a copy, or an email with this subject; ""
    where it names neither, or is no title.
    """
    title = _FORWARDED.sub("", title)
    if not _is_title(title) or _OF_ANOTHER_KIND.search(title):
        return ""
    if _BRIEFING.search(title):
        return "briefing_copy"
    told = _COPY.search(title) or _NOTIFICATION.search(title)
    return "notification_copy" if told else ""


def _titles(document: Document) -> Iterator[str]:
    """The lines that stand as titles above the text of a paper."""
    blocks = [block for block in document.blocks if standing((block,)).strip()]
    for block in blocks[:_HEAD]:
        if isinstance(block, Table):
            yield from _titles_of(block)
            if len(block.rows) > 1:
                return
            continue
        for line in standing((block,)).splitlines():
            if not isinstance(block, Heading) and not _may_be_title(block, line):
                return
            yield line.strip()


def _titles_of(table: Table) -> Iterator[str]:
    """What stands above a table, across its first row, or in the one row that frames
    the head of a letter."""
    if table.caption:
        yield table.caption
    rows = (*table.header, *table.rows)
    if rows and (len(rows) == 1 or len(rows[0]) == 1):
        for each in rows[0]:
            yield from filter(None, map(str.strip, each.text.splitlines()))


def _may_be_title(block: Block, line: str) -> bool:
    return not isinstance(block, ListBlock) and _is_title(line)


def _is_title(line: str) -> bool:
    words = len(line.split())
    return 0 < words <= _MOST_WORDS_OF_A_TITLE and not _SAYS_SOMETHING.search(line)


def letter_of(document: Document) -> str:
    """The letter that stands around the tables of a form, or ""."""
    kinds = Paragraph | ListBlock | Heading
    blocks = [block for block in document.blocks if isinstance(block, kinds)]
    said = (_unlabelled(standing((block,))) for block in blocks)
    text = "\n\n".join(filter(None, said))
    long = len(text.split()) >= _LEAST_WORDS
    return text if long and _LETTER.search(text) else ""


def _unlabelled(text: str) -> str:
    """A text without the rows that were pasted into it: labels and answers."""
    return "\n".join(line for line in text.split("\n") if "\t" not in line.strip())


def take_letter(answers: Answers, text: str, near: date | None) -> None:
    """Add what a letter tells to the answers of the form that it came with."""
    from heed.papers.forms.prose import answers_in_prose

    told = answers_in_prose(text, near)
    others = passes_on(answers, told)
    take_lead_who_sends(answers, text)
    for key, given in told.by_key.items():
        section, _, rest = key.partition(".")
        if rest.partition(".")[0].isdigit():
            continue
        if others and section in {"referrer", "declaration", "lead"}:
            continue
        if section == "referrer" and "," in answers.text("referrer.name"):
            # The form has the post behind the name.
            continue
        if not answers.text(key):
            answers.by_key[key] = given
    _add_people(answers, told, "child")
    _add_people(answers, told, "adult")


_ACCOUNT_WORDS = 12
_HARM = later(
    r"\b(?:died|dead|found|injur\w+|hurt|collaps\w+|assault\w*|burn\w*|scald\w*|fell|"
    r"hospital|ambulance|unresponsive|harm\w*|bruis\w+|fractur\w+|stabb\w+|fire|drown\w+|"
    r"overdose\w*|bleed\w*|police|abuse\w*|neglect\w*)\b",
    re.IGNORECASE,
)


def take_account_by_shape(answers: Answers) -> None:
    """The account, under a label that nobody knows: the longest text that tells of
    harm, where nothing else is the account.
    """
    if answers.text("incident.what"):
        return
    if _takes_numbered(answers):
        return
    told = [
        each
        for each in answers.unread
        if each.label
        and len(each.text.split()) >= _ACCOUNT_WORDS
        and len(sentences(each.text)) > 1
        and _HARM.search(each.text)
    ]
    if told:
        longest = max(told, key=lambda each: len(each.text))
        answers.unread.remove(longest)
        answers.add("incident.what", longest.text, longest.label)


_NUMBER = later(r"\W*\d{1,2}(?:\.\d{1,2})*\W*")
_LEAST_NUMBERED = 3


def _takes_numbered(answers: Answers) -> bool:
    """The account as paragraphs with nothing but a number before each: a memorandum."""
    told = [each for each in answers.unread if _NUMBER.fullmatch(each.label)]
    said = "\n".join(each.text for each in told)
    words = len(said.split())
    if len(told) < _LEAST_NUMBERED or words < _LEAST_WORDS or not _HARM.search(said):
        return False
    answers.unread[:] = [each for each in answers.unread if each not in told]
    answers.add("incident.what", said, told[0].label)
    return True


def take_note(answers: Answers, near: date | None) -> None:
    """The people of an account on a form that names no child: a note of a call."""
    account = unbroken(answers.text("incident.what"))
    if not account or any(map(_names_somebody, _names(answers))):
        return
    account = f"{answers.text('other.subject')}\n{account}".strip()
    from heed.papers.forms.prose import take_account

    for number in answers.numbers("child"):
        if set(answers.group("child", number)) <= {"name", "role"}:
            given = answers.by_key.pop(f"child.{number}.name", None)
            answers.by_key.pop(f"child.{number}.role", None)
            answers.unread += [given] if given else []
    told = Answers()
    take_account(told, account, near)
    for key, given in told.by_key.items():
        if not answers.text(key):
            answers.by_key[key] = given


def take_said_on_call(answers: Answers, loose: list[str]) -> None:
    """What was noted of a call under no label."""
    said = "\n".join(loose)
    if not answers.text("incident.what") and _HARM.search(said):
        answers.add("incident.what", said)


def take_day_of_call(answers: Answers) -> None:
    """The day of a call: on the note of one, "Date" asks nothing else."""
    when = answers.by_key.get("incident.date")
    taken = "message.taken_by" in answers.by_key
    if when and taken and _WHEN.fullmatch(when.label.strip(" :")):
        del answers.by_key["incident.date"]
        answers.add("declaration.date", split_time(when.text)[0], when.label)
    for given in () if answers.text("declaration.date") else answers.unread:
        if _ITS_DAY.fullmatch(given.label.strip(" :")):
            answers.add("declaration.date", split_time(given.text)[0], given.label)
            return


_WHEN = later(r"when|call(?:ed)? at|rang at", re.IGNORECASE)
_ITS_DAY = later(r"(?:day|date)(?: ?(?:and|&|/) ?time)?", re.IGNORECASE)


def _names_somebody(words: str) -> bool:
    return any(
        person.unborn or looks_like_name(f"{person.given} {person.family}".strip())
        for person in people_in(words)
    )


def _names(answers: Answers) -> list[str]:
    return [
        answers.text(f"child.{number}.{part}")
        for number in answers.numbers("child")
        for part in ("name", "given")
    ]


def _add_people(answers: Answers, told: Answers, section: str) -> None:
    known = first_names(answers, section)
    for number in told.numbers(section):
        group = told.group(section, number)
        first = (group.get("name") or "").split(" ")[0].lower()
        target = _known_as(answers, section, first) if first in known else 0
        target = target or (_nameless(answers) if section == "child" else 0)
        target = target or max([0, *answers.numbers(section)]) + 1
        for name, text in group.items():
            if name != "name" or not answers.text(f"{section}.{target}.name"):
                _add(answers, f"{section}.{target}.{name}", text)


def _add(answers: Answers, key: str, text: str) -> None:
    """Add what is new; another day of birth is kept beside the first."""
    before = answers.text(key)
    if not before or (key.endswith(".dob") and before != text):
        answers.add(key, text)


def _known_as(answers: Answers, section: str, first: str) -> int:
    for number in answers.numbers(section):
        name = answers.text(f"{section}.{number}.name")
        name = name or answers.text(f"{section}.{number}.given")
        if any(p.given.split(" ")[0].lower() == first for p in people_in(name)):
            return number
    return 0


def _nameless(answers: Answers) -> int:
    """The one child of the form who has no name there, but other answers."""
    found = [
        number
        for number in answers.numbers("child")
        if not answers.text(f"child.{number}.name")
        and not answers.text(f"child.{number}.given")
    ]
    return found[0] if len(found) == 1 else 0


_BIRTH_OF = (
    r"\b{}(?: [A-Z][\w-]+)?(?:['’]s (?:date of birth|d\.?o\.?b\.?|birthday|birth date)|"
    r",? (?:\(|who |he |she )?(?:is |was )?(?:born|d\.?o\.?b\.?|date of birth))\b"
    r"(?P<said>[^;\n]{{0,60}})"
)
"""Somebody's birth told in a sentence, with room for the name."""


def other_births(answers: Answers, text: str) -> None:
    """Keep another date of birth that a sentence gives to a child by name."""
    for number in answers.numbers("child"):
        name = answers.text(f"child.{number}.name") or answers.text(
            f"child.{number}.given"
        )
        people = people_in(name)
        if len(people) != 1 or not people[0].given:
            continue
        own = re.escape(people[0].given.split()[0])
        for match in re.finditer(_BIRTH_OF.format(own), text, re.IGNORECASE):
            days = [each[0] for each in dates_in(match["said"])]
            key = f"child.{number}.dob"
            before = answers.text(key) or people[0].date
            if len(days) == 1 and before and days[0] not in before:
                answers.by_key.setdefault(key, Answer(before))
                answers.add(key, days[0])
