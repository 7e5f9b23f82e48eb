"""Who referred is told what was decided and why, through a safeguarding lead."""

from django.db import transaction
from django.urls import reverse

from heed import clock
from heed.audit.actions import record
from heed.cases.belonging import belonging_to
from heed.cases.models import Case
from heed.cases.steps import Refused, Seen, carrying_out
from heed.rapid_reviews.by_pseudonym import names_typed_in
from heed.rapid_reviews.kept_apart import must_tell_no_address
from heed.rapid_reviews.models import ToldReasons
from heed.rapid_reviews.queries import ways_to_tell
from heed.referrals.letters import tell
from heed.rulebook import process

NO_SUCH_WAY = (
    "Nobody can be told through that lead any more. Look at who referred and who leads "
    "in their organisation, and choose again."
)

NAMES_NOBODY = "What a lead may tell names no child and nobody of the family."


def tell_reasons(
    case: Case, *, through: tuple, words: str, by, at, seen: Seen | None = None
) -> ToldReasons:
    """Write what a safeguarding lead may tell the colleague who referred. The lead gets
    an email without a word of it, and reads this and nothing else of the case."""
    referral, held = through
    with carrying_out(process.TELL_REASONS, case, by=by, at=at, seen=seen) as it:
        if through not in ways_to_tell(it, on=clock.london_date(at)):
            raise Refused(NO_SUCH_WAY)
        must_tell_no_address(words, it)
        if names := names_typed_in(words, it):
            raise Refused(f"{NAMES_NOBODY} Take out: {', '.join(names)}.")
        told = ToldReasons.objects.create(
            **belonging_to(it),
            referral=referral,
            organisation=held.organisation,
            told_at=at,
            told_by=by.actor_name,
            words=words,
        )
        tell(
            "reasons_for_lead",
            to=held.person.email,
            about=referral,
            link=reverse("told_reasons", args=[told.public_id]),
            once=f"decided:{told.pk}",
            by=by,
            at=at,
        )
    return told


def read_told_reasons(told: ToldReasons, *, by, at) -> str:
    """What a lead may tell; without the entry on the record it is not shown."""
    with transaction.atomic():
        record(
            what="read_reasons_for_lead",
            by=by,
            at=at,
            subject_kind=told._meta.label,
            subject_id=told.pk,
            case_id=told.case_id,
            partnership_id=told.partnership_id,
        )
    return told.words
