"""When agencies that have not answered are reminded."""

from django import forms

from heed.rulebook.ladder import LADDER, RUNGS

MOST = 20
CHANGED = [rung for rung in LADDER if rung.may_change]


def _asks(rung) -> forms.IntegerField:
    when = "before" if rung.days < 0 else "after"
    return forms.IntegerField(
        label=rung.words,
        min_value=1,
        max_value=MOST,
        help_text=f"Working days {when} the day by which they were to answer. "
        f"Suggested: {abs(rung.days)}",
    )


class LadderForm(forms.Form):
    """How many working days from the day each reminder is."""

    def __init__(self, *args, days, **kwargs):
        initial = {rung.slug: abs(days[rung.slug]) for rung in CHANGED}
        super().__init__(*args, initial=initial, **kwargs)
        for rung in CHANGED:
            self.fields[rung.slug.value] = _asks(rung)

    @property
    def days(self) -> dict[str, int]:
        """What was chosen, days before the day as fewer than none."""
        return {
            slug: -number if RUNGS[slug].days < 0 else number
            for slug, number in self.cleaned_data.items()
        }
