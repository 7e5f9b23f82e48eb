"""Three ways to the same form: open to anyone, for staff of an organisation, and for
what the business unit types in."""

from collections.abc import Callable
from dataclasses import dataclass

from django.shortcuts import redirect
from django.urls import reverse

from heed.audit.actors import AnonymousReferrer
from heed.referrals import queries
from heed.referrals.models import Referral

WRITING = "referral_being_written"


@dataclass(frozen=True)
class Door:
    """Who writes which draft, how its pages are called and what stands around them."""

    name: str
    frame: str
    key: str
    referral: Referral
    by: object

    @property
    def partnership(self):
        return self.referral.partnership

    @property
    def is_open_to_anyone(self) -> bool:
        return self.name == "refer"

    @property
    def words(self):
        """What the partnership says on the form in place of our words."""
        return queries.words_of_form(self.partnership)

    def to(self, page: str, *args) -> str:
        """The address of one of this draft's pages."""
        return reverse(f"{self.name}_{page}", args=[self.key, *args])


def for_anyone(request, key: str):
    """The draft of this session; where there is none, the way to begin one. What was
    just sent leads to its receipt."""
    draft = queries.draft_of_session(key, request.session.get(WRITING, ""))
    if draft is None:
        return redirect("refer_to", key)
    if not draft.is_draft:
        return redirect("refer_receipt", key)
    by = AnonymousReferrer(str(draft.pk))
    return Door("refer", "referrals/open_frame.html", key, draft, by)


def for_staff(request, key: str):
    """The own draft of somebody in an organisation."""
    draft = queries.own_draft(request.person, key, at=request.at)
    return Door("draft", "referrals/desk_frame.html", key, draft, request.person)


def for_typing_in(request, key: str):
    """What a coordinator types in."""
    draft = queries.typed_draft(request.person, key, at=request.at)
    return Door("typed", "referrals/desk_frame.html", key, draft, request.person)


FindDoor = Callable[..., object]
