"""What a search finds, here and now, in what was just written around a text."""

from dataclasses import replace

from heed.cases.models import Case
from heed.deidentify import Finding
from heed.publications import queries
from heed.publications.composing import COVER
from heed.publications.decided import decided_of
from heed.publications.pages.findings import COVER_NAMES
from heed.publications.pages.texts import main_kind
from heed.publications.register import whole_register_of
from heed.publications.scanning import found_in
from heed.publications.texts import text_of

TYPED = tuple(f"{COVER}-{name}" for name in ("summary", "notice", "themes", "former"))


def found_around(case: Case) -> list[tuple[str, Finding]]:
    """What a search finds here and now in the summary and what else is written around
    the text that becomes public, and nobody has answered, each with its place."""
    kind = main_kind(case)
    paper = next((e for e in queries.papers_of_case(case) if e.kind == kind), None)
    text = text_of(paper) if paper else None
    if paper is None or text is None:
        return []
    cover = replace(
        text.cover, blocks=tuple(e for e in text.cover.blocks if e.anchor in TYPED)
    )
    return [
        (COVER_NAMES.get(one.finding.anchor, "Around the text"), one.finding)
        for one in decided_of(
            found_in(cover, whole_register_of(case)),
            queries.kept_words_of(paper),
            queries.checked_words_of(paper),
        )
        if one.is_open
    ]
