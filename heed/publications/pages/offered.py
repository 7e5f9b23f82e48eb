"""When each step of publication is offered on the case page."""

from heed.cases.models import Case
from heed.publications import queries
from heed.publications.decided import decided_of
from heed.publications.models import Paper, Publication
from heed.publications.pages.texts import main_kind
from heed.publications.scanning import is_signed
from heed.reviews.queries import latest_report
from heed.rulebook.outcomes import PUBLISHES_THE_REPORT, PublicationDecision
from heed.rulebook.process.stages import (
    A_CASE,
    AFTER_NOTIFICATION,
    ENDED_OR_ENDING,
    PUBLISHING,
)


def begun(case: Case) -> bool:
    return queries.publication_of(case) is not None


def asks_courts(case: Case) -> bool:
    """Courts are asked before a report, and before a briefing of any case."""
    return begun(case) or case.stage in AFTER_NOTIFICATION | ENDED_OR_ENDING


def is_signed_off(case: Case) -> bool:
    return case.stage in PUBLISHING or was_published(case)


def has_text(case: Case) -> bool:
    return case.stage in A_CASE and latest_report(case) is not None


def has_begun_text(case: Case) -> bool:
    """Whether there is a text to approve, and to read as a stranger would: not before
    anything of its publication has begun."""
    papers = queries.papers_ahead_of(queries.publication_of(case))
    return has_text(case) and main_kind(case) in {paper.kind for paper in papers}


def _decided(case: Case, decision: str) -> bool:
    found = queries.publication_of(case)
    return found is not None and found.decision == decision


def copies_to_send(case: Case) -> bool:
    return bool(queries.texts_to_send(queries.publication_of(case)))


def goes_ahead(case: Case) -> bool:
    """Whether something is on its way to the public that goes ahead of it."""
    found = queries.publication_of(case)
    if found is None or found.published_on is None:
        return found is not None
    return bool(queries.papers_to_send(found))


def main_text_changed(case: Case) -> bool:
    return main_kind(case) in _changed(case)


def response_changed(case: Case) -> bool:
    return Paper.Kind.RESPONSE in _changed(case)


def _changed(case: Case) -> set[str]:
    found = queries.publication_of(case)
    return {text.kind for text in queries.texts_changed_since_sent(found)}


def improvements_only(case: Case) -> bool:
    return _decided(case, PublicationDecision.IMPROVEMENTS_ONLY)


def in_the_library(case: Case) -> bool:
    found = queries.publication_of(case)
    return found is not None and found.decision in PUBLISHES_THE_REPORT


def on_own_site(case: Case) -> bool:
    return case.partnership.site == "own_site"


def family_not_told(case: Case) -> bool:
    return any(not ok for ok in _family(case))


def _family(case: Case) -> tuple[bool, ...]:
    found = queries.publication_of(case)
    return queries.family_told(found) if found else (True,)


def waits_for_answers(case: Case) -> bool:
    return queries.waits_for_answers(queries.publication_of(case))


def was_published(case: Case) -> bool:
    found = queries.publication_of(case)
    return bool(found and found.published_on)


def copy_to_deposit(case: Case) -> bool:
    found = queries.publication_of(case)
    return bool(found and found.published_on and not found.deposited_on)


def copy_deposited(case: Case) -> bool:
    found = queries.publication_of(case)
    return bool(found and found.deposited_on)


def waits_for_a_signature(case: Case) -> bool:
    found = queries.papers_of_case(case)
    kept = (each for paper in found for each in queries.kept_words_of(paper))
    return any(not is_signed(each) for each in kept)


def findings_wait(case: Case) -> bool:
    """Whether a search of a text that is not public yet found what nobody has answered;
    what is public went through the gate."""
    waiting = (e for e in queries.papers_of_case(case) if not e.published_hash)
    return any(map(_has_open, waiting))


def _has_open(paper: Paper) -> bool:
    scan = queries.last_scan(paper)
    if scan is None or not scan.findings:
        return False
    said = queries.kept_words_of(paper), queries.checked_words_of(paper)
    return any(one.is_open for one in decided_of(scan.findings, *said))


def is_public(case: Case) -> bool:
    found = queries.publication_of(case)
    return bool(found and found.is_public)


def is_elsewhere(case: Case) -> bool:
    found = queries.publication_of(case)
    return bool(found and found.place == Publication.Place.OWN_SITE)


def removal_agreed(case: Case) -> bool:
    found = queries.publication_of(case)
    return bool(found and found.is_public and found.removal_agreed_by_id)


def waits_for_confirmation(case: Case) -> bool:
    found = queries.publication_of(case)
    return bool(found and found.withdrawn_at and found.withdrawal_confirmed_at is None)
