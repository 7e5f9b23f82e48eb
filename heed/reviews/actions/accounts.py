"""A practitioner gives their own account after an event, by a link and a code."""

from django.conf import settings
from django.urls import reverse

from heed.cases.actions.links import new_secrets, open_link
from heed.cases.belonging import belonging_to
from heed.cases.models import Case
from heed.cases.steps import Refused, Seen, carrying_out
from heed.correspondence.actions import post
from heed.reviews.models import AccountRequest, Invitation, OwnAccount
from heed.rulebook import process


def ask_for_account(
    invitation: Invitation, *, to_address: str, by, at, seen: Seen | None = None
) -> AccountRequest:
    """Ask a practitioner for their own account. They get one email with a link and no
    word of the case; the code is told by telephone. A link given before opens nothing
    any more."""
    with carrying_out(
        process.ASK_FOR_ACCOUNT, invitation, by=by, at=at, seen=seen
    ) as it:
        for earlier in it.account_requests.filter(closed_at=None):
            earlier.closed_at, earlier.code_to_read_out = at, None
            earlier.save(update_fields=["closed_at", "code_to_read_out"])
        request = AccountRequest(
            **belonging_to(it.case), invitation=it, asked_at=at, to_address=to_address
        )
        token, request.code_to_read_out = new_secrets(request, by=by, at=at)
        request.save(force_insert=True)
        path = reverse("own_account", args=[token])
        post(
            "account_asked",
            to=to_address,
            partnership=it.partnership,
            fields={"link": f"{settings.DESK_ADDRESS}{path}"},
            once=f"account-asked:{request.pk}",
            about_case=it.case_id,
            by=by,
            at=at,
        )
    return request


def close_account_requests(case: Case, *, by, at) -> None:
    """Close every link to a practitioner, inside the step that closes the case."""
    for request in AccountRequest.objects.filter(case=case, closed_at=None):
        request.closed_at, request.code_to_read_out = at, None
        request.save(update_fields=["closed_at", "code_to_read_out"])


def take_back_account(
    request: AccountRequest, *, by, at, seen: Seen | None = None
) -> AccountRequest:
    """Take back the link for an account: it opens nothing any more. What was given by
    it stays."""
    with carrying_out(
        process.TAKE_BACK_ACCOUNT, request, by=by, at=at, seen=seen
    ) as it:
        if not it.is_open:
            raise Refused("This link is closed already.")
        it.closed_at, it.code_to_read_out = at, None
        it.save(update_fields=["closed_at", "code_to_read_out"])
    return it


def open_account_request(request: AccountRequest, *, code: str, by, at) -> str:
    """Open it with the code told by telephone; gives the mark that binds it to this
    one browser session."""
    opened = open_link(request, code=code, what="open_account_request", by=by, at=at)
    return opened.bound_to


def give_own_words(
    request: AccountRequest,
    *,
    words: str,
    may_be_quoted: bool,
    by,
    at,
    seen: Seen | None = None,
) -> OwnAccount:
    """Give one's own account. It may be given again; each one is kept."""
    with carrying_out(process.GIVE_OWN_WORDS, request, by=by, at=at, seen=seen) as it:
        if by.actor_kind != "link_holder" or by.actor_id != str(it.pk):
            raise Refused("This link belongs to somebody else.")
        if not it.is_open:
            raise Refused("This link is closed. Telephone the partnership.")
        it.code_to_read_out = None
        it.save(update_fields=["code_to_read_out"])
        return OwnAccount.objects.create(
            **belonging_to(it.case),
            request=it,
            number=it.accounts.count() + 1,
            given_at=at,
            may_be_quoted=may_be_quoted,
            words=words,
        )
