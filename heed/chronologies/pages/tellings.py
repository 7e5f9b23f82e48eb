"""One event, several accounts: what is suggested, what was said, what may be done."""

from collections.abc import Sequence
from datetime import datetime
from functools import partial
from secrets import token_hex

from django.core.paginator import Paginator
from django.http import Http404
from django.shortcuts import render

from heed import clock
from heed.cases import pages as case_pages
from heed.cases.access import why_not
from heed.cases.answering import attempt
from heed.cases.models import Case
from heed.cases.queries import steps_open_to
from heed.chronologies.accounts import (
    Said,
    and_listed,
    beside_each_other,
    differ_on,
)
from heed.chronologies.actions.tellings import confirm_telling, refuse_telling
from heed.chronologies.models import Account, Telling
from heed.chronologies.naming import named
from heed.chronologies.numbers import as_cited
from heed.chronologies.pages.asking import READ, cleared_here
from heed.chronologies.queries import tellings as queries
from heed.chronologies.queries.key import naming_for
from heed.chronologies.queries.tellings import Beside, Event, Suggestion
from heed.deidentify.naming import Naming
from heed.rulebook import process
from heed.rulebook.language import Step

AT_A_TIME, A_PAGE = 10, 50
NAMES_OFF = "Turn names on first: with names off you cannot read what you answer."
NOT_SAYABLE = "Not shown: it may name somebody."
EVENT, TWICE = Telling.Kind.EVENT, Telling.Kind.TWICE
BUTTONS = {
    EVENT: [("yes", "It is one event"), ("no", "Not the same event")],
    TWICE: [("yes", "It is there twice"), ("no", "These are different rows")],
}


def answered(request, form, case: Case) -> bool:
    """Whether a suggestion was answered; else the form says why not. What is suggested
    is worked out anew: a page that somebody sends says only which one is meant."""
    if not case_pages.names_are_on(request, case):
        form.add_error(None, NAMES_OFF)
        return False
    asked, yes = form.cleaned_data["asked"], form.cleaned_data["answer"] == "yes"
    cleared = cleared_here(request, case)
    found = next(
        (s for s in queries.suggestions_in(case, cleared=cleared) if s.seen == asked),
        Suggestion(EVENT, "", ()),
    )
    said = {"kind": found.kind, "rows": found.rows, "why": found.rule}
    action = confirm_telling if yes else refuse_telling
    return attempt(form, action, case, by=request.person, at=request.at, **said)


def of_events(request, form, case: Case):
    """What may belong together, and what was said of rows so far."""
    case_pages.note_read(request, case, READ, case)
    top = case_pages.banner(request, case)
    names_on, cleared = top["names_on"], cleared_here(request, case)
    say = _said(request, case)
    waiting = queries.suggestions_in(case, cleared=cleared)
    said = queries.events_in(case, cleared=cleared)
    shown = {
        "form": form,
        "count": len(waiting),
        "waiting": [
            _suggested(s, named=names_on, say=say) for s in waiting[:AT_A_TIME]
        ],
        "says_words": say is not None,
        "can": steps_open_to(request.person, case, at=request.at),
    }
    shown |= _said_of(said, request.GET.get("page"), named=names_on)
    return render(request, "chronologies/tellings.html", top | shown)


def _said_of(said: Sequence[Event], page, *, named: bool) -> dict:
    """A page of what was said of rows: of events, of rows that are there twice, and of
    what belongs not together."""
    of = {
        "events": [e for e in said if e.is_of(EVENT)],
        "twice": [e for e in said if e.is_of(TWICE)],
        "refused": [e for e in said if not e.telling.belongs],
    }
    pages = Paginator(range(max(map(len, of.values()))), A_PAGE)
    here = pages.get_page(page)
    first = (here.number - 1) * A_PAGE
    lists = {
        name: [_in_a_list(each, named=named) for each in all_[first : first + A_PAGE]]
        for name, all_ in of.items()
    }
    return lists | {"page": here}


def _said(request, case: Case) -> Said | None:
    """How words of rows are said on a page: with names off as the key of names has
    them; None where there is no key, and no word is said."""
    if case_pages.names_are_on(request, case):
        return str
    naming = naming_for(case)
    return partial(_called, naming=naming) if naming else None


def _called(words: str, *, naming: Naming) -> str:
    return named(words, naming) or (words and NOT_SAYABLE)


def _suggested(found: Suggestion, *, named: bool, say: Said | None) -> dict:
    known = [row for row in found.rows if row.pk in found.known]
    return {
        "heading": _numbers(found.rows),
        "known": _numbers(known) if known else "",
        "twice": found.kind == TWICE,
        "rule": found.rule if named else "",
        "rows": found.rows,
        "lines": beside_each_other(_entries(found.rows), say=say),
        "asked": found.seen if named else "",
        "once": token_hex(16),
        "answers": BUTTONS[Telling.Kind(found.kind)],
    }


