"""Who signs in through her organisation alone shows there, and afresh, that it is she.
What the organisation asserts counts from the moment at which it says that she did."""

from allauth.socialaccount.adapter import get_adapter
from allauth.socialaccount.models import SocialAccount, SocialApp
from allauth.socialaccount.providers.base.constants import AuthProcess
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.http import urlencode

from heed import clock
from heed.partnership import sessions

# She is asked for her name and proof again, however lately she gave them there.
ASK_AGAIN = {"prompt": "login", "max_age": "0"}
CLOCKS_DIFFER_BY = 60


def provider_for(request):
    """The identity provider by which the person signs in here; None where none of hers
    is known any more."""
    accounts = SocialAccount.objects.filter(user=request.person).order_by("pk")
    for account in accounts:
        try:
            return get_adapter().get_provider(request, account.provider)
        except SocialApp.DoesNotExist:
            continue
    return None


def send_there(request, provider, *, back: str):
    """Send her to the provider, to sign in anew, and back to the page she came from."""
    return provider.redirect(
        request,
        AuthProcess.REDIRECT,
        next_url=back,
        auth_params=provider.get_auth_params() | ASK_AGAIN,
    )


def shown_at(claims: dict) -> float | None:
    """When she showed it, as the token says (`auth_time`). No word counts as none, and
    so does a moment that is still to come."""
    said, now = claims.get("auth_time"), clock.real_now().timestamp()
    if type(said) not in {int, float} or not 0 < said <= now + CLOCKS_DIFFER_BY:
        return None
    return float(min(said, now))


def is_of_another(request, sociallogin) -> bool:
    """Whether a provider, asked to let somebody show again that it is she, vouches for
    another person. Nothing of that one comes into this session."""
    return _shows_again(sociallogin) and sociallogin.user != request.person


def not_yet(request, sociallogin):
    """The page that stops somebody signed in who comes back from a provider, where
    nobody has shown lately that it is she. None lets her go on."""
    adds = is_added(sociallogin)
    if not adds and not _shows_again(sociallogin):
        return None
    if sessions.is_fresh(request, real_at=clock.real_now()):
        return None
    return redirect(_way_to_add(request.person)) if adds else refused(sociallogin)


def is_added(sociallogin) -> bool:
    """Whether somebody signed in adds this provider to her account."""
    return sociallogin.state.get("process") == AuthProcess.CONNECT


def refused(sociallogin):
    """Back to the page that sent her, which says that it was not enough."""
    back = sociallogin.state.get("next") or reverse("account")
    asked = urlencode({"next": back, "refused": "1"})
    return redirect(f"{reverse('show_again_elsewhere')}?{asked}")


def _shows_again(sociallogin) -> bool:
    return sociallogin.state.get("process") == AuthProcess.REDIRECT


def _way_to_add(person) -> str:
    asked = urlencode({"next": reverse("socialaccount_connections")})
    return f"{reverse(sessions.way_to_show_again(person))}?{asked}"
