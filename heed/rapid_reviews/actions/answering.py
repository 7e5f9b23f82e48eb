"""An agency opens its link with the code and answers; its lead signs that off."""

from django.conf import settings
from django.db import transaction
from django.urls import reverse

from heed import clock
from heed.audit.actions import record
from heed.cases.access import excluded_from
from heed.cases.actions.links import open_link
from heed.cases.belonging import belonging_to
from heed.cases.models.links import OpenedByLink
from heed.cases.steps import Refused, Seen, carrying_out
from heed.correspondence.actions import post
from heed.papers.forms.agency_flags import same_person
from heed.partnership.queries import roles_in
from heed.rapid_reviews.actions.accepting import (
    keep_open_who_was_searched_for,
    mark_if_after_the_decision,
)
from heed.rapid_reviews.actions.chronologies import take_in_chronologies
from heed.rapid_reviews.actions.drafting import TYPED_IN_SHORT, forget_draft
from heed.rapid_reviews.actions.setting_aside import set_aside_what_was_confirmed
from heed.rapid_reviews.models import AgencyAnswer, AgencyRequest
from heed.rapid_reviews.queries import (
    answered_by,
    answers_begun,
    papers_with_it,
    rapid_review_of,
    with_what_stands,
)
from heed.rapid_reviews.summaries import (
    columns_of,
    facts_that_stand,
    kind_of,
    lacks,
    to_send,
)
from heed.rapid_reviews.theirs import must_be_theirs
from heed.rulebook import process
from heed.rulebook.language import Role

TICKS = (
    "children_searched",
    "adults_searched",
    "records_secured",
    "author_independent",
)
OF_THEIR_OWN = frozenset({"link", "account"})
ANSWER_FIELDS = (
    "systems_searched",
    "period",
    "summary",
    "worked_well",
    "learning",
    "immediate_actions",
    "other_agencies",
    "checked_by",
)


def open_request(request: AgencyRequest, *, code: str, by, at) -> str:
    """Open a request with the code told by telephone; gives the mark that binds it to
    this one browser session."""
    opened = open_link(
        request, code=code, what="open_request", by=by, at=at, state=_once_opened
    )
    return opened.bound_to


def _once_opened(request: AgencyRequest) -> str:
    """Where a part is asked for anew, or an answer was logged, that is what stands."""
    asked = request.state == AgencyRequest.State.ASKED
    return AgencyRequest.State.OPENED if asked else request.state


def open_from_account(request: AgencyRequest, *, by, at) -> None:
    """Note that somebody reads from an account what their organisation was asked, when
    nobody had opened it before. The link and its code are as they were."""
    if request.opened_at or not request.takes_an_answer:
        return
    with transaction.atomic():
        kept = AgencyRequest._base_manager.select_for_update().get(pk=request.pk)
        if kept.opened_at or not kept.takes_an_answer:
            return
        kept.opened_at, kept.state = at, _once_opened(kept)
        kept.save(update_fields=["opened_at", "state"])
        record(
            what="open_request_by_account",
            by=by,
            at=at,
            subject_kind=kept._meta.label,
            subject_id=kept.pk,
            case_id=kept.case_id,
            partnership_id=kept.partnership_id,
        )
    request.opened_at, request.state = kept.opened_at, kept.state


def note_reading_by_link(request: OpenedByLink, *, by, at) -> None:
    """Record that whoever holds a link reads who is asked about, once more; without
    that entry nobody is shown."""
    with transaction.atomic():
        record(
            what="read_by_link",
            by=by,
            at=at,
            subject_kind=request._meta.label,
            subject_id=request.pk,
            case_id=request.case_id,
            partnership_id=request.partnership_id,
        )


