"""What the case page shows of a local review."""

from heed.reviews import queries


def has_report(case) -> bool:
    return queries.latest_report(case) is not None


def has_waiting_changes(case) -> bool:
    return bool(queries.waiting_changes(case))


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
        "monitoring": queries.monitoring_of(case)[:1],
        "versions": queries.versions_of(case),
        "changes": queries.changes_of(case),
        "waiting": queries.waiting_changes(case),
        "latest": latest,
        "signatures": queries.signatures_of(latest),
        "portrait": queries.portrait_of(case),
    }
