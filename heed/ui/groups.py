"""A question with its label, its hint, what is wrong and its box, drawn by hand with
each word escaped: a form of fifteen questions costs a quarter of what templates within
templates cost. The markup is GOV.UK's, and compared with theirs by a test."""

from collections.abc import Iterable

from django.template.loader import render_to_string
from django.utils.html import conditional_escape as escaped
from django.utils.safestring import SafeString, mark_safe

from heed.ui.choices import Choice

_ALIKE: dict[tuple, SafeString] = {}


def field_group(field) -> SafeString:
    """A question as a page shows it. What a form says to be `alike` whoever asks is
    drawn once a process, where nothing was typed into it yet."""
    form = field.form
    if form.is_bound or field.name not in getattr(form, "alike", ()):
        return _drawn(field)
    if field.initial is not None:
        return _drawn(field)
    which = (type(form), field.name, field.identifier)
    if which not in _ALIKE:
        _ALIKE[which] = _drawn(field)
    return _ALIKE[which]


def _drawn(field) -> SafeString:
    classes, modules = ["govuk-form-group"], ""
    if field.errors:
        classes.append("govuk-form-group--error")
    if counted := field.counted_in:
        classes.append("govuk-character-count")
        modules = (
            f' data-module="govuk-character-count" data-maxlength="{field.most}" '
            f'data-count-type="{counted}"'
        )
    if field.kind == "password":
        classes.append("govuk-password-input")
        modules += ' data-module="govuk-password-input"'
    drawn = "\n".join(_asked(field))
    return mark_safe(  # noqa: S308 - each word of it is escaped below
        f'<div class="{" ".join(classes)}"{modules}>\n{drawn}\n</div>'
    )


def _asked(field) -> Iterable[str]:
    if field.use_fieldset:
        return _together(field)
    if field.is_single_checkbox:
        return [_errors(field), str(field)]
    return _apart(field)


def _together(field) -> Iterable[str]:
    role = ' role="group"' if field.kind == "date" else ""
    described, label = field.aria_describedby, escaped(field.label)
    about = f' aria-describedby="{escaped(described)}"' if described else ""
    yield f'<fieldset class="govuk-fieldset"{role}{about}>'
    yield f'<legend class="{_sized(field, "govuk-fieldset__legend")}">'
    if field.is_heading:
        label = f'<h1 class="govuk-fieldset__heading">{label}</h1>'
    yield f"{label}\n</legend>"
    yield from (_hint(field), _errors(field), str(field), "</fieldset>")


def _apart(field) -> Iterable[str]:
    classes, identifier = _sized(field, "govuk-label"), escaped(field.id_for_label)
    label = escaped(field.label)
    label = f'<label class="{classes}" for="{identifier}">{label}</label>'
    if field.is_heading:
        label = f'<h1 class="govuk-label-wrapper">{label}</h1>'
    box = str(field)
    if field.kind == "password":
        box = (
            '<div class="govuk-input__wrapper govuk-password-input__wrapper">\n'
            f'{box}\n<button type="button" class="govuk-button '
            "govuk-button--secondary govuk-password-input__toggle "
            'govuk-js-password-input-toggle" data-module="govuk-button" '
            f'aria-controls="{identifier}" aria-label="Show password" hidden>'
            "Show</button>\n</div>"
        )
    yield from (label, _hint(field), _errors(field), box)
    if counted := field.counted_in:
        yield (
            f'<div id="{escaped(field.identifier)}-info" class="govuk-hint '
            f'govuk-character-count__message">You can enter up to {field.most} '
            f"{counted}</div>"
        )


def _sized(field, name: str) -> str:
    size = field.label_size
    return f"{name} {name}--{size}" if size else name


def _hint(field) -> str:
    if not field.help_text:
        return ""
    words = escaped(field.help_text)
    return f'<div id="{escaped(field.hint_id)}" class="govuk-hint">{words}</div>'


def _errors(field) -> str:
    if not field.errors:
        return ""
    return render_to_string("ui/forms/errors.html", {"field": field})


def choices(field) -> SafeString:
    """Its radio buttons or checkboxes."""
    name, widget = f"govuk-{field.choices_name}", field.widget
    how = "".join(
        f" {name}--{each}"
        for each in ("inline", "small")
        if getattr(widget, each, False)
    )
    kind = "radio" if field.choices_name == "radios" else "checkbox"
    begins = f'name="{escaped(field.html_name)}" type="{kind}"'
    drawn = "\n".join(_choice(each, name, begins) for each in field.choices)
    return mark_safe(  # noqa: S308 - each word of it is escaped below
        f'<div class="{name}{how}" data-module="{name}">\n{drawn}\n</div>'
    )


def _choice(choice: Choice, name: str, begins: str) -> str:
    identifier, label = escaped(choice.id), escaped(choice.label)
    divider = f'<div class="{name}__divider">or</div>\n' if choice.after_or else ""
    said = "".join(
        f" {words}"
        for words, holds in (
            ("checked", choice.checked),
            ("disabled", choice.disabled),
            (f'data-aria-controls="conditional-{identifier}"', choice.revealed),
            ('data-behaviour="exclusive"', choice.exclusive),
            (f'aria-describedby="{escaped(choice.described_by)}"', choice.described_by),
        )
        if holds
    )
    hint = revealed = ""
    if choice.hint:
        hint = (
            f'\n<div id="{identifier}-item-hint" class="govuk-hint {name}__hint">'
            f"{escaped(choice.hint)}</div>"
        )
    if choice.revealed:
        hides = "" if choice.checked else f" {name}__conditional--hidden"
        revealed = (
            f'\n<div class="{name}__conditional{hides}" '
            f'id="conditional-{identifier}">\n{choice.revealed}\n</div>'
        )
    return (
        f'{divider}<div class="{name}__item">\n<input class="{name}__input" '
        f'id="{identifier}" {begins} value="{escaped(choice.value)}"{said}>\n'
        f'<label class="govuk-label {name}__label" for="{identifier}">{label}</label>'
        f"{hint}\n</div>{revealed}"
    )
