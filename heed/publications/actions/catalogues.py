"""A catalogue and a folder of earlier reviews, put forward at the desk row by row. Each
waits for a second person of another body, as one that was typed does."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from heed.audit.actors import SystemActor
from heed.documents.reading import read_in_child
from heed.library.bundles import LegacyEntry
from heed.library.catalogue import Catalogue, Problem, plain, read_catalogue
from heed.papers.blocks import from_json
from heed.papers.refusals import Reason
from heed.papers.refusals import Refused as Unreadable
from heed.partnership.models import Partnership
from heed.partnership.refusals import Refused
from heed.publications.actions.earlier import ask_the_others, put_forward
from heed.publications.earlier import everybody_in, hash_of, packed
from heed.publications.earlier_files import TakenIn, taken_in
from heed.publications.models import EarlierReview

KEPT, ALREADY, REFUSED = "put_forward", "already", "refused"
LEFT_OUT = "left_out"
CATALOGUE = SystemActor("catalogue")
OF_ANOTHER = (
    "It says that “{}” published it. It was left out: put forward here it would stand "
    "under your own name. If that was a name of yours, give it with --published-as."
)
NOT_TOLD_HERE = "It was refused. Put it forward on the desk to read why."


@dataclass
class PutForward:
    """What became of the rows, and what could not be placed."""

    outcomes: Counter[str] = field(default_factory=Counter)
    problems: list[Problem] = field(default_factory=list)


def put_catalogue_forward(
    partnership: Partnership, path: Path, *, published_as: Iterable[str] = (), by, at
) -> PutForward:
    """Put every row forward that was not before, for this person; one email for all of
    them. A row that another body published, by a name that is none of the partnership's
    and none of those it was `published_as`, is left out. The record says that it came
    with a catalogue: nobody signed in for it. Why a row was refused is not told here,
    since a case may stand behind it. Raises NoCatalogue for what is none."""
    read = read_catalogue(path, _in_a_process_of_its_own)
    told = PutForward(problems=list(read.problems))
    last, everybody = None, everybody_in(partnership)
    ours = {"", *map(_plainly, (*_names_of(partnership), *published_as))}
    for key, found in read.entries.items():
        if _plainly(found.publisher) not in ours:
            why = OF_ANOTHER.format(found.publisher)
            told.problems.append(Problem(read.rows[key], key, why))
            told.outcomes[LEFT_OUT] += 1
            continue
        entry = replace(
            found, id=f"{partnership.slug}:{key}"[:200], publisher=partnership.name
        )
        taken = _file_of(read, key, entry)
        if _is_known(partnership, entry, taken):
            told.outcomes[ALREADY] += 1
            continue
        try:
            last = put_forward(
                partnership,
                entry,
                taken,
                register=everybody,
                through=CATALOGUE,
                by=by,
                at=at,
            )
        except Refused:
            told.problems.append(Problem(read.rows[key], key, NOT_TOLD_HERE))
            told.outcomes[REFUSED] += 1
            continue
        told.outcomes[KEPT] += 1
    if last:
        ask_the_others(partnership, last, by=by, at=at)
    return told


def _names_of(partnership: Partnership) -> tuple[str, ...]:
    """The names by which a catalogue may call a partnership."""
    return (partnership.name, partnership.short_name)


def _plainly(name: str) -> str:
    return " ".join(name.replace("’", "'").replace("&", "and").split()).casefold()


def _in_a_process_of_its_own(data: bytes, name: str) -> dict[str, Any]:
    understood = read_in_child(data, name, "report")
    if understood.content is None:
        known = {reason.value: reason for reason in Reason}
        raise Unreadable(
            understood.problem, known.get(understood.reason, Reason.DAMAGED)
        )
    return plain(from_json(understood.content["document"]))


def _file_of(read: Catalogue, key: str, entry: LegacyEntry) -> TakenIn:
    """The file of a scan, kept and made anew; one that is only broken is told above,
    and its row goes forward without it."""
    if key not in read.files or not entry.image_only:
        return TakenIn()
    path = read.files[key]
    taken = taken_in(path.read_bytes(), path.name)
    return replace(taken, problem="")


def _is_known(partnership: Partnership, entry: LegacyEntry, taken: TakenIn) -> bool:
    whole = replace(entry, scan=taken.scan)
    before = EarlierReview.objects.filter(partnership=partnership)
    return before.filter(content_hash=hash_of(packed(whole))).exists()
