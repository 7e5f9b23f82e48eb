"""The partners consider; the local authority decides and notifies the Panel."""

from heed.rulebook import sources
from heed.rulebook.clocks import (
    CARE_LEAVER_DEATH_TOLD,
    COPY_WITH_PARTNERS,
    LOOKED_AFTER_DEATH_TOLD,
    NOTIFICATION_DUE,
    PARTNERS_TOLD,
    RAPID_REVIEW_DUE,
    TRIAGE,
)
from heed.rulebook.language import Next, Role, Seat, Stage, Step
from heed.rulebook.outcomes import NotificationDecision
from heed.rulebook.process import stages
from heed.rulebook.roles import BUSINESS_UNIT, PARTNERS

__all__ = [
    "ADD_COPY",
    "BEGIN_OTHER_LEARNING",
    "DECIDE_ON_NOTIFICATION",
    "GIVE_VIEW_ON_NOTIFICATION",
    "LOG_OUTSIDE_DEATH_NOTICE",
    "LOG_OUTSIDE_NOTIFICATION",
    "PASS_ON_COPY",
    "RECORD_CARE_LEAVER_DEATH",
    "RECORD_INCIDENT_DAYS",
    "RECORD_INCIDENT_PLACE",
    "RECORD_LOOKED_AFTER_DEATH",
    "RECORD_NOTIFICATION",
    "RECORD_NOTIFICATION_OF_DEATH",
    "SETTLE_AWARENESS",
    "TELL_PARTNERS",
    "WITHDRAW_NOTIFICATION",
]

_THE_AUTHORITY = PARTNERS | {Role.LOCAL_AUTHORITY_NOTIFIER}
_SENT_TO = ("Secretary of State", "Ofsted")
_WHO_REVIEWS = (
    Role.RAPID_REVIEW_MEMBER,
    Role.DESIGNATED_PROFESSIONAL,
    Role.SCRUTINEER,
)
_NOT_YET_NOTIFIED = (
    stages.BEFORE_A_CASE | stages.CONSIDERING | stages.NOTIFIED_ONLY | stages.FINISHED
)
_ALL_NOTICES = (
    NOTIFICATION_DUE,
    PARTNERS_TOLD,
    LOOKED_AFTER_DEATH_TOLD,
    CARE_LEAVER_DEATH_TOLD,
)
# The rapid review that is owed opens in the same moment, by whoever records it.
_NOTIFIED = Next(
    stage=Stage.RAPID_REVIEW,
    stays_at=stages.ANY - _NOT_YET_NOTIFIED,
    starts=(RAPID_REVIEW_DUE, COPY_WITH_PARTNERS),
    stops=(*_ALL_NOTICES, TRIAGE),
)

# Effective on the day the authority became aware, which may be before any referral.
SETTLE_AWARENESS = Step(
    slug="settle_awareness",
    transition="T04",
    name="Confirm when the local authority became aware",
    at=stages.OPEN - {Stage.CONCERN},
    by=_THE_AUTHORITY,
    seat=Seat.LOCAL_AUTHORITY,
    leads_to=Next(starts=(NOTIFICATION_DUE, PARTNERS_TOLD)),
    reasons="Who knew what, and when it could first be suspected",
    tells=(Role.COORDINATOR, Role.DELEGATED_PARTNER),
    source=sources.S16C,
)

# The edition of the guidance that governs a case is that of the incident's day.
RECORD_INCIDENT_DAYS = Step(
    slug="record_incident_days",
    transition="T03",
    name="Record when it happened",
    at=stages.A_CASE_OR_PAST,
    by=BUSINESS_UNIT | _THE_AUTHORITY,
    source=sources.GOOD_PRACTICE,
)

RECORD_INCIDENT_PLACE = Step(
    slug="record_incident_place",
    transition="T03",
    name="Record what kind of place it happened in",
    at=stages.A_CASE_OR_PAST,
    by=BUSINESS_UNIT | _THE_AUTHORITY,
    source=sources.INCIDENT_GUIDE,
)

