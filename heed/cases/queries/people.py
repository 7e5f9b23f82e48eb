"""The people of a case: children, family, who is on its list; and what is to be done
for them."""

from django.shortcuts import get_object_or_404

from heed import clock
from heed.cases.access import grants_on
from heed.cases.kept import rows_of
from heed.cases.models import (
    AccessGrant,
    Case,
    Child,
    FamilyContact,
    FamilyMember,
    FamilyRecord,
    OpenItem,
    ProtectedAddress,
    SafetyAction,
)
from heed.cases.seen import seen_by
from heed.partnership.one_look import asked_once
from heed.partnership.queries import people_close_to
from heed.rulebook.process.stages import DECISION_STANDS


@asked_once
def children_of(case: Case) -> list[Child]:
    """The children of a case in their order."""
    return list(rows_of(Child, case))


@asked_once
def family_of(case: Case) -> list[FamilyMember]:
    """The family members of a case in their order."""
    return list(rows_of(FamilyMember, case))


@asked_once
def family_record_of(case: Case) -> FamilyRecord:
    """The family record of a case: kept from its first day, empty until filled."""
    return rows_of(FamilyRecord, case).select_related("contact_person").get()


@asked_once
def family_contacts_of(case: Case) -> list[FamilyContact]:
    """What was told to the family, the latest first."""
    return list(rows_of(FamilyContact, case).select_related("member", "by"))


def family_work_to_do(case: Case) -> list[str]:
    """What the family record still lacks, as sentences; empty when nothing does."""
    record, members = family_record_of(case), family_of(case)
    told = family_contacts_of(case)
    lacks = {
        "Nobody has said who counts as family.": not members,
        "Nobody is named to keep in touch with the family.": (
            record.contact_person_id is None
        ),
        "Nothing is recorded of what the family has been told.": (
            not told and not record.not_told_because
        ),
        "It is not written which name the family uses for the child in letters.": (
            not record.child_called
        ),
        "The family has not been told what was decided, and it is not written why.": (
            case.stage in DECISION_STANDS
            and not record.decision_held_back
            and not any(each.about == FamilyContact.About.DECISION for each in told)
        ),
    }
    about_each = [sentence for member in members for sentence in _not_asked(member)]
    return [sentence for sentence, open_ in lacks.items() if open_] + about_each


def _not_asked(member: FamilyMember) -> list[str]:
    who, lacks = member.shown_as, []
    if member.needs_interpreter and not member.language:
        lacks.append(f"{who} needs an interpreter; the language is not written.")
    if member.must_not_be_contacted:
        return lacks
    if member.taking_part == FamilyMember.TakingPart.NOT_ASKED:
        lacks.append(f"Nobody has asked {who} whether they wish to take part.")
    if not member.wishes:
        lacks.append(f"It is not written what {who} wishes.")
    return lacks


@asked_once
def open_safety_actions(case: Case) -> list[SafetyAction]:
    """Actions for a child's safety that nobody has confirmed yet."""
    return [each for each in safety_actions_of(case) if each.is_open]


@asked_once
def open_safety_of(person, *, at) -> list[SafetyAction]:
    """Those that nobody has confirmed in any case that this person may open."""
    found = seen_by(SafetyAction, person, at=at).filter(confirmed_at=None)
    return list(found.select_related("case"))


@asked_once
def safety_actions_of(case: Case) -> list[SafetyAction]:
    """All actions for a child's safety, the open ones first."""
    every = rows_of(SafetyAction, case)
    return sorted(every, key=lambda action: (not action.is_open, action.due_at))


def open_items_of(case: Case) -> list[OpenItem]:
    """The named gaps of a case that nobody has answered yet."""
    return list(rows_of(OpenItem, case).filter(answered_at=None))


def open_item_for(person, item_id, *, at) -> OpenItem:
    """A named gap of a case that this person may open; else Http404."""
    rows = OpenItem.objects.visible_to(person, at=at).select_related("case")
    return get_object_or_404(rows, pk=item_id)


def access_list_of(case: Case, *, at) -> list[AccessGrant]:
    """Who may open a case today, and in which role."""
    return list(
        grants_on(case, at=at)
        .select_related("person", "person__organisation")
        .order_by("role", "person__name")
    )


def protected_addresses_of(case: Case) -> list[ProtectedAddress]:
    """The protected addresses of a case, unopened."""
    return list(
        ProtectedAddress.objects.filter(case=case)
        .select_related("of_child", "of_member")
        .defer("address")
    )


def people_on_the_list(case: Case, *, at) -> list:
    """The people who may open a case today, each once, by name."""
    people = {grant.person_id: grant.person for grant in access_list_of(case, at=at)}
    return sorted(people.values(), key=lambda person: person.name)


def possible_conflicts(case: Case, *, at) -> list:
    """People of the partnership whose name, or whose stated closeness, meets a name of
    this case: for the manager to ask about. It says who, never which name."""
    children, family = children_of(case), family_of(case)
    names = [
        *(name for c in children for name in (c.given_name, c.family_name)),
        *(alias for c in children for alias in c.also_known_as or []),
        *(former for c in children for former in c.former_names or []),
        *(member.name for member in family),
        *(alias for member in family for alias in member.also_known_as or []),
        *(former for member in family for former in member.former_names or []),
    ]
    told = [name for name in names if name]
    if not told:
        return []
    on = clock.london_date(at)
    return list(people_close_to(case.partnership, told, on))
