"""What is asked of learning. Forms check shape; actions decide and write."""

from django import forms

from heed.cases.answering import LONG, SHORT, ReasonForm, StepForm
from heed.cases.forms import NewTargetForm
from heed.cases.learned import said_in
from heed.learning.models import Action, Addressee, Impact, Recommendation
from heed.rulebook.themes import THEMES
from heed.ui.fields import DatePartsField

__all__ = ["NewTargetForm", "ReasonForm", "StepForm"]

YES_NO = [("yes", "More than one organisation"), ("no", "One organisation")]


def _choices(choices):
    return {"choices": choices, "widget": forms.RadioSelect}


class PickOne(forms.ChoiceField):
    """One of some rows: cleans to the row itself, or None where that is allowed."""

    def __init__(self, *args, nothing="Choose one", **kwargs):
        super().__init__(*args, **kwargs)
        self.nothing = nothing

    def offer(self, rows, label):
        """Offer these rows, each under its label."""
        self.rows = {str(row.pk): row for row in rows}
        self.choices = [
            ("", self.nothing),
            *((key, label(row)) for key, row in self.rows.items()),
        ]

    def clean(self, value):
        return self.rows.get(super().clean(value))


class PickSome(forms.MultipleChoiceField):
    """Some of some rows: cleans to the rows themselves."""

    widget = forms.CheckboxSelectMultiple

    def offer(self, rows, label):
        """Offer these rows, each under its label."""
        self.rows = {str(row.pk): row for row in rows}
        self.choices = [(key, label(row)) for key, row in self.rows.items()]

    def clean(self, value):
        return [self.rows[key] for key in super().clean(value)]


