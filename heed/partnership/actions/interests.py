"""What people declare about themselves before any case."""

from datetime import datetime

from heed.partnership.models import Partnership, Person, StandingInterest
from heed.partnership.records import on_record
from heed.partnership.refusals import Refused
from heed.vault.actions import index, standing_key

KEY = "people"


def declare_interest(
    *, partnership: Partnership, kind: str, words: str, by: Person, at: datetime
) -> StandingInterest:
    """Declare a family name, an employer or a place that is close to oneself, so that
    a case in which it occurs is held back from one's sight until somebody has judged.
    """
    with on_record("declare_interest", by=by, at=at, partnership=partnership) as entry:
        key = standing_key(partnership_id=partnership.pk, purpose=KEY, by=by, at=at)
        entry.subject = interest = StandingInterest(
            data_key=key,
            partnership=partnership,
            person=by,
            kind=kind,
            words=words,
            declared_at=at,
        )
        interest.save(force_insert=True)
        _found_by(interest, [words], by=by, at=at)
    return interest


def withdraw_interest(interest: StandingInterest, *, by: Person, at: datetime) -> None:
    """Withdraw what one declared; raises Refused for somebody else's."""
    with on_record(
        "withdraw_interest",
        by=by,
        at=at,
        partnership=interest.partnership,
        subject=interest,
    ):
        if interest.person_id != by.pk:
            raise Refused("Only whoever declared it may withdraw it.", code="not_yours")
        interest.withdrawn_at = at
        interest.save(update_fields=["withdrawn_at"])
        _found_by(interest, [], by=by, at=at)


def _found_by(interest, words, *, by, at):
    index(
        row_id=interest.pk,
        partnership_id=interest.partnership_id,
        kind="name",
        values=words,
        by=by,
        at=at,
    )
