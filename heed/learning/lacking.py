"""What a briefing still lacks before it can go out with the report."""

from django.urls import reverse

from heed.cases.models import Case
from heed.learning.briefings import bars, findings_in, paper_of, unwritten, words_of
from heed.learning.models import Briefing
from heed.learning.queries import (
    SIGNATURES,
    approvals_of,
    briefings_with_report,
)
from heed.publications.beside import BesideText
from heed.publications.register import register_of_case


def what_goes_with_report(case: Case, *, at) -> list[tuple[str, str]]:
    """The title of each briefing that goes out with the report, with a sentence of what
    it lacks, or none."""
    return [
        (paper_of(each.content).title, what_it_lacks(each))
        for each in briefings_with_report(case)
    ]


def texts_of_briefings(case: Case) -> list[BesideText]:
    """The words of each briefing of a case as they stand, for who reads them as a
    stranger."""
    return [
        BesideText(
            library_id=each.library_id,
            title=paper_of(each.content).title,
            content_hash=words_of(each),
            writers=frozenset(each.writers),
            address=reverse("preview_briefing", args=[each.public_id]),
            with_report=each.goes_with_report,
        )
        for each in Briefing.objects.filter(case=case).select_related("case")
    ]


def what_it_lacks(briefing: Briefing) -> str:
    """A sentence of what keeps these words from being public; empty where nothing
    does. They are searched again: the case may know of somebody since. Before it goes
    out its files are read back, and it is searched for all whom anybody told of."""
    if missing := unwritten(briefing.content):
        return f"Still to be written: {', '.join(missing)}."
    register = register_of_case(briefing.case)
    if found := sum(map(bars, findings_in(briefing, register))):
        places = "place" if found == 1 else "places"
        return f"{found} {places} could identify somebody."
    if len(approvals_of(briefing)) < SIGNATURES:
        return "Two people of different bodies have not approved it as it stands."
    return ""
