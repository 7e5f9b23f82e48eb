"""What waits for a person: one function for each kind, each asking as that person."""

from dataclasses import replace
from datetime import date

from django.db.models import Exists, OuterRef, Q
from django.urls import reverse

from heed import clock
from heed.cases.addresses import requests_to_answer
from heed.cases.gaps import NOBODY_FOR
from heed.cases.interests import (
    exclusions_to_look_at,
    first_word_about,
    interests_to_decide,
)
from heed.cases.models import Case, FamilyRecord, OpenItem
from heed.cases.queries import (
    families_kept_in_touch_with,
    families_not_recorded,
    open_safety_of,
    waiting_for_declaration,
    way_of,
)
from heed.cases.seen import cases_seen_by, opened_to
from heed.cases.sharing import to_declare_on
from heed.correspondence.queries import own_mailbox_out_of_reach
from heed.desk.signatures import signatures_owed
from heed.desk.work import MOST_OF_A_KIND, Work, at_most
from heed.learning.queries import (
    actions_due_for,
    actions_without_owner,
    answers_owed_by,
)
from heed.partnership.prepared import Prepared
from heed.partnership.queries import holds_any
from heed.rapid_reviews.queries import (
    answers_awaited_from,
    answers_to_sign_off,
    requests_overdue_for,
)
from heed.referrals import queries as referrals
from heed.reviews.queries import declarations_owed
from heed.rulebook.language import Role, Stage
from heed.rulebook.process.stages import FINISHED
from heed.rulebook.roles import BUSINESS_UNIT, READS_THE_CASE


def my_work(person, *, at) -> list[Work]:
    """Everything that waits for this person: children first, then what is due first."""
    today = clock.london_date(at)
    first = [*_children_at_risk(person, at), *_safety_actions(person, at)]
    found = [
        *_referrals(person, at),
        *_drafts(person, at),
        *_own_drafts(person, at),
        *_emails(person, at),
        *_declarations(person, at),
        *_shared_by_others(person, at),
        *_independence(person, at),
        *_families(person, at),
        *_interests(person, at),
        *_addresses_asked_for(person, at),
        *_answers_awaited(person, at),
        *_answers_to_sign_off(person, at),
        *_signatures(person, at),
        *_silent_agencies(person, at),
        *_answers_owed(person, at),
        *_actions(person, at),
        *_actions_of_leavers(person, at),
        *_duties_of_leavers(person, at),
    ]
    found.sort(key=lambda work: (work.due_on is None, work.due_on or date.max))
    return [_on(today, work) for work in first + found]


def _on(today: date, work: Work) -> Work:
    late = work.due_on is not None and work.due_on < today
    return replace(work, is_late=late)


def _answers_awaited(person, at) -> list[Work]:
    return [
        Work(
            "Answer what your organisation was asked",
            request.organisation.name,
            reverse("own_answer", args=[request.public_id]),
            request.due_on,
        )
        for request in answers_awaited_from(person, at=at)
    ]


def _answers_to_sign_off(person, at) -> list[Work]:
    return [
        Work(
            "Sign off your organisation's answer",
            request.organisation.name,
            reverse("own_request", args=[request.public_id]),
            request.due_on,
        )
        for request in answers_to_sign_off(person, at=at)
    ]


def _safety_actions(person, at) -> list[Work]:
    return [
        Work(
            "Confirm that a child was made safe",
            action.case.reference,
            reverse("confirm_safety_action", args=[action.public_id]),
            clock.london_date(action.due_at),
        )
        for action in open_safety_of(person, at=at)
        if action.case.stage not in FINISHED
    ]


def _own_drafts(person, at) -> list[Work]:
    return [
        Work(
            "Finish your draft of a referral",
            f"Begun {clock.london_date(draft.begun_at):%-d %B}",
            reverse("draft", args=[draft.public_id]),
        )
        for draft in referrals.drafts_of(person, at=at)
        if draft.stage == Stage.CONCERN and draft.handed_over_at is None
    ]


