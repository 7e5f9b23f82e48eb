"""The rapid review goes to the Panel by its own route, and the Panel answers."""

from collections.abc import Sequence
from functools import cache, partial

from heed import clock
from heed.cases.access import people_to_tell
from heed.cases.actions.papers import keep_paper
from heed.cases.answering import SentFile
from heed.cases.belonging import belonging_to
from heed.cases.deadlines import is_past_due
from heed.cases.gaps import fill_gap, keep_or_name, name_gap
from heed.cases.learned import name_what_was_learned
from heed.cases.models import Case
from heed.cases.steps import Refused, Seen, carrying_out
from heed.cases.telling import SOMETHING_TO_SEE, tell
from heed.partnership.letters import on_the_desk
from heed.rapid_reviews.actions.thread import (
    answer_what_is_asked,
    keep_what_is_asked,
)
from heed.rapid_reviews.missing import fill_what_is_there, name_the_missing
from heed.rapid_reviews.models import PanelLetter, RapidReview, Submission, Told
from heed.rapid_reviews.pack import FORMS, pack_of, written
from heed.rapid_reviews.queries import points_learned, waits_for_the_panel
from heed.rapid_reviews.unproven import PROOF_LOST, name_what_is_unproven
from heed.referrals.letters import AN_END, tell_referrer
from heed.referrals.queries import referrals_of_case
from heed.rulebook import process
from heed.rulebook.clocks import RAPID_REVIEW_DUE
from heed.rulebook.roles import THE_PANEL

PROOF_NOT_KEPT = "The proof that it was sent could not be kept. Add it once more."
NOT_DECIDED = (
    "The three partners have not decided yet. Put the decision before them: each "
    "answers for its own body."
)
NOT_DECIDED_SO = (
    "The three partners decided to hold a local review. Put another decision before "
    "them first: each answers for its own body."
)

THE_PANEL_FIRST = (
    "The Panel reads this rapid review first. Send it, and record what it answers, "
    "then end it."
)


def choose_names(
    rapid_review: RapidReview,
    *,
    named: bool,
    left: list[str],
    because: str,
    by,
    at,
    seen: Seen | None = None,
) -> RapidReview:
    """Choose whether the paper for the Panel calls people by name or by pseudonym, and
    which words are no names and stay as they were typed."""
    with carrying_out(
        process.CHOOSE_NAMES,
        rapid_review,
        by=by,
        at=at,
        reasons=because or None,
        seen=seen,
    ) as it:
        if left and not because.strip():
            raise Refused("Say why these words stay as they were typed.")
        it.named, it.names_left = named, left or None
        it.save(update_fields=["named", "names_left"])
    return it


def send_to_panel(
    rapid_review: RapidReview,
    *,
    sent_at,
    route: str,
    proof: str,
    late_reason: str,
    by,
    at,
    proof_file: SentFile | None = None,
    answers: Sequence[str] = (),
    seen: Seen | None = None,
) -> Submission:
    """Record that the rapid review was sent to the Panel, by which route and with what
    proof: that meets its fifteen days. What is missing goes with it, named; its files
    are kept as they stand now. `answers`: what it answers of what the Panel asked."""
    if sent_at > at:
        raise Refused("It cannot have been sent in the future.")
    sent_on = clock.london_date(sent_at)
    late = is_past_due(rapid_review.case, RAPID_REVIEW_DUE, sent_on)
    with carrying_out(
        process.SEND_TO_PANEL,
        rapid_review,
        by=by,
        at=at,
        effective_on=sent_on,
        reasons=late_reason if late else late_reason or None,
        seen=seen,
    ) as it:
        fill_what_is_there(it, by=by, at=at)
        files = _as_it_stands(it, sending=(sent_at, late_reason), by=by, at=at)
        sent = Submission.objects.create(
            **belonging_to(it.case),
            number=Submission.objects.filter(case=it.case).count() + 1,
            sent_at=sent_at,
            recorded_at=at,
            route=route,
            missing=name_the_missing(it, at=at),
            named=it.named,
            as_sent=files["docx"],
            as_pdf=files["pdf"],
            as_json=files["json"],
            proof_file=_proof(it.case, proof_file, by=by, at=at),
            late_reason=late_reason or None,
            proof=proof or None,
        )
        answer_what_is_asked(sent, answers, by=by, at=at)
        name_what_is_unproven(sent, at=at)
        _tell_the_panel(sent, by=by, at=at)
        return sent


