"""Forms in GOV.UK's markup: the renderer, and what a field knows about its own page.

A form may say: `label_size` ("s", "m", "l" or ""), `page_heading` (the name of the
field whose question is the heading of the page) and `sections` (pairs of a heading and
the names of its fields).
"""

from django import forms
from django.forms.boundfield import BoundField
from django.forms.renderers import DjangoTemplates, TemplatesSetting
from django.forms.widgets import Input
from django.utils.functional import cached_property

from heed.ui import groups
from heed.ui.boxes import BY_HAND
from heed.ui.choices import choices_of, names_revealed
from heed.ui.sentences import sentences
from heed.ui.widgets import CountedWords, DatePartsWidget

# The more particular comes first.
CLASSES = (
    (forms.FileInput, "govuk-file-upload"),
    (forms.Textarea, "govuk-textarea"),
    (forms.Select, "govuk-select"),
    (Input, "govuk-input"),
)
CHOICES = (forms.RadioSelect, forms.CheckboxSelectMultiple, forms.CheckboxInput)

# A browser that cuts off what was pasted, or refuses to send, loses words. We count,
# and answer with a sentence.
NEVER_IN_THE_BROWSER = ("maxlength", "minlength", "required", "min", "max", "step")

DJANGOS_ROWS = "10"
PASSWORD = {
    "spellcheck": "false",
    "autocapitalize": "none",
    "autocomplete": "current-password",
}


class GovukBoundField(BoundField):
    """A question on a page, with what its markup needs."""

    @property
    def widget(self):
        return self.field.widget

    @property
    def identifier(self):
        return self.widget.attrs.get("id") or self.auto_id

    @property
    def kind(self):
        """Which part of the field template draws this question."""
        if isinstance(self.widget, CHOICES):
            return "choices"
        if isinstance(self.widget, DatePartsWidget):
            return "date"
        return "password" if isinstance(self.widget, forms.PasswordInput) else "box"

    @property
    def is_single_checkbox(self):
        return isinstance(self.widget, forms.CheckboxInput)

    @property
    def choices_name(self):
        """What the classes of its markup are named after: radios or checkboxes."""
        return "radios" if self.widget.input_type == "radio" else "checkboxes"

    @property
    def use_fieldset(self):
        return self.kind == "date" or (
            self.kind == "choices" and not self.is_single_checkbox
        )

    @property
    def is_heading(self):
        return getattr(self.form, "page_heading", "") == self.name

    @property
    def label_size(self):
        return "l" if self.is_heading else getattr(self.form, "label_size", "s")

    @property
    def hint_id(self):
        return f"{self.identifier}-hint"

    @property
    def error_id(self):
        return f"{self.identifier}-error"

    @property
    def counted_in(self):
        """What the length of an answer is counted in: words, characters or nothing."""
        if isinstance(self.widget, CountedWords):
            return "words"
        is_long = isinstance(self.widget, forms.Textarea)
        return "characters" if is_long and self.most else ""

    @property
    def most(self):
        """The most words, or characters, that an answer may have."""
        counted = getattr(self.widget, "max_words", None)
        return counted or getattr(self.field, "max_length", None)

    @property
    def aria_describedby(self):
        words = [f"{self.identifier}-info"] if self.counted_in else []
        if self.help_text and not self.is_single_checkbox:
            words.append(self.hint_id)
        if self.errors:
            words.append(self.error_id)
        return " ".join(words)

    @property
    def anchor(self):
        """The id of the box that an error links to."""
        if self.kind != "date":
            return self.identifier
        first, *_ = [p for p, *_ in self.widget.parts if p in self.wrong_parts] or [""]
        return f"{self.identifier}-{first}" if first else self.identifier

    @property
    def messages(self):
        """What is wrong with the answer, in sentences that name the question."""
        errors = self.form.errors.as_data().get(self.name, ())
        return [words for error in errors for words in sentences(self, error)]

    @property
    def wrong_parts(self):
        """The boxes of a date that its errors speak of: all, unless they say which."""
        parts = set()
        for error in self.form.errors.as_data().get(self.name, ()):
            named = (error.params or {}).get("parts")
            parts.update(named or (part for part, *_ in self.widget.parts))
        return frozenset(parts)

    @property
    def choices(self):
        return choices_of(self)

    def as_field_group(self):
        return groups.field_group(self)

    def as_widget(self, widget=None, attrs=None, only_initial=False):
        if widget is None and self.kind == "choices":
            return groups.choices(self)
        if widget is None and self.kind == "date":
            self.widget.wrong = self.wrong_parts
        return super().as_widget(widget, attrs, only_initial)

    def build_widget_attrs(self, attrs, widget=None):
        widget = widget or self.widget
        attrs = dict(attrs)
        if self.field.disabled:
            attrs["disabled"] = True
        if widget.is_hidden or isinstance(widget, DatePartsWidget):
            return attrs
        if described := widget.attrs.get("aria-describedby") or self.aria_describedby:
            attrs["aria-describedby"] = described
        return {
            **attrs,
            **self._of_its_kind(widget),
            **dict.fromkeys(NEVER_IN_THE_BROWSER, False),
            "class": self._classes(widget),
        }

    def _of_its_kind(self, widget):
        """The attributes that a kind of box has unless the form says otherwise."""
        if isinstance(widget, forms.Textarea):
            rows = widget.attrs.get("rows")
            return {"cols": False, "rows": 5 if rows == DJANGOS_ROWS else rows}
        if isinstance(widget, forms.NumberInput):
            widget.input_type = "text"  # arrow keys must not change a number unseen
            return {"inputmode": "numeric", **widget.attrs}
        if isinstance(widget, forms.PasswordInput):
            return {**PASSWORD, **widget.attrs}
        return {}

    def _classes(self, widget):
        name = next((name for kind, name in CLASSES if isinstance(widget, kind)), "")
        classes = [name, f"{name}--error" if self.errors and name else ""]
        if self.counted_in:
            classes.append("govuk-js-character-count")
        if self.kind == "password":
            classes.append("govuk-password-input__input govuk-js-password-input-input")
        return " ".join(filter(None, [*classes, widget.attrs.get("class", "")]))


class GovukRenderer(TemplatesSetting):
    """Renders every form of Heed; Django's own boxes come from Django's own folder."""

    form_template_name = "ui/forms/form.html"
    formset_template_name = "ui/forms/formset.html"
    bound_field_class = GovukBoundField

    @cached_property
    def _django(self):
        return DjangoTemplates()

    def render(self, template_name, context, request=None):
        if draw := BY_HAND.get(template_name):
            return draw(context["widget"])
        return super().render(template_name, context, request)

    def get_template(self, template_name):
        if template_name.startswith("django/"):
            return self._django.get_template(template_name)
        return super().get_template(template_name)


def sections(form):
    """The visible questions under their headings: those of no section come first."""
    named = [name for _, names in getattr(form, "sections", ()) for name in names]
    skipped = names_revealed(form)
    loose = [name for name in form.fields if name not in named]
    return [
        (heading, questions)
        for heading, names in [("", loose), *getattr(form, "sections", ())]
        if (questions := _to_draw(form, names, skipped))
    ]


def _to_draw(form, names, skipped):
    drawn = [form[name] for name in names if name not in skipped]
    return [question for question in drawn if not question.is_hidden]
