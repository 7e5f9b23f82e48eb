"""Silences, and what was not done: each by a rule that is said in words.

The rules are rows. Their days are nobody's law: each says why it begins with those it
has, and a partnership may choose others. A gap names the rule, the days it lies between
and the entries that show it. There is no score.
"""

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from heed.papers.chronologies.entries import Entry, Gap
from heed.papers.chronologies.looking import Texts, cue
from heed.papers.patterns import later


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """When something counts as a gap, and why it begins with these days."""

    kind: str
    words: str
    why: str
    days: int = 0
    """0 where the rule counts no days."""
    times: int = 1
    """How many in a row."""


NOT_SEEN = Rule(
    kind="not_seen",
    words="No entry of {days} days or more says that the child was seen.",
    why="Four weeks: few plans let a child at risk go longer without a visit.",
    days=28,
)
NOT_ALONE = Rule(
    kind="not_alone_or_heard",
    words="Seen {times} times or more, and never alone or heard.",
    why="Once or twice may have a reason; three times is a way of working.",
    times=3,
)
NOT_SAID = Rule(
    kind="not_said_if_alone",
    words="Seen {times} times or more, and no entry of this agency says whether the "
    "child was seen alone or heard.",
    why="As often as for a child who was seen and not alone.",
    times=3,
)
NOT_BROUGHT = Rule(
    kind="not_brought",
    words="Not brought, or not at home, {times} times or more within {days} days.",
    why="A quarter of a year: most clinics offer the next appointment within it.",
    days=90,
    times=2,
)
NO_ANSWER = Rule(
    kind="no_answer",
    words="A referral, and no entry of the {days} days after it tells of an answer.",
    why="An answer is owed within a working day; ten days leave time to record it.",
    days=10,
)
LAST_CONTACTS = Rule(
    kind="last_contacts",
    words="Contacts of the {days} days before the incident.",
    why="Two weeks: who could have seen last how the child was.",
    days=14,
)
RULES = (NOT_SEEN, NOT_ALONE, NOT_SAID, NOT_BROUGHT, NO_ANSWER, LAST_CONTACTS)


def rules_with(chosen: Mapping[str, Mapping[str, int]]) -> tuple[Rule, ...]:
    """The rules with the days and the times that somebody chose, by the kind of rule;
    what was not chosen stays as it is. A rule that counts no days goes on so."""
    return tuple(_chosen(rule, chosen.get(rule.kind, {})) for rule in RULES)


def _chosen(rule: Rule, said: Mapping[str, int]) -> Rule:
    days = said.get("days", rule.days) if rule.days else 0
    return replace(rule, days=days, times=said.get("times", rule.times))


