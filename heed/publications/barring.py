"""What keeps anything of a case from being public that is not its report."""

from uuid import UUID

from heed import clock
from heed.cases.models import Case
from heed.cases.steps import Refused
from heed.publications.beside import all_there_is
from heed.publications.facts import Facts, TextFacts
from heed.publications.gate import HELD, checklist, what_bars
from heed.publications.gate.trying import attempt
from heed.publications.queries import alone, facts_of, publication_of
from heed.rulebook.circumstances import Circumstance
from heed.rulebook.process.stages import PUBLISHING, REVIEWING

ASKED_OF_ALL = frozenset({"proceedings"})
ASKED_ON_THE_WAY = ASKED_OF_ALL | {"family.draft"}
ON_ITS_WAY = (
    "The report of this case is on its way. What is made from it waits until nothing "
    "stands against it in court and the family was offered the draft."
)


def what_bars_beside(case: Case, *, at) -> list[str]:
    """What keeps anything of a case from being public: that publication is on hold, and
    courts, which are asked of every case; while its report is on its way also a family
    that was not offered the draft."""
    if case.has_flag(Circumstance.PUBLICATION_ON_HOLD):
        return [HELD.sentence]
    found = publication_of(case)
    on_its_way = case.stage in REVIEWING | PUBLISHING
    if found is None and on_its_way:
        return [ON_ITS_WAY]
    known = facts_of(found, at=at) if found else Facts(today=clock.london_date(at))
    asked = ASKED_ON_THE_WAY if on_its_way else ASKED_OF_ALL
    return what_bars([item for item in checklist(known) if item.slug in asked])


def not_tried(case: Case, library_id: UUID, content_hash: str) -> list[str]:
    """Where these words are all that there is in public of a case: that no second
    reader has tried to tell who they are about, or that one came to somebody."""
    these = _these(case, library_id, content_hash)
    return what_bars([attempt(each) for each in these])


def must_be_tried(
    case: Case, library_id: UUID, content_hash: str, *, goes_out: bool
) -> None:
    """Refused where a second reader came to somebody by words that are all there is,
    and nobody has said what was done; where they are to go out, also while none tried.
    """
    these = _these(case, library_id, content_hash)
    asked = [each for each in these if goes_out or any(e.is_open for e in each.tried)]
    if barred := what_bars([attempt(each) for each in asked]):
        raise Refused(" ".join(barred))


def _these(case: Case, library_id: UUID, content_hash: str) -> list[TextFacts]:
    words = (library_id, content_hash)
    every = all_there_is(case, publication_of(case))
    return [
        alone(case, each)
        for each in every
        if (each.library_id, each.content_hash) == words
    ]
