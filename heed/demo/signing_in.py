"""Signs a visitor in as somebody of Quillshire, second factor and all."""

from allauth.account.internal.flows.login import record_authentication
from django.contrib.auth import login, logout

from heed.partnership.sessions import STAYS_FRESH

BACKEND = "heed.partnership.who_asks.AuthenticationBackend"


def become(request, person) -> None:
    """Sign this visitor in as a person of Quillshire, who has no password or app that
    a visitor could show again."""
    logout(request)
    login(request, person, backend=BACKEND)
    record_authentication(request, person, "password", email=person.email)
    record_authentication(request, person, "mfa", type="totp")
    request.session[STAYS_FRESH] = True
