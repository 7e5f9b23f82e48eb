"""What is asked about an agency."""

from django import forms

from heed.cases.answering import LONG, StepForm
from heed.partnership.domains import warned_of
from heed.partnership.queries import known_domains
from heed.partnership.verified import domains_theirs
from heed.rulebook import sources
from heed.rulebook.agency_questions import WHAT_ALL_ARE_ASKED
from heed.rulebook.agency_summary import IN_SHORT, SUMMARY
from heed.ui.fields import DatePartsField


class AskForm(StepForm):
    """Asks agencies: several in one go, each by an email of its own."""

    organisations = forms.MultipleChoiceField(
        label="Which agencies?",
        widget=forms.CheckboxSelectMultiple,
        help_text="Each gets one email of its own, to its contact for such requests. "
        "The email names no child, no case and no other agency.",
    )
    to_address = forms.EmailField(
        label="If you ask one agency and somebody else there: which email address?",
        help_text="Leave it empty to write to the contact that stands beside it.",
        required=False,
    )
    to_name = forms.CharField(
        label="Their name and role", required=False, max_length=200
    )
    again = forms.MultipleChoiceField(
        label="Have you checked these with the agency?",
        help_text="Letter by letter, by telephone. They are not mail domains that we "
        "know.",
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )
    asked_for = forms.CharField(
        label="What are they all asked?",
        widget=LONG,
        help_text="They read this after opening the link with the code. Below it stand "
        "the questions for their kind of agency, which you find above.",
        initial=WHAT_ALL_ARE_ASKED,
    )
    scope_from = DatePartsField(
        label="From which day are they to look?",
        subject="The first day",
        required=False,
    )
    scope_to = DatePartsField(
        label="Until which day?", subject="The last day", required=False
    )
    due_on = DatePartsField(
        label="By when?",
        subject="The date",
        help_text="What is proposed leaves the group time to read and meet.",
    )

    def __init__(self, *args, organisations, **kwargs):
        super().__init__(*args, **kwargs)
        self.agencies = {str(one.pk): one for one in organisations}
        self.fields["organisations"].choices = [
            (key, f"{one.name} ({_contact_of(one)})")
            for key, one in self.agencies.items()
        ]
        if unknown := self._unknown_domains():
            self.fields["again"].choices = [(each, each) for each in unknown]
        else:  # asked only of a domain that nobody knows, once it was typed or chosen
            del self.fields["again"]

    def _unknown_domains(self) -> list[str]:
        if not self.is_bound:
            return []
        typed = self["to_address"].data or ""
        chosen = [self.agencies.get(pk) for pk in self["organisations"].data or ()]
        found = {
            _domain_of(typed or agency.contact_address): agency
            for agency in filter(None, chosen)
        }
        return sorted(
            domain
            for domain, agency in found.items()
            if domain and domain not in domains_theirs(agency)
        )

    def clean(self):
        data = super().clean()
        chosen = [self.agencies[pk] for pk in data.get("organisations") or ()]
        first, last = data.get("scope_from"), data.get("scope_to")
        if first and last and last < first:
            self.add_error("scope_to", "The last day comes before the first.")
        if data.get("to_address") and len(chosen) > 1:
            self.add_error(
                "to_address",
                "An address of its own can be given when you ask one agency alone.",
            )
        elif "to_address" not in self.errors:
            for agency in chosen:
                self._look_at_the_address_of(agency, data)
        return data

    def _look_at_the_address_of(self, agency, data) -> None:
        """None is sent where there is no address, or at a domain that nobody knows."""
        address = data.get("to_address") or agency.contact_address
        where = "to_address" if data.get("to_address") else "organisations"
        if not address:
            why = f"We have no contact of {agency.name}. Ask it alone, and type one."
            self.add_error("organisations", why)
            return
        domain = _domain_of(address)
        if domain in domains_theirs(agency) or domain in data.get("again", ()):
            return
        warning = warned_of(domain, known_domains(agency.partnership))
        self.add_error(
            where,
            f"{domain} is not a mail domain that we know of {agency.name}. "
            f"{warning}Check it letter by letter, then tick it below.",
        )

    @property
    def answers(self):
        data = {k: v for k, v in super().answers.items() if k != "again"}
        chosen = [self.agencies[pk] for pk in data["organisations"]]
        return data | {"organisations": chosen}


def _domain_of(address: str) -> str:
    return address.strip().rpartition("@")[2].lower()


def _contact_of(agency) -> str:
    if not agency.contact_address:
        return "no contact on record"
    named = filter(None, (agency.contact_name, agency.contact_address))
    return ", ".join(named)


class RequirementForm(StepForm):
    """Information required in writing."""

    requirement = forms.CharField(
        label="What is required, and for which review?",
        help_text=f"Under {sources.S16H.cited}. They read this after opening the link "
        "with a new code.",
        widget=LONG,
    )
    due_on = DatePartsField(label="By when?", subject="The date")


class MoreForm(StepForm):
    """The parts of an answer that are missing."""

    parts = forms.MultipleChoiceField(
        label="Which parts are missing?",
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

    def __init__(self, *args, in_full=False, **kwargs):
        """`in_full`: what they answered is a full summary, of which every part can be
        asked anew; of an answer in short only those that it has."""
        super().__init__(*args, **kwargs)
        self.fields["parts"].choices = [
            (part.slug, part.title)
            for part in SUMMARY
            if in_full or part.slug in IN_SHORT
        ]


class PassOnForm(StepForm):
    """Somebody else of the same organisation."""

    to_name = forms.CharField(
        label="Who is the right person? Name and role", max_length=200
    )
    to_address = forms.EmailField(
        label="Their email address at your organisation",
        help_text="They get a link of their own and ring for the code. Your link opens "
        "nothing any more.",
    )


class InformationLetterForm(forms.Form):
    """A letter that requires information in writing."""

    required = forms.CharField(
        label="What is required? One thing a line",
        widget=LONG,
        help_text="Without a name of a child or of the family: who it is about stands "
        "behind the link.",
    )
    due_on = DatePartsField(label="By when?", subject="The date")


class RequestReferenceForm(forms.Form):
    """What a request is called by telephone."""

    reference = forms.CharField(
        label="Reference of the request",
        help_text="For example R-05AD-5EE5; dashes and capitals do not matter.",
        max_length=40,
    )
