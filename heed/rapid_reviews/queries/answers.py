"""Who answered what."""

from datetime import datetime
from uuid import UUID

from django.db.models import Exists, Min, OuterRef, Subquery
from django.shortcuts import get_object_or_404

from heed.cases.kept import rows_of
from heed.cases.models import Case
from heed.cases.models.beside_the_list import of_led_organisations
from heed.cases.seen import opened_by_name
from heed.documents.models import Document
from heed.documents.queries import documents_of
from heed.partnership.one_look import asked_once
from heed.rapid_reviews.models import AgencyAnswer, AgencyRequest, AnswerDraft
from heed.rulebook.agency_summary import IN_SHORT

EMAILED = "emailed_form"  # sent to the business unit, which reads and logs it


def latest_answer(request: AgencyRequest) -> AgencyAnswer | None:
    """What an organisation answered last."""
    return request.answers.last()


def answered_in_full(request: AgencyRequest) -> bool:
    """Whether what an organisation answered last is a full summary."""
    last = latest_answer(request)
    return last is not None and last.kind == AgencyAnswer.Kind.FULL


def answered_by(answer: AgencyAnswer) -> str:
    """How a request stands that this answer answers."""
    nil = answer.kind == AgencyAnswer.Kind.NOT_KNOWN
    return AgencyRequest.State.NIL if nil else AgencyRequest.State.RETURNED


def with_what_stands(request: AgencyRequest, said: dict) -> dict:
    """What an answer says to the parts that are wanted, together with what the answer
    before it said to all others; as it is where it is asked for as a whole."""
    before = request.answers.last()
    if not request.wanted or before is None:
        return said
    asked = {name for part in request.wanted for name in IN_SHORT.get(part, ())}
    stands = {name for names in IN_SHORT.values() for name in names} - asked
    return said | {name: getattr(before, name) for name in stands}


@asked_once
def answers_in(case: Case) -> list[AgencyAnswer]:
    """All that was answered in a case, in the order in which it came."""
    return list(rows_of(AgencyAnswer, case).select_related("request__organisation"))


def first_answers_in(case: Case) -> dict[UUID, datetime]:
    """When each request of a case was answered for the first time, by its key."""
    answers = rows_of(AgencyAnswer, case).order_by()
    first = answers.values("request").annotate(first=Min("answered_at"))
    return dict(first.values_list("request", "first"))


def late_answers(case: Case) -> list[AgencyAnswer]:
    """The answers that came after the three had decided."""
    return [each for each in answers_in(case) if each.came_after]


def answers_begun(request: AgencyRequest) -> dict:
    """What an organisation has written and not sent; before it writes anything, what
    it sent last in full, so that a correction says only what is new."""
    draft = AnswerDraft.objects.filter(request=request).first()
    if draft and draft.answers:
        return draft.answers
    last = request.answers.filter(kind=AgencyAnswer.Kind.FULL).last()
    return dict((last.facts if last else None) or {})


def sent_until(request: AgencyRequest) -> datetime | None:
    """When an organisation sent something itself last: its papers until then are sent.
    A telephone call that was logged, or that it declined, sends none."""
    own = request.answers.filter(came_by__in=AgencyAnswer.BY_ITSELF).last()
    return own.answered_at if own else None


def papers_with_it(request: AgencyRequest) -> list[Document]:
    """The papers that an organisation gave since it answered last: they go with what
    it sends next."""
    since = sent_until(request)
    return [
        paper
        for paper in documents_of(request)
        if paper.purpose != EMAILED and (not since or paper.received_at > since)
    ]


def forms_to_log(request: AgencyRequest) -> list[Document]:
    """The filled-in forms that came to the business unit and were read, and are not
    logged as an answer yet."""
    logged = {each.read_from for each in request.answers.all()}
    return [
        paper
        for paper in documents_of(request)
        if paper.purpose == EMAILED and paper.pk not in logged
    ]


def draft_saved_at(request: AgencyRequest) -> datetime | None:
    """When an organisation last saved an answer that it has not sent; None where it
    writes none. What it writes is read by nobody else."""
    draft = AnswerDraft.objects.filter(request=request).first()
    return draft.saved_at if draft and draft.answers else None


def papers_of(answer: AgencyAnswer) -> list[Document]:
    """The papers that came with one answer: given since the one before it, or the form
    that the business unit read it from."""
    papers = documents_of(answer.request)
    if not answer.is_its_own:
        return [paper for paper in papers if paper.pk == answer.read_from]
    earlier = answer.request.answers.filter(
        number__lt=answer.number, came_by__in=AgencyAnswer.BY_ITSELF
    ).last()
    since = earlier.answered_at if earlier else None
    return [
        paper
        for paper in papers
        if paper.purpose != EMAILED
        and paper.received_at <= answer.answered_at
        and (since is None or paper.received_at > since)
    ]


def own_request_for(person, public_id: str, *, at) -> AgencyRequest:
    """A request to an organisation whose safeguarding lead somebody is, or that was
    sent to somebody's account; else Http404."""
    found = AgencyRequest.objects.open_to(person, at=at)
    return get_object_or_404(
        found.select_related("organisation", "partnership", "case"),
        public_id=public_id,
    )


def answers_awaited_from(person, *, at) -> list[AgencyRequest]:
    """The requests that wait for an answer of an organisation led by somebody, or of
    somebody's own."""
    found = opened_by_name(AgencyRequest, person, at=at).filter(
        closed_at=None, state__in=AgencyRequest.WAITING
    )
    return list(found.select_related("organisation").order_by("due_on"))


def answers_to_sign_off(person, *, at) -> list[AgencyRequest]:
    """The requests to organisations led by somebody, whose last answer is not signed
    off yet: one look, however many they are."""
    if (led := of_led_organisations(person, at=at)) is None:
        return []
    its = AgencyAnswer.objects.filter(request=OuterRef("pk"))
    last = its.order_by("-answered_at", "-number").values("pk")[:1]
    unsigned = AgencyAnswer.objects.filter(pk=OuterRef("last"), signed_off_at=None)
    found = AgencyRequest.objects.open_to(person, at=at).filter(led, closed_at=None)
    found = found.annotate(last=Subquery(last)).filter(Exists(unsigned))
    return list(found.select_related("organisation").order_by("due_on"))
