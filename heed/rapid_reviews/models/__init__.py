"""What is kept of a rapid review, split by noun."""

from heed.rapid_reviews.models.agencies import AgencyRequest, AgencyRequests
from heed.rapid_reviews.models.answers import AgencyAnswer, AnswerDraft
from heed.rapid_reviews.models.decisions import (
    Confirmation,
    ViewOnReview,
    ViewsOpened,
)
from heed.rapid_reviews.models.episodes import Episode
from heed.rapid_reviews.models.ladder import AgencyLadder, Chase
from heed.rapid_reviews.models.meetings import Meeting
from heed.rapid_reviews.models.notes import WorkingNote
from heed.rapid_reviews.models.panel import (
    AskedByPanel,
    PanelLetter,
    ReplyToPanel,
    Submission,
    Told,
)
from heed.rapid_reviews.models.plan import PlannedDay
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
    "Episode",
    "Meeting",
    "PanelLetter",
    "PlannedDay",
    "RapidReview",
    "ReplyToPanel",
    "ScrutinyComment",
    "Submission",
    "Told",
    "ViewOnReview",
    "ViewsOpened",
    "WorkingNote",
]
