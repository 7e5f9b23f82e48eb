"""The editor of a briefing: seven headed boxes on one plain page."""

from dataclasses import dataclass
from datetime import date

from django import forms

from heed.cases.answering import StepForm
from heed.learning.briefings import measured
from heed.papers.briefing import BOX_WORDS, MOST_BOXES
from heed.ui.fields import DatePartsField
from heed.ui.widgets import CountedWords

LINES = forms.Textarea(attrs={"rows": 4})
ONE_LINE = ("title", "pseudonym", "audience", "period_covered", "contact")
LISTS = ("questions", "next_steps")


@dataclass(frozen=True)
class BoxToWrite:
    """One box of the editor: its questions, and how long its words are as saved."""

    number: int
    heading: object
    body: object
    length: str
    to_write: bool
    remark: str


class BriefingForm(StepForm):
    """All the words of a briefing."""

    title = forms.CharField(label="Title", max_length=200)
    pseudonym = forms.CharField(
        label="The name used for the child", max_length=60, required=False
    )
    audience = forms.CharField(
        label="Who is it for?",
        help_text="For example: everyone who works with babies",
        max_length=200,
        required=False,
    )
    period_covered = forms.CharField(
        label="Which time does it speak of?", max_length=100, required=False
    )
    questions = forms.CharField(
        label="Questions for a team",
        help_text="One a line.",
        widget=LINES,
        required=False,
    )
    next_steps = forms.CharField(
        label="What the partnership does next",
        help_text="One a line.",
        widget=LINES,
        required=False,
    )
    contact = forms.CharField(
        label="Whom to ask",
        help_text="The partnership, not a person.",
        max_length=200,
        required=False,
    )
    review_by = DatePartsField(
        label="When should it be looked at again?",
        help_text="Practice changes. A briefing that is not looked at again misleads.",
        subject="The date",
        required=False,
    )

    def __init__(self, *args, content, **kwargs):
        super().__init__(*args, initial=_initial(content), **kwargs)
        self.content = content
        for number in range(1, MOST_BOXES + 1):
            self.fields[f"heading_{number}"] = forms.CharField(
                label=f"Heading of box {number}", max_length=120
            )
            self.fields[f"body_{number}"] = forms.CharField(
                label=f"Words of box {number}",
                widget=CountedWords(max_words=BOX_WORDS, attrs={"rows": 7}),
                required=False,
            )

    @property
    def boxes(self) -> list[BoxToWrite]:
        """The seven boxes in reading order."""
        return [
            BoxToWrite(
                number,
                self[f"heading_{number}"],
                self[f"body_{number}"],
                str(length),
                to_write,
                box.remark,
            )
            for number, (box, length, to_write) in enumerate(measured(self.content), 1)
        ]

    @property
    def answers(self) -> dict:
        """The briefing as it is kept: only what it has."""
        said = self.cleaned_data
        made = {name: said[name] for name in ONE_LINE if said[name]}
        made |= {name: _lines(said[name]) for name in LISTS if _lines(said[name])}
        if said["review_by"]:
            made["review_by"] = said["review_by"].isoformat()
        kept = {
            name: self.content[name]
            for name in ("kind", "publisher", "resources")
            if name in self.content
        }
        return {"content": kept | made | {"boxes": self._boxes()}}

    def _boxes(self) -> list[dict]:
        before = self.content["boxes"]
        return [self._box(number, old) for number, old in enumerate(before, 1)]

    def _box(self, number: int, old: dict) -> dict:
        """A remark goes when the words that it speaks of are written anew."""
        body = "\n".join(self.cleaned_data[f"body_{number}"].splitlines()).strip()
        return {
            "heading": self.cleaned_data[f"heading_{number}"],
            "body": body,
            "remark": old.get("remark", "") if body == old["body"] else "",
        }


def _initial(content: dict) -> dict:
    found = {name: content.get(name, "") for name in ONE_LINE}
    found |= {name: "\n".join(content.get(name, [])) for name in LISTS}
    if content.get("review_by"):
        found["review_by"] = date.fromisoformat(content["review_by"])
    for number, box in enumerate(content["boxes"], 1):
        found[f"heading_{number}"] = box["heading"]
        found[f"body_{number}"] = box["body"]
    return found


def _lines(words: str) -> list[str]:
    return [line.strip() for line in words.splitlines() if line.strip()]
