"""An agency's answer is written, page by page, and its papers are taken in. What was
saved stays until it is sent; nothing is sent yet, and nobody else reads it."""

from django.db import transaction

from heed.audit.actions import record
from heed.cases.belonging import belonging_to
from heed.cases.steps import Refused
from heed.documents.actions import read, receive, withdraw
from heed.documents.models import Document, Reading
from heed.documents.queries import documents_of
from heed.rapid_reviews.models import AgencyRequest, AnswerDraft
from heed.rapid_reviews.queries import answers_begun, papers_with_it
from heed.rapid_reviews.theirs import must_be_theirs
from heed.rapid_reviews.understanding import understood_of, with_a_paper

MOST_PAPERS = 10
SUMMARY, CHRONOLOGY, OTHER = "agency_summary", "agency_chronology", "agency_paper"
PURPOSES = {
    SUMMARY: "Our summary: your form filled in, or one of our own",
    CHRONOLOGY: "A chronology",
    OTHER: "Another paper",
}
READ_AS = {SUMMARY: "agency-summary", CHRONOLOGY: "entries"}
TAKEN = "taken"
TYPED_IN_SHORT = "short."
TOO_MANY = f"You can send {MOST_PAPERS} files. Ring us, and we will find a way."
SENT_ALREADY = (
    "This file was sent with your answer, and stays with it. If it should not have "
    "been sent, ring us."
)
OVER = "This request is closed. Ring us if you have more to say."


def save_answers(request: AgencyRequest, *, keys, answers: dict, by, at) -> AnswerDraft:
    """Keep the answers of one page in place of those that it held before."""
    with transaction.atomic():
        draft = _draft(request, by=by, at=at)
        others = {k: v for k, v in draft.answers.items() if k not in set(keys)}
        draft.answers = others | {k: v for k, v in answers.items() if v not in ("", [])}
        return _saved(draft, by=by, at=at)


def drop_entry(request: AgencyRequest, *, part: str, number: int, by, at) -> None:
    """Take a person or a statement out of what is being written."""
    begun = answers_begun(request)
    keys = [key for key in begun if key.startswith(f"{part}.{number}.")]
    save_answers(request, keys=keys, answers={}, by=by, at=at)


def take_in_paper(
    request: AgencyRequest, *, file, purpose: str, by, at
) -> tuple[Document, Reading | None]:
    """Keep a file of an agency as it was sent, and have it read by the confined
    reader where it is one that can be understood. Reading it sends nothing."""
    must_be_theirs(request, by)
    if getattr(file, "is_too_large", False):
        raise Refused(
            f"“{file.name}” is larger than 50 MB. Please send a smaller copy."
        )
    if len(documents_of(request)) >= MOST_PAPERS:
        raise Refused(TOO_MANY)
    with transaction.atomic():
        _open_request(request)
        document = receive(
            file.chunks(),
            name=file.name,
            owner=request,
            purpose=purpose,
            received_from=by.actor_kind,
            by=by,
            at=at,
        )
    if purpose not in READ_AS:
        return document, None
    return document, read(document, read_as=READ_AS[purpose], by=by, at=at)


def take_back_paper(request: AgencyRequest, document: Document, *, by, at) -> None:
    """Take a file out again before it is sent."""
    must_be_theirs(request, by)
    with transaction.atomic():
        if document not in papers_with_it(_open_request(request)):
            raise Refused(SENT_ALREADY)
        withdraw(document, by=by, at=at)


def take_over(
    request: AgencyRequest, reading: Reading, *, placed: dict, by, at
) -> AnswerDraft:
    """Put what was understood of a paper into the draft, once a person has seen it.

    Nothing that was typed is overwritten. `placed` says of each piece that was not
    understood where it belongs; what belongs nowhere is kept in the paper's words."""
    understood = understood_of(reading.content)
    with transaction.atomic():
        draft = _draft(request, by=by, at=at)
        if str(reading.pk) in draft.answers.get(TAKEN, []):
            return draft
        made = with_a_paper(draft.answers, understood, placed)
        made[TAKEN] = [*draft.answers.get(TAKEN, []), str(reading.pk)]
        draft.answers = made
        return _saved(draft, by=by, at=at)


def forget_draft(request: AgencyRequest, *, by, at, only: str = "") -> None:
    """Empty what was being written, inside the step that sends it: it stands in the
    answer. `only` names what stood on the short page."""
    for draft in AnswerDraft.objects.filter(request=request):
        kept = draft.answers.items() if only else ()
        draft.answers = {k: v for k, v in kept if not k.startswith(only)}
        draft.saved_at = at
        draft.save(update_fields=["answers", "saved_at"])


def _open_request(request: AgencyRequest) -> AgencyRequest:
    kept = AgencyRequest._base_manager.select_for_update().get(pk=request.pk)
    if kept.closed_at or not kept.takes_an_answer:
        raise Refused(OVER)
    return kept


def _draft(request: AgencyRequest, *, by, at) -> AnswerDraft:
    """The draft of a request, locked. A correction begins with what was sent last."""
    must_be_theirs(request, by)
    kept = _open_request(request)
    draft = AnswerDraft.objects.select_for_update().filter(request=kept).first()
    if draft is None:
        draft = AnswerDraft.objects.create(
            **belonging_to(kept.case),
            request=kept,
            begun_at=at,
            saved_at=at,
            answers={},
        )
    draft.answers = dict(draft.answers or answers_begun(kept))
    return draft


def _saved(draft: AnswerDraft, *, by, at) -> AnswerDraft:
    draft.saved_at = at
    draft.version += 1
    draft.save(update_fields=["answers", "saved_at", "version"])
    record(
        what="write_answer",
        by=by,
        at=at,
        subject_kind=draft._meta.label,
        subject_id=draft.pk,
        case_id=draft.case_id,
        partnership_id=draft.partnership_id,
    )
    return draft
