"""What is kept in rows and told in the paper for the Panel: key practice episodes, and
how the family is related."""

from functools import partial

from heed.cases.kinfolk import picture_of
from heed.cases.models import Case
from heed.papers.blocks import Block, Figure, listing, paragraph, table
from heed.rapid_reviews.by_pseudonym import called
from heed.rapid_reviews.queries import episodes_of
from heed.ui.genogram import as_svg, told_beside

HEADER = ("When", "Who was involved", "What was done", "What it shows")
GENOGRAM = "genogram"
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
    """The genogram, drawn and in words: each relation and each home, by name or by what
    people are called; nothing where nothing is recorded."""
    picture = picture_of(case, names_on=named)
    if not picture.says_something:
        return ()
    people = len(picture.figures)
    alt = f"Genogram of {people} people. The same stands in words below."
    return (
        Figure(alt=alt, image=GENOGRAM, caption=told_beside(picture)),
        paragraph("How they are related:"),
        listing(*picture.sentences, *picture.homes),
    )


def genogram_of(case: Case, *, named: bool) -> dict[str, bytes]:
    """The drawing that stands beside these words, by its key; none where nothing is
    recorded."""
    picture = picture_of(case, names_on=named)
    if not picture.says_something:
        return {}
    as_the_case_does = str if named else partial(called, case=case)
    return {GENOGRAM: as_svg(picture, called=as_the_case_does)}
