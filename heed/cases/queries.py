"""What is shown of cases. Every question names who asks, and when."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Exists, OuterRef, Q
from django.shortcuts import get_object_or_404

from heed import clock
from heed.cases.access import (
    grants_on,
    standings_of,
    why_not,
)
from heed.cases.deadlines import (
    clock_of,
    due_of,
    status_of,
    target_of,
    working_days_left,
)
from heed.cases.models import (
    AccessGrant,
    Case,
    Child,
    Deadline,
    FamilyContact,
    FamilyMember,
    FamilyRecord,
    OpenItem,
    ProtectedAddress,
    SafetyAction,
    StepTaken,
)
from heed.cases.offers import OFFERS, Offer
from heed.partnership.one_look import asked_once
from heed.partnership.queries import people_close_to
from heed.rulebook import process
from heed.rulebook.clocks import CLOCKS
from heed.rulebook.counting import Due
from heed.rulebook.language import Clock
from heed.rulebook.process.stages import OPEN
from heed.rulebook.roles import READS_WHO_DID_WHAT
from heed.rulebook.status import Status


def case_for(person, public_id: str, *, at) -> Case:
    """The case at this address, if this person may open it; otherwise Http404."""
    cases = Case.objects.visible_to(person, at=at).select_related("partnership")
    return get_object_or_404(cases, public_id=public_id)


def entered_case_for(person, public_id: str, *, at) -> Case:
    """The case at this address, for whoever reads anything of it, be it the family
    record alone; otherwise Http404."""
    cases = Case.objects.opened_by(person, at=at).select_related("partnership")
    return get_object_or_404(cases, public_id=public_id)


def family_case_for(person, public_id: str, *, at) -> Case:
    """The case at this address, if this person may read its family record; else
    Http404."""
    cases = Case.objects.family_visible_to(person, at=at).select_related("partnership")
    return get_object_or_404(cases, public_id=public_id)


def reads_the_case(person, case: Case, *, at) -> bool:
    """Whether somebody reads the case itself, and not its family record alone."""
    return Case.objects.visible_to(person, at=at).filter(pk=case.pk).exists()


def reads_who_did_what(person, case: Case, *, at) -> bool:
    """Whether somebody may read who did and read what in a case."""
    roles = {standing.role for standing in standings_of(person, case, at=at)}
    return bool(roles & READS_WHO_DID_WHAT)


def reads_the_family_record(person, case: Case, *, at) -> bool:
    """Whether somebody may read the family record of a case."""
    return Case.objects.family_visible_to(person, at=at).filter(pk=case.pk).exists()


def families_kept_in_touch_with(person, *, at) -> list[Case]:
    """The cases of which this person reads the family record alone."""
    read = Case.objects.visible_to(person, at=at)
    found = Case.objects.family_visible_to(person, at=at).filter(stage__in=OPEN)
    return list(found.exclude(pk__in=read.values("pk")).order_by("reference"))


def families_not_recorded(person, *, at) -> list[Case]:
    """Open cases whose family record this person keeps, and in which nobody has said
    yet who counts as family, who keeps in touch, or what they were told."""
    kept_by = process.NAME_FAMILY_MEMBER.by
    found = Case.objects.opened_by(person, at=at, roles=kept_by).filter(
        ~Exists(FamilyMember.objects.filter(case=OuterRef("pk")))
        | ~Exists(FamilyContact.objects.filter(case=OuterRef("pk")))
        | Q(familyrecords__contact_person=None),
        stage__in=process.NAME_FAMILY_MEMBER.at & OPEN,
    )
    return list(found.distinct().order_by("reference"))


def row_for(model, person, public_id: str, *, at):
    """A row of a case at this address, if this person may open its case; else 404."""
    rows = model.objects.visible_to(person, at=at).select_related(
        "case", "case__partnership"
    )
    return get_object_or_404(rows, public_id=public_id)


def waiting_for_declaration(person, *, at):
    """Cases on whose list this person stands, whose declaration is still to make."""
    declared = Case.objects.opened_by(person, at=at)
    listed = Case.objects.listed_for(person, at=at)
    return listed.exclude(pk__in=declared.values("pk")).order_by("reference")


def listed_case_for(person, public_id: str, *, at) -> Case:
    """A case that this person may declare an interest in; else Http404."""
    return get_object_or_404(
        waiting_for_declaration(person, at=at), public_id=public_id
    )


def cases_of(person, *, at):
    """The cases that this person may open, newest first."""
    return (
        Case.objects.visible_to(person, at=at)
        .select_related("partnership")
        .order_by("-opened_at", "id")
    )


@dataclass(frozen=True)
class ShownDeadline:
    """A deadline as a page shows it: the clock, the dates, and how it stands today."""

    kept: Deadline
    clock: Clock
    worked_out: Due | None
    status: Status
    used: int
    allowed: int
    target_on: date | None
    working_days_left: int | None  # of a clock of working days; fewer than none: late

    @property
    def name(self) -> str:
        """The clock's name; of an agreed date also what it is about."""
        name, about = self.clock.name, self.kept.about
        return f"{about}: {name[0].lower()}{name[1:]}" if about else name

    @property
    def counts_on(self) -> date | None:
        """The day that it is held to: the one that was counted, which no later target
        replaces, or the one agreed last where a date is only agreed."""
        return self.target_on if self.clock.limit is None else self.kept.due_on

    @property
    def is_running(self) -> bool:
        """Whether something is still owed by it."""
        over = self.clock.at_least and self.status == Status.MET
        return self.kept.met_on is None and not over

    @property
    def has_later_target(self) -> bool:
        return self.target_on != self.kept.due_on

    @property
    def is_late(self) -> bool:
        return self.status in {Status.OVERDUE, Status.MET_LATE}


