"""Reviews that were published before: serious case reviews above all. They are entered
under the name they had; the library finds them by the old name and by the new."""

from django.utils.text import slugify

from heed import clock
from heed.documents.reading import read_in_child
from heed.library import actions as library
from heed.library.bundles import LegacyEntry, NotReceivable
from heed.library.catalogue import plain
from heed.library.dates import PublicDate
from heed.library.models import Publication
from heed.library.queries import entered_for
from heed.papers.blocks import from_json
from heed.partnership.grants import manages
from heed.partnership.models import Partnership
from heed.partnership.records import on_record
from heed.partnership.refusals import Refused
from heed.publications.actions.handing import hand_down_publisher
from heed.rulebook.roles import BUSINESS_UNIT


def enter_earlier_review(
    partnership: Partnership,
    *,
    title: str,
    type_as_published: str,
    published: PublicDate,
    pseudonyms: tuple[str, ...] = (),
    themes: tuple[str, ...] = (),
    link: str = "",
    data: bytes = b"",
    name: str = "",
    by,
    at,
) -> str:
    """Put a review that was public before into the library, with its words where its
    file could be read; what became of it. Entered anew under the same title and year,
    it is put right."""
    understood = read_in_child(data, name, "report") if data else None
    with on_record(
        "enter_earlier_review", by=by, at=at, partnership=partnership
    ) as entry:
        entry.role = _business_unit(partnership, by, at)
        if understood and understood.content is None:
            raise Refused(understood.problem, code="unreadable")
        words = understood and plain(from_json(understood.content["document"]))
        earlier = LegacyEntry(
            id=f"{partnership.slug}:{slugify(f'{title} {published.year or str()}')}",
            title=title,
            publisher=partnership.name,
            type_as_published=type_as_published,
            published=published,
            pseudonyms=pseudonyms,
            themes=themes,
            link=link,
            document=words or None,
        )
        return _entered(partnership, earlier, by=by, at=at)


def _entered(partnership: Partnership, earlier: LegacyEntry, *, by, at) -> str:
    hand_down_publisher(partnership, by=by, at=at)
    try:
        (outcome,) = library.enter_all([earlier], by=by, at=at)
    except NotReceivable as wrong:
        raise Refused(str(wrong), code="not_receivable") from wrong
    if outcome == library.Received.WITHDRAWN:
        raise Refused(
            "A review of this title and year was withdrawn, and does not come back "
            "this way.",
            code="withdrawn",
        )
    return str(outcome)


def withdraw_earlier_review(
    partnership: Partnership, earlier: Publication, *, by, at
) -> None:
    """Withdraw at once what was entered for a partnership: it is gone at the next
    request, and entering it again does not bring it back."""
    with on_record(
        "withdraw_earlier_review", by=by, at=at, partnership=partnership
    ) as entry:
        entry.role = _business_unit(partnership, by, at)
        if earlier.id not in {each.id for each in entered_for(partnership.slug)}:
            raise Refused("There is no such review of yours.", code="not_yours")
        library.withdraw(earlier.id, earlier.version, by=by, at=at)


def _business_unit(partnership: Partnership, by, at) -> str:
    if not manages(by, partnership, clock.london_date(at), *BUSINESS_UNIT):
        raise Refused("The business unit keeps the public library.", code="not_yours")
    if partnership.site == Partnership.Site.OWN_SITE:
        raise Refused(
            "Your partnership publishes on its own site, not in the library.",
            code="own_site",
        )
    return "business_unit"
