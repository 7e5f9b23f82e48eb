"""What the triage desk asks of a referral."""

from django import forms
from django.core.exceptions import ValidationError

from heed.cases.answering import LONG, SHORT, ReasonsForm, StepForm
from heed.referrals.asked import Kind
from heed.referrals.checking import Item
from heed.referrals.models import Checked, ChildAtRisk
from heed.referrals.splitting import AS_TYPED, BOTH, GOES, STAYS
from heed.ui.fields import MomentField
from heed.ui.widgets import Checkboxes, Radios

ANSWERS = (
    (Checked.Answer.RIGHT, "Right"),
    (Checked.Answer.CORRECTED, "Put right"),
    (Checked.Answer.LEFT_OPEN, "Leave open"),
)
OF_A_DOUBT = (
    (Checked.Answer.RIGHT, "Looked at"),
    (Checked.Answer.LEFT_OPEN, "Leave open"),
)
LONGEST = 2000
EVERYTHING = "right"
"""What one press says of all that carries no doubt."""
OF_WHICH_AGENCY = "Which agency did it come from?"


class FindForm(forms.Form):
    """A reference, or a child's name. It is sent, and never stands in an address."""

    words = forms.CharField(
        label="Reference, or the name of a child",
        max_length=120,
        widget=forms.TextInput(attrs={"autocomplete": "off", "spellcheck": "false"}),
    )


class AtRiskForm(StepForm):
    """Whether a child is at risk now; who was told and when, or how it is known that
    none is."""

    answer = forms.ChoiceField(
        label="Is any child at risk now?",
        help_text="If you do not know, leave it and ask: it stays open meanwhile.",
        choices=[
            (ChildAtRisk.Answer.YES, "Yes, and those who can make the child safe know"),
            (ChildAtRisk.Answer.NO, "No"),
        ],
        widget=Radios(reveals={ChildAtRisk.Answer.YES: ("told", "told_at")}),
    )
    told = forms.CharField(
        label="Who was told?",
        help_text="For example: the duty social worker, and the police.",
        max_length=LONGEST,
        required=False,
    )
    told_at = MomentField(
        label="When were they told?",
        subject="The time when they were told",
        required=False,
    )
    outcome = forms.CharField(
        label="What did they do? Or how do you know that no child is at risk?",
        widget=SHORT,
    )

    def clean(self):
        data = super().clean()
        if data.get("answer") == ChildAtRisk.Answer.YES:
            for name, words in (
                ("told", "Say who was told."),
                ("told_at", "Say when they were told."),
            ):
                if not data.get(name) and name not in self.errors:
                    self.add_error(name, words)
        return data


class GapsForm(StepForm):
    """What is asked of the referrer: gaps that are named already, and in words."""

    gaps = forms.MultipleChoiceField(
        label="What is missing?",
        help_text="Choose all that you ask for.",
        widget=Checkboxes(),
        required=False,
    )
    words = forms.CharField(
        label="What else is missing, or why is it needed?", widget=LONG, required=False
    )

    def __init__(self, *args, gaps, **kwargs):
        super().__init__(*args, **kwargs)
        self.labels = {item.kind: item.label for item in gaps}
        self.fields["gaps"].choices = [*self.labels.items()]
        if not self.labels:
            del self.fields["gaps"]

    def clean(self):
        data = super().clean()
        if not data.get("gaps") and not data.get("words") and not self.errors:
            raise ValidationError("Say what is missing.")
        return data

    @property
    def answers(self) -> dict:
        """The gaps as a list, and the words below it."""
        asked = [f"– {self.labels[kind]}" for kind in self.cleaned_data.get("gaps", [])]
        words = self.cleaned_data.get("words") or ""
        return {"reasons": "\n".join(filter(None, [*asked, words]))}


def _sender_field(label: str, *, known: str, choices: list) -> forms.ChoiceField:
    return forms.ChoiceField(
        label=label,
        help_text="The organisation for which somebody wrote, and not their own name.",
        choices=choices,
        initial=known,
        required=False,
    )


class CameFromForm(StepForm):
    """From which agency, or from what sort of sender, a referral came."""

    def __init__(self, *args, known: str, choices: list, **kwargs):
        super().__init__(*args, **kwargs)
        asked = {"known": known, "choices": choices}
        self.fields["came_from"] = _sender_field(OF_WHICH_AGENCY, **asked)


