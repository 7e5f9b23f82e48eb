"""The record as an auditor reads it, in marks and references; and that of one case, as
those read it who keep the case, in sentences."""

from dataclasses import dataclass
from uuid import UUID

from heed.audit.queries import (
    BareLine,
    Line,
    Sought,
    Standing,
    entries_of,
    history_of_case,
    standing,
)
from heed.cases.models import Case
from heed.partnership.queries import people_of

PAGE = 50
NO_SUCH_CASE = UUID(int=0)


@dataclass(frozen=True)
class RecordLine:
    """One entry, with the reference of its case."""

    entry: BareLine
    reference: str


@dataclass(frozen=True)
class RecordPage:
    """Some entries, and the number after which older ones follow."""

    lines: list[RecordLine] | list[Line]
    older_than: int | None


def case_called(partnership, reference: str) -> UUID | None:
    """The id of the case with this reference; an id that no case has, where there is
    none. A reference is no content: nothing else of the case is read."""
    if not reference:
        return None
    found = Case.objects.filter(partnership=partnership, reference__iexact=reference)
    return found.values_list("pk", flat=True).first() or NO_SUCH_CASE


def page_of_record(partnership, sought: Sought, *, before: int | None) -> RecordPage:
    """One page of the record of a partnership, the latest first."""
    people = people_of(partnership).values_list("pk", flat=True)
    found = entries_of(partnership.pk, people, sought, before=before, most=PAGE + 1)
    page, more = found[:PAGE], len(found) > PAGE
    references = dict(
        Case.objects.filter(
            partnership=partnership, pk__in={e.case_id for e in page if e.case_id}
        ).values_list("pk", "reference")
    )
    return RecordPage(
        lines=[RecordLine(e, references.get(e.case_id, "")) for e in page],
        older_than=page[-1].sequence if more else None,
    )


def page_of_case(case: Case, sought: Sought, *, before: int | None) -> RecordPage:
    """One page of what was done and read in a case and in the referrals it took in,
    the latest first."""
    referrals = case.spines.values_list("spine_id", flat=True)
    who = {"referrals": referrals, "before": before, "most": PAGE + 1}
    found = history_of_case(case.pk, sought, **who)
    page, more = found[:PAGE], len(found) > PAGE
    return RecordPage(lines=page, older_than=page[-1].sequence if more else None)


def state_of_record() -> Standing:
    """Where the chain ends, and the newest checkpoint."""
    return standing()
