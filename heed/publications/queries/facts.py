"""The facts that the gate asks for."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from heed import clock
from heed.cases.holds import processes_of
from heed.cases.models import Case
from heed.deidentify.exceptions import PROTECTED
from heed.papers.glyphs import glyph_findings
from heed.partnership.one_look import at_one_look
from heed.partnership.queries import holidays_for
from heed.publications.ahead import ahead_of
from heed.publications.anonymous import what_tells_the_area
from heed.publications.beside import all_there_is, going_out_with
from heed.publications.composing import (
    PublicText,
    figures_without_words,
    tables_without_heads,
)
from heed.publications.decided import checks_open, confirmed_open, decided_of
from heed.publications.facts import MAIN, Facts, TextFacts
from heed.publications.gate import Item, checklist, without_what_waits
from heed.publications.joining import what_keeps_it_from_being_joint
from heed.publications.models import (
    EarlyException,
    FamilyNotTold,
    Paper,
    Publication,
)
from heed.publications.queries.ahead import unanswered
from heed.publications.queries.decisions import (
    checked_words_of,
    kept_words_of,
    waits_for_author,
)
from heed.publications.queries.family import excused, family_told
from heed.publications.queries.making import recorded_of_making
from heed.publications.queries.proven import alone, proven_of
from heed.publications.queries.publication import beside_it
from heed.publications.queries.texts import (
    kinds_to_publish,
    last_scan,
    papers_ahead_of,
)
from heed.publications.queries.trying import looked_on
from heed.publications.register import register_mark
from heed.publications.scanning import is_of
from heed.publications.signed import cleared_by, valid_approvals
from heed.publications.texts import text_of
from heed.reviews.queries import (
    portrait_of,
    waiting_changes,
    waits_for_signatures,
)
from heed.rulebook.circumstances import Circumstance


@at_one_look
def facts_of(publication: Publication, *, at) -> Facts:
    """What is known of a publication now, as the gate takes it."""
    case = publication.case
    offered, day_told, words_agreed = family_told(publication)
    papers = [(paper, text_of(paper)) for paper in papers_ahead_of(publication)]
    public = kinds_to_publish(publication)
    mark = register_mark(case)
    return Facts(
        today=clock.london_date(at),
        decision=publication.decision,
        planned_on=publication.planned_on,
        planned_for=publication.planned_for,
        now=at,
        short_as_published=publication.days_short,
        texts=[
            replace(
                _text_facts(paper, text, mark, at=at),
                only_ahead=paper.kind not in public,
            )
            for paper, text in papers
        ],
        draft_offered=offered,
        day_told=day_told,
        draft_excused_by=excused(publication, FamilyNotTold.About.DRAFT),
        day_excused_by=excused(publication, FamilyNotTold.About.DAY),
        words_agreed=words_agreed,
        words_excused_by=excused(publication, FamilyNotTold.About.WORDS),
        comments_unanswered=unanswered(publication),
        early=recorded_early(publication),
        cleared_by=cleared_by(publication),
        has_portrait=portrait_of(case) is not None,
        recorded_of_making=recorded_of_making(case)
        if MAIN.get(publication.decision) == Paper.Kind.REPORT
        else None,
        looked_on=looked_on(publication),
        noted_on=_noted_on(case),
        on_hold=case.has_flag(Circumstance.PUBLICATION_ON_HOLD),
        is_away=publication.is_away,
        beside=going_out_with(case, at=at),
        alone=[
            alone(case, each)
            for each in all_there_is(case, publication)
            if each.with_report
        ],
        joint_waits=what_keeps_it_from_being_joint(publication),
        tells_the_area=what_tells_the_area(publication),
        holidays=holidays_for(case.partnership),
    )


def facts_as_published(publication: Publication, *, at) -> Facts:
    """What stays true of a publication that is public as it was settled."""
    return Facts(
        today=clock.london_date(at),
        decision=publication.decision,
        short_as_published=publication.days_short,
        early=_by_reason(beside_it(EarlyException, publication)),
    )


def gate_of(
    publication: Publication, *, at, correction: bool = False
) -> tuple[Facts, list[Item]]:
    """The checklist before publication, and the facts that it was made from. What is
    put right does not wait for a text that comes later and is not ready."""
    facts = facts_of(publication, at=at)
    if correction:
        facts = without_what_waits(facts)
    return facts, checklist(facts, correction=correction)


def _text_facts(paper: Paper, text: PublicText | None, mark: str, *, at) -> TextFacts:
    known = {"kind": paper.kind, "name": paper.get_kind_display()}
    if text is None:
        return TextFacts(**known)
    scan = last_scan(paper)
    content_hash = text.content_hash
    is_of_this = is_of(scan, content_hash, mark)
    of_report = paper.kind == Paper.Kind.REPORT
    standing = decided_of(
        scan.findings if scan else (), kept_words_of(paper), checked_words_of(paper)
    )
    open_now = confirmed_open(standing)
    ahead = ahead_of(paper.publication, paper.kind, content_hash)
    return TextFacts(
        **known,
        exists=True,
        searched=is_of_this,
        open_findings=len(open_now),
        open_addresses=sum(one.finding.holds in PROTECTED for one in open_now),
        checks_open=len(checks_open(standing)),
        sent_back=len(waits_for_author(paper, text)),
        left_behind=len(scan.left_behind) if scan else 0,
        acknowledged=hasattr(scan, "acknowledged") if scan else False,
        approved_by=[
            f"{each.person.name} ({each.organisation.name})"
            for each in valid_approvals(paper, content_hash, at=at)
        ],
        changes_waiting=len(waiting_changes(paper.case)) if of_report else 0,
        unsigned=of_report and waits_for_signatures(paper.case),
        pictures_without_words=len(figures_without_words(text.document)),
        tables_without_heads=len(tables_without_heads(text.document)),
        unshowable=[found.shown_as for found in glyph_findings(text.document)],
        sent=ahead.sent,
        changed_since_sent=ahead.changed_since,
        not_material_by=ahead.not_material_by,
        was_public=bool(paper.published_hash),
        is_corrected=paper.published_hash not in {"", content_hash},
        **proven_of(paper, text),
    )


def _noted_on(case: Case) -> date | None:
    """On which day something was noted last of what runs or ran beside a case."""
    noted = [clock.london_date(each.known_since) for each in processes_of(case)]
    return max(noted, default=None)


def recorded_early(publication: Publication) -> dict[str, frozenset[str]]:
    """Why it may be public earlier than after seven working days, and for which bodies
    that was recorded. What let the report out early lets out nothing that comes later.
    """
    found = beside_it(EarlyException, publication)
    if publication.published_at:
        found = found.filter(recorded_at__gt=publication.published_at)
    return _by_reason(found)


def _by_reason(found: Iterable[EarlyException]) -> dict[str, frozenset[str]]:
    by_reason: dict[str, set[str]] = {}
    for each in found:
        by_reason.setdefault(each.reason, set()).add(each.seat)
    return {reason: frozenset(seats) for reason, seats in by_reason.items()}