RECORD_LOOKED_AFTER_DEATH = Step(
    slug="record_looked_after_death",
    transition="T09",
    name="Record that a looked-after child has died",
    at=stages.OPEN - {Stage.CONCERN},
    by=_THE_AUTHORITY | BUSINESS_UNIT,
    leads_to=Next(starts=(LOOKED_AFTER_DEATH_TOLD,)),
    tells=(Role.LOCAL_AUTHORITY_NOTIFIER,),
    source=sources.CHILDREN_ACT_1989,
)

RECORD_CARE_LEAVER_DEATH = Step(
    slug="record_care_leaver_death",
    transition="T09",
    name="Record that a care leaver has died",
    at=stages.OPEN - {Stage.CONCERN},
    by=_THE_AUTHORITY | BUSINESS_UNIT,
    leads_to=Next(starts=(CARE_LEAVER_DEATH_TOLD,)),
    tells=(Role.LOCAL_AUTHORITY_NOTIFIER,),
    source=sources.CARE_LEAVERS,
)

TELL_PARTNERS = Step(
    slug="tell_partners",
    transition="T04",
    name="Record that the safeguarding partners were told",
    at=stages.OPEN - {Stage.CONCERN},
    by=_THE_AUTHORITY | BUSINESS_UNIT,
    leads_to=Next(stops=(PARTNERS_TOLD,)),
    tells=(Role.DELEGATED_PARTNER,),
    source=sources.GUIDANCE,
)

GIVE_VIEW_ON_NOTIFICATION = Step(
    slug="give_view_on_notification",
    transition="T04",
    name="Give your body's view on notifying",
    at=stages.A_CASE,
    by=PARTNERS,
    reasons="Your view, and why",
    tells=(Role.DELEGATED_PARTNER, Role.COORDINATOR, Role.SCRUTINEER),
    source=sources.PANEL_FAQ,
)

DECIDE_ON_NOTIFICATION = Step(
    slug="decide_on_notification",
    transition="T04, T05, T06",
    name="Decide whether to notify the Panel",
    at=stages.A_CASE,
    by=PARTNERS,
    seat=Seat.LOCAL_AUTHORITY,
    leads_to={
        NotificationDecision.NOTIFY: Next(
            stage=Stage.NOTIFICATION_DECIDED,
            stays_at=stages.AFTER_NOTIFICATION | {Stage.NOTIFIED},
        ),
        NotificationDecision.LOOKED_AFTER_DEATH: Next(
            stage=Stage.NOTIFICATION_DECIDED,
            stays_at=stages.AFTER_NOTIFICATION | stages.NOTIFIED_ONLY,
        ),
        NotificationDecision.CARE_LEAVER_DEATH: Next(
            stage=Stage.NOTIFICATION_DECIDED,
            stays_at=stages.AFTER_NOTIFICATION | stages.NOTIFIED_ONLY,
        ),
        NotificationDecision.DO_NOT_NOTIFY: Next(
            stage=Stage.NOT_PURSUED,
            stays_at=stages.AFTER_NOTIFICATION | stages.NOTIFIED_ONLY,
            stops=(NOTIFICATION_DUE, PARTNERS_TOLD),
        ),
        NotificationDecision.OTHER_LEARNING: Next(
            stage=Stage.OTHER_LEARNING,
            stays_at=stages.AFTER_NOTIFICATION | {Stage.NOTIFIED},
            stops=(NOTIFICATION_DUE, PARTNERS_TOLD),
        ),
    },
    reasons="Why; a partner who disagrees is recorded beside it",
    tells=(Role.DELEGATED_PARTNER, Role.COORDINATOR, Role.SCRUTINEER, Role.REFERRER),
    source=sources.S16C,
)

BEGIN_OTHER_LEARNING = Step(
    slug="begin_other_learning",
    transition="T06",
    name="Learn from it in another way",
    at=stages.CONSIDERING | stages.NOTIFIED_ONLY,
    by=PARTNERS,
    leads_to=Next(stage=Stage.OTHER_LEARNING),
    reasons="What may be learned, and how",
    tells=(Role.COORDINATOR,),
    source=sources.GUIDANCE,
)

