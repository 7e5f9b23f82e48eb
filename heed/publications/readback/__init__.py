"""All that will be served of a text is read back before it is handed down: what a
stranger could find in its bytes, and what a paper of ours never holds."""

from collections.abc import Iterable
from dataclasses import dataclass
from hashlib import sha256

from heed.deidentify import Register
from heed.papers.blocks import Figure, leaves
from heed.papers.pictures import bare
from heed.publications.anonymous import is_anonymous
from heed.publications.composing import PublicText, every
from heed.publications.joining import joined_with
from heed.publications.models import KeptWord, Paper
from heed.publications.readback.leaks import (
    Answered,
    Leak,
    answered,
    leaks_in,
    leaks_of,
    read,
)
from heed.publications.readback.order import faults_of_order, faults_of_pages
from heed.publications.readback.served import files_of
from heed.publications.scanning import is_signed

__all__ = [
    "Answered",
    "Leak",
    "ReadBack",
    "answered",
    "faults_in_pdf",
    "leaks_in",
    "read",
    "read_back",
]


@dataclass(frozen=True)
class ReadBack:
    """What was read, by the hash of each file, and what was found in it."""

    files: dict[str, str]
    problems: tuple[str, ...]

    def as_json(self) -> dict:
        """As it is kept, sealed, with an approval."""
        return {"files": self.files, "problems": list(self.problems)}


def read_back(
    paper: Paper,
    text: PublicText,
    pdf: bytes,
    *,
    register: Register,
    kept: Iterable[KeptWord],
    at,
) -> ReadBack:
    """Make every file that a text is served as and read each back. It never raises:
    what goes wrong is a problem that keeps the gate shut."""
    try:
        files = files_of(paper, text, pdf, at=at)
        allowed = _answered(paper, text, kept)
        said = read(files)
        problems = [leak.sentence for leak in leaks_of(said, register, allowed)]
        problems += faults_in_pdf(f"{text.slug}.pdf", pdf, title=text.title)
        problems += [*faults_of_order(said, text.document), *faults_of_pages(files)]
        problems += faults_of_pictures(text)
    except Exception as wrong:  # noqa: BLE001 - whatever went wrong, nothing is clear
        return ReadBack({}, (f"The files could not be made: {type(wrong).__name__}.",))
    marks = {name: sha256(data).hexdigest() for name, data in sorted(files.items())}
    return ReadBack(marks, tuple(problems))


def faults_in_pdf(name: str, pdf: bytes, *, title: str) -> list[str]:
    """What of this PDF is not as ours are, each in a sentence."""
    # What takes a PDF apart takes long to load, and few processes do it.
    from heed.publications.readback.paper import faults_of_pdf

    return [f"{name} {fault}." for fault in faults_of_pdf(pdf, title=title)]


def faults_of_pictures(text: PublicText) -> list[str]:
    """Which pictures that are served with a text hold anything but their pixels."""
    return [
        f"{text.slug}: picture {number} holds more than its pixels."
        for number, data in enumerate(text.document.images.values(), 1)
        if (made := bare(data)) is None or made.data != data
    ]


def _answered(paper: Paper, text: PublicText, kept: Iterable[KeptWord]) -> Answered:
    documents = (text.document, text.cover)
    said = [words for each in documents for _, words in leaves(each.blocks)]
    figures = [b for b in every(text.document.blocks) if isinstance(b, Figure)]
    said += [words for each in figures for words in (each.alt, each.caption)]
    return answered(
        signed=(each.form for each in kept if is_signed(each)),
        searched=said,
        of_itself=said_of_itself(paper),
    )


def said_of_itself(paper: Paper) -> list[str]:
    """By what those who publish it are known and reached; nothing where no area is
    named."""
    if is_anonymous(paper.publication):
        return []
    ours = paper.partnership
    others = [each.name for each in joined_with(paper.publication)]
    reached = [
        ours.business_unit_telephone,
        ours.front_door_telephone,
        ours.out_of_hours_telephone,
        ours.referral_address,
    ]
    return [ours.name, ours.slug, *others, *reached]