_SEEN = cue(
    r"\b(was|were|been|be) (seen|weighed|examined|immunised|vaccinated)\b|"
    r"(?:^|[.;:,])\W*(seen|weighed|examined)\b|"
    r"\b(child|baby|toddler|infant|he|she|they)\b[^.]{0,20}\b(seen|weighed|examined)\b",
    "seen, weighed, examined, immunised, vaccinated",
)
_UNSEEN = later(
    r"\bnot (been )?(seen|weighed|examined)\b|\bnot? (see|sight)\b|"
    r"\b(seen|observed) (driving|by a neighbour)",
    re.IGNORECASE,
)
_MISSED = cue(
    r"\b(was|were) not brought\b|\bwnb\b|\bdna\b|\bdna'?d\b|\bdid not attend\b|"
    r"\bnot (taken|brought) (to|for)\b|\bfailed to attend\b|\bno access\b|"
    r"\bno (reply|answer) at the (door|address|home)\b|\bnot at home\b|\bnot in\b",
    "not brought, wnb, dna, attend, not taken, no access, no reply, "
    "no answer, not at home, not in",
)
_REFERRAL = cue(
    r"\breferral\b[^.]{0,30}\b(made|sent|submitted|to)\b|\breferred to\b|"
    r"\b(makes?|made|sends?|sent) (a |another )?referral\b|"
    r"\bpublic protection notice\b|\bppn (sent|submitted)\b|\bcontact to mash\b",
    "referral, referred to, public protection notice, ppn, contact to mash",
)
_ANSWER = cue(
    r"\b(no further action|nfa|accepted|allocated|assessment (began|begins|started|"
    r"opened|agreed)|strategy (meeting|discussion)|threshold|acknowledged|"
    r"(answer|reply|response|feedback|outcome) (to|of|from|on)|closed|declined)\b",
    "no further action, nfa, accepted, allocated, assessment, strategy, "
    "threshold, acknowledged, answer, reply, response, feedback, "
    "outcome, closed, declined",
)
_ALONE = cue(
    r"\b(seen|spoken to|spoke|talked to|talked|met|interviewed|time)\b[^.]{0,40}"
    r"\b(alone|on (his|her|their) own|in private)\b|"
    r"\b(not|never) (seen|spoken to) alone\b|\bvoice of the child\b|"
    r"\b(child|son|daughter|boy|girl)\b[^.]{0,15}\b(said|says|told|disclosed|asked)\b",
    "alone, own, in private, voice of the child, said, says, told, disclosed, asked",
)
_INCIDENT = cue(
    r"\b(died|has died|life extinct|pronounced dead|death (was )?(confirmed|verified)|"
    r"cardiac arrest|found (unresponsive|lifeless|not breathing))\b",
    "died, life extinct, pronounced dead, death, cardiac arrest, found",
)


@dataclass(frozen=True, slots=True)
class _Rows:
    """The entries that have a day, in their order, and what is asked of all of them by
    several rules."""

    entries: list[Entry]
    days: list[date]
    said: Texts
    """What each tells: what happened, and what was done."""
    seen: list[Entry]
    """Those that say that the child was seen."""
    incident: date | None


def gaps(
    entries: Sequence[Entry],
    *,
    rules: Sequence[Rule] = RULES,
    incident: date | None = None,
) -> list[Gap]:
    """The gaps that these entries, which are in order, show under these rules.

    `incident` is the day of the incident; without it, the first day on which an entry
    tells of a death or a collapse.
    """
    known = [(day, entry) for entry in entries if (day := entry.date.day)]
    rows = _rows([e for _, e in known], [day for day, _ in known], incident)
    found: list[Gap] = []
    for rule in rules:
        found += _FINDERS[rule.kind](rule, rows)
    return sorted(found, key=lambda gap: (gap.first, gap.last))


def _rows(entries: list[Entry], days: list[date], incident: date | None) -> _Rows:
    said = Texts(f"{each.event} {each.outcome}" for each in entries)
    likely = set(said.with_any(_SEEN.words))
    seen = [
        e
        for at, e in enumerate(entries)
        if (e.child_seen != "not_recorded" or at in likely) and is_seen(e)
    ]
    return _Rows(entries, days, said, seen, incident or _incident_in(entries, said))


def _incident_in(entries: list[Entry], said: Texts) -> date | None:
    for at in said.with_any(_INCIDENT.words):
        if _INCIDENT.pattern.search(entries[at].event):
            return entries[at].date.day
    return None


def _gap(rule: Rule, first: date, last: date, entries: Sequence[Entry]) -> Gap:
    words = rule.words.format(days=rule.days, times=rule.times)
    return Gap(rule.kind, first, last, words, tuple(entry.n for entry in entries))


def is_seen(entry: Entry) -> bool:
    """Whether an entry says that the child was seen, in its column or its words."""
    if entry.child_seen != "not_recorded":
        return entry.child_seen == "yes"
    said = entry.event
    return bool(_SEEN.pattern.search(said)) and not _UNSEEN.search(said)


def _not_seen(rule: Rule, rows: _Rows) -> Iterator[Gap]:
    """From one time that the child was seen to the next, with what lies between."""
    open_: list[Entry] = []
    seen = {entry.n for entry in rows.seen}
    for entry in rows.entries:
        if entry.n not in seen:
            open_ += [entry] if open_ else []
            continue
        yield from _silence(rule, [*open_, entry])
        open_ = [entry]
    incident = rows.incident
    ends = [e for e in open_ if not (incident and _day(e) > incident)]
    yield from _silence(rule, ends)


