"""What a decision may end in: each outcome has a stable slug and a label."""

from collections.abc import Mapping
from enum import StrEnum


class LeadDecision(StrEnum):
    """What an organisation's safeguarding lead decides about a draft referral."""

    REFER = "refer"
    DO_NOT_REFER = "do_not_refer"
    ASK = "ask"


class NotificationDecision(StrEnum):
    """What the local authority decides about notifying (DR-1)."""

    NOTIFY = "notify"
    LOOKED_AFTER_DEATH = "notify_looked_after_death"
    CARE_LEAVER_DEATH = "notify_care_leaver_death"
    DO_NOT_NOTIFY = "do_not_notify"
    OTHER_LEARNING = "other_learning"


class ReviewDecision(StrEnum):
    """What the partners decide at the end of a rapid review (DR-3)."""

    LOCAL_REVIEW = "local_review"
    THEMATIC_LOCAL_REVIEW = "thematic_local_review"
    OTHER_LEARNING = "other_learning"
    NO_FURTHER_REVIEW = "no_further_review"
    RECOMMEND_NATIONAL = "recommend_national"


# The decisions after which a local review is held, and six months run.
HOLDS_A_LOCAL_REVIEW = frozenset(
    {ReviewDecision.LOCAL_REVIEW, ReviewDecision.THEMATIC_LOCAL_REVIEW}
)


class Reconsideration(StrEnum):
    """What the partners decide again: that it stands, or one of the others."""

    DECISION_STANDS = "decision_stands"
    LOCAL_REVIEW = "local_review"
    THEMATIC_LOCAL_REVIEW = "thematic_local_review"
    OTHER_LEARNING = "other_learning"
    NO_FURTHER_REVIEW = "no_further_review"
    RECOMMEND_NATIONAL = "recommend_national"


class PanelAnswer(StrEnum):
    """What the Panel's letter says about a rapid review."""

    AGREES = "agrees"
    DISAGREES = "disagrees"
    ASKS_FOR_MORE = "asks_for_more"
    NATIONAL_REVIEW = "national_review"
    THEMATIC_INTEREST = "thematic_interest"


class NationalDecision(StrEnum):
    """What the Panel decides about a national review (DR-3n)."""

    NATIONAL_REVIEW = "national_review"
    THEMATIC_NATIONAL_REVIEW = "thematic_national_review"
    NO_NATIONAL_REVIEW = "no_national_review"


class PublicationDecision(StrEnum):
    """What the partners decide about publishing (DR-4)."""

    PUBLISH = "publish"
    PUBLISH_ANONYMOUSLY = "publish_anonymously"
    PUBLISH_LATER = "publish_later"
    BRIEFING_ONLY = "briefing_only"
    SUMMARY_ONLY = "summary_only"
    RECOMMENDATIONS_ONLY = "recommendations_only"
    IMPROVEMENTS_ONLY = "improvements_only"
    PUBLISH_NOTHING = "publish_nothing"


# The report itself becomes public.
PUBLISHES_THE_REPORT = frozenset(
    {PublicationDecision.PUBLISH, PublicationDecision.PUBLISH_ANONYMOUSLY}
)
# Something else stands for it, and says so.
STANDS_FOR_THE_REPORT = frozenset(
    {
        PublicationDecision.BRIEFING_ONLY,
        PublicationDecision.SUMMARY_ONLY,
        PublicationDecision.RECOMMENDATIONS_ONLY,
        PublicationDecision.IMPROVEMENTS_ONLY,
    }
)


class EarlyReason(StrEnum):
    """Why a report may be published before seven working days have passed."""

    COURT_ORDER = "court_order"
    PANEL_AND_MINISTER_AGREE = "panel_and_secretary_of_state_agree"
    UNAUTHORISED_DISCLOSURE = "unauthorised_disclosure"


class InterestDecision(StrEnum):
    """What is decided about somebody who declared an interest, or was not sure."""

    MAY_WORK_ON_IT = "may_work_on_it"
    STAYS_OUT = "stays_out"
    IS_REPLACED = "is_replaced"


class AddressAnswer(StrEnum):
    """What a manager answers a coordinator who asks for a protected address."""

    MAY_READ_ONCE = "may_read_once"
    MAY_NOT_READ = "may_not_read"


LABELS: Mapping[str, str] = {
    LeadDecision.REFER: "Refer it",
    LeadDecision.DO_NOT_REFER: "Do not refer it",
    LeadDecision.ASK: "Ask the practitioner for more",
    NotificationDecision.NOTIFY: "Notify the Panel",
    NotificationDecision.LOOKED_AFTER_DEATH: "Notify a looked-after child's death",
    NotificationDecision.CARE_LEAVER_DEATH: "Notify a care leaver's death",
    NotificationDecision.DO_NOT_NOTIFY: "Do not notify",
    NotificationDecision.OTHER_LEARNING: "Learn from it in another way",
    ReviewDecision.LOCAL_REVIEW: "Hold a local review",
    ReviewDecision.THEMATIC_LOCAL_REVIEW: "Hold one local review of several cases",
    ReviewDecision.NO_FURTHER_REVIEW: "No further review",
    ReviewDecision.RECOMMEND_NATIONAL: "Recommend a national review",
    Reconsideration.DECISION_STANDS: "The decision stands",
    PanelAnswer.AGREES: "The Panel agrees",
    PanelAnswer.DISAGREES: "The Panel disagrees",
    PanelAnswer.ASKS_FOR_MORE: "The Panel asks for more",
    PanelAnswer.NATIONAL_REVIEW: "A national review",
    PanelAnswer.THEMATIC_INTEREST: "The Panel may look at the theme nationally",
    NationalDecision.THEMATIC_NATIONAL_REVIEW: "A national review of a theme",
    NationalDecision.NO_NATIONAL_REVIEW: "No national review",
    PublicationDecision.PUBLISH: "Publish in full",
    PublicationDecision.PUBLISH_ANONYMOUSLY: "Publish without naming the area",
    PublicationDecision.PUBLISH_LATER: "Publish later",
    PublicationDecision.BRIEFING_ONLY: "Publish a briefing only",
    PublicationDecision.SUMMARY_ONLY: "Publish a summary and the lessons only",
    PublicationDecision.RECOMMENDATIONS_ONLY: "Publish the recommendations and what "
    "came of them only",
    PublicationDecision.IMPROVEMENTS_ONLY: "Publish the improvements only",
    PublicationDecision.PUBLISH_NOTHING: "Publish nothing",
    EarlyReason.COURT_ORDER: "A court orders it",
    EarlyReason.PANEL_AND_MINISTER_AGREE: "The Panel and the Secretary of State agree",
    EarlyReason.UNAUTHORISED_DISCLOSURE: "It was disclosed without authority",
    InterestDecision.MAY_WORK_ON_IT: "May work on the case",
    InterestDecision.STAYS_OUT: "Stays out of the case",
    InterestDecision.IS_REPLACED: "Stays out; somebody of the same body steps in",
    AddressAnswer.MAY_READ_ONCE: "May read the address once",
    AddressAnswer.MAY_NOT_READ: "May not read the address",
}


def label(outcome: str) -> str:
    """The words for an outcome on a screen or a page; KeyError for an unknown one."""
    return LABELS[outcome]
