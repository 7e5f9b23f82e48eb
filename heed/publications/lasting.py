"""A corrected version keeps the links of the one before: what stayed keeps its place,
and no finding or recommendation gets a name that another one ever had."""

from collections.abc import Sequence
from dataclasses import replace

from heed.library.bundles import Bundle
from heed.library.points import names_for
from heed.papers.blocks import Document, anchors, from_json, to_json
from heed.papers.lasting import with_lasting_anchors
from heed.papers.learned import learned_from
from heed.partnership.one_look import asked_once
from heed.publications.models import HandOver, Paper


def handed_down_before(library_id) -> list[dict]:
    """Every version of one publication that was handed down, the oldest first."""
    given = HandOver.objects.filter(library_id=library_id, what=HandOver.What.RECEIVE)
    return [each.bundle for each in given.order_by("number")]


@asked_once
def published_before(paper: Paper) -> list[Document]:
    """A text as it was handed down before, the oldest first: beside it, a number that
    changed by a few tells of few. None before it was public."""
    if not paper.published_hash:
        return []
    kept = handed_down_before(paper.library_id)
    return [from_json(each["document"]) for each in kept if each]


def with_lasting_names(bundle: Bundle, before: Sequence[dict]) -> Bundle:
    """The version with the places and names of those that were handed down `before`, as
    they are kept, the oldest first."""
    earlier = [from_json(each["document"]) for each in before]
    retired = {name for each in earlier for name in anchors(each.blocks)}
    kept = with_lasting_anchors(
        from_json(bundle.document), earlier[-1] if earlier else None, retired
    )
    became = kept.became
    given = [tuple(pair) for each in before for pair in each.get("points", [])]
    known = {place: name for name, place in given}
    points = names_for(learned_from(kept.document), known, {name for name, _ in given})
    return replace(
        bundle,
        document=to_json(kept.document),
        child_anchor=became.get(bundle.child_anchor, bundle.child_anchor),
        distressing=tuple(became.get(each, each) for each in bundle.distressing),
        shown_by=tuple(
            (theme, became.get(place, place), words)
            for theme, place, words in bundle.shown_by
        ),
        points=tuple(points),
    )
