"""The pages of the reviewer's findings."""

from heed.cases import pages as case_pages
from heed.cases.models import Case
from heed.cases.queries import steps_open_to
from heed.chronologies.pages.asking import READ, cleared_here, said_here
from heed.chronologies.queries.findings import Rests
from heed.reviews.findings import with_rows
from heed.reviews.models import Finding
from heed.reviews.pages import NOT_THERE
from heed.reviews.queries import latest_report
from heed.reviews.texts import places_of


def of_findings(request, case: Case) -> dict:
    """The findings of a case, each with the rows on which it rests. It is a reading of
    those rows, and recorded as one."""
    case_pages.note_read(request, case, READ, case)
    say = said_here(request, case)
    found = with_rows(case, cleared=cleared_here(request, case))
    report = latest_report(case)
    places = places_of(report.blocks) if report else {}
    told = {each for each, rests in found if _is_told(request, each, rests)}
    return case_pages.banner(request, case) | {
        "findings": [
            (
                each,
                say(each.words) if each in told else "",
                rests,
                # A place is told by headings, which may hold a name like any words.
                say(_place_of(each, places)) if each in told else "",
            )
            for each, rests in found
        ],
        "can": steps_open_to(request.person, case, at=request.at),
    }


def _place_of(finding: Finding, places: dict[str, str]) -> str:
    return places.get(finding.anchor, NOT_THERE) if finding.anchor else ""


def _is_told(request, finding: Finding, rests: Rests) -> bool:
    """What was found may say what is in a row: who may not read all its rows reads it
    not; its writer does."""
    return not rests.hidden or finding.written_by_id == request.person.pk


def known_of(request, finding: Finding) -> dict:
    """What a page begins with that sets a finding right."""
    found = with_rows(finding.case, cleared=cleared_here(request, finding.case))
    numbers = {each.pk: rests.numbers for each, rests in found}
    said = {"words": finding.words, "anchor": finding.anchor}
    return said | {"rows": numbers[finding.pk]}
