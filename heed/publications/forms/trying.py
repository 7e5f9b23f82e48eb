"""What is asked of who looks at what is public, and of who tries to tell who it is."""

from django import forms

from heed.cases.answering import LONG, SHORT, StepForm
from heed.publications.models import AttemptToIdentify, KnownInPublic
from heed.rulebook.duties import CONTENT_DUTIES
from heed.rulebook.trying import LEAST_MINUTES
from heed.ui.fields import DatePartsField

MOST_MINUTES = 600


class KnownInPublicForm(StepForm):
    """A line of the jigsaw sheet."""

    source = forms.ChoiceField(
        label="Where did you look?",
        widget=forms.RadioSelect,
        choices=KnownInPublic.Source.choices,
    )
    where = forms.CharField(
        label="Which paper, court or page was it?",
        help_text="So that somebody else finds it again.",
        max_length=500,
    )
    looked_on = DatePartsField(label="On which day?", subject="The day you looked")
    nothing_found = forms.BooleanField(
        label="I found nothing there about this child or family", required=False
    )
    what = forms.CharField(
        label="What does it say?",
        help_text="Names, ages, places, days, pictures: whatever it tells.",
        widget=LONG,
        required=False,
    )
    together = forms.CharField(
        label="What in our text would tell more, read beside it?",
        widget=SHORT,
        required=False,
    )


class AttemptForm(StepForm):
    """What came of trying to find out who the texts that were shown are about."""

    shown_as = forms.CharField(widget=forms.HiddenInput, required=False)
    read = forms.MultipleChoiceField(
        label="Which texts did you read?",
        help_text="What is ticked was not tried yet as it stands. Untick what you did "
        "not read: somebody else can. One attempt counts for all that you read.",
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": "Choose the texts that you read."},
    )
    minutes = forms.IntegerField(
        label="For how many minutes did you try?",
        help_text=f"{LEAST_MINUTES} at least.",
        min_value=1,
        max_value=MOST_MINUTES,
    )
    how = forms.CharField(
        label="How did you try?",
        help_text="Which words you searched for, and where: search engines, local "
        "papers, social media, court lists.",
        widget=LONG,
    )
    outcome = forms.ChoiceField(
        label="Could you tell who it is about?",
        widget=forms.RadioSelect,
        choices=AttemptToIdentify.Outcome.choices,
    )
    found = forms.CharField(
        label="If so: what did you find, and by which words of the text?",
        widget=LONG,
        required=False,
    )
    pictures_seen = forms.BooleanField(
        label="I looked at each picture: no face, badge, number plate or place shows "
        "who or where it is",
        required=False,
    )

    def __init__(self, *args, texts, **kwargs):
        super().__init__(*args, **kwargs)
        marks = [f"{text.kind}={text.content_hash}" for text in texts]
        self.fields["shown_as"].initial = " ".join(marks)
        self.fields["read"].choices = [(text.kind, text.name) for text in texts]
        waits = [text.kind for text in texts if not text.is_tried]
        self.fields["read"].initial = waits or [text.kind for text in texts]
        if not any(text.has_pictures for text in texts):
            del self.fields["pictures_seen"]

    @property
    def answers(self):
        said = super().answers
        marks = (each.partition("=") for each in said.pop("shown_as").split())
        shown = {kind: mark for kind, _, mark in marks}
        read = said.pop("read")
        return said | {"texts": {kind: shown.get(kind, "") for kind in read}}


class AnswerAttemptForm(StepForm):
    """What was done about what a second reader found."""

    answer = forms.CharField(
        label="What was changed because of it, or why may it stay?", widget=LONG
    )


class DutyForm(StepForm):
    """Where a report does what it has to."""

    duty = forms.ChoiceField(
        label="What does the report say?",
        widget=forms.RadioSelect,
        choices=[
            (each.duty.value, each.words[:1].upper() + each.words[1:])
            for each in CONTENT_DUTIES
        ],
    )
    place = forms.ChoiceField(label="Under which heading is it?")
    words = forms.CharField(
        label="By which words there?",
        help_text="Some words as the report has them, so that others find them. When "
        "the report changes, say it of the new version.",
        max_length=500,
        required=False,
    )

    def __init__(self, *args, places, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["place"].choices = places
