"""What stands on page one of the paper for the Panel beside what is missing: what is
disputed, what was changed after it was signed, what came late. It stops nothing."""

from collections.abc import Iterator, Mapping

from heed import clock
from heed.cases.deadlines import latest_deadline
from heed.cases.models import Case
from heed.cases.queries import shown
from heed.incidents.queries import who_disagrees
from heed.papers.submission import NO_REASON, Remark
from heed.partnership.queries import holidays_for
from heed.rapid_reviews import queries
from heed.rapid_reviews.confirmed import stale_confirmations
from heed.rapid_reviews.differing import OUR_RECORD
from heed.rapid_reviews.models import AgencyRequest, RapidReview
from heed.rulebook.clocks import NOTIFICATION_DUE, RAPID_REVIEW_DUE
from heed.rulebook.language import Clock
from heed.rulebook.roles import SEATS
from heed.rulebook.working_days import working_days_between
from heed.ui.templatetags.days import day

CLOCKS_TOLD = {
    NOTIFICATION_DUE: "The notification",
    RAPID_REVIEW_DUE: "This rapid review",
}


def disputed(case: Case) -> tuple[Remark, ...]:
    """Who did not agree on notifying, and of whom of the family names or dates of birth
    differ. Who dissents from the decision of the rapid review is told by the paper
    itself."""
    partners = [
        Remark(f"{SEATS[seat]} did not agree with the decision on notifying.")
        for seat in who_disagrees(case)
    ]
    return (*partners, *_differing(case))


def _differing(case: Case) -> Iterator[Remark]:
    """Without what anybody says: it stands side by side on a page of the case."""
    for person in queries.people_as_told(case):
        names, births = person.names_differ, person.births_differ
        known = person.said[0].who == OUR_RECORD
        if known and (names or births):
            what = ["names"] * names + ["dates of birth"] * births
            whose = ["this case", *dict.fromkeys(person.tellers)]
            yield Remark(
                f"{person.pseudonym}: {' and '.join(what)} differ between "
                f"{', '.join(whose[:-1])} and {whose[-1]}."
            )


def unsigned(review: RapidReview) -> tuple[Remark, ...]:
    """Who signed what was changed since. Who has not signed at all is told by the paper
    itself."""
    return tuple(
        Remark(
            f"{each.label} answered on {day(each.given.confirmed_at)}, and has not "
            "confirmed what was changed since: "
            f"{', '.join(name for name, _ in each.changes)}."
        )
        for each in stale_confirmations(review)
    )


def late(case: Case, *, at, reasons: Mapping[Clock, str]) -> tuple[Remark, ...]:
    """What came after its day, with the reason that was given: the notification, this
    paper, each agency. `at` is when it is sent, or made."""
    told = [
        Remark(f"{words}: {over}.", reasons[clock_] or NO_REASON)
        for clock_, words in CLOCKS_TOLD.items()
        if (over := _days_over(case, clock_, at=at))
    ]
    came = queries.first_answers_in(case)
    agencies = (
        _of_agency(request, came.get(request.pk), at=at)
        for request in queries.requests_of(case)
    )
    after = [
        Remark(
            f"{answer.request.organisation.name} answered on "
            f"{day(answer.answered_at)}, after the partners had decided."
        )
        for answer in queries.late_answers(case)
    ]
    return tuple(told + [each for each in agencies if each] + after)


def _days_over(case: Case, clock_, *, at) -> str:
    """By how much a clock was missed, in words; nothing where it was not."""
    last = latest_deadline(case, clock_)
    if last is None or not shown(last, at=at).is_late:
        return ""
    done = last.met_on or clock.london_date(at)
    over = working_days_between(last.due_on, done, holidays_for(case.partnership))
    return f"{over} working day{'' if over == 1 else 's'} late"


def _of_agency(request: AgencyRequest, first, *, at) -> Remark | None:
    """How an agency kept to the day that was named first, and what it still lacks;
    `first`: when it answered for the first time. A later day stands beside it."""
    today, moment = clock.london_date(at), first or request.declined_at
    came = clock.london_date(moment) if moment else None
    told = []
    if came and came > request.was_due_on:
        told.append(f"answered on {day(came)}")
    if request.is_open and today > (request.due_on if came else request.was_due_on):
        told.append("a part is still missing" if came else "has not answered")
    if not told:
        return None
    due = day(request.was_due_on)
    if request.later_day:
        due += f", then by {day(request.later_day)}"
    name = request.organisation.name
    return Remark(f"{name} was to answer by {due}, and {', and '.join(told)}.")
