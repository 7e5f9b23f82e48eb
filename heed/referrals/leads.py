"""What a partnership asks of an organisation's safeguarding lead, as staff who refer
are told it. Whatever it asks, it keeps nobody from referring: what is missing is named.
"""

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

WITHOUT_ASKING = frozenset({Asked.NONE, Asked.CONSULTED, Asked.NAMED})
"""What staff can do before they refer by themselves."""
MET_BY: Mapping[str, frozenset[str]] = {
    Asked.CONSULTED: frozenset({"consulted", "signed", "decided", "is_referrer"}),
    Asked.SIGNED: frozenset({"signed", "decided", "is_referrer"}),
    Asked.DECIDED: frozenset({"decided", "is_referrer"}),
}
MISSING: Mapping[str, str] = {
    Asked.CONSULTED: "The safeguarding lead was not consulted.",
    Asked.NAMED: "The safeguarding lead is not named.",
    Asked.SIGNED: "The safeguarding lead has not signed.",
    Asked.DECIDED: "The safeguarding lead has not decided whether to refer.",
}


def may_refer_alone(partnership: Partnership) -> bool:
    """Whether staff refer by themselves, and do not wait for their lead."""
    return partnership.lead_requirement in WITHOUT_ASKING


def missing_of_lead(asked: str, said: Mapping | None) -> str:
    """What a partnership asks of a lead and a referral by staff does not show; `said`
    is what was read of the lead."""
    lead = said or {}
    if asked == Asked.NAMED:
        met = bool(lead.get("name")) or lead.get("endorsement") == "is_referrer"
    else:
        met = asked == Asked.NONE or lead.get("endorsement") in MET_BY[asked]
    return "" if met else MISSING[asked]
