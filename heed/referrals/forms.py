"""What is asked when a child is referred. The questions themselves are in
`heed.papers.questions`; forms check shape, actions decide and write."""

from django import forms
from django.core.exceptions import ValidationError
from django.utils.crypto import constant_time_compare, salted_hmac

from heed.cases.answering import StepForm
from heed.papers.questions import Kind, Question, Words, worded_question
from heed.referrals.known_children import (
    children_known,
    names_in,
    one_answer,
    ticked,
)
from heed.referrals.models import TYPED_IN, Channel
from heed.referrals.paging import Page, is_opened
from heed.rulebook.outcomes import LeadDecision
from heed.ui.fields import FilesField, MomentField
from heed.ui.widgets import Checkboxes, Radios

AS_SHOWN = "The 20 letters and numbers that you were shown. Spaces do not matter."
LONGEST_LINE = 500
LONGEST_TEXT = 50_000
AS_WRITTEN = (
    "A day, a month or a year will do. Write “not known” if you do not know it."
)
KNOWN_TO_THE_BROWSER = {
    "referrer.name": "name",
    "referrer.email": "email",
    "referrer.phone": "tel",
    "referrer.address": "street-address",
    "referrer.organisation": "organization",
    "referrer.role": "organization-title",
}


class AnswersForm(forms.Form):
    """One page of the referral form. It carries a mark of the answers that it showed,
    so that what somebody changed meanwhile is not overwritten unseen."""

    mark = forms.CharField(widget=forms.HiddenInput, required=False)

    def __init__(self, data=None, *, page: Page, answers: dict, words: Words):
        super().__init__(data)
        self.page, self.before, self.words = page, answers, words
        self.stale = []
        self.fields["mark"].initial = self.current_mark
        for question in page.questions:
            if is_opened(page, question, answers):
                self.fields[question.slug] = self._field(question)
        if len(page.questions) == 1:
            self.page_heading = page.questions[0].slug

    @property
    def current_mark(self) -> str:
        """A mark of what is kept of this page now."""
        kept = repr([(key, self.before.get(key)) for key in self.page.keys])
        return salted_hmac("heed.referrals.page", kept, algorithm="sha256").hexdigest()

    def _field(self, question: Question) -> forms.Field:
        key = self.page.key(question)
        asked = worded_question(self.page.section, question, self.words)
        known = children_known(self.page, question, self.before)
        field = ticked(asked, known) if known else FIELDS[question.kind](asked)
        said = self.before.get(key)
        field.initial = names_in(said) if known else said
        if known := KNOWN_TO_THE_BROWSER.get(key):
            field.widget.attrs["autocomplete"] = known
        return field

    @property
    def answers(self) -> dict:
        """What was answered, by the keys of the questions; without what an answer that
        was changed no longer opens."""
        given = {
            self.page.key(question): one_answer(
                question, self.cleaned_data.get(question.slug)
            )
            for question in self.page.questions
        }
        return {
            self.page.key(question): given[self.page.key(question)]
            for question in self.page.questions
            if self._still_opened(question, given)
        }

    def _still_opened(self, question: Question, given: dict) -> bool:
        if question.only_if is None:
            return True
        other, opening = question.only_if
        by_slug = {each.slug: each for each in self.page.section.questions}
        key = self.page.key(by_slug[other])
        return {**self.before, **given}.get(key) in opening

    def clean(self):
        data = super().clean()
        mark = data.get("mark") or ""
        changed = not constant_time_compare(mark, self.current_mark)
        if mark and changed and not self.errors and not self._says_the_same():
            self.stale = self._as_it_is_now()
            self.data = self.data.copy()
            self.data["mark"] = self.current_mark
            raise ValidationError(
                "This page was changed in another window while you were writing. What "
                "you wrote is still here. Save it again to keep it."
            )
        return data

    def _says_the_same(self) -> bool:
        return all(
            (value or "") == (self.before.get(key) or "")
            for key, value in self.answers.items()
        )

    def _as_it_is_now(self) -> list[tuple[str, str]]:
        return [
            (
                question.label,
                in_words(question, self.before.get(self.page.key(question))),
            )
            for question in self.page.questions
        ]


def in_words(question: Question, answer) -> str:
    """An answer as people read it: the labels of choices, the words of all else."""
    if not answer:
        return ""
    labels = {choice.slug: choice.label for choice in question.choices}
    several = answer if isinstance(answer, list) else [answer]
    return "; ".join(labels.get(each, each) for each in several)


def _not_endless(words: str) -> None:
    if len(words) > LONGEST_TEXT:
        raise ValidationError(
            f"This is {len(words):,} characters long. Keep it to {LONGEST_TEXT:,}, and "
            "send the rest as a file."
        )


def _line(question: Question, **more) -> forms.Field:
    return forms.CharField(
        label=question.label,
        help_text=question.help,
        max_length=LONGEST_LINE,
        required=False,
        **more,
    )


def _text(question: Question) -> forms.Field:
    return forms.CharField(
        label=question.label,
        help_text=question.help,
        widget=forms.Textarea(attrs={"rows": 5}),
        validators=[_not_endless],
        required=False,
    )


def _date(question: Question) -> forms.Field:
    field = _line(question)
    field.help_text = question.help or AS_WRITTEN
    field.widget.attrs["class"] = "govuk-input--width-20"
    return field


def _email(question: Question) -> forms.Field:
    return forms.EmailField(
        label=question.label, help_text=question.help, required=False
    )


