"""What was decided of the words of a text, and whether it still stands.

A decision is of one form in one sentence. Where a later version says the sentence
still, it stands; an exception stands in its place only, because two bodies signed for
that one. Anything else is carried over to be looked at again, and lets nothing stay."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from heed.deidentify import Finding, why_not_excepted
from heed.deidentify.findings import form_of
from heed.publications.models import CheckedWord, KeptWord
from heed.publications.scanning import is_signed, named, opened


@dataclass(frozen=True)
class Decided:
    """One finding of a search with what was decided of it. `earlier` is what was
    decided of the same form before the sentence was changed or moved."""

    number: int
    finding: Finding
    sentence: str
    kept: KeptWord | None = None
    checked: CheckedWord | None = None
    earlier: KeptWord | CheckedWord | None = None

    @property
    def is_open(self) -> bool:
        """Whether it keeps the gate shut: nobody has answered it."""
        if self.finding.takes_two:
            return self.kept is None or not lets_stay(self.kept, self.finding)
        return self.checked is None


def decided_of(
    findings: Sequence[dict], kept: Sequence[KeptWord], checked: Sequence[CheckedWord]
) -> list[Decided]:
    """The findings of a search in their order, each with its decision."""
    answers = _Answers([*kept, *checked])
    return [_decided(n, said, answers) for n, said in enumerate(findings)]


def still_open(findings: Sequence[dict], kept: Sequence[KeptWord]) -> list[Finding]:
    """The confirmed findings that bar publication: no exception that two bodies signed
    lets them stay."""
    return [one.finding for one in confirmed_open(decided_of(findings, kept, ()))]


def confirmed_open(every: Sequence[Decided]) -> list[Decided]:
    """Of findings with their decisions: what surely identifies and is not answered."""
    return [one for one in every if one.is_open and one.finding.is_confirmed]


def checks_open(every: Sequence[Decided]) -> list[Decided]:
    """Of findings with their decisions: what could identify and nobody has answered."""
    return [one for one in every if one.is_open and not one.finding.is_confirmed]


def to_keep_with(every: Sequence[Decided], this: Decided) -> list[Decided]:
    """For what one exception may be asked at once: of a place or a day that many share,
    the same form wherever it stands and nobody has asked yet; else for this alone."""
    if not this.finding.is_shared:
        return [this]
    return [one for one in every if one is this or _is_kept_with(one, this)]


def _is_kept_with(one: Decided, this: Decided) -> bool:
    found, other = one.finding, this.finding
    same = form_of(found.text) == form_of(other.text) and found.class_ == other.class_
    return same and found.is_shared and one.kept is None


def lets_stay(kept: KeptWord, finding: Finding) -> bool:
    """Whether an exception lets a finding stay: signed by two bodies, and one that may
    be made of it."""
    return is_signed(kept) and why_not_excepted(finding, named(kept, finding)) is None


class _Answers:
    """What was decided, found by the form that it is of and by its sentence: a report
    may hold hundreds of pictures, each of them answered."""

    def __init__(self, every: Iterable[KeptWord | CheckedWord]) -> None:
        self._of_form: dict[tuple, list] = {}
        self._of_sentence: dict[tuple, list] = {}
        for each in every:
            form = _form_of_answer(each)
            self._of_form.setdefault(form, []).append(each)
            self._of_sentence.setdefault((form, each.sentence), []).append(each)

    def of_form(self, finding: Finding) -> Sequence[KeptWord | CheckedWord]:
        """What was decided of the form of a finding, wherever it stood."""
        return self._of_form.get(_form_of_finding(finding), ())

    def standing(self, finding: Finding, sentence: str) -> list[KeptWord | CheckedWord]:
        """What of that stands: in its sentence, an exception in its place alone."""
        form = _form_of_finding(finding)
        same = self._of_sentence.get((form, sentence), ()) if sentence else ()
        return [
            each
            for each in same
            if isinstance(each, CheckedWord) or each.place == finding.place
        ]


def _form_of_answer(each: KeptWord | CheckedWord) -> tuple:
    if isinstance(each, KeptWord):
        return (each.form,)
    return form_of(each.form), each.class_of


def _form_of_finding(finding: Finding) -> tuple:
    if finding.takes_two:
        return (finding.text,)
    return form_of(finding.text), finding.class_


def _decided(number: int, said: dict, answers: _Answers) -> Decided:
    finding, sentence = opened(said), said.get("sentence", "")
    of_form = answers.of_form(finding)
    stands = answers.standing(finding, sentence)
    decision = next(
        filter(_is_settled, reversed(stands)), stands[-1] if stands else None
    )
    return Decided(
        number=number,
        finding=finding,
        sentence=sentence,
        kept=decision if isinstance(decision, KeptWord) else None,
        checked=decision if isinstance(decision, CheckedWord) else None,
        earlier=of_form[-1] if of_form and not stands else None,
    )


def _is_settled(each: KeptWord | CheckedWord) -> bool:
    return isinstance(each, CheckedWord) or is_signed(each)
