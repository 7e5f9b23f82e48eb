"""Decision records as forms: each question with its choices, its source and reasons."""

from django import forms

from heed.cases.answering import StepForm
from heed.cases.belonging import belonging_to
from heed.cases.models import Case, DecisionSheet
from heed.rulebook.criteria.records import DecisionRecord
from heed.rulebook.editions import edition_for

NOT_ANSWERED = "Not answered yet"


class SheetForm(StepForm):
    """A decision record to fill in. Nothing is required: not known is an answer."""

    def __init__(self, *args, record: DecisionRecord, before=None, **kwargs):
        super().__init__(*args, **kwargs)
        self.record = record
        known = before.answers if before else {}
        self.sections = []
        for question in record.questions:
            said = known.get(question.slug, {})
            self.fields[question.slug] = forms.ChoiceField(
                label=question.words,
                help_text=f"{question.help} ({question.source})".strip(),
                choices=list(question.choices.items()),
                widget=forms.RadioSelect,
                required=False,
                initial=said.get("answer"),
            )
            self.fields[f"{question.slug}_why"] = forms.CharField(
                label="Reasons and evidence",
                widget=forms.Textarea(attrs={"rows": 2}),
                required=False,
                initial=said.get("why"),
            )

    @property
    def answers(self) -> dict:
        """The answers as they are kept: {question: {answer, why}}."""
        data = self.cleaned_data
        return {
            "answers": {
                question.slug: {
                    "answer": data.get(question.slug) or "",
                    "why": data.get(f"{question.slug}_why") or "",
                }
                for question in self.record.questions
            }
        }


def keep_sheet(case: Case, *, record, answers, by, at, child=None) -> DecisionSheet:
    """Keep a filled-in decision record, inside the step that fills it in."""
    return DecisionSheet.objects.create(
        **belonging_to(case),
        record=record.slug,
        child=child,
        filled_in_at=at,
        filled_in_by=by.actor_name,
        edition=edition_for(at.date()).slug,
        answers=answers,
    )


def last_sheet(case: Case, record: DecisionRecord, *, child=None):
    """The latest filling-in of a decision record in a case; None before the first."""
    found = DecisionSheet.objects.filter(case=case, record=record.slug)
    if child is not None:
        found = found.filter(child=child)
    return found.order_by("-filled_in_at").first()


def shown_sheet(sheet, record: DecisionRecord) -> list[dict]:
    """A filled-in record as a page shows it: question, answer in words, reasons."""
    answers = sheet.answers if sheet else {}
    return [
        {
            "question": question.words,
            "source": str(question.source),
            "answer": question.choices.get(
                answers.get(question.slug, {}).get("answer"), NOT_ANSWERED
            ),
            "why": answers.get(question.slug, {}).get("why", ""),
        }
        for question in record.questions
    ]
