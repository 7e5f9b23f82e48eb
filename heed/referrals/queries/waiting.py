"""What waits for whom."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.core.paginator import Page, Paginator
from django.db.models import Count, Exists, OuterRef, Value

from heed import clock
from heed.cases.deadlines import with_targets
from heed.cases.models import Deadline
from heed.cases.models.spine import is_able, places_held_by
from heed.cases.queries import ShownDeadline, shown
from heed.correspondence.queries import count_of_waiting_emails
from heed.partnership.prepared import Prepared
from heed.partnership.queries import ids_of_units, units_of
from heed.referrals.alike import name_words
from heed.referrals.models import TYPED_IN, ChildAtRisk, Referral
from heed.referrals.models.referral import drafts_anywhere
from heed.referrals.queries.organisations import drafts_in_trays, led_by
from heed.rulebook.clocks import LEAD_DECISION
from heed.rulebook.language import Stage
from heed.rulebook.roles import READS_THE_CASE
from heed.vault.queries import shared_with

A_PAGE = 50
TO_BE_DECIDED = (Stage.REFERRAL_RECEIVED, Stage.RETURNED_FOR_INFORMATION)


def page_of_waiting(person, number, *, at) -> Page:
    """A page of the referrals that the business unit has not decided about, for a
    coordinator or manager: those with a child at risk first, then the oldest."""
    found = _WaitingFor(_of_units(person, at=at))
    return Paginator(found, A_PAGE).get_page(number)


@dataclass(frozen=True)
class _WaitingFor:
    """All of them, of which a page is looked at: with what they are asked for."""

    asked: dict

    def count(self) -> int:
        """How many there are."""
        return dict(_counted_waiting(**self.asked)).get(True, 0) if self.asked else 0

    def __getitem__(self, part: slice) -> list[Referral]:
        asked = self.asked
        return _some_waiting(part.start, part.stop, **asked) if asked else []


@Prepared
def _some_waiting(first: int, last: int, **asked):
    return _waiting(**asked)[first:last]


@Prepared
def _counted_waiting(**asked):
    found = _waiting(**asked).order_by().annotate(waits=Value(value=True))
    return found.values("waits").annotate(many=Count("pk")).values_list("waits", "many")


def first_waiting(person, *, at) -> tuple[list[Referral], int]:
    """The first page of them, and how many more there are."""
    asked = _of_units(person, at=at)
    found = _so_many_waiting(A_PAGE + 1, **asked) if asked else []
    more = _waiting(**asked).count() - A_PAGE if len(found) > A_PAGE else 0
    return found[:A_PAGE], more


@Prepared
def _so_many_waiting(most: int, **asked):
    return _waiting(**asked)[:most]


def _of_units(person, *, at) -> dict:
    """What the desk of a business unit is asked with, for who works in one."""
    units = ids_of_units(person, at=at) if is_able(person, at=at) else ()
    who = {"person": person.pk, "today": clock.london_date(at)} if units else {}
    places = places_held_by(person, READS_THE_CASE, at=at)
    return {"units": units, "places": places, **who} if units else {}


def _waiting(*, units: tuple, places, **who):
    found = Referral.objects.at_the_desk_in(units, places, **who).filter(
        stage__in=TO_BE_DECIDED, partnership__id__in=units
    )
    open_ones = ChildAtRisk.objects.filter(confirmed_at=None, referral=OuterRef("pk"))
    marked = found.annotate(risk_is_open=Exists(open_ones))
    beside = ("partnership", "organisation", "drafted_by")
    kept = marked.select_related(*beside).defer("answers", "reading", "withheld")
    return kept.order_by("-risk_is_open", "received_at", "reference")


def found_by(person, words: str, *, at) -> list[Referral]:
    """The referrals that this person may read with this reference, or with a child who
    is called so or as it sounds; the newest first. Names are looked for by marks, and
    never stand in an address."""
    mine = Referral.objects.at_the_desk_of(person, at=at).filter(
        partnership__in=units_of(person, at=at), received_at__isnull=False
    )
    mine = mine.select_related("organisation").defer("answers", "reading", "withheld")
    if named := list(mine.filter(reference=words.strip().upper())):
        return named
    names = [*name_words([words])]
    wanted: list = []
    for unit in units_of(person, at=at):
        shared = shared_with(unit.pk, {"name": names, "sound": names})
        wanted += [
            row
            for row, found in shared.items()
            if len({value for _, value in found}) == len(names)
        ]
    return list(mine.filter(pk__in=wanted).order_by("-received_at")[:A_PAGE])


def referrals_set_aside(person, *, at) -> list[Referral]:
    """Referrals that were set aside and that no case holds; a case may still open."""
    asked = _of_units(person, at=at)
    return _set_aside(A_PAGE, **asked) if asked else []


@Prepared
def _set_aside(most: int, *, units: tuple, places, **who):
    found = Referral.objects.at_the_desk_in(units, places, **who).filter(
        stage=Stage.NOT_PURSUED, partnership__id__in=units, case=None
    )
    return found.order_by("-received_at")[:most]


def typed_drafts(person, *, at) -> list[Referral]:
    """Referrals that the business unit has begun to type in."""
    asked = _of_units(person, at=at)
    return _typed(**asked) if asked else []


@Prepared
def _typed(*, units: tuple, places, **who):
    found = Referral.objects.at_the_desk_in(units, places, **who).filter(
        stage=Stage.CONCERN, channel__in=TYPED_IN, partnership__id__in=units
    )
    return found.select_related("drafted_by")


def children_at_risk(person, *, at) -> list[ChildAtRisk]:
    """Risks that somebody said and nobody has confirmed, the oldest first."""
    units = ids_of_units(person, at=at)
    return _children_at_risk(units=units, person=person.pk) if units else []


@Prepared
def _children_at_risk(*, units: tuple, person):
    found = ChildAtRisk.objects.filter(
        confirmed_at=None, referral__case=None, partnership__id__in=units
    ).exclude(referral__in=Referral.objects.closed_to(person))
    return found.select_related("referral", "referral__organisation")


def emails_waiting(person, *, at) -> int:
    """How many emails nobody could place, for a coordinator or manager."""
    units = ids_of_units(person, at=at)
    return count_of_waiting_emails(units) if units else 0


@dataclass(frozen=True)
class WaitingDraft:
    """All that the business unit sees of a draft: that it waits, from whom, since
    when, and with whom."""

    organisation: str
    drafted_by: str
    waits_with: str
    since: datetime
    offered_to_deputy: bool
    deadline: ShownDeadline | None


def drafts_the_business_unit_sees(person, *, at) -> list[WaitingDraft]:
    """The drafts that wait for a safeguarding lead, without a word of what they say."""
    units = ids_of_units(person, at=at)
    drafts = _in_trays(units=units) if units else []
    due = _lead_deadlines(drafts, at)
    return [
        WaitingDraft(
            organisation=draft.organisation.name,
            drafted_by=draft.drafted_by.name,
            waits_with=draft.lead.name,
            since=draft.waits_for_lead_since,
            offered_to_deputy=draft.to_deputy_at is not None,
            deadline=due.get(draft.pk),
        )
        for draft in drafts
    ]


@Prepared
def _in_trays(*, units: tuple):
    return drafts_in_trays().filter(partnership__id__in=units)


def drafts_waiting_for(person, *, at) -> list[Referral]:
    """The drafts that wait for this safeguarding lead to decide, the oldest first."""
    if not drafts_anywhere(person, at=at):
        return []
    visible = Referral.objects.in_the_organisation_of(person, at=at)
    found = drafts_in_trays().filter(lead=person, pk__in=visible.values("pk"))
    return list(found)


def drafts_of(person, *, at) -> list[Referral]:
    """What this person has drafted in an organisation, the newest first."""
    if not drafts_anywhere(person, at=at):
        return []
    found = Referral.objects.in_the_organisation_of(person, at=at).filter(
        drafted_by=person, organisation__isnull=False
    )
    return list(found.order_by("-begun_at"))


def drafts_of_organisation(person, *, at) -> list[Referral]:
    """What others of a lead's organisation drafted and handed over, newest first."""
    found = Referral.objects.in_the_organisation_of(person, at=at).filter(
        organisation__isnull=False, handed_over_at__isnull=False
    )
    found = found.exclude(drafted_by=person).filter(
        organisation__in=led_by(person, at=at)
    )
    return list(found.order_by("-handed_over_at").select_related("drafted_by", "lead"))


def _lead_deadlines(drafts: list[Referral], at) -> dict[UUID, ShownDeadline]:
    """By when each draft is to be decided about, by its id."""
    found = _running(spines=tuple(draft.pk for draft in drafts)) if drafts else []
    return {each.spine_id: shown(each, at=at) for each in found}


@Prepared
def _running(*, spines: tuple):
    running = Deadline.objects.filter(
        spine_id__in=spines,
        clock=LEAD_DECISION.slug,
        met_on=None,
        superseded_at=None,
    )
    return with_targets(running).select_related("partnership")
