"""The radio buttons and checkboxes of a question, as it is drawn (`groups.py`)."""

from typing import NamedTuple

from django.utils.safestring import SafeString, mark_safe


class Choice(NamedTuple):
    """One radio button or checkbox on the page."""

    id: str
    value: str
    label: str
    checked: bool
    disabled: bool
    hint: str
    described_by: str
    revealed: SafeString
    after_or: bool
    exclusive: bool


def choices_of(field):
    """The choices of a bound field, in their order, whatever its widget is."""
    context = field.widget.get_context(field.html_name, field.value(), {})["widget"]
    if field.is_single_checkbox:
        only = {"value": "on", "label": field.label, "attrs": {}}
        only["selected"] = bool(context["attrs"].get("checked"))
        return [_choice(field, 1, only, hint=field.help_text)]
    hints = getattr(field.widget, "hints", {})
    number, choices = 0, []
    for option in (one for _, group, _ in context["optgroups"] for one in group):
        value = str(option["value"])
        number += 2 if _is_after_or(field, value) else 1  # the "or" has a number too
        choices.append(_choice(field, number, option, hint=hints.get(value, "")))
    return choices


def names_revealed(form):
    """The names of the fields that belong to a choice of another question."""
    return {
        name
        for field in form.fields.values()
        for names in getattr(field.widget, "reveals", {}).values()
        for name in names
    }


def _choice(field, number, option, *, hint):
    value = str(option["value"])
    # The first has no number, so that an error can link to the question.
    identifier = field.identifier if number == 1 else f"{field.identifier}-{number}"
    described = [field.error_id] if field.is_single_checkbox and field.errors else []
    if hint:
        described.append(f"{identifier}-item-hint")
    return Choice(
        id=identifier,
        value=value,
        label=option["label"],
        checked=option["selected"],
        disabled=field.field.disabled or bool(option["attrs"].get("disabled")),
        hint=hint,
        described_by=" ".join(described),
        revealed=_revealed(field, value),
        after_or=_is_after_or(field, value),
        exclusive=bool(value) and value == getattr(field.widget, "exclusive", ""),
    )


def _is_after_or(field, value):
    return bool(value) and value == getattr(field.widget, "after_or", "")


def _revealed(field, value):
    names = getattr(field.widget, "reveals", {}).get(value, ())
    drawn = [field.form[name].as_field_group() for name in names]
    return mark_safe("".join(drawn))  # noqa: S308 - each was escaped as it was drawn
