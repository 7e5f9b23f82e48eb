"""What is kept of publishing, split by noun."""

from heed.publications.models.decisions import (
    CheckedWord,
    KeptWord,
    KeptWordSignature,
    LeftBehind,
    SentBack,
)
from heed.publications.models.evidence import DutyPointedOut, GateAsApproved
from heed.publications.models.jigsaw import AttemptToIdentify, KnownInPublic
from heed.publications.models.library import (
    EarlierReview,
    EarlierWithdrawal,
    HandOver,
    PublisherHandedDown,
)
from heed.publications.models.release import Joining, JoiningAnswer, Release
from heed.publications.models.texts import (
    AdvanceCopy,
    AnswerOnPublication,
    Approval,
    Clearance,
    Comment,
    EarlyException,
    FamilyNotTold,
    NotMaterial,
    OwnSiteCheck,
    Paper,
    Publication,
    Scan,
)

__all__ = [
    "AdvanceCopy",
    "AnswerOnPublication",
    "Approval",
    "AttemptToIdentify",
    "CheckedWord",
    "Clearance",
    "Comment",
    "DutyPointedOut",
    "EarlierReview",
    "EarlierWithdrawal",
    "EarlyException",
    "FamilyNotTold",
    "GateAsApproved",
    "HandOver",
    "Joining",
    "JoiningAnswer",
    "KeptWord",
    "KeptWordSignature",
    "KnownInPublic",
    "LeftBehind",
    "NotMaterial",
    "OwnSiteCheck",
    "Paper",
    "Publication",
    "PublisherHandedDown",
    "Release",
    "Scan",
    "SentBack",
]
