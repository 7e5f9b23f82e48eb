"""What is shown of publishing, and the facts that the gate asks for."""

from django.db.models import Prefetch
from django.http import Http404

from heed import clock
from heed.cases.kept import rows_of
from heed.cases.models import Case, FamilyContact
from heed.cases.queries import family_contacts_of
from heed.papers.glyphs import glyph_findings
from heed.partnership.one_look import asked_once
from heed.partnership.queries import holidays_for
from heed.publications.ahead import ahead_of, copies_kept
from heed.publications.composing import (
    PublicText,
    figures_without_words,
    tables_without_heads,
)
from heed.publications.facts import MAIN, WANTED, Facts, TextFacts
from heed.publications.gate import Item, checklist
from heed.publications.models import (
    AnswerOnPublication,
    Comment,
    EarlierWithdrawal,
    EarlyException,
    FamilyNotTold,
    HandOver,
    KeptWord,
    KeptWordSignature,
    Paper,
    Publication,
    Scan,
)
from heed.publications.register import mark_of, register_of_case
from heed.publications.scanning import still_open
from heed.publications.signed import cleared_by, valid_approvals
from heed.publications.texts import text_of
from heed.reviews.queries import (
    portrait_of,
    waiting_changes,
    waits_for_signatures,
)
from heed.rulebook.circumstances import Circumstance
from heed.rulebook.outcomes import PublicationDecision
from heed.rulebook.roles import SEATS

OFFERED = {FamilyContact.About.DRAFT_OFFERED, FamilyContact.About.DRAFT_READ}


@asked_once
def publication_of(case: Case) -> Publication | None:
    """The publication of a case, once anything of it has begun."""
    return rows_of(Publication, case).select_related("withdrawn_by").first()


def publication_or_404(case: Case) -> Publication:
    """The publication of a case; Http404 before it has begun."""
    found = publication_of(case)
    if found is None:
        raise Http404
    return found


def answers_on(publication: Publication) -> list[dict]:
    """Each of the three seats with its answer to what is before the partners, or none
    yet; empty while nothing was put before them."""
    if not publication.proposed_decision:
        return []
    given = {each.seat: each for each in _answers_in_round(publication)}
    return [
        {"seat": seat, "label": label, "given": given.get(seat)}
        for seat, label in SEATS.items()
    ]


@asked_once
def _answers_in_round(publication: Publication) -> list[AnswerOnPublication]:
    answers = _beside(AnswerOnPublication, publication)
    return list(answers.filter(round=publication.round).select_related("person"))


def _beside(model, publication: Publication):
    """The rows of a table that stand beside a publication: there is one to a case."""
    return rows_of(model, publication.case).filter(publication=publication)


def waits_for_answers(publication: Publication | None) -> bool:
    """Whether something is before the partners that not all three have answered."""
    return publication is not None and any(
        row["given"] is None for row in answers_on(publication)
    )


def takes_three(publication: Publication | None, outcome: str) -> bool:
    """Whether a decision takes the answers of the three partners: all but publishing in
    full do, and that too while something is before them or they decided otherwise."""
    full = PublicationDecision.PUBLISH
    if outcome != full:
        return True
    if publication is None:
        return False
    stands = publication.decision or full
    return stands != full or waits_for_answers(publication)


def kinds_to_publish(publication: Publication) -> set[str]:
    """What is to become public: what the partners decided on, and their response."""
    return {MAIN.get(publication.decision, Paper.Kind.REPORT), Paper.Kind.RESPONSE}


@asked_once
def papers_of(publication: Publication | None) -> list[Paper]:
    """The texts of these kinds, as far as there are any."""
    if publication is None:
        return []
    wanted = kinds_to_publish(publication)
    found = _beside(Paper, publication).select_related("publication", "document")
    return [paper for paper in found if paper.kind in wanted]


def papers_of_case(case: Case) -> list[Paper]:
    """What is to become public of a case; nothing before publication has begun."""
    return papers_of(publication_of(case))


def texts_of(publication: Publication) -> list[PublicText]:
    """The texts that are to become public, as they stand now."""
    return [text for paper in papers_of(publication) if (text := text_of(paper))]


def paper_or_404(case: Case, kind: str) -> Paper:
    """One text of a publication; Http404 while there is none."""
    found = rows_of(Paper, case).filter(kind=kind)
    paper = found.select_related("publication", "document").first()
    if paper is None:
        raise Http404
    return paper


