"""What a question looks like where Django has no such thing."""

from typing import NamedTuple

from django import forms


class Offers:
    """Choices that may explain themselves and may ask one thing more.

    `hints` says a sentence under a choice; `reveals` names the fields that belong to
    one; `after_or` is the value that stands after an "or"; `exclusive` the value that
    rules out all others. Without script the revealed fields are simply there.
    """

    def __init__(
        self,
        *args,
        hints=None,
        reveals=None,
        after_or="",
        exclusive="",
        inline=False,
        small=False,
        **kwargs,
    ):
        super().__init__(*args, **kwargs)
        self.hints = {str(value): words for value, words in (hints or {}).items()}
        self.reveals = {
            str(value): (names,) if isinstance(names, str) else tuple(names)
            for value, names in (reveals or {}).items()
        }
        self.after_or = str(after_or)
        self.exclusive = str(exclusive)
        self.inline, self.small = inline, small


class Radios(Offers, forms.RadioSelect):
    pass


class Checkboxes(Offers, forms.CheckboxSelectMultiple):
    pass


class CountedWords(forms.Textarea):
    """A text area that says how many words are left."""

    def __init__(self, *, max_words, attrs=None):
        super().__init__(attrs)
        self.max_words = max_words


class Files(forms.FileInput):
    allow_multiple_selected = True


class TypedDate(NamedTuple):
    """What stands in the boxes of a date, exactly as typed."""

    day: str = ""
    month: str = ""
    year: str = ""
    time: str = ""

    def __bool__(self):
        return any(part.strip() for part in self)


class Box(NamedTuple):
    """One of the boxes of a date on the page."""

    name: str
    id: str
    label: str
    value: str
    width: int
    wrong: bool
    numeric: bool


class DatePartsWidget(forms.Widget):
    """Day, month and year in three boxes; with a fourth for the time where asked."""

    template_name = "ui/forms/date_parts.html"
    use_fieldset = True
    parts = (("day", "Day", 2), ("month", "Month", 2), ("year", "Year", 4))

    def __init__(self, attrs=None):
        super().__init__(attrs)
        self.wrong = frozenset()

    def id_for_label(self, id_, index=None):
        return f"{id_}-{self.parts[0][0]}" if id_ else id_

    def value_from_datadict(self, data, files, name):
        return TypedDate(
            **{part: str(data.get(f"{name}-{part}", "")) for part, _, _ in self.parts}
        )

    def value_omitted_from_data(self, data, files, name):
        return all(f"{name}-{part}" not in data for part, _, _ in self.parts)

    def get_context(self, name, value, attrs):
        context = super().get_context(name, value, attrs)
        typed = value or TypedDate()
        identifier = context["widget"]["attrs"].get("id", "")
        context["boxes"] = [
            Box(
                f"{name}-{part}",
                f"{identifier}-{part}" if identifier else "",
                label,
                getattr(typed, part),
                width,
                part in self.wrong,
                part != "time",
            )
            for part, label, width in self.parts
        ]
        return context


class MomentWidget(DatePartsWidget):
    parts = (*DatePartsWidget.parts, ("time", "Time", 5))
