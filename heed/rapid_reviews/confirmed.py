"""What partners confirm: all that a decision rests on as they read it, and what was
changed of it since, word by word."""

from dataclasses import dataclass

from heed.cases.kept import rows_of
from heed.cases.sheets import last_sheet, reasons_in, shown_sheet
from heed.rapid_reviews import queries
from heed.rapid_reviews.models import Confirmation, Episode, RapidReview
from heed.rapid_reviews.rests_on import (
    answers_that_stand,
    facts_that_stand,
    was_sent,
    without_facts,
)
from heed.rulebook.contents import SUBMISSION
from heed.rulebook.criteria.records import DR_2, DR_3
from heed.rulebook.outcomes import label
from heed.rulebook.roles import SEATS
from heed.rulebook.words import in_words
from heed.ui.differences import Piece, differences, shortened


@dataclass(frozen=True)
class Answered:
    """What one seat answered to the decision now proposed. `grey`: that counts no more,
    or no longer for what stands, since `changes` were made."""

    seat: str
    label: str
    given: Confirmation | None
    grey: bool = False
    changes: tuple[tuple[str, tuple[Piece, ...]], ...] = ()


def what_stands(review: RapidReview) -> dict[str, str]:
    """All that a decision rests on, in the words in which it stands: what is proposed
    and why, what was weighed, the parts, the key practice episodes, the children, the
    family, what was done at once, and what agencies answered."""
    day = review.proposed_decided_on
    stands = {
        "Proposed decision": label(review.proposed_outcome),
        "Why": review.proposed_reasons or "",
        "Decided together on": in_words(day) if day else "",
        "National review": review.get_national_view_display(),
        "Why, or why not, a national review": review.national_reasons or "",
    }
    for record in (DR_2, DR_3):
        rows = shown_sheet(last_sheet(review.case, record), record)
        stands |= {row["question"]: _answered(row) for row in rows}
    written = review.parts or {}
    stands |= {part.title: written.get(part.slug, "") for part in SUBMISSION}
    stands |= {
        f"Key practice episode {each.place}": _told(each)
        for each in queries.episodes_of(review.case)
    }
    stands |= facts_that_stand(review.case) | answers_that_stand(review.case)
    return {said: words for said, words in stands.items() if words}


def _answered(row: dict) -> str:
    return "\n".join(filter(None, [row["answer"], *row["ticked"], reasons_in(row)]))


def _told(episode: Episode) -> str:
    said = (episode.happened, episode.involved, episode.what, episode.analysis)
    return "\n".join(filter(None, said))


def answers_to(review: RapidReview) -> list[Answered]:
    """Each seat with what it answered to the decision now proposed; where that was set
    aside or what it rests on was changed since, in grey, with the difference."""
    every = rows_of(Confirmation, review.case).filter(rapid_review=review)
    latest = {
        each.seat: each
        for each in every.select_related("person").order_by("round", "again")
    }
    stands = what_stands(review) if latest else {}
    return [
        _of_seat(seat, label, latest.get(seat), review, stands)
        for seat, label in SEATS.items()
    ]


def _of_seat(seat, label, given, review, stands) -> Answered:
    if given is None:
        return Answered(seat, label, None)
    confirmed = given.confirmed or {}
    if was_sent(review.case):
        confirmed = without_facts(confirmed)
    changes = _changed(confirmed, stands) if confirmed else ()
    grey = bool(changes) or given.round != review.round
    return Answered(seat, label, given, grey, changes)


def _changed(before: dict, after: dict) -> tuple[tuple[str, tuple[Piece, ...]], ...]:
    named = [*after, *(each for each in before if each not in after)]
    return tuple(
        (name, shortened(differences(before.get(name, ""), after.get(name, ""))))
        for name in named
        if before.get(name, "") != after.get(name, "")
    )


def stale_confirmations(review: RapidReview) -> list[Answered]:
    """The answers that still stand in the count while what they rest on was changed."""
    return [
        each
        for each in answers_to(review)
        if each.given and each.grey and each.given.round == review.round
    ]


def may_be_confirmed_again(review: RapidReview, seat: str) -> bool:
    """Whether a body that has signed may confirm the text as it stands now: all three
    have answered, and what this one confirmed was changed since."""
    found = {each.seat: each for each in answers_to(review)}
    settled = all(
        each.given and each.given.round == review.round for each in found.values()
    )
    return settled and bool(found[seat].changes)


def was_changed_since(review: RapidReview) -> bool:
    """Whether all three have answered, and what one of them confirmed was changed."""
    return any(may_be_confirmed_again(review, seat) for seat in SEATS)
