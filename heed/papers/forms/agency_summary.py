"""An agency's summary of what it knows. A nil return is an answer, too."""

import re
from datetime import date
from typing import Any

from heed.papers.dates import split_time
from heed.papers.forms.agency_flags import (
    elsewhere,
    flag_return,
    is_unknown,
    only_adults,
    same_person,
    sensitive,
    tidy_author,
)
from heed.papers.forms.agency_head import (
    agency_in_title,
    due_in_words,
    is_body,
    is_writer,
)
from heed.papers.forms.agency_people import (
    VOCABULARY,
    asked_in,
    listed,
    people_known,
    take_people,
)
from heed.papers.forms.agency_secured import records_secured
from heed.papers.forms.answers import Answer, Answers
from heed.papers.forms.boxes import chosen, has_boxes
from heed.papers.forms.choices import YES_NO, choice
from heed.papers.forms.dropped import keep_dropped
from heed.papers.forms.flags import Flags
from heed.papers.forms.labelled import Form
from heed.papers.forms.paper_dates import PaperDates
from heed.papers.forms.paper_flags import edges, flag_hidden, take_edges
from heed.papers.forms.pieces import (
    Loose,
    Pair,
    Piece,
    Records,
    Title,
    is_guidance,
)
from heed.papers.forms.signals import sentences
from heed.papers.hidden import Reading
from heed.papers.limits import Kind
from heed.papers.patterns import later

Json = dict[str, Any]

_ENOUGH = 3
_NOTHING = later(
    r"nil return|\bno (known )?(involvement|contact|records?)\b|not known to",
    re.IGNORECASE,
)
_ADULT_ONLY = later(
    r"\b(adults?|mother|father|parents?|partner|carers?) only\b|"
    r"\bonly (the |an? )?(adults?|mother|father|parents?|partner)\b|"
    r"\b(adults?|mother|father|parents?|partner) (\w+ ){1,4}only\b|"
    r"\b(the )?child(ren)? (was |were |is |are )?not known\b",
    re.IGNORECASE,
)
_PERIOD = later(r" (?:to|until|till) | - | ?– ?", re.IGNORECASE)
_BETWEEN = later(r"between (?P<first>.+?) and (?P<last>.+)", re.IGNORECASE)
_NOW = later(
    r"(the )?(date|present|now|current|today|ongoing|present day|continuing)",
    re.IGNORECASE,
)
_YEARS = later(
    r"\s*(?:from\s+)?(?P<first>(?:19|20)\d\d)\s?[-–/]\s?(?P<last>(?:19|20)\d\d)\s*",
    re.IGNORECASE,
)


_SUPERSEDES = later(
    r"(?:supersed|replac)(?:es|ing)\s+(?P<said>[^\n.;]{3,60})", re.IGNORECASE
)


def read_agency_summary(reading: Reading, *, on: date | None = None) -> Json:
    """The agency summary JSON of reading.md. `on` is the day when it came."""
    flags = Flags()
    answers = _answers(reading)
    dates = PaperDates.of(answers, flags, answers.texts(), on)
    tidy_author(answers)
    due_in_words(reading, answers)
    agency_in_title(reading, answers)
    superseded = _SUPERSEDES.search("\n".join(edges(reading.document)))
    if superseded:
        answers.add("supersedes", superseded["said"], "header")
    take_edges(reading.document, answers, flags)
    if len(answers.by_key) < _ENOUGH:
        flags.add("no_form", "document", "The paper is not a form that we know.")
    made: Json = {
        "kind": "agency_summary",
        "agency": answers.text("agency") or None,
        "author": {
            name: answers.text(f"author.{name}") or None
            for name in ("name", "role", "email", "phone")
        },
        "qa": _quality_assurance(answers, dates, flags),
        "returned_on": dates.json(answers.text("returned_on"), "returned_on"),
        "period": _period(answers, dates),
        "involvement": _involvement(answers, flags),
        "involvement_box": chosen(answers.text("involvement")).strip(" /|\n") or None,
        "people_known": people_known(answers, dates),
        "people_stated_not_known": listed(answers.text("people_not_known")),
        "summary": answers.text("summary"),
        "learning": answers.text("learning"),
        "immediate_actions": answers.text("immediate_actions"),
        "other_agencies": _others(answers.text("other_agencies")),
        "opinion": _opinion(answers),
        "records_secured": records_secured(answers, flags),
        "sensitive": sensitive(answers),
        **_lateness(answers, dates, flags, on),
        **_versions(answers),
    }
    if len(made["opinion"]) > 1 and has_boxes(answers.text("opinion")):
        flags.add("two_opinions_ticked", "opinion", "More than one opinion is ticked.")
    flag_return(made, answers, dates, flags)
    flag_hidden(reading.hidden, flags)
    answers.unread += [*elsewhere(answers), *_unsaid(made, answers)]
    made["unread"] = [{"label": a.label, "answer": a.text} for a in answers.unread]
    labels = [given.label for given in answers.by_key.values()]
    told = made | {"flags": flags.to_json()}
    keep_dropped(told, reading.document, VOCABULARY.meaning, labels)
    return made | {"flags": flags.to_json(), "hidden": reading.hidden.to_json()}


