"""The paper for the Panel without names: whoever of the family is named in what people
typed is called there as the case calls them. The business unit sees beforehand what
would be called otherwise, and may leave a word as it was typed, with a reason: a
child's name may be an everyday word too."""

from collections.abc import Callable, Collection
from dataclasses import dataclass, replace

from heed.cases.apart import in_every_text
from heed.cases.known_names import names_known_in
from heed.cases.models import Case
from heed.deidentify import Register
from heed.deidentify.findings import form_of
from heed.deidentify.naming import Named, Naming, replaced
from heed.papers.submission import FIRST_PAGE, RapidReviewPack
from heed.partnership.one_look import asked_once
from heed.rulebook.contents import SUBMISSION


@dataclass(frozen=True)
class FoundName:
    """A name that stands in what people typed: how it is written, what would stand in
    its place, in which parts of the paper."""

    text: str
    becomes: str
    parts: tuple[str, ...]

    @property
    def form(self) -> str:
        """As two ways of writing it are compared."""
        return form_of(self.text)


def names_in(pack: RapidReviewPack, case: Case) -> list[FoundName]:
    """Every name of a child or of the family in a paper, each once, in the order of
    its parts."""
    look, found = _looking(case), {}

    def note(part: str, words: str) -> str:
        for each in look(words):
            parts = found.setdefault(form_of(each.text), (each, []))[1]
            parts.append(part)
        return words

    rewritten(pack, note)
    titles = {part.slug: part.title for part in SUBMISSION}
    return [
        FoundName(
            first.text,
            first.becomes,
            tuple(titles.get(part, part) for part in dict.fromkeys(parts)),
        )
        for first, parts in found.values()
    ]


def names_typed_in(words: str, case: Case) -> list[str]:
    """Every name of a child or of the family that stands in these words."""
    return list(dict.fromkeys(each.text for each in _looking(case)(words)))


def called(words: str, case: Case) -> str:
    """These words with each person of the register as the case calls them. Whom the
    register does not know stays as typed."""
    return replaced(words, _looking(case)(words))


def by_pseudonym(
    pack: RapidReviewPack, case: Case, *, kept: Collection[str] = ()
) -> RapidReviewPack:
    """The same paper with each name as the case calls the person, but for the words
    that were left as they were typed."""
    look, left = _looking(case), {form_of(each) for each in kept}

    def without_names(_part: str, words: str) -> str:
        return replaced(words, look(words), left=left)

    return rewritten(pack, without_names)


def rewritten(
    pack: RapidReviewPack, change: Callable[[str, str], str]
) -> RapidReviewPack:
    """The same paper, with what is made of all that people typed, part by part."""

    def of(part: str) -> Callable[[str], str]:
        return lambda words: change(part, words)

    decided, signed, first = of("decision"), of("sign_off"), of(FIRST_PAGE)
    return replace(
        pack,
        facts=tuple((name, of("notification")(said)) for name, said in pack.facts),
        sections={
            slug: in_every_text(blocks, of(slug))
            for slug, blocks in pack.sections.items()
        },
        gaps=tuple(
            replace(
                gap,
                words=change(gap.part, gap.words),
                reason=change(gap.part, gap.reason),
            )
            for gap in pack.gaps
        ),
        disputed=in_every_text(pack.disputed, first),
        unsigned=in_every_text(pack.unsigned, first),
        late=in_every_text(pack.late, first),
        annex=in_every_text(pack.annex, of("facts")),  # it tells what happened
        decisions=tuple(
            replace(one, answer=decided(one.answer), reasons=decided(one.reasons))
            for one in pack.decisions
        ),
        sign_offs=tuple(
            replace(one, words=signed(one.words)) for one in pack.sign_offs
        ),
    )


@asked_once
def _looking(case: Case) -> Callable[[str], list[Named]]:
    """What finds the names of a case in words. The same words are looked at once."""
    naming, seen = Naming(register_for(case)), {}

    def look(words: str) -> list[Named]:
        if words not in seen:
            seen[words] = [each for each in naming.names_in(words) if each.sure]
        return seen[words]

    return look


@asked_once
def register_for(case: Case) -> Register:
    """Whom the case knows by name: its children and the family, as it calls them."""
    return Register(names_known_in(case))
