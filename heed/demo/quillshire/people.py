"""The partnership, its agencies, and everybody who works with it."""

from datetime import UTC, date, datetime

from heed.audit.actors import SystemActor
from heed.demo.actions import name_persona
from heed.partnership.actions import (
    accept_invitation,
    add_organisation,
    found_partnership,
    invite_person,
    say_away,
    verify_domain,
)
from heed.partnership.models import Organisation, Partnership, Person
from heed.partnership.tokens import code_of
from heed.rulebook.language import Role, Seat

LOADER = SystemActor("quillshire")
FOUNDED = datetime(2024, 1, 8, 9, 0, tzinfo=UTC)
FROM = date(2024, 1, 1)
KIND = Organisation.Kind

# code, name, kind, mail domain
ORGANISATIONS = [
    ("QCC", "Quillshire Council Children's Services", KIND.LOCAL_AUTHORITY, "council"),
    ("NQI", "NHS Quillshire Integrated Care Board", KIND.ICB, "icb"),
    ("QCO", "Quillshire Constabulary", KIND.POLICE, "police"),
    ("QBU", "Quillshire partnership business unit", KIND.BUSINESS_UNIT, "partnership"),
    ("QHT", "Quillshire Hospitals NHS Trust", KIND.ACUTE, "hospitals"),
    ("QCH", "Quillshire Community Health", KIND.COMMUNITY, "community"),
    ("QMH", "Quillshire Minds", KIND.MENTAL_HEALTH, "minds"),
    ("GPF", "Tinderwick Surgery", KIND.GP, "tinderwick-surgery"),
    ("EDU", "Quillshire Education", KIND.EDUCATION, "education"),
    ("TPS", "Thistlemere Primary School", KIND.SCHOOL, "thistlemere"),
    ("PRB", "Quillshire Probation Delivery Unit", KIND.PROBATION, "probation"),
    ("CAF", "Cafcass", KIND.NATIONAL, "cafcass"),
    ("HSG", "Saltern Quay Homes", KIND.HOUSING, "salternquayhomes"),
    ("VOL", "Farrowdene Family Refuge", KIND.VOLUNTARY, "farrowdene"),
    ("AMB", "Mid-Region Ambulance Service", KIND.AMBULANCE, "ambulance"),
    ("BRA", "Brackenholt Council Children's Services", KIND.ELSEWHERE, "brackenholt"),
    ("IND", "Independent reviewers", KIND.INDEPENDENT, "reviewers"),
    ("PAN", "The national Panel", KIND.NATIONAL, "panel"),
]

# slug, name, organisation, role, seat, part
PEOPLE = [
    ("manager", "Sunniva Thackthorpe", "QBU", Role.MANAGER, None, "Business manager"),
    ("coordinator", "Mabry Pellowick", "QBU", Role.COORDINATOR, None, "Coordinator"),
    (
        "council",
        "Dorrit Farrowdene",
        "QCC",
        Role.DELEGATED_PARTNER,
        Seat.LOCAL_AUTHORITY,
        "Partner for the local authority",
    ),
    (
        "icb",
        "Adebisi Oyelaranti",
        "NQI",
        Role.DELEGATED_PARTNER,
        Seat.ICB,
        "Partner for the integrated care board",
    ),
    (
        "police",
        "Ransome Thackthorpe",
        "QCO",
        Role.DELEGATED_PARTNER,
        Seat.POLICE,
        "Partner for the police",
    ),
    (
        "lead-partner",
        "Aurelia Vexmoor",
        "QCC",
        Role.LEAD_PARTNER,
        Seat.LOCAL_AUTHORITY,
        "Lead partner, chief executive of the council",
    ),
    (
        "notifier",
        "Jessamy Wrenfield",
        "QCC",
        Role.LOCAL_AUTHORITY_NOTIFIER,
        Seat.LOCAL_AUTHORITY,
        "Local authority notifier",
    ),
    (
        "lead",
        "Oriel Vantongeren",
        "QHT",
        Role.SAFEGUARDING_LEAD,
        None,
        "Safeguarding lead, hospitals",
    ),
    (
        "school-lead",
        "Zephan Quennerstedt",
        "TPS",
        Role.SAFEGUARDING_LEAD,
        None,
        "Safeguarding lead, school",
    ),
    (
        "school-nurse",
        "Tamsin Ollerenshaw",
        "QCH",
        Role.PRACTITIONER,
        None,
        "School nurse",
    ),
    (
        "community-lead",
        "Philippa Hartsmere",
        "QCH",
        Role.SAFEGUARDING_LEAD,
        None,
        "Safeguarding lead, community health",
    ),
    (
        "surgery-lead",
        "Tobit Amberley-Nkemelu",
        "GPF",
        Role.SAFEGUARDING_LEAD,
        None,
        "Safeguarding lead, surgery",
    ),
    (
        "housing-lead",
        "Isaura Winterbourne-Oke",
        "HSG",
        Role.SAFEGUARDING_LEAD,
        None,
        "Safeguarding lead, housing",
    ),
    (
        "reviewer",
        "Ilvy Kaczmarowicz",
        "IND",
        Role.LEAD_REVIEWER,
        None,
        "Independent lead reviewer",
    ),
    (
        "second-reviewer",
        "Thessaly Drumgoole-Hart",
        "IND",
        Role.LEAD_REVIEWER,
        None,
        "Reviewer who once worked for the council",
    ),
    (
        "scrutineer",
        "Parvin Siddiquah-Noor",
        "IND",
        Role.SCRUTINEER,
        None,
        "Independent scrutineer",
    ),
    (
        "group-member",
        "Sorcha Pennyfeather",
        "QHT",
        Role.RAPID_REVIEW_MEMBER,
        None,
        "Named nurse, rapid review group",
    ),
    (
        "doctor",
        "Ewan Castlerigg",
        "NQI",
        Role.DESIGNATED_PROFESSIONAL,
        None,
        "Designated doctor",
    ),
    ("legal", "Honor Lyttelwick", "QCC", Role.LEGAL_ADVISER, None, "Legal adviser"),
    (
        "family",
        "Marigold Anstruther",
        "QCC",
        Role.FAMILY_CONTACT,
        None,
        "Keeps in touch with families",
    ),
    (
        "panel",
        "Lennox Abernethy-Cole",
        "PAN",
        Role.PANEL_SECRETARIAT,
        None,
        "Panel secretariat",
    ),
    (
        "panel-member",
        "Idris Calloway-Boothe",
        "PAN",
        Role.PANEL_MEMBER,
        None,
        "Panel member",
    ),
    ("auditor", "Verity Inkersole", "QBU", Role.AUDITOR, None, "Auditor"),
    (
        "administrator",
        "Caspian Rudd",
        "QBU",
        Role.SYSTEM_ADMINISTRATOR,
        None,
        "System administrator",
    ),
    (
        "leaver",
        "Barnaby Swithinbank",
        "QCH",
        Role.PRACTITIONER,
        None,
        "Team leader who left in the autumn; his actions are still open",
    ),
]

