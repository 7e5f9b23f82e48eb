"""What a template says of a form: its sections, and what went wrong in it."""

from typing import NamedTuple

from django import template

from heed.ui import forms

register = template.Library()
register.filter("sections", forms.sections)


class Fault(NamedTuple):
    """A line of the error summary, linked to its box where there is one."""

    words: str
    anchor: str


@register.inclusion_tag("ui/forms/error_summary.html")
def error_summary(*forms_or_sets):
    """Everything that is wrong on the page, in the order of its questions."""
    faults = []
    for form in forms_or_sets:
        if hasattr(form, "management_form"):
            faults += [Fault(words, "") for words in form.non_form_errors()]
            for one in form.forms:
                faults += faults_of(one)
        elif form:
            faults += faults_of(form)
    return {"faults": faults}


def faults_of(form):
    """The faults of one form: first those of the whole, then question by question."""
    return [
        *(Fault(words, "") for words in form.non_field_errors()),
        *(
            Fault(words, "" if field.is_hidden else field.anchor)
            for field in form
            for words in field.messages
        ),
    ]
