"""Questions that Django does not know: dates in parts, moments, several files."""

from datetime import date, datetime

from django import forms
from django.core.exceptions import ValidationError

from heed.ui.dates import is_unknown, may_exist, number_of_month
from heed.ui.times import ENGLAND, moment_in_england, time_of_day
from heed.ui.widgets import DatePartsWidget, Files, MomentWidget, TypedDate

PARTS = ("day", "month", "year")


class DatePartsField(forms.Field):
    """A date in three boxes: cleans to a `date`, or None where nothing was typed.

    `subject` is what its errors speak of ("The date of birth").
    """

    widget = DatePartsWidget

    def __init__(self, *, subject="The date", **kwargs):
        super().__init__(**kwargs)
        self.subject = subject

    def prepare_value(self, value):
        """What the boxes show: what was typed, or the parts of what is known."""
        if value is None or isinstance(value, TypedDate):
            return value
        return TypedDate(*(str(getattr(value, part) or "") for part in PARTS))

    def to_python(self, value):
        if isinstance(value, date | None) or not value:
            return value or None
        return self.understood(value)

    def has_changed(self, initial, data):
        return self.prepare_value(initial) != (data or None)

    def understood(self, typed):
        known = self.known_parts(typed)
        if missing := [part for part in PARTS if part not in known]:
            self.wrong(f"must include a {' and a '.join(missing)}", missing)
        return date(**known)

    def known_parts(self, typed):
        """The parts that were typed, as numbers; refuses what no calendar holds."""
        known = {}
        for part in PARTS:
            words = getattr(typed, part).strip()
            if not is_unknown(words):
                known[part] = self.number(part, words)
        if not may_exist(*(known.get(part) for part in PARTS)):
            self.wrong("must be a real date", [part for part in PARTS if part in known])
        return known

    def number(self, part, words):
        if part == "month":
            number = number_of_month(words)
        else:
            number = int(words) if words.isascii() and words.isdigit() else None
        if number is None or len(words) > len("September"):
            self.wrong(f"has a {part} that is not one", [part])
        if part == "year" and (len(words) != len("2026") or number == 0):
            self.wrong("must have a year of four numbers, for example 2026", [part])
        return number

    def wrong(self, words, parts):
        raise ValidationError(
            f"{self.subject} {words}", code="date", params={"parts": tuple(parts)}
        )


class MomentField(DatePartsField):
    """A date and a time of day in England: cleans to an aware `datetime`."""

    widget = MomentWidget

    def prepare_value(self, value):
        if not isinstance(value, datetime):
            return super().prepare_value(value)
        local = value.astimezone(ENGLAND)
        return super().prepare_value(local.date())._replace(time=f"{local:%H:%M}")

    def to_python(self, value):
        if isinstance(value, datetime) or not value:
            return value or None
        return self.understood(value)

    def understood(self, typed):
        day = super().understood(typed)
        at = time_of_day(typed.time)
        if at is None:
            self.wrong("must have a time, for example 16:40 or 4:40pm", ["time"])
        moment = moment_in_england(day, at)
        if moment is None:
            self.wrong(
                "falls in the hour that is skipped when the clocks go forward", ["time"]
            )
        return moment


class FilesField(forms.FileField):
    """Several files at once: cleans to a list, empty where none was chosen."""

    widget = Files

    def clean(self, data, initial=None):
        files = data if isinstance(data, list | tuple) else [data]
        files = files or [None]
        kept = [super(FilesField, self).clean(file, initial) for file in files]
        return [file for file in kept if file]
