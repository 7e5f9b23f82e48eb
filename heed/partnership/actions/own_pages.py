"""What a partnership says in its own words on the public pages about reviews."""

from datetime import datetime

from heed import clock
from heed.deidentify import Register, scan_paper
from heed.library.own_pages import TITLES
from heed.papers.blocks import document, paragraph
from heed.papers.hidden import Reading
from heed.partnership.models import OwnPage, Partnership
from heed.partnership.queries import holds_any
from heed.partnership.records import on_record
from heed.partnership.refusals import Refused
from heed.rulebook.language import Role


def write_own_page(
    partnership: Partnership, *, slug: str, words: str, by, at: datetime
) -> OwnPage | None:
    """Say in the partnership's own words what a public page says; without words the
    page that ships with Heed is shown again. Only its manager does: it is public."""
    with on_record("write_own_page", by=by, at=at, partnership=partnership) as entry:
        if not holds_any(by, partnership, {Role.MANAGER}, on=clock.london_date(at)):
            raise Refused("Only the manager writes the public pages.", code="not_yours")
        if slug not in TITLES:
            raise Refused("There is no such page.", code="not_yours")
        if not words.strip():
            partnership.own_pages.filter(slug=slug).delete()
            return None
        _must_be_clear(words)
        said = {"words": words, "written_at": at, "written_by": by.actor_name}
        kept, _ = OwnPage.objects.update_or_create(
            partnership=partnership, slug=slug, defaults=said
        )
        entry.subject = kept
    return kept


# Whom to ring and where to write stands on such a page on purpose.
OF_THE_OFFICE = frozenset({"phone", "email", "place", "professional"})


def _must_be_clear(words: str) -> None:
    """Such a page is of no case: a number or a birth of somebody has no place in it."""
    lines = (paragraph(line) for line in words.splitlines() if line.strip())
    found = scan_paper(Reading(document(*lines)), Register(()))
    sure = [each for each in found if each.is_confirmed and each.part != "register"]
    if any(each.class_ not in OF_THE_OFFICE for each in sure):
        raise Refused(
            "The search found what could identify somebody, such as a number or a date "
            "of birth. Take it out.",
            code="identifies",
        )
