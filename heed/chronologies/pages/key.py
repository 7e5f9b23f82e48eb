"""The page of the key of names, for those alone who may open it. Every opening is on
the record; with names off it tells who is called how, and not who they are."""

from django.http import Http404
from django.shortcuts import redirect

from heed.cases import pages as case_pages
from heed.cases.access import why_not
from heed.cases.known_names import names_known_in
from heed.cases.models import Case
from heed.cases.queries import steps_open_to
from heed.chronologies import queries
from heed.chronologies.models import InKey, NameKey
from heed.chronologies.pages.asking import cleared_here
from heed.chronologies.proposing import (
    Escaped,
    Proposed,
    called_so_in,
    escaped_in,
    proposed_of,
)
from heed.chronologies.queries.key import (
    key_of,
    naming_for,
    people_in,
    reads_the_key,
)
from heed.deidentify.collisions import collisions_in
from heed.rulebook import process

READ = "read_key"
PLACES_SHOWN = 50


def of_key(request, case: Case) -> dict:
    """Who is called how; what is not clear in it; who is named and not in it."""
    key = opened(request, case)
    top = case_pages.banner(request, case)
    shown = top | {
        "key": key,
        "can": steps_open_to(request.person, case, at=request.at),
        "people": people_in(key) if key else [],
        "family": _family(case),
    }
    if key is None:
        return shown
    naming, rows = naming_for(case), rows_here(request, case)
    escaped = escaped_in(rows, naming) if naming else []
    shown |= {"escaped": len(escaped), "proposed": len(proposed_of(escaped))}
    if not top["names_on"]:
        return shown
    return shown | {
        "called_so": called_so_in(rows, [one.called for one in shown["people"]]),
        "collisions": collisions_in(naming.register) if naming else [],
        "places": escaped[:PLACES_SHOWN],
    }


def opened(request, case: Case) -> NameKey | None:
    """The key of a case, once its opening is recorded; Http404 for whom it is not."""
    if not reads_the_key(request.person, case, at=request.at):
        raise Http404
    key = key_of(case)
    case_pages.note_read(request, case, READ, key or case)
    return key


def _family(case: Case) -> list[tuple[str, list[str]]]:
    """The children and the family, each with the names that the case knows."""
    found: dict[tuple[str, str], list[str]] = {}
    for each in names_known_in(case):
        found.setdefault((each.person, each.called), []).append(each.value)
    return [(called, names) for (_, called), names in found.items()]


def escaped_here(request, case: Case) -> list[Escaped]:
    """Where somebody is named whom the key does not know, in the rows that this person
    reads."""
    naming = naming_for(case)
    if naming is None:
        return []
    return escaped_in(rows_here(request, case), naming)


def rows_here(request, case: Case) -> list[queries.Told]:
    """The rows of a case that everybody reads who reads it: what only some may read
    would be told to all who open the key."""
    cleared = cleared_here(request, case)
    whole = queries.composite_of(case, queries.Sought(), cleared=cleared, whole=True)
    return [row for row in whole.rows if not row.restricted]


def proposed_here(request, case: Case) -> list[Proposed]:
    """Who is named beside their work and is not in the key."""
    return proposed_of(escaped_here(request, case))


def step(request, form, action, subject, **how):
    """A page that changes the key, and leads back to it; for those who may."""
    why = why_not(process.KEEP_KEY, subject, request.person, at=request.at)
    if request.method != "POST" and why:
        raise Http404
    how = {"to": "chronology_key"} | how
    return case_pages.step(request, form, action, subject, **how)


def key_or_404(request, case: Case) -> NameKey:
    """The key, opened; Http404 where nobody has begun it."""
    if (key := opened(request, case)) is None:
        raise Http404
    return key


def without_names(request, case: Case):
    """Back to the key where names are off: what this page asks would tell them."""
    is_asked = request.method != "POST"
    if is_asked and not case_pages.names_are_on(request, case):
        return redirect("chronology_key", case.public_id)
    return None


def about_beginning(case: Case) -> dict:
    """What the page says on which a key is begun."""
    return {
        "heading": "Begin the key of names",
        "explanation": "The children and the family stand in it at once, as the case "
        "calls them. Professionals and others are put in by you; Heed proposes those "
        "who are named beside their work.",
        "pressing": "shows what happened with names off too, from now on: everybody in "
        "the key by what they are called, and whoever is named beside their work and "
        "is not in it as “[a name]”",
    }


def about_proposed() -> dict:
    """What the page says on which people are put in the key at one press."""
    return {
        "heading": "Put in the key who is named beside their work",
        "explanation": "They stand in the order of the rows. Each gets the next "
        "number of their role.",
    }


def about_taking_out(person: InKey) -> dict:
    """What the page says on which somebody is taken out."""
    return {
        "heading": f"Take {person.called} out of the key?",
        "pressing": "shows their names again where no work stands beside them. Nobody "
        f"else is ever called {person.called}",
    }
