"""The thread with the Panel: what each letter asks, what answers it, what is replied,
and what the Panel says of the quality."""

from collections.abc import Mapping, Sequence

from heed import clock
from heed.cases.belonging import belonging_to
from heed.cases.deadlines import end_clocks, running_deadline
from heed.cases.models import Deadline
from heed.cases.steps import Refused, Seen, carrying_out
from heed.partnership.queries import holidays_for
from heed.rapid_reviews.models import (
    AskedByPanel,
    PanelLetter,
    ReplyToPanel,
    Submission,
)
from heed.rulebook import process
from heed.rulebook.clocks import PANEL_ASKED
from heed.rulebook.quality import ASPECTS, VERDICTS
from heed.rulebook.working_days import UnknownYear, last_working_day


def keep_what_is_asked(letter: PanelLetter, asks: Sequence[str], *, by, at) -> None:
    """Keep, inside a step, each thing that a letter asks for, and the day agreed."""
    for number, words in enumerate(asks, start=1):
        AskedByPanel.objects.create(
            **belonging_to(letter.case), letter=letter, number=number, words=words
        )
    if letter.agreed_on:
        _run_until(letter.agreed_on, letter, at=at)


def _run_until(day, letter: PanelLetter, *, at) -> None:
    """The day agreed with the Panel, on the board with all other clocks. A later letter
    may agree another one."""
    case = letter.case
    if running := running_deadline(case, PANEL_ASKED):
        running.superseded_at = at
        running.save(update_fields=["superseded_at"])
    try:
        last = last_working_day(day, holidays_for(case.partnership))
    except UnknownYear as unknown:
        raise Refused(str(unknown)) from unknown
    Deadline.objects.create(
        **belonging_to(case),
        spine_id=case.pk,
        clock=PANEL_ASKED.slug,
        counted_from_on=letter.dated_on,
        due_on=day,
        last_working_day=last,
        started_at=at,
    )


def answer_what_is_asked(submission: Submission, answers, *, by, at) -> None:
    """Say, inside a step, what of all that the Panel asked a version answers. Once
    nothing of it is open, the day agreed is met."""
    case, chosen = submission.case, {str(each) for each in answers}
    still_open = AskedByPanel.objects.filter(case=case, answered_in=None)
    for asked in still_open.filter(public_id__in=chosen):
        asked.answered_in = submission
        asked.save(update_fields=["answered_in"])
    if not still_open.exists():
        on = clock.london_date(submission.sent_at)
        end_clocks([PANEL_ASKED], case, on=on, at=at)


def keep_reply_to_panel(letter: PanelLetter, *, words: str, by, at) -> ReplyToPanel:
    """Keep, inside a step, what the partners reply to a letter of the Panel."""
    return ReplyToPanel.objects.create(
        **belonging_to(letter.case),
        letter=letter,
        written_at=at,
        written_by=by.actor_name,
        words=words,
    )


def record_panel_feedback(
    letter: PanelLetter,
    *,
    feedback: Mapping[str, str],
    words: str,
    by,
    at,
    seen: Seen | None = None,
) -> PanelLetter:
    """Record what a letter of the Panel says of the quality, matter by matter."""
    with carrying_out(
        process.RECORD_PANEL_FEEDBACK, letter, by=by, at=at, seen=seen
    ) as it:
        told = {matter: verdict for matter, verdict in feedback.items() if verdict}
        if not told.keys() <= ASPECTS.keys() or not set(told.values()) <= set(VERDICTS):
            raise Refused("The Panel’s letters are kept by the matters of this page.")
        it.feedback, it.feedback_words = told, words or None
        it.save(update_fields=["feedback", "feedback_words"])
    return it
