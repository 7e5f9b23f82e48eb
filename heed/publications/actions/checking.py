"""What could identify somebody is found, and answered: replaced with the reviewer's
agreement, or kept by an exception that two approvers sign."""

from typing import NamedTuple

from heed.cases.actions.opening import belonging_to
from heed.cases.kept import rows_of
from heed.cases.models import Case
from heed.cases.steps import Refused, Seen, carrying_out, would_be_taken
from heed.deidentify import why_not_excepted
from heed.publications.actions.beginning import begun_paper
from heed.publications.bodies import body_of
from heed.publications.decided import Decided, decided_of, to_keep_with
from heed.publications.models import (
    KeptWord,
    KeptWordSignature,
    LeftBehind,
    Paper,
    Publication,
    Scan,
)
from heed.publications.queries import (
    checked_words_of,
    kept_together,
    kept_words_of,
    last_scan,
    publication_of,
)
from heed.publications.register import register_mark, whole_register_of
from heed.publications.scanning import (
    Searched,
    SearchedOf,
    is_signed,
    named,
    search,
    searched_of,
)
from heed.publications.texts import authors_of, text_of, uploaded_behind
from heed.publications.wording import (
    Moved,
    only_suggested,
    reworded,
    suggested_for,
)
from heed.reviews.actions import propose_change
from heed.reviews.models import Change
from heed.reviews.queries import latest_report
from heed.reviews.texts import words_at
from heed.rulebook import process


def check_for_identifying_words(
    case: Case, *, kind: str, by, at, seen: Seen | None = None
) -> Scan:
    """Search a text as it stands, and what its file hides, for whatever could identify
    somebody of the case. Nobody waits while it is searched; what has changed meanwhile
    is seen by the hash and the mark, and searched again."""
    step, asked = process.RECORD_FINDING, {"by": by, "at": at, "seen": seen}
    found = None
    if would_be_taken(step, case, **asked):
        now = Case.objects.select_related("partnership").get(pk=case.pk)
        found = _searched(_as_begun(now, kind, at=at))
    with carrying_out(step, case, **asked) as it:
        paper = begun_paper(it, kind, by=by, at=at)
        if found is None or found.of != _now(paper):
            raise Refused("It was changed while it was searched. Search it again.")
        before = last_scan(paper)
        scan = Scan.objects.create(
            **belonging_to(it),
            paper=paper,
            scanned_at=at,
            scanned_by=by.actor_name,
            **found.of._asdict(),
            **found.result._asdict(),
        )
        _still_seen(before, scan)
    return scan


class _Found(NamedTuple):
    of: SearchedOf
    result: Searched


def _searched(paper: Paper) -> _Found | None:
    text = text_of(paper)
    if text is None:
        return None
    of = searched_of(text, register_mark(paper.case))
    register = whole_register_of(paper.case)
    return _Found(of, search(text, uploaded_behind(paper), register))


def _now(paper: Paper) -> SearchedOf:
    return searched_of(text_of(paper), register_mark(paper.case))


def _as_begun(case: Case, kind: str, *, at) -> Paper:
    """A text as it is, or as it would be begun: its search begins nothing."""
    kept = rows_of(Paper, case).filter(kind=kind).select_related("publication")
    if paper := kept.first():
        return paper
    publication = publication_of(case) or Publication(**belonging_to(case))
    begins = {"publication": publication, "kind": kind, "written_at": at}
    return Paper(**belonging_to(case), **begins, words={})


def _still_seen(before: Scan | None, scan: Scan) -> None:
    """What somebody has seen to be left behind is not shown to them twice."""
    seen = getattr(before, "acknowledged", None) if before else None
    if seen and before.left_behind == scan.left_behind:
        LeftBehind.objects.create(
            **belonging_to(scan.case),
            scan=scan,
            person=seen.person,
            acknowledged_at=seen.acknowledged_at,
        )


def acknowledge_left_behind(
    scan: Scan, *, by, at, seen: Seen | None = None
) -> LeftBehind:
    """Say that one has seen what the uploaded file hides. None of it is published."""
    with carrying_out(process.RECORD_FINDING, scan, by=by, at=at, seen=seen) as it:
        kept, _ = LeftBehind.objects.get_or_create(
            scan=it,
            defaults={**belonging_to(it.case), "person": by, "acknowledged_at": at},
        )
    return kept


