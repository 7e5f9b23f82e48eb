"""What went ahead, what was said of it, and what waits to go."""

from django.http import Http404

from heed.cases.models import Case
from heed.partnership.one_look import asked_once
from heed.publications.ahead import ahead_of, copies_kept
from heed.publications.composing import (
    PublicText,
)
from heed.publications.facts import WANTED
from heed.publications.models import (
    Comment,
    Publication,
)
from heed.publications.queries.publication import beside_it
from heed.publications.queries.texts import papers_to_send
from heed.publications.texts import text_of


@asked_once
def comments_on(publication: Publication) -> list[Comment]:
    """What national bodies said about a publication, in the order of their coming."""
    return list(beside_it(Comment, publication))


def unanswered(publication: Publication) -> int:
    return sum(each.replied_at is None for each in comments_on(publication))


def comment_for(case: Case, public_id: str) -> Comment:
    """A comment on the publication of a case; else Http404."""
    found = Comment.objects.filter(case=case, public_id=public_id).first()
    if found is None:
        raise Http404
    return found


def copies_of(publication: Publication) -> list[dict]:
    """What went ahead together: the text, to whom, when and by which route."""
    gone: dict[tuple, list[str]] = {}
    copies = copies_kept(publication)
    for copy in sorted(copies, key=lambda each: (each.sent_on, each.kind, each.body)):
        what = (copy.get_kind_display(), copy.sent_on, copy.route)
        gone.setdefault(what, []).append(copy.get_body_display())
    return [
        {"text": text, "sent_on": sent_on, "route": route, "bodies": bodies}
        for (text, sent_on, route), bodies in gone.items()
    ]


def texts_to_send(publication: Publication | None) -> list[PublicText]:
    """The texts that have not gone ahead to every body as they stand now."""
    return [
        text
        for paper in papers_to_send(publication)
        if (text := text_of(paper)) and _waits(publication, text)
    ]


def _waits(publication: Publication, text: PublicText) -> bool:
    sent = ahead_of(publication, text.kind, text.content_hash).sent
    return not set(WANTED) <= set(sent)


def texts_changed_since_sent(publication: Publication | None) -> list[PublicText]:
    """The texts that went ahead and have changed since."""
    return [
        text
        for text in texts_to_send(publication)
        if ahead_of(publication, text.kind, text.content_hash).changed_since
    ]
