"""What is known of a publication when the gate looks at it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta

from heed.rulebook.counting import earliest_publication
from heed.rulebook.outcomes import PublicationDecision
from heed.rulebook.working_days import Holidays, why_not_working

TWO = 2
WANTED = ("panel", "secretary_of_state", "ofsted")
BODIES = {
    "panel": "the Panel",
    "secretary_of_state": "the Secretary of State",
    "ofsted": "Ofsted",
}
MAIN = {
    PublicationDecision.PUBLISH: "report",
    PublicationDecision.IMPROVEMENTS_ONLY: "improvements",
}


@dataclass(frozen=True, kw_only=True)
class TextFacts:
    """What is known of one text that is to become public."""

    kind: str
    name: str
    exists: bool = False
    searched: bool = False
    open_findings: int = 0
    left_behind: int = 0
    acknowledged: bool = False
    approved_by: Sequence[str] = ()
    changes_waiting: int = 0
    unsigned: bool = False
    pictures_without_words: int = 0
    tables_without_heads: int = 0
    unshowable: Sequence[str] = ()


@dataclass(frozen=True, kw_only=True)
class Facts:
    """What is known of a publication on a day."""

    today: date
    decision: str = ""
    planned_on: date | None = None
    published_on: date | None = None
    texts: Sequence[TextFacts] = ()
    draft_offered: bool = False
    day_told: bool = False
    draft_excused_by: int = 0
    day_excused_by: int = 0
    sent: Mapping[str, date] = field(default_factory=dict)
    changed_since_sent: bool = False
    comments_unanswered: int = 0
    early: Mapping[str, frozenset[str]] = field(default_factory=dict)
    cleared_by: frozenset[str] = frozenset()
    has_portrait: bool = False
    holidays: Holidays = field(default_factory=Holidays)

    @property
    def main(self) -> str:
        """The kind of text that the partners decided to publish; "" without one."""
        return MAIN.get(self.decision, "")

    @property
    def earliest_on(self) -> date | None:
        """The first day on which it may be public, once all the copies have gone."""
        if not set(WANTED) <= set(self.sent):
            return None
        return earliest_publication(max(self.sent.values()), self.holidays)

    @property
    def early_reason(self) -> str:
        """Why it may be earlier, where partners of two bodies recorded the same."""
        found = (why for why, seats in self.early.items() if len(seats) >= TWO)
        return next(found, "")

    @property
    def days_short(self) -> int:
        """By how many working days it falls short of seven: on the day on which it was
        published, or else on the day that is considered."""
        if self.earliest_on is None:
            return 0
        day = self.published_on or max(self.planned_on or self.today, self.today)
        short = 0
        while day < self.earliest_on:
            short += not why_not_working(day, self.holidays)
            day += timedelta(days=1)
        return short
