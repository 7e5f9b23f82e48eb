"""The family, from day one: who counts, who keeps in touch, what was told."""

from django.db import transaction

from heed.audit.actions import record as note_in_the_record
from heed.cases.access import standings_of, why_not
from heed.cases.apart import KeptApart
from heed.cases.belonging import belonging_to
from heed.cases.family_letters import family_letter
from heed.cases.models import (
    Case,
    Child,
    FamilyContact,
    FamilyMember,
    FamilyRecord,
    ProtectedAddress,
)
from heed.cases.steps import Refused, Seen, carrying_out, must_have_been
from heed.rulebook import process
from heed.rulebook.roles import READS_THE_CASE

About = FamilyContact.About
BORN = "Nobody of the family can have been born"


def name_family_member(
    case: Case, *, by, at, seen: Seen | None = None, **facts
) -> FamilyMember:
    """Name somebody who counts as family, with their wishes and their limits."""
    with carrying_out(process.NAME_FAMILY_MEMBER, case, by=by, at=at, seen=seen) as it:
        must_have_been(facts.get("born_on"), at=at, what=BORN)
        return keep_family_member(it, by=by, at=at, **facts)


def keep_family_member(case: Case, *, by, at, **facts) -> FamilyMember:
    """Keep a family member inside a step that is being carried out already."""
    number = FamilyMember.objects.filter(case=case).count() + 1
    return FamilyMember.objects.create(**belonging_to(case), number=number, **facts)


def amend_family_member(
    member: FamilyMember, *, by, at, seen: Seen | None = None, **facts
) -> FamilyMember:
    """Set right what is known of somebody of the family, as their wishes change."""
    with carrying_out(
        process.NAME_FAMILY_MEMBER, member, by=by, at=at, seen=seen
    ) as it:
        must_have_been(facts.get("born_on"), at=at, what=BORN)
        for name, value in facts.items():
            setattr(it, name, value)
        it.save(update_fields=list(facts))
    return it


def name_family_contact(
    record: FamilyRecord,
    *,
    person,
    by,
    at,
    who_counts: str | None = None,
    seen: Seen | None = None,
) -> FamilyRecord:
    """Name the one person who keeps in touch with the family."""
    with carrying_out(
        process.NAME_FAMILY_CONTACT, record, by=by, at=at, seen=seen
    ) as it:
        it.contact_person, it.contact_named_at = person, at
        if who_counts is not None:
            it.who_counts = who_counts or None
        it.save(update_fields=["contact_person", "contact_named_at", "who_counts"])
    return it


def keep_family_record(
    record: FamilyRecord,
    *,
    who_counts: str,
    child_called: str,
    not_told_because: str,
    by,
    at,
    seen: Seen | None = None,
) -> FamilyRecord:
    """Write down who counts as family, which name the family uses for the child, and
    why somebody was not told, where that is so."""
    with carrying_out(
        process.KEEP_FAMILY_RECORD, record, by=by, at=at, seen=seen
    ) as it:
        it.who_counts = who_counts or None
        it.child_called = child_called or None
        it.not_told_because = not_told_because or None
        it.save(update_fields=["who_counts", "child_called", "not_told_because"])
    return it


def agree_what_family_is_told(
    record: FamilyRecord,
    *,
    told_as: str,
    untold_because: str,
    by,
    at,
    seen: Seen | None = None,
) -> FamilyRecord:
    """Write down what the partners agreed that the family hears of the decision, in the
    words in which they hear it; or why they hear nothing of it yet."""
    with carrying_out(
        process.AGREE_WHAT_FAMILY_IS_TOLD, record, by=by, at=at, seen=seen
    ) as it:
        it.decision_told_as = told_as.strip() or None
        it.decision_untold_because = untold_because.strip() or None
        it.decision_held_back = it.decision_untold_because is not None
        it.save(
            update_fields=[
                "decision_held_back",
                "decision_told_as",
                "decision_untold_because",
            ]
        )
    return it


def write_family_letter(
    member: FamilyMember, *, about: str, day, more: str, by, at
) -> bytes:
    """A letter to somebody of the family as Word, to be read through and signed. It
    calls the child by the name that the family uses. None is written to somebody who
    must not be contacted, by somebody who does not speak to the family, or with an
    address that is kept apart; and none without its entry in the record."""
    if why := why_not(process.RECORD_FAMILY_CONTACT, member, by, at=at):
        raise Refused(why)
    if member.must_not_be_contacted:
        raise Refused(
            f"{member.shown_as} must not be contacted. No letter is written to them."
        )
    child = _name_in_letters(member.case, by=by, at=at)
    agreed = _agreed_to_be_told(member.case) if about == About.DECISION else ""
    _names_no_protected_address(member, child, more, agreed)
    with transaction.atomic():
        note_in_the_record(
            what="write_family_letter",
            by=by,
            at=at,
            subject_kind="cases.FamilyMember",
            subject_id=member.pk,
            case_id=member.case_id,
            partnership_id=member.partnership_id,
        )
    return family_letter(
        member,
        child=child,
        about=about,
        day=day,
        more=more,
        agreed=agreed,
        by=by,
        at=at,
    )


def _agreed_to_be_told(case: Case) -> str:
    """What was agreed that the family hears of the decision."""
    if agreed := FamilyRecord.objects.get(case=case).decision_told_as:
        return agreed
    raise Refused(
        "It is not agreed yet what the family is told of the decision. The partners "
        "agree that on the page of the case; then this letter says it."
    )


def _names_no_protected_address(member: FamilyMember, *words: str) -> None:
    kept = ProtectedAddress.objects.filter(case=member.case)
    apart = KeptApart(each.address for each in kept)
    said = [*words, member.name_chosen, member.name, member.relationship]
    if any(apart.stands_in(each) for each in said if each):
        raise Refused(
            "An address that is kept apart stands in this letter. Take it out: a "
            "letter can be read by anybody in the home."
        )


def _name_in_letters(case: Case, *, by, at) -> str:
    """What the family calls the child; else the child's own first name, if the writer
    may know it."""
    kept = FamilyRecord.objects.get(case=case)
    if kept.child_called:
        return kept.child_called
    roles = {standing.role for standing in standings_of(by, case, at=at)}
    names = [child.given_name for child in Child.objects.filter(case=case)]
    if not roles & READS_THE_CASE or not all(names):
        raise Refused(
            "First write on the family record which name the family uses for the child."
        )
    return " and ".join(names)


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
