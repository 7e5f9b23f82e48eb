"""What is asked about a family."""

from django import forms

from heed.cases import family_letters
from heed.cases.answering import LONG, SHORT, StepForm
from heed.cases.child_forms import NEVER_PRINTED, NamesField
from heed.cases.models import FamilyContact, FamilyMember
from heed.ui.fields import DatePartsField


class FamilyMemberForm(StepForm):
    """Names somebody who counts as family."""

    sections = (
        (
            "Who they are",
            (
                "name",
                "also_known_as",
                "former_names",
                "name_chosen",
                "relationship",
                "born_on",
                "contact",
                "pseudonym",
            ),
        ),
        ("Limits", ("must_not_be_contacted", "must_not_be_told_address")),
        (
            "What they need and wish",
            (
                "needs_interpreter",
                "language",
                "advocate",
                "taking_part",
                "wishes",
                "dates_to_avoid",
            ),
        ),
    )
    name = forms.CharField(label="Name", required=False)
    name_chosen = forms.CharField(
        label="What they wish to be called in letters",
        help_text="If it is not the name above",
        required=False,
    )
    relationship = forms.CharField(
        label="Relationship to the child", help_text="For example mother, uncle"
    )
    also_known_as = NamesField(label="Other names they are known by")
    former_names = NamesField(
        label="Former names that must never be printed", help_text=NEVER_PRINTED
    )
    born_on = DatePartsField(
        label="Date of birth", subject="The date of birth", required=False
    )
    pseudonym = forms.CharField(
        label="What they are called on screens and in the report",
        help_text="For example “Mother’s partner”. Not derived from the real name. "
        "Empty: their relationship and a number.",
        max_length=60,
        required=False,
    )
    contact = forms.CharField(
        label="How they wish to be reached",
        help_text="A protected address does not belong here: it is kept apart.",
        widget=SHORT,
        required=False,
    )
    must_not_be_contacted = forms.BooleanField(
        label="Must not be contacted", required=False
    )
    must_not_be_told_address = forms.BooleanField(
        label="Must not be told where the child or another person lives",
        required=False,
    )
    needs_interpreter = forms.BooleanField(label="Needs an interpreter", required=False)
    language = forms.CharField(label="Language", required=False)
    advocate = forms.CharField(label="Advocate or supporter", required=False)
    taking_part = forms.ChoiceField(
        label="Do they wish to take part?",
        choices=FamilyMember.TakingPart,
        required=False,
    )
    wishes = forms.CharField(
        label="What they have said they want", widget=LONG, required=False
    )
    dates_to_avoid = forms.CharField(
        label="Dates to avoid",
        help_text="Birthdays, anniversaries, court dates",
        required=False,
    )

    def clean_taking_part(self):
        return self.cleaned_data["taking_part"] or FamilyMember.TakingPart.NOT_ASKED


class FamilyContactPersonForm(StepForm):
    """Names the one person who keeps in touch."""

    person = forms.ChoiceField(
        label="Who keeps in touch with the family?",
        help_text="One person, so that the family does not have to tell it twice. "
        "Whoever is not here is put on the list of the case first.",
    )

    def __init__(self, *args, people, **kwargs):
        super().__init__(*args, **kwargs)
        self.people = {str(person.pk): person for person in people}
        self.fields["person"].choices = [
            ("", "Choose a person"),
            *((key, person.name) for key, person in self.people.items()),
        ]

    def clean_person(self):
        return self.people[self.cleaned_data["person"]]


class FamilyRecordForm(StepForm):
    """The family as a whole."""

    who_counts = forms.CharField(
        label="Who counts as family here, and who says so?",
        help_text="Also somebody who is not related, and who is not to be counted.",
        widget=LONG,
        required=False,
    )
    child_called = forms.CharField(
        label="Which name does the family use for the child?",
        help_text="Letters to the family call the child so. Several children: both "
        "names, as the family says them.",
        required=False,
    )
    not_told_because = forms.CharField(
        label="If somebody could not be told yet: who, and why?",
        widget=SHORT,
        required=False,
    )