class SetAsideForm(ReasonsForm):
    """Why a referral goes no further, what of it its organisation is told, and from
    which agency it came."""

    lead = forms.ChoiceField(
        label="Through which safeguarding lead is the referrer told more?",
        help_text="The lead gets an email without a word of it, and reads it in Heed.",
        required=False,
    )
    for_lead = forms.CharField(
        label="What may their safeguarding lead be told, to tell their colleague?",
        help_text="They read this, and nothing of what you wrote above. If they do not "
        "know who referred, say whom they tell.",
        widget=SHORT,
        required=False,
    )

    def __init__(self, *args, leads, has_own: bool, came_from: dict | None, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["lead"].choices = [("", "Through none"), *leads]
        if not leads:
            del self.fields["lead"]
        if not leads and not has_own:
            del self.fields["for_lead"]
        if came_from:
            self.fields["came_from"] = _sender_field(OF_WHICH_AGENCY, **came_from)

    def clean(self):
        data = super().clean()
        if "lead" in self.fields and bool(data.get("lead")) != bool(
            data.get("for_lead")
        ):
            here, words = (
                ("for_lead", "Write what they may be told.")
                if data.get("lead")
                else ("lead", "Choose the safeguarding lead who reads this.")
            )
            self.add_error(here, words)
        return data


class CheckingForm(StepForm):
    """Of each thing that was understood: right, put right, or left open. What is not
    answered is left as it was."""

    def __init__(self, *args, items: list[Item], checked: dict, **kwargs):
        super().__init__(*args, **kwargs)
        self.items, self.checked = items, checked
        for item in items:
            self.fields[f"answer-{item.field}"] = self._answer(item)
            self.fields[f"said-{item.field}"] = self._said(item)

    def _answer(self, item: Item) -> forms.Field:
        before = self.checked.get(item.key)
        return forms.ChoiceField(
            label=item.label,
            choices=OF_A_DOUBT if item.is_flag else ANSWERS,
            widget=Radios(inline=True, small=True),
            required=False,
            initial=before.answer if before else None,
        )

    def _said(self, item: Item) -> forms.Field:
        before = self.checked.get(item.key)
        label = "Your note" if item.is_flag else f"{item.label}: what it should be"
        known = {
            "label": label,
            "required": False,
            "initial": before.said if before else "",
        }
        if item.asked and item.asked.choices:
            choices = [("", "Choose"), *item.asked.choices.items()]
            return forms.ChoiceField(choices=choices, **known)
        if item.asked and item.asked.kind is Kind.LONG:
            return forms.CharField(widget=SHORT, **known)
        return forms.CharField(max_length=LONGEST, **known)

    def clean(self):
        data = super().clean()
        for item in self.items:
            self._must_fit(item, data)
        return data

    def _must_fit(self, item: Item, data: dict) -> None:
        name = f"said-{item.field}"
        answer, said = data.get(f"answer-{item.field}"), data.get(name)
        if answer == Checked.Answer.CORRECTED and not said and name not in self.errors:
            self.add_error(
                name, ValidationError(f"Say what it should be: {item.label}.")
            )
        elif said and not item.is_flag and answer == Checked.Answer.RIGHT:
            before = self.checked.get(item.key)
            if not before or said != before.said:
                words = f"You typed something and say that it is right: {item.label}."
                self.add_error(name, ValidationError(words))

    @property
    def answers(self) -> dict:
        """What was answered anew: the item, the answer, what it should be, and what
        was read. Words that were typed without an answer put right what was read."""
        found = []
        for item in self.items:
            answer, said = self._given(item)
            before = self.checked.get(item.key)
            known = (before.answer, before.said or "") if before else ("", "")
            if answer and (answer, said) != known:
                found.append((item.key, answer, said, item.read))
        return {"answers": found}

    def _given(self, item: Item) -> tuple[str, str]:
        answer = self.cleaned_data.get(f"answer-{item.field}") or ""
        said = self.cleaned_data.get(f"said-{item.field}") or ""
        if item.is_flag:
            return answer, said
        if said and not answer:
            answer = Checked.Answer.CORRECTED
        rest = self.data.get("rest")
        if not answer and rest in {EVERYTHING, item.part} and item.is_sure:
            answer = Checked.Answer.RIGHT
        return answer, said if answer == Checked.Answer.CORRECTED else ""

    def rows(self):
        """The items with their two questions and the last word on each."""
        for item in self.items:
            said = self[f"said-{item.field}"]
            sure = not item.is_flag and not item.flags
            yield {
                "item": item,
                "answer": self[f"answer-{item.field}"],
                "said": said,
                "before": self.checked.get(item.key),
                "folds": sure and not (said.value() or said.errors),
            }


class SplitForm(ReasonsForm):
    """Of each part of a referral, each paper and each thing that was added: whether it
    stays, goes into a referral of its own, or stands in both. `offered` are the kind,
    the code and the words."""

    def __init__(self, *args, offered, shown, **kwargs):
        self.changed = False
        words = {"words": "Why are they two incidents?", "shown": shown}
        super().__init__(*args, **words, **kwargs)
        self.offered = offered
        where = [
            (BOTH, "In both"),
            (STAYS, f"Only in {shown.reference}"),
            (GOES, "Only in the new one"),
        ]
        for each in offered:
            self.fields[each.field] = forms.ChoiceField(
                label=each.label,
                choices=where,
                initial=BOTH,
                widget=Radios(inline=True, small=True),
            )
        self.order_fields([each.field for each in offered])

    @property
    def has_typed_apart(self) -> bool:
        """Whether something is offered as it was typed, apart from how it was read."""
        return any(AS_TYPED in each.label for each in self.offered)

    @property
    def answers(self) -> dict:
        data = super().answers
        said: dict = {"reasons": data["reasons"], "parts": {}, "papers": {}}
        said["added"] = {}
        for each in self.offered:
            said[each.kind][each.name] = data[each.field]
        return said


class MoveForm(StepForm):
    """Of each file that came with one part of a split referral, and of each thing that
    was added to it: whether it stays, goes to the other part, or stands in both."""

    def __init__(self, *args, offered, shown, other, **kwargs):
        super().__init__(*args, shown=shown, **kwargs)
        self.offered = offered
        for each in offered:
            self.fields[each.field] = forms.ChoiceField(
                label=each.label,
                choices=[
                    (STAYS, f"Stays in {shown.reference}"),
                    (GOES, f"Only in {other.reference}"),
                    (BOTH, "In both"),
                ],
                initial=STAYS,
                widget=Radios(inline=True, small=True),
            )

    @property
    def answers(self) -> dict:
        data, said = super().answers, {"papers": {}, "added": {}}
        for each in self.offered:
            said[each.kind][each.name] = data[each.field]
        return said
