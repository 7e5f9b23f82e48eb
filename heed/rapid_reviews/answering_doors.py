"""Two ways to the same pages: by the link and the code, and by the account of whom it
was sent to or of a safeguarding lead whose organisation was asked."""

from dataclasses import dataclass
from functools import partial, wraps

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import path, reverse

from heed.audit.actors import LinkHolder
from heed.cases.by_link import ask_for_the_code, is_bound, opened_here
from heed.partnership.policies import for_case, open_to_anyone
from heed.rapid_reviews import actions, queries
from heed.rapid_reviews.addresses import ASKED
from heed.rapid_reviews.models import AgencyRequest

READING = ("GET", "HEAD")
OWN = "own_answer"
WHY_OPEN = "an agency has no account; the link and a code by telephone open it"


@dataclass(frozen=True)
class Door:
    """Who answers which request, how the pages are called and what stands around
    them."""

    name: str
    frame: str
    key: str
    request: AgencyRequest
    by: object

    @property
    def answers(self) -> dict:
        """What is written and not sent yet."""
        return queries.answers_begun(self.request)

    def to(self, page: str = "", *args) -> str:
        """The address of one of the pages of this request."""
        name = f"{self.name}_{page}" if page else self.name
        return reverse(name, args=[self.key, *args])


def by_link(request, key: str):
    """The request behind a link, once this browser has given its code."""
    asked = queries.request_by_link(key, known=partial(opened_here, request))
    by = LinkHolder(str(asked.pk), asked.organisation.name)
    if not is_bound(request, asked):
        on = reverse("pass_request_on", args=[key])
        return ask_for_the_code(request, asked, actions.open_request, by=by, pass_on=on)
    return Door("answer", "ui/plain.html", key, asked, by)


def by_account(request, key: str):
    """A request that was sent to somebody, or to an organisation whose safeguarding
    lead somebody is."""
    asked = queries.own_request_for(request.person, key, at=request.at)
    return Door(OWN, "ui/desk.html", key, asked, request.person)


WAYS = (
    ("answer", "answer/<str:token>/", by_link, open_to_anyone(reason=WHY_OPEN)),
    (OWN, f"{ASKED}answer/", by_account, for_case),
)


def addresses(pages) -> list:
    """The addresses of these pages, for each of the two ways."""
    return [
        path(
            f"{start}{rest}",
            _through(find, view, policy),
            name=f"{name}_{page}" if page else name,
        )
        for name, start, find, policy in WAYS
        for rest, view, page in pages
    ]


def _through(find, view, policy):
    @policy
    @wraps(view)
    def opened(request, token=None, public_id=None, **more):
        door = find(request, token or public_id)
        if isinstance(door, HttpResponse):
            return door
        # No page says any more whom it was about. What was typed on one that was open
        # already is still taken.
        if request.method in READING and queries.is_asked_no_more(door.request):
            return render(request, "rapid_reviews/asked_no_more.html", {"door": door})
        if request.method in READING and door.name == OWN:
            actions.open_from_account(door.request, by=door.by, at=request.at)
        return view(request, door, **more)

    return opened