def _signatures(person, at) -> list[Work]:
    return at_most(
        [
            Work(owed.what, owed.case.reference, owed.url, owed.due_on)
            for owed in signatures_owed(person, at=at)
        ],
        "Views and signatures that cases wait for",
    )


def _silent_agencies(person, at) -> list[Work]:
    """Agencies that were to answer by now, for who can ring them."""
    today = clock.london_date(at)
    if not holds_any(person, None, BUSINESS_UNIT, today):
        return []
    return [
        Work(
            f"Ring {request.organisation.name}: no answer yet",
            request.case.reference,
            reverse("agency_request", args=[request.public_id]),
            request.due_on,
        )
        for request in requests_overdue_for(person, at=at)
        if holds_any(person, request.case.partnership, BUSINESS_UNIT, today)
    ]


def _answers_owed(person, at) -> list[Work]:
    return [
        Work(
            f"Answer recommendation {owed.recommendation.number} for "
            f"{owed.organisation.name}",
            owed.case.reference,
            reverse("recommendation", args=[owed.recommendation.public_id]),
        )
        for owed in answers_owed_by(person, at=at)
    ]


def _actions(person, at) -> list[Work]:
    """The actions of which this person is the owner."""
    return [
        Work(
            f"Action {shown.kept.number}: say how it goes, or that it is done",
            shown.kept.case.reference,
            reverse("action", args=[shown.kept.public_id]),
            shown.target_on,
        )
        for shown in actions_due_for(person, at=at)
        if shown.kept.owner_id == person.pk
    ]


def _actions_of_leavers(person, at) -> list[Work]:
    today = clock.london_date(at)
    if not holds_any(person, person.partnership, BUSINESS_UNIT, today):
        return []
    left = actions_without_owner(person.partnership, at=at)
    of = [shown.kept.case_id for shown in left]
    seen = cases_seen_by(person, at=at).filter(pk__in=of) if of else ()
    cases = {case.pk for case in seen}
    return [
        Work(
            f"Action {shown.kept.number} needs a new owner: "
            f"{shown.kept.owner.name} has left",
            shown.kept.case.reference,
            reverse("new_action_owner", args=[shown.kept.public_id]),
            shown.target_on,
        )
        for shown in left
        if shown.kept.case_id in cases
    ]


def _duties_of_leavers(person, at) -> list[Work]:
    """What nobody can do any more, because the account of whoever did it is closed."""
    if not holds_any(person, None, {Role.MANAGER}, clock.london_date(at)):
        return []
    if not (opened := opened_to(person, READS_THE_CASE, at=at)):
        return []
    places, who = opened
    found = _cases_of_leavers(way_of(person), places=places, **who)
    lacks = {
        "no_partner": ("Nobody can act for a body: name an alternate", "case"),
        "no_contact": ("Name anew who keeps in touch with the family", "family"),
    }
    return [
        Work(what, case.reference, reverse(page, args=[case.public_id]))
        for case in found
        for lack, (what, page) in lacks.items()
        if getattr(case, lack)
    ]


@Prepared
def _cases_of_leavers(among, *, places, **who):
    left = FamilyRecord.objects.filter(contact_person__is_active=False)
    nobody = OpenItem.objects.filter(answered_at=None, kind__startswith=NOBODY_FOR)
    cases = Case.objects.opened_in(places, among=among, **who)
    # Such cases are few: it begins with them, not with all that she may open.
    cases = cases.filter(
        Q(pk__in=left.values("case")) | Q(pk__in=nobody.values("case"))
    )
    mine = {"case": OuterRef("pk")}
    open_ones = cases.exclude(stage__in=FINISHED).annotate(
        no_contact=Exists(left.filter(**mine)), no_partner=Exists(nobody.filter(**mine))
    )
    return open_ones.order_by("reference")[:MOST_OF_A_KIND]


def at_risk_now(person, *, at) -> list[Work]:
    """Risks that a referral or a draft speaks of and that nobody has answered: the red
    strips of the board of deadlines, where cases carry theirs in their lines."""
    return [*_children_at_risk(person, at)]


