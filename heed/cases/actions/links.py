"""A link is opened with the code told by telephone."""

import secrets

from django.db import transaction

from heed import clock
from heed.audit.actions import record
from heed.cases.models.links import LINK_LASTS, OpenedByLink
from heed.cases.steps import Refused
from heed.vault.codes import a_code, a_link, hashed_code, hashed_link, is_code

MOST_TRIES = 10
NO_CODE = (
    "This code does not open the link. Check it letter by letter, or telephone the "
    "partnership for a new one."
)
ELSEWHERE = (
    "This link was opened in another browser, or in this one before it was closed or "
    "the day was over. Telephone the partnership for a new code."
)
NEW_CODE = ("code_hash", "code_tries", "bound_to")
NEW_SECRETS = (*NEW_CODE, "link_hash", "expires_on")


def new_secrets(row: OpenedByLink, *, by, at) -> tuple[str, str]:
    """Give a row a new link and a new code; what it had before opens nothing. The row
    is saved by whoever asks (`NEW_SECRETS`)."""
    token = a_link()
    row.link_hash = hashed_link(token)
    row.expires_on = clock.london_date(at) + LINK_LASTS
    return token, new_code(row, by=by, at=at)


def new_code(row: OpenedByLink, *, by, at) -> str:
    """Give a row a new code for the link that it has; the code before opens nothing,
    and the browser that gave it reads nothing more. The row is saved by whoever asks
    (`NEW_CODE`)."""
    code = a_code()
    row.code_hash, row.code_tries, row.bound_to = hashed_code(code), 0, ""
    return code


def open_link(row: OpenedByLink, *, code: str, what: str, by, at, **changes):
    """Open a row with the code told by telephone; gives it with the mark that binds it
    to this one browser session. Raises Refused; after ten wrong codes a new one is
    needed, and for another browser where the first is the only one.

    `changes`: what else becomes of it, each worked out from the row as it is then.
    Fetching the link alone uses nothing up: mail scanners do that."""
    with transaction.atomic():
        kept = type(row)._base_manager.select_for_update().get(pk=row.pk)
        fits = (
            kept.opens_on(clock.london_date(at))
            and kept.code_tries < MOST_TRIES
            and is_code(code, kept.code_hash)
        )
        elsewhere = fits and kept.ONE_BROWSER and bool(kept.bound_to)
        opens = fits and not elsewhere
        kept.code_tries = 0 if fits else kept.code_tries + 1
        if opens:
            kept.bound_to = secrets.token_hex(32)
            kept.opened_at = kept.opened_at or at
            for name, become in changes.items():
                setattr(kept, name, become(kept))
        kept.save(update_fields=["code_tries", "bound_to", "opened_at", *changes])
        record(
            what=what,
            by=by,
            at=at,
            subject_kind=kept._meta.label,
            subject_id=kept.pk,
            case_id=kept.case_id,
            partnership_id=kept.partnership_id,
            result="done" if opens else "refused",
        )
    if not opens:
        raise Refused(ELSEWHERE if elsewhere else NO_CODE)
    return kept
