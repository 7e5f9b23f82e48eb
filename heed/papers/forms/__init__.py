"""Papers that are forms: labelled answers to the fields that Heed keeps."""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from heed.papers.forms.reading import read_referral
    from heed.papers.forms.referral import referral_from_answers

__all__ = ["read_referral", "referral_from_answers"]

# The reader of referrals needs most of the package, and that of chronologies little.
_WHERE = {"read_referral": "reading", "referral_from_answers": "referral"}


def __getattr__(name: str) -> Any:
    if name not in _WHERE:
        raise AttributeError(name)
    return getattr(import_module(f"{__name__}.{_WHERE[name]}"), name)
