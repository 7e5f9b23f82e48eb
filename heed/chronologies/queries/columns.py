"""Which columns a partnership asks agencies for."""

from heed.chronologies.models import TemplateColumns
from heed.papers.chronologies.writing.template import EXPLAINED, USUAL


def columns_asked_by(partnership) -> tuple[str, ...]:
    """The columns of the form that agencies fill in, as a partnership has chosen them
    now; the usual ones where it has not."""
    chosen = TemplateColumns.objects.filter(partnership=partnership).last()
    said = chosen.columns if chosen else USUAL
    return tuple(name for name in EXPLAINED if name in said)
