"""Decision records as forms: each question with its choices, its source and reasons."""

from datetime import datetime

from django import forms

from heed import clock
from heed.cases.answering import StepForm
from heed.cases.belonging import belonging_to
from heed.cases.kept import rows_of
from heed.cases.models import Case, DecisionSheet
from heed.partnership.one_look import asked_once
from heed.rulebook.criteria.questions import (
    YES_NO_NOT_KNOWN,
    DecisionRecord,
    Question,
    Ticks,
)
from heed.rulebook.editions import edition_for
from heed.ui.widgets import Checkboxes, Radios

NOT_ANSWERED = "Not answered yet"


class SheetForm(StepForm):
    """A decision record to fill in. Nothing is required: not known is an answer.
    `beside` is what the partnership quotes beside a question; it is kept as it was
    read."""

    def __init__(
        self, *args, record: DecisionRecord, before=None, beside=None, **kwargs
    ):
        super().__init__(*args, **kwargs)
        self.record, self.beside = record, beside or {}
        known = before.answers if before else {}
        self.sections = []
        for question in record.questions:
            said = known.get(question.slug, {})
            self.fields[question.slug] = forms.ChoiceField(
                label=question.words,
                help_text=_help(question, self.beside.get(question.slug)),
                choices=list(question.choices.items()),
                widget=_radios(question),
                required=False,
                initial=said.get("answer"),
            )
            for ticks in question.ticks:
                self.fields[f"{question.slug}_{ticks.slug}"] = _ticks(ticks, said)
            self.fields[f"{question.slug}_why"] = forms.CharField(
                label="Reasons",
                widget=forms.Textarea(attrs={"rows": 2}),
                required=False,
                initial=said.get("why"),
            )
            self.fields[f"{question.slug}_evidence"] = forms.CharField(
                label="Evidence: which paper, record or person says so",
                widget=forms.Textarea(attrs={"rows": 1}),
                required=False,
                initial=said.get("evidence"),
            )

    @property
    def answers(self) -> dict:
        """The answers as they are kept: {question: {answer, why, evidence}}."""
        questions = self.record.questions
        return {"answers": {each.slug: self.said_to(each) for each in questions}}

    def said_to(self, question: Question) -> dict:
        """What was answered to one question: the answer, its reasons and evidence, what
        was ticked beside it."""
        data, slug = self.cleaned_data, question.slug
        said = {
            "answer": data.get(slug) or "",
            "why": data.get(f"{slug}_why") or "",
            "evidence": data.get(f"{slug}_evidence") or "",
        }
        ticked = {t.slug: data.get(f"{slug}_{t.slug}") or [] for t in question.ticks}
        said |= {"ticks": ticked} if question.ticks else {}
        quoted = self.beside.get(slug)
        return said | ({"beside": quoted} if quoted else {})


def _help(question: Question, quoted: str | None) -> str:
    """What explains a question, where its rule stands, and its exact words where the
    partnership quotes them."""
    ours = f"{question.help} ({question.source})".strip()
    return f"{ours} In its own words: “{quoted}”" if quoted else ours


def _radios(question: Question) -> Radios:
    """Short answers stand beside each other where nothing stands under one of them."""
    under = _under_answers(question)
    short = question.choices == YES_NO_NOT_KNOWN
    return Radios(reveals=under, inline=short and not under)


def _under_answers(question: Question) -> dict[str, list[str]]:
    """The fields that belong to one answer alone, by the answer."""
    under: dict[str, list[str]] = {}
    for ticks in question.ticks:
        if ticks.of:
            under.setdefault(ticks.of, []).append(f"{question.slug}_{ticks.slug}")
    return under


def _ticks(ticks: Ticks, said: dict) -> forms.MultipleChoiceField:
    return forms.MultipleChoiceField(
        label=ticks.words,
        choices=list(ticks.choices.items()),
        widget=Checkboxes,
        required=False,
        initial=said.get("ticks", {}).get(ticks.slug),
    )


def keep_sheet(
    case: Case, *, record, answers, by, at, child=None, look_again_on=None
) -> DecisionSheet:
    """Keep a filled-in decision record, inside the step that fills it in, and when
    somebody looks again at what is not known. Who answered a question, and when, stays
    with it until it is answered otherwise."""
    before = last_sheet(case, record, child=child)
    known = before.answers if before else {}
    now = {"said_by": by.actor_name, "said_at": at.isoformat()}
    answers = {
        slug: said | _by_whom(known.get(slug, {}), said, now)
        for slug, said in answers.items()
    }
    return DecisionSheet.objects.create(
        **belonging_to(case),
        record=record.slug,
        child=child,
        filled_in_at=at,
        filled_in_by=by.actor_name,
        edition=edition_for(clock.london_date(at)).slug,
        answers=answers,
        look_again_on=look_again_on,
    )


def _by_whom(before: dict, said: dict, now: dict) -> dict:
    """By whom and when a question was answered as it is: before, where nothing of the
    answer was changed since. What was not answered was answered by nobody."""
    ticked = any(said.get("ticks", {}).values())
    if not (ticked or any(said.get(name) for name in ("answer", "why", "evidence"))):
        return {}
    stands = {name: words for name, words in before.items() if name not in now}
    if stands == said and now.keys() <= before.keys():
        return {name: before[name] for name in now}
    return now


def last_sheet(case: Case, record: DecisionRecord, *, child=None):
    """The latest filling-in of a decision record in a case; None before the first."""
    found = [
        each
        for each in _sheets_of(case)
        if each.record == record.slug and (child is None or each.child_id == child.pk)
    ]
    return max(found, key=lambda each: each.filled_in_at, default=None)


@asked_once
def _sheets_of(case: Case) -> list[DecisionSheet]:
    return list(rows_of(DecisionSheet, case))


def shown_sheet(sheet, record: DecisionRecord) -> list[dict]:
    """A filled-in record as a page shows it: question, answer in words, reasons and
    evidence, by whom it was answered and when."""
    answers = sheet.answers if sheet else {}
    return [
        _shown(question, answers.get(question.slug, {}))
        for question in record.questions
    ]


def reasons_in(row: dict) -> str:
    """The reasons for one answer and its evidence, as a paper tells them."""
    evidence = f"Evidence: {row['evidence']}" if row["evidence"] else ""
    return "\n".join(filter(None, (row["why"], evidence)))


def _shown(question: Question, said: dict) -> dict:
    return {
        "question": question.words,
        "source": str(question.source),
        "answer": question.choices.get(said.get("answer"), NOT_ANSWERED),
        **{
            name: said.get(name, "")
            for name in ("why", "evidence", "beside", "said_by")
        },
        "said_at": _moment(said.get("said_at")),
        "ticked": _ticked(question, said),
    }


def _moment(written: str | None) -> datetime | None:
    return datetime.fromisoformat(written) if written else None


def _ticked(question: Question, said: dict) -> list[str]:
    """What was ticked beside an answer, a line for each group that has anything."""
    kept = said.get("ticks", {})
    return [
        f"{ticks.words}: {', '.join(ticks.choices[each] for each in chosen).lower()}"
        for ticks in question.ticks
        if (chosen := kept.get(ticks.slug))
    ]
