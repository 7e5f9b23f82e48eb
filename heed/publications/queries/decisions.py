"""What was decided of the words of texts: which may stay, what was looked at, what was
sent back."""

from hashlib import sha256

from django.db.models import Prefetch

from heed.cases.kept import rows_of
from heed.cases.models import Case
from heed.deidentify.findings import form_of
from heed.papers.blocks import leaves
from heed.partnership.one_look import asked_once
from heed.publications.composing import PublicText
from heed.publications.models import (
    CheckedWord,
    KeptWord,
    KeptWordSignature,
    Paper,
    SentBack,
)
from heed.reviews.queries import latest_report


def kept_words_of(paper: Paper) -> list[KeptWord]:
    """What may stay in a text by exception, with who signed it."""
    return [each for each in kept_words_in(paper.case) if each.paper_id == paper.pk]


@asked_once
def kept_words_in(case: Case) -> list[KeptWord]:
    """The same of all texts of a case."""
    signed = KeptWordSignature.objects.select_related("person", "organisation")
    found = rows_of(KeptWord, case)
    return list(found.prefetch_related(Prefetch("signatures", signed)))


def kept_together(kept: KeptWord) -> list[KeptWord]:
    """An exception in each of the places that it was asked for at once, of one text."""
    return [each for each in kept_words_in(kept.case) if _asked(each) == _asked(kept)]


def exceptions_of(paper: Paper) -> list[tuple[KeptWord, int]]:
    """The exceptions in a text, each once, with how many places it was asked for."""
    asked: dict[tuple, list[KeptWord]] = {}
    for each in kept_words_of(paper):
        asked.setdefault(_asked(each), []).append(each)
    return [(some[0], len(some)) for some in asked.values()]


def _asked(kept: KeptWord) -> tuple:
    """What of an exception is the same in each of its places."""
    form = form_of(kept.form)
    return kept.paper_id, kept.proposed_at, form, kept.reason, kept.why


def checked_words_of(paper: Paper) -> list[CheckedWord]:
    """What could identify somebody in a text and was answered in writing."""
    return [each for each in checked_words_in(paper.case) if each.paper_id == paper.pk]


@asked_once
def checked_words_in(case: Case) -> list[CheckedWord]:
    """The same of all texts of a case."""
    return list(rows_of(CheckedWord, case).select_related("person"))


@asked_once
def sent_back_in(case: Case) -> list[SentBack]:
    """What was ever sent back to its author, in order."""
    return list(rows_of(SentBack, case).select_related("person"))


def waits_for_author(paper: Paper, text: PublicText) -> list[SentBack]:
    """What was sent back and has not been written anew: a paragraph that it was sent
    back for reads the same still; of a report as a whole, all of it does. What others
    write around it answers nothing; whoever sent it back may take that back."""
    every = [each for each in sent_back_in(paper.case) if each.paper_id == paper.pk]
    sent = [each for each in every if each.taken_back_at is None]
    report = latest_report(paper.case) if sent else None
    whole = {text.content_hash, report.content_hash if report else ""}
    still = set(marks_of_words(text).values()) if sent else set()
    return [each for each in sent if _reads_the_same(each, whole, still)]


def _reads_the_same(sent: SentBack, whole: set[str], still: set[str]) -> bool:
    named = {place["words"] for place in sent.places if place.get("words")}
    return bool(named & still) if named else sent.content_hash in whole


def marks_of_words(text: PublicText) -> dict[str, str]:
    """A mark of the words of each paragraph, of those around the text too."""
    every = (*leaves(text.document.blocks), *leaves(text.cover.blocks))
    return {anchor: sha256(words.encode()).hexdigest() for anchor, words in every}