def _children_at_risk(person, at) -> list[Work]:
    return [
        Work(
            "A child may be at risk now",
            risk.referral.reference or "A draft",
            reverse("child_at_risk", args=[risk.public_id]),
        )
        for risk in referrals.children_at_risk(person, at=at)
    ]


def _referrals(person, at) -> list[Work]:
    """The first page of those that wait, and how many more there are."""
    first, more = referrals.first_waiting(person, at=at)
    found = [
        Work(
            "Read this referral and decide what follows",
            referral.reference,
            reverse("referral", args=[referral.public_id]),
        )
        for referral in first
    ]
    if more:
        found.append(Work("Read more referrals", f"{more} more", reverse("referrals")))
    return found


def _drafts(person, at) -> list[Work]:
    return [
        Work(
            "Decide whether to refer",
            f"A draft from {draft.drafted_by.name}",
            reverse("draft", args=[draft.public_id]),
        )
        for draft in referrals.drafts_waiting_for(person, at=at)
    ]


def _emails(person, at) -> list[Work]:
    found = [
        Work(
            "The referral mailbox cannot be read",
            f"Since {clock.london_date(each.failing_since):%-d %B}",
            reverse("emails"),
        )
        for each in own_mailbox_out_of_reach(person, at=at)
    ]
    if waiting := referrals.emails_waiting(person, at=at):
        what = "Emails that nobody could place"
        found.append(Work(what, f"{waiting} waiting", reverse("emails")))
    return found


def _declarations(person, at) -> list[Work]:
    return [
        Work(
            "Say whether you have an interest in this case",
            case.reference,
            reverse("declaration", args=[case.public_id]),
        )
        for case in waiting_for_declaration(person, at=at)
    ]


def _shared_by_others(person, at) -> list[Work]:
    """What other areas share and somebody sees nothing of before they declare."""
    return at_most(
        [
            Work(
                f"Say whether you have an interest in what {share.partnership} shares",
                share.case.reference,
                reverse("declare_on_share", args=[share.public_id]),
            )
            for share in to_declare_on(person, at=at)
        ],
        "Say whether you have an interest in what other areas share",
        page="shared_cases",
    )


def _independence(person, at) -> list[Work]:
    """Of which review is not said: she is not appointed yet."""
    if not holds_any(person, None, {Role.LEAD_REVIEWER}, clock.london_date(at)):
        return []
    return [
        Work(
            "You are proposed as lead reviewer: declare your independence",
            proposed.partnership.name,
            reverse("declare_independence", args=[proposed.public_id]),
        )
        for proposed in declarations_owed(person, at=at)
    ]


def _families(person, at) -> list[Work]:
    """The families that somebody keeps in touch with, and those whose record is not
    begun: that is work to do at every stage."""
    begin = families_not_recorded(person, most=MOST_OF_A_KIND + 1, at=at)
    alone = families_kept_in_touch_with(person, at=at)
    kept = [case for case in alone if case not in begin]
    return [
        each
        for what, cases in {
            "Complete the family record": begin,
            "Keep in touch with the family": kept,
        }.items()
        for each in at_most(
            [
                Work(what, case.reference, reverse("family", args=[case.public_id]))
                for case in cases
            ],
            what,
        )
    ]


def _interests(person, at) -> list[Work]:
    """Whom to keep out or let in: as the first to decide, or as the second of two."""
    declared = [
        (declaration, "interest", first_word_about(declaration, at=at))
        for declaration in interests_to_decide(person, at=at)
    ]
    kept_out = [
        (exclusion, "lift_exclusion", True)
        for exclusion in exclusions_to_look_at(person, at=at)
    ]
    first = "Decide on an interest that somebody declared"
    second = "Say, as the second of two, whether somebody may work on this case"
    return [
        Work(
            second if said else first,
            each.case.reference,
            reverse(page, args=[each.public_id]),
        )
        for each, page, said in declared + kept_out
    ]


def _addresses_asked_for(person, at) -> list[Work]:
    return [
        Work(
            "Answer a coordinator who asks for a protected address",
            asked.case.reference,
            reverse("address_request", args=[asked.public_id]),
        )
        for asked in requests_to_answer(person, at=at)
    ]
