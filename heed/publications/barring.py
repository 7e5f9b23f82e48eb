"""What keeps anything of a case from being public that is not its report."""

from uuid import UUID

from heed import clock
from heed.cases.models import Case
from heed.cases.steps import Refused
from heed.publications.beside import all_there_is
from heed.publications.facts import Facts
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


def must_be_tried(case: Case, library_id: UUID, content_hash: str) -> None:
    """Refused where these words are all that there is in public of a case, and no
    second reader has tried to tell who they are about, or one came to somebody."""
    found = publication_of(case)
    every = all_there_is(case, found.decision) if found else []
    words = (library_id, content_hash)
    these = [each for each in every if (each.library_id, each.content_hash) == words]
    if barred := what_bars([attempt(alone(case, each)) for each in these]):
        raise Refused(" ".join(barred))