def answer_request(
    request: AgencyRequest,
    *,
    author: str,
    by,
    at,
    kind: str = "",
    children_searched: bool = False,
    adults_searched: bool = False,
    records_secured: bool = False,
    author_independent: bool = False,
    checked_on: str = "",
    seen: Seen | None = None,
    **words: str,
) -> AgencyAnswer:
    """Answer what an organisation was asked: that it knows nobody, or what it knows.

    An answer may be given again while the request is not closed; each one is kept."""
    with carrying_out(process.ANSWER_REQUEST, request, by=by, at=at, seen=seen) as it:
        answer = _kept(
            it,
            kind=kind,
            author=author,
            came_by=_way(by),
            facts={"checked.on": checked_on} if checked_on else None,
            ticks={
                "children_searched": children_searched,
                "adults_searched": adults_searched,
                "records_secured": records_secured,
                "author_independent": author_independent,
            },
            words=words,
            by=by,
            at=at,
        )
        forget_draft(it, only=TYPED_IN_SHORT, by=by, at=at)
        return answer


def send_summary(
    request: AgencyRequest, *, by, at, seen: Seen | None = None
) -> AgencyAnswer:
    """Send what an organisation has written in full, with the papers that it gave. What
    is not said stays a gap and stops nothing; who checked it is not who wrote it."""
    with carrying_out(process.ANSWER_REQUEST, request, by=by, at=at, seen=seen) as it:
        facts, papers = to_send(answers_begun(it)), papers_with_it(it)
        answer = kept_in_full(it, facts, papers=papers, came_by=_way(by), by=by, at=at)
        forget_draft(it, by=by, at=at)
        return answer


def kept_in_full(
    request: AgencyRequest,
    facts: dict,
    *,
    papers,
    came_by: str,
    by,
    at,
    author: str = "",
    paper=None,
) -> AgencyAnswer:
    """Keep a full summary as an answer, inside the step that sends or logs it; Refused
    where it tells nothing, or not who wrote it. `author` is who wrote it where somebody
    else says so than the summary."""
    if lacking := lacks(facts, papers=bool(papers)):
        raise Refused(lacking)
    secured = facts.get("records.secured") == "yes"
    independent = facts.get("author.independence") == "yes"
    return _kept(
        request,
        kind=kind_of(facts, papers=papers),
        came_by=came_by,
        facts=facts,
        paper=paper,
        ticks={"records_secured": secured, "author_independent": independent},
        by=by,
        at=at,
        **columns_of(facts) | ({"author": author} if author else {}),
    )


def _way(by) -> str:
    return "account" if by.actor_kind == "person" else "link"


def log_answer(
    request: AgencyRequest,
    *,
    kind: str,
    author: str,
    came_by: str,
    by,
    at,
    children_searched: bool = False,
    adults_searched: bool = False,
    seen: Seen | None = None,
    **words: str,
) -> AgencyAnswer:
    """Log an answer that came another way: by telephone, by post, at the meeting. Where
    nobody is known and nobody said who was searched for, that is a gap."""
    with carrying_out(process.LOG_ANSWER, request, by=by, at=at, seen=seen) as it:
        return _kept(
            it,
            kind=kind,
            author=author,
            came_by=came_by,
            ticks={
                "children_searched": children_searched,
                "adults_searched": adults_searched,
            },
            words=words,
            by=by,
            at=at,
        )


def _has_searched(ticks: dict, words: dict) -> bool:
    both = ticks.get("children_searched") and ticks.get("adults_searched")
    return both and bool((words.get("systems_searched") or "").strip())


def _must_be_checked_by_another(author: str, checked_by: str) -> None:
    names = (author.partition(",")[0], checked_by.partition(",")[0])
    if checked_by and same_person(*names):
        raise Refused(
            "Nobody checks their own answer. Name somebody else who has read it, or "
            "leave that empty: it can be checked later."
        )