def shown_text_or_404(paper: Paper) -> PublicText:
    """All that becomes public of a paper; Http404 while there is nothing of it."""
    text = text_of(paper)
    if text is None:
        raise Http404
    return text


@asked_once
def last_scan(paper: Paper) -> Scan | None:
    """The last search of a text, of whichever version."""
    scans = rows_of(Scan, paper.case).filter(paper=paper)
    return scans.select_related("acknowledged").last()


def kept_words_of(paper: Paper) -> list[KeptWord]:
    """What may stay in a text by exception, with who signed it."""
    return [each for each in _kept_words_in(paper.case) if each.paper_id == paper.pk]


@asked_once
def _kept_words_in(case: Case) -> list[KeptWord]:
    signed = KeptWordSignature.objects.select_related("person__organisation")
    found = rows_of(KeptWord, case)
    return list(found.prefetch_related(Prefetch("signatures", signed)))


def facts_of(publication: Publication, *, at) -> Facts:
    """What is known of a publication now, as the gate takes it."""
    case = publication.case
    offered, day_told, words_agreed = family_told(publication)
    papers = [(paper, text_of(paper)) for paper in papers_of(publication)]
    mark = mark_of(register_of_case(case))
    return Facts(
        today=clock.london_date(at),
        decision=publication.decision,
        planned_on=publication.planned_on,
        short_as_published=publication.days_short,
        texts=[_text_facts(paper, text, mark) for paper, text in papers],
        draft_offered=offered,
        day_told=day_told,
        draft_excused_by=_excused(publication, FamilyNotTold.About.DRAFT),
        day_excused_by=_excused(publication, FamilyNotTold.About.DAY),
        words_agreed=words_agreed,
        words_excused_by=_excused(publication, FamilyNotTold.About.WORDS),
        comments_unanswered=_unanswered(publication),
        early=_early(publication),
        cleared_by=cleared_by(publication),
        has_portrait=portrait_of(case) is not None,
        on_hold=case.has_flag(Circumstance.PUBLICATION_ON_HOLD),
        is_away=publication.is_away,
        holidays=holidays_for(case.partnership),
    )


def facts_as_published(publication: Publication, *, at) -> Facts:
    """What stays true of a publication that is public as it was settled."""
    return Facts(
        today=clock.london_date(at),
        decision=publication.decision,
        short_as_published=publication.days_short,
        early=_early(publication),
    )


@asked_once
def comments_on(publication: Publication) -> list[Comment]:
    """What national bodies said about a publication, in the order of their coming."""
    return list(_beside(Comment, publication))


def _unanswered(publication: Publication) -> int:
    return sum(each.replied_at is None for each in comments_on(publication))


def family_told(publication: Publication) -> tuple[bool, bool, bool]:
    """Whether the family was offered the draft, was told the day, and agreed to the
    words on who the child is, if there are any."""
    told = family_contacts_of(publication.case)
    offered = any(each.about in OFFERED for each in told)
    portrait = portrait_of(publication.case)
    agreed = portrait is None or portrait.family_agreed
    return offered, _day_told(publication, told), agreed


def gate_of(
    publication: Publication, *, at, correction: bool = False
) -> tuple[Facts, list[Item]]:
    """The checklist before publication, and the facts that it was made from."""
    facts = facts_of(publication, at=at)
    return facts, checklist(facts, correction=correction)


def comment_for(case: Case, public_id: str) -> Comment:
    """A comment on the publication of a case; else Http404."""
    found = Comment.objects.filter(case=case, public_id=public_id).first()
    if found is None:
        raise Http404
    return found


def copies_of(publication: Publication) -> list[dict]:
    """What went ahead together: the text, to whom, when and by which route."""
    gone: dict[tuple, list[str]] = {}
    copies = copies_kept(publication)
    for copy in sorted(copies, key=lambda each: (each.sent_on, each.kind, each.body)):
        what = (copy.get_kind_display(), copy.sent_on, copy.route)
        gone.setdefault(what, []).append(copy.get_body_display())
    return [
        {"text": text, "sent_on": sent_on, "route": route, "bodies": bodies}
        for (text, sent_on, route), bodies in gone.items()
    ]


