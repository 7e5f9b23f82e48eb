"""What the case page shows of a local review."""

from django.shortcuts import redirect, render

from heed.cases import pages as case_pages
from heed.cases.answering import attempt
from heed.cases.deadlines import running_deadline
from heed.cases.queries import steps_open_to
from heed.reviews import actions, queries
from heed.reviews.texts import places_of
from heed.rulebook.clocks import NATIONAL_AVAILABILITY

NOT_THERE = "A paragraph that is not in it any more"


def has_report(case) -> bool:
    return queries.latest_report(case) is not None


def has_waiting_changes(case) -> bool:
    return bool(queries.waiting_changes(case))


def with_places(case, changes) -> list[tuple]:
    """Changes of the report, each with where its words stand, as a page says it."""
    report = queries.latest_report(case)
    places = places_of(report.blocks) if report else {}
    return [(each, places.get(each.anchor, NOT_THERE)) for each in changes]


def comments_on(report) -> list[tuple]:
    """The comments on a report, each with where it was made; of the whole, nowhere."""
    places = places_of(report.blocks)
    return [
        (each, each.anchor and places.get(each.anchor, NOT_THERE))
        for each in report.comments.all()
    ]


def has_national_report(case) -> bool:
    """Whether a report of the Panel itself is recorded as public."""
    return running_deadline(case, NATIONAL_AVAILABILITY) is not None


def name_is_to_tell(case) -> bool:
    """Whether a reviewer is appointed whose name somebody has not been told yet."""
    if queries.standing_appointment(case) is None:
        return False
    return not all(row["told"] for row in queries.told_of_reviewer(case))


def of_event(request, event) -> dict:
    """A practitioner event: who was invited, supported, came, and what they said."""
    return case_pages.banner(request, event.case) | {
        "event": event,
        "heard": queries.heard_at(event),
        "can": steps_open_to(request.person, event.case, at=request.at),
    }


def own_independence(request, form, proposed):
    """What one proposed as lead reviewer reads and declares: nothing of the case."""
    if form.is_valid() and attempt(
        form,
        actions.declare_independence,
        proposed,
        by=request.person,
        at=request.at,
    ):
        return redirect("declare_independence", proposed.public_id)
    context = {"form": form, "proposed": proposed}
    return render(request, "reviews/own_independence.html", context)


def attendance_so_far(event) -> dict:
    """Who came and what support they had, as recorded so far."""
    came = [str(each.pk) for each in event.invitations.all() if each.attended]
    return {"came": came, "support_given": event.support_given}


def event_step(request, form, action, subject, event, *, heading, **more):
    """A page with one form about an event, which leads back to the event."""
    if form.is_valid() and attempt(
        form, action, subject, by=request.person, at=request.at
    ):
        return redirect("event", event.public_id)
    context = case_pages.banner(request, event.case) | {
        "form": form,
        "heading": heading,
    }
    return render(request, "cases/step.html", context | more)


def panel(case, person, at) -> dict | None:
    """Reviewer, terms, events, monitoring, drafts and signatures."""
    review = queries.review_of(case)
    if review is None:
        return None
    latest = queries.latest_report(case)
    return {
        "review": review,
        "appointments": queries.appointments_of(case),
        "terms": queries.current_terms(case),
        "events": queries.events_of(case),
        "hears": queries.hears_practitioners(person, case, at=at),
        "can": steps_open_to(person, case, at=at),
        "told": queries.told_of_reviewer(case),
        "requests": queries.written_requests_of(case),
        "monitoring": queries.monitoring_of(case),
        "versions": queries.versions_of(case),
        "changes": queries.changes_of(case),
        "waiting": queries.waiting_changes(case),
        "latest": latest,
        "signatures": queries.signatures_of(latest),
        "void": _void_signatures(case, latest),
        "portrait": queries.portrait_of(case),
    }


def _void_signatures(case, latest) -> bool:
    """Whether an earlier version was signed, and this one is not."""
    if latest is None or queries.signatures_under(latest):
        return False
    return queries.was_signed_before(latest)
