"""What became of referrals that did not meet the criteria: counted by the age and the
ethnic group of children and by where they came from, small numbers held back."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import Q

from heed import clock
from heed.cases.models import Child, Exclusion
from heed.partnership.queries import units_of
from heed.referrals.models import Referral, SetAside
from heed.referrals.understanding import NOT_KNOWN_YET
from heed.rulebook.children import AGE_BANDS, ETHNICITIES
from heed.rulebook.language import Stage

SMALLEST = 5  # a count of fewer could be one child whom somebody knows
HELD_BACK = "Held back"
NOT_KNOWN = "Not known"
NOT_RECORDED = "Not recorded"
APRIL = 4
SEALED = ("answers", "reading", "withheld", "receipt_to_show")  # nothing is counted


@dataclass(frozen=True)
class Line:
    """A group, how many were set aside of it and how many went on to a case."""

    group: str
    set_aside: str
    went_on: str


@dataclass(frozen=True)
class Register:
    """The results of a year: by age, ethnic group and where they came from. `years` are
    those of which there is anything, by the year in which each begins. How many were
    set aside is held back itself, where it would tell a number that is."""

    year: int
    years: tuple[int, ...]
    set_aside: str
    challenged: str
    reversed: str
    tables: tuple[tuple[str, tuple[Line, ...]], ...]


def register_of(person, *, year: str = "", at) -> Register:
    """The referrals of the partnerships for which this person works in the business
    unit that were received in a year, from April to March, and set aside, beside those
    that went on to a case. Years never overlap: no number that is held back can be
    worked out from two of them. What is closed to the person, as a referral or as a
    case, is in no number; one that is looked at again is not set aside, and each time
    that somebody challenged counts."""
    units = units_of(person, at=at)
    out_of = Exclusion.objects.filter(person=person, lifted_at=None).values("case")
    kept = SetAside.objects.filter(partnership__in=units).exclude(
        Q(referral__case=None, referral__in=Referral.objects.closed_to(person))
        | Q(referral__case__in=out_of)
    )
    held = Referral.objects.filter(partnership__in=units).exclude(case=None)
    held = held.exclude(case__in=out_of)
    years = _years_of(kept, held, at=at)
    chosen = next((each for each in years if str(each) == year), years[0])
    begins, ends = _from_april(chosen), _from_april(chosen + 1)
    beside = ("organisation", "agency")
    kept = kept.filter(
        referral__received_at__gte=begins, referral__received_at__lt=ends
    ).select_related("referral", *(f"referral__{name}" for name in beside))
    rows = list(kept.defer("for_lead", *(f"referral__{name}" for name in SEALED)))
    aside = {row.referral_id: row for row in rows}  # the last word on each
    stands = [r for r in aside.values() if r.referral.stage == Stage.NOT_PURSUED]
    held = held.filter(received_at__gte=begins, received_at__lt=ends)
    return Register(
        year=chosen,
        years=years,
        set_aside=_in_all(stands),
        challenged=_unless_small(sum(1 for row in rows if row.challenged_at)),
        reversed=_unless_small(
            sum(1 for row in aside.values() if row.referral.case_id)
        ),
        tables=_tables(stands, list(held.select_related(*beside).defer(*SEALED))),
    )


def _years_of(kept, held, *, at) -> tuple[int, ...]:
    """The years of which there is anything, and this one; the latest first."""
    days = {
        *kept.order_by().values_list("referral__received_at", flat=True),
        *held.order_by().values_list("received_at", flat=True),
        at,
    }
    return tuple(sorted({year_of(clock.london_date(day)) for day in days})[::-1])


def year_of(day: date) -> int:
    """The year, from April to March, in which a day lies: that in which it begins."""
    return day.year if day.month >= APRIL else day.year - 1


def _from_april(year: int) -> datetime:
    return datetime(year, APRIL, 1, tzinfo=clock.LONDON)


def _tables(stands: list[SetAside], went_on: list[Referral]) -> tuple:
    cases = {each.case_id for each in went_on}
    described = Child.objects.filter(case__in=cases).order_by()
    theirs = list(described.values_list("age_band", "ethnicity"))
    ages, groups, sources = _set_aside(stands)
    of_cases = [group or NOT_KNOWN_YET for _, group in theirs]
    return (
        ("Age of the children", _lines(AGE_BANDS, ages, [age for age, _ in theirs])),
        ("Ethnic group of the children", _lines(ETHNICITIES, groups, of_cases)),
        ("Where they came from", _lines({}, sources, [_from(r) for r in went_on])),
    )


def _set_aside(stands: list[SetAside]) -> tuple[list, list, list]:
    """What was set aside: the ages and groups of its children, and its senders."""
    ours = [child for row in stands for child in row.children]
    return (
        [child.get("age_band") for child in ours],
        [child.get("ethnicity") or NOT_KNOWN_YET for child in ours],
        [_from(row.referral) for row in stands],
    )


def _in_all(stands: list[SetAside]) -> str:
    """How many were set aside, where no table tells more beside it than it may."""
    tells = any(is_told_by_total(Counter(each)) for each in _set_aside(stands))
    return HELD_BACK if tells else str(len(stands))


def _unless_small(count: int) -> str:
    return HELD_BACK if 0 < count < SMALLEST else str(count)


def _from(referral: Referral) -> str:
    return referral.came_from or NOT_RECORDED


def _lines(words: dict, aside: list, went_on: list) -> tuple[Line, ...]:
    """A line for each group of which there is anybody."""
    here, there = Counter(aside), Counter(went_on)
    order = [*words, *sorted({*here, *there} - {*words}, key=str)]
    said_here, said_there = held_back(here), held_back(there)
    return tuple(
        Line(
            words.get(each, each) or NOT_KNOWN,
            said_here.get(each, "0"),
            said_there.get(each, "0"),
        )
        for each in order
        if here[each] or there[each]
    )


def held_back(counts: Mapping) -> dict:
    """The numbers as they may be shown. One that is held back alone could be worked out
    from the total: then the next smallest is held back with it."""
    small = {group for group, count in counts.items() if 0 < count < SMALLEST}
    others = sorted((n, str(g), g) for g, n in counts.items() if n >= SMALLEST)
    if len(small) == 1 and others:
        small.add(others[0][2])
    return {
        group: HELD_BACK if group in small else str(count)
        for group, count in counts.items()
    }


def is_told_by_total(counts: Mapping) -> bool:
    """Whether a number that is held back could be worked out from the sum of all: it is
    small itself, or what is held back can be shared out in one way alone."""
    shown = held_back(counts)
    hidden = [n for group, n in counts.items() if shown[group] == HELD_BACK]
    least, most = len(hidden), len(hidden) * (SMALLEST - 1)
    alone = sum(hidden) == least or (len(hidden) > A_PAIR and sum(hidden) == most)
    return 0 < sum(counts.values()) < SMALLEST or (bool(hidden) and alone)


A_PAIR = 2  # the second of two that are held back may be a large one


def written_for_lead(referral: Referral) -> SetAside | None:
    """What the safeguarding lead is told of why a referral was set aside, through whom
    a professional hears it; None while it is not set aside."""
    return referral.set_asides.last() if referral.stage == Stage.NOT_PURSUED else None
