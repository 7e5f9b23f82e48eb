"""What is asked on the desk's own pages."""

from functools import cache

from django import forms
from django.utils.safestring import SafeString

from heed.cases.queries import Place, Sought
from heed.desk.queries import partnership_of_page, partnerships_here
from heed.desk.reported import case_of_page
from heed.referrals.throttle import may_report_a_problem
from heed.rulebook.process import STAGES
from heed.rulebook.process.stages import BEFORE_A_CASE

TOO_MANY = (
    "There were too many reports just now. What you wrote is still here: try again in "
    "an hour, or telephone the partnership."
)

WHOSE = (
    "Choose who published it: what you write may name a child, and goes to nobody else."
)


class CasesForm(forms.Form):
    """Narrows the list of cases. Nothing has to be filled in."""

    reference = forms.CharField(
        label="Reference",
        help_text="All of it, or a part, such as Q-26.",
        max_length=40,
        required=False,
    )
    stage = forms.ChoiceField(
        label="Stage",
        choices=[
            ("", "Every stage"),
            *(
                (each, STAGES[each].label)
                for each in STAGES
                if each not in BEFORE_A_CASE
            ),
        ],
        required=False,
    )

    @property
    def drawn(self) -> SafeString:
        """The form on its page. As everybody opens it, with nothing asked, it is drawn
        once a process."""
        nothing = self.is_valid() and not any(self.cleaned_data.values())
        return _with_nothing_asked() if nothing else self.render()

    def sought(self, after: str) -> Sought:
        """What is looked for, after this place of the list."""
        self.is_valid()
        asked = self.cleaned_data
        return Sought(
            stage=asked.get("stage", ""),
            reference=asked.get("reference", ""),
            after=Place.read(after),
        )


@cache
def _with_nothing_asked() -> SafeString:
    return CasesForm({}).render()


class ProblemForm(forms.Form):
    """A problem with a published page. Anybody may report one."""

    page = forms.CharField(
        label="Which page?", max_length=300, help_text="Its address, or its title."
    )
    words = forms.CharField(
        label="What is wrong?",
        help_text="If the page could identify a child, say so first: it can be taken "
        "down at once.",
        widget=forms.Textarea(attrs={"rows": 6}),
        max_length=5000,
    )
    whose = forms.ChoiceField(
        label="Who published it?",
        help_text="If the address of the page does not say it.",
        required=False,
    )
    email = forms.EmailField(
        label="Your email address, if you want an answer", required=False
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        here = partnerships_here()
        self.known = {str(one.public_id): one for one in here}
        choices = [
            ("", "I do not know"),
            *((key, self.known[key].name) for key in self.known),
        ]
        self.fields["whose"].choices = choices
        if len(here) == 1:
            del self.fields["whose"]

    def clean(self):
        data = super().clean()
        chosen = self.known.get(data.pop("whose", ""))
        page = data.get("page", "")
        case = case_of_page(page)  # nobody can pick rightly where no area is named
        its_own = case.partnership if case else None
        data["partnership"] = its_own or chosen or partnership_of_page(page)
        if data.get("page") and data["partnership"] is None:
            self.add_error("whose", WHOSE)
        return data


def may_send(form: ProblemForm, address: str) -> bool:
    """Whether a report may be sent from this address now; if not, the form says so."""
    if may_report_a_problem(address):
        return True
    form.add_error(None, TOO_MANY)
    return False