class AgreedTellingForm(StepForm):
    """What the family is told of a decision, or why not yet."""

    told_as = forms.CharField(
        label="What are they told, in the words in which they hear it?",
        help_text="What was decided, and why, as plainly as you would say it to them. "
        "Whoever keeps in touch reads this, and the letter to the family says it. Name "
        "no agency’s opinion and nobody outside the family.",
        widget=LONG,
        required=False,
    )
    untold_because = forms.CharField(
        label="If they are told nothing yet: why, and when do you look at it again?",
        help_text="For example because the police ask to wait, until a day.",
        widget=SHORT,
        required=False,
    )

    def clean(self):
        data = super().clean()
        said = [bool((data.get(name) or "").strip()) for name in AGREED]
        if not any(said):
            self.add_error(
                "told_as", "Write what they are told, or below why they are not yet."
            )
        return data


AGREED = ("told_as", "untold_because")


def agreed_until_now(record) -> dict:
    """What the form begins with: what was agreed before."""
    return {name: getattr(record, f"decision_{name}") for name in AGREED}


class FamilyContactForm(StepForm):
    """Records what was told to the family, or heard from it."""

    member = forms.ChoiceField(label="With whom?", required=False)
    although = forms.BooleanField(
        label="This person must not be contacted; they got in touch themselves, or it "
        "was agreed first",
        required=False,
    )
    happened_on = DatePartsField(label="When?", subject="The date of the contact")
    how = forms.ChoiceField(label="How?", choices=FamilyContact.How)
    about = forms.ChoiceField(
        label="About what?",
        required=False,
        choices=[("", "Something else"), *FamilyContact.About.choices],
    )
    what_was_said = forms.CharField(
        label="What were they told, and what did they say?", widget=LONG
    )

    def __init__(self, *args, members, **kwargs):
        super().__init__(*args, **kwargs)
        self.members = {str(member.pk): member for member in members}
        self.fields["member"].choices = [
            ("", "The family as a whole"),
            *((key, member.shown_as) for key, member in self.members.items()),
        ]
        if not any(member.must_not_be_contacted for member in members):
            del self.fields["although"]

    def clean_member(self):
        return self.members.get(self.cleaned_data["member"])

    def clean(self):
        data = super().clean()
        member = data.get("member")
        if member and member.must_not_be_contacted and not data.get("although"):
            self.add_error(
                "member",
                f"{member.shown_as} must not be contacted. If they got in touch "
                "themselves, or it was agreed first, tick the box below.",
            )
        return data

    @property
    def answers(self) -> dict:
        return {k: v for k, v in super().answers.items() if k != "although"}


class FamilyLetterForm(forms.Form):
    """A letter to somebody of the family."""

    about = forms.ChoiceField(label="What is it about?", choices=family_letters.KINDS)
    day = DatePartsField(
        label="The day of publication",
        subject="The day of publication",
        help_text="For a letter about it",
        required=False,
    )
    more = forms.CharField(
        label="What you add in your own words",
        help_text="You can change the rest in Word, too.",
        widget=LONG,
        required=False,
    )

    def clean(self):
        data = super().clean()
        about = family_letters.About.PUBLICATION_DATE
        if data.get("about") == about and not data.get("day"):
            self.add_error("day", "Say on which day the report is published.")
        return data


class ProtectedAddressForm(StepForm):
    """Where somebody lives who must not be found."""

    whose = forms.ChoiceField(label="Whose address is it?")
    address = forms.CharField(
        label="The address",
        help_text="It is never shown on a page, in a letter, a search or an email. A "
        "manager opens it with a reason, on record; a coordinator asks first.",
        widget=SHORT,
    )

    def __init__(self, *args, children, members, **kwargs):
        super().__init__(*args, **kwargs)
        self.whose = {
            **{str(child.pk): {"child": child} for child in children},
            **{str(member.pk): {"member": member} for member in members},
        }
        self.fields["whose"].choices = [
            (str(row.pk), row.shown_as) for row in (*children, *members)
        ]

    @property
    def answers(self) -> dict:
        return {
            "address": self.cleaned_data["address"],
            **self.whose[self.cleaned_data["whose"]],
        }
