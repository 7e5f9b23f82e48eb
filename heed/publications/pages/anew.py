"""Where a finding is now that was opened from a search that is not the last one."""

from dataclasses import dataclass

from heed.publications import queries
from heed.publications.models import Scan


@dataclass(frozen=True)
class Anew:
    """The last search of the text, and which of its findings it is; None where it was
    found no more. What is answered is answered of a sentence: `is_as_it_read` while
    nobody has changed that."""

    scan: Scan
    number: int | None
    is_as_it_read: bool = False


def searched_anew(scan: Scan, number: int) -> Anew | None:
    """Whether the text was searched since, and where the finding stands now; None where
    this search is the last."""
    last = queries.last_scan(scan.paper)
    if last is None or last.pk == scan.pk or not 0 <= number < len(scan.findings):
        return None
    wanted = scan.findings[number]
    ids = [each["id"] for each in last.findings]
    if wanted["id"] not in ids:
        return Anew(last, None)
    now = ids.index(wanted["id"])
    return Anew(last, now, last.findings[now]["sentence"] == wanted["sentence"])
