"""What a decision record is made of: its questions, their answers, what is ticked."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from heed.rulebook.criteria.notifiable import Answer
from heed.rulebook.language import Source
from heed.rulebook.outcomes import label

YES_NO_NOT_KNOWN: Mapping[str, str] = {
    Answer.YES: "Yes",
    Answer.NO: "No",
    Answer.NOT_KNOWN: "Not known",
}


@dataclass(frozen=True, kw_only=True)
class Ticks:
    """What may be ticked beside the answer to a question, as many as are right; with
    `of`, beside this one answer alone."""

    slug: str
    words: str
    choices: Mapping[str, str]
    of: str = ""


@dataclass(frozen=True, kw_only=True)
class Question:
    """One question of a decision record, its choices and the provision behind it;
    `ticks` says more of a yes."""

    slug: str
    words: str
    source: Source
    help: str = ""
    choices: Mapping[str, str] = field(default_factory=lambda: YES_NO_NOT_KNOWN)
    ticks: Sequence[Ticks] = ()


@dataclass(frozen=True, kw_only=True)
class DecisionRecord:
    """A decision: who takes it, what is asked, and what it may end in."""

    slug: str
    reference: str
    title: str
    decided_by: str
    questions: Sequence[Question]
    outcomes: Sequence[str]
    source: Source
    note: str = ""

    def choices(self) -> Mapping[str, str]:
        """Each outcome with its label."""
        return {outcome: label(outcome) for outcome in self.outcomes}

    def question(self, slug: str) -> Question:
        """The question of this name; KeyError for one that is not asked."""
        return {each.slug: each for each in self.questions}[slug]
