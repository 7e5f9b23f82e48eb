"""What proves that something was sent: asked for until it is there, and added later."""

from heed.cases.actions.papers import keep_paper
from heed.cases.answering import SentFile
from heed.cases.gaps import fill_gap
from heed.cases.steps import Refused, Seen, carrying_out
from heed.rapid_reviews.models import Submission, Told
from heed.rapid_reviews.unproven import PROOF_LOST, unproven
from heed.rulebook import process


def add_proof(
    sent: Submission | Told,
    *,
    proof: str,
    by,
    at,
    proof_file: SentFile | None = None,
    seen: Seen | None = None,
) -> Submission | Told:
    """Add what proves that something was sent. What is there already stays as it is."""
    with carrying_out(process.ADD_PROOF, sent, by=by, at=at, seen=seen) as it:
        if not proof and not proof_file:
            raise Refused("Say what proves it, or add the file.")
        if (proof and it.proof) or (proof_file and it.proof_file):
            raise Refused("Its proof is there already, and stays as it is.")
        if proof:
            it.proof = proof
        if proof_file:
            it.proof_file = keep_paper(
                it.case, proof_file, purpose="proof", by=by, at=at
            )
            fill_gap(it.case, kind=PROOF_LOST, by=by, at=at)
        it.save(update_fields=["proof", "proof_file"])
        fill_gap(it.case, kind=unproven(it), by=by, at=at)
    return it
