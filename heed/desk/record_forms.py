"""What an auditor asks the record for."""

from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

from django import forms

from heed.audit.queries import Sought
from heed.desk.record_words import (
    KINDS,
    KINDS_IN_A_CASE,
    READING_CODES,
    STEP_CODES,
)
from heed.ui.fields import DatePartsField

ENGLAND = ZoneInfo("Europe/London")


class RecordForm(forms.Form):
    """Narrows the list of the record. Nothing has to be filled in."""

    day = DatePartsField(label="Day", subject="The day", required=False)
    kind = forms.ChoiceField(label="What was done", choices=KINDS, required=False)
    mark = forms.RegexField(
        label="Person",
        help_text="The eight letters and figures by which the record calls them.",
        regex=r"^[0-9a-f]{8}$",
        strip=True,
        required=False,
        error_messages={"invalid": "A person’s mark is eight letters a–f and figures"},
    )
    reference = forms.CharField(
        label="Case",
        help_text="Its reference, such as Q-26-014.",
        max_length=40,
        required=False,
    )

    def sought(self, case_id) -> Sought:
        """What the record is asked for."""
        asked = self.cleaned_data
        since = until = None
        if day := asked["day"]:
            since = datetime.combine(day, time(), ENGLAND)
            until = datetime.combine(day + timedelta(days=1), time(), ENGLAND)
        kinds = {"steps": STEP_CODES, "reading": READING_CODES}.get(asked["kind"])
        others = STEP_CODES | READING_CODES if asked["kind"] == "others" else set()
        return Sought(
            mark=asked["mark"],
            since=since,
            until=until,
            kinds=kinds,
            but_not=frozenset(others),
            refused=asked["kind"] == "refused",
            case_id=case_id,
        )


class CaseRecordForm(forms.Form):
    """Narrows the list of what was done and read in one case."""

    kind = forms.ChoiceField(
        label="What to show", choices=KINDS_IN_A_CASE, required=False
    )
    about = forms.UUIDField(widget=forms.HiddenInput, required=False)

    def sought(self) -> Sought:
        """What the record is asked for."""
        kind = self.cleaned_data["kind"]
        return Sought(
            kinds=READING_CODES if kind == "reading" else None,
            but_not=READING_CODES if kind == "changes" else frozenset(),
            refused=kind == "refused",
            subject_id=self.cleaned_data["about"],
        )