def _silence(rule: Rule, entries: list[Entry]) -> Iterator[Gap]:
    if entries and (_day(entries[-1]) - _day(entries[0])).days >= rule.days:
        yield _gap(rule, _day(entries[0]), _day(entries[-1]), entries)


def _not_alone(rule: Rule, rows: _Rows) -> Iterator[Gap]:
    run: list[Entry] = []
    for entry in rows.seen:
        heard = entry.seen_alone == "yes" or entry.child_voice.strip()
        if heard:
            yield from _run(rule, run)
            run = []
        elif entry.seen_alone == "no":
            run.append(entry)
    yield from _run(rule, run)


def _not_said(rule: Rule, rows: _Rows) -> Iterator[Gap]:
    """Of each agency by itself: what one writes down says nothing of another."""
    of_agency: dict[str, list[Entry]] = {}
    for entry in rows.seen:
        of_agency.setdefault(entry.agency, []).append(entry)
    likely = {rows.entries[at].n for at in rows.said.with_any(_ALONE.words)}
    for seen in of_agency.values():
        may_say = (e for e in seen if e.n in likely or _says_in_columns(e))
        if not any(map(says_if_alone, may_say)):
            yield from _run(rule, seen)


def says_if_alone(entry: Entry) -> bool:
    """Whether an entry says anything of it: that the child was seen alone, that it was
    not, or what it said."""
    said = f"{entry.event} {entry.outcome}"
    return _says_in_columns(entry) or bool(_ALONE.pattern.search(said))


def _says_in_columns(entry: Entry) -> bool:
    return entry.seen_alone != "not_recorded" or bool(entry.child_voice.strip())


def _not_brought(rule: Rule, rows: _Rows) -> Iterator[Gap]:
    run: list[Entry] = []
    for at in rows.said.telling(_MISSED):
        entry = rows.entries[at]
        if run and (_day(entry) - _day(run[-1])).days > rule.days:
            yield from _run(rule, run)
            run = []
        run.append(entry)
    yield from _run(rule, run)


def _run(rule: Rule, run: list[Entry]) -> Iterator[Gap]:
    if len(run) >= rule.times:
        yield _gap(rule, _day(run[0]), _day(run[-1]), run)


def _no_answer(rule: Rule, rows: _Rows) -> Iterator[Gap]:
    answers = rows.said.telling(_ANSWER)
    for at in rows.said.with_any(_REFERRAL.words):
        entry = rows.entries[at]
        if not _REFERRAL.pattern.search(entry.event):
            continue
        if _ANSWER.pattern.search(entry.outcome):
            continue
        until = _day(entry) + timedelta(days=rule.days)
        after = bisect_right(answers, at)
        if after == len(answers) or rows.days[answers[after]] > until:
            yield _gap(rule, _day(entry), until, [entry])


def _last_contacts(rule: Rule, rows: _Rows) -> Iterator[Gap]:
    incident = rows.incident
    if incident is None:
        return
    first = incident - timedelta(days=rule.days)
    found = [e for e in rows.entries if first <= _day(e) < incident and e.kind != "gap"]
    if found:
        words = f"Contacts of the {rule.days} days before {_said(incident)}."
        yield _gap(replace(rule, words=words), first, incident, found)


def _said(day: date) -> str:
    return f"{day.day} {day:%B %Y}"


def _day(entry: Entry) -> date:
    return entry.date.day or date.max


_Finder = Callable[[Rule, _Rows], Iterator[Gap]]
_FINDERS: dict[str, _Finder] = {
    "not_seen": _not_seen,
    "not_alone_or_heard": _not_alone,
    "not_said_if_alone": _not_said,
    "not_brought": _not_brought,
    "no_answer": _no_answer,
    "last_contacts": _last_contacts,
}
