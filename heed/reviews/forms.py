"""What is asked in a local review."""

from django import forms

from heed.cases.answering import LONG, SHORT, PaperField, ReasonForm, StepForm
from heed.chronologies.forms.episodes import RowsForm
from heed.reviews.models import MonitoringNote, Signature
from heed.reviews.texts import paragraphs, places_of
from heed.rulebook.contents import REPORT_DUTIES, REVIEWER_QUALITIES
from heed.ui.fields import DatePartsField

ROW = forms.Textarea(attrs={"rows": 2})
METHODS = [
    ("systems", "A systems method"),
    ("silp", "SILP"),
    ("scie", "SCIE Learning Together"),
    ("welsh", "The Welsh model"),
    ("appreciative", "Appreciative inquiry"),
    ("hybrid", "A hybrid"),
    ("other", "Another method"),
]


class ProposeForm(StepForm):
    """Proposes a lead reviewer."""

    person = forms.ChoiceField(label="Who is proposed?")

    def __init__(self, *args, people, **kwargs):
        super().__init__(*args, **kwargs)
        for name, label in REVIEWER_QUALITIES:
            self.fields[name] = forms.CharField(
                label=label, help_text="How do they? A sentence is enough.", widget=ROW
            )
        self.people = {str(person.pk): person for person in people}
        self.fields["person"].choices = [
            (key, person.name) for key, person in self.people.items()
        ]

    def clean_person(self):
        return self.people[self.cleaned_data["person"]]

    @property
    def answers(self):
        said = self.cleaned_data
        each = (f"{label}: {said[name]}" for name, label in REVIEWER_QUALITIES)
        return {"person": said["person"], "qualities": "\n".join(each)}


class QualityForm(ReasonForm):
    """What a report must and should do, gone through before it is signed. It is a list
    to think with: what is not ticked keeps nobody from going on."""

    met = forms.MultipleChoiceField(
        label="What does the report, and the making of it, do?",
        help_text="Leave out what it does not do: your reasons say why it is ready "
        "all the same.",
        widget=forms.CheckboxSelectMultiple,
        choices=[
            (duty.slug, f"{duty.words} ({duty.level.capitalize()})")
            for duty in REPORT_DUTIES
        ],
        required=False,
    )
    field_order = ("met", "reason")

    @property
    def answers(self):
        said = self.cleaned_data
        met, not_met = [], []
        for duty in REPORT_DUTIES:
            (met if duty.slug in said["met"] else not_met).append(duty.words)
        parts = [said["reason"], _told("Done", met), _told("Not done", not_met)]
        return {"reason": "\n\n".join(part for part in parts if part)}


def _told(what: str, sentences: list[str]) -> str:
    return "\n".join([f"{what}:", *sentences]) if sentences else ""


YES_OR_NO = [("no", "No"), ("yes", "Yes")]


class OwnIndependenceForm(StepForm):
    """What a proposed reviewer declares of herself."""

    worked_in_area = forms.TypedChoiceField(
        label="Have you worked for an agency of this area in the last three years?",
        help_text="The council, the health service, the police, a school, a charity "
        "or any other that works with children or families here.",
        widget=forms.RadioSelect,
        choices=YES_OR_NO,
        coerce=lambda value: value == "yes",
    )
    knows_people = forms.TypedChoiceField(
        label="Do you know, or have you managed, people who work for them?",
        widget=forms.RadioSelect,
        choices=YES_OR_NO,
        coerce=lambda value: value == "yes",
    )
    declaration = forms.CharField(
        label="In your own words",
        help_text="Which agency, when, whom, and how. A tie bars nobody by itself: it "
        "is weighed, in words.",
        widget=LONG,
        required=False,
    )

    def clean(self):
        said = super().clean()
        ties = said.get("worked_in_area") or said.get("knows_people")
        if ties and not said.get("declaration"):
            self.add_error("declaration", self.IN_WORDS)
        return said

    IN_WORDS = "Say in a sentence what the tie is: it can only be weighed in words."


class IndependenceForm(OwnIndependenceForm):
    """What a proposed reviewer declared on paper."""

    signed_on = DatePartsField(
        label="When did they sign it?", subject="The day on which they signed"
    )
    field_order = ("signed_on",)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        asked = {
            "worked_in_area": "Have they worked for an agency of this area in the last "
            "three years?",
            "knows_people": "Do they know people in the case or in these agencies, or "
            "have they managed them?",
            "declaration": "In their own words",
        }
        for name, label in asked.items():
            self.fields[name].label = label


class AppointForm(StepForm):
    """Appoints the lead reviewer."""

    why_chosen = forms.CharField(label="Why this reviewer?", widget=LONG)


class NationalReportForm(StepForm):
    """The Panel's own report, published."""

    published_on = DatePartsField(
        label="On which day did the Panel publish it?", subject="The day"
    )


class NationalReportDownForm(StepForm):
    """The Panel's own report, taken down."""

    taken_down_on = DatePartsField(
        label="On which day was it taken down?", subject="The day"
    )


class TermsForm(StepForm):
    """Terms of reference."""

    questions = forms.CharField(
        label="Questions that the review answers",
        help_text="One a line. They are numbered.",
        widget=forms.Textarea(attrs={"rows": 8}),
    )
    method = forms.ChoiceField(label="Method", choices=METHODS)
    scope = forms.CharField(label="Scope", widget=SHORT, required=False)
    covers_from = DatePartsField(
        label="The period begins", subject="The beginning", required=False
    )
    covers_to = DatePartsField(
        label="The period ends", subject="The end", required=False
    )

    def clean_questions(self):
        lines = self.cleaned_data["questions"].splitlines()
        return [line.strip() for line in lines if line.strip()]


