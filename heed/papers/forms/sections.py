"""What the sections of a form are about, and what a label like "Name" means in each."""

import re

from heed.papers.patterns import later

ATTRIBUTES: dict[str, dict[str, str]] = {
    "referrer": {
        **{name: f"referrer.{name}" for name in ("name", "role", "organisation")},
        **{name: f"referrer.{name}" for name in ("email", "phone", "address")},
        **{name: f"referrer.{name}" for name in ("contact", "capacity", "withhold")},
        "relationship": "referrer.role",
        "date": "declaration.date",
        "authority": "referrer.organisation",
    },
    "lead": {
        **{name: f"lead.{name}" for name in ("name", "role")},
        **{name: f"lead.{name}" for name in ("organisation", "email", "phone")},
        "contact": "lead.contact",
        "date": "lead.consulted_on",
    },
    "child": {
        **{
            name: f"child.{name}" for name in ("name", "aka", "dob", "sex", "ethnicity")
        },
        **{name: f"child.{name}" for name in ("language", "address", "legal_status")},
        **{name: f"child.{name}" for name in ("relationship", "status")},
        "age": "child.age_text",
        "authority": "child.responsible_la",
    },
    "adult": {
        **{name: f"adult.{name}" for name in ("name", "aka", "dob", "address")},
        **{
            name: f"adult.{name}" for name in ("relationship", "suspected", "ethnicity")
        },
        "to": "adult.to",
        **{name: f"adult.{name}" for name in ("sex", "legal_status", "age")},
    },
    "agency": {
        **{name: f"agency.{name}" for name in ("contact", "still_involved")},
        "name": "agency.contact",
        "organisation": "agency.name",
        "phone": "agency.contact",
        "email": "agency.contact",
        "role": "agency.contact",
    },
    "incident": {
        "date": "incident.date",
        "time": "incident.time",
        "address": "incident.place",
        "authority": "incident.area",
        "type": "incident.harm",
    },
    "key_date": {"date": "key_date.date", "event": "key_date.event"},
    "declaration": {
        "date": "declaration.date",
        "name": "declaration.signed",
        "role": "referrer.role",
    },
    "decision": {},
    "office": {"date": "office.received"},
    "gate": {},
    "parent": {},
    "worker": {},
}
"""What a generic label means in each section."""

_OF_PARENT = frozenset(("dob", "address", "aka", "ethnicity", "name"))
_OF_WORKER = frozenset(
    ("phone", "email", "contact", "organisation", "address", "role", "name")
)
_OF_CHILD = ("dob", "sex", "ethnicity", "language", "legal_status")
_OF_REFERRER = ("role", "organisation", "email", "phone", "contact", "authority")
_WITHIN_THE_STORY = frozenset(
    ("", "child", "incident", "criteria", "safety", "key_date")
)


def in_section(section: str, attribute: str, who: str) -> str:
    """The key of a generic label in its section; "" when it means nothing there.

    `who` is the parent, or the professional, whom the labels before it named.
    """
    if section == "parent" and attribute in _OF_PARENT:
        return f"parent:{who}.{attribute}"
    if section == "worker" and attribute in _OF_WORKER:
        return f"worker:{who}.{'name' if attribute == 'organisation' else 'contact'}"
    here = ATTRIBUTES.get(section, {}).get(attribute)
    if here:
        return here
    if section in _WITHIN_THE_STORY and attribute in _OF_CHILD:
        return f"child.{attribute}"
    if section in {"", "declaration"} and attribute in _OF_REFERRER:
        return ATTRIBUTES["referrer"][attribute]
    return ""


_SECTIONS: tuple[tuple[str, str], ...] = (
    (
        "office",
        (
            r"office (?:use|only)|(for (the )?|by (the )?)business unit|"
            r"business unit (use|only|section)|official use|for completion by|admin use"
        ),
    ),
    (
        "decision",
        (
            r"chair.?s (decision|view|recommendation)|decision (of|by|making|section)|"
            r"sub-?group|(final|panel) decision|recommendation (of|to)|outcome of (the "
            r")?"
            r"(consideration|meeting)|executive"
        ),
    ),
    ("gate", r"gate|before you (start|complete|refer)|threshold questions|eligib"),
    (
        "lead",
        (
            r"safeguarding lead|named (nurse|doctor|professional|gp)|lead.s view|"
            r"\bdsl\b|"
            r"endorse|manager.?s (approval|authoris|agreement)|authoris"
        ),
    ),
    (
        "referrer",
        (
            r"referr(er|ing|ed by)|person (making|completing|submitting|reporting|"
            r"sending|raising|requesting|notifying)|"
            r"about you"
            r"|your (details|contact)|who is (making|completing)|agency making|"
            r"notif(ier|"
            r"ying)"
            r"|referral (details|information)|details of referral|(making|submitting) "
            r"(the|"
            r"this) referral|reporter|(notified|referred|reported|submitted|completed) "
            r"by|source of (the )?(referral|information)"
        ),
    ),
    (
        "key_date",
        (
            r"chronolog|key (dates|events)|significant (dates|events)|dates that "
            r"matter|"
            r"timeline"
        ),
    ),
    (
        "agency",
        (
            r"agenc(y|ies)|professionals|services (involved|known)|organisations|"
            r"practitioners|network|who (else )?(knows|is working)"
        ),
    ),
    (
        "adult",
        (
            r"famil|parent|adult|carer|significant (other|person|people)|household|"
            r"genogram|"
            r"(other )?persons|child(ren)?.s (family|parents)|alleged perpetrator"
        ),
    ),
    (
        "child",
        (
            r"child|young (person|people)|subject|sibling|\bbrothers?\b|\bsisters?\b|"
            r"unborn|baby|infant|victim"
        ),
    ),
    ("criteria", r"criteria|criterion|grounds|threshold"),
    (
        "declaration",
        r"declaration|signature|sign(ed)?[ -]off|send this|signing|consent",
    ),
    ("incident", r"incident|event|what (has )?happened|circumstances|concern|reason"),
)
_COMPILED = tuple((name, re.compile(words)) for name, words in _SECTIONS)
_BEFORE_ALL = frozenset(("office", "decision", "gate"))


_OF_AGENCY = later(
    r"\b(?:agency|organisation|service)(?:'s)? (?=(?:designated |senior )?"
    r"(?:safeguarding (?:lead|adviser|manager)|named (?:nurse|doctor|professional)))"
)
"""Whose safeguarding lead it is, and no part about agencies."""


def section_of(title: str) -> str:
    """What the section under this title is about, or "": what it names first."""
    said = _OF_AGENCY.sub("", title.lower().replace("’", "'"))
    found = [
        (0 if name in _BEFORE_ALL else match.start() + 1, number, name)
        for number, (name, words) in enumerate(_COMPILED)
        if (match := words.search(said))
    ]
    return min(found)[2] if found else ""
