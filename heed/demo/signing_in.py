"""Signs a visitor in as somebody of Quillshire, second factor and all."""

from allauth.account.internal.flows.login import record_authentication
from django.contrib.auth import login, logout

BACKEND = "allauth.account.auth_backends.AuthenticationBackend"


def become(request, person) -> None:
    """Sign this visitor in as a person of Quillshire."""
    logout(request)
    login(request, person, backend=BACKEND)
    record_authentication(request, person, "password", email=person.email)
    record_authentication(request, person, "mfa", type="totp")
