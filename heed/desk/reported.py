"""Which case a published page is of, that somebody reports a problem with."""

import re
from dataclasses import dataclass
from urllib.parse import urlsplit

from django.urls import reverse

from heed import clock
from heed.cases.access import why_not
from heed.cases.models import Case
from heed.correspondence.models import IncomingEmail
from heed.learning.models import Briefing
from heed.library.own_pages import TITLES
from heed.library.queries import published_at
from heed.partnership.queries import holds_any
from heed.publications.models import Paper
from heed.rulebook import process
from heed.rulebook.language import Role

# As the library gives each publication its address.
_OWN = re.compile(r"^(?:/p/(?P<whose>[a-z0-9-]+))?/(?P<slug>[a-z0-9-]+)/?$")
_PUBLISHED = re.compile(r"^/p/(?P<whose>[a-z0-9-]+)/publications/(?P<slug>[a-z0-9-]+)")
PAGE = "Page: "


@dataclass(frozen=True)
class About:
    """The case that a published page is of, or the name of a page of a partnership's
    own, and where it is taken away: "" where this person may not."""

    case: Case | None
    withdraw_at: str
    own_page: str = ""


def case_of_page(page: str) -> Case | None:
    """The case that a published page is of, by what stands or stood at its address:
    also where the page does not say of which area it is."""
    found = _PUBLISHED.match(urlsplit(page.strip()).path)
    kept = found and published_at(found["whose"], found["slug"])
    if not kept:
        return None
    for ours in (Paper, Briefing):
        rows = ours.objects.filter(library_id=kept.id)
        if row := rows.select_related("case__partnership").first():
            return row.case
    return None


def about_reported_page(email: IncomingEmail, person, *, at) -> About | None:
    """What this person is led to from a reported problem: the case of the page, if they
    may see it, and the page on which they withdraw it, if they may do that."""
    first = (email.body or "").partition("\n")[0]
    if not first.startswith(PAGE):
        return None
    page = first.removeprefix(PAGE)
    if about := _about_own_page(page, email.partnership, person, at=at):
        return about
    case = case_of_page(page)
    if case is None or case.partnership_id != email.partnership_id:
        return None
    seen = Case.objects.visible_to(person, at=at).filter(pk=case.pk).first()
    if seen is None:
        return None
    barred = why_not(process.WITHDRAW_PUBLISHED, seen, person, at=at)
    where = reverse("withdraw_published", args=[seen.public_id])
    return About(seen, "" if barred else where)


def _about_own_page(page: str, partnership, person, *, at) -> About | None:
    """One of the pages about reviews that a partnership says in its own words, and
    where a manager takes these words away at once."""
    found = _OWN.match(urlsplit(page.strip()).path)
    if found is None or partnership is None or found["slug"] not in TITLES:
        return None
    if found["whose"] not in {None, partnership.slug}:
        return None
    if not partnership.own_pages.filter(slug=found["slug"]).exists():
        return None
    today = clock.london_date(at)
    manages = holds_any(person, partnership, {Role.MANAGER}, on=today)
    where = reverse("own_page", args=[found["slug"]]) if manages else ""
    return About(None, where, own_page=TITLES[found["slug"]])
