"""What is asked in a rapid review."""

from django import forms

from heed.cases.answering import LONG, SHORT, PaperField, StepForm
from heed.partnership.domains import warned_of
from heed.partnership.queries import known_domains
from heed.partnership.verified import domains_theirs
from heed.rapid_reviews.models import (
    AgencyAnswer,
    Confirmation,
    RapidReview,
    ScrutinyComment,
    Told,
    ViewOnReview,
)
from heed.rulebook.outcomes import PanelAnswer, ReviewDecision, label
from heed.ui.fields import DatePartsField, MomentField


def labelled(outcomes):
    return [(outcome.value, label(outcome)) for outcome in outcomes]


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


class AnswerForm(StepForm):
    """An agency's answer."""

    sections = (
        ("Your answer", ("kind", "author")),
        (
            "If nobody is known to you",
            ("children_searched", "adults_searched", "systems_searched"),
        ),
        (
            "If you know something",
            ("period", "summary", "worked_well", "learning", "immediate_actions"),
        ),
        (
            "About this answer",
            ("other_agencies", "records_secured", "author_independent", "checked_by"),
        ),
    )
    kind = forms.ChoiceField(
        label="What can you tell us?",
        widget=forms.RadioSelect,
        choices=AgencyAnswer.Kind.choices,
    )
    author = forms.CharField(label="Your name and role")
    children_searched = forms.BooleanField(
        label="We searched for the children by name and date of birth", required=False
    )
    adults_searched = forms.BooleanField(
        label="We searched for the adults", required=False
    )
    systems_searched = forms.CharField(
        label="In which systems?", widget=SHORT, required=False
    )
    period = forms.CharField(
        label="From when to when were you involved?", required=False
    )
    summary = forms.CharField(
        label="What you knew and did", widget=LONG, required=False
    )
    worked_well = forms.CharField(
        label="What worked well", widget=SHORT, required=False
    )
    learning = forms.CharField(
        label="What can be learned, and what got in the way",
        widget=SHORT,
        required=False,
    )
    immediate_actions = forms.CharField(
        label="What you did at once to keep children safe", widget=SHORT, required=False
    )
    other_agencies = forms.CharField(
        label="Which other agencies were involved?", widget=SHORT, required=False
    )
    records_secured = forms.BooleanField(
        label="Our records are secured", required=False
    )
    author_independent = forms.BooleanField(
        label="I did not work on the case, and manage nobody who did", required=False
    )
    checked_by = forms.CharField(
        label="Who else has checked this answer?", required=False
    )

    def clean(self):
        data = super().clean()
        if data.get("kind") == AgencyAnswer.Kind.SUMMARY and not data.get("summary"):
            self.add_error("summary", "Say in a few words what you knew and did.")
        return data


class LoggedAnswerForm(StepForm):
    """An answer that came another way."""

    came_by = forms.ChoiceField(
        label="How did it come?",
        choices=[
            ("telephone", "By telephone"),
            ("meeting", "At the meeting"),
            ("post", "By post"),
            ("email", "By email"),
        ],
    )
    kind = forms.ChoiceField(
        label="What did they say?",
        widget=forms.RadioSelect,
        choices=AgencyAnswer.Kind.choices,
    )
    author = forms.CharField(label="Who said it? Name and role")
    summary = forms.CharField(label="In their words", widget=LONG, required=False)


class PartForm(StepForm):
    """One part of the rapid review."""

    words = forms.CharField(
        label="Text",
        widget=forms.Textarea(attrs={"rows": 14}),
        required=False,
        help_text="“Not known, because …” is an answer.",
    )


class MeetingForm(StepForm):
    """A meeting."""

    held_on = DatePartsField(label="When was it?", subject="The date")
    attended = forms.CharField(
        label="Who came?", widget=LONG, help_text="One person and organisation a line."
    )
    apologies = forms.CharField(
        label="Who sent apologies?", widget=SHORT, required=False
    )
    interests = forms.CharField(
        label="Which interests were declared?", widget=SHORT, required=False
    )
    minutes = forms.CharField(
        label="What was said and agreed", widget=LONG, required=False
    )

    def clean_attended(self):
        lines = self.cleaned_data["attended"].splitlines()
        return [line.strip() for line in lines if line.strip()]


