"""The sheet of what both areas see, as Word: for an area that is not in this Heed, to
be sent by the partnership's own route; and whatever was sent before."""

from collections.abc import Callable, Iterable

from heed import clock
from heed.cases.answering import SentFile
from heed.cases.apart import KeptApart
from heed.cases.leading import who_leads
from heed.cases.models import Case, CaseShare, ProtectedAddress, StepTaken
from heed.cases.sharing import notes_of, what_is_shared
from heed.documents.models import Document
from heed.papers import blocks
from heed.papers.write_docx import write_docx
from heed.rulebook.process import WRITE_SHARE_SHEET
from heed.rulebook.words import in_words

PURPOSE = "share_sheet"
MARKING = "OFFICIAL-SENSITIVE"
FOR_WHOM = (
    "For those of both areas who work on this case, and for nobody else. It holds what "
    "both agreed that the other area sees, as it stood when it was written."
)


# What else is kept apart in a case: the addresses that its referrals withhold.
ALSO_APART: list[Callable[[Case], Iterable[str]]] = []


def keeps_apart(addresses: Callable[[Case], Iterable[str]]) -> None:
    """Let an upper application say which addresses no sheet may tell."""
    if addresses not in ALSO_APART:
        ALSO_APART.append(addresses)


def _apart(case: Case) -> KeptApart:
    own = [one.address for one in ProtectedAddress.objects.filter(case=case)]
    return KeptApart([*own, *(each for also in ALSO_APART for each in also(case))])


def sheet_of(share: CaseShare, *, at) -> SentFile:
    """The sheet as it is now: who leads, each part that was agreed, and what the areas
    wrote to each other. An address that is kept apart stands in none."""
    case = share.case
    apart = _apart(case)
    title = f"{case.reference}: what both areas see"
    paper = blocks.document(
        blocks.heading(1, title),
        blocks.paragraph(FOR_WHOM),
        *_rows("Who works on it", apart.without(_areas(share, at=at))),
        *[
            block
            for heading, rows in what_is_shared(share, at=at)
            for block in _rows(heading, apart.without(rows))
        ],
        *_rows("What the two areas wrote", apart.without(_notes(share))),
        title=title,
    )
    made = write_docx(paper, publisher=case.partnership.name, marking=MARKING)
    return SentFile(f"{case.reference}-shared.docx", made)


def sheets_of(share: CaseShare) -> list[Document]:
    """The sheets that were written for the other area, as they were."""
    taken = StepTaken.objects.filter(step=WRITE_SHARE_SHEET.slug, subject_id=share.pk)
    of_case = Document.objects.filter(owner_id=share.case_id, purpose=PURPOSE)
    return list(of_case.filter(received_at__in=taken.values("at")))


def _areas(share: CaseShare, *, at) -> list[tuple[str, str]]:
    lead, ours = who_leads(share.case), share.partnership
    return [
        ("Led by", lead.area),
        ("Agreed", f"{in_words(share.agreed_on)}, {share.words}"),
        (ours.name, ours.business_unit_telephone or "No telephone is recorded"),
        (share.area_name, share.contact or "No contact is recorded"),
        ("Written", in_words(clock.london_date(at))),
    ]


def _notes(share: CaseShare) -> list[tuple[str, str]]:
    return [
        (f"{note.written_for}, {in_words(clock.london_date(note.written_at))}", said)
        for note in notes_of(share)
        if (said := note.words)
    ]


def _rows(heading: str, rows: list[tuple[str, str]]) -> list:
    told = [(name, said or "Not stated") for name, said in rows]
    shown = blocks.table(told, header=("What", "As it stands"))
    return [
        blocks.heading(2, heading),
        shown if told else blocks.paragraph("Nothing yet."),
    ]
