"""What is particular to some keys of answers when a form is filled in."""

import re

from heed.papers.patterns import later
from heed.papers.questions import Kind, asked

REPEATED = frozenset(("child", "adult", "agency", "key_date"))
BEGINS = {
    "child": ("name", "given"),
    "adult": ("name",),
    "agency": ("name", "contact"),
    "key_date": ("date",),
}
"""A second answer to these begins the next child, or the next adult."""
OPENS = (
    "safety.",
    "household.",
    "other.",
    "criteria.reasons",
    "incident.harm",
    "lead.verbatim",
)
"""What a title may ask, so that the words under it are the answer."""
ENDORSES = later(
    r"agree|aware|support|consult|discuss|endorse|inform|approv|decision|decided",
    re.IGNORECASE,
)
NONE = later(r"(none|no|n/?a|nil).?", re.IGNORECASE)
WORKERS = ("agency", "role")
DETAILS = {
    "safety.at_risk": "safety.who",
    "lead.endorsement": "lead.verbatim",
    **{
        key: key
        for key in (
            *("other.media", "other.cross_border", "other.parallel", "other.consent"),
            *("other.handling", "child.plan_history", "child.legal_status"),
        )
    },
    "incident": "incident.what",
    "criteria": "criteria.reasons",
    "lead": "lead.verbatim",
}
"""What "Please give details" asks, after a question or else in a section."""
OF_A_NAME = ("child.given", "child.family")
"""Halves of a name: of whose, their part of the form says."""
IF_SO = later(r"\s*if (?:yes|so)\b", re.IGNORECASE)
DATE_OF_IT = {
    "criteria.died": "child.date_of_death",
    "child.has_died": "child.date_of_death",
    "lead.endorsement": "lead.consulted_on",
}
"""What "If yes, on what date?" asks, after a question."""
ENUMERATED = later(r"\((?:[a-z]|[ivx]{1,4}|\d)\)")
"""How a criterion begins that is taken from law: "(b)(ii) the child …"."""
HEADS = frozenset(("question", "field", "item", "please tick", "criterion"))
"""What stands above a column of labels and says nothing by itself."""
QUESTION = 7
"""Words: a criterion says more."""
LONG = {
    *(f"{section.slug}.{q.slug}" for section, q in asked() if q.kind is Kind.TEXT),
    *("agencies.listed", "sibling.name", "household.told"),
}
"""What people answer in several lines."""
