"""What is about to be served is made and read back, before anybody is kept waiting."""

from dataclasses import dataclass

from heed.cases.models import Case
from heed.cases.steps import Refused
from heed.partnership.one_look import at_one_look
from heed.publications.bundling import pdf_of
from heed.publications.composing import PublicText
from heed.publications.joining import joined_with
from heed.publications.models import Paper
from heed.publications.queries import kept_words_of
from heed.publications.readback import ReadBack, read_back
from heed.publications.register import whole_register_of
from heed.publications.texts import text_of


@dataclass(frozen=True)
class Made:
    """A text with its PDF, and what came of reading back all that it is served as."""

    text: PublicText
    pdf: bytes
    read_back: ReadBack

    def must_be_clear(self) -> None:
        """Refused where any of it could identify somebody, naming file and place."""
        if problems := self.read_back.problems:
            raise Refused(" ".join(["What would be served was read back.", *problems]))


@at_one_look
def made_of(paper: Paper, *, at, on=None) -> Made | None:
    """All that a text is served as, made and read back now; None while there is no
    text. It may take seconds: it is never done inside a step."""
    text = text_of(paper)
    if text is None:
        return None
    jointly = joined_with(paper.publication)
    pdf = pdf_of(text, paper.partnership, jointly=jointly, on=on)
    return Made(text, pdf, checked(paper, text, pdf, at=at))


def checked(paper: Paper, text: PublicText, pdf: bytes, *, at) -> ReadBack:
    """What came of reading back all that a text is served as, its PDF among it."""
    return read_back(
        paper,
        text,
        pdf,
        register=whole_register_of(paper.case),
        kept=kept_words_of(paper),
        at=at,
    )


def made_for(case: Case, kind: str, *, at) -> Made | None:
    """The same, of a text by its kind; None where it was not begun."""
    paper = Paper.objects.filter(case_id=case.pk, kind=kind)
    found = paper.select_related("publication", "partnership", "case").first()
    return made_of(found, at=at) if found else None
