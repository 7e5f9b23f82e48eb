"""Texts with their PDFs, made and read back before anybody is kept waiting."""

from typing import Any

from heed import clock
from heed.cases.models import Case
from heed.partnership.one_look import at_one_look
from heed.publications.beside import BESIDE, LookedAt
from heed.publications.gate import Item
from heed.publications.made import Made, made_of
from heed.publications.queries import papers_of, publication_of


@at_one_look
def printed_of(case: Case, *, at) -> dict[str, Any]:
    """Each text with its PDF, by the hash of the text, as it is read from today on, and
    what came of reading back all that it is served as; so too what goes out with it.
    That may take seconds: no lock is held meanwhile, and whether it is still the same
    text is looked at inside the step."""
    texts = {each.text.content_hash: each for each in _texts_of(case, at=at)}
    return texts | _beside(case, at=at)


def _beside(case: Case, *, at) -> dict[str, LookedAt]:
    those = (each.made(case, at=at) for each in BESIDE)
    return {words: made for each in those for words, made in each.items()}


def _texts_of(case: Case, *, at) -> list[Made]:
    today, publication = clock.london_date(at), publication_of(case)
    made = (made_of(paper, at=at, on=today) for paper in papers_of(publication))
    return [each for each in made if each]


def read_back_anew(case: Case, *, at) -> list[Item]:
    """What was found in the files of a case, read back now, as items of the gate."""
    found = [
        (made.text.kind, problem)
        for made in _texts_of(case, at=at)
        for problem in made.read_back.problems
    ]
    beside = _beside(case, at=at).values()
    found += [("beside", problem) for made in beside for problem in made.problems]
    return [
        Item(
            check="PG2, PG4, PG5",
            slug=f"{kind}.files",
            label="Every file that is served was read back",
            passed=False,
            sentence=problem,
        )
        for kind, problem in found
    ]
