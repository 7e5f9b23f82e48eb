"""What is kept of referrals, split by noun."""

from heed.referrals.models.beside import (
    AddedInformation,
    Checked,
    ChildAtRisk,
    ReferralInterest,
    Referrer,
    SetAside,
    SplitOff,
)
from heed.referrals.models.referral import TYPED_IN, Channel, Referral, Risk
from heed.referrals.models.wording import FormWording

__all__ = [
    "TYPED_IN",
    "AddedInformation",
    "Channel",
    "Checked",
    "ChildAtRisk",
    "FormWording",
    "Referral",
    "ReferralInterest",
    "Referrer",
    "Risk",
    "SetAside",
    "SplitOff",
]