class EventForm(StepForm):
    """A practitioner event."""

    title = forms.CharField(label="What is it called?", max_length=120)
    held_on = DatePartsField(label="When is it?", subject="The date")


class InvitationForm(StepForm):
    """Invites one practitioner."""

    name = forms.CharField(label="Name")
    organisation = forms.CharField(label="Organisation")
    work = forms.CharField(label="What is their work?", required=False)
    support_offered = forms.BooleanField(
        label="Support before, during and after was offered", required=False
    )


class AttendanceForm(StepForm):
    """Who came."""

    came = forms.MultipleChoiceField(
        label="Who came?", widget=forms.CheckboxSelectMultiple, required=False
    )

    def __init__(self, *args, invitations, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["came"].choices = [
            (str(each.pk), f"{each.name}, {each.organisation}") for each in invitations
        ]

    support_given = forms.CharField(
        label="What support did they have, before, during and after?",
        widget=SHORT,
        required=False,
    )

    def clean_came(self):
        return set(self.cleaned_data["came"])


class AskForAccountForm(StepForm):
    """Asks a practitioner for their own account."""

    to_address = forms.EmailField(
        label="To which email address?",
        help_text="One message goes to this one address; it names no child and no "
        "case. You tell them the code by telephone.",
    )


class OwnWordsForm(StepForm):
    """A practitioner's own account."""

    words = forms.CharField(
        label="What was it like, and what would have helped?",
        help_text="In your own words, as you saw it at the time. Please do not name "
        "colleagues.",
        widget=forms.Textarea(attrs={"rows": 12}),
    )
    may_be_quoted = forms.BooleanField(
        label="The reviewer may quote my words, without my name", required=False
    )


class WrittenRequestForm(StepForm):
    """What the partners ask the reviewer for."""

    words = forms.CharField(label="What do you ask for?", widget=LONG)
    due_on = DatePartsField(label="By when?", subject="The date")


class AnswerForm(StepForm):
    """An answer in words."""

    answer = forms.CharField(label="Your answer", widget=LONG)


class WordsForm(StepForm):
    """What practitioners said."""

    what_was_said = forms.CharField(
        label="What was it like, and what would have helped?",
        help_text="No blame, and no names.",
        widget=forms.Textarea(attrs={"rows": 12}),
    )


class MonitoringForm(StepForm):
    """Time and quality."""

    time = forms.ChoiceField(
        label="In time", widget=forms.RadioSelect, choices=MonitoringNote.Judgement
    )
    quality = forms.ChoiceField(
        label="In quality", widget=forms.RadioSelect, choices=MonitoringNote.Judgement
    )
    note = forms.CharField(label="What was seen, and what follows", widget=LONG)


class DraftForm(StepForm):
    """A draft report."""

    report = PaperField(
        label="The report as a Word file (.docx)",
        help_text="The file is kept as sent and read into text. Tracked changes and "
        "comments are shown to you before anything is published.",
    )
    is_final_draft = forms.BooleanField(
        label="This is my final draft: every later change is shown to me",
        required=False,
    )

    @property
    def answers(self):
        sent = self.cleaned_data["report"]
        return {
            "data": sent.data,
            "name": sent.name,
            "is_final_draft": self.cleaned_data["is_final_draft"],
        }


class CommentForm(StepForm):
    """A comment on accuracy."""

    anchor = forms.ChoiceField(label="Which paragraph?", required=False)
    words = forms.CharField(label="What is not right, and what is?", widget=SHORT)

    def __init__(self, *args, report, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["anchor"].choices = [
            ("", "The report as a whole"),
            *_of(report),
        ]


class FindingForm(RowsForm):
    """A finding of the reviewer's, and the rows on which it rests."""

    words = forms.CharField(label="What did you find?", widget=LONG)
    anchor = forms.ChoiceField(
        label="Where does it stand in the report? (optional)", required=False
    )
    field_order = ("words", "rows", "anchor", "wrong")

    def __init__(self, *args, report=None, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["rows"].label = "On which rows of the chronology does it rest?"
        found = _of(report) if report else ()
        self.fields["anchor"].choices = [("", "Not said"), *found]


class FindingAmendedForm(FindingForm):
    """A finding that was written before."""

    wrong = forms.BooleanField(label="Take it out", required=False)


class ChangeForm(StepForm):
    """A change to one paragraph."""

    anchor = forms.ChoiceField(label="Which paragraph?")
    after = forms.CharField(label="How should it read?", widget=LONG)
    reasons = forms.CharField(label="Why?", widget=SHORT)

    def __init__(self, *args, report, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["anchor"].choices = _of(report)


def _of(report):
    """Each paragraph by where it stands and how it begins."""
    places = places_of(report.blocks)
    return [
        (anchor, f"{places.get(anchor, anchor)}: {words[:70]}")
        for anchor, words in paragraphs(report.blocks)
    ]


class PortraitForm(StepForm):
    """Who the child was."""

    words = forms.CharField(
        label="Who was this child?",
        help_text="It stands at the beginning of the report. Without names, dates and "
        "places that could identify.",
        widget=forms.Textarea(attrs={"rows": 8}),
    )
    family_agreed = forms.BooleanField(
        label="The family agreed to these words", required=False
    )


class SignatureForm(StepForm):
    """One partner's signature."""

    answer = forms.ChoiceField(
        label="For your body",
        help_text="Who dissents holds something in it to be wrong; who declines does "
        "not put the name of their body to it. Either stands with its reasons beside "
        "the signatures, and two signatures are enough. Nobody changes the reviewer’s "
        "findings: ask her in writing, or publish a statement beside the report.",
        widget=forms.RadioSelect,
        choices=Signature.Answer,
    )
    reasons = forms.CharField(label="Your reasons, or your dissent", widget=LONG)
