"""For which body somebody approves."""

from heed import clock
from heed.cases.steps import Refused
from heed.partnership.queries import roles_of
from heed.rulebook.roles import APPROVERS


def body_of(person, subject, *, at):
    """The organisation for which this person approves today; Refused where Heed does
    not know it, because nobody could say whether two approvers are of two bodies."""
    seat = getattr(subject, "acting_for", "")
    return body_in(subject.spine.partnership, person, APPROVERS, seat=seat, at=at)


def body_in(partnership, person, roles, *, seat="", at):
    """The organisation for which this person acts in a partnership by one of these
    roles; Refused as above."""
    held = roles_of(person, partnership, on=clock.london_date(at))
    approving = [role for role in held if role.role in roles]
    approving.sort(key=lambda role: (role.seat or "") != seat)
    named = (role.organisation for role in approving if role.organisation)
    body = next(named, person.organisation)
    if body is None:
        raise Refused("Heed does not know for which organisation you approve.")
    return body