# Effective at the moment of sending: the rapid review is counted from then.
RECORD_NOTIFICATION = Step(
    slug="record_notification",
    transition="T07",
    name="Record that the Panel was notified",
    at=stages.ANY,
    by=_THE_AUTHORITY,
    seat=Seat.LOCAL_AUTHORITY,
    leads_to=_NOTIFIED,
    reasons="If it was sent after five working days: why",
    tells=(
        Role.DELEGATED_PARTNER,
        Role.COORDINATOR,
        Role.PANEL_SECRETARIAT,
        *_WHO_REVIEWS,
    ),
    tells_outside=_SENT_TO,
    never_stopped=True,
    source=sources.S16C,
)

LOG_OUTSIDE_NOTIFICATION = Step(
    slug="log_outside_notification",
    transition="T07b",
    name="Log a notification made outside Heed",
    at=stages.ANY,
    by=_THE_AUTHORITY | BUSINESS_UNIT,
    leads_to=_NOTIFIED,
    reasons="If it was sent after five working days: why",
    tells=(
        Role.DELEGATED_PARTNER,
        Role.LOCAL_AUTHORITY_NOTIFIER,
        Role.COORDINATOR,
        *_WHO_REVIEWS,
    ),
    never_stopped=True,
    source=sources.S16C,
)

ADD_COPY = Step(
    slug="add_copy",
    transition="T07",
    name="Add the copy of the notification",
    at=stages.A_CASE_OR_PAST,
    by=_THE_AUTHORITY | BUSINESS_UNIT,
    tells=(Role.COORDINATOR,),
    source=sources.LOCAL,
)

# Where the partners had it in another way: effective on the day on which they had it.
PASS_ON_COPY = Step(
    slug="pass_on_copy",
    transition="T07",
    name="Give the partners the copy of the notification",
    at=stages.A_CASE_OR_PAST,
    by=_THE_AUTHORITY | BUSINESS_UNIT,
    leads_to=Next(stops=(COPY_WITH_PARTNERS,)),
    tells=(Role.DELEGATED_PARTNER, Role.COORDINATOR),
    source=sources.LOCAL,
)

WITHDRAW_NOTIFICATION = Step(
    slug="withdraw_notification",
    transition="T08",
    name="Withdraw the notification",
    at=stages.IN_RAPID_REVIEW | {Stage.NOTIFIED, Stage.NOTIFIED_WITHOUT_REVIEW},
    by=_THE_AUTHORITY,
    seat=Seat.LOCAL_AUTHORITY,
    leads_to=Next(
        stage=Stage.NOTIFICATION_WITHDRAWN,
        stops=(RAPID_REVIEW_DUE, COPY_WITH_PARTNERS),
    ),
    reasons="Which criterion was not met, and when the Panel was told",
    tells=(Role.DELEGATED_PARTNER, Role.COORDINATOR, Role.PANEL_SECRETARIAT),
    source=sources.PANEL_FAQ,
)

_NO_REVIEW_OWED = Next(
    stage=Stage.NOTIFIED_WITHOUT_REVIEW,
    stays_at=(stages.ANY - _NOT_YET_NOTIFIED) | {Stage.NOTIFIED},
    stops=(*_ALL_NOTICES, TRIAGE),
)

LOG_OUTSIDE_DEATH_NOTICE = Step(
    slug="log_outside_death_notice",
    transition="T09",
    name="Log the notice of a death that was sent outside Heed",
    at=stages.ANY,
    by=_THE_AUTHORITY | BUSINESS_UNIT,
    leads_to=_NO_REVIEW_OWED,
    reasons="Why abuse or neglect is neither known nor suspected",
    tells=(
        Role.DELEGATED_PARTNER,
        Role.LOCAL_AUTHORITY_NOTIFIER,
        Role.COORDINATOR,
    ),
    never_stopped=True,
    source=sources.CHILDREN_ACT_1989,
)

RECORD_NOTIFICATION_OF_DEATH = Step(
    slug="record_notification_of_death",
    transition="T09",
    name="Record the notice of a death without abuse or neglect",
    at=stages.ANY,
    by=_THE_AUTHORITY,
    seat=Seat.LOCAL_AUTHORITY,
    leads_to=_NO_REVIEW_OWED,
    reasons="Why abuse or neglect is neither known nor suspected",
    tells=(Role.DELEGATED_PARTNER, Role.COORDINATOR),
    tells_outside=_SENT_TO,
    never_stopped=True,
    source=sources.CHILDREN_ACT_1989,
)
