"""What somebody is told for whom nothing waits: what comes, and where to begin."""

from dataclasses import dataclass

from django.urls import reverse

from heed import clock
from heed.partnership.queries import role_names_of
from heed.rulebook.language import Role
from heed.rulebook.roles import ROLES, SEES_NO_CASE

# role -> what comes to them here, and where they begin by themselves
COMES = {
    Role.PRACTITIONER: (
        (
            "If you are worried about a child who died or was seriously harmed, draft "
            "a referral. Your safeguarding lead decides whether to send it."
        ),
        "referrals",
        "Draft a referral",
    ),
    Role.SAFEGUARDING_LEAD: (
        (
            "Drafts from your organisation, recommendations addressed to it and its "
            "actions come to you here."
        ),
        "referrals",
        "Referrals of your organisation",
    ),
    Role.COORDINATOR: (
        (
            "Referrals, emails that nobody could place and agencies that have not "
            "answered come to you here."
        ),
        "referrals",
        "Referrals",
    ),
    Role.MANAGER: (
        "Referrals, declared interests and actions without an owner come to you here.",
        "people",
        "People and roles",
    ),
    Role.DELEGATED_PARTNER: (
        (
            "Views, decisions and reports that wait for your signature come to you "
            "here, and by email."
        ),
        "cases",
        "Cases that you may open",
    ),
    Role.LEAD_PARTNER: (
        (
            "Your delegate decides from day to day. What waits for you comes to you "
            "here, and by email."
        ),
        "how_this_works",
        "How this works",
    ),
    Role.LOCAL_AUTHORITY_NOTIFIER: (
        "A case in which the Panel is to be notified comes to you here.",
        "how_this_works",
        "How this works, and how long each step may take",
    ),
    Role.RAPID_REVIEW_MEMBER: (
        "A rapid review to whose group you are added comes to you here.",
        "how_this_works",
        "How this works",
    ),
    Role.DESIGNATED_PROFESSIONAL: (
        "A case for which you are asked as a professional comes to you here.",
        "how_this_works",
        "How this works",
    ),
    Role.LEAD_REVIEWER: (
        (
            "A review that you are appointed to comes to you here, and stays until it "
            "is public and followed up."
        ),
        "how_this_works",
        "How this works",
    ),
    Role.FAMILY_CONTACT: (
        "A family that you are named to keep in touch with comes to you here.",
        "how_this_works",
        "How this works",
    ),
    Role.LEGAL_ADVISER: (
        "A text that needs your advice or your approval comes to you here.",
        "how_this_works",
        "How this works",
    ),
    Role.SCRUTINEER: (
        (
            "A case that you are added to comes to you here. You are told by email "
            "when partners do not agree."
        ),
        "how_this_works",
        "How this works",
    ),
    Role.PANEL_SECRETARIAT: (
        (
            "Rapid reviews that a partnership sent to the Panel stand on a page of "
            "their own, as they were sent."
        ),
        "sent_to_the_panel",
        "Sent to the Panel",
    ),
    Role.PANEL_MEMBER: (
        (
            "Rapid reviews that a partnership sent to the Panel stand on a page of "
            "their own, as they were sent."
        ),
        "sent_to_the_panel",
        "Sent to the Panel",
    ),
    Role.AUDITOR: (
        "You see who did what and when, and no word of a case.",
        "record",
        "The record",
    ),
    Role.SYSTEM_ADMINISTRATOR: (
        "You see accounts and how Heed runs, and no case.",
        "people",
        "People and roles",
    ),
}


@dataclass(frozen=True)
class FirstStep:
    """For one role: what comes here, and where one may begin."""

    role: str
    sentence: str
    url: str
    link: str


def first_steps(person, *, at) -> list[FirstStep]:
    """For each role of this person today, what comes to them and where to begin."""
    return [
        FirstStep(ROLES[role].label, sentence, reverse(page), link)
        for role in _roles(person, at)
        for sentence, page, link in [COMES[role]]
    ]


def sees_cases(person, *, at) -> bool:
    """Whether a role of this person may ever open a case."""
    return bool(set(_roles(person, at)) - SEES_NO_CASE)


def _roles(person, at) -> list[Role]:
    if person.partnership is None:
        return []
    held = role_names_of(person, person.partnership, clock.london_date(at))
    return sorted({Role(name) for name in held} & COMES.keys())
