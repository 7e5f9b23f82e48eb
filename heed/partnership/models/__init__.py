"""What is kept of partnerships, of people and of how they sign in."""

from heed.partnership.models.bodies import (
    AreaCovered,
    BankHolidayChange,
    Organisation,
    Partnership,
    VerifiedDomain,
)
from heed.partnership.models.interests import StandingInterest
from heed.partnership.models.own_pages import OwnPage, WaitingPage
from heed.partnership.models.people import (
    Invitation,
    Person,
    RoleHeld,
)
from heed.partnership.models.second_factor import ProofInPerson, SecondFactorReset

__all__ = [
    "AreaCovered",
    "BankHolidayChange",
    "Invitation",
    "Organisation",
    "OwnPage",
    "Partnership",
    "Person",
    "ProofInPerson",
    "RoleHeld",
    "SecondFactorReset",
    "StandingInterest",
    "VerifiedDomain",
    "WaitingPage",
]
