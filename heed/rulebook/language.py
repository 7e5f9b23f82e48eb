"""The types that the tables of the rulebook are written in."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from enum import StrEnum


class Force(StrEnum):
    """How binding a period is."""

    DUTY = "statutory_duty"
    GUIDANCE = "statutory_guidance"
    EXPECTATION = "panel_expectation"
    LOCAL = "local_target"


class Seat(StrEnum):
    """The three bodies that are statutory safeguarding partners."""

    LOCAL_AUTHORITY = "local_authority"
    ICB = "icb"
    POLICE = "police"


class Role(StrEnum):
    """Who somebody is in the process. `roles.py` says each in a sentence."""

    # People without an account
    PUBLIC = "public"
    REFERRER = "referrer"
    AGENCY_CONTRIBUTOR = "agency_contributor"
    # People of an organisation
    PRACTITIONER = "practitioner"
    SAFEGUARDING_LEAD = "safeguarding_lead"
    # The business unit
    COORDINATOR = "coordinator"
    MANAGER = "manager"
    # The partners
    DELEGATED_PARTNER = "delegated_partner"
    LEAD_PARTNER = "lead_partner"
    LOCAL_AUTHORITY_NOTIFIER = "local_authority_notifier"
    # People of a case
    RAPID_REVIEW_MEMBER = "rapid_review_member"
    DESIGNATED_PROFESSIONAL = "designated_professional"
    LEAD_REVIEWER = "lead_reviewer"
    FAMILY_CONTACT = "family_contact"
    LEGAL_ADVISER = "legal_adviser"
    SCRUTINEER = "scrutineer"
    # The national Panel
    PANEL_SECRETARIAT = "panel_secretariat"
    PANEL_MEMBER = "panel_member"
    # People who see no case
    AUDITOR = "auditor"
    SYSTEM_ADMINISTRATOR = "system_administrator"
    # Heed itself, acting under a named rule
    SYSTEM = "system"


class Stage(StrEnum):
    """Where a case is. `process.py` gives each its label and its sentence."""

    CONCERN = "concern"
    REFERRAL_RECEIVED = "referral_received"
    RETURNED_FOR_INFORMATION = "returned_for_information"
    UNDER_CONSIDERATION = "under_consideration"
    NOT_PURSUED = "not_pursued"
    OTHER_LEARNING = "other_learning"
    NOTIFICATION_DECIDED = "notification_decided"
    NOTIFIED = "notified"
    NOTIFIED_WITHOUT_REVIEW = "notified_without_review"
    NOTIFICATION_WITHDRAWN = "notification_withdrawn"
    RAPID_REVIEW = "rapid_review"
    RAPID_REVIEW_SIGNED_OFF = "rapid_review_signed_off"
    WITH_THE_PANEL = "with_the_panel"
    PANEL_RESPONDED = "panel_responded"
    RECONSIDERED = "reconsidered"
    NO_FURTHER_REVIEW = "no_further_review"
    LOCAL_REVIEW_STARTED = "local_review_started"
    COMMISSIONING = "commissioning"
    IN_REVIEW = "in_review"
    NATIONAL_REVIEW = "national_review"
    DRAFT_REPORT = "draft_report"
    QUALITY_ASSURED = "quality_assured"
    SIGNED_OFF = "signed_off"
    BEFORE_PUBLICATION = "before_publication"
    PUBLISHED = "published"
    IMPROVEMENTS_PUBLISHED = "improvements_published"
    PUBLICATION_DEFERRED = "publication_deferred"
    ACTIONS_OPEN = "actions_open"
    IMPACT_ASSURED = "impact_assured"
    CLOSED = "closed"
    ARCHIVED = "archived"
    MERGED = "merged"


class Blocks(StrEnum):
    """What may be put on hold while something else runs beside a case."""

    DISCLOSURE = "disclosure"
    INTERVIEWS = "interviews"
    PUBLICATION = "publication"


@dataclass(frozen=True, kw_only=True)
class Source:
    """Where a rule is found, in words that may be printed; `read` says that a person
    has compared our wording with the original.
    """

    title: str
    provision: str = ""
    read: bool = False

    def __str__(self) -> str:
        return f"{self.title}, {self.provision}" if self.provision else self.title

    @property
    def cited(self) -> str:
        """The same within a sentence: "section 16H of the Children Act 2004"."""
        return f"{self.provision} of the {self.title}" if self.provision else self.title


@dataclass(frozen=True, kw_only=True)
class Edition:
    """One edition of law or guidance and the dates of the events that it governs."""

    slug: str
    title: str
    in_force_from: date
    in_force_to: date | None = None
    read: bool = False


@dataclass(frozen=True, kw_only=True)
class Limit:
    """How long is allowed: a number of working days, days, months or years.
    A negative number counts back from the event.
    """

    number: int
    unit: str  # "working day", "day", "month", "year"


@dataclass(frozen=True, kw_only=True)
class Clock:
    """A period that the process runs against. `limit` is None where nobody sets one.
    `at_least` says that the period must have passed before the event, not after it:
    such a clock can be broken too early, never too late. `kept` says where a clock is
    kept that no step of a case starts.
    """

    slug: str
    reference: str
    name: str
    limit: Limit | None
    counted_from: str
    stopped_by: str
    force: Force
    source: Source
    late_needs: str = ""
    at_least: bool = False
    kept: str = ""

    @property
    def asks_why_late(self) -> bool:
        """Whether somebody who is late is to say why."""
        return self.late_needs.startswith(("a reason", "reasons"))


@dataclass(frozen=True, kw_only=True)
class Next:
    """What follows a step: the stage reached, and the clocks started and stopped.
    A case that already stands at one of `stays_at` is not moved back by it.

    `signatures`: how many different people must choose this outcome before it counts,
    where the others need fewer. `good_for`: how long what it allows may be used.
    """

    stage: Stage | None = None
    stays_at: frozenset[Stage] = frozenset()
    starts: tuple[Clock, ...] = ()
    stops: tuple[Clock, ...] = ()
    signatures: int = 1
    good_for: Limit | None = None


@dataclass(frozen=True, kw_only=True)
class Step:
    """One thing that somebody does to a case. `leads_to` is one `Next`, or one for
    each outcome; a `Next` without a stage leaves the case where it is. `seat` says
    which statutory partner it must be, where only one may.

    `never_stopped`: what is missing becomes a named gap that travels with it.
    `closed_until`: what must stand first, for the few steps that fail closed.
    `signatures`: how many different people must take it before it counts.
    `lies_ahead`: the day that is stated is planned; that of any other step has been.
    `held_by`: what, put on hold beside a case, keeps this step from being taken.
    `reasons_read_by`: who alone reads the reasons in a case's history; where nothing
    is said, everybody who may open the case.
    """

    slug: str
    transition: str
    name: str
    at: frozenset[Stage]
    by: frozenset[Role]
    leads_to: Next | Mapping[str, Next] = field(default_factory=Next)
    seat: Seat | None = None
    reasons: str = ""
    reasons_read_by: frozenset[Role] = frozenset()
    tells: tuple[Role, ...] = ()
    tells_outside: tuple[str, ...] = ()
    never_stopped: bool = False
    closed_until: str = ""
    lies_ahead: bool = False
    held_by: Blocks | None = None
    signatures: int = 1
    source: Source

    def __hash__(self) -> int:
        return hash(self.slug)

    @property
    def outcomes(self) -> tuple[str, ...]:
        """The outcomes that this step chooses between; none where there is one way."""
        return () if isinstance(self.leads_to, Next) else tuple(self.leads_to)

    def follows(self, outcome: str | None = None, *, at: Stage | None = None) -> Next:
        """What follows this step with this outcome, for a case that stands `at` this
        stage; KeyError for an unknown outcome.
        """
        if isinstance(self.leads_to, Next):
            following = self.leads_to
        else:
            following = self.leads_to[outcome or ""]
        return replace(following, stage=None) if at in following.stays_at else following