def _kept(
    request, *, kind, author, came_by, ticks, words, by, at, facts=None, paper=None
) -> AgencyAnswer:
    must_be_theirs(request, by)
    _must_be_checked_by_another(author, words.get("checked_by") or "")
    if request.closed_at:
        raise Refused("This request is closed.")
    if request.accepted_at and came_by in OF_THEIR_OWN:
        raise Refused(
            "Your answer was accepted. To add to it, telephone the partnership: it can "
            "ask you for more."
        )
    before = request.answers.last()
    said = with_what_stands(request, {**words, **ticks})
    words, ticks = said, {name: said[name] for name in TICKS if name in said}
    facts = facts_that_stand(request.wanted, before, facts or {}, words)
    kind = kind or getattr(before, "kind", "")
    nil = kind == AgencyAnswer.Kind.NOT_KNOWN
    searched = not nil or _has_searched(ticks, words)
    if not searched and came_by in OF_THEIR_OWN:
        raise Refused(
            "Before you say that you know nobody: search for the children and for the "
            "adults, tick both, and say in which systems."
        )
    answer = AgencyAnswer.objects.create(
        **belonging_to(request.case),
        request=request,
        kind=kind,
        number=request.answers.count() + 1,
        answered_at=at,
        came_by=came_by,
        author=author,
        answered_by=by.pk if came_by == "account" else None,
        read_from=paper,
        facts=facts or None,
        **ticks,
        **{name: words.get(name) or None for name in ANSWER_FIELDS},
    )
    _has_answered(request, answer, at=at)
    take_in_chronologies(request, answer, by=by, at=at)
    mark_if_after_the_decision(request, answer, by=by, at=at)
    keep_open_who_was_searched_for(request, searched=bool(searched), by=by, at=at)
    _tell_its_leads(request, answer, by=by, at=at)
    set_aside_what_was_confirmed(rapid_review_of(request.case), by=by, at=at)
    return answer


def _has_answered(request: AgencyRequest, answer: AgencyAnswer, *, at) -> None:
    request.state = answered_by(answer)
    request.answered_at, request.code_to_read_out = at, None
    # What comes after something was accepted is looked at anew.
    request.accepted_at, request.accepted_by, request.wanted = None, "", []
    request.save(
        update_fields=[
            *("state", "answered_at", "code_to_read_out"),
            *("accepted_at", "accepted_by", "wanted"),
        ]
    )


def _tell_its_leads(request: AgencyRequest, answer, *, by, at) -> None:
    """The safeguarding leads of the organisation hear that an answer waits for them,
    but for those whom a conflict of interest keeps from the case."""
    today = clock.london_date(at)
    leads = roles_in(request.partnership, today).filter(
        role=Role.SAFEGUARDING_LEAD, organisation=request.organisation
    )
    for held in leads.exclude(person__in=excluded_from(request.case)):
        post(
            "answer_to_sign_off",
            to=held.person.email,
            partnership=request.partnership,
            fields={
                "organisation": request.organisation.name,
                "link": f"{settings.DESK_ADDRESS}"
                f"{reverse('own_request', args=[request.public_id])}",
            },
            once=f"answer-to-sign-off:{answer.pk}:{held.person_id}",
            about_case=request.case_id,
            by=by,
            at=at,
        )


def sign_off_answer(
    request: AgencyRequest, *, by, at, seen: Seen | None = None
) -> AgencyAnswer:
    """Sign off the answer that one's own organisation gave last. Whoever wrote it does
    not; an answer given later is signed off anew."""
    with carrying_out(process.SIGN_OFF_ANSWER, request, by=by, at=at, seen=seen) as it:
        answer = it.answers.last()
        if answer is None:
            raise Refused("Your organisation has not answered yet.")
        if answer.signed_off_at:
            raise Refused("This answer is signed off already.")
        if _wrote(by, answer):
            raise Refused("Nobody signs off their own answer. Ask your deputy to.")
        answer.signed_off_at, answer.signed_off_by = at, by.actor_name
        answer.save(update_fields=["signed_off_at", "signed_off_by"])
    return answer


def _wrote(person, answer: AgencyAnswer) -> bool:
    """Whether an answer was given by this person's account, or in her name."""
    by_name = same_person(person.actor_name, answer.author.partition(",")[0])
    return by_name or answer.answered_by == person.pk


def refuse_request(
    request: AgencyRequest, *, reason: str, by, at, seen: Seen | None = None
) -> AgencyRequest:
    """Record that an organisation declines to answer. The partners may then require
    the information in writing."""
    with carrying_out(
        process.REFUSE_REQUEST, request, by=by, at=at, reasons=reason, seen=seen
    ) as it:
        must_be_theirs(it, by)
        if not it.is_open or it.closed_at:
            raise Refused(
                "This request is not waiting for an answer any more: it was answered, "
                "accepted or taken back."
            )
        it.state, it.refusal = AgencyRequest.State.REFUSED, reason
        it.answered_at = at
        it.save(update_fields=["state", "refusal", "answered_at"])
    return it
