"""Key practice episodes in the paper for the Panel."""

from heed.cases.models import Case
from heed.papers.blocks import Block, table
from heed.rapid_reviews.queries import episodes_of

HEADER = ("When", "Who was involved", "What was done", "What it shows")
NOT_YET = "Not written yet"


def told_episodes(case: Case) -> tuple[Block, ...]:
    """The episodes in their order; nothing where there are none."""
    rows = [
        (
            f"{each.place}. {each.happened}",
            each.involved or "Not stated",
            each.what,
            each.analysis or NOT_YET,
        )
        for each in episodes_of(case)
    ]
    return (table(rows, header=HEADER),) if rows else ()
