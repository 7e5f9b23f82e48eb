"""What a partnership says in its own words on the public pages about reviews."""

from datetime import datetime

from heed import clock
from heed.library.own_pages import TITLES
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
        said = {"words": words, "written_at": at, "written_by": by.actor_name}
        kept, _ = OwnPage.objects.update_or_create(
            partnership=partnership, slug=slug, defaults=said
        )
        entry.subject = kept
    return kept
