"""What went wrong with an answer, as a sentence that names the question.

Django says "This field is required." Somebody who sees six of those does not know which
is which. A sentence that a form wrote itself is left as it is.
"""

import re

from django import forms
from django.core import validators
from django.forms import fields

NEEDS_NO_ARTICLE = re.compile(
    r"(a|an|any|each|her|his|how|if|it|its|my|no|one|other|our|some|that|the|their|this"
    r"|to|what|when|where|which|who|whose|why|you|your)\b"
)
EMAIL = "Enter an email address in full, like name@example.org"


def sentences(field, error):
    """The sentences of one error of a bound field."""
    if not is_djangos(error):
        return error.messages
    say = SAID.get(error.code, not_understood)
    return [say(field, error.params or {})]


def is_djangos(error):
    """Whether the words are Django's own and not those of a form."""
    limits = {"max_length", "min_length", "max_value", "min_value"}
    if error.code in limits:
        return "limit_value" in (error.params or {})
    return str(error.message) in DJANGO_SAYS


def required(field, params):
    label = field.label
    if label.endswith("?"):
        return f"Answer the question “{label}”"
    if field.is_single_checkbox:
        return f"Tick “{label}”"
    if isinstance(field.widget, forms.FileInput):
        return f"Choose a file: {lowered(label)}"
    chosen = field.kind == "choices" or isinstance(field.widget, forms.Select)
    return f"{'Choose' if chosen else 'Enter'} {with_an_article(lowered(label))}"


def not_understood(field, params):
    if isinstance(field.field, forms.EmailField):
        return EMAIL
    if isinstance(field.field, forms.IntegerField | forms.DecimalField):
        return f"{subject(field)} must be a number"
    return f"{subject(field)} cannot be read as it was typed"


def too_long(field, params):
    most, now = params["limit_value"], params["show_value"]
    return f"{subject(field)} must have {most} characters or fewer; it has {now}"


def too_short(field, params):
    return f"{subject(field)} must have {params['limit_value']} characters or more"


def too_much(field, params):
    return f"{subject(field)} must be {params['limit_value']} or less"


def too_little(field, params):
    return f"{subject(field)} must be {params['limit_value']} or more"


def not_offered(field, params):
    return f"{subject(field)} must be one of those on this page"


def empty_file(field, params):
    return f"{subject(field)}: the file is empty"


SAID = {
    "required": required,
    "max_length": too_long,
    "min_length": too_short,
    "max_value": too_much,
    "min_value": too_little,
    "invalid_choice": not_offered,
    "invalid_list": not_offered,
    "empty": empty_file,
    "missing": empty_file,
}

DJANGO_SAYS = {
    str(words)
    for kind in vars(fields).values()
    if isinstance(kind, type) and issubclass(kind, forms.Field)
    for code, words in kind.default_error_messages.items()
    if code != "max_length"
} | {
    str(check.message) for check in (validators.EmailValidator, validators.URLValidator)
}


def subject(field):
    """The question as the beginning of a sentence."""
    is_question = field.label.endswith("?")
    return f"The answer to “{field.label}”" if is_question else field.label


def with_an_article(words):
    """A thing that is asked for, so that the sentence reads as people speak."""
    return words if NEEDS_NO_ARTICLE.match(words) else f"the {words}"


def lowered(label):
    """A label inside a sentence; initials such as "NHS number" stay as they are."""
    return label if label[1:2].isupper() else label[:1].lower() + label[1:]
