"""Who signed what before a publication: of exactly which text, and knowing what."""

from heed.cases.access import able_on_the_list
from heed.cases.holds import processes_of
from heed.cases.kept import rows_of
from heed.cases.models import Case
from heed.partnership.one_look import asked_once
from heed.publications.models import (
    Approval,
    AttemptToIdentify,
    CheckedWord,
    Clearance,
    KeptWordSignature,
    Paper,
    Publication,
    SentBack,
)
from heed.publications.texts import authors_of
from heed.rulebook import process
from heed.rulebook.language import Role
from heed.rulebook.roles import APPROVERS


@asked_once
def _approvals_in(case: Case) -> list[Approval]:
    return list(
        rows_of(Approval, case).select_related("person", "organisation", "gate")
    )


@asked_once
def _able_to_approve(case: Case, *, at) -> frozenset:
    """Who may approve publication in a case today."""
    return frozenset(each.pk for each in able_on_the_list(case, APPROVERS, at=at))


@asked_once
def _answers_in(case: Case) -> list[tuple]:
    """Of which text and when something was let to stay in it, by an answer or by a
    name under an exception, or because it need not be written anew; when a stranger
    came to somebody, and what was said."""
    checked = rows_of(CheckedWord, case).values_list("paper_id", "answered_at")
    signed = rows_of(KeptWordSignature, case)
    names = signed.values_list("kept_word__paper_id", "signed_at")
    somebody = AttemptToIdentify.Outcome.SOMEBODY
    came = [each for each in attempts_in(case) if each.outcome == somebody]
    moments = [(each.paper_id, each.attempted_at) for each in came]
    moments += [(each.paper_id, each.answered_at) for each in came if each.answered_at]
    let = rows_of(SentBack, case).exclude(taken_back_at=None)
    taken_back = let.values_list("paper_id", "taken_back_at")
    return [*checked, *names, *moments, *taken_back]


@asked_once
def attempts_in(case: Case) -> list[AttemptToIdentify]:
    """Every attempt to tell who a text of a case is about, the first one first."""
    found = rows_of(AttemptToIdentify, case)
    return list(found.select_related("person", "answered_by", "paper"))


def came_to_somebody(case: Case, library_id) -> list:
    """When a stranger came to somebody by words that stand beside a report, and when
    somebody said what was done."""
    somebody = AttemptToIdentify.Outcome.SOMEBODY
    at_it = [each for each in attempts_in(case) if each.library_id == library_id]
    came = [each for each in at_it if each.outcome == somebody]
    moments = [moment for e in came for moment in (e.attempted_at, e.answered_at)]
    return [moment for moment in moments if moment]


def valid_approvals(paper: Paper, content_hash: str, *, at) -> list:
    """The approvals of exactly this text, one of each body, none by who wrote it, all
    by people who may approve it still: they fall with a role, an exclusion, or an end
    of access, and where something was let to stay, or a stranger came to somebody, that
    no approver has seen. What was taken off is approved anew."""
    mark = (paper.pk, content_hash)
    given = [
        each
        for each in _approvals_in(paper.case)
        if (each.paper_id, each.content_hash) == mark
        and not paper.publication.was_taken_off_since(each.approved_at)
    ]
    if not given:
        return []
    authors, able = authors_of(paper), _able_to_approve(paper.case, at=at)
    answered = [when for of, when in _answers_in(paper.case) if of == paper.pk]
    standing: dict = {}
    for each in given:
        has_seen_all = all(when <= each.approved_at for when in answered)
        may = str(each.person_id) not in authors and each.person_id in able
        if may and has_seen_all:
            standing.setdefault(each.organisation_id, each)
    return list(standing.values())


def may_take_back(sent: SentBack, person, *, at) -> bool:
    """Whether somebody may say that what was sent back need not be written anew:
    whoever sent it, or where they can act in the case no more, any who might have."""
    able = {
        each.pk for each in able_on_the_list(sent.case, process.SEND_BACK.by, at=at)
    }
    return person.pk == sent.person_id or sent.person_id not in able


def cleared_by(publication: Publication) -> frozenset[str]:
    """The roles of those who looked at all that is noted beside the case as it stands
    now, and found that it allows publication. One person counts in one role."""
    noted = [each.known_since for each in processes_of(publication.case)]
    given = [
        each
        for each in rows_of(Clearance, publication.case)
        if not any(moment > each.cleared_at for moment in noted)
    ]
    managers = {each.person_id for each in given if each.role == Role.MANAGER}
    return frozenset(
        each.role
        for each in given
        if each.role == Role.MANAGER or each.person_id not in managers
    )