class ProposalForm(StepForm):
    """A decision put before the three partners."""

    outcome = forms.ChoiceField(
        label="Which decision is proposed?",
        widget=forms.RadioSelect,
        choices=labelled(ReviewDecision),
    )
    reasons = forms.CharField(label="Why?", widget=LONG)
    national_view = forms.ChoiceField(
        label="Is a national review right?",
        widget=forms.RadioSelect,
        choices=RapidReview.NationalView.choices,
    )
    national_reasons = forms.CharField(label="Why, or why not?", widget=SHORT)
    decided_on = DatePartsField(
        label="On which day did the three decide?",
        subject="The day of deciding",
        help_text="Only where they decided together, at a meeting for example. Each of "
        "them confirms this day too, and the six months of a local review run from it. "
        "Leave it empty, and the decision is of the day of the third answer.",
        required=False,
    )


class ReconsideredForm(ProposalForm):
    """A decision put before the three partners again. The one that stands may stand."""

    reasons = forms.CharField(
        label="Why? This is the reply to the Panel, whichever way you decide",
        widget=LONG,
    )


class ConfirmationForm(StepForm):
    """One partner's own answer to the decision."""

    answer = forms.ChoiceField(
        label="For your body",
        widget=forms.RadioSelect,
        choices=Confirmation.Answer.choices,
    )
    reasons = forms.CharField(label="Your reasons, or your dissent", widget=LONG)


class SendingForm(StepForm):
    """The rapid review went to the Panel."""

    sent_at = MomentField(label="When was it sent?", subject="The time of sending")
    route = forms.CharField(
        label="By which route?", help_text="For example the Panel’s secure mailbox"
    )
    proof = forms.CharField(
        label="What proves it?",
        help_text="For example the receipt’s number",
        required=False,
    )
    proof_file = PaperField(
        label="The proof as a file",
        help_text="The receipt, or the email as you sent it",
        required=False,
    )
    late_reason = forms.CharField(
        label="If it was sent after fifteen working days: why?",
        widget=SHORT,
        required=False,
    )


class PanelAnswerForm(StepForm):
    """The Panel's letter."""

    answer = forms.ChoiceField(
        label="What does the Panel answer?",
        widget=forms.RadioSelect,
        choices=labelled(PanelAnswer),
    )
    dated_on = DatePartsField(label="Date of the letter", subject="The date")
    words = forms.CharField(
        label="The letter, word by word", widget=LONG, required=False
    )
    letter_file = PaperField(label="The letter as a file", required=False)

    def clean(self):
        data = super().clean()
        if not data.get("words") and not data.get("letter_file"):
            self.add_error("words", "File the letter: its words, or the file itself.")
        return data


class ToldForm(StepForm):
    """A national body was told, by its own route and with proof."""

    body = forms.ChoiceField(
        label="Who was told?", widget=forms.RadioSelect, choices=Told.Body
    )
    told_at = MomentField(label="When was it sent?", subject="The time of sending")
    route = forms.CharField(
        label="By which route?", help_text="Each body has its own; Heed sends nothing"
    )
    proof = forms.CharField(label="What proves it?", required=False)
    proof_file = PaperField(label="The proof as a file", required=False)


class ToldSomethingForm(ToldForm):
    """A national body was told something of the case."""

    field_order = ("body", "what")
    what = forms.ChoiceField(label="What were they told?", choices=Told.What)


class BodyAnswerForm(StepForm):
    """What a national body answered."""

    answered_on = DatePartsField(label="Date of the answer", subject="The date")
    answer = forms.CharField(
        label="The answer, word by word", widget=LONG, required=False
    )
    answer_file = PaperField(label="The answer as a file", required=False)

    def clean(self):
        data = super().clean()
        if not data.get("answer") and not data.get("answer_file"):
            self.add_error("answer", "File the answer: its words, or the file itself.")
        return data


class ViewForm(StepForm):
    """One body's view on whether to hold a review."""

    view = forms.ChoiceField(
        label="What does your body think?",
        widget=forms.RadioSelect,
        choices=ViewOnReview.VIEWS,
    )
    reasons = forms.CharField(
        label="Your view on each matter to weigh, and why", widget=LONG
    )


class RequirementForm(StepForm):
    """Information required in writing."""

    requirement = forms.CharField(
        label="What is required, and for which review?",
        help_text="Section 16H of the Children Act 2004. They read this after opening "
        "the link with a new code.",
        widget=LONG,
    )
    due_on = DatePartsField(label="By when?", subject="The date")


class ScrutinyForm(StepForm):
    """What the scrutineer says."""

    kind = forms.ChoiceField(
        label="Is this a comment or a challenge?",
        widget=forms.RadioSelect,
        choices=ScrutinyComment.Kind,
    )
    about = forms.ChoiceField(label="About what?", choices=ScrutinyComment.About)
    words = forms.CharField(label="What do you say?", widget=LONG)


class ScrutinyAnswerForm(StepForm):
    """The partners' answer to the scrutineer."""

    answer = forms.CharField(
        label="What follows from it, or why does nothing?", widget=LONG
    )
