"""One call that reads a paper of any kind as what it is said to be."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING, Any

from heed.papers.dates.london import from_universal
from heed.papers.limits import Kind, identify
from heed.papers.reading import read_blocks
from heed.papers.refusals import Refused

if TYPE_CHECKING:
    from heed.papers.hidden import Reading
    from heed.papers.read_eml import Attachment, Message

Json = dict[str, Any]


Look = Callable[["Reading"], None]


def read_paper(data: bytes, name: str, as_: str, also: Look | None = None) -> Json:
    """What a paper says, as reading.md has it; `as_` is one of `WAYS`. Whoever `also`
    looks at what was read is handed it, of a message whatever came with it.

    Raises Refused, with one sentence that says what to send instead, when the paper
    cannot be read, and KeyError when there is no such way.
    """
    read = WAYS[as_]
    if identify(data, name) is Kind.EML and as_ != "report":
        from heed.papers.read_eml import read_message

        return read_as(read_message(data), as_, also)
    reading = read_blocks(data, name)
    made = read(reading, "other", None)
    if also:
        also(reading)
    return made


def _as_referral(reading: "Reading", channel: str, on: date | None) -> Json:
    from heed.papers.forms import read_referral
    from heed.papers.forms.beside_form import copy_of

    places: Json = {}
    made = read_referral(reading, channel=channel, on=on, places=places)
    copy = copy_of(reading.document, is_form=_is_known(made))
    return made | {"places": places, "copy_of": copy}


def _as_agency_summary(reading: "Reading", channel: str, on: date | None) -> Json:
    from heed.papers.forms.agency_summary import read_agency_summary

    return read_agency_summary(reading, on=on)


def _as_chronology(reading: "Reading", channel: str, on: date | None) -> Json:
    from heed.papers.forms.chronology import read_chronology

    return read_chronology(reading)


def _as_report(reading: "Reading", channel: str, on: date | None) -> Json:
    from heed.papers.report import as_report

    return as_report(reading)


_Way = Callable[["Reading", str, date | None], Json]
WAYS: dict[str, _Way] = {
    "referral": _as_referral,
    "agency-summary": _as_agency_summary,
    "chronology": _as_chronology,
    "report": _as_report,
}


def read_as(message: "Message", as_: str, also: Look | None = None) -> Json:
    """What the form says that came with a message; without one, the message itself."""
    from heed.papers.forms.days_listed import dated_events
    from heed.papers.read_eml import words_of

    on = datetime.fromisoformat(message.sent).date() if message.sent else None
    came = _Came(also)
    for attachment in message.attachments:
        came.take(attachment, WAYS[as_], on)
    best = max(came.forms, key=_answered, default=None)
    made = best or WAYS[as_](words_of(message), "email", on)
    if best is None and made["kind"] == "referral":
        _take_sender(made, message)
    if made["kind"] == "referral":
        made["key_dates"] += dated_events(came.days, on)
    _take_subject(made, message.subject)
    if message.sent and _is_late(datetime.fromisoformat(message.sent)):
        why = "It was sent late in the evening: in England it was the next day."
        flag = {"name": "late_evening_submission_timezone", "where": "received_at"}
        made["flags"].append({**flag, "why": why})
    return made | _of_envelope(message) | {"attachments": came.papers}


@dataclass
class _Came:
    """What came with a message: every paper, the forms among them, and the days that
    the others list.
    """

    also: Look | None
    papers: list[Json] = field(default_factory=list)
    forms: list[Json] = field(default_factory=list)
    days: list[tuple[str, str]] = field(default_factory=list)

    def take(self, attachment: "Attachment", read: _Way, on: date | None) -> None:
        from heed.papers.forms.days_listed import days_listed

        name = attachment.name
        try:
            reading = read_blocks(attachment.data, name)
        except Refused as refused:
            self.papers.append({"name": name, "refused": refused.sentence})
            return
        made = read(reading, "email", on)
        if self.also:
            self.also(reading)
        is_form = _is_form(made)
        paper = {"name": name, "type": str(reading.kind), "form": is_form}
        self.papers.append(paper)
        if is_form:
            self.forms.append(made)
        else:
            self.days += days_listed(reading.document)


def _is_form(made: Json) -> bool:
    """Whether a paper is a form that we know, or a copy that says what it is."""
    return _is_known(made) or bool(made.get("copy_of"))


def _is_known(made: Json) -> bool:
    return "no_form" not in {flag["name"] for flag in made["flags"]}


def _take_sender(made: Json, message: "Message") -> None:
    """Whoever wrote the message is its sender, unless the words name somebody else."""
    referrer = made["referrer"]
    machine = re.match(
        r"(no-?reply|forms?|web|portal|system|donotreply|postmaster)\b", message.sender
    )
    if machine:
        return
    sender = _first_name_first(message.sender_name)
    same = not referrer["name"] or _is_same(referrer["name"], sender)
    if same and not referrer["email"]:
        referrer["email"] = message.sender or None
    if not referrer["name"] and " " in sender:
        referrer["name"] = sender


def _take_subject(made: Json, subject: str) -> None:
    """The marking that a message bears in its subject, where its form bears none, and
    of what it is a copy, where its paper does not say; our own form is no copy."""
    from heed.papers.forms.beside_form import copy_named
    from heed.papers.forms.paper_flags import marking_in

    if made["kind"] != "referral":
        return
    marking = marking_in(subject)
    if marking and not made.get("protective_marking"):
        made["protective_marking"] = marking
    if not made.get("form_version"):
        made["copy_of"] = made.get("copy_of") or copy_named(subject)


def _first_name_first(name: str) -> str:
    """A name as it is said: post offices write "Lark, Jo"."""
    family, comma, given = name.partition(",")
    given = re.sub(r"\([^)]*\)", "", given)
    plain = comma and given.replace(" ", "").isalpha() and " " not in family.strip()
    return f"{given.strip()} {family.strip()}" if plain else name


def _is_same(one: str, other: str) -> bool:
    """Whether two names are of one person, initials or titles apart."""
    from heed.papers.forms.agency_flags import same_person

    return same_person(one, re.sub(r"\([^)]*\)", "", other).strip())


def _is_late(sent: datetime) -> bool:
    """Whether the day of a message is another one by the clocks of England."""
    universal = sent.astimezone(UTC)
    day, _ = from_universal(universal.date(), f"{universal:%H:%M}")
    return day != sent.date()


def _answered(made: Any) -> int:
    """How much a form answers."""
    if isinstance(made, dict):
        return sum(_answered(each) for each in made.values())
    if isinstance(made, list):
        return sum(_answered(each) for each in made)
    return made not in (None, "", "unknown")


def _of_envelope(message: "Message") -> Json:
    return {
        "received_at": message.sent or None,
        "message": {
            "from": message.sender,
            "from_name": message.sender_name,
            "reply_to": message.reply_to,
            "subject": message.subject,
            "message_id": message.message_id,
            "authentication": dict(message.authentication),
            "problems": list(message.problems),
        },
    }
