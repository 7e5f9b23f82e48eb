"""What is known of a publication when the gate looks at it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta

from heed.rulebook.counting import earliest_publication
from heed.rulebook.duties import Duty
from heed.rulebook.outcomes import PublicationDecision
from heed.rulebook.trying import LOOKED_AGAIN_AFTER, LOOKED_WITHIN
from heed.rulebook.working_days import Holidays, why_not_working

TWO = 2
WANTED = ("panel", "secretary_of_state", "ofsted")
BODIES = {
    "panel": "the Panel",
    "secretary_of_state": "the Secretary of State",
    "ofsted": "Ofsted",
}
# What the partners decided to publish, and what goes ahead of it. Where a briefing
# alone becomes public, the report is what the Panel and the Secretary of State read.
MAIN = {
    PublicationDecision.PUBLISH: "report",
    PublicationDecision.PUBLISH_ANONYMOUSLY: "report",
    PublicationDecision.BRIEFING_ONLY: "report",
    PublicationDecision.SUMMARY_ONLY: "summary",
    PublicationDecision.RECOMMENDATIONS_ONLY: "recommendations",
    PublicationDecision.IMPROVEMENTS_ONLY: "improvements",
}


@dataclass(frozen=True, kw_only=True)
class Tried:
    """One attempt of a second reader to find out who a text is about; whether it was
    at this very text, or at one from which this differs in nothing material."""

    by: str
    minutes: int
    of_this: bool
    is_open: bool = False
    answered_by: str = ""


@dataclass(frozen=True, kw_only=True)
class TextFacts:
    """What is known of one text that is to become public."""

    kind: str
    name: str
    exists: bool = False
    searched: bool = False
    open_findings: int = 0
    checks_open: int = 0
    sent_back: int = 0
    left_behind: int = 0
    acknowledged: bool = False
    approved_by: Sequence[str] = ()
    changes_waiting: int = 0
    unsigned: bool = False
    pictures_without_words: int = 0
    tables_without_heads: int = 0
    unshowable: Sequence[str] = ()
    bold_headings: int = 0
    small_tables: int = 0
    open_addresses: int = 0
    slug_is_ours: bool = True
    pictures: int = 0
    pictures_lost: int = 0
    duties: Sequence[Duty] | None = None
    tried: Sequence[Tried] = ()
    files_read_back: int = 0
    sent: Mapping[str, date] = field(default_factory=dict)
    changed_since_sent: bool = False
    not_material_by: Sequence[str] = ()
    only_ahead: bool = False
    was_public: bool = False
    is_corrected: bool = False

    @property
    def not_sent_to(self) -> tuple[str, ...]:
        """The bodies to which no copy has gone that counts for this text."""
        return tuple(body for body in WANTED if body not in self.sent)


@dataclass(frozen=True, kw_only=True)
class Facts:
    """What is known of a publication on a day."""

    today: date
    decision: str = ""
    planned_on: date | None = None
    planned_for: datetime | None = None
    now: datetime | None = None
    short_as_published: int | None = None
    texts: Sequence[TextFacts] = ()
    draft_offered: bool = False
    day_told: bool = False
    draft_excused_by: int = 0
    day_excused_by: int = 0
    words_agreed: bool = False
    words_excused_by: int = 0
    comments_unanswered: int = 0
    early: Mapping[str, frozenset[str]] = field(default_factory=dict)
    cleared_by: frozenset[str] = frozenset()
    has_portrait: bool = False
    recorded_of_making: frozenset[str] | None = None
    """Which duties of the making of its report are on record; None of another text."""
    looked_on: Mapping[str, date] = field(default_factory=dict)
    noted_on: date | None = None
    on_hold: bool = False
    is_away: bool = False
    beside: Sequence[tuple[str, str]] = ()
    alone: Sequence[TextFacts] = ()
    joint_waits: Sequence[str] = ()
    tells_the_area: str = ""
    holidays: Holidays = field(default_factory=Holidays)

    def is_held_back(self, *, correction: bool) -> bool:
        """Whether a hold keeps it from the public. What is public may be corrected at
        any time; what was taken off or never was public comes as it came out."""
        anew = self.is_away or bool(self.come_anew)
        return self.on_hold and (anew or not correction)

    def is_read_by_another(self, text: TextFacts) -> bool:
        """Whether somebody who did not write a text tries to tell who it is about: of
        each that becomes public. Of what stands beside the report and is public as it
        is, only what came of it counts."""
        if text.only_ahead:
            return False
        stays = text.was_public and not (text.is_corrected or self.is_away)
        return text.kind == self.main or bool(text.tried) or not stays

    def counts_from(self, *, correction: bool) -> date:
        """From which day it counts that somebody looked what others made public: near
        the day on which a text comes out, for a correction within a year, and never
        before what was last noted beside the case."""
        anew = self.is_away or bool(self.come_anew)
        if correction and not anew:
            first = self.today - LOOKED_AGAIN_AFTER
        else:
            first = max(self.planned_on or self.today, self.today) - LOOKED_WITHIN
        return max(first, self.noted_on or first)

    @property
    def hour_to_come(self) -> bool:
        """Whether the planned hour is still to come, on whichever day it is."""
        return bool(self.planned_for and self.now and self.now < self.planned_for)

    @property
    def come_anew(self) -> list[TextFacts]:
        """The texts that become public and never were."""
        return [t for t in self.texts if not (t.was_public or t.only_ahead)]

    @property
    def come_after(self) -> bool:
        """Whether something is public already, so that what goes ahead comes later."""
        return any(text.was_public for text in self.texts)

    @property
    def main(self) -> str:
        """The kind of text that the partners decided to publish, the report while they
        have not; "" where they decided to publish none."""
        return MAIN.get(self.decision, "") if self.decision else "report"

    @property
    def earliest_on(self) -> date | None:
        """The first day on which all of it may be public, once each of its texts has
        gone ahead to every body."""
        if not self.texts or any(text.not_sent_to for text in self.texts):
            return None
        return max(self.earliest_of(text) for text in self.texts)

    def earliest_of(self, text: TextFacts) -> date:
        """The first day on which a text may be public whose copies have gone."""
        return earliest_publication(max(text.sent.values()), self.holidays)

    @property
    def early_reason(self) -> str:
        """Why it may be earlier, where partners of two bodies recorded the same."""
        found = (why for why, seats in self.early.items() if len(seats) >= TWO)
        return next(found, "")

    @property
    def days_short(self) -> int:
        """By how many working days it falls short of seven: as it was published, or
        else on the day that is considered."""
        if self.short_as_published is not None:
            return self.short_as_published
        return self.short_on(max(self.planned_on or self.today, self.today))

    def short_on(self, day: date) -> int:
        """By how many working days it would fall short of seven on a day."""
        short, earliest = 0, self.earliest_on
        while earliest and day < earliest:
            short += not why_not_working(day, self.holidays)
            day += timedelta(days=1)
        return short
