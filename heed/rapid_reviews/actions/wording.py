"""A partnership quotes the words of law beside ours, where it decides."""

from heed import clock
from heed.partnership.grants import manages
from heed.partnership.records import on_record
from heed.partnership.refusals import Refused
from heed.rapid_reviews.models import RuleWording
from heed.rapid_reviews.queries import worded_rules
from heed.rulebook.language import Role

NOT_YOURS = "Only the partnership’s manager may do this."


def word_rule(partnership, *, place: str, words: str, by, at) -> RuleWording:
    """Quote something beside a question; the manager may. Nothing takes it away.
    ValueError for a place that there is not."""
    known = {rule.place for _, rules in worded_rules(partnership) for rule in rules}
    if place not in known:
        raise ValueError(f"Not a question with words beside it: {place}.")
    with on_record("word_rule", by=by, at=at, partnership=partnership) as entry:
        if not manages(by, partnership, clock.london_date(at), Role.MANAGER):
            raise Refused(NOT_YOURS, code="not_yours")
        entry.subject = said = RuleWording.objects.create(
            partnership=partnership,
            place=place,
            words=words.strip(),
            changed_by=by,
            changed_at=at,
        )
    return said
