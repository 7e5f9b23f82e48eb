"""The plain boxes of forms, drawn by hand with each word escaped: a list of thirty
stages costs a fortieth of what Django's templates cost, which draw each option by two.
The markup is theirs."""

from collections.abc import Callable, Mapping

from django.utils.html import conditional_escape as escaped

FOLDER = "django/forms/widgets"


def _attributes(attrs: Mapping) -> str:
    return "".join(
        f" {escaped(name)}" if value is True else f' {escaped(name)}="{escaped(value)}"'
        for name, value in attrs.items()
        if value is not False
    )


def _line(widget: Mapping) -> str:
    value = widget["value"]
    kept = "" if value is None else f' value="{escaped(value)}"'
    return (
        f'<input type="{widget["type"]}" name="{escaped(widget["name"])}"'
        f"{kept}{_attributes(widget['attrs'])}>"
    )


def _lines(widget: Mapping) -> str:
    return (
        f'<textarea name="{escaped(widget["name"])}"{_attributes(widget["attrs"])}>\n'
        f"{escaped(widget['value'] or '')}</textarea>"
    )


def _list(widget: Mapping) -> str:
    drawn = [f'<select name="{escaped(widget["name"])}"{_attributes(widget["attrs"])}>']
    for group, options, _ in widget["optgroups"]:
        drawn += [f'<optgroup label="{escaped(group)}">'] if group else []
        drawn += map(_option, options)
        drawn += ["</optgroup>"] if group else []
    return "\n".join([*drawn, "</select>"])


def _option(option: Mapping) -> str:
    value = escaped(option["value"])
    attributes = _attributes(option["attrs"])
    return f'<option value="{value}"{attributes}>{escaped(option["label"])}</option>'


BY_HAND: Mapping[str, Callable[[Mapping], str]] = {
    f"{FOLDER}/{name}.html": drawn
    for names, drawn in (
        (("text", "email", "number", "hidden", "password"), _line),
        (("textarea",), _lines),
        (("select",), _list),
    )
    for name in names
}
