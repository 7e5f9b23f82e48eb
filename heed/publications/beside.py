"""What was made from a report and is public beside it: it goes when the report goes."""

from collections.abc import Callable
from dataclasses import dataclass

from heed.cases.models import Case
from heed.publications.gate import HELD, what_bars
from heed.publications.queries import gate_of, publication_of
from heed.rulebook.circumstances import Circumstance
from heed.rulebook.process.stages import PUBLISHING, REVIEWING

ASKED_OF_ALL = frozenset({"proceedings", "family.draft"})
ON_ITS_WAY = (
    "The report of this case is on its way. What is made from it waits until nothing "
    "stands against it in court and the family was offered the draft."
)


@dataclass(frozen=True)
class Beside:
    """One kind of what is public beside a report: what of it is public now, by its
    title; and what withdraws it and confirms that, inside the step of the report."""

    titles: Callable[[Case], list[str]]
    withdraw: Callable[..., None]
    confirm: Callable[..., None]


BESIDE: list[Beside] = []


def goes_with_the_report(beside: Beside) -> None:
    """Let something of an upper application go when the report goes."""
    if beside not in BESIDE:
        BESIDE.append(beside)


def public_beside(case: Case) -> list[str]:
    """The titles of all that is public beside a report."""
    return [title for beside in BESIDE for title in beside.titles(case)]


def what_bars_beside(case: Case, *, at) -> list[str]:
    """What keeps anything of a case from being public: that publication is on hold;
    while its report is on its way also courts, and a family that was not offered the
    draft."""
    if case.has_flag(Circumstance.PUBLICATION_ON_HOLD):
        return [HELD.sentence]
    if case.stage not in REVIEWING | PUBLISHING:
        return []
    found = publication_of(case)
    if found is None:
        return [ON_ITS_WAY]
    _, items = gate_of(found, at=at)
    return what_bars([item for item in items if item.slug in ASKED_OF_ALL])
