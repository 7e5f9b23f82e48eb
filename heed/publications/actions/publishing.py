"""A report becomes public: when every item of the gate has passed, and not before."""

from collections.abc import Mapping

from heed import clock
from heed.cases.access import able_on_the_list
from heed.cases.actions.opening import belonging_to
from heed.cases.deadlines import start_clock
from heed.cases.models import Case
from heed.cases.steps import Refused, Seen, carrying_out
from heed.cases.telling import tell
from heed.library.bundles import NotReceivable, check_bundle
from heed.publications.actions.beginning import begun
from heed.publications.actions.handing import keep_hand_over, next_number
from heed.publications.actions.withdrawing import come_back
from heed.publications.availability import all_counts_from
from heed.publications.beside import BESIDE
from heed.publications.bundling import bundle_of
from heed.publications.composing import PublicText
from heed.publications.gate import what_bars
from heed.publications.handed import refused_of
from heed.publications.lasting import handed_down_before, with_lasting_names
from heed.publications.made import Made
from heed.publications.models import OwnSiteCheck, Paper, Publication
from heed.publications.printing import printed_of
from heed.publications.queries import gate_of, papers_of
from heed.publications.releases import waiting_release
from heed.publications.texts import public_since, text_of
from heed.rulebook import process
from heed.rulebook.clocks import AVAILABILITY
from heed.rulebook.language import Role
from heed.rulebook.outcomes import PUBLISHES_THE_REPORT, STANDS_FOR_THE_REPORT

SAY_WHAT = (
    "say first what was corrected, in words for the public. They stand on the page, "
    "with the day."
)


def publish(case: Case, *, by, at, seen: Seen | None = None) -> Publication:
    """Publish the report in the library, and by the same decision all that is ready to
    go out with it."""
    return _in_the_library(
        process.PUBLISH, PUBLISHES_THE_REPORT, case, by=by, at=at, seen=seen
    )


def publish_improvements(
    case: Case, *, reasons: str, by, at, seen: Seen | None = None
) -> Publication:
    """Publish what stands for the report, and say why; the Panel is told."""
    return _in_the_library(
        process.PUBLISH_IMPROVEMENTS,
        STANDS_FOR_THE_REPORT,
        case,
        reasons=reasons,
        by=by,
        at=at,
        seen=seen,
    )


def publish_elsewhere(
    case: Case,
    *,
    address: str,
    published_on,
    published_by: str,
    by,
    at,
    seen: Seen | None = None,
) -> Publication:
    """Record that the cleared text was published on the partnership's own site: where,
    when and by whom. It is looked at there once a year."""
    printed = printed_of(case, at=at)
    with carrying_out(
        process.PUBLISH_ELSEWHERE,
        case,
        by=by,
        at=at,
        effective_on=published_on,
        seen=seen,
    ) as it:
        kept = begun(it, by=by, at=at)
        _must_be_open(kept, at=at)
        facts, _ = gate_of(kept, at=at)
        too_early = facts.earliest_on is None or published_on < facts.earliest_on
        if too_early and not facts.early_reason:
            raise Refused("On that day seven working days had not passed.")
        _published(kept, Publication.Place.OWN_SITE, on=published_on, at=at)
        kept.own_address, kept.own_published_by = address, published_by
        kept.save(update_fields=["own_address", "own_published_by"])
        for paper in papers_of(kept):
            text = text_of(paper)
            if text:
                _clear(text, printed)
            _now_public(paper, text, on=published_on)
        for beside in BESIDE:
            beside.release(it, by=by, at=at, printed=printed)
        _tell(it, by=by, at=at)
    return kept


def publish_correction(
    case: Case, *, reasons: str, by, at, seen: Seen | None = None
) -> Publication:
    """Publish a corrected version, which says what was corrected and when, or what came
    later to stand beside it. The address stays; after a withdrawal it is how the page
    comes back."""
    printed = printed_of(case, at=at)
    with carrying_out(
        process.PUBLISH_CORRECTION, case, by=by, at=at, reasons=reasons, seen=seen
    ) as it:
        kept = begun(it, by=by, at=at)
        if kept.published_on is None:
            raise Refused("Nothing is published that could be corrected.")
        if kept.withdrawn_at and not kept.withdrawal_confirmed_at:
            raise Refused("A second person confirms the withdrawal first.")
        ready = _must_be_open(kept, at=at, correction=True)
        anew = kept.is_away or bool(refused_of(kept))
        come_back(kept, by=by, at=at)
        if not _hand_down_all(kept, printed, ready, even_if_same=anew, by=by, at=at):
            raise Refused("This is the text that is published already.")
        start_clock(AVAILABILITY, it, on=all_counts_from(kept), at=at)
    return kept


def _in_the_library(
    step, decisions, case, *, by, at, seen, reasons: str | None = None
) -> Publication:
    printed = printed_of(case, at=at)
    with carrying_out(step, case, by=by, at=at, reasons=reasons, seen=seen) as it:
        kept = begun(it, by=by, at=at)
        if kept.decision not in decisions:
            raise Refused("That is not what the partners decided.")
        goes_out(kept, it, printed, by=by, at=at)
    return kept


