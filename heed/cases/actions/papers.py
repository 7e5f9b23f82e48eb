"""Papers of a case: proofs, letters, what was sent. Each is kept as it came."""

from heed.cases.models import Case
from heed.documents.actions import receive
from heed.documents.models import Document


def keep_paper(case: Case, sent, *, purpose: str, by, at) -> Document | None:
    """Keep a file with a case, inside the step that brings it; None where none came."""
    if sent is None:
        return None
    return receive(
        sent.data,
        name=sent.name,
        owner=case,
        purpose=purpose,
        received_from="upload",
        by=by,
        at=at,
    )
