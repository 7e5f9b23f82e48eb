"""That nothing proves a sending: a gap of its own, open until its proof is there."""

from heed.cases.gaps import name_gap
from heed.rapid_reviews.models import Submission, Told

PROOF_LOST = "proof_file"  # the gap that a file of a proof could not be kept


def name_what_is_unproven(sent: Submission | Told, *, at) -> None:
    """Name, inside the step that records a sending, that nothing proves it."""
    if not sent.proof and not sent.proof_file:
        name_gap(sent.case, kind=unproven(sent), label=_said_of(sent), at=at)


def unproven(sent: Submission | Told) -> str:
    """By which it is found again that nothing proves a sending."""
    return f"unproven.{sent.public_id}"


def _said_of(sent: Submission | Told) -> str:
    if isinstance(sent, Submission):
        what = f"version {sent.number} of the rapid review was sent to the Panel"
    else:
        about = sent.get_what_display()
        what = f"{sent.get_body_display()} was told: {about[:1].lower()}{about[1:]}"
    return f"Nothing proves yet that {what}."
