"""What is asked about people and partnerships. Forms check shape; actions decide."""

from datetime import timedelta

from django import forms
from django.contrib.auth.password_validation import validate_password

from heed.partnership.models import (
    Organisation,
    Partnership,
    Person,
    StandingInterest,
    VerifiedDomain,
)
from heed.partnership.words import role_name, role_sentence
from heed.rulebook.language import Role, Seat
from heed.rulebook.roles import HOLDS_A_SEAT, PARTNERS, SEATS
from heed.ui.fields import DatePartsField
from heed.ui.widgets import Radios

NO_SEAT = ("", "Not for a statutory partner")


class LastDayField(DatePartsField):
    """The last day of something; cleans to the first day without it."""

    def clean(self, value):
        last_day = super().clean(value)
        return last_day + timedelta(days=1) if last_day else None


class ChosenField(forms.ModelChoiceField):
    """One of the rows that the page offers, known by its public id."""

    def __init__(self, *, empty_label="Choose", **kwargs):
        super().__init__(
            queryset=Organisation.objects.none(),
            to_field_name="public_id",
            empty_label=empty_label,
            **kwargs,
        )


class ConfirmingForm(forms.Form):
    """A form on which what a refusal asks to be confirmed is asked from then on."""

    confirms = ("", "")

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if self.confirms[0] in self.data:
            self.ask_to_confirm()

    def ask_to_confirm(self):
        name, label = self.confirms
        self.fields[name] = forms.BooleanField(label=label, required=False)


