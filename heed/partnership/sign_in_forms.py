"""allauth's forms with our words: labels instead of words inside the boxes."""

from allauth.account import forms as account
from allauth.mfa.base import forms as second_step
from allauth.mfa.totp import forms as app
from allauth.mfa.webauthn import forms as passkey

CODE_HINT = "Six numbers from the app on your phone, or one of your recovery codes."
GOOD_WORDS = (
    "At least 12 characters. Three or four words that do not belong together are "
    "good. It never has to be changed."
)


class InOurWords:
    """Labels and hints by the name of the field; nothing stands inside the boxes."""

    labels: dict[str, str] = {}
    hints: dict[str, str] = {}

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        for name, field in self.fields.items():
            field.widget.attrs.pop("placeholder", None)
            field.label = self.labels.get(name, field.label)
            field.help_text = self.hints.get(name, "")


class Login(InOurWords, account.LoginForm):
    labels = {"login": "Email address", "password": "Password"}


class ForgottenPassword(InOurWords, account.ResetPasswordForm):
    labels = {"email": "Email address"}


class NewPassword(InOurWords, account.ResetPasswordKeyForm):
    labels = {"password1": "New password", "password2": "The new password once more"}
    hints = {"password1": GOOD_WORDS}


class ChangedPassword(InOurWords, account.ChangePasswordForm):
    labels = {
        "oldpassword": "Your password now",
        "password1": "New password",
        "password2": "The new password once more",
    }
    hints = {"password1": GOOD_WORDS}


class Password(InOurWords, account.ReauthenticateForm):
    labels = {"password": "Your password"}


class SecondStep(InOurWords, second_step.AuthenticateForm):
    labels = {"code": "Code"}
    hints = {"code": CODE_HINT}


class SecondStepAgain(InOurWords, second_step.ReauthenticateForm):
    labels = {"code": "Code"}
    hints = {"code": CODE_HINT}


class App(InOurWords, app.ActivateTOTPForm):
    labels = {"code": "Six numbers that the app shows"}


class Passkey(InOurWords, passkey.AddWebAuthnForm):
    labels = {"name": "What to call it", "passwordless": "Sign in with this alone"}
    hints = {
        "name": "For example: my work phone",
        "passwordless": "Right for a phone or a computer. Clear it for a security key "
        "that asks for no PIN.",
    }

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["passwordless"].initial = True


class PasskeyName(InOurWords, passkey.EditWebAuthnForm):
    labels = {"name": "What to call it"}
