"""What is kept in rows and told in the paper for the Panel: key practice episodes, and
how the family is related."""

from heed.cases.kinfolk import picture_of
from heed.cases.models import Case
from heed.papers.blocks import Block, listing, paragraph, table
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


def told_relations(case: Case, *, named: bool) -> tuple[Block, ...]:
    """The genogram in words: each relation and each home, by name or by what people are
    called; nothing where nothing is recorded."""
    picture = picture_of(case, names_on=named)
    said = [*picture.sentences, *picture.homes]
    return (paragraph("How they are related:"), listing(*said)) if said else ()