class RecommendationForm(StepForm):
    """A recommendation, or a finding with a question."""

    sections = (
        ("What should change", ("kind", "text", "intended_change", "origin")),
        ("To whom", ("addressees", "multi_agency", "scope")),
        ("What it is about", ("aim", "themes", "due_on")),
    )
    kind = forms.ChoiceField(label="What is it?", **_choices(Recommendation.Kind))
    text = forms.CharField(
        label="Its words",
        help_text="As they stand, or will stand, in the report.",
        widget=LONG,
    )
    intended_change = forms.CharField(
        label="What is it to change for children?",
        help_text="One change, in a sentence. Its impact is looked for here later.",
        widget=SHORT,
    )
    origin = forms.ChoiceField(
        label="Where does it come from?", **_choices(Recommendation.Origin)
    )
    addressees = PickSome(label="Which organisations is it addressed to?")
    multi_agency = forms.TypedChoiceField(
        label="Who has to act together?",
        coerce=lambda value: value == "yes",
        **_choices(YES_NO),
    )
    scope = forms.ChoiceField(
        label="How far does it reach?", **_choices(Recommendation.Scope)
    )
    aim = forms.ChoiceField(
        label="What does it change?", **_choices(Recommendation.Aim)
    )
    themes = forms.MultipleChoiceField(
        label="Themes",
        help_text="Those under which others should find it.",
        choices=list(THEMES.items()),
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )
    due_on = DatePartsField(
        label="By when, if a day is set?", subject="The day", required=False
    )

    def __init__(self, *args, organisations, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["addressees"].offer(organisations, lambda each: each.name)


class ResponseForm(StepForm):
    """What an organisation answers to a recommendation."""

    answer = forms.ChoiceField(
        label="Does your organisation accept it?", **_choices(Addressee.Answer)
    )
    reasons = forms.CharField(
        label="What you will do about it, or why it is not accepted as it stands",
        widget=LONG,
    )


class ActionForm(StepForm):
    """An action with an owner and a date."""

    recommendation = PickOne(
        label="Which recommendation does it answer?",
        nothing="None: it stands by itself",
        required=False,
    )
    learned = PickOne(
        label="From which point of the rapid review does it follow?",
        nothing="From none of them",
        required=False,
    )
    text = forms.CharField(
        label="What is to be done?",
        help_text="So that somebody else could tell whether it was done.",
        widget=LONG,
    )
    owner = PickOne(label="Who does it?", nothing="Choose a person")
    starts_on = DatePartsField(
        label="When does it begin?",
        help_text="Leave empty for today.",
        subject="The beginning",
        required=False,
    )
    due_on = DatePartsField(label="By when?", subject="The date by when")
    measure = forms.CharField(
        label="How will you know that it helped children?",
        help_text="What you will count, look at or ask, and when.",
        widget=SHORT,
        required=False,
    )

    def __init__(self, *args, owners, recommendations=None, points=(), **kwargs):
        super().__init__(*args, **kwargs)
        if points:
            self.fields["learned"].offer(points, lambda each: said_in(each)[:120])
        else:
            self.fields.pop("learned")
        self.fields["owner"].offer(
            owners, lambda each: f"{each.name}, {each.organisation.name}"
        )
        if recommendations is None:
            self.fields.pop("recommendation")
        else:
            self.fields["recommendation"].offer(
                recommendations, lambda each: f"{each.number}. {each.text[:80]}"
            )


class ProgressForm(StepForm):
    """How an action goes."""

    status = forms.ChoiceField(
        label="How does it stand?",
        **_choices([(s, s.label) for s in Action.Status if s in Action.OPEN]),
    )
    words = forms.CharField(label="What happened since the last time?", widget=LONG)


class CompletionForm(StepForm):
    """Signs off that an action was done."""

    done_on = DatePartsField(label="When was it done?", subject="The day it was done")
    what_was_done = forms.CharField(label="What was done? If late, why?", widget=LONG)
    evidence = forms.CharField(
        label="What shows it?",
        help_text="The paper, the figures or the people that show it, and where they "
        "are. Leave it empty if there is nothing: that stays visible.",
        widget=SHORT,
        required=False,
    )
    evidence_dated_on = DatePartsField(
        label="What date does the evidence carry?",
        subject="The date of the evidence",
        required=False,
    )


class OwnerForm(ReasonForm):
    """Gives an action to somebody else."""

    field_order = ("owner", "reason")
    owner = PickOne(label="Who does it from now on?", nothing="Choose a person")

    def __init__(self, *args, owners, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["owner"].offer(
            owners, lambda each: f"{each.name}, {each.organisation.name}"
        )


class ReopenForm(ReasonForm):
    """Opens an action again."""

    field_order = ("reason", "due_on")
    due_on = DatePartsField(label="By when now?", subject="The new date")


class ReplaceForm(ReasonForm):
    """Ends an action because another takes its place."""

    field_order = ("replaced_by", "reason")
    replaced_by = PickOne(label="Which action takes its place?")

    def __init__(self, *args, others, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["replaced_by"].offer(
            others, lambda each: f"{each.number}. {each.text[:80]}"
        )


class ImpactForm(StepForm):
    """What was found when somebody looked for change."""

    looked_on = DatePartsField(label="When did you look?", subject="The day")
    method = forms.ChoiceField(label="How?", **_choices(Impact.Method))
    measure = forms.CharField(label="What did you look at?", widget=SHORT)
    evidence = forms.CharField(
        label="What did you find?",
        help_text="What is different for children, and how you know.",
        widget=LONG,
    )
    judgement = forms.ChoiceField(
        label="Are children better protected because of it?",
        **_choices(Impact.Judgement),
    )


class AssuranceForm(StepForm):
    """What changed for children, as the partners sign it."""

    reason = forms.CharField(
        label="What is different for children now, and how do you know?",
        help_text="That actions were done is not enough.",
        widget=LONG,
    )


class ClosingForm(StepForm):
    """Why nothing more is owed."""

    reason = forms.CharField(label="Why is nothing more owed?", widget=LONG)
    aftercare_until = DatePartsField(
        label="Until when does the lead reviewer still read the case?",
        subject="The last day of the aftercare",
        help_text=(
            "Give the last day of the aftercare that was agreed. Left empty, the lead "
            "reviewer leaves the list today. So do all others but the business unit, "
            "the three partners and the local authority’s notifier. Links that "
            "agencies and practitioners were sent open nothing any more."
        ),
        required=False,
    )


class ArchivingForm(StepForm):
    """Which retention rule applies."""

    reason = forms.CharField(
        label="Which retention rule applies, and until when?", widget=SHORT
    )


class ReopeningForm(StepForm):
    """What is newly known."""

    reason = forms.CharField(label="What is newly known, and since when?", widget=LONG)


class WithReportForm(StepForm):
    """Whether a briefing goes out by the same decision as the report."""

    with_report = forms.TypedChoiceField(
        label="By which decision?",
        widget=forms.RadioSelect,
        choices=[
            ("yes", "With the report, by the decision on it"),
            ("no", "By itself, at its second approval"),
        ],
        coerce=lambda value: value == "yes",
    )