def shown(deadline: Deadline, *, at) -> ShownDeadline:
    """One deadline as a page shows it."""
    today = clock.london_date(at)
    worked, rule = due_of(deadline), clock_of(deadline)
    return ShownDeadline(
        kept=deadline,
        clock=rule,
        worked_out=worked,
        status=status_of(deadline, worked, today),
        used=worked.used_on(deadline.met_on or today) if worked else 0,
        allowed=abs(rule.limit.number) if rule.limit else 0,
        target_on=target_of(deadline),
        working_days_left=working_days_left(deadline, today),
    )


def deadlines_of(case: Case, *, at) -> list[ShownDeadline]:
    """Every deadline of a case that has not been superseded, the next one first."""
    kept = Deadline.objects.filter(case=case, superseded_at=None)
    kept = kept.select_related("partnership").prefetch_related("extensions")
    ordered = sorted(kept, key=lambda d: (d.met_on is not None, d.due_on is None))
    return [shown(deadline, at=at) for deadline in ordered]


def next_deadline(case: Case, *, at) -> ShownDeadline | None:
    """The deadline that falls due next."""
    kept = (
        _still_running(Deadline.objects.filter(case=case), at=at)
        .select_related("partnership")
        .prefetch_related("extensions")
        .order_by("due_on")
        .first()
    )
    return shown(kept, at=at) if kept else None


def _still_running(deadlines, *, at):
    """Those that something is still owed by. A shortest period that is over asks for
    nothing any more."""
    shortest = [slug for slug, rule in CLOCKS.items() if rule.at_least]
    over = Q(clock__in=shortest, due_on__lte=clock.london_date(at))
    running = deadlines.filter(superseded_at=None, met_on=None)
    return running.exclude(due_on=None).exclude(over)


def running_deadlines(person, *, at) -> list[ShownDeadline]:
    """Every deadline that runs in the cases that this person may open."""
    kept = (
        _still_running(Deadline.objects.visible_to(person, at=at), at=at)
        .select_related("case", "partnership")
        .prefetch_related("extensions")
        .order_by("due_on")
    )
    found = [shown(deadline, at=at) for deadline in kept]
    return sorted(found, key=lambda each: each.counts_on)


def deadline_for(person, deadline_id, *, at) -> Deadline:
    """A deadline of a case that this person may open; else Http404."""
    rows = Deadline.objects.visible_to(person, at=at).select_related("case")
    return get_object_or_404(rows, pk=deadline_id)


def starts_before(deadline: Deadline) -> list[tuple[Deadline, str | None]]:
    """The days from which this clock was counted before, the latest first, each with
    the reason for which it was set right."""
    before = list(
        Deadline.objects.filter(
            spine_id=deadline.spine_id, clock=deadline.clock, about=deadline.about
        )
        .exclude(superseded_at=None)
        .order_by("-superseded_at")
    )
    step = process.AMEND_START.slug
    amended = StepTaken.objects.filter(step=step, subject_id__in=[d.pk for d in before])
    why = {taken.subject_id: taken.reasons for taken in amended}
    return [(each, why.get(each.pk)) for each in before if each.pk != deadline.pk]


@asked_once
def children_of(case: Case) -> list[Child]:
    """The children of a case in their order."""
    return list(Child.objects.filter(case=case))


@asked_once
def family_of(case: Case) -> list[FamilyMember]:
    """The family members of a case in their order."""
    return list(FamilyMember.objects.filter(case=case))


@asked_once
def family_record_of(case: Case) -> FamilyRecord:
    """The family record of a case: kept from its first day, empty until filled."""
    return FamilyRecord.objects.select_related("contact_person").get(case=case)


def family_contacts_of(case: Case) -> list[FamilyContact]:
    """What was told to the family, the latest first."""
    return list(FamilyContact.objects.filter(case=case).select_related("member", "by"))


def family_work_to_do(case: Case) -> list[str]:
    """What the family record still lacks, as sentences; empty when nothing does."""
    record, members = family_record_of(case), family_of(case)
    told = FamilyContact.objects.filter(case=case).exists()
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
    return list(SafetyAction.objects.filter(case=case, confirmed_at=None))


def safety_actions_of(case: Case) -> list[SafetyAction]:
    """All actions for a child's safety, the open ones first."""
    every = SafetyAction.objects.filter(case=case)
    return sorted(every, key=lambda action: (not action.is_open, action.due_at))


def open_items_of(case: Case) -> list[OpenItem]:
    """The named gaps of a case that nobody has answered yet."""
    return list(OpenItem.objects.filter(case=case, answered_at=None))


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


def what_can_be_done(case: Case, person, *, at) -> list[tuple[Offer, str]]:
    """The steps that this person may take in this case now, each with its page."""
    standings = standings_of(person, case, at=at)
    return [
        (offer, offer.address(case))
        for offer in OFFERS
        if why_not(offer.step, case, person, at=at, standings=standings) is None
        and (offer.when is None or offer.when(case))
    ]


def steps_open_to(person, case: Case, *, at) -> set[str]:
    """The slugs of the steps that this person may take in this case now."""
    standings = standings_of(person, case, at=at)
    return {
        slug
        for slug, step in process.STEPS.items()
        if why_not(step, case, person, at=at, standings=standings) is None
    }


def steps_taken_in(case: Case) -> set[str]:
    """The slugs of the steps that were taken in a case, once or more."""
    return set(StepTaken.objects.filter(case=case).values_list("step", flat=True))


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
        *(member.name for member in family),
        *(alias for member in family for alias in member.also_known_as or []),
    ]
    told = [name for name in names if name]
    if not told:
        return []
    on = clock.london_date(at)
    return list(people_close_to(case.partnership, told, on))
