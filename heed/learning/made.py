"""What becomes public of a briefing is made, searched and read back, before anybody is
kept waiting."""

from collections.abc import Iterator
from dataclasses import dataclass

from heed import clock
from heed.cases.models import Case
from heed.cases.steps import Refused
from heed.deidentify import Register
from heed.learning.briefings import (
    bars,
    bundle_of,
    findings_in,
    said_of_itself,
    to_be_published,
    words_of,
)
from heed.learning.models import Briefing
from heed.learning.queries import briefings_with_report
from heed.library.bundles import Bundle
from heed.papers.blocks import Document, from_json, leaves
from heed.publications.readback import answered, faults_in_pdf, leaks_in
from heed.publications.register import whole_register_of

CHANGED = "The words of the briefing were changed this very moment. Please look again."


@dataclass(frozen=True)
class Made:
    """What came of searching a briefing and of reading back its files, with the hash of
    the words that it is of."""

    words: str
    problems: tuple[str, ...]


def made_of(briefing: Briefing, *, at) -> Made:
    """The words searched for everybody of the case, and both files made as they go out
    today and read back. It may take seconds: it is never done inside a step."""
    standing = Briefing.objects.select_related("case__partnership", "partnership")
    kept = standing.get(pk=briefing.pk)
    register = whole_register_of(kept.case)
    problems = tuple(_problems(kept, register, on=clock.london_date(at)))
    return Made(words_of(kept), problems)


def made_with_report(case: Case, *, at) -> dict[str, Made]:
    """The same of each briefing that goes out with the report, by its words."""
    made = (made_of(each, at=at) for each in briefings_with_report(case))
    return {each.words: each for each in made}


def must_be_clear(briefing: Briefing, made: Made | None) -> None:
    """Refused where what was looked at is not what goes out, or where any of it could
    identify somebody, naming the file and the place."""
    if made is None or made.words != words_of(briefing):
        raise Refused(CHANGED)
    if made.problems:
        raise Refused(" ".join(made.problems))


def _problems(briefing: Briefing, register: Register, *, on) -> Iterator[str]:
    if count := sum(map(bars, findings_in(briefing, register))):
        yield (
            f"The check found {count} place{'s' if count > 1 else ''} that could "
            "identify somebody. Write each in other words, then look at it again."
        )
        return
    try:
        said = to_be_published(briefing, on=on)
        yield from _in_its_files(briefing, bundle_of(briefing, said), register)
    except Exception as wrong:  # noqa: BLE001 - whatever went wrong, nothing is clear
        yield f"The files of the briefing could not be made: {type(wrong).__name__}."


def _in_its_files(
    briefing: Briefing, bundle: Bundle, register: Register
) -> Iterator[str]:
    name, page = bundle.slug or "briefing", from_json(bundle.document)
    words = _words_of_page(bundle, page)
    files = {
        f"{name}.txt": "\n\n".join(words).encode(),
        f"{name}.pdf": bundle.pdf,
        f"{name}.docx": bundle.word,
    }
    allowed = answered(signed=(), searched=words, of_itself=said_of_itself(briefing))
    yield from (each.sentence for each in leaks_in(files, register, allowed))
    yield from faults_in_pdf(f"{name}.pdf", bundle.pdf, title=bundle.title)


def _words_of_page(bundle: Bundle, page: Document) -> list[str]:
    around = [bundle.title, *bundle.pseudonyms, *bundle.themes]
    told = [f"{name}: {words}" for name, words in bundle.facts]
    return [*around, *told, *(words for _, words in leaves(page.blocks))]
