"""What is kept of a case, split by noun."""

from heed.cases.models.access import AccessGrant, Exclusion, InterestDeclaration
from heed.cases.models.addresses import AddressRequest, ProtectedAddress
from heed.cases.models.parallel import Hold, ParallelProcess
from heed.cases.models.people import (
    Child,
    FamilyContact,
    FamilyMember,
    FamilyRecord,
)
from heed.cases.models.record import Deadline, DeadlineExtension, OpenItem, StepTaken
from heed.cases.models.relations import Household, Relation
from heed.cases.models.safety import SafetyAction
from heed.cases.models.sharing import CaseShare, ShareDeclaration, ShareNote
from heed.cases.models.sheets import DecisionSheet
from heed.cases.models.spine import (
    Case,
    CaseReferences,
    CaseRow,
    CaseRows,
    Cases,
    Spine,
    SpineOfCase,
)

__all__ = [
    "AccessGrant",
    "AddressRequest",
    "Case",
    "CaseReferences",
    "CaseRow",
    "CaseRows",
    "CaseShare",
    "Cases",
    "Child",
    "Deadline",
    "DeadlineExtension",
    "DecisionSheet",
    "Exclusion",
    "FamilyContact",
    "FamilyMember",
    "FamilyRecord",
    "Hold",
    "Household",
    "InterestDeclaration",
    "OpenItem",
    "ParallelProcess",
    "ProtectedAddress",
    "Relation",
    "SafetyAction",
    "ShareDeclaration",
    "ShareNote",
    "Spine",
    "SpineOfCase",
    "StepTaken",
]