def goes_out(kept: Publication, case: Case, printed, *, by, at) -> None:
    """Let a publication go out, inside the step that publishes it, with all that is
    ready to go out with it. Refused while the gate is shut."""
    ready = _must_be_open(kept, at=at)
    today = clock.london_date(at)
    _published(kept, Publication.Place.LIBRARY, on=today, at=at)
    _hand_down_all(kept, printed, ready, even_if_same=True, by=by, at=at)
    for beside in BESIDE:
        beside.release(case, by=by, at=at, printed=printed)
    if arranged := waiting_release(kept):
        arranged.released_at = at
        arranged.save(update_fields=["released_at"])
    _tell(case, by=by, at=at)


def _must_be_open(kept: Publication, *, at, correction: bool = False) -> set[str]:
    """Which kinds of text go out, where the gate is open."""
    facts, items = gate_of(kept, at=at, correction=correction)
    if barring := what_bars(items):
        raise Refused(" ".join(["It cannot be published yet.", *barring]))
    return {text.kind for text in facts.texts}


def _published(kept: Publication, place: str, *, on, at) -> None:
    facts, _ = gate_of(kept, at=at)
    kept.days_short = facts.short_on(on)
    kept.place, kept.published_on, kept.published_at = place, on, at
    kept.save(update_fields=["place", "published_on", "published_at", "days_short"])


def _hand_down_all(kept, printed, ready, *, even_if_same: bool, by, at) -> int:
    changed, today = 0, clock.london_date(at)
    for paper in [each for each in papers_of(kept) if each.kind in ready]:
        text = text_of(paper)
        same = text is not None and text.content_hash == paper.published_hash
        if text is None or (same and not even_if_same):
            continue
        if paper.published_hash and not (same or text.to_be_corrected):
            raise Refused(f"{paper.get_kind_display()}: {SAY_WHAT}")
        changed += 1
        if kept.place == Publication.Place.LIBRARY:
            _hand_down_one(paper, text, printed, on=today, by=by, at=at)
        _now_public(paper, text, on=today)
    return changed


def _hand_down_one(paper, text, printed, *, on, by, at) -> None:
    made = _clear(text, printed)
    number = next_number(paper.library_id, by=by, at=at)
    since = public_since(paper) or on
    bundle = bundle_of(paper, text, number=number, on=since, today=on, pdf=made.pdf)
    bundle = with_lasting_names(bundle, handed_down_before(paper.library_id))
    try:
        check_bundle(bundle)
    except NotReceivable as wrong:
        raise Refused(str(wrong)) from wrong
    keep_hand_over(paper.case, bundle, by=by, at=at)


def _clear(text: PublicText, printed: Mapping[str, Made]) -> Made:
    """A text as it was made and read back just before, where nothing was found."""
    made = printed.get(text.content_hash)
    if made is None:
        raise Refused("The text was changed this very moment. Please look again.")
    made.must_be_clear()
    return made


def _now_public(paper: Paper, text: PublicText | None, *, on) -> None:
    if text:
        paper.published_on = public_since(paper) or on
        paper.slug, paper.published_hash = text.slug, text.content_hash
        if text.to_be_corrected:
            paper.corrected_on = [*paper.corrected_on, on.isoformat()]
        names = ["slug", "published_hash", "published_on", "corrected_on"]
        paper.save(update_fields=names)


def _tell(case: Case, *, by, at) -> None:
    told = {Role.DELEGATED_PARTNER, Role.LEAD_REVIEWER, Role.FAMILY_CONTACT}
    tell("report_published", able_on_the_list(case, told, at=at), case, by=by, at=at)


def deposit_with_nspcc(
    case: Case, *, deposited_on, words: str, by, at, seen: Seen | None = None
) -> Publication:
    """Record that a copy went to the NSPCC's national repository."""
    with carrying_out(
        process.DEPOSIT_WITH_NSPCC,
        case,
        by=by,
        at=at,
        effective_on=deposited_on,
        seen=seen,
    ) as it:
        kept = begun(it, by=by, at=at)
        if kept.published_on is None:
            raise Refused("Nothing is published yet.")
        kept.deposited_on, kept.deposit = deposited_on, words or None
        kept.save(update_fields=["deposited_on", "deposit"])
    return kept


def check_published_elsewhere(
    case: Case, *, stands: bool, note: str, by, at, seen: Seen | None = None
) -> OwnSiteCheck:
    """Record that one looked whether the report still stands at its own address."""
    with carrying_out(
        process.CHECK_PUBLISHED_ELSEWHERE, case, by=by, at=at, seen=seen
    ) as it:
        kept = begun(it, by=by, at=at)
        if kept.place != Publication.Place.OWN_SITE:
            raise Refused("It is not published on a site of the partnership’s own.")
        return OwnSiteCheck.objects.create(
            **belonging_to(it),
            publication=kept,
            checked_on=clock.london_date(at),
            checked_by=by.actor_name,
            stands=stands,
            note=note or None,
        )
