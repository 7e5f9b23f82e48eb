"""How allauth signs people in here: by invitation, with a second factor, and without
telling a stranger who has an account."""

from allauth.account.adapter import DefaultAccountAdapter
from allauth.account.internal.flows.login import record_authentication
from allauth.core.exceptions import ImmediateHttpResponse
from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.mfa.models import Authenticator
from allauth.socialaccount.adapter import DefaultSocialAccountAdapter
from django.utils.http import url_has_allowed_host_and_scheme

from heed.partnership import devices, elsewhere
from heed.partnership.actions.sign_in import (
    ask_password_reset,
    note_sign_in,
    set_own_password,
    tell_of_change,
)
from heed.partnership.invited import accept_by_provider
from heed.partnership.letters import on_the_desk
from heed.partnership.sessions import BY_PROVIDER, SECOND_FACTORS
from heed.partnership.whereabouts import address_of
from heed.vault import open_text, seal_text

SEAL_OF_SECRETS = "partnership.second_factor"


def is_local_path(address: str) -> bool:
    """Whether an address stays on this desk: a path, and nothing a browser could take
    for another site."""
    return (
        address.startswith("/")
        and "\\" not in address
        and address.isprintable()
        and url_has_allowed_host_and_scheme(address, allowed_hosts=set())
    )


class StaffByInvitation(DefaultAccountAdapter):
    """Nobody signs up; whoever was invited signs in, resets and leaves."""

    error_messages = {
        **DefaultAccountAdapter.error_messages,
        "email_password_mismatch": "The email address or the password is not right",
        "enter_current_password": "The current password is not right",
        "incorrect_code": "This code is not right",
        "incorrect_password": "The password is not right",
        "rate_limited": "Too many attempts. Wait half an hour, then try again",
        "too_many_login_attempts": (
            "Too many attempts. Wait half an hour, then try again"
        ),
    }

    def is_open_for_signup(self, request):
        return False

    def is_safe_url(self, url):
        return is_local_path(url)

    def is_reauthentication_required(self, *, app, **kwargs):
        return True

    def get_client_ip(self, request):
        return address_of(request)

    def get_login_stages(self):
        return ["heed.partnership.stages.SecondFactorStage"]

    def authenticate(self, request, **credentials):
        # A closed account answers like a wrong password: it is nobody's business.
        person = super().authenticate(request, **credentials)
        return person if person and person.is_active else None

    def authentication_failed(self, request, **credentials):
        note_sign_in(None, succeeded=False, at=request.at)

    def login(self, request, user):
        super().login(request, user)
        note_sign_in(user, succeeded=True, by=user, at=request.at)

    def post_login(self, request, user, **kwargs):
        response = super().post_login(request, user, **kwargs)
        return devices.remember(response, request, user)

    def set_password(self, user, password):
        set_own_password(user, password=password, by=user, at=self.request.at)

    def get_reset_password_from_key_url(self, key):
        uid, _, secret = key.partition("-")
        return on_the_desk("account_reset_password_from_key", uid, secret)

    def send_password_reset_mail(self, user, email, context):
        # To the address that is stored, whatever was typed.
        ask_password_reset(user, link=context["password_reset_url"], at=self.request.at)

    def send_mail(self, template_prefix, email, context):
        """The only letter left to allauth is to an address that nobody has."""
        ask_password_reset(None, link="", at=self.request.at)

    def send_notification_mail(self, template_prefix, user, context=None, email=None):
        change = template_prefix.rpartition("/")[2]
        tell_of_change(user, change=change, by=user, at=self.request.at)

    def _get_login_attempts_cache_key(self, request, **credentials):
        key = super()._get_login_attempts_cache_key(request, **credentials)
        return key + devices.known_for(request, credentials.get("email", ""))


class SealedSecrets(DefaultMFAAdapter):
    """Second factors: their secrets sealed, and never the last one taken away."""

    error_messages = {
        **DefaultMFAAdapter.error_messages,
        "cannot_delete_authenticator": (
            "This is your only second step. Add another one first"
        ),
        "incorrect_code": "This code is not right",
    }

    def encrypt(self, text):
        return seal_text(SEAL_OF_SECRETS, text)

    def decrypt(self, encrypted_text):
        return open_text(SEAL_OF_SECRETS, encrypted_text)

    def can_delete_authenticator(self, authenticator):
        others = Authenticator.objects.filter(
            user_id=authenticator.user_id, type__in=SECOND_FACTORS
        )
        return others.exclude(pk=authenticator.pk).exists()

    def generate_authenticator_name(self, user, type):  # noqa: A002 - allauth's name
        number = Authenticator.objects.filter(user=user, type=type).count() + 1
        return f"My passkey {number}" if number > 1 else "My passkey"

    def get_public_key_credential_rp_entity(self):
        return {**super().get_public_key_credential_rp_entity(), "name": "Heed"}


class KnownProvidersOnly(DefaultSocialAccountAdapter):
    """Identity providers named in the settings, for people linked by the provider's
    own identifier: by an invitation, or by themselves when signed in. Never by e-mail.
    """

    def list_apps(self, request, provider=None, client_id=None):
        apps = super().list_apps(request, provider=provider, client_id=client_id)
        return [app for app in apps if app.pk is None]

    def is_open_for_signup(self, request, sociallogin):
        return False

    def is_auto_signup_allowed(self, request, sociallogin):
        return False

    def can_authenticate_by_email(self, login, email):
        return False

    def pre_social_login(self, request, sociallogin):
        if not sociallogin.is_existing and not request.person:
            accept_by_provider(request, sociallogin)
        if elsewhere.is_of_another(request, sociallogin):
            raise ImmediateHttpResponse(elsewhere.refused(sociallogin))
        claims = sociallogin.account.extra_data.get("id_token") or {}
        vouched = sociallogin.is_existing and not elsewhere.is_added(sociallogin)
        if vouched and asserts_second_factor(sociallogin, claims):
            when = elsewhere.shown_at(claims)
            record_authentication(
                request, sociallogin.user, "mfa", type=BY_PROVIDER, shown_at=when
            )
        if request.person and (stop := elsewhere.not_yet(request, sociallogin)):
            raise ImmediateHttpResponse(stop)


def asserts_second_factor(sociallogin, claims: dict) -> bool:
    """Whether the provider says, in the signed-in token itself, that two factors were
    used: `amr` holds "mfa", or `acr` is one that the settings accept."""
    app = sociallogin.provider.app
    accepted = app.settings.get("second_factor_acr", []) if app else []
    return "mfa" in claims.get("amr", []) or claims.get("acr") in accepted