def _others(words: str) -> list[str]:
    """The other agencies that are named; a sentence each, or parted by commas."""
    found = listed(words)
    if len(found) == 1:
        found = re.split(r"(?<=[a-z)]{3})\.\s+(?=[A-Z])", found[0])
    return [re.sub(r"\s*\(not on (?:your|the) list\)", "", each) for each in found]


def _opinion(answers: Answers) -> list[str]:
    """What the agency thinks; "no" is an opinion, too."""
    said = chosen(answers.text("opinion"))
    return listed(said) or list(filter(None, [said.strip()]))


def _unsaid(made: Json, answers: Answers) -> list[Answer]:
    """Answers of which their own field shows nothing: "None", or words for a choice."""
    silent = {
        "records_secured": made["records_secured"] == "unknown",
        "other_agencies": not made["other_agencies"],
        "people_known": not made["people_known"],
        "people_not_known": not made["people_stated_not_known"],
    }
    known = {(each.label, each.text) for each in answers.unread}
    given = (answers.by_key.get(key) for key, nothing in silent.items() if nothing)
    return [each for each in given if each and (each.label, each.text) not in known]


def _answers(reading: Reading) -> Answers:
    answers = Answers()
    form = Form(VOCABULARY, flat=reading.kind is Kind.PDF)
    going_on: Pair | None = None
    for piece in form.pieces(reading.document.blocks):
        going_on = _take(piece, going_on, answers)
    return answers


_GOES_ON = frozenset(("summary", "learning", "immediate_actions", "sensitive"))


def _take(piece: Piece, going_on: Pair | None, answers: Answers) -> Pair | None:
    """Keep one piece; a label in a text goes on until the next label."""
    match piece:
        case Pair():
            return _take_pair(piece, going_on, answers)
        case Loose(text=text) if going_on and _is_account(going_on, text):
            # Numbered paragraphs below a list of names are no more names.
            answers.add("summary", text, going_on.label)
            return Pair("", (), "summary")
        case Loose(text=text) if going_on and not is_guidance(text):
            answers.add(going_on.asks, text, going_on.label)
            return going_on
        case Loose(text=text) if has_boxes(text) and chosen(text):
            answers.unread.append(Answer(chosen(text), "Ticked"))
        case Title(text=text):
            asks = VOCABULARY.meaning(text)
            return Pair(text, (), asks) if asks and asks not in _NOT_TITLES else None
        case Records():
            _take_records(piece, answers)
    return None


_OF_NAMES = frozenset(("people_known", "people_not_known", "other_agencies"))
_SENTENCES = 8
"""Words: a numbered paragraph of so many tells, and names nobody alone."""


def _is_account(before: Pair, text: str) -> bool:
    numbered = re.match(r"\s*\(?\d{1,2}[.)]\s", text)
    tells = len(text.split()) >= _SENTENCES or text.rstrip().endswith(".")
    return before.asks in _OF_NAMES and bool(numbered and tells)


def _take_pair(pair: Pair, going_on: Pair | None, answers: Answers) -> Pair | None:
    """An answer; within a long text an unknown label is more of the text."""
    label, answer = pair.label, pair.answer
    in_text = going_on and going_on.asks in _GOES_ON and not pair.beside
    if not pair.asks and going_on and in_text and " " in label:
        answers.add(going_on.asks, f"{label}: {answer}", going_on.label)
        return going_on
    if not pair.asks:
        _take_unasked(pair, answers)
        return None
    if pair.asks == "person.known" and choice(YES_NO, answer) is None:
        answers.add("people_known", answer, label)
        return Pair(label, pair.answers, "people_known")
    if pair.asks == "author.name" and is_body(answer) and not answers.text("agency"):
        answers.add("agency", answer, label)
        return None
    if is_writer(label, answer):
        answers.add("author.name", answer, label)
        return None
    if _is_date_after(going_on, label):
        answers.add("qa.on", answer, label)
        return None
    answers.add(pair.asks, answer, label)
    return pair


def _take_unasked(pair: Pair, answers: Answers) -> None:
    """An answer whose label asks nothing by itself: it may be half of what the label
    before it began, or two labels beside a stroke with two answers.
    """
    label, answer = pair.label, pair.answer
    labels, said = (re.split(r"\s/\s", each) for each in (label, answer))
    asks = [VOCABULARY.meaning(each) for each in labels]
    if len(labels) == len(said) > 1 and any(asks):
        for key, one, words in zip(asks, labels, said, strict=True):
            if key:
                answers.add(key, words, one)
            else:
                answers.unread.append(Answer(words, one))
    elif _TO.fullmatch(label) and answers.text("period_from"):
        answers.add("period_to", answer, label)
    elif answer:
        answers.unread.append(Answer(chosen(answer), label))


_TO = later(r"\W*(?:up )?(?:to|until|till)\W*", re.IGNORECASE)


