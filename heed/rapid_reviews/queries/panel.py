"""What went to the national bodies, and what they answered."""

from datetime import date

from django.db.models import Q
from django.shortcuts import get_object_or_404

from heed.cases.kept import rows_of
from heed.cases.models import Case
from heed.partnership.one_look import asked_once
from heed.rapid_reviews.models import PanelLetter, Submission, Told
from heed.rulebook.outcomes import label

A_WINDOW = 50


@asked_once
def submissions_of(case: Case) -> list[Submission]:
    """What went to the Panel, version by version."""
    found = rows_of(Submission, case)
    files = ("as_sent", "as_pdf", "as_json", "proof_file")
    return list(found.select_related(*files))


def submission_read_by(person, public_id: str, *, at) -> Submission:
    """What was sent, for who may open its case and for the Panel's people; else
    Http404."""
    found = Submission.objects.visible_to(person, at=at)
    files = ("as_sent", "as_pdf", "as_json", "case", "partnership")
    return get_object_or_404(found.select_related(*files), public_id=public_id)


def submission_to_the_panel(person, public_id: str, *, at) -> Submission:
    """What was sent, for the Panel's people alone; else Http404."""
    found = Submission.objects.open_to(person, at=at)
    files = ("as_sent", "as_pdf", "as_json", "case", "partnership")
    return get_object_or_404(found.select_related(*files), public_id=public_id)


def sent_to_the_panel(person, *, at, before: str = "") -> list[Submission]:
    """What was sent to the Panel whose people somebody belongs to, the latest first:
    a window of so many, or of those sent before one of them."""
    found = Submission.objects.open_to(person, at=at)
    if before:
        last = get_object_or_404(found, public_id=before)
        earlier = Q(sent_at__lt=last.sent_at)
        found = found.filter(earlier | Q(sent_at=last.sent_at, pk__lt=last.pk))
    ordered = found.select_related("case", "partnership").order_by("-sent_at", "-pk")
    return list(ordered[: A_WINDOW + 1])


def answers_of_the_panel(submission: Submission) -> list[tuple[date, str]]:
    """What the Panel has answered in the case of what was sent: the day and what it
    comes to, no word of it."""
    letters = PanelLetter.objects.filter(case=submission.case)
    return [(letter.dated_on, label(letter.answer)) for letter in letters]


def was_sent_to(document, person, at) -> bool:
    """Whether a file is one of those that went to the Panel whose people somebody
    belongs to."""
    of = Q(as_sent=document) | Q(as_pdf=document) | Q(as_json=document)
    return Submission.objects.open_to(person, at=at).filter(of).exists()


@asked_once
def panel_letters_of(case: Case) -> list[PanelLetter]:
    """What the Panel answered."""
    return list(rows_of(PanelLetter, case).select_related("letter_file"))


@asked_once
def told_in(case: Case) -> list[Told]:
    """Which national bodies were told what, and when."""
    found = rows_of(Told, case)
    return list(found.select_related("proof_file", "answer_file"))
