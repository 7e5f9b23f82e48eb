"""A referral form that somebody of Quillshire has filled in, to be sent by email."""

from heed.papers.referral_form import SentTo, fill_referral_form, referral_form

A_CONCERN = {
    "safety.at_risk": "no",
    "referrer.name": "Gwilym Farthingale",
    "referrer.capacity": "staff",
    "referrer.role": "Paramedic",
    "referrer.organisation": "Mid-Region Ambulance Service",
    "lead.endorsement": "decided",
    "referrer.email": "gwilym.farthingale@ambulance.quillshire.example",
    "child.1.given": "Saffi",
    "child.1.family": "Ravensworth-Low",
    "child.1.status": "alive",
    "child.1.dob": "3 June 2024",
    "adult.1.name": "Tegen Ravensworth",
    "adult.1.relationship": "mother of Saffi",
    "incident.date": "9 March 2026",
    "incident.what": "She was found at the foot of the stairs. Two people told us two "
    "different things.",
    "incident.harm": "A broken collar bone, and an older break that was healing.",
    "criteria.abuse_or_neglect": "suspected",
    "criteria.outcome": "seriously_harmed",
    "criteria.reasons": "The older break had not been seen by anybody.",
}


def a_filled_form(partnership, answers=None) -> bytes:
    """The partnership's own Word form, filled in."""
    sent_to = SentTo(partnership=partnership.name, mailbox=partnership.referral_address)
    return fill_referral_form(referral_form(sent_to), answers or A_CONCERN)
