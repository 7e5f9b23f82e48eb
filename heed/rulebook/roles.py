"""Who is who, in sentences, and which roles one person may not hold together."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from heed.rulebook.language import Role, Seat

BUSINESS_UNIT = frozenset({Role.COORDINATOR, Role.MANAGER})
PARTNERS = frozenset({Role.DELEGATED_PARTNER, Role.LEAD_PARTNER})
THE_GROUP = frozenset({Role.RAPID_REVIEW_MEMBER, Role.DESIGNATED_PROFESSIONAL})
THE_PANEL = frozenset({Role.PANEL_SECRETARIAT, Role.PANEL_MEMBER})
AGENCIES = frozenset({Role.AGENCY_CONTRIBUTOR, Role.SAFEGUARDING_LEAD})
# In which an agency's own people sign in: one of them may be its point of contact.
OF_AGENCIES = THE_GROUP | {Role.PRACTITIONER, Role.SAFEGUARDING_LEAD}
APPROVERS = PARTNERS | {Role.MANAGER, Role.LEGAL_ADVISER}
JUDGES_OF_INTERESTS = PARTNERS | {Role.MANAGER}
SEES_NO_CASE = frozenset({Role.AUDITOR, Role.SYSTEM_ADMINISTRATOR})
WITHOUT_ACCOUNT = frozenset(
    {Role.PUBLIC, Role.REFERRER, Role.AGENCY_CONTRIBUTOR, Role.SYSTEM}
)
CASE_ROLES = (
    BUSINESS_UNIT
    | PARTNERS
    | THE_GROUP
    | {
        Role.LOCAL_AUTHORITY_NOTIFIER,
        Role.LEAD_REVIEWER,
        Role.FAMILY_CONTACT,
        Role.LEGAL_ADVISER,
        Role.SCRUTINEER,
    }
)
# Who reads what of a case on whose list they stand. The family speaks to few; whoever
# keeps in touch with it reads nothing of what agencies and partners say.
READS_THE_CASE = CASE_ROLES - {Role.FAMILY_CONTACT}
READS_THE_FAMILY_RECORD = (
    BUSINESS_UNIT
    | PARTNERS
    | {Role.LEAD_REVIEWER, Role.LEGAL_ADVISER, Role.FAMILY_CONTACT}
)
# Who prepares a notification, and reads the copy of what was sent, with who and where.
READS_THE_NATIONAL_FORM = BUSINESS_UNIT | PARTNERS | {Role.LOCAL_AUTHORITY_NOTIFIER}
# Who reads a referral with who and where; others of the case read what happened.
READS_REFERRALS_WHOLE = (
    BUSINESS_UNIT | PARTNERS | {Role.LEAD_REVIEWER, Role.LEGAL_ADVISER}
)
# Who reads who of an organisation drafted and decided on a referral; others of the case
# read what they are.
READS_WHO_REFERRED = BUSINESS_UNIT
REFERS_FOR_AN_ORGANISATION = frozenset({Role.PRACTITIONER, Role.SAFEGUARDING_LEAD})
# Who reads who did and read what in a case on whose list they stand.
READS_WHO_DID_WHAT = BUSINESS_UNIT
# Who opens the key between names and what people are called.
READS_THE_KEY = BUSINESS_UNIT | {Role.LEAD_REVIEWER}
# Who reads how timely an area was: figures, and no case.
READS_THE_FIGURES = BUSINESS_UNIT | PARTNERS | {Role.SCRUTINEER}
# Who stays on the list of a case that is closed; everybody else leaves it that day.
STAYS_WHEN_CLOSED = BUSINESS_UNIT | PARTNERS | {Role.LOCAL_AUTHORITY_NOTIFIER}
EVERYBODY_IN_CASEWORK = frozenset(Role) - SEES_NO_CASE

# Each statutory partner, and who notifies, speaks for one body, and has an alternate
# of the same body who steps in on absence or a conflict of interest.
HOLDS_A_SEAT = PARTNERS | {Role.LOCAL_AUTHORITY_NOTIFIER}
HAS_AN_ALTERNATE = PARTNERS | {Role.LOCAL_AUTHORITY_NOTIFIER, Role.SAFEGUARDING_LEAD}

SEATS: Mapping[Seat, str] = {
    Seat.LOCAL_AUTHORITY: "Local authority",
    Seat.ICB: "Integrated care board",
    Seat.POLICE: "Police",
}


@dataclass(frozen=True, kw_only=True)
class RoleWords:
    """How a role is called, what it is for, and what it may never do."""

    label: str
    sentence: str
    never: str


ROLES: Mapping[Role, RoleWords] = {
    Role.PUBLIC: RoleWords(
        label="Member of the public",
        sentence="Anyone: reads what is published and may refer a child.",
        never="Never sees a case.",
    ),
    Role.REFERRER: RoleWords(
        label="Referrer",
        sentence="Has referred a child, and follows its stage with a secret.",
        never="Never sees the case, nor reads back what was sent.",
    ),
    Role.AGENCY_CONTRIBUTOR: RoleWords(
        label="Agency contributor",
        sentence=(
            "Answers one request to one organisation, by a secure link or from an "
            "account of its point of contact."
        ),
        never="Never sees another agency's answer, nor a name before the link opens.",
    ),
    Role.PRACTITIONER: RoleWords(
        label="Practitioner",
        sentence=(
            "Works with children; drafts a referral for the safeguarding lead, and "
            "gives an account without being blamed."
        ),
        never="Never sees the case.",
    ),
    Role.SAFEGUARDING_LEAD: RoleWords(
        label="Safeguarding lead",
        sentence=(
            "Decides for an organisation whether to refer, and signs off its answers "
            "and its actions."
        ),
        never="Never sees another organisation's answers; holds up no child at risk.",
    ),
    Role.COORDINATOR: RoleWords(
        label="Coordinator",
        sentence="Runs cases for the business unit: papers, dates, people, meetings.",
        never="Never takes a statutory decision, nor publishes.",
    ),
    Role.MANAGER: RoleWords(
        label="Business unit manager",
        sentence=(
            "Answers for the business unit: sets referrals aside, grants access, "
            "judges conflicts of interest, publishes."
        ),
        never="Never decides for a partner, nor grants access to themselves.",
    ),
    Role.DELEGATED_PARTNER: RoleWords(
        label="Delegated safeguarding partner",
        sentence=(
            "Decides for one of the three partners: the local authority, the "
            "integrated care board or the police."
        ),
        never="Never signs for another body; never approves their own work.",
    ),
    Role.LEAD_PARTNER: RoleWords(
        label="Lead safeguarding partner",
        sentence=(
            "Answers for one of the three bodies as a whole, may act as its delegate, "
            "and signs the yearly report."
        ),
        never="Never signs for another body.",
    ),
    Role.LOCAL_AUTHORITY_NOTIFIER: RoleWords(
        label="Local authority notifier",
        sentence="Notifies the Panel for the local authority, and records when.",
        never="Never decides whether to notify.",
    ),
    Role.RAPID_REVIEW_MEMBER: RoleWords(
        label="Rapid review member",
        sentence="Reads what agencies know, meets, weighs and recommends.",
        never="Never decides; never sees a case with a conflict of interest.",
    ),
    Role.DESIGNATED_PROFESSIONAL: RoleWords(
        label="Designated doctor or nurse",
        sentence="Brings health knowledge to the rapid review group.",
        never="Never decides.",
    ),
    Role.LEAD_REVIEWER: RoleWords(
        label="Lead reviewer",
        sentence=(
            "Independent: leads a review, hears people, writes the report and keeps "
            "its authorship."
        ),
        never="Never signs off the report, nor sees the case once it has ended.",
    ),
    Role.FAMILY_CONTACT: RoleWords(
        label="Family contact",
        sentence="The one person who speaks with the family and records its wishes.",
        never="Never reads agencies' answers, decisions or drafts.",
    ),
    Role.LEGAL_ADVISER: RoleWords(
        label="Legal or communications adviser",
        sentence="Advises on courts, disclosure and publication, and may approve it.",
        never="Never changes a report.",
    ),
    Role.SCRUTINEER: RoleWords(
        label="Independent scrutineer",
        sentence="Reads how cases are decided, and comments or challenges.",
        never="Never decides.",
    ),
    Role.PANEL_SECRETARIAT: RoleWords(
        label="Panel secretariat",
        sentence="Receives what is sent to the Panel, and records its answers.",
        never="Never sees what was not sent.",
    ),
    Role.PANEL_MEMBER: RoleWords(
        label="Panel member",
        sentence="Reads what was sent, answers, and decides on national reviews.",
        never="Never orders a local review; never sees what was not sent.",
    ),
    Role.AUDITOR: RoleWords(
        label="Auditor",
        sentence="Reads the record of who did and read what, and when.",
        never="Never sees the words of a case.",
    ),
    Role.SYSTEM_ADMINISTRATOR: RoleWords(
        label="System administrator",
        sentence="Keeps Heed running, and its organisations and accounts.",
        never="Never sees a case, grants access to one, or holds a role in one.",
    ),
    Role.SYSTEM: RoleWords(
        label="Heed itself",
        sentence="Acts under a named rule: files mail, offers drafts on, checks.",
        never="Never decides.",
    ),
}


@dataclass(frozen=True, kw_only=True)
class Exclusion:
    """A role that one person may not hold together with any of these, and why.
    `anywhere`: in no partnership at all, not only in the same one.
    """

    role: Role
    others: frozenset[Role]
    why: str
    anywhere: bool = False


EXCLUSIONS: Sequence[Exclusion] = (
    Exclusion(
        role=Role.SYSTEM_ADMINISTRATOR,
        others=EVERYBODY_IN_CASEWORK - WITHOUT_ACCOUNT,
        why="Whoever keeps the system running never sees a case.",
        anywhere=True,
    ),
    Exclusion(
        role=Role.AUDITOR,
        others=EVERYBODY_IN_CASEWORK - WITHOUT_ACCOUNT,
        why="Whoever reads the record is not in it.",
    ),
    Exclusion(
        role=Role.SCRUTINEER,
        others=BUSINESS_UNIT | PARTNERS | {Role.LOCAL_AUTHORITY_NOTIFIER},
        why="Whoever scrutinises decisions does not take them.",
    ),
    Exclusion(
        role=Role.LEAD_REVIEWER,
        others=BUSINESS_UNIT | PARTNERS | {Role.SCRUTINEER},
        why="Whoever leads a review is independent of those who commission it.",
    ),
)


def excluded_by(role: Role, held: Collection[Role]) -> Exclusion | None:
    """Why somebody who holds these roles in a partnership may not hold this one too;
    nothing where they may.
    """
    for each in EXCLUSIONS:
        if role == each.role and each.others & set(held):
            return each
        if role in each.others and each.role in held:
            return each
    return None


def named(roles: Collection[Role]) -> list[str]:
    """The labels of these roles, in the order of the table."""
    return [ROLES[role].label for role in Role if role in roles]


_TOGETHER = {
    "Everybody in casework": EVERYBODY_IN_CASEWORK,
    "Everybody with a role in the case": CASE_ROLES,
    "Business unit": BUSINESS_UNIT,
    "Safeguarding partners": PARTNERS,
    "Rapid review group": THE_GROUP,
    "The Panel": THE_PANEL,
    "Agencies": AGENCIES,
}


def named_briefly(roles: Collection[Role]) -> list[str]:
    """Who these roles are, groups named as one where all of them are meant."""
    left, names = set(roles), []
    for name, together in _TOGETHER.items():
        if together <= left:
            names.append(name)
            left -= together
    return names + named(left)
