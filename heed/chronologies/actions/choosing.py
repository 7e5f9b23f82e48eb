"""A manager chooses for all chronologies of a partnership: days, and columns."""

from collections.abc import Mapping, Sequence

from heed import clock
from heed.chronologies.models import GapDays, TemplateColumns
from heed.papers.chronologies.writing.template import EXPLAINED, MANDATORY
from heed.partnership.grants import manages
from heed.partnership.records import on_record
from heed.partnership.refusals import Refused
from heed.rulebook.language import Role

NOT_YOURS = "Only the partnership’s manager may do this."


def set_gap_days(
    partnership, *, chosen: Mapping[str, Mapping[str, int]], by, at
) -> GapDays:
    """Choose after how many days, and how many times, a silence is told; the manager
    may. It holds for every case from the next time that somebody looks."""
    with on_record("set_gap_days", by=by, at=at, partnership=partnership) as entry:
        _must_manage(partnership, by=by, at=at)
        entry.subject = made = GapDays.objects.create(
            partnership=partnership, chosen=chosen, changed_by=by, changed_at=at
        )
    return made


def set_template_columns(
    partnership, *, columns: Sequence[str], by, at
) -> TemplateColumns:
    """Choose which columns stand in the form that agencies fill in; the manager may.
    The date, the source and what happened stand in it always."""
    with on_record(
        "set_template_columns", by=by, at=at, partnership=partnership
    ) as entry:
        _must_manage(partnership, by=by, at=at)
        wanted = {*columns, *MANDATORY}
        entry.subject = made = TemplateColumns.objects.create(
            partnership=partnership,
            columns=[name for name in EXPLAINED if name in wanted],
            changed_by=by,
            changed_at=at,
        )
    return made


def _must_manage(partnership, *, by, at) -> None:
    if not manages(by, partnership, clock.london_date(at), Role.MANAGER):
        raise Refused(NOT_YOURS, code="not_yours")
