"""What a partnership says in its own words on the public pages about reviews."""

from collections.abc import Callable
from datetime import datetime

from heed import clock
from heed.deidentify import Register, scan_paper
from heed.library.own_pages import TITLES
from heed.papers.blocks import document, paragraph
from heed.papers.hidden import Reading
from heed.partnership import letters
from heed.partnership.models import OwnPage, Partnership, WaitingPage
from heed.partnership.post import send_letter
from heed.partnership.queries import holds_any, people_with
from heed.partnership.records import on_record
from heed.partnership.refusals import Refused
from heed.rulebook.language import Role
from heed.rulebook.roles import APPROVERS

# Whether a page names somebody of a case: callable (partnership, words, by=, at=) -> a
# code, or "" where it is clear. Unregistered, no page is put up.
NAMES_SOMEBODY: list[Callable[..., str]] = []
TOO_MANY_TRIES = "too_many_tries"


def write_own_page(
    partnership: Partnership, *, slug: str, words: str, by, at: datetime
) -> WaitingPage | None:
    """Say in the partnership's own words what a public page says, for a second person
    to agree; without words the page that ships with Heed is shown again, at once. Only
    its manager does: it is searched for people of all cases before anything is locked.
    """
    is_manager = holds_any(by, partnership, {Role.MANAGER}, on=clock.london_date(at))
    code = _looked_through(partnership, words, by=by, at=at) if is_manager else ""
    with on_record("write_own_page", by=by, at=at, partnership=partnership) as entry:
        if not is_manager:
            raise Refused("Only the manager writes the public pages.", code="not_yours")
        if slug not in TITLES:
            raise Refused("There is no such page.", code="not_yours")
        if not words.strip():
            partnership.own_pages.filter(slug=slug).delete()
            partnership.waiting_pages.filter(slug=slug).delete()
            return None
        _must_be_clear(code)
        said = {"words": words, "written_at": at, "written_by": by}
        kept, _ = WaitingPage.objects.update_or_create(
            partnership=partnership, slug=slug, defaults=said
        )
        entry.subject = kept
        _ask_the_others(partnership, by=by, at=at)
    return kept


def agree_to_own_page(waiting: WaitingPage, *, mark: str, by, at: datetime) -> OwnPage:
    """Put up exactly what a manager has written for a public page, as the second person
    of those who approve what is public. It is searched again before."""
    partnership, today = waiting.partnership, clock.london_date(at)
    approves = holds_any(by, partnership, APPROVERS, on=today)
    code = _looked_through(partnership, waiting.words, by=by, at=at) if approves else ""
    with on_record("agree_to_own_page", by=by, at=at, partnership=partnership) as entry:
        if not approves:
            raise Refused("Who approves publications agrees.", code="not_yours")
        it = WaitingPage.objects.filter(pk=waiting.pk).first()
        if it is None or it.mark != mark or it.words != waiting.words:
            raise Refused("This is not what you have read.", code="changed")
        if it.written_by_id == by.pk:
            raise Refused("Somebody else agrees to what you have written.", code="own")
        _must_be_clear(code)
        entry.subject = kept = _put_up(it, by=by, at=at)
    return kept


def _put_up(it: WaitingPage, *, by, at: datetime) -> OwnPage:
    said = {
        "words": it.words,
        "written_at": it.written_at,
        "written_by": it.written_by.name,
        "agreed_at": at,
        "agreed_by": by.actor_name,
    }
    kept, _ = OwnPage.objects.update_or_create(
        partnership=it.partnership, slug=it.slug, defaults=said
    )
    it.delete()
    return kept


def _ask_the_others(partnership: Partnership, *, by, at: datetime) -> None:
    """Tell whoever may agree, by a letter that repeats nothing of the page."""
    for person in people_with(partnership, APPROVERS, on=clock.london_date(at)):
        if person.pk != by.pk:
            send_letter(letters.page_waits(person, partnership), by=by, at=at)


# Whom to ring and where to write stands on such a page on purpose.
OF_THE_OFFICE = frozenset({"phone", "email", "place", "professional"})


def _looked_through(partnership: Partnership, words: str, *, by, at) -> str:
    """Such a page is of no case: no name, number or birth of somebody has a place in
    it. A code of what was found; "" where nothing was."""
    if not words.strip():
        return ""
    lines = (paragraph(line) for line in words.splitlines() if line.strip())
    found = scan_paper(Reading(document(*lines)), Register(()))
    sure = [each for each in found if each.is_confirmed and each.part != "register"]
    if not NAMES_SOMEBODY or any(each.class_ not in OF_THE_OFFICE for each in sure):
        return "identifies"
    codes = (asks(partnership, words, by=by, at=at) for asks in NAMES_SOMEBODY)
    return next(filter(None, codes), "")


def _must_be_clear(code: str) -> None:
    """One sentence for whatever was found: who asks may not know the case."""
    if code == TOO_MANY_TRIES:
        raise Refused(
            "Too many texts were refused today because they name somebody. Ask another "
            "manager to put this one up.",
            code=code,
        )
    if code:
        raise Refused(
            "The search found what could identify somebody, such as a name, a number "
            "or a date of birth. Take it out.",
            code=code,
        )
