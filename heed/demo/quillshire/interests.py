"""What people of Quillshire say of their own interests before they see a case, and how
it is weighed."""

from datetime import timedelta

from heed.cases.access import is_excluded
from heed.cases.actions import decide_on_interest, declare_interest
from heed.rulebook.outcomes import InterestDecision

# Who has something to say; everybody else declares that they have no interest.
DECLARED = {
    "police": "The business manager and I have the same surname. We are not related, "
    "as far as either of us knows, and do not meet outside this work."
}
# Who weighs it: a partner of another body first, then the manager.
WEIGHED = (
    (
        "council",
        "I asked each of them alone. They come from different counties and have no "
        "relation in common. The surname is all that they share.",
    ),
    (
        "manager",
        "I am the other Thackthorpe, so Dorrit Farrowdene looked at it first and "
        "without me. I have no tie to him, and have written so to the three partners.",
    ),
)


def everybody_declares(case, people, moment, slugs) -> None:
    """Each of these people declares what interest they have in the case. What somebody
    has to say is weighed by two before the case opens to them."""
    for slug in slugs:
        if is_excluded(people[slug], case):
            continue
        details = DECLARED.get(slug, "")
        declaration = declare_interest(
            case,
            answer="has" if details else "none",
            details=details,
            by=people[slug],
            at=moment,
        )
        if details:
            _is_weighed(declaration, people, moment)


def _is_weighed(declaration, people, moment) -> None:
    for minutes, (judge, reason) in zip((4, 7), WEIGHED, strict=True):
        decide_on_interest(
            declaration,
            outcome=InterestDecision.MAY_WORK_ON_IT,
            reason=reason,
            by=people[judge],
            at=moment + timedelta(minutes=minutes),
        )
