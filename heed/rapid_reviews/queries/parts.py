"""The parts of the submission, written and missing."""

from dataclasses import dataclass
from hashlib import sha256

from django.http import Http404

from heed.cases.holds import processes_of
from heed.cases.queries import children_of, family_of, safety_actions_of
from heed.cases.sheets import last_sheet
from heed.incidents.queries import standing_notification
from heed.partnership.one_look import asked_once
from heed.rapid_reviews.models import RapidReview
from heed.rapid_reviews.queries.agencies import requests_of
from heed.rapid_reviews.queries.decisions import confirmations_of
from heed.rapid_reviews.queries.episodes import episodes_of
from heed.rulebook.contents import SUBMISSION, Part, gaps, is_told
from heed.rulebook.criteria.records import DR_3

# Parts that the partners' decision fills, and that nobody writes beside it.
DECIDED_ELSEWHERE = frozenset({"decision", "national_view", "sign_off"})


# Parts of which the case knows something: what is written stands under it.
KNOWN_FROM_THE_CASE = frozenset(
    {
        "notification",
        "children",
        "family",
        "episodes",
        "agencies",
        "safety_actions",
        "proceedings",
    }
)


@asked_once
def filled_parts(rapid_review: RapidReview) -> set[str]:
    """The parts of the submission that have something to say."""
    case = rapid_review.case
    parts = (rapid_review.parts or {}).items()
    written = {slug for slug, words in parts if is_told(slug, words)}
    known = {
        "notification": standing_notification(case) or rapid_review.without_statute,
        "children": children_of(case),
        "family": family_of(case),
        "agencies": requests_of(case),
        "episodes": episodes_of(case),
        "safety_actions": safety_actions_of(case),
        "proceedings": processes_of(case),
        "decision": last_sheet(case, DR_3) and rapid_review.proposed_outcome,
        "national_view": rapid_review.national_view,
        "sign_off": all(row["given"] for row in confirmations_of(rapid_review)),
    }
    return written | {slug for slug, there in known.items() if there}


def missing_parts(rapid_review: RapidReview) -> tuple[Part, ...]:
    """The parts that are missing, the essential ones first."""
    return gaps(filled_parts(rapid_review))


def parts_to_write(rapid_review: RapidReview) -> list[dict]:
    """The parts that people write here, each with its words so far."""
    written, filled = rapid_review.parts or {}, filled_parts(rapid_review)
    return [
        {
            "part": part,
            "words": written.get(part.slug, ""),
            "known": part.slug in filled & KNOWN_FROM_THE_CASE,
        }
        for part in SUBMISSION
        if part.slug not in DECIDED_ELSEWHERE
    ]


def points_learned(rapid_review: RapidReview) -> list[str]:
    """What was learned and what follows, as it is written: a point a line."""
    written = rapid_review.parts or {}
    said = "\n".join(written.get(slug) or "" for slug in ("learning", "next_steps"))
    return [line.strip(" -•*\t") for line in said.splitlines() if line.strip(" -•*\t")]


@dataclass(frozen=True)
class PartNow:
    """One part as it stands. Its version follows from its words: who writes another
    part meanwhile does not overtake it."""

    words: str

    @property
    def version(self) -> int:
        return int.from_bytes(sha256(self.words.encode()).digest()[:6])


def part_now(rapid_review: RapidReview, slug: str) -> PartNow:
    """One part of a rapid review as it stands."""
    return PartNow((rapid_review.parts or {}).get(slug, ""))


def part_or_404(slug: str) -> Part:
    """A part of the submission that people write; Http404 for any other."""
    for part in SUBMISSION:
        if part.slug == slug and slug not in DECIDED_ELSEWHERE:
            return part
    raise Http404
