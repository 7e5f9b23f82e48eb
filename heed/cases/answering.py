"""Between a form and the door: what a page showed goes in, a refusal comes back as a
sentence on the form, and nothing that was typed is lost."""

import secrets
from typing import NamedTuple

from django import forms
from django.core.exceptions import ValidationError

from heed.cases.steps import AlreadyDone, Refused, Seen, Stale

LONG = forms.Textarea(attrs={"rows": 5})
SHORT = forms.Textarea(attrs={"rows": 3})


class SentFile(NamedTuple):
    """A file as somebody sent it with a form."""

    name: str
    data: bytes


class PaperField(forms.FileField):
    """A file to be kept with a case: a proof, a letter. Cleans to a SentFile."""

    def clean(self, data, initial=None):
        upload = super().clean(data, initial)
        if not upload:
            return None
        if getattr(upload, "is_too_large", False):
            raise ValidationError(
                f"“{upload.name}” is too large to be kept. Send a smaller file."
            )
        return SentFile(upload.name, upload.read())


class StepForm(forms.Form):
    """A form that takes a step. It carries the version that its page showed and a
    token by which a second sending of the same page is recognised."""

    seen_version = forms.IntegerField(widget=forms.HiddenInput, required=False)
    once = forms.CharField(widget=forms.HiddenInput, required=False, max_length=64)

    def __init__(self, *args, shown=None, **kwargs):
        super().__init__(*args, **kwargs)
        self.stale_against = None
        self.fields["seen_version"].initial = getattr(shown, "version", None)
        self.fields["once"].initial = secrets.token_hex(16)

    def clean_once(self):
        """A page sent without its token has one of its own from here on: what it
        begins is found again."""
        return self.cleaned_data["once"] or secrets.token_hex(16)

    @property
    def seen(self) -> Seen:
        data = self.cleaned_data
        return Seen(version=data.get("seen_version"), once=data.get("once") or "")

    def says_now(self, current) -> dict:
        """What a row that was changed meanwhile says now, by the questions of the form;
        a form whose questions are called otherwise than the columns says how."""
        asked = (each for each in self.fields if hasattr(current, each))
        return {name: getattr(current, name) for name in asked}

    @property
    def answers(self) -> dict:
        """What was asked, without what the page carries for itself."""
        own = {"seen_version", "once"}
        return {k: v for k, v in self.cleaned_data.items() if k not in own}


class NothingMore(StepForm):
    """A page that only asks whether to go on."""


class ReasonForm(StepForm):
    """A reason, and nothing else."""

    reason = forms.CharField(label="Why?", widget=LONG)


class ReasonsForm(StepForm):
    """Reasons, and nothing else. `words` is the question."""

    reasons = forms.CharField(widget=LONG)

    def __init__(self, *args, words: str = "Why?", optional=False, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["reasons"].label = words
        self.fields["reasons"].required = not optional


def attempt(form: StepForm, action, *subject, by, at, **more):
    """Carry out an action with what a valid form holds. Gives True when it is done
    (also when this very form had done it before); a refusal stays on the form."""
    try:
        action(*subject, by=by, at=at, seen=form.seen, **form.answers, **more)
    except AlreadyDone:
        return True
    except Refused as refused:
        form.add_error(None, str(refused))
    except Stale as stale:
        form.add_error(None, str(stale))
        form.stale_against = stale.current
        form.data = form.data.copy()
        form.data["seen_version"] = stale.current.version
    else:
        return True
    return False


def token_sent(request) -> str:
    """The token of the page that was sent, before its form is looked at."""
    return request.POST.get("once", "").replace("\0", "")


def posted(request, form_class, **kwargs):
    """The form of a page: bound to what was sent, or fresh with what it begins with."""
    if request.method == "POST":
        return form_class(request.POST, request.FILES, **kwargs)
    return form_class(**kwargs)


def vars_of(row) -> dict:
    """What a form begins with that sets a row right: all that it says now."""
    return {field.name: getattr(row, field.name) for field in row._meta.fields}
