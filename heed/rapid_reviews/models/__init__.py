"""What is kept of a rapid review, split by noun."""

from heed.rapid_reviews.models.agencies import AgencyRequest, AgencyRequests
from heed.rapid_reviews.models.answers import AgencyAnswer, AnswerDraft
from heed.rapid_reviews.models.decisions import (
    Confirmation,
    ViewOnReview,
    ViewsOpened,
)
from heed.rapid_reviews.models.ladder import AgencyLadder, Chase
from heed.rapid_reviews.models.meetings import Meeting
from heed.rapid_reviews.models.panel import (
    AskedByPanel,
    PanelLetter,
    ReplyToPanel,
    Submission,
    Told,
)
from heed.rapid_reviews.models.review import RapidReview
from heed.rapid_reviews.models.scrutiny import ScrutinyComment

__all__ = [
    "AgencyAnswer",
    "AgencyLadder",
    "AgencyRequest",
    "AgencyRequests",
    "AnswerDraft",
    "AskedByPanel",
    "Chase",
    "Confirmation",
    "Meeting",
    "PanelLetter",
    "RapidReview",
    "ReplyToPanel",
    "ScrutinyComment",
    "Submission",
    "Told",
    "ViewOnReview",
    "ViewsOpened",
]
