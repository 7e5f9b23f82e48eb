"""How often something may be tried, known to every process through the database."""

import hashlib

from django.core.cache import cache
from django.db import transaction

from heed import clock
from heed.vault.codes import plain_code

HOUR = 60 * 60
TRIES_OF_A_REFERENCE = (20, 6 * HOUR)
TRIES_FROM_AN_ADDRESS = (60, HOUR)
TRIES_OF_ALL = (2_000, HOUR)
FORMS_FROM_AN_ADDRESS = (60, HOUR)
PROBLEMS_FROM_AN_ADDRESS = (10, HOUR)
PROBLEMS_OF_ALL = (200, HOUR)
BROWSER_REPORTS_FROM_AN_ADDRESS = (20, HOUR)
BROWSER_REPORTS_OF_ALL = (200, HOUR)


def may_try(kind: str, who: str, limit: tuple[int, int]) -> bool:
    """Count one try of a kind by somebody; False once there were too many in this
    window. Nobody is kept in the cache by what they are called."""
    most, seconds = limit
    window = int(clock.real_now().timestamp()) // seconds
    marked = hashlib.sha256(f"{kind}:{who}".encode()).hexdigest()
    name = f"heed:referrals:{marked}:{window}"
    with transaction.atomic():
        cache.add(name, 0, seconds)
        tried = cache.get(name, 0) + 1
        cache.set(name, tried, seconds)
    return tried <= most


def may_try_a_secret(reference: str, address: str) -> bool:
    """Whether a reference and secret may be tried now: counted for the reference,
    whether it is known or not, for the address, and for everybody together. What a form
    is called before it is sent is random, so that nobody's tries from elsewhere keep
    its writer from it."""
    of_it = may_try("reference", plain_code(reference), TRIES_OF_A_REFERENCE)
    counted = [
        of_it,
        may_try("address", address, TRIES_FROM_AN_ADDRESS),
        may_try("all", "", TRIES_OF_ALL),
    ]
    return all(counted)


def may_begin_a_form(address: str) -> bool:
    """Whether another form may be begun from this address now."""
    return may_try("form", address, FORMS_FROM_AN_ADDRESS)


def may_report_a_problem(address: str) -> bool:
    """Whether a problem with a page may be reported now: counted for the address, and
    for everybody together."""
    counted = [
        may_try("problem", address, PROBLEMS_FROM_AN_ADDRESS),
        may_try("problems", "", PROBLEMS_OF_ALL),
    ]
    return all(counted)


def may_send_a_browser_report(address: str) -> bool:
    """Whether what a browser reports by itself is looked at now: counted for the
    address, and for everybody together."""
    from_here = may_try("browser", address, BROWSER_REPORTS_FROM_AN_ADDRESS)
    return from_here and may_try("browsers", "", BROWSER_REPORTS_OF_ALL)
