"""Which texts become public by which decision, and which of them are written here."""

from heed.publications.facts import MAIN
from heed.publications.models import Paper
from heed.rulebook.outcomes import PublicationDecision

Kind = Paper.Kind

STANDS_BESIDE = frozenset({Kind.RESPONSE, Kind.STATEMENT, Kind.EASY_READ})
# They come when the report is public already.
COMES_LATER = frozenset({Kind.ADDENDUM, Kind.FOLLOW_UP})
BESIDE = STANDS_BESIDE | COMES_LATER
WRITTEN_HERE = frozenset(Kind) - {Kind.REPORT}


def kinds_sent_ahead(decision: str) -> frozenset[str]:
    """The texts that go ahead, or have to be there, before anything is public."""
    return frozenset({MAIN.get(decision, Kind.REPORT)}) | BESIDE


def kinds_made_public(decision: str) -> frozenset[str]:
    """The texts that become public by a decision: those, but for a report that the
    Panel alone reads."""
    kinds = kinds_sent_ahead(decision)
    alone = decision == PublicationDecision.BRIEFING_ONLY
    return kinds - {Kind.REPORT} if alone else kinds