def _is_date_after(before: Pair | None, label: str) -> bool:
    """Whether "Date" stands behind who signed it off."""
    plain = label.lower().strip(" :") in {"date", "dated", "on"}
    return plain and before is not None and before.asks == "qa.by"


def _take_records(records: Records, answers: Answers) -> None:
    """A table of people, or labels above one row of answers."""
    of_people = any(
        re.search("relation|known", label, re.IGNORECASE) for label in records.labels
    )
    if len(records.rows) != 1 or of_people:
        take_people(records, answers)
        return
    before: Pair | None = None
    row = zip(records.labels, asked_in(records), records.rows[0], strict=True)
    for label, each, text in row:
        before = _take(Pair(label, (text,), each), before, answers)


_NOT_TITLES = frozenset(
    ("agency", "author.name", "child.name", "qa.by", "reference", "version", "due")
)
"""What the title of a part is named after, and does not ask."""


def _versions(answers: Answers) -> Json:
    version = answers.text("version") or answers.text("form.version")
    said = {"version": version, "supersedes": answers.text("supersedes")}
    return {name: words for name, words in said.items() if words}


def _quality_assurance(
    answers: Answers, dates: PaperDates, flags: Flags
) -> Json | None:
    by, on = answers.text("qa.by"), answers.text("qa.on")
    if not by and not on:
        flags.add("qa_missing", "qa", "Nobody signed the summary off.")
        return None
    same = bool(by) and same_person(by, answers.text("author.name"))
    if same:
        flags.add("qa_same_as_author", "qa", "The author signed their own work off.")
    return {"by": by or None, "on": dates.json(on, "qa.on"), "same_as_author": same}


def _period(answers: Answers, dates: PaperDates) -> Json:
    words = answers.text("period")
    first, last = answers.text("period_from"), answers.text("period_to")
    if first or last:
        return {
            "from": dates.json(first or words, "period.from"),
            "to": dates.json(last, "period.to"),
        }
    between = _BETWEEN.fullmatch(words.strip(" ."))
    ends = _PERIOD.split(re.sub(r"\s+", " ", words), maxsplit=1)
    ends = [between["first"], between["last"]] if between else ends
    years = _YEARS.fullmatch(words)
    if years:
        ends = [years["first"], years["last"]]
    if len(ends) == 1:
        return {"from": dates.json(words, "period"), "to": None}
    if _NOW.fullmatch(ends[1].strip(" .")):
        ends[1] = ""
    start = re.sub(r"^\s*from\s+", "", ends[0], flags=re.IGNORECASE)
    return {
        "from": dates.json(start, "period.from"),
        "to": dates.json(ends[1], "period.to"),
    }


_ONLY = later(r"(?:yes\W+)?adult(?:s|\(s\))? only\b", re.IGNORECASE)


def _involvement(answers: Answers, flags: Flags) -> str:
    """What was ticked, unless the text says more."""
    ticked = choice(YES_NO, answers.text("involvement"))
    said = f"{chosen(answers.text('involvement'))}\n{answers.text('summary')}"
    if _ONLY.match(said) or _ADULT_ONLY.search(said) or only_adults(answers):
        why = "Only an adult of the family was known."
        flags.add("adult_only_involvement", "involvement", why)
        return "adult_only"
    nothing = ticked == "no" or (ticked is None and _NOTHING.search(said))
    if nothing and (_is_told(answers) or answers.text("people_known")):
        why = "No involvement is stated, and involvement is described."
        flags.add("nil_return_contradicted", "involvement", why)
        return "unknown"
    if ticked is None and nothing:
        return "no"
    if ticked is None and answers.numbers("person"):
        people = [answers.group("person", n) for n in answers.numbers("person")]
        ticked = "yes" if not all(map(is_unknown, people)) else ticked
    return ticked if ticked in {"yes", "no"} else "unknown"


def _is_told(answers: Answers) -> bool:
    """Whether a sentence of the summary tells of work, and not only of a search or of
    there being nothing. "No records before 2019" takes nothing back from what else is
    told.
    """
    return any(
        not _NOTHING.search(each) and not _SEARCHED.search(each)
        for each in sentences(answers.text("summary"))
        if any(letter.isalpha() for letter in each)
    )


_SEARCHED = later(
    r"\b(search\w*|checked|looked (?:at|through|in|for)|consulted)\b"
    r"(?=.{0,60}\b(?:record|system|file|database|archive|index|name|spelling|address|date)s?\b)|"
    r"^\W*(?:none|nil|n/?a|no|not applicable)\W*$",
    re.IGNORECASE,
)


def _lateness(
    answers: Answers, dates: PaperDates, flags: Flags, on: date | None
) -> Json:
    due = dates.read(split_time(answers.text("due"))[0], "due")
    if due is None:
        return {}
    returned = dates.read(split_time(answers.text("returned_on"))[0], "returned_on")
    made: Json = {"due": due.to_json()}
    came = (returned and returned.day) or on
    if came and due.day:
        made["late"] = came > due.day
        if made["late"]:
            flags.add("late_return", "returned_on", "It came after it was due.")
    return made
