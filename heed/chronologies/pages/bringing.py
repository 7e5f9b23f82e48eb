"""An agency's chronology is brought in, and its columns are said."""

from dataclasses import replace

from django.shortcuts import render

from heed.cases import pages as case_pages
from heed.cases.models import Case
from heed.cases.queries import steps_open_to
from heed.cases.steps import AlreadyDone, Refused, Stale
from heed.chronologies import actions, forms, queries
from heed.chronologies.models import Chronology, Coming
from heed.chronologies.naming import entry_called
from heed.chronologies.pages.asking import READ, cleared_here, said_here
from heed.chronologies.pages.taken_out import said_of
from heed.chronologies.queries.collated import collated_by
from heed.chronologies.queries.kept import InFile
from heed.chronologies.queries.taken_out import taken_out, taken_out_of
from heed.chronologies.showing import how_named, naming_unless
from heed.deidentify.naming import Naming
from heed.papers.chronologies.entries import Entry

ANOTHER_CASE = (
    "Possible match with another case. Make sure with the agency that this file is of "
    "this case."
)


def asked_of(case: Case, *, at) -> dict:
    """What the form asks about: the agencies, and what of them is here already."""
    return {
        "organisations": queries.agencies_of(case, at=at),
        "chronologies": queries.chronologies_of(case),
    }


def bringing_in(request, form, case: Case):
    """The page on which a chronology is brought in."""
    shown = {"form": form, "heading": "Bring in an agency’s chronology"}
    top = case_pages.banner(request, case)
    return render(request, "chronologies/bring_in.html", top | shown)


def brought_in(request, form, case: Case) -> Coming | None:
    """What came in; None where a sentence on the form says why nothing did."""
    said = form.answers | {"by": request.person, "at": request.at, "seen": form.seen}
    try:
        return actions.bring_in(case, **said)
    except AlreadyDone:
        said = form.answers
        whose = {f"chronology__{n}": said[n] for n in ("organisation", "service")}
        return case.comings.filter(**whose).last()
    except (Refused, Stale) as why:
        form.add_error("file", str(why))
        return None


def of_agency(request, chronology: Chronology) -> dict:
    """The chronology of one agency: the files in which it came, and what waits."""
    case_pages.note_read(request, chronology.case, READ, chronology)
    case = chronology.case
    mine = [one for one in queries.chronologies_of(case) if one.pk == chronology.pk]
    return case_pages.banner(request, case) | {
        "chronology": mine[0],
        "collated": collated_by(case, chronology.organisation),
        "comings": list(chronology.comings.select_related("document")),
        "out": taken_out_of(chronology),
        "can": steps_open_to(request.person, case, at=request.at),
    }


def of_coming(request, coming: Coming) -> dict:
    """What one file brought: how many rows, which of them are new, changed or gone."""
    case_pages.note_read(request, coming.case, READ, coming)
    cleared = cleared_here(request, coming.case)
    found = queries.difference_in(coming, cleared=cleared)
    top, say = case_pages.banner(request, coming.case), said_here(request, coming.case)
    naming = naming_unless(coming.case, named=top["names_on"])
    return (
        top
        | said_of(taken_out(coming), say)
        | {
            "coming": coming,
            "found": _as_called(found, naming) if naming else found,
            "words_shown": top["names_on"] or naming is not None,
            "names_in_rows": how_named(coming.case, named=top["names_on"]),
            "another_case": ANOTHER_CASE if coming.is_of_another_case else "",
            "meanings": [
                (say(said) or f"Column {n}", forms.MEANS.get(name, ""))
                for n, (said, name) in enumerate(coming.columns or (), 1)
            ],
            "can": steps_open_to(request.person, coming.case, at=request.at),
        }
    )


def _as_called(found: InFile, naming: Naming) -> InFile:
    """The same difference with names off."""

    def called(entry: Entry) -> Entry:
        return entry_called(entry, naming)

    return replace(
        found,
        new=[(row, called(entry)) for row, entry in found.new],
        gone=[(row, called(entry)) for row, entry in found.gone],
        changed=[
            replace(each, before=called(each.before), now=called(each.now))
            for each in found.changed
        ],
    )


def about_columns(coming: Coming) -> dict:
    """What the page says on which columns are said."""
    name = coming.chronology.told_by
    return {
        "heading": f"What the columns of {name} mean",
        "explanation": "As they are understood now, from their headings and from what "
        "stands below them. Put right what is wrong.",
        "pressing": "reads all rows of this file anew, but for those that somebody has "
        "put right. What was answered of a date or a time stays where it is read from "
        f"the same words. The next file of {name} is read so from the beginning",
    }