def _in_a_list(event: Event, *, named: bool) -> dict:
    return {
        "telling": event.telling,
        "numbers": _numbers(event.rows),
        "agencies": sorted({row.agency for row in event.rows}),
        "differ": and_listed(differ_on(_entries(event.rows), named=named)),
        "all_of_it": event.all_of_it,
        "look_again": event.telling.belongs and not event.is_as_it_was,
    }


def of_event(request, telling: Telling) -> dict:
    """All accounts of one event beside each other, and what was said of them."""
    event = _event_here(request, telling)
    case_pages.note_read(request, telling.case, READ, telling)
    top = case_pages.banner(request, telling.case)
    say = _said(request, telling.case)
    can = steps_open_to(request.person, telling.case, at=request.at)
    stands = event.all_of_it and not telling.over_at
    return top | {
        "telling": telling,
        "event": event,
        "heading": _heading(event),
        "rows": event.rows,
        "lines": beside_each_other(_entries(event.rows), say=say),
        "says_words": say is not None,
        "numbers": _numbers(event.rows),
        "changed": [row for row in event.rows if row.is_changed and not row.is_gone],
        "gone": [row for row in event.rows if row.is_gone],
        "agreed": _agreed(telling, say) if event.all_of_it else [],
        "can": can if stands else frozenset(),
    }


def _agreed(telling: Telling, say: Said | None) -> list[dict]:
    """What was said of whether the agencies agree, the newest first."""
    return [
        {
            "label": Telling.Agreed(each["agreed"]).label,
            "by": each["by"],
            "because": say(each["because"]) if say else "",
            "on": clock.london_date(datetime.fromisoformat(each["at"])),
        }
        for each in reversed(telling.agreed_said or [])
    ]


def _heading(event: Event) -> str:
    agencies = len({row.agency for row in event.rows})
    if event.telling.kind == TWICE:
        yes = "One row that is there more than once"
        return yes if event.telling.belongs else "Different rows"
    if not event.telling.belongs:
        return "Not the same event"
    return f"One event, told by {agencies} agencies" if agencies > 1 else "One event"


def _event_here(request, telling: Telling) -> Event:
    """The event as this person reads it; Http404 for whoever may not read it."""
    cleared = cleared_here(request, telling.case)
    event = queries.event_of(telling, cleared=cleared)
    if event is None:
        raise Http404
    return event


def step(request, form, action, subject, *, telling: Telling, of: Step, **how):
    """A page with one form that changes an event, for those who may, and who may read
    all of it."""
    if not _event_here(request, telling).all_of_it:
        raise Http404
    is_asked = request.method != "POST"  # the action itself says why it refuses
    if is_asked and why_not(of, subject, request.person, at=request.at):
        raise Http404
    how |= {"to": "chronology_events"}
    return case_pages.step(request, form, action, subject, **how)


def joining(request, form, action, case: Case, *, of: Step):
    """The page on which rows are joined by hand."""
    is_asked = request.method != "POST"
    if is_asked and why_not(of, case, request.person, at=request.at):
        raise Http404
    how = {
        "heading": "Join rows by hand",
        "explanation": "Rows that Heed did not find. Each stays where it stands, with "
        "its number; beside it stands what it belongs together with.",
        "to": "chronology_events",
    }
    return case_pages.step(request, form, action, case, **how)


def numbers_of(request, telling: Telling) -> str:
    """The rows of an event, by their numbers, as this person reads them."""
    return _numbers(_event_here(request, telling).rows)


def _numbers(rows: Sequence[Beside]) -> str:
    return and_listed([as_cited(row.number) for row in rows])


def _entries(rows: Sequence[Beside]) -> list:
    return [row.entry for row in rows]


def about_taking_back(request, telling: Telling) -> dict:
    """What the page says on which what was said of rows is taken back."""
    numbers = numbers_of(request, telling)
    said = "belong together" if telling.belongs else "do not belong together"
    return {
        "telling": telling,
        "of": process.TAKE_TELLING_BACK,
        "heading": "Take this back?",
        "explanation": f"{telling.said_by} said that {numbers} {said}. The rows stay "
        "as they are, and may be suggested again.",
    }


def about_agreeing(request, telling: Telling) -> dict:
    """What the page says on which it is said whether the agencies agree."""
    return {
        "telling": telling,
        "of": process.SAY_IF_AGREED,
        "heading": f"Do the agencies agree on {numbers_of(request, telling)}?",
        "explanation": "What each of them says stays beside it as it is. Everybody who "
        "reads these rows reads your sentence.",
    }


def about_looking_again(request, telling: Telling) -> dict:
    """What the page says on which somebody has looked at changed rows again."""
    return {
        "telling": telling,
        "of": process.CONFIRM_TELLING,
        "heading": "Do these rows still belong together?",
        "explanation": f"{numbers_of(request, telling)}: as they are told now. A row "
        "that a newer file has no more does not come with them.",
    }


def about_leaving(account: Account) -> dict:
    """What the page says on which one account is taken out of an event."""
    number = as_cited(account.row.number)
    return {
        "telling": account.telling,
        "of": process.LEAVE_EVENT,
        "heading": f"Take row {number} out?",
        "explanation": f"Row {number} stays in the chronology, and is not suggested "
        "for this event again.",
    }
