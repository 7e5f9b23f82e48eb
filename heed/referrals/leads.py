"""What a partnership asks of an organisation's safeguarding lead, as staff who refer
are told it. Whatever it asks, it keeps nobody from sending the open form."""

from collections.abc import Mapping

from heed.partnership.models import Partnership

Asked = Partnership.LeadRequirement

_STAFF = "If you work or volunteer for an organisation,"
LEAD: Mapping[str, str] = {
    Asked.NONE: f"{_STAFF} you may refer by yourself. Tell its safeguarding lead.",
    Asked.CONSULTED: f"{_STAFF} speak first with its safeguarding lead.",
    Asked.NAMED: (
        f"{_STAFF} speak first with its safeguarding lead, and say in the form who it "
        "is."
    ),
    Asked.SIGNED: (
        f"{_STAFF} speak first with its safeguarding lead, who signs the referral."
    ),
    Asked.DECIDED: (
        f"{_STAFF} speak first with its safeguarding lead, who decides whether to "
        "refer."
    ),
}