def _proof(case: Case, file: SentFile | None, *, by, at):
    return keep_or_name(
        case,
        lambda: keep_paper(case, file, purpose="proof", by=by, at=at),
        kind=PROOF_LOST,
        label=PROOF_NOT_KEPT,
        at=at,
    )


def _tell_the_panel(sent: Submission, *, by, at) -> None:
    """Write to the Panel's people with an account, none of whom stands on a list."""
    people = people_to_tell(sent.case, THE_PANEL, at=at)
    link = on_the_desk("one_for_the_panel", sent.public_id)
    tell(SOMETHING_TO_SEE, people, sent.case, more={"link": link}, by=by, at=at)


def _as_it_stands(rapid_review: RapidReview, *, sending, by, at) -> dict:
    """The paper in its three forms, each kept with the case. That one cannot be made
    holds no submission back: it is named."""
    case, kept = rapid_review.case, {}
    pack = cache(lambda: pack_of(rapid_review, at=at, sending=sending))

    def keep(form):
        file = SentFile(f"{case.reference}-rapid-review.{form}", written(pack(), form))
        return keep_paper(case, file, purpose="as_sent", by=by, at=at)

    for form in FORMS:
        kept[form] = keep_or_name(
            case,
            partial(keep, form),
            kind=f"not_made.{form}",
            label=f"The {form.upper()} of what went to the Panel could not be kept.",
            at=at,
        )
    return kept


def record_panel_answer(
    case: Case,
    *,
    answer: str,
    dated_on,
    words: str,
    by,
    at,
    letter_file: SentFile | None = None,
    asks: Sequence[str] = (),
    agreed_on=None,
    seen: Seen | None = None,
) -> PanelLetter:
    """File the Panel's letter word by word, and record what it comes to, each thing
    that it asks for, and the day agreed."""
    said = {"answer": answer, "dated_on": dated_on, "agreed_on": agreed_on}
    papers = {"words": words, "letter_file": letter_file, "asks": asks}
    return _file_letter(case, said, **papers, by=by, at=at, seen=seen)


def answer_as_the_panel(
    submission: Submission,
    *,
    answer: str,
    dated_on,
    words: str,
    by,
    at,
    letter_file: SentFile | None = None,
    asks: Sequence[str] = (),
    agreed_on=None,
    seen: Seen | None = None,
) -> PanelLetter:
    """Answer, as one of the Panel's people, to what was sent to it."""
    said = {"answer": answer, "dated_on": dated_on, "agreed_on": agreed_on}
    papers = {"words": words, "letter_file": letter_file, "asks": asks}
    return _file_letter(submission, said, **papers, by=by, at=at, seen=seen)


def _file_letter(
    subject, said: dict, *, words, letter_file, asks, by, at, seen
) -> PanelLetter:
    with carrying_out(
        process.RECORD_PANEL_ANSWER,
        subject,
        by=by,
        at=at,
        outcome=said["answer"],
        effective_on=said["dated_on"],
        seen=seen,
    ) as it:
        case = it.spine
        letter = PanelLetter.objects.create(
            **belonging_to(case),
            **said,
            recorded_at=at,
            letter_file=keep_paper(case, letter_file, purpose="letter", by=by, at=at),
            words=words or None,
        )
        keep_what_is_asked(letter, asks, by=by, at=at)
        return letter


