"""Words of our own that could identify somebody are replaced at one press: the summary,
the content notice, the response, the improvements. The reviewer's words are asked for,
and those on who the child was are agreed with the family."""

from heed.cases.steps import Refused, Seen, carrying_out
from heed.papers.blocks import Document, leaves
from heed.publications.composing import COVER, PublicText
from heed.publications.models import Paper, Scan
from heed.publications.texts import text_of
from heed.publications.wording import OF_THE_COVER, Moved, reworded, suggested_for
from heed.reviews.texts import with_words
from heed.rulebook import process


def mend_as_suggested(
    scan: Scan, *, finding_id: str, by, at, seen: Seen | None = None
) -> Paper:
    """Replace a word of our own by what the search suggests, and what else was
    confirmed in its paragraph. It makes nobody an author."""
    step, asked = process.PREPARE_PUBLICATION, {"by": by, "at": at, "seen": seen}
    with carrying_out(step, scan, **asked) as it:
        paper, text = it.paper, text_of(it.paper)
        anchor, words = suggested_for(it.findings, finding_id)
        if text is None or not words:
            raise Refused("The search suggests nothing for this: write other words.")
        paper.words = paper.words | _mended(paper, text, anchor, it.findings, words)
        paper.save(update_fields=["words"])
    return paper


def _mended(paper: Paper, text: PublicText, anchor: str, findings, words) -> dict:
    if name := OF_THE_COVER.get(anchor):
        return {name: _anew(text.cover, anchor, findings, words)[1]}
    if paper.kind == Paper.Kind.REPORT or anchor.startswith(COVER):
        raise Refused("These words are not replaced at one press: write them anew.")
    before, after = _anew(text.document, anchor, findings, words)
    typed = paper.words.get("typed", "")
    return {
        "blocks": with_words(paper.words["blocks"], anchor, after),
        "typed": typed.replace(before, after, 1),
    }


def _anew(document: Document, anchor: str, findings, words) -> tuple[str, str]:
    """A paragraph as it stands, and as it reads then."""
    before = dict(leaves(document.blocks)).get(anchor)
    if before is None:
        raise Refused("This paragraph is not there any more. Search again.")
    try:
        return before, reworded(document, anchor, before, findings, words)
    except Moved as why:
        raise Refused(str(why)) from why
