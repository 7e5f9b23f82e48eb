"""Our questions against GOV.UK Frontend's own examples of them."""

from itertools import pairwise

import pytest
from django import forms
from django.template import Context, Template

from heed.ui.fields import DatePartsField, FilesField
from heed.ui.widgets import Checkboxes, CountedWords, Files, Radios, TypedDate
from tests.ui.oracle import examples, same_markup

# What an example may ask for, and we can say.
COMMON = {"id", "name", "label", "hint", "errorMessage", "value", "classes", "disabled"}
KNOWN = {
    "input": COMMON | {"autocomplete", "inputmode", "autocapitalize", "pattern"},
    "textarea": COMMON | {"rows", "autocomplete"},
    "character-count": COMMON | {"maxlength", "countType", "rows"},
    "select": COMMON | {"items"},
    "file-upload": COMMON | {"multiple"},
    "password-input": COMMON | {"autocomplete"},
    "radios": {"idPrefix", "name", "items", "fieldset", "hint", "errorMessage", "value"},
    "checkboxes": {"idPrefix", "name", "items", "fieldset", "hint", "errorMessage", "values"},
    "date-input": {"id", "namePrefix", "fieldset", "hint", "errorMessage", "values", "day", "month", "year"},
}  # fmt: skip
INSIDE = {
    "label": {"text", "classes", "isPageHeading"},
    "legend": {"text", "classes", "isPageHeading"},
    "hint": {"text"},
    "errorMessage": {"text"},
    "fieldset": {"legend"},
    "item": {"value", "text", "hint", "selected", "checked", "divider", "conditional", "behaviour"},
}  # fmt: skip


def is_known(component, options):
    """Whether an example asks only for what our forms can say."""
    if not set(options) <= KNOWN[component]:
        return False
    insides = [(key, options[key]) for key in INSIDE if key in options]
    insides += [("legend", options.get("fieldset", {}).get("legend", {}))]
    insides += [("item", item) for item in options.get("items", ())]
    return all(
        isinstance(inside, dict) and set(inside) <= INSIDE[key]
        for key, inside in insides
    ) and is_sayable(component, options)


def is_sayable(component, options):
    """Whether it holds together: a question has words, a choice has a value."""
    items = [item for item in options.get("items", ()) if "divider" not in item]
    asked = options.get("fieldset", {}).get("legend") or options.get("label")
    parts = [options.get(part, {}) for part in ("day", "month", "year")]
    return (
        bool(asked and asked.get("text") and asked["text"].strip())
        and all(item.get("value") and item.get("text") for item in items)
        and all(item.get("selected", item.get("checked", True)) for item in items)
        and (items or component not in {"select", "radios", "checkboxes"})
        and all(part in ({}, {"error": True}) for part in parts)
        and ("errorMessage" in options or not any(parts))
        and (component != "character-count" or options.get("countType") in {"words", "characters"})
        and all(item.get("conditional", {"html": "-"}).get("html") for item in items)
        and (component not in {"radios", "checkboxes", "date-input"} or "fieldset" in options)
        and not (component == "radios" and "divider" in str(options.get("value")))
    )  # fmt: skip


def the_known():
    for component in KNOWN:
        for name, options, html in examples(component):
            if is_known(component, options):
                yield pytest.param(component, options, html, id=f"{component}: {name}")


@pytest.mark.parametrize(("component", "options", "html"), list(the_known()))
def test_a_question_is_drawn_as_in_the_example(component, options, html):
    without = {"name"} if component == "date-input" else ()
    ours = str(drawn(component, options).as_field_group())
    assert same_markup(ours, without=without) == same_markup(html, without=without)


def test_most_of_the_examples_of_our_questions_are_compared():
    assert len(list(the_known())) >= 80


def drawn(component, options):
    """The bound field that says what an example asks for."""
    asked = options.get("label") or options["fieldset"]["legend"]
    name = options.get("name") or options.get("idPrefix") or options["id"]
    field = FIELDS[component](options)
    field.label, field.required = asked["text"], False
    field.help_text = options.get("hint", {}).get("text", "")
    field.disabled = bool(options.get("disabled"))
    identifier = options.get("id") or options.get("idPrefix") or name
    field.widget.attrs["id"] = identifier
    heading = name if asked.get("isPageHeading") else ""
    kind = type(
        "Example",
        (forms.Form,),
        {name: field, "revealed": forms.CharField()}
        | {"label_size": "", "page_heading": heading},
    )
    return with_error(kind, name, options)[name]


