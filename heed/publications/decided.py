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
    return [_decided(n, said, kept, checked) for n, said in enumerate(findings)]


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


def _decided(number: int, said: dict, kept, checked) -> Decided:
    finding, sentence = opened(said), said.get("sentence", "")
    among: Iterable = kept if finding.takes_two else checked
    of_form = [each for each in among if _is_of_form(each, finding)]
    stands = [each for each in of_form if _stands(each, finding, sentence)]
    decision = next(
        filter(_is_settled, reversed(stands)), stands[-1] if stands else None
    )
    return Decided(
        number=number,
        finding=finding,
        sentence=sentence,
        kept=decision if finding.takes_two else None,
        checked=None if finding.takes_two else decision,
        earlier=of_form[-1] if of_form and not stands else None,
    )


def _is_settled(each: KeptWord | CheckedWord) -> bool:
    return isinstance(each, CheckedWord) or is_signed(each)


def _is_of_form(each: KeptWord | CheckedWord, finding: Finding) -> bool:
    if isinstance(each, KeptWord):
        return each.form == finding.text
    same = form_of(each.form) == form_of(finding.text)
    return same and each.class_of == finding.class_


def _stands(each: KeptWord | CheckedWord, finding: Finding, sentence: str) -> bool:
    if not sentence or each.sentence != sentence:
        return False
    return isinstance(each, CheckedWord) or each.place == finding.place
