"""What is kept of referrals, split by noun."""

from heed.referrals.models.beside import (
    AddedInformation,
    ChildAtRisk,
    ReferralInterest,
    Referrer,
)
from heed.referrals.models.referral import TYPED_IN, Channel, Referral, Risk

__all__ = [
    "TYPED_IN",
    "AddedInformation",
    "Channel",
    "ChildAtRisk",
    "Referral",
    "ReferralInterest",
    "Referrer",
    "Risk",
]