def replace_words(
    scan: Scan,
    *,
    anchor: str,
    words: dict[str, str],
    reasons: str,
    by,
    at,
    seen: Seen | None = None,
) -> Change:
    """Propose other words for what was found in one paragraph: to the reviewer, whose
    report it is. Nothing changes until she accepts it."""
    report = latest_report(scan.case)
    if scan.paper.kind != Paper.Kind.REPORT or report is None:
        raise Refused("These are not the reviewer’s words: write the text anew.")
    paragraph = words_at(report.blocks, anchor)
    if paragraph is None:
        raise Refused("This is not a paragraph of the report.")
    text = text_of(scan.paper)
    try:
        after = reworded(text.document, anchor, paragraph, scan.findings, words)
    except Moved as why:
        raise Refused(str(why)) from why
    if after == paragraph:
        raise Refused("Please say what to write instead.")
    own = {"as_suggested": only_suggested(scan.findings, words), "reasons": reasons}
    own |= {"anchor": anchor, "after": after}
    return propose_change(report, **own, by=by, at=at, seen=seen)


REASON = "It could tell others who somebody is."


def replace_as_suggested(
    scan: Scan, *, finding_id: str, by, at, seen: Seen | None = None
) -> Change:
    """Propose, at one press, what the search suggests instead of a word, and of what
    else was confirmed in its paragraph."""
    anchor, words = suggested_for(scan.findings, finding_id)
    if not words:
        raise Refused("The search suggests nothing for this: write other words.")
    own = {"anchor": anchor, "words": words, "reasons": REASON}
    return replace_words(scan, **own, by=by, at=at, seen=seen)


def keep_by_exception(
    scan: Scan,
    *,
    finding_id: str,
    reason: str,
    legal_advice: str,
    why: str,
    everywhere: bool = False,
    by,
    at,
    seen: Seen | None = None,
) -> KeptWord:
    """Keep exactly one word in exactly one place, and say why; with `everywhere`, a
    place or a day that many share wherever it stands now. It stays open until a second
    approver of another body has signed too; a protected address never is."""
    with carrying_out(
        process.KEEP_BY_EXCEPTION, scan, by=by, at=at, reasons=why, seen=seen
    ) as it:
        said = {"reason": reason, "why": why, "legal_advice": legal_advice or None}
        asked = [
            _asked_for(one, it, at=at, **said)
            for one in _to_keep(it, finding_id, everywhere=everywhere)
        ]
        for kept in asked:
            kept.save(force_insert=True)
            _sign(kept, it, by=by, at=at)
    return asked[0]


ONE_BY_ONE = (
    "Only a place or a day that many share is kept wherever it stands. A name is kept "
    "place by place."
)


def _to_keep(scan: Scan, finding_id: str, *, everywhere: bool) -> list[Decided]:
    """What an exception is asked for, the finding that was pointed at first."""
    kept, checked = kept_words_of(scan.paper), checked_words_of(scan.paper)
    every = decided_of(scan.findings, kept, checked)
    this = next((one for one in every if one.finding.id == finding_id), None)
    if this is None:
        raise Refused("This was not found in the text as it was searched last.")
    if everywhere and not this.finding.is_shared:
        raise Refused(ONE_BY_ONE)
    meant = to_keep_with(every, this) if everywhere else [this]
    return sorted(meant, key=lambda one: one is not this)


def _asked_for(one: Decided, scan: Scan, *, at, **said) -> KeptWord:
    kept = KeptWord(
        **belonging_to(scan.case),
        paper=scan.paper,
        proposed_at=at,
        form=one.finding.text,
        place=one.finding.place,
        sentence=one.sentence,
        **said,
    )
    _may_stay(one.finding, kept)
    return kept


def sign_exception(
    kept: KeptWord, *, reasons: str, by, at, seen: Seen | None = None
) -> KeptWordSignature:
    """Sign an exception as the second approver, of another body than the first: for
    all the places that it was asked for at once."""
    with carrying_out(
        process.KEEP_BY_EXCEPTION, kept, by=by, at=at, reasons=reasons, seen=seen
    ) as it:
        signature = _sign(it, it, by=by, at=at)
        for each in kept_together(it):
            if each.pk != it.pk and not is_signed(each):
                each.paper = it.paper
                _sign(each, it, by=by, at=at)
    return signature


def _may_stay(finding, kept: KeptWord) -> None:
    try:
        why_not = why_not_excepted(finding, named(kept, finding))
    except ValueError as wrong:
        raise Refused(str(wrong)) from wrong
    if why_not:
        raise Refused(why_not)


def _sign(kept: KeptWord, subject, *, by, at) -> KeptWordSignature:
    if by.actor_id in authors_of(kept.paper):
        raise Refused("Who wrote the text does not approve what stays in it.")
    body = body_of(by, subject, at=at)
    if kept.signatures.filter(organisation=body).exists():
        raise Refused("Your body has signed this already: it takes two bodies.")
    return KeptWordSignature.objects.create(
        **belonging_to(subject.case),
        kept_word=kept,
        person=by,
        organisation=body,
        signed_at=at,
    )
