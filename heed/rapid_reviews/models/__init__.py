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
from heed.rapid_reviews.models.questions import RowQuestion
from heed.rapid_reviews.models.review import RapidReview
from heed.rapid_reviews.models.scrutiny import ScrutinyComment
from heed.rapid_reviews.models.telling import ToldReasons
from heed.rapid_reviews.models.thematic import JoinedReview
from heed.rapid_reviews.models.wording import RuleWording

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
    "JoinedReview",
    "Meeting",
    "PanelLetter",
    "PlannedDay",
    "RapidReview",
    "ReplyToPanel",
    "RowQuestion",
    "RuleWording",
    "ScrutinyComment",
    "Submission",
    "Told",
    "ToldReasons",
    "ViewOnReview",
    "ViewsOpened",
    "WorkingNote",
]
