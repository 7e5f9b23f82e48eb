"""How long what is public has to stay: at least a year, all of it, and the days that it
was away do not count (CLK-09)."""

from datetime import date, datetime, timedelta
from math import ceil

from heed.publications.models import Paper, Publication
from heed.publications.texts import public_since
from heed.rulebook.counting import earliest_removal

DAY = timedelta(days=1)


def days_between(gone: datetime, back: datetime) -> int:
    """How many days something was away: one that was begun counts whole, to be safe."""
    return max(0, ceil((back - gone) / DAY))


def counts_from(paper: Paper, *, otherwise: date) -> date:
    """From which day the year of one text counts: since it is public, later by as many
    days as it was away."""
    return (public_since(paper) or otherwise) + timedelta(days=paper.days_away)


def all_counts_from(publication: Publication) -> date:
    """From which day the year of all that is public counts: that of the text which came
    last, since they are taken down together."""
    first = publication.published_on
    papers = publication.papers.exclude(published_hash="")
    return max([counts_from(each, otherwise=first) for each in papers], default=first)


def first_day_to_remove(publication: Publication) -> date:
    """The first day on which it may be taken down in the ordinary way."""
    return earliest_removal(all_counts_from(publication))