def with_error(kind, name, options):
    value = value_of(options)
    if "errorMessage" not in options:
        return kind(initial={name: value})
    form = kind({f"{name}-day": ""} | ({name: value} if value is not None else {}))
    form.full_clean()
    form._errors.clear()
    wrong = [part for part in ("day", "month", "year") if options.get(part, {}).get("error")]  # fmt: skip
    error = forms.ValidationError(
        options["errorMessage"]["text"], params={"parts": wrong} if wrong else None
    )
    form.add_error(name, error)
    return form


def value_of(options):
    items = options.get("items", ())
    chosen = [i["value"] for i in items if i.get("checked") or i.get("selected")]
    if "values" in options and items:
        return options["values"]
    if "values" in options:
        typed = {key.split("-")[-1]: str(one) for key, one in options["values"].items()}
        return TypedDate(**typed)
    return options.get("value", (chosen if len(chosen) > 1 else "".join(map(str, chosen))) or None)  # fmt: skip


def attributes(options, *names):
    attrs = {name: options[name] for name in names if name in options}
    return attrs | ({"class": options["classes"]} if options.get("classes") else {})


def choices(options):
    return [(i["value"], i["text"]) for i in options["items"] if "divider" not in i]


def offers(options):
    """What our choices say beside their words: hints, an "or", what they reveal."""
    items = options["items"]
    return {
        "hints": {i["value"]: i["hint"]["text"] for i in items if i.get("hint")},
        "after_or": next(
            (b["value"] for a, b in pairwise(items) if "divider" in a),
            "",
        ),
        "exclusive": next((i["value"] for i in items if i.get("behaviour")), ""),
        "reveals": {i["value"]: "revealed" for i in items if i.get("conditional")},
    }  # fmt: skip


def text_area(options):
    attrs = attributes(options, "rows", "autocomplete")
    if options.get("countType") == "words":
        return forms.CharField(
            widget=CountedWords(max_words=options["maxlength"], attrs=attrs)
        )
    return forms.CharField(
        max_length=options.get("maxlength"), widget=forms.Textarea(attrs)
    )


FIELDS = {
    "input": lambda o: forms.CharField(
        widget=forms.TextInput(
            attributes(o, "autocomplete", "inputmode", "autocapitalize", "pattern")
        )
    ),
    "password-input": lambda o: forms.CharField(
        widget=forms.PasswordInput(attributes(o, "autocomplete"), render_value=True)
    ),
    "textarea": text_area,
    "character-count": text_area,
    "select": lambda o: forms.ChoiceField(
        choices=choices(o), widget=forms.Select(attributes(o))
    ),
    "file-upload": lambda o: (
        FilesField(widget=Files(attributes(o)))
        if o.get("multiple")
        else forms.FileField(widget=forms.FileInput(attributes(o)))
    ),
    "radios": lambda o: forms.ChoiceField(
        choices=choices(o), widget=Radios(**offers(o))
    ),
    "checkboxes": lambda o: forms.MultipleChoiceField(
        choices=choices(o), widget=Checkboxes(**offers(o))
    ),
    "date-input": lambda o: DatePartsField(),
}


@pytest.mark.parametrize(
    ("options", "html"),
    [
        pytest.param(options, html, id=name)
        for name, options, html in examples("error-summary")
        if set(options) == {"titleText", "errorList"}
        and options["titleText"] == "There is a problem"
        and all(set(one) <= {"text", "href"} for one in options["errorList"])
    ],
)
def test_the_summary_of_errors_is_drawn_as_in_the_example(options, html):
    kind = type("Example", (forms.Form,), {})
    form = kind({})
    form.full_clean()
    for one in options["errorList"]:
        anchor = one.get("href", "").removeprefix("#")
        if anchor:
            form.fields[anchor] = forms.CharField(
                required=False, widget=forms.TextInput({"id": anchor})
            )
        form.add_error(anchor or None, one["text"])
    page = Template("{% load govuk %}{% error_summary form %}")
    assert same_markup(page.render(Context({"form": form}))) == same_markup(html)