# slug, name, part, and for whom they step in on absence or a conflict of interest
ALTERNATES = [
    (
        "council-alternate",
        "Lorcan Ashgrove-Pell",
        "Steps in for the council",
        "council",
    ),
    ("icb-alternate", "Benedetta Harrow-Sims", "Steps in for the care board", "icb"),
    ("police-alternate", "Keir Dunmallow", "Steps in for the police", "police"),
    (
        "community-deputy",
        "Hesper Quillfeather",
        "Deputy safeguarding lead, community health",
        "community-lead",
    ),
]
# A lead reviewer is there for a time.
ENDS_ON = {"reviewer": date(2026, 12, 31)}


def load_people() -> tuple[Partnership, dict[str, Person]]:
    """Found the partnership and bring everybody in."""
    quillshire = found_partnership(
        slug="quillshire",
        name="Quillshire Safeguarding Children Partnership",
        short_name="Quillshire",
        areas={"X06000999": "Quillshire"},
        choices={
            "reference_prefix": "Q",
            "naming": Partnership.Naming.BIRDS,
            "referral_address": "referrals@partnership.quillshire.example",
            "business_unit_telephone": "01632 960100",
            "front_door_telephone": "01632 960200",
            "out_of_hours_telephone": "01632 960300",
        },
        by=LOADER,
        at=FOUNDED,
    )
    return quillshire, _everybody(_agencies(quillshire))


def _agencies(quillshire) -> dict[str, Organisation]:
    return {
        code: add_organisation(
            quillshire,
            code=code,
            name=name,
            kind=kind,
            seat=kind if kind in set(Seat) else None,
            active_from=FROM,
            lines={
                "mail_domains": [f"{domain}.quillshire.example"],
                "contact_address": f"safeguarding@{domain}.quillshire.example",
                "telephone": "01632 960150",
            },
            by=LOADER,
            at=FOUNDED,
        )
        for code, name, kind, domain in ORGANISATIONS
    }


def _everybody(agencies) -> dict[str, Person]:
    people = {}
    for slug, name, code, role, seat, part in PEOPLE:
        people[slug] = _bring_in(
            agencies[code],
            name=name,
            job_title=part,
            role=role,
            seat=seat,
            ends_on=ENDS_ON.get(slug),
        )
    for slug, name, part, other in ALTERNATES:
        held = people[other].roles.get()
        people[slug] = _bring_in(
            held.organisation,
            name=name,
            job_title=part,
            role=Role(held.role),
            seat=Seat(held.seat) if held.seat else None,
            alternate_for=held,
        )
    for order, (slug, person) in enumerate(people.items()):
        name_persona(
            slug=slug,
            person=person,
            part=person.job_title,
            order=order,
            by=LOADER,
            at=FOUNDED,
        )
    _is_away(people["surgery-lead"])
    _make_sure_of_domains(agencies, by=people["coordinator"])
    return people


NOT_ASKED_YET = {"VOL", "TPS"}


def _make_sure_of_domains(agencies, *, by) -> None:
    for code, agency in agencies.items():
        if code not in NOT_ASKED_YET:
            (domain,) = agency.mail_domains
            verify_domain(agency, domain=domain, how="rang", by=by, at=FOUNDED)


def _is_away(lead: Person) -> None:
    moment = datetime(2026, 3, 6, 16, 0, tzinfo=UTC)
    held = lead.roles.get(role=Role.SAFEGUARDING_LEAD)
    say_away(held, back_on=date(2026, 3, 16), by=LOADER, at=moment)


def _bring_in(organisation, *, name, **more) -> Person:
    address = name.lower().replace(" ", ".").replace("'", "")
    invitation, _token = invite_person(
        partnership=organisation.partnership,
        email=f"{address}@{organisation.mail_domains[0]}",
        name=name,
        organisation=organisation,
        by=LOADER,
        at=FOUNDED,
        **more,
    )
    return accept_invitation(
        invitation, code=code_of(invitation), password=None, at=FOUNDED
    )
