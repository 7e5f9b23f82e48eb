"""What is asked about an agency."""

from django import forms

from heed.cases.answering import LONG, StepForm
from heed.partnership.domains import warned_of
from heed.partnership.queries import known_domains
from heed.partnership.verified import domains_theirs
from heed.rulebook.agency_summary import IN_SHORT, SUMMARY
from heed.ui.fields import DatePartsField


class AskForm(StepForm):
    """Asks one agency."""

    organisation = forms.ChoiceField(label="Which agency?")
    to_address = forms.EmailField(
        label="To which email address?",
        help_text="Its contact for such requests. One message goes to this one "
        "address; it names no child and no case.",
    )
    again = forms.BooleanField(
        label="I have checked this address with the agency: its mail domain is not one "
        "that we know",
        required=False,
    )
    asked_for = forms.CharField(
        label="What are they asked?",
        widget=LONG,
        help_text="They read this after opening the link with the code.",
        initial="Please search your records for the children and adults named here, "
        "and tell us what your organisation knew and did, what worked well, and what "
        "can be learned.",
    )
    due_on = DatePartsField(label="By when?", subject="The date")

    def __init__(self, *args, organisations, **kwargs):
        super().__init__(*args, **kwargs)
        self.organisations = {str(one.pk): one for one in organisations}
        self.fields["organisation"].choices = [
            (key, one.name) for key, one in self.organisations.items()
        ]

    def clean(self):
        data = super().clean()
        organisation = self.organisations.get(data.get("organisation") or "")
        domain = (data.get("to_address") or "").rpartition("@")[2].lower()
        known = organisation and domain in domains_theirs(organisation)
        if domain and organisation and not known and not data.get("again"):
            warning = warned_of(domain, known_domains(organisation.partnership))
            self.add_error(
                "to_address",
                f"{domain} is not a mail domain that we know of {organisation.name}. "
                f"{warning}Check it letter by letter, then tick the box below.",
            )
        return data

    @property
    def answers(self):
        data = {k: v for k, v in super().answers.items() if k != "again"}
        return data | {"organisation": self.organisations[data["organisation"]]}


class RequirementForm(StepForm):
    """Information required in writing."""

    requirement = forms.CharField(
        label="What is required, and for which review?",
        help_text="Section 16H of the Children Act 2004. They read this after opening "
        "the link with a new code.",
        widget=LONG,
    )
    due_on = DatePartsField(label="By when?", subject="The date")


class MoreForm(StepForm):
    """The parts of an answer that are missing."""

    parts = forms.MultipleChoiceField(
        label="Which parts are missing?",
        choices=[(part.slug, part.title) for part in SUMMARY if part.slug in IN_SHORT],
        widget=forms.CheckboxSelectMultiple,
        help_text="They are asked these parts and no others. What they said already "
        "stands.",
    )
    why = forms.CharField(
        label="What is missing, and why is it needed?",
        widget=LONG,
        help_text="They read this after opening the link with the new code.",
    )
    due_on = DatePartsField(label="By when?", subject="The date")