def _phone(question: Question) -> forms.Field:
    return _line(question, widget=forms.TextInput(attrs={"type": "tel"}))


def _one(question: Question) -> forms.Field:
    return forms.ChoiceField(
        label=question.label,
        help_text=question.help,
        choices=[(choice.slug, choice.label) for choice in question.choices],
        widget=Radios(hints={c.slug: c.help for c in question.choices if c.help}),
        # The one question that is not passed over; "not known" answers it.
        required=question.required,
    )


def _some(question: Question) -> forms.Field:
    return forms.MultipleChoiceField(
        label=question.label,
        help_text=question.help or "Tick all that you know of.",
        choices=[(choice.slug, choice.label) for choice in question.choices],
        widget=Checkboxes(),
        required=False,
    )


FIELDS = {
    Kind.LINE: _line,
    Kind.TEXT: _text,
    Kind.DATE: _date,
    Kind.EMAIL: _email,
    Kind.PHONE: _phone,
    Kind.ONE: _one,
    Kind.SOME: _some,
}


class PapersForm(forms.Form):
    """Files that are sent with a referral."""

    files = FilesField(
        label="Choose files",
        help_text="Word, OpenDocument, PDF, pictures, emails or text, to 50 MB each. "
        "You can choose several at once.",
    )


class SendForm(StepForm):
    """Sends what was written. It asks nothing more."""


class StatedForm(StepForm):
    """Sends what the business unit has typed in."""

    stated_at = MomentField(
        label="When did it reach the partnership?",
        subject="The time when it reached the partnership",
        help_text="As the letter or your note of the call says. Clocks run from then.",
    )


class FollowForm(forms.Form):
    """A reference and its secret."""

    reference = forms.CharField(label="Reference", max_length=40)
    secret = forms.CharField(
        label="Secret",
        help_text=AS_SHOWN,
        max_length=60,
        widget=forms.TextInput(attrs={"autocomplete": "off", "spellcheck": "false"}),
    )


class StepBackForm(StepForm):
    """An interest in a referral. Saying what it is may wait."""

    details = forms.CharField(
        label="What is your interest?",
        help_text="Leave this empty if you would rather tell it somebody. Who decides "
        "on the case reads it.",
        widget=forms.Textarea(attrs={"rows": 4}),
        validators=[_not_endless],
        required=False,
    )


class AddForm(StepForm):
    """What became known later."""

    words = forms.CharField(
        label="What do you want to add?",
        widget=forms.Textarea(attrs={"rows": 8}),
        validators=[_not_endless],
        required=False,
    )
    files = FilesField(label="Files, if there are any", required=False)

    def clean(self):
        data = super().clean()
        if not data.get("words") and not data.get("files") and not self.errors:
            raise ValidationError("Write something, or choose a file.")
        return data


class LeadForm(StepForm):
    """The safeguarding lead's decision."""

    outcome = forms.ChoiceField(
        label="What do you decide?",
        choices=[
            (LeadDecision.REFER, "Refer it to the partnership"),
            (LeadDecision.DO_NOT_REFER, "Do not refer it"),
            (LeadDecision.ASK, "Ask the person who drafted it first"),
        ],
        widget=Radios(
            hints={
                LeadDecision.DO_NOT_REFER: "Your colleague may still ask the business "
                "unit to look at it.",
                LeadDecision.ASK: "It goes on waiting for you. The time does not stop.",
            }
        ),
    )
    reasons = forms.CharField(
        label="Why? Or what do you ask?", widget=forms.Textarea(attrs={"rows": 5})
    )


class TypeInForm(forms.Form):
    """How something reached the business unit."""

    channel = forms.ChoiceField(
        label="How did it reach you?",
        choices=[(c.value, c.label) for c in Channel if c in TYPED_IN],
        widget=Radios(),
    )
    file = forms.FileField(
        label="The paper itself, if there is one",
        help_text="It is kept as it is. If it is our own Word form, its answers are "
        "filled in for you to check.",
        required=False,
    )


class WhatToJoinForm(forms.Form):
    """To what a referral is to be joined: asked before the two are compared."""

    reference = forms.CharField(
        label="Reference of the other referral, or of the case",
        help_text="One that you may open yourself.",
        max_length=40,
    )


class AddressReasonForm(StepForm):
    """Why somebody needs an address that is withheld."""

    reason = forms.CharField(
        label="Why do you need it?", widget=forms.Textarea(attrs={"rows": 3})
    )


class WhichPaperForm(StepForm):
    """Of which of its papers an email is made a referral."""

    paper = forms.ChoiceField(label="What is the referral?", widget=Radios())

    def __init__(self, *args, papers, **kwargs):
        super().__init__(*args, **kwargs)
        self.papers = {paper.public_id: paper for paper in papers}
        self.fields["paper"].choices = [
            *((key, paper.name) for key, paper in self.papers.items()),
            ("", "The words of the email itself"),
        ]
        self.fields["paper"].required = False

    @property
    def answers(self) -> dict:
        return {"paper": self.papers.get(self.cleaned_data["paper"])}


class ReferenceForm(forms.Form):
    """A reference that the partnership has given out."""

    reference = forms.CharField(label="Reference", max_length=40)


class WordingForm(forms.Form):
    """What a partnership says at a place of its referral form."""

    words = forms.CharField(
        label="What stands there",
        help_text="A few plain sentences, without a name of anybody. Leave it empty to "
        "have Heed’s own words back.",
        widget=forms.Textarea(attrs={"rows": 4}),
        max_length=600,
        required=False,
    )
