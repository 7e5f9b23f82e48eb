"""What begins in the same moment as the Panel is notified. A later application says
what it begins; nothing that it begins may stop a notification."""

from collections.abc import Callable

from heed.cases.models import Case

ON_NOTIFIED: list[Callable[..., object]] = []


def begins_when_notified(begin: Callable[..., object]) -> None:
    """Let something of a later stage begin inside the step that records a notification:
    `begin(case, by=…, at=…)`."""
    if begin not in ON_NOTIFIED:
        ON_NOTIFIED.append(begin)


def begin_what_is_owed(case: Case, *, by, at) -> None:
    """Begin what a serious incident notification asks for."""
    for begin in ON_NOTIFIED:
        begin(case, by=by, at=at)
