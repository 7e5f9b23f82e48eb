"""Which case a published page is of, that somebody reports a problem with."""

import re
from dataclasses import dataclass
from urllib.parse import urlsplit

from django.urls import reverse

from heed.cases.access import why_not
from heed.cases.models import Case
from heed.correspondence.models import IncomingEmail
from heed.learning.models import Briefing
from heed.library.queries import published_at
from heed.publications.models import Paper
from heed.rulebook import process

# As the library gives each publication its address.
_PUBLISHED = re.compile(r"^/p/(?P<whose>[a-z0-9-]+)/publications/(?P<slug>[a-z0-9-]+)")
PAGE = "Page: "


@dataclass(frozen=True)
class About:
    """The case that a published page is of, and where it is withdrawn: "" where this
    person may not."""

    case: Case
    withdraw_at: str


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
    case = case_of_page(first.removeprefix(PAGE))
    if case is None or case.partnership_id != email.partnership_id:
        return None
    seen = Case.objects.visible_to(person, at=at).filter(pk=case.pk).first()
    if seen is None:
        return None
    barred = why_not(process.WITHDRAW_PUBLISHED, seen, person, at=at)
    where = reverse("withdraw_published", args=[seen.public_id])
    return About(seen, "" if barred else where)
