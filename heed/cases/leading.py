"""Which area leads on a case, and since when: asked of one place by every page."""

from dataclasses import dataclass
from datetime import date

from heed.cases.models import Case, CaseShare, StepTaken
from heed.rulebook import process
from heed.rulebook.sharing import Leads

ANOTHER = "another area, which the history names"


@dataclass(frozen=True)
class Lead:
    """The area that leads, since when if it was handed over, and whether it is ours."""

    area: str
    since: date | None = None
    is_ours: bool = True


def who_leads(case: Case) -> Lead:
    """The area that leads now: as it was handed over last, or ours from the start. A
    share that says otherwise than what stood hands the lead over in the same moment."""
    ours, handed = case.partnership.name, process.TRANSFER_CASE.slug
    taken = StepTaken.objects.filter(case=case, step=handed).defer("reasons").last()
    if taken is None:
        return Lead(ours)
    found = CaseShare.objects.filter(case=case, shared_at=taken.at)
    share = found.select_related("other_area").first()
    if share is None:
        return Lead(ANOTHER, taken.effective_on, is_ours=False)
    if share.leads == Leads.THIS_AREA:
        return Lead(ours, taken.effective_on)
    return Lead(share.area_name, taken.effective_on, is_ours=False)
