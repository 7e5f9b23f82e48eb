"""Papers that are forms: labelled answers to the fields that Heed keeps."""

from heed.papers.forms.reading import read_referral
from heed.papers.forms.referral import referral_from_answers

__all__ = ["read_referral", "referral_from_answers"]
