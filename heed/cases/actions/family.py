"""The family, from day one: who counts, who keeps in touch, what was told."""

from heed.cases.belonging import belonging_to
from heed.cases.models import Case, FamilyContact, FamilyMember, FamilyRecord
from heed.cases.steps import Seen, carrying_out
from heed.rulebook import process


def name_family_member(
    case: Case, *, by, at, seen: Seen | None = None, **facts
) -> FamilyMember:
    """Name somebody who counts as family, with their wishes and their limits."""
    with carrying_out(process.NAME_FAMILY_MEMBER, case, by=by, at=at, seen=seen) as it:
        return keep_family_member(it, by=by, at=at, **facts)


def keep_family_member(case: Case, *, by, at, **facts) -> FamilyMember:
    """Keep a family member inside a step that is being carried out already."""
    number = FamilyMember.objects.filter(case=case).count() + 1
    return FamilyMember.objects.create(**belonging_to(case), number=number, **facts)


def name_family_contact(
    record: FamilyRecord,
    *,
    person,
    who_counts: str,
    by,
    at,
    seen: Seen | None = None,
) -> FamilyRecord:
    """Name the one person who keeps in touch with the family, and who counts as it."""
    with carrying_out(
        process.NAME_FAMILY_CONTACT, record, by=by, at=at, seen=seen
    ) as it:
        it.contact_person = person
        it.contact_named_at = at
        it.who_counts = who_counts or None
        it.save(update_fields=["contact_person", "contact_named_at", "who_counts"])
    return it


def record_family_contact(
    case: Case,
    *,
    what_was_said: str,
    happened_on,
    how: str,
    by,
    at,
    about: str = "",
    member: FamilyMember | None = None,
    seen: Seen | None = None,
) -> FamilyContact:
    """Record what was told to the family, or heard from it, and when."""
    with carrying_out(
        process.RECORD_FAMILY_CONTACT,
        case,
        by=by,
        at=at,
        effective_on=happened_on,
        seen=seen,
    ) as it:
        return FamilyContact.objects.create(
            **belonging_to(it),
            member=member,
            happened_on=happened_on,
            how=how,
            about=about,
            by=by,
            recorded_at=at,
            what_was_said=what_was_said,
        )