def reopen_rapid_review(
    case: Case, *, reason: str, by, at, seen: Seen | None = None
) -> None:
    """Take the rapid review up again because the Panel asks for more."""
    with carrying_out(
        process.REOPEN_RAPID_REVIEW, case, by=by, at=at, reasons=reason, seen=seen
    ):
        pass


def close_without_review(
    case: Case, *, reason: str, by, at, seen: Seen | None = None
) -> None:
    """End without a review, as the three partners decided. What was learned becomes
    actions: each point of it stays open until one follows, or it is said why none. Who
    referred hears, where that is safe, that our consideration has ended. The Panel has
    answered before; of a rapid review that no statute asks for, nobody waits for it."""
    earlier = RapidReview.objects.filter(case=case).first()
    decided = earlier.decided_outcome if earlier else ""
    allowed = decided in process.CLOSE_WITHOUT_REVIEW.outcomes
    with carrying_out(
        process.CLOSE_WITHOUT_REVIEW,
        case,
        by=by,
        at=at,
        outcome=decided,
        reasons=reason,
        seen=seen,
    ) as it:
        if not allowed:
            raise Refused(NOT_DECIDED_SO if decided else NOT_DECIDED)
        if waits_for_the_panel(it, earlier):
            raise Refused(THE_PANEL_FIRST)
        name_what_was_learned(case, points_learned(earlier), at=at)
        for referral in referrals_of_case(case):
            tell_referrer(AN_END, about=referral, once=at.isoformat(), by=by, at=at)


def record_told(
    case: Case,
    *,
    body: str,
    what: str,
    told_at,
    route: str,
    proof: str,
    by,
    at,
    proof_file: SentFile | None = None,
    seen: Seen | None = None,
) -> Told:
    """Record that a national body was told something by its own route, with proof."""
    on = clock.london_date(told_at)
    with carrying_out(
        process.RECORD_TOLD, case, by=by, at=at, effective_on=on, seen=seen
    ) as it:
        return keep_told(
            it,
            body=body,
            what=what,
            told_at=told_at,
            route=route,
            proof=proof,
            proof_file=proof_file,
            by=by,
            at=at,
        )


def keep_told(
    case: Case, *, body: str, what: str, told_at, route, proof, proof_file, by, at
) -> Told:
    """Keep that a national body was told, inside a step that is being carried out: the
    gap that waited for it is filled, and one named where nothing proves it."""
    if told_at > at:
        raise Refused("It cannot have been sent in the future.")
    fill_gap(case, kind=_untold(what, body), by=by, at=at)
    told = Told.objects.create(
        **belonging_to(case),
        body=body,
        what=what,
        told_on=clock.london_date(told_at),
        told_at=told_at,
        recorded_at=at,
        route=route,
        proof=proof or None,
        proof_file=keep_paper(case, proof_file, purpose="proof", by=by, at=at),
    )
    name_what_is_unproven(told, at=at)
    return told


def name_untold(case: Case, *, what: str, bodies, by, at) -> None:
    """Name, inside a step, that national bodies are to be told something. Recording
    that one was told fills its gap."""
    told = Told.What(what).label
    for body in bodies:
        name = Told.Body(body).label
        words = f"{name} has not been told: {told[:1].lower()}{told[1:]}."
        name_gap(case, kind=_untold(what, body), label=words, at=at)


def _untold(what: str, body: str) -> str:
    return f"untold.{what}.{body}"


def record_answer_of_body(
    told: Told,
    *,
    answered_on,
    answer: str,
    by,
    at,
    answer_file: SentFile | None = None,
    seen: Seen | None = None,
) -> Told:
    """File what a national body answered to what it was told."""
    with carrying_out(
        process.RECORD_ANSWER_OF_BODY,
        told,
        by=by,
        at=at,
        effective_on=answered_on,
        seen=seen,
    ) as it:
        it.answered_on, it.answer = answered_on, answer or None
        it.answer_file = keep_paper(
            it.case, answer_file, purpose="letter", by=by, at=at
        )
        it.save(update_fields=["answered_on", "answer", "answer_file"])
    return it