class RoleForm(ConfirmingForm):
    """A role, its seat, its organisation and its last day."""

    role = forms.ChoiceField(label="Role", widget=Radios)
    seat = forms.ChoiceField(
        label="Statutory partner",
        required=False,
        help_text="Only for delegated and lead safeguarding partners.",
    )
    organisation = ChosenField(
        label="Organisation", required=False, empty_label="None of those listed"
    )
    ends_on = LastDayField(
        label="Last day in the role",
        subject="The last day",
        required=False,
        help_text="Leave empty if there is none yet.",
    )

    def __init__(self, *args, roles, organisations, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["role"].choices = [(r.value, role_name(r)) for r in roles]
        self.fields["role"].widget.hints = {r.value: role_sentence(r) for r in roles}
        self.fields["seat"].choices = [
            NO_SEAT,
            *((seat.value, words) for seat, words in SEATS.items()),
        ]
        self.fields["organisation"].queryset = organisations

    def clean_role(self):
        return Role(self.cleaned_data["role"])

    def clean(self):
        cleaned = super().clean()
        role, seat = cleaned.get("role"), cleaned.get("seat") or None
        if role == Role.LOCAL_AUTHORITY_NOTIFIER:
            seat = Seat.LOCAL_AUTHORITY
        if role in PARTNERS and not seat:
            self.add_error("seat", "Choose the statutory partner")
        elif role and role not in HOLDS_A_SEAT and seat:
            self.add_error("seat", "This role is not one of a statutory partner")
        cleaned["seat"] = Seat(seat) if seat else None
        return cleaned


class InviteForm(RoleForm):
    """Somebody to be invited, and to what."""

    name = forms.CharField(label="Full name", max_length=200)
    email = forms.EmailField(
        label="Email address",
        help_text="Type it; do not pick it from a list. Check it letter by letter.",
        widget=forms.EmailInput(attrs={"autocomplete": "off", "spellcheck": "false"}),
    )
    job_title = forms.CharField(label="Job title", max_length=200, required=False)

    field_order = ("name", "email", "job_title", "role", "seat", "organisation")
    confirms = (
        "new_domain_confirmed",
        "I have checked that this domain is theirs",
    )


class GrantForm(RoleForm):
    """A role for somebody who is here already."""

    starts_on = DatePartsField(
        label="First day in the role",
        subject="The first day",
        required=False,
        help_text="Leave empty for today.",
    )

    field_order = ("role", "seat", "organisation", "starts_on", "ends_on")
    confirms = ("despite_warnings", "Give the role all the same")


class EndRoleForm(forms.Form):
    """When a role ends."""

    ends_on = LastDayField(
        label="Last day in the role",
        subject="The last day",
        required=False,
        help_text="Leave empty to end it now.",
    )


class AlternateForm(forms.Form):
    """Who steps in."""

    person = ChosenField(label="Who steps in")
    ends_on = LastDayField(
        label="Last day",
        subject="The last day",
        required=False,
        help_text="Leave empty if there is none yet.",
    )

    def __init__(self, *args, people, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["person"].queryset = people


class AwayForm(forms.Form):
    """When a safeguarding lead is back."""

    back_on = DatePartsField(
        label="First day back",
        subject="The first day back",
        required=False,
        help_text="Leave it empty to be back now.",
    )


class ReasonForm(forms.Form):
    reason = forms.CharField(
        label="Why", max_length=200, help_text="Do not write anything about a case."
    )


class OrganisationForm(ConfirmingForm):
    """How an agency is called and reached."""

    confirms = ("domains_confirmed", "I have checked that this domain is theirs")

    name = forms.CharField(label="Name", max_length=200)
    mail_domains = forms.CharField(
        label="Mail domains",
        required=False,
        help_text="One on each line, for example quillshire.example",
        widget=forms.Textarea(attrs={"rows": 3, "spellcheck": "false"}),
    )
    contact_name = forms.CharField(
        label="Single point of contact", max_length=200, required=False
    )
    contact_address = forms.EmailField(label="Their email address", required=False)
    telephone = forms.CharField(label="Telephone", max_length=40, required=False)

    def clean_mail_domains(self):
        return self.cleaned_data["mail_domains"].split()


class VerifyDomainForm(forms.Form):
    """How it is known that a mail domain is an agency's."""

    domain = forms.ChoiceField(label="Which domain?", widget=Radios)
    how = forms.ChoiceField(
        label="How do you know?",
        help_text="An email from the domain itself proves nothing.",
        choices=VerifiedDomain.How,
        widget=Radios,
    )

    def __init__(self, *args, domains, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["domain"].choices = [(name, name) for name in domains]


class NewOrganisationForm(OrganisationForm):
    """An agency that joins."""

    code = forms.CharField(
        label="Short code",
        max_length=12,
        help_text="Letters and numbers, for example QHT",
    )
    kind = forms.ChoiceField(label="Kind", choices=Organisation.Kind)
    is_partner = forms.BooleanField(
        label="It is a statutory safeguarding partner", required=False
    )
    active_from = DatePartsField(label="From", subject="The first day")

    field_order = ("name", "code", "kind", "is_partner", "active_from")

    def clean(self):
        cleaned = super().clean()
        kind = cleaned.get("kind")
        if cleaned.pop("is_partner", False):
            if kind not in set(Seat):
                self.add_error(
                    "is_partner",
                    "Only a local authority, an integrated care board or the police is",
                )
            cleaned["seat"] = kind
        return cleaned


class EndOrganisationForm(forms.Form):
    active_to = LastDayField(label="Last day", subject="The last day")


class BankHolidayForm(forms.Form):
    """A day that the partnership counts otherwise."""

    day = DatePartsField(label="Day", subject="The day")
    is_holiday = forms.TypedChoiceField(
        label="How it counts",
        choices=[("yes", "A bank holiday"), ("no", "A working day after all")],
        coerce=lambda answer: answer == "yes",
        widget=Radios,
    )
    reason = forms.CharField(
        label="Why", max_length=200, help_text="For example: proclaimed on 9 May"
    )


class PartnershipForm(forms.Form):
    """How a partnership is reached, and how it has chosen to work."""

    name = forms.CharField(label="Name", max_length=200)
    short_name = forms.CharField(label="Short name", max_length=60)
    referral_address = forms.EmailField(label="Referral mailbox", required=False)
    business_unit_telephone = forms.CharField(
        label="Business unit", max_length=40, required=False
    )
    front_door_telephone = forms.CharField(
        label="Front door for a child at risk", max_length=40, required=False
    )
    out_of_hours_telephone = forms.CharField(
        label="Front door out of hours", max_length=40, required=False
    )
    hours_watched = forms.CharField(label="When the desk is watched", max_length=200)
    lead_requirement = forms.ChoiceField(
        label="What an organisation's safeguarding lead does",
        choices=Partnership.LeadRequirement,
        widget=Radios,
    )
    draft_to_deputy_after = forms.IntegerField(
        label="Working days that a draft waits for the lead before the deputy is asked",
        min_value=1,
        max_value=10,
    )
    rr_trigger = forms.ChoiceField(
        label="The 15 working days run from",
        choices=Partnership.Trigger,
        widget=Radios,
    )
    rr_day_counting = forms.ChoiceField(
        label="The day that starts them",
        choices=Partnership.DayCounting,
        widget=Radios,
    )
    independent_first_views = forms.BooleanField(
        label="Partners' first views stay sealed until all are in", required=False
    )
    notifies_harm_in_care = forms.BooleanField(
        label="Serious harm to a child in care is notified here without abuse or "
        "neglect too",
        help_text="No law asks for it; some areas have decided so.",
        required=False,
    )
    naming = forms.ChoiceField(
        label="Children are called by", choices=Partnership.Naming, widget=Radios
    )
    site = forms.ChoiceField(
        label="Where reports are published", choices=Partnership.Site, widget=Radios
    )
    own_site_address = forms.URLField(
        label="Address of our own website", required=False, assume_scheme="https"
    )
    colour = forms.RegexField(
        label="Colour", regex=r"^#[0-9a-fA-F]{6}$", help_text="For example #1d4f7c"
    )

    sections = (
        ("Name", ("name", "short_name", "colour")),
        (
            "How you are reached",
            (
                "referral_address",
                "business_unit_telephone",
                "front_door_telephone",
                "out_of_hours_telephone",
                "hours_watched",
            ),
        ),
        ("Referrals", ("lead_requirement", "draft_to_deputy_after")),
        ("Rapid reviews", ("rr_trigger", "rr_day_counting", "independent_first_views")),
        ("Notifications", ("notifies_harm_in_care",)),
        ("Publishing", ("naming", "site", "own_site_address")),
    )


class CodeForm(forms.Form):
    """The code that was told by telephone."""

    code = forms.CharField(
        label="Code",
        help_text="Eight letters and numbers, told to you by telephone.",
        max_length=20,
        widget=forms.TextInput(
            attrs={"autocomplete": "one-time-code", "spellcheck": "false"}
        ),
    )


class NewPasswordForm(forms.Form):
    """The password of somebody who comes in."""

    password = forms.CharField(
        label="Choose a password",
        help_text="At least 12 characters. Three or four words that do not belong "
        "together are good. It never has to be changed.",
        max_length=256,
        strip=False,
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
    )

    def __init__(self, *args, invitation, **kwargs):
        super().__init__(*args, **kwargs)
        self.invitation = invitation

    def clean_password(self):
        known = Person(email=self.invitation.email, name=self.invitation.name)
        validate_password(self.cleaned_data["password"], known)
        return self.cleaned_data["password"]


class InterestForm(forms.Form):
    """Something that is close to a person."""

    kind = forms.ChoiceField(
        label="What is it?", choices=StandingInterest.Kind, widget=Radios
    )
    words = forms.CharField(label="Its name", max_length=200)
