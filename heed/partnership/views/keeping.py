"""The pages by which a partnership keeps its people, its bodies and its calendar."""

from heed.partnership.policies import Policy
from heed.partnership.queries import holds_any
from heed.partnership.views import bodies, people, second_factor

PAGES = (
    (people.people, "people", "People and the roles they hold"),
    (bodies.organisations, "organisations", "Organisations"),
    (bodies.bank_holidays, "bank_holidays", "Bank holidays"),
    (bodies.partnership, "partnership", "How the partnership works and is reached"),
    (second_factor.locks, "locks", "Colleagues who lost their second step"),
)


def pages_kept_by(person, on) -> list[dict]:
    """Those of these pages that somebody may open: each view's own policy says so."""
    return [
        {"name": name, "text": text}
        for view, name, text in PAGES
        if _may_open(view.policy, person, on)
    ]


def _may_open(policy: Policy, person, on):
    return holds_any(person, person.partnership, policy.roles, on)