def texts_to_send(publication: Publication | None) -> list[PublicText]:
    """The texts that have not gone ahead to every body as they stand now."""
    return [
        text
        for paper in papers_of(publication)
        if (text := text_of(paper)) and _waits(publication, text)
    ]


def _waits(publication: Publication, text: PublicText) -> bool:
    sent = ahead_of(publication, text.kind, text.content_hash).sent
    return not set(WANTED) <= set(sent)


def texts_changed_since_sent(publication: Publication | None) -> list[PublicText]:
    """The texts that went ahead and have changed since."""
    return [
        text
        for text in texts_to_send(publication)
        if ahead_of(publication, text.kind, text.content_hash).changed_since
    ]


def earlier_withdrawals_of(partnership) -> list[EarlierWithdrawal]:
    """The reviews that were published before and are withdrawn, the latest first."""
    found = EarlierWithdrawal.objects.filter(partnership=partnership)
    return list(found.select_related("withdrawn_by").order_by("-withdrawn_at"))


def earlier_withdrawal_or_404(partnership, public_id: str) -> EarlierWithdrawal:
    """One of them; Http404 for another partnership's."""
    found = EarlierWithdrawal.objects.filter(partnership=partnership)
    one = found.filter(public_id=public_id).select_related("withdrawn_by").first()
    if one is None:
        raise Http404
    return one


def waiting_hand_overs(publication: Publication) -> list[HandOver]:
    """What the library does not have yet."""
    return list(rows_of(HandOver, publication.case).filter(done_at=None))


def _text_facts(paper: Paper, text: PublicText | None, mark: str) -> TextFacts:
    known = {"kind": paper.kind, "name": paper.get_kind_display()}
    if text is None:
        return TextFacts(**known)
    scan = last_scan(paper)
    content_hash = text.content_hash
    is_of_this = scan is not None and (
        (scan.content_hash, scan.register_mark) == (content_hash, mark)
    )
    of_report = paper.kind == Paper.Kind.REPORT
    ahead = ahead_of(paper.publication, paper.kind, content_hash)
    return TextFacts(
        **known,
        exists=True,
        searched=is_of_this,
        open_findings=len(still_open(scan.findings, kept_words_of(paper)))
        if scan
        else 0,
        left_behind=len(scan.left_behind) if scan else 0,
        acknowledged=hasattr(scan, "acknowledged") if scan else False,
        approved_by=[
            f"{each.person.name} ({each.organisation.name})"
            for each in valid_approvals(paper, content_hash)
        ],
        changes_waiting=len(waiting_changes(paper.case)) if of_report else 0,
        unsigned=of_report and waits_for_signatures(paper.case),
        pictures_without_words=len(figures_without_words(text.document)),
        tables_without_heads=len(tables_without_heads(text.document)),
        unshowable=[found.shown_as for found in glyph_findings(text.document)],
        sent=ahead.sent,
        changed_since_sent=ahead.changed_since,
        not_material_by=ahead.not_material_by,
    )


def _day_told(publication: Publication, told) -> bool:
    """The family was told the day since it was set: another day is told anew."""
    since = publication.planned_at
    day = FamilyContact.About.PUBLICATION_DATE
    return bool(since) and any(
        each.about == day and each.recorded_at >= since for each in told
    )


def acceptances_of(publication: Publication, about: str) -> list[FamilyNotTold]:
    """Who has accepted why the family was not told or asked; of words on the child, of
    the words as they stand now."""
    accepted = [each for each in _acceptances(publication) if each.about == about]
    portrait = portrait_of(publication.case)
    if about == FamilyNotTold.About.WORDS and portrait:
        return [each for each in accepted if each.accepted_at >= portrait.written_at]
    return accepted


@asked_once
def _acceptances(publication: Publication) -> list[FamilyNotTold]:
    return list(_beside(FamilyNotTold, publication).select_related("person"))


def _excused(publication: Publication, about: str) -> int:
    return len({each.person_id for each in acceptances_of(publication, about)})


def _early(publication: Publication) -> dict[str, frozenset[str]]:
    by_reason: dict[str, set[str]] = {}
    for each in _beside(EarlyException, publication):
        by_reason.setdefault(each.reason, set()).add(each.seat)
    return {reason: frozenset(seats) for reason, seats in by_reason.items()}
